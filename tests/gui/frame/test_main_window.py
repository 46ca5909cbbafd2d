"""The frame of the window: what the first paint shows and loads, and what is remembered."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt

from govmail_desk.gui.frame.glance import Glance
from govmail_desk.gui.frame.main_window import MainWindow
from govmail_desk.gui.frame.wiring import Wiring
from tests.gui.named_controls import unnamed_controls
from tests.gui.sample_unit import NoRegister, sample_specs

ROOT = Path(__file__).resolve().parents[2]
HEAVY = (
    "sqlalchemy", "alembic", "sqlite3", "openpyxl", "docx", "docxtpl", "lxml", "msgspec", "unidecode", "python_calamine", "pyhanko",
    "cryptography", "asn1crypto", "icalendar", "PIL", "jinja2",
    "govmail_desk.desk", "govmail_desk.store", "govmail_desk.operations", "govmail_desk.listings", "govmail_desk.documents",
    "govmail_desk.regulations", "govmail_desk.domain",
)  # fmt: skip
FIRST_PAINT = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from govmail_desk.gui.frame.glance import Glance
from govmail_desk.gui.frame.main_window import MainWindow
from govmail_desk.gui.pages import PAGES
from govmail_desk.gui.look.theme import STYLE_WORDS, Look, dress
from govmail_desk.gui.look.translation import speak_vietnamese
from govmail_desk.gui.frame.wiring import Wiring

app = QApplication([sys.argv[0], *STYLE_WORDS])
speak_vietnamese(app)
dress(app, Look())
glance = Glance("Sở Thông tin và Truyền thông", "Ninh Bình 2020", "Lê Thị Mỹ Hạnh", Path("stttt.govmail"))
settings = QSettings(sys.argv[1], QSettings.Format.IniFormat)
window = MainWindow(glance, Wiring(open_desk=object), specs=PAGES, settings=settings)
seen = []

def look():
    seen.extend(sys.modules)
    app.exit()

window.first_painted.connect(look)
window.show()
app.exec()
from PySide6 import QtCore
print("\\n".join(seen))
sys.stdout.flush()
__import__("os")._exit(0)
"""


def made(folder: Path, **glance: object) -> MainWindow:
    seen = Glance(
        "Sở Thông tin và Truyền thông", "Ninh Bình 2020 (chưa có số)", "Lê Thị Mỹ Hạnh", folder / "stttt.govmail"
    )
    settings = QSettings(str(folder / "cua-so.ini"), QSettings.Format.IniFormat)
    return MainWindow(seen._replace(**glance), Wiring(open_desk=NoRegister), specs=sample_specs(), settings=settings)


@pytest.fixture
def window(qtbot, tmp_path: Path):
    window = made(tmp_path)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.desk_opened, timeout=10_000):
        window.show()
    yield window
    window.close()


def test_the_first_paint_loads_nothing_heavy(tmp_path: Path) -> None:
    answer = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, str(tmp_path / "cua-so.ini")],
        check=True,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
    )
    loaded = answer.stdout.splitlines()
    assert "govmail_desk.gui.frame.main_window" in loaded
    assert not [name for name in loaded if name in HEAVY or name.partition(".")[0] in HEAVY]
    ours = {name for name in loaded if name.startswith("govmail_desk.")}
    assert ours <= FRAME, "a module more before the first paint needs a reason"


FRAME = {
    "govmail_desk.paths",
    *(
        f"govmail_desk.gui{name}"
        for name in ("", ".frame", ".late", ".look", ".page_spec", ".pages", ".sections", ".shelves")
    ),
    *(
        f"govmail_desk.gui.frame.{name}"
        for name in ("glance", "main_window", "page_header", "person_at_work", "rail", "status_line", "top_bar", "wiring")
    ),
    *(f"govmail_desk.gui.look.{name}" for name in ("colours", "elided", "fonts", "icons", "theme", "translation")),
}  # fmt: skip


def test_the_frame_names_unit_regulation_person_and_register(window: MainWindow) -> None:
    assert window.windowTitle() == "Sở Thông tin và Truyền thông – GovMail Desk"
    said = " · ".join(part.accessibleName() for part in (window.top_bar.person_button, window.header.title))
    assert said == "Người đang làm việc: Lê Thị Mỹ Hạnh · Hôm nay"


def test_a_register_without_a_unit_says_so(qtbot, tmp_path: Path) -> None:
    window = made(tmp_path, unit_name="", regulation_name="")
    qtbot.addWidget(window)
    assert window.windowTitle() == "GovMail Desk"


def test_every_control_of_the_window_has_a_name(window: MainWindow, qtbot) -> None:
    assert unnamed_controls(window) == []


def test_enter_does_what_the_button_under_the_focus_says(window: MainWindow, qtbot) -> None:
    button = window.rail.buttons["requests"]
    window.activateWindow()
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_a_narrow_window_keeps_the_drawings_of_the_rail(window: MainWindow, qtbot) -> None:
    window.resize(1366, 768)
    wide = window.rail.width()
    window.resize(683, 384)
    qtbot.waitUntil(lambda: window.rail.width() < wide / 2)
    assert window.rail.buttons["requests"].toolTip() == "Đề nghị"
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: window.rail.width() == wide)


def test_the_window_begins_where_it_was_left(qtbot, tmp_path: Path) -> None:
    first = made(tmp_path)
    qtbot.addWidget(first)
    with qtbot.waitSignal(first.desk_opened, timeout=10_000):
        first.show()
    first.resize(700, 500)
    first.works.go_to("requests")
    first.close()
    again = made(tmp_path)
    qtbot.addWidget(again)
    assert again.first_key() == "requests"
    assert again.header.title.whole == "Đề nghị"
    assert (again.width(), again.height()) == (700, 500)


def test_settings_that_name_no_page_begin_with_the_first(qtbot, tmp_path: Path) -> None:
    (tmp_path / "cua-so.ini").write_text("[window]\npage=ngày mai\ngeometry=hỏng\n", encoding="utf-8")
    window = made(tmp_path)
    qtbot.addWidget(window)
    assert window.first_key() == "today"


def test_the_works_are_not_there_before_the_first_paint(qtbot, tmp_path: Path) -> None:
    window = made(tmp_path)
    qtbot.addWidget(window)
    with pytest.raises(RuntimeError):
        _ = window.works
