"""The `.venv` of a checkout, made from a lock: the same on Linux and Windows, with nothing but Python's own library.

Here: making it, knowing that it is already right, and one maker at a time. Not here: Debian's packages
(`packaging/linux/libraries`), what is then started (`packaging/run.py`, `packaging/test.py`).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NoReturn

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "packaging" / "locks"
VENV = ROOT / ".venv"
STAMP = VENV / "made-from.txt"

WHAT_A_LOCK_HOLDS = {"run": ("run",), "test": ("test", "run")}  # every pin of run.txt stands in test.txt too


def started(name: str) -> Path:
    """The file that starts one of the environment's programs."""
    return VENV / "Scripts" / f"{name}.exe" if sys.platform == "win32" else VENV / "bin" / name


def prepare(lock: str) -> None:
    """Make `.venv` hold what `packaging/locks/<lock>.txt` pins and this checkout; at once when it already does.

    Ends the program with one sentence and code 3 when Python is too old or the packages cannot be had.
    """
    if sys.version_info < (3, 11):
        _give_up(f"Cần Python 3.11 trở lên; máy đang chạy Python {sys.version.split()[0]}.")
    # Python 3.11 reads the checkout's place from a .pth file in the system's code page: Vietnamese folders get lost on Windows
    os.environ["PYTHONPATH"] = str(ROOT)
    with _one_at_a_time():
        if not _is_usable():
            _make_anew()
        if _mark(lock) not in _stamped():
            _install(lock)


def _is_usable() -> bool:
    """Whether its Python still starts, and in the folder it was made in: the scripts hold absolute paths."""
    stamped = _stamped()
    if stamped and stamped[0] != str(VENV):
        return False
    return started("python").exists() and _succeeds(started("python"), "-c", "import pip")


def _make_anew() -> None:
    if VENV.exists():
        shutil.rmtree(VENV)
    if not _succeeds(sys.executable, "-m", "venv", VENV):
        _give_up("Không tạo được thư mục .venv; trên Debian hãy cài gói python3-venv rồi chạy lại.")


def _install(lock: str) -> None:
    say("Đang cài các gói đã khóa phiên bản (lần đầu mất vài phút)…")
    STAMP.unlink(missing_ok=True)  # an installation cut short must not look whole
    pip = (started("python"), "-m", "pip", "--disable-pip-version-check", "install", "-qq", "--no-user", "--no-deps")
    pinned = ("--require-hashes", "--only-binary", ":all:", "--requirement", LOCKS / f"{lock}.txt")
    checkout = ("--no-build-isolation", "--editable", ROOT)
    if not (_succeeds(*pip, *pinned) and _succeeds(*pip, *checkout)):
        _give_up("Không cài được các gói; hãy kiểm tra đường mạng tới kho gói Python rồi chạy lại lệnh này.")
    lines = [str(VENV), *(_mark(name) for name in WHAT_A_LOCK_HOLDS[lock])]
    STAMP.write_text("\n".join(lines), encoding="utf-8")


def _stamped() -> list[str]:
    """The folder the environment was made in, then the marks of the locks it holds; empty when we did not make it."""
    return STAMP.read_text(encoding="utf-8").splitlines() if STAMP.exists() else []


def _mark(lock: str) -> str:
    """The lock's name with a digest of everything that decides what an installation from it holds."""
    digest = hashlib.sha256()
    for source in (LOCKS / f"{lock}.txt", ROOT / "pyproject.toml"):
        digest.update(source.read_bytes())
    return f"{lock} {digest.hexdigest()}"


def _succeeds(*command: str | Path) -> bool:
    return subprocess.run(command, check=False, stdin=subprocess.DEVNULL).returncode == 0


def _give_up(sentence: str) -> NoReturn:
    say(sentence)
    raise SystemExit(3)


def say(sentence: str) -> None:
    """On stderr and in UTF-8, whatever code page a pipe on Windows has; a console there takes any letter anyway."""
    sys.stderr.flush()
    sys.stderr.buffer.write(f"{sentence}{os.linesep}".encode())
    sys.stderr.buffer.flush()


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Two commands may be started together; the second waits until the first has made the environment."""
    with (ROOT / ".venv.lock").open("a", encoding="utf-8") as door:
        _shut(door)
        yield


if sys.platform == "win32":
    import msvcrt

    def _shut(door: IO[str]) -> None:
        while True:
            try:
                msvcrt.locking(door.fileno(), msvcrt.LK_LOCK, 1)
            except OSError:  # LK_LOCK gives up after ten tries, one a second
                continue
            return

else:
    import fcntl

    def _shut(door: IO[str]) -> None:
        fcntl.flock(door, fcntl.LOCK_EX)
