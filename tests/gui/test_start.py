"""Opening the window: what the first paint loads, the first setup, the register opened last, the names on top."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from govmail_desk import app
from govmail_desk.gui import start
from govmail_desk.gui.frame.glance import Glance
from govmail_desk.gui.frame.person_at_work import keep_person, person_at_work
from govmail_desk.operations.units import rename_unit
from tests.desks import NOW, added, founded, own_unit_id

HEAVY = ("sqlalchemy", "alembic", "openpyxl", "docxtpl", "lxml")
LOOKS_AT_FIRST_PAINT = f"""
import sys
from pathlib import Path
from govmail_desk.gui import start
app = start.dressed_application()
opening = start.Opening(start.window_settings(), Path(sys.argv[1]))
opening.show()
opening.window.first_painted.connect(lambda: print([name for name in {HEAVY!r} if name in sys.modules]))
opening.window.desk_opened.connect(lambda: print("sqlalchemy" in sys.modules))
opening.window.desk_opened.connect(opening.window.close)
app.exec()
"""


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "cua-so.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def register(tmp_path):
    desk = founded(tmp_path)
    added(desk, "Đỗ Thị Bích Ngọc")
    desk.close()
    return tmp_path / "so.govmail"


@pytest.fixture
def opened(qtbot, settings):
    made = []

    def open_on(path):
        opening = start.Opening(settings, path)
        opening.show()
        for widget in filter(None, (opening.window, opening.setup)):
            qtbot.addWidget(widget)
        if opening.window is not None:
            qtbot.waitSignal(opening.window.desk_opened, timeout=10_000).wait()
        made.append(opening)
        return opening

    yield open_on
    for opening in made:
        for widget in filter(None, (opening.window, opening.setup)):
            widget.close()


def test_the_first_paint_loads_neither_the_register_nor_the_papers(register, tmp_path):
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "GOVMAIL_DESK_HOME": str(tmp_path / "home")}
    command = [sys.executable, "-c", LOOKS_AT_FIRST_PAINT, str(register)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines() == ["[]", "True"]


def test_without_a_screen_one_sentence_says_so(monkeypatch, capsys):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert app.main([]) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "không có màn hình" in said.err


def test_a_register_opens_on_today_with_its_unit_and_regulation_on_top(opened, register, qtbot):
    window = opened(register).window
    assert window.works.stack.key == "today"
    qtbot.waitUntil(lambda: window.windowTitle() == "Sở Thông tin và Truyền thông – GovMail Desk", timeout=10_000)
    assert window.top_bar._regulation.whole == "Quy chế: Ninh Bình 2020 (chưa có số)"


def test_the_first_window_is_no_larger_than_the_screen(opened, register):
    window = opened(register).window
    room = window.screen().availableSize()
    assert (window.width() <= room.width(), window.height() <= room.height()) == (True, True)


def test_the_first_setup_founds_a_register_and_lands_on_today(opened, settings, qtbot, tmp_path):
    path = tmp_path / "moi" / "so-moi.govmail"
    opening = opened(path)
    setup = opening.setup
    qtbot.waitUntil(lambda: len(setup.cards.cards) == 5, timeout=10_000)
    next(card for card in setup.cards.cards if card.regulation.id == "ninhbinh-2020").button.click()
    setup.unit.name_field.setText("Sở Thông tin và Truyền thông")
    setup.unit.head_field.setText("Lê Thị Mỹ Hạnh")
    setup.main_button.click()
    qtbot.waitUntil(lambda: opening.window is not None, timeout=10_000)
    qtbot.waitSignal(opening.window.desk_opened, timeout=10_000).wait()
    assert path.is_file()
    assert opening.window.works.stack.key == "today"
    assert not setup.isVisible()
    assert settings.value(start.REGISTER_KEY) == str(path)


def test_the_register_opened_last_is_opened_again(opened, settings, register, qtbot):
    settings.setValue(start.REGISTER_KEY, str(register))
    window = opened(None).window
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Sở Thông tin và Truyền thông"), timeout=10_000)


def test_the_names_seen_last_stand_on_top_at_once_the_next_time(opened, settings, register, qtbot):
    window = opened(register).window
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Sở Thông tin"), timeout=10_000)
    again = Glance.read(settings, register)
    assert (again.unit_name, again.regulation_name) == ("Sở Thông tin và Truyền thông", "Ninh Bình 2020 (chưa có số)")


def test_a_register_that_is_gone_from_its_place_is_told_of(opened, settings, tmp_path):
    settings.setValue(start.REGISTER_KEY, str(tmp_path / "usb" / "so.govmail"))
    assert "Không thấy sổ “so.govmail”" in opened(None).setup.notices.sentence


def test_a_unit_named_anew_is_named_anew_on_top(opened, register, qtbot):
    opening = opened(register)
    desk = opening.window.works.stack.page.desk
    rename = lambda: rename_unit(desk, unit_id=own_unit_id(desk), name="Sở Khoa học và Công nghệ", from_on=NOW.date())  # noqa: E731
    opening.window.works.runner.run(opening.window.works.stack, rename)
    qtbot.waitUntil(lambda: opening.window.windowTitle().startswith("Sở Khoa học và Công nghệ"), timeout=10_000)


def test_the_search_box_leads_people_mailboxes_and_requests_to_their_pages(register):
    desk = start.Opening(QSettings(), register)._open_desk()
    pages = {found.title: found.page_key for text in ("ngoc", "stttt") for found in start.find(desk, text)}
    desk.close()
    assert pages["Đỗ Thị Bích Ngọc"] == "people"
    assert pages["stttt@ninhbinh.gov.vn"] == "mailboxes"


def test_the_rail_counts_what_waits_for_the_clerk(register):
    desk = start.Opening(QSettings(), register)._open_desk()
    assert start.counts(desk) == {"today": 0, "requests": 0, "handovers": 0, "incidents": 0}
    desk.close()


def test_who_works_is_the_account_until_a_name_is_given(settings):
    account = person_at_work(settings)
    keep_person(settings, "  Ngô Thị  Kim Uyên ")
    assert (account != "", person_at_work(settings)) == (True, "Ngô Thị Kim Uyên")


def test_a_register_that_is_no_file_is_refused_before_anything_opens(tmp_path):
    with pytest.raises(start.RuleBroken, match="tệp"):
        start.open_window("postgresql://may-chu/so")


def test_a_path_may_hold_vietnamese_letters(opened, register, tmp_path, qtbot):
    moved = tmp_path / "Hộp thư của Sở" / "sổ.govmail"
    moved.parent.mkdir()
    Path(register).rename(moved)
    window = opened(moved).window
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Sở Thông tin"), timeout=10_000)
