"""Folders that live as long as some work: whole papers lie in them, so none may stay behind, not even where the program was killed.

Here: `WorkFolder`. It bears a mark that this process holds open, which the system lets go of when the process ends in whatever way; the
next folder of its kind finds the abandoned ones by that and removes them. Not here: what is done in it (`documents.converter`,
`gui.parts.made_pdfs`).
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from stat import S_ISDIR
from time import time
from typing import BinaryIO, Final

_MARK: Final = "dang-dung"
_YOUNG_SECONDS: Final = 3600.0
"""A folder just made may not bear its mark yet, and an office that outlived us may still write into it."""


class WorkFolder:
    """A new folder that nobody else may look into; OSError where none can be made."""

    def __init__(self, start: str, *, within: Path | None = None) -> None:
        _sweep(start, within or Path(tempfile.gettempdir()))
        self.path = Path(tempfile.mkdtemp(prefix=start, dir=within)).resolve()
        try:
            self._mark = _held(self.path / _MARK)
        except OSError:
            shutil.rmtree(self.path, ignore_errors=True)
            raise

    def remove(self) -> None:
        """Remove it with all that is in it."""
        self._mark.close()  # Windows keeps a folder in which a file is open
        shutil.rmtree(self.path, ignore_errors=True)


def _sweep(start: str, place: Path) -> None:
    for folder in place.glob(f"{start}*"):
        if _is_abandoned(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_abandoned(folder: Path) -> bool:
    """Say whether a folder is one of this account's own, old enough, and of a process that is gone."""
    try:
        seen, mark = folder.lstat(), folder / _MARK
        if not S_ISDIR(seen.st_mode) or not _is_own(seen) or time() - seen.st_mtime < _YOUNG_SECONDS:
            return False
        return not mark.exists() or _is_let_go(mark)
    except OSError:
        return False


if sys.platform == "win32":

    def _is_own(_seen: os.stat_result) -> bool:
        """The folder for such things is the account's own on Windows."""
        return True

    def _held(mark: Path) -> BinaryIO:
        """Windows deletes no file that Python holds open."""
        return mark.open("ab")

    def _is_let_go(mark: Path) -> bool:
        mark.unlink()
        return True

else:
    import fcntl

    def _is_own(seen: os.stat_result) -> bool:
        return seen.st_uid == os.getuid()

    def _held(mark: Path) -> BinaryIO:
        held = mark.open("ab")
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return held

    def _is_let_go(mark: Path) -> bool:
        with mark.open("rb") as seen:
            fcntl.flock(seen, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
