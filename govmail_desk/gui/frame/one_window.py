"""One window a register on one person's computer: a second start calls the first window to the front and ends.

Here: `OneWindow`, a lock beside what the window remembers and a small file that a second start writes and the first one watches; no
network, no other process. Who else writes into a register on a shared drive is the store's business.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCryptographicHash, QFileSystemWatcher, QLockFile, QObject, Signal

if TYPE_CHECKING:
    from pathlib import Path

_QUIET: Final = b"0"
_CALLED: Final = b"1"


class OneWindow(QObject):
    """The claim of one window on one register."""

    called = Signal()
    """Another start wants this window in front."""

    def __init__(self, register: Path, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = QCryptographicHash.hash(str(register.resolve()).encode(), QCryptographicHash.Algorithm.Sha1).toHex()
        mark = bytes(name.data()).decode()[:16]
        self._call = folder / f"goi-{mark}"
        self._lock = QLockFile(str(folder / f"cua-so-{mark}.lock"))
        self._lock.setStaleLockTime(0)  # only a process that is gone leaves a lock behind
        self._watcher: QFileSystemWatcher | None = None

    def claim(self) -> bool:
        """Claim the register for this window; False where another window has it, True too where no lock can be kept."""
        try:
            self._call.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            return True
        return self._lock.tryLock(0) or self._lock.error() is not QLockFile.LockError.LockFailedError

    def call_first(self) -> None:
        """Call the window that has the register to the front."""
        _write(self._call, _CALLED)

    def listen(self) -> None:
        """Begin to notice such calls; after the first paint, since watching costs a thread on some systems."""
        if _write(self._call, _QUIET):  # else a second start finds no lock either, and opens beside this one
            self._watcher = QFileSystemWatcher([str(self._call)], self)
            self._watcher.fileChanged.connect(self._take_call)

    def release(self) -> None:
        """Let the register go."""
        self._watcher = None
        self._lock.unlock()

    def _take_call(self, path: str) -> None:
        if self._watcher is not None and path not in self._watcher.files():
            self._watcher.addPath(path)  # some systems write a file anew and lose sight of the old one
        if _read(self._call) == _CALLED:
            _write(self._call, _QUIET)
            self.called.emit()


def _read(path: Path) -> bytes:
    """Read a call; one that is being written just now tells of itself again."""
    try:
        return path.read_bytes()
    except OSError:
        return _QUIET


def _write(path: Path, content: bytes) -> bool:
    """Write a call, or its end; False where that cannot be done."""
    try:
        path.write_bytes(content)
    except OSError:
        return False
    return True
