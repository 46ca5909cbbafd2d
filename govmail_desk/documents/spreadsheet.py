"""Reading the unit's own list (.xlsx, .xls, .ods, .csv) into plain sheets, whatever it was sent with.

The file is parsed in a process of its own with little memory and time, so that no file can hurt the window.
What the columns mean: `domain.table_columns`. Making lists: `documents.list`.
"""

from __future__ import annotations

import gc
import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

import govmail_desk
from govmail_desk.documents.spreadsheet_answer import NotTaken, Reason, Refused, Taken
from govmail_desk.documents.spreadsheet_kind import FileKind, file_kind
from govmail_desk.documents.spreadsheet_limits import MIB, Limits
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.sheet import Sheet

_CHILD: Final = "govmail_desk.documents.spreadsheet_child"
_PACKAGE_FOLDER: Final = Path(govmail_desk.__file__).parents[1]
_DECODER: Final[msgspec.msgpack.Decoder[Taken | Refused]] = msgspec.msgpack.Decoder(Taken | Refused)
_UNREADABLE: Final = (
    "Không đọc được tệp «{file}»: máy đang giữ tệp hoặc không cho phép mở;"
    " hãy đóng tệp ở chương trình khác rồi thử lại."
)
_OWN_FAULT: Final = 1  # Python's own exit code; a process ended by the system has another
_ENDED_BY_TIME: Final = {-9, -24, 1816}  # SIGKILL, SIGXCPU; Windows: ERROR_NOT_ENOUGH_QUOTA
_NO_WINDOW: Final = 0x08000000  # Windows' CREATE_NO_WINDOW: no console flashes up on the clerk's screen


@dataclass(frozen=True)
class Workbook:
    """A list as it came in: its sheets, the digest by which the same file is known again, and what to look at twice."""

    file_name: str
    sha256: str
    kind: FileKind
    sheets: tuple[Sheet, ...]
    warnings: tuple[str, ...]


def read(path: Path, *, limits: Limits | None = None, interpreter: Sequence[str] = ()) -> Workbook:
    """Read a list.

    `interpreter` starts Python where `sys.executable` does not (a packaged program). Raises `RuleBroken` with one
    sentence that names the file when it cannot be taken, `StoreUnavailable` when the disk or another program keeps it.
    """
    limits = limits or Limits()
    try:
        content = _content(path, limits)
        kind = file_kind(content, path.name)
        taken = _parsed(content, kind, limits, interpreter or (sys.executable,))
    except NotTaken as refusal:
        raise RuleBroken(refusal.sentence(path.name)) from refusal
    return Workbook(path.name, hashlib.sha256(content).hexdigest(), kind, taken.sheets, taken.warnings)


def _content(path: Path, limits: Limits) -> bytes:
    """Read the whole file once, so that the digest is that of the very bytes that are parsed."""
    try:
        _refuse_what_is_no_file(path)
        with path.open("rb") as file:
            content = file.read(limits.file_bytes + 1)
    except FileNotFoundError as error:
        raise NotTaken(Reason.MISSING) from error
    except OSError as error:
        raise StoreUnavailable(_UNREADABLE.format(file=path.name)) from error
    if len(content) > limits.file_bytes:
        raise NotTaken(Reason.FILE_TOO_LARGE, limit=limits.file_bytes // MIB)
    return content


def _refuse_what_is_no_file(path: Path) -> None:
    if path.name.startswith("~$"):
        raise NotTaken(Reason.EXCEL_LOCK)
    if path.is_dir():
        raise NotTaken(Reason.FOLDER)
    if path.exists() and not path.is_file():
        raise NotTaken(Reason.SPECIAL)


def _parsed(content: bytes, kind: FileKind, limits: Limits, interpreter: Sequence[str]) -> Taken:
    command = [*interpreter, "-P", "-m", _CHILD, kind, msgspec.json.encode(limits).decode()]
    answer, complaint = _asked(content, command, limits)
    if isinstance(answer, Refused):
        refusal = NotTaken(Reason[answer.reason], **answer.details)
        refusal.add_note(complaint)
        raise refusal
    return answer


def _asked(content: bytes, command: list[str], limits: Limits) -> tuple[Taken | Refused, str]:
    """Ask the reading process; return its answer, and what it complained of for whoever reads the log."""
    seconds = limits.seconds_for(len(content)) * limits.wall_factor
    with subprocess.Popen(  # noqa: S603  (our own module in our own interpreter; the file goes in on stdin)
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(_PACKAGE_FOLDER)},
        creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
    ) as child:
        try:
            answer, errors = child.communicate(content, timeout=seconds)
        except subprocess.TimeoutExpired as error:
            child.kill()
            raise NotTaken(Reason.OUT_OF_TIME) from error
    complaint = errors.decode("utf-8", errors="replace")
    if child.returncode:
        raise _death(child.returncode, complaint)
    return _decoded(answer), complaint


def _decoded(answer: bytes) -> Taken | Refused:
    """Decode with the cycle collector at rest: it would look through the new cells again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        return _DECODER.decode(answer)
    finally:
        if was_on:
            gc.enable()


def _death(returncode: int, complaint: str) -> Exception:
    """Why the process ended without an answer: a limit reached, or a fault of ours."""
    if returncode in _ENDED_BY_TIME:
        return NotTaken(Reason.OUT_OF_TIME)
    if returncode == _OWN_FAULT:
        return RuntimeError(f"the reading process failed:\n{complaint}")
    return NotTaken(Reason.OUT_OF_MEMORY if "memory" in complaint else Reason.DAMAGED)
