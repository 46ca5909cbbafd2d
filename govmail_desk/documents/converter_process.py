"""Runs somebody else's program to its end: with a time limit, stopped when asked, and killed with everything it started.

Only processes that were started here are ever ended, by their number: the clerk's own Word or LibreOffice is never touched.
Not here: which program is run and on what (`documents.converter`).
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Final

Still = Callable[[], object]
"""Asked again and again while a program runs; what it raises stops the program."""

_ASKED_EVERY_SECONDS: Final = 0.05
_GONE_WITHIN_SECONDS: Final = 5.0
_NO_WINDOW: Final = 0x08000000  # Windows' CREATE_NO_WINDOW: no console flashes up on the clerk's screen


class OutOfTime(Exception):
    """The program did not end within its time; it and all it started are gone."""


def run_alone(
    command: Sequence[str],
    *,
    folder: Path,
    seconds: float,
    still: Still,
    environment: Mapping[str, str] | None = None,
    also_started: Callable[[], Sequence[int]] = tuple,
) -> int:
    """Run a program in `folder` and return its exit code.

    Raises `OutOfTime` after `seconds`, whatever `still` raises, and OSError where the program cannot be started.
    `also_started` names the processes that the system started for it elsewhere; they are ended where it did not end well.
    """
    child = subprocess.Popen(  # noqa: S603  (an office program found where it installs itself)
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | (environment or {}),
        start_new_session=sys.platform != "win32",
        creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
    )
    try:
        return _waited(child, seconds, still)
    finally:
        _end_all(child, also_started)


def _waited(child: subprocess.Popen[bytes], seconds: float, still: Still) -> int:
    until = monotonic() + seconds
    while True:
        with suppress(subprocess.TimeoutExpired):
            return child.wait(_ASKED_EVERY_SECONDS)
        still()
        if monotonic() > until:
            raise OutOfTime


def _end_all(child: subprocess.Popen[bytes], also_started: Callable[[], Sequence[int]]) -> None:
    elsewhere = also_started() if child.returncode != 0 else ()
    _end(child, elsewhere)
    child.wait()


if sys.platform == "win32":

    def _end(child: subprocess.Popen[bytes], elsewhere: Sequence[int]) -> None:
        """End processes and what they started; a child that ended has nothing left that Windows could still name."""
        process_ids = [*([child.pid] if child.returncode is None else []), *elsewhere]
        if not process_ids:
            return
        program = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "taskkill.exe"
        named = [word for process_id in process_ids for word in ("/PID", str(process_id))]
        with suppress(OSError):
            subprocess.run(  # noqa: S603  (the system's own program, with numbers only)
                [str(program), "/F", "/T", *named], capture_output=True, check=False, creationflags=_NO_WINDOW
            )

else:

    def _end(child: subprocess.Popen[bytes], elsewhere: Sequence[int]) -> None:
        """End every process of the session that was begun for the program, and wait until none is left."""
        for process_id in elsewhere:
            with suppress(ProcessLookupError):
                os.kill(process_id, signal.SIGKILL)
        until = monotonic() + _GONE_WITHIN_SECONDS
        with suppress(ProcessLookupError):
            while monotonic() < until:
                os.killpg(child.pid, signal.SIGKILL)
                sleep(_ASKED_EVERY_SECONDS / 5)
