"""The window's first paint on a register of 100,000 mailboxes, against an empty PySide6 window with the same letters.

Run `python -m tests.benchmarks.windows`. Both are processes of their own, started in turn, offscreen, and measured from their start to the
moment the first frame was drawn; ours goes the way of `app.main`.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.measured import Figure, tell

COUNT = 100_000
STARTS = 15
MOST_TIMES_FLOOR = 1.25


def main() -> int:
    """Measure, print, and fail above the bound."""
    from tests.large_register import large_register

    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        large_register(home, COUNT).close()
        (home / "so.govmail").rename(
            home / "so-hop-thu.govmail"
        )  # the register of whoever starts the window without words
        for way in ("ours", "empty"):  # as installed: the modules are compiled before anyone starts the program
            seconds_of(way, home)
        rounds = [(seconds_of("ours", home), seconds_of("empty", home)) for _ in range(STARTS)]
    taken, floor = map(min, zip(*rounds, strict=True))  # what else runs on the machine can only add
    return tell([Figure(f"first paint, register of {COUNT:,}", taken, floor, MOST_TIMES_FLOOR)])


def seconds_of(way: str, home: Path) -> float:
    """Start a window in a process of its own and return the CPU seconds until it was drawn."""
    command = [sys.executable, "-m", "tests.benchmarks.windows", way]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "GOVMAIL_DESK_HOME": str(home), "DISPLAY": ":0"}
    environment |= {"PYTHONPYCACHEPREFIX": str(home / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
    answer = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", env=environment)
    return float(answer.stdout.splitlines()[-1])


def report() -> None:
    """Say the CPU seconds since the process began, and end it."""
    sys.stdout.write(f"{time.process_time()}\n")
    sys.stdout.flush()
    os._exit(0)


def show_ours() -> None:
    """Start the program as `app.main` does without words, step by step, and report when its frame was drawn."""
    from govmail_desk import app

    assert app.has_display()
    gc.disable()
    from govmail_desk.gui import start

    application = start.dressed_application()
    opening = start.Opening(start.window_settings())
    opening.show()
    assert opening.window is not None
    opening.window.first_painted.connect(report)
    application.exec()


def show_empty() -> None:
    """Show a window with nothing in it; report when it was drawn."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QFont, QFontDatabase, QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Empty(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, report)

    application = QApplication(["empty", "-style", "Fusion"])
    for face in sorted((Path(__file__).resolve().parents[2] / "resources" / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(face))
    application.setFont(QFont("Be Vietnam Pro"))
    window = Empty()
    window.resize(1366, 768)
    window.show()
    application.exec()


if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.exit(main())
    show_ours() if sys.argv[1] == "ours" else show_empty()
