"""Báo cáo: shelves beside each other, the one shown lends the page its title line, acts and help."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from govmail_desk.desk import Changes, Desk
from govmail_desk.domain.errors import StoreUnavailable
from govmail_desk.gui.pages.reports import ReportsPage
from tests.gui.sample_unit import SamplePage, sample_specs

TOUCHED = Changes(8, "propose", "Đã đề xuất", {"mailbox": frozenset({3})})


@pytest.fixture
def page(qtbot, tmp_path):
    with Desk.create(tmp_path / "stttt.govmail", person="Lê Thị Mỹ Hạnh") as desk:
        made = ReportsPage(specs=sample_specs())
        qtbot.addWidget(made)
        made.resize(900, 600)
        made.show()
        made.open_desk(desk)
        made.reload(None)
        yield made


def test_the_first_shelf_is_shown_and_lends_the_page_its_line_acts_and_help(page):
    assert page.stack.key == "today"
    page.show_part("mailboxes")
    shelf = page.stack.page
    assert (page.subtitle, page.main_act, page.acts) == (shelf.subtitle, shelf.main_act, shelf.acts)
    assert page.shown_topic == shelf.help_topic
    assert page.bar.buttons["mailboxes"].isChecked()


def test_a_shelf_is_made_when_it_is_first_shown(page):
    assert len(page.stack.findChildren(SamplePage)) == 1
    page.bar.buttons["mailboxes"].click()
    assert len(page.stack.findChildren(SamplePage)) == 2


def test_the_keyboard_goes_round_the_shelves(page, qtbot):
    page.activateWindow()
    page.stack.page.table.setFocus()
    qtbot.keyClick(page.stack.page.table, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert page.stack.key == "settings"
    page.stack.page.table.setFocus()
    qtbot.keyClick(page.stack.page.table, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.stack.key == "today"


def test_the_shelf_seen_reloads_and_the_others_when_they_are_shown(page):
    page.show_part("mailboxes")
    seen = page.stack.page
    page.reload(TOUCHED)
    assert seen.reloads == [None, TOUCHED]
    page.show_part("people")
    page.reload(None)
    assert seen.reloads == [None, TOUCHED]
    page.show_part("mailboxes")
    assert seen.reloads == [None, TOUCHED, None]


def test_one_thing_and_one_act_of_a_shelf_are_reached_through_the_page(page):
    page.show_part("mailboxes")
    page.show_item(3)
    page.start("import")
    assert (page.stack.page.shown, page.stack.page.started) == ([3], ["import"])


def test_the_header_hears_of_another_shelf(page, qtbot):
    with qtbot.waitSignal(page.header_changed):
        page.bar.buttons["mailboxes"].click()
    assert isinstance(page.main_act, QAction)


def test_rows_that_cannot_be_read_are_told_to_the_window(page, monkeypatch, qtbot):
    def refuse(_):
        raise StoreUnavailable("Sổ đang được nơi khác ghi.")

    monkeypatch.setattr(page.stack.page, "reload", refuse)
    with qtbot.waitSignal(page.failed) as told:
        page.reload(None)
    assert str(told.args[0]) == "Sổ đang được nơi khác ghi."


def test_the_drawings_of_the_shelves_give_way_before_a_name_goes_to_the_next_line(page, qtbot):
    bar = page.bar
    buttons = list(bar.buttons.values())
    whole = buttons[-1].geometry().right() + 40
    assert all(not button.icon().isNull() for button in buttons)
    page.resize(whole - 45, 600)
    qtbot.waitUntil(lambda: all(button.icon().isNull() for button in buttons))
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) == 1)
    page.resize(900, 600)
    qtbot.waitUntil(lambda: all(not button.icon().isNull() for button in buttons))
