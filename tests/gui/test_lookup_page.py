"""What the pages of mailboxes and of people have in common: how often they ask, searching as you type, the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from govmail_desk.gui.frame.rail import RailButton
from tests.gui.named_controls import unnamed_controls
from tests.gui.sample_register import peopled
from tests.gui.statements import counted_statements
from tests.gui.vietnamese_typing import type_by_input_method, type_decomposed, type_like_unikey
from tests.gui.windows import OpenWindow
from tests.large_register import large_register

PAGES = ("mailboxes", "people")
MOST_STATEMENTS = 5


@pytest.fixture
def shown(qtbot, tmp_path):
    """Open a page on a register of forty people."""
    opened = []

    def show(key, desk=None):
        opened.append(OpenWindow(qtbot, desk or peopled(tmp_path), tmp_path, key))
        return opened[-1]

    yield show
    for window in opened:
        window.close()


def statements_of_opening(qtbot, shown, desk, key):
    """Count what is asked between the wish for a page and its rows being seen."""
    window = shown("settings", desk)
    works = window.window.works
    qtbot.waitUntil(lambda: not works.background.is_busy)
    with counted_statements(desk) as sent:
        works.go_to(key)
        page = works.stack.page
        qtbot.waitUntil(lambda: page.table.isVisible() and not page.table.visibleRegion().isEmpty())
        QTest.qWait(100)
        assert page.table.rows.row_at(0) is not None
    return len(sent)


@pytest.mark.parametrize("key", PAGES)
def test_a_page_asks_as_little_of_a_hundred_thousand_as_of_five_hundred(key, qtbot, shown, tmp_path) -> None:
    counted = []
    for count in (500, 100_000):
        folder = tmp_path / str(count)
        folder.mkdir()
        counted.append(statements_of_opening(qtbot, shown, large_register(folder, count), key))
    assert counted[0] == counted[1] <= MOST_STATEMENTS


@pytest.mark.parametrize("key", PAGES)
def test_a_search_counts_nothing_anew_and_a_change_does(key, qtbot, shown) -> None:
    window = shown(key)
    page = window.page
    qtbot.waitUntil(lambda: not window.window.works.background.is_busy)
    with counted_statements(page.desk) as sent:
        page.search.setText("an")
        page.lookup.ask_now()
    assert len(sent) == 3
    with counted_statements(page.desk) as sent:
        page.reload(None)
    assert len(sent) > 3


@pytest.mark.parametrize("key", PAGES)
@pytest.mark.parametrize("type_text", [type_by_input_method, type_like_unikey, type_decomposed])
def test_words_typed_as_vietnamese_find_rows_in_any_order(key, type_text, qtbot, shown) -> None:
    page = shown(key).page
    type_text(page.search, "Mỹ Phạm")
    qtbot.waitUntil(lambda: 0 < page.table.rows.rowCount() < 10)
    rows = [page.table.rows.row_at(place) for place in range(page.table.rows.rowCount())]
    names = {row.holder if key == "mailboxes" else row.full_name for row in rows}
    assert names == {"Phạm Thị Mỹ Hạnh"} or all("Phạm" in name and "Mỹ" in name for name in names)


@pytest.mark.parametrize("key", PAGES)
def test_only_the_newest_of_quick_searches_is_shown(key, qtbot, shown) -> None:
    page = shown(key).page
    for text in ("p", "ph", "khong co ai", "an"):
        page.search.setText(text)
    answers = []
    page.lookup.answered.connect(answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    qtbot.wait(300)
    assert len(answers) == 1
    assert list(answers[0].ids) == [page.table.rows.id_at(place) for place in range(page.table.rows.rowCount())]


@pytest.mark.parametrize("key", PAGES)
def test_nothing_is_completed_in_the_search_line(key, qtbot, shown) -> None:
    page = shown(key).page
    QTest.keyClicks(page.search, "pha")
    qtbot.wait(250)
    assert page.search.text() == "pha"
    assert page.search.completer() is None


@pytest.mark.parametrize("key", PAGES)
def test_the_keyboard_goes_from_search_to_rows_to_pane_and_back(key, qtbot, shown) -> None:
    window = shown(key)
    page = window.page
    window.window.activateWindow()
    page.setFocus()
    assert QApplication.focusWidget() is page.search
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.table
    assert len(page.table.chosen_ids) == 1
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert page.pane.isAncestorOf(focus)
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.table
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.search


@pytest.mark.parametrize("key", PAGES)
def test_enter_in_the_search_line_asks_at_once_and_goes_to_the_rows(key, shown) -> None:
    page = shown(key).page
    page.search.setFocus()
    page.search.setText("thi my")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert 0 < page.table.rows.rowCount() < 20
    assert QApplication.focusWidget() is page.table


@pytest.mark.parametrize("key", PAGES)
def test_delete_and_letters_on_the_rows_change_nothing(key, qtbot, shown) -> None:
    window = shown(key)
    page, head = window.page, window.desk.journal_head()
    page.go_to_rows()
    for pressed in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_A):
        QTest.keyClick(page.table, pressed)
    assert window.desk.journal_head() == head
    assert window.dialog is None


@pytest.mark.parametrize("key", PAGES)
def test_a_search_that_finds_nobody_says_so_and_can_be_taken_back(key, qtbot, shown) -> None:
    page = shown(key).page
    count = page.table.rows.rowCount()
    page.search.setText("khong co ai ca")
    qtbot.waitUntil(lambda: page.view.currentWidget() is page.view.empty)
    back = next(button for button in page.view.empty.buttons if button.accessibleName() == "Bỏ tìm và lọc")
    back.click()
    assert (page.table.rows.rowCount(), page.search.text()) == (count, "")


@pytest.mark.parametrize("key", PAGES)
def test_rows_keep_what_was_chosen_when_another_order_is_wanted(key, shown) -> None:
    page = shown(key).page
    page.table.selectRow(5)
    chosen = page.table.chosen_ids
    page.table._sort(0)
    page.table._sort(0)
    assert page.table.chosen_ids == chosen


@pytest.mark.parametrize("key", PAGES)
def test_every_control_has_a_name_for_a_screen_reader(key, shown) -> None:
    window = shown(key)
    window.page.go_to_rows()
    window.page.settle()
    assert unnamed_controls(window.page) == []


@pytest.mark.parametrize("key", PAGES)
def test_columns_are_remembered(key, shown, tmp_path) -> None:
    window = shown(key)
    window.page.table.horizontalHeader().resizeSection(0, 321)
    assert "=321" in str(window.window.settings.value(f"columns/{key}", ""))


@pytest.mark.parametrize("key", PAGES)
def test_in_a_narrow_window_list_and_pane_are_seen_one_at_a_time(key, shown) -> None:
    window = shown(key)
    window.window.resize(683, 384)
    page = window.page
    page.go_to_rows()
    page.settle()
    assert page.table.isVisible()
    assert not page.pane.isVisible()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.pane.isVisible()
    assert not page.table.isVisible()
    assert not page.search.isVisible()
    page.pane.back_button.click()
    assert page.table.isVisible()
    assert not page.pane.isVisible()


@pytest.mark.parametrize("key", PAGES)
def test_in_a_low_window_the_chips_wait_behind_a_button(key, shown) -> None:
    window = shown(key)
    page = window.page
    assert page.chips.isVisible()
    assert not page.filter_button.isVisible()
    window.window.resize(683, 384)
    assert not page.chips.isVisible()
    assert page.filter_button.isVisible()
    page.filter_button.click()
    assert page.chips.isVisible()


def tabbed(window, first, most=60):
    """Press Tab until the focus is back where it began; return what had it."""
    passed = [first]
    first.setFocus()
    for _ in range(most):
        QTest.keyClick(passed[-1], Qt.Key.Key_Tab)
        focused = window.window.focusWidget()
        if focused is first:
            break
        passed.append(focused)
    return passed


def test_tab_goes_from_the_rows_through_pane_acts_and_rail_round_to_the_rows(qtbot, shown) -> None:
    window = shown("mailboxes")
    page = window.page
    qtbot.waitUntil(page.table.isVisible)
    page.table.selectRow(0)
    page.settle()
    passed = tabbed(window, page.table)
    assert len(set(passed)) == len(passed)
    assert {page.search, page.pane._scroll, *page.pane.buttons} <= set(passed)
    assert any(isinstance(part, RailButton) for part in passed)


def test_an_empty_page_holds_no_focus_of_its_own_so_that_tab_goes_on(qtbot, shown) -> None:
    view = shown("incidents").page.view
    qtbot.waitUntil(view.empty.isVisible)
    assert view.focusProxy() is view.empty
    assert view.empty.focusPolicy() == Qt.FocusPolicy.NoFocus
