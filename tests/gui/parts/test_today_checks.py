"""Looks into mailboxes on Hôm nay in the real window: they follow the other lines, and their button logs them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from govmail_desk.gui.dialogs.log_check import LateCheckDialog, LogCheckDialog
from tests.desks import founded
from tests.gui.windows import OpenWindow
from tests.office import with_hours


@pytest.fixture
def shown(qtbot, tmp_path):
    opened = []

    def show(hour):
        desk = with_hours(founded(tmp_path, "quan4-03-2013"))
        desk.clock = lambda: datetime(2026, 11, 26, hour, 0, tzinfo=UTC)
        window = OpenWindow(qtbot, desk, tmp_path, "today")
        qtbot.waitUntil(lambda: bool(lines(window)), timeout=10_000)
        opened.append(window)
        return window

    yield show
    for window in opened:
        window.close()


def lines(window):
    return [line for line in window.page.lines.lines if line.row.act == "record_check"]


def test_the_half_day_under_way_is_logged_from_its_line(shown, qtbot):
    window = shown(9)
    (line,) = lines(window)
    line.button.click()
    assert isinstance(window.dialog, LogCheckDialog)
    window.dialog.main_button.click()
    qtbot.waitUntil(lambda: not lines(window), timeout=10_000)


def test_a_half_day_that_has_passed_is_entered_late(shown):
    window = shown(20)
    assert [line.row.section for line in lines(window)] == ["overdue", "overdue"]
    lines(window)[0].button.click()
    assert isinstance(window.dialog, LateCheckDialog)


def test_the_counters_count_them(shown):
    window = shown(20)
    assert window.page.chips.chips["overdue"].text().endswith("2")
