"""All lines of Hôm nay under their headings, a screenful of each at first, moved through by the arrow keys.

Here: `TodayLines`. Not here: one line (`gui.parts.today_line`), which lines there are (`listings.today`).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.parts.today_line import TodayLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govmail_desk.gui.look.why_card import Why
    from govmail_desk.listings.today_row import Section, Today, TodayRow

HEADINGS: Final[dict[Section, str]] = {
    "overdue": "Quá hạn",
    "today": "Hôm nay",
    "upcoming": "Sắp tới",
    "waiting": "Đang chờ",
    "snoozed": "Đã hoãn",
    "setup": "Cần bổ sung để giấy tờ đủ",
}
SHOWN_AT_FIRST: Final = 40
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class TodayLines(QScrollArea):
    """The lines, section under section, and above them a head that scrolls with them."""

    asked = Signal(object)
    """The button of a line was pressed: its `TodayRow`."""
    more_asked = Signal(object, object)
    """The lesser acts of a line are wanted: its `TodayRow` and the place to show them."""

    def __init__(self, explain: Callable[[TodayRow], Why], head: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explain = explain
        self._today: Today | None = None
        self._wanted: Sequence[str] = ()
        self._whole: set[str] = set()
        self.lines: list[TodayLine] = []
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Việc hôm nay"))
        self._inside = QWidget()
        self._rows = self._put_under(head)

    def show_today(self, today: Today, wanted: Sequence[str]) -> None:
        """Show the lines of these sections, where none is named of all but what was put off; place and focus stay."""
        self._today, self._wanted = today, wanted
        place, focused = self.verticalScrollBar().value(), self._focused()
        self._replace(self._made(today, wanted))
        self.verticalScrollBar().setValue(place)
        if focused is not None and self.lines:
            self.lines[min(focused, len(self.lines) - 1)].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from line to line."""
        step, focused = _STEPS.get(Qt.Key(event.key())), self._focused()
        if step is None or not self.lines:
            super().keyPressEvent(event)
            return
        wanted = 0 if focused is None else max(0, min(focused + step, len(self.lines) - 1))
        self.lines[wanted].button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(self.lines[wanted])

    def _put_under(self, head: QWidget) -> QVBoxLayout:
        """Let the lines begin under a head that scrolls with them, so that a low window crushes neither."""
        content = QWidget()
        above = QVBoxLayout()
        above.setContentsMargins(Space.APART, 0, Space.APART, 0)
        above.addWidget(head)
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(above)
        rows.addWidget(self._inside, 1)
        self.setWidget(content)
        return rows

    def _replace(self, inside: QWidget) -> None:
        self._rows.replaceWidget(self._inside, inside)
        self._inside.setParent(None)
        self._inside.deleteLater()
        self._inside = inside
        self._rows.activate()  # so that the place scrolled to is there already

    def _made(self, today: Today, wanted: Sequence[str]) -> QWidget:
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(Space.APART, 0, Space.APART, Space.WIDE)
        rows.setSpacing(0)
        rows.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.lines = []
        for section, heading in HEADINGS.items():
            found = [row for row in today.rows if row.section == section]
            if found and (section in wanted if wanted else section != "snoozed"):
                self._add_section(rows, section, f"{heading} · {today.counts[section]}", found)
        return inside

    def _add_section(self, rows: QVBoxLayout, section: str, heading: str, found: list[TodayRow]) -> None:
        label = QLabel(heading)
        label.setProperty("tone", "section")
        label.setContentsMargins(0, Space.USUAL, 0, Space.TIGHT)
        rows.addWidget(label)
        shown = found if section in self._whole else found[:SHOWN_AT_FIRST]
        for row in shown:
            rows.addWidget(self._line(row))
        if len(shown) < len(found):
            rows.addWidget(self._more_button(section, len(found) - len(shown)), 0, Qt.AlignmentFlag.AlignLeft)

    def _line(self, row: TodayRow) -> TodayLine:
        assert self._today is not None
        line = TodayLine(row, self._today.day, self._explain)
        line.asked.connect(self.asked)
        line.more_asked.connect(self.more_asked)
        self.lines.append(line)
        return line

    def _more_button(self, section: str, count: int) -> QPushButton:
        button = QPushButton(self.tr("Xem thêm {} việc").format(count))
        button.setProperty("kind", "quiet")
        button.clicked.connect(partial(self._show_whole, section))
        return button

    def _show_whole(self, section: str) -> None:
        self._whole.add(section)
        if self._today is not None:
            self.show_today(self._today, self._wanted)

    def _focused(self) -> int | None:
        focus = self.window().focusWidget()  # while a dialog stands above, the window keeps it
        return next((place for place, line in enumerate(self.lines) if focus and line.isAncestorOf(focus)), None)
