"""`python packaging/draw_window.py [FILE]`: the README's picture of the window, drawn anew from the real one (`make picture`).

The demo unit of Ninh Bình on a Friday at work, the request it drafted chosen on the page Đề nghị. Everybody in it is invented, and
nothing of the machine it is drawn on can be seen. It wants the environment of the checks.
"""

from __future__ import annotations

import os
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from PySide6.QtCore import QEventLoop, QTimer

from govmail_desk.cli import demo
from govmail_desk.desk import Desk
from govmail_desk.gui import start
from govmail_desk.gui.frame.person_at_work import keep_person
from govmail_desk.gui.panes.beside import Beside
from govmail_desk.listings import requests

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "resources" / "help" / "pictures" / "window.png"
REGULATION = "ninhbinh-2020"
PERSON = "Phạm Thu Hà"
WIDTH, HEIGHT = 1366, 768
PANE_WIDTH = 468  # the pane's border drawn to where the addresses are seen whole
OPENED_MS, SETTLED_MS = 3000, 500


class Friday:
    """What the desk's clock reads, so that the picture is the same whenever it is drawn."""

    @staticmethod
    def now() -> datetime:
        return datetime(2026, 11, 20, 8, 35, tzinfo=timezone(timedelta(hours=7)))


def main_job(folder: Path) -> tuple[Path, int]:
    """Do the demo's job; return the register and its request."""
    register, _ = demo.do_main_job(demo.read_sample(REGULATION), regulation_id=REGULATION, folder=folder)
    with Desk.open(register, person=PERSON) as desk:
        return register, requests.every(desk)[0].id


def draw(file: Path, folder: Path) -> bool:
    """Choose the request in the real window and keep what is seen."""
    register, request_id = main_job(folder)
    start.dressed_application().setCursorFlashTime(0)  # a caret that blinks would make every picture another
    settings = start.window_settings()
    keep_person(settings, PERSON)
    settings.setValue("window/page", "requests")
    opening = start.Opening(settings, register)
    opening.show()
    window = opening.window
    assert window is not None
    window.resize(WIDTH, HEIGHT)
    wait(OPENED_MS)
    window.works.go_to("requests", request_id)
    (beside,) = window.findChildren(Beside)
    beside.setSizes([beside.width() - PANE_WIDTH, PANE_WIDTH])
    wait(SETTLED_MS)
    is_kept = window.grab().save(str(file))
    window.close()
    opening.end()
    return is_kept


def wait(milliseconds: int) -> None:
    """Let the window live; `QTest.qWait` would hold back the workers that open its register."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    with TemporaryDirectory() as home, patch("govmail_desk.desk.datetime", Friday):
        os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "qt.qpa.*=false", "GOVMAIL_DESK_HOME": home}
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        sys.exit(not draw(Path(sys.argv[1]) if sys.argv[1:] else PICTURE, Path(home)))
