"""Dated events, day under day."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from govmail_desk.gui.look.marks import MAILBOX_MARKS
from govmail_desk.gui.panes.timeline import Moment, Timeline

MOMENTS = [
    Moment("Bị khóa", MAILBOX_MARKS["locked"], "Thứ Sáu, 20/11/2026", "Quá hạn đổi mật khẩu – Ngô Thị Kim Uyên ghi"),
    Moment("Đang dùng", MAILBOX_MARKS["active"], "Thứ Hai, 02/03/2026"),
]


def made(qtbot, moments):
    timeline = Timeline(moments)
    qtbot.addWidget(timeline)
    timeline.resize(260, 200)
    timeline.show()
    return timeline


def test_each_event_is_a_word_a_day_and_what_was_told(qtbot) -> None:
    timeline = made(qtbot, MOMENTS)
    words = [label.text() for label in timeline.findChildren(QLabel) if label.text()]
    assert words == [
        "Bị khóa",
        "Thứ Sáu, 20/11/2026",
        "Quá hạn đổi mật khẩu – Ngô Thị Kim Uyên ghi",
        "Đang dùng",
        "Thứ Hai, 02/03/2026",
    ]


def test_a_screen_reader_hears_the_whole_in_order(qtbot) -> None:
    timeline = made(qtbot, MOMENTS)
    assert timeline.accessibleDescription().splitlines() == [
        "Thứ Sáu, 20/11/2026: Bị khóa. Quá hạn đổi mật khẩu – Ngô Thị Kim Uyên ghi",
        "Thứ Hai, 02/03/2026: Đang dùng.",
    ]


def test_the_marks_stand_under_each_other_joined_by_a_line(qtbot) -> None:
    timeline = made(qtbot, MOMENTS)
    upper, lower = timeline._marks
    qtbot.waitUntil(lambda: lower.geometry().top() > upper.geometry().bottom())
    middle = upper.geometry().center().x()
    between = (upper.geometry().bottom() + lower.geometry().top()) // 2
    drawn = timeline.grab().toImage()
    assert drawn.pixelColor(middle, between) != drawn.pixelColor(middle + 4, between)


def test_no_events_are_an_empty_line(qtbot) -> None:
    assert made(qtbot, []).accessibleDescription() == ""
