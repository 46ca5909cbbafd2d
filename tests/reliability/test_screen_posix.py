"""The window on a real screen, an X server that nobody sits before; every other test draws without one.

On a bare machine this is what holds `packaging/linux/run.packages` to the libraries that a screen needs.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from govmail_desk import paths
from tests.desks import founded

SHOWS_THE_REGISTER = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from govmail_desk.gui import start

def tell():
    app.primaryScreen().grabWindow(0).save(sys.argv[2])
    print(app.platformName())
    opening.window.close()

app = start.dressed_application()
opening = start.Opening(start.window_settings(), Path(sys.argv[1]))
opening.show()
opening.window.desk_opened.connect(lambda: QTimer.singleShot(500, tell))
app.exec()
"""


@pytest.fixture
def screen() -> Iterator[str]:
    """Yield the name of a screen of the smallest size we promise to fit."""
    told, tells = os.pipe()
    words = ["Xvfb", "-displayfd", str(tells), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(words, pass_fds=[tells], stderr=subprocess.DEVNULL) as server:
        os.close(tells)
        with os.fdopen(told, encoding="ascii") as answer:
            yield f":{answer.readline().strip()}"
        server.terminate()


def test_the_window_is_seen_on_a_real_screen(screen: str, tmp_path: Path) -> None:
    founded(tmp_path).close()
    picture = tmp_path / "seen.png"
    own = {name: value for name, value in os.environ.items() if not name.startswith("QT_QPA")}
    answer = subprocess.run(
        [sys.executable, "-c", SHOWS_THE_REGISTER, str(tmp_path / "so.govmail"), str(picture)],
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=own | {"DISPLAY": screen, paths.HOME_VARIABLE: str(tmp_path / "nhà")},
    )
    assert answer.stdout == "xcb\n"
    seen = QImage(str(picture))
    assert (seen.width(), seen.height()) == (1366, 768)
    colours = {seen.pixel(x, y) for x in range(0, seen.width(), 4) for y in range(0, seen.height(), 4)}
    assert len(colours) > 20  # letters with soft edges, icons, a page: not one empty frame
