"""Puts made files on the clerk's disk: whole or not at all, and never silently not.

Not here: which name a file gets (`documents.file_names`); the register's own file (`store`).
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Final

from govmail_desk.documents.file_names import free_path
from govmail_desk.domain.errors import StoreUnavailable

FULL: Final = {errno.ENOSPC, errno.EDQUOT}
_BEGUN: Final = "~{}.tmp"
_ABANDONED_SECONDS: Final = 600
"""No write of ours takes so long: what is older was left by a program that was killed."""


class FileInUse(StoreUnavailable):
    """The target is held by another program or may not be written; `offered` is a free name beside it."""

    def __init__(self, sentence: str, offered: Path) -> None:
        super().__init__(sentence)
        self.offered = offered


def write_whole(target: Path, content: bytes) -> None:
    """Write a file so that a reader, or a cut of power, finds the old one or the new one, never half of either.

    Raises `FileInUse` where the target is open in Word or Excel, `StoreUnavailable` for a full disk and the like; the old
    file is then untouched and nothing of ours is left beside it.
    """
    try:
        _refuse_device(target)
        temporary = _written_beside(target, content)
    except OSError as error:
        raise _unavailable(target, error) from error
    try:
        temporary.replace(target)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise _in_use(target, error) from error
    _keep_entry(target.parent)


def sweep(folder: Path, *, now: float) -> None:
    """Take away what a write of ours left begun in a folder when the program was killed, long enough ago to be nobody's.

    `now` is a stamp of that folder's own file system, which a share keeps by another clock than this machine's.
    """
    for path in folder.glob(_BEGUN.format("[0-9a-f]" * 16)):
        with suppress(OSError):
            if now - path.stat().st_mtime > _ABANDONED_SECONDS:
                path.unlink()


def _refuse_device(target: Path) -> None:
    """A device or a pipe is never put aside for a file of ours, which an administrator's account would be let do."""
    if target.exists() and not (target.is_file() or target.is_dir()):
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))


def _written_beside(target: Path, content: bytes) -> Path:
    """Write and flush a temporary file in the same folder, so that renaming it is one step of the file system."""
    path = target.with_name(_BEGUN.format(token_hex(8)))
    try:
        with path.open("xb") as temporary:
            temporary.write(content)
            temporary.flush()
            os.fsync(temporary.fileno())
    except OSError:
        with suppress(OSError):
            path.unlink()
        raise
    return path


def _keep_entry(folder: Path) -> None:
    """Flush the folder too, where the system lets a folder be opened (Windows does not, and needs no flush)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _unavailable(target: Path, error: OSError) -> StoreUnavailable:
    if error.errno in FULL:
        return StoreUnavailable(f"Ổ đĩa đã đầy, chưa ghi được tệp «{target.name}». Hãy xóa bớt tệp rồi làm lại.")
    return StoreUnavailable(
        f"Chưa ghi được tệp «{target.name}» vào thư mục «{target.parent}»: thư mục không có hoặc không cho ghi. "
        "Hãy chọn thư mục khác."
    )


def _in_use(target: Path, error: OSError) -> StoreUnavailable:
    if error.errno in FULL:
        return _unavailable(target, error)
    offered = free_path(target.parent, target.name)
    return FileInUse(
        f"Tệp «{target.name}» đang mở ở chương trình khác (Word, Excel) hoặc không cho ghi. "
        f"Hãy đóng tệp rồi làm lại, hoặc lưu thành «{offered.name}».",
        offered,
    )
