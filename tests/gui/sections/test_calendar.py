"""The calendar of Thiết lập: what is due on its days, correcting a day, taking in a file, and due dates of an earlier calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from govmail_desk.domain.reminder import Due
from govmail_desk.gui.desktop import Desktop, stand_on
from tests.desks import founded, say_of_day
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.named_controls import unnamed_controls
from tests.gui.windows import OpenWindow
from tests.operations.open_dues import sent_request

FRIDAY = date(2026, 11, 27)


@pytest.fixture
def shown(qtbot, tmp_path):
    """Open the calendar on a register that `prepare` filled."""
    opened = []

    def show(prepare=None, page="settings"):
        desk = founded(tmp_path)
        if prepare is not None:
            prepare(desk)
        opened.append(OpenWindow(qtbot, desk, tmp_path, page))
        if page == "settings":
            opened[-1].page.show_section("calendar")
        return opened[-1]

    yield show
    for window in opened:
        window.close()


def counted_earlier(desk):
    sent_request(desk)
    with desk.transaction("earlier", "Hạn tính theo lịch nghỉ trước đó") as act:
        (due,) = act.transaction.find(Due, subject_kind="request")
        act.transaction.put(replace(due, due_on=date(2026, 11, 26), act_by=date(2026, 11, 26)))


def test_a_day_with_due_dates_lists_them_and_each_opens_what_it_is_about(shown, qtbot):
    window = shown(sent_request)
    section = window.page.section
    assert section.view.year.due_count(FRIDAY) == 1
    section.view.year.choose(FRIDAY)
    assert section.view.dues.head.text() == "1 việc phải làm chậm nhất ngày này:"
    item = section.view.dues.list.item(0)
    assert "Đề nghị cấp mới 1 hộp thư, số 125 · Đ6.2" in item.text()
    assert unnamed_controls(window.page) == []
    with qtbot.waitSignal(window.page.go_to) as asked:
        section.view.dues.list.setCurrentItem(item)
        QTest.keyClick(section.view.dues.list, Qt.Key.Key_Return)
    assert asked.args[0] == "requests"


def test_a_day_without_due_dates_lists_none(shown):
    view = shown(sent_request).page.section.view
    view.year.choose(FRIDAY)
    view.year.choose(date(2026, 12, 2))
    assert view.dues.isHidden()


def test_a_day_chosen_tells_its_kind_in_words_and_its_source(shown):
    view = shown().page.section.view
    view.year.choose(date(2026, 1, 10))
    assert "Ngày làm bù. Nguồn: Công văn 12729/VPCP-KGVX" in view.told.text()
    assert "ngày làm bù" in view.list.item(2).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_correction_moves_the_due_dates_on_the_page(shown, qtbot):
    window = shown(sent_request)
    window.page.section.view.year.choose(date(2026, 11, 25))
    window.page.main_act.trigger()
    qtbot.waitUntil(lambda: window.dialog.plan is not None, timeout=10_000)
    window.dialog.why_field.setText("Nghỉ bão")
    window.dialog.main_button.click()
    view = window.page.section.view
    assert (view.year.due_count(FRIDAY), view.year.due_count(date(2026, 11, 30))) == (0, 1)
    assert "Nghỉ bão (lịch riêng của đơn vị)" in view.told.text()
    assert window.said == "Sửa lịch ngày 25/11/2026: nghỉ; 1 hạn tính lại"


@pytest.mark.parametrize("is_chosen", [True, False])
def test_a_holiday_file_is_asked_of_the_desktop(shown, tmp_path, is_chosen):
    file = tmp_path / "2027.toml"
    file.write_text("year = 2027\nannounced = false\n", encoding="utf-8")
    window = shown()
    stand_on(AnsweringDesktop(file if is_chosen else None))
    window.page.section.take_file()
    stand_on(Desktop())
    assert (window.dialog is not None) is is_chosen


@pytest.mark.parametrize("page", ["settings", "today"])
def test_due_dates_of_an_earlier_calendar_are_offered_and_move_only_by_the_button(shown, qtbot, page):
    window = shown(counted_earlier, page)
    newer = window.page.section.view.newer if page == "settings" else window.page.newer_calendar
    qtbot.waitUntil(newer.isVisible, timeout=10_000)
    assert newer.told.text() == "Lịch nghỉ mới: 1 hạn sẽ đổi nếu tính lại. Chưa hạn nào bị đổi."
    newer.button.click()
    qtbot.waitUntil(lambda: window.dialog.plan is not None, timeout=10_000)
    window.dialog.main_button.click()
    qtbot.waitUntil(newer.isHidden, timeout=10_000)


def test_a_newer_calendar_that_moves_nothing_is_not_told(shown, qtbot):
    window = shown(sent_request)
    qtbot.wait(400)
    assert window.page.section.view.newer.isHidden()


def test_the_day_chosen_stays_in_view_on_a_small_screen(shown, qtbot):
    def prepare(desk):
        say_of_day(desk, date(2026, 12, 7), is_off=True)
        counted_earlier(desk)

    window = shown(prepare)
    view = window.page.section.view
    window.window.resize(1366, 768)
    view.year.choose(FRIDAY)
    qtbot.waitUntil(view.newer.isVisible, timeout=10_000)
    QApplication.processEvents()
    viewport = view._scroll.viewport()
    middle = view.year.mapTo(viewport, view.year.rect().topLeft())
    x, y = view.year.middle_of(FRIDAY)
    assert viewport.rect().contains(middle.x() + x, middle.y() + y)
