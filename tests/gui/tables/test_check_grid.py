"""The checks' grid as it is drawn: marks and letters, not colour alone."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from govmail_desk.gui.look.theme import Look as Letters
from govmail_desk.gui.look.theme import dress, theme_in_use
from govmail_desk.gui.tables.check_grid import CheckGrid, CheckGridModel
from govmail_desk.listings.checks import CheckedDay, CheckedMailbox, CheckLog, Look
from tests.office import HOURS, VIETNAM

NOW = datetime(2026, 11, 27, 9, 0, tzinfo=VIETNAM)
BOX = CheckedMailbox(1, "stttt@ninhbinh.gov.vn", 1, "Sở", "", date(2026, 1, 1), (("active", "2026-01-05"),))
ON_TIME = Look(1, "Ngô Thị Kim Uyên", 2, False, False, "2026-11-26T01:00:00+00:00", "")
LATE = ON_TIME._replace(is_late=True)
REPORTED = ON_TIME._replace(is_reported=True)


@pytest.fixture
def grid(qtbot):
    model = CheckGridModel()
    shown = CheckGrid(model, name="Kiểm tra")
    qtbot.addWidget(shown)
    shown.resize(900, 300)
    shown.show()
    return shown


def log(**looks) -> CheckLog:
    """Thursday and Friday of one mailbox, with looks on Thursday by half day."""
    days = tuple(CheckedDay(date(2026, 11, day), "", None, HOURS) for day in (26, 27))
    told = {(BOX.id, "2026-11-26", slot): found for slot, found in looks.items()}
    return CheckLog(kind="unit", now=NOW, days=days, mailboxes=(BOX,), looks=told)


def colours(grid, row: int, column: int) -> set[str]:
    picture = grid.viewport().grab(grid.visualRect(grid.grid.index(row, column))).toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


def colour(name: str) -> str:
    return theme_in_use().colour(name).name()


def test_late_and_reported_looks_bear_marks_of_their_own(grid) -> None:
    grid.grid.show_log(log(morning=(LATE,), afternoon=(REPORTED,)))
    assert colour("waiting") in colours(grid, 0, 0)
    assert colour("good") in colours(grid, 1, 0)
    grid.grid.show_log(log(morning=(ON_TIME,)))
    assert not {colour("waiting"), colour("good")} & colours(grid, 0, 0)


def test_today_is_marked_by_a_line_and_the_cell_one_stands_on_by_a_frame(grid) -> None:
    grid.grid.show_log(log())
    grid.show_day(date(2026, 11, 27))
    assert grid.currentIndex().column() == 1
    assert colour("accent") in colours(grid, 1, 1)
    assert {colour("focus"), colour("edge")} & colours(grid, 0, 1)


def test_arrows_go_from_half_day_to_half_day_and_say_where_they_stand(grid, qtbot) -> None:
    grid.grid.show_log(log(morning=(ON_TIME,)))
    grid.setCurrentIndex(grid.grid.index(0, 0))
    with qtbot.waitSignal(grid.stood_on) as told:
        QTest.keyClick(grid, Qt.Key.Key_Right)
    assert (told.args[0].row(), told.args[0].column()) == (0, 1)
    with qtbot.waitSignal(grid.asked) as asked:
        QTest.keyClick(grid, Qt.Key.Key_Return)
    assert asked.args[0] == grid.grid.index(0, 1)


def test_where_one_stood_is_kept_when_the_log_is_shown_anew(grid) -> None:
    grid.grid.show_log(log())
    grid.setCurrentIndex(grid.grid.index(1, 0))
    grid.grid.show_log(log(morning=(ON_TIME,)))
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (1, 0)


def test_larger_letters_get_higher_lines(grid, qapp) -> None:
    grid.grid.show_log(log())
    before = grid.verticalHeader().defaultSectionSize()
    dress(qapp, Letters(text_percent=150))
    after = grid.verticalHeader().defaultSectionSize()
    dress(qapp, Letters())
    assert after > before
