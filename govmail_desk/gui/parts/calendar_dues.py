"""What is to be done by one day of the calendar: each open due date with whom it is about and its article, opened by Enter or a click.

Here: `DayDues`. How many there are on each day is marked in the year (`gui.fields.year_calendar`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.domain.reminder import SubjectKind
    from govmail_desk.listings.dues import DueRow

PAGES: Final[dict[SubjectKind, str]] = {
    "mailbox": "mailboxes",
    "request": "requests",
    "person": "people",
    "unit": "people",
    "handover": "handovers",
    "review": "reports/reviews",
}
"""The page that shows what a due date is about."""
_MOST: Final = 100
_WHERE: Final = Qt.ItemDataRole.UserRole
_LINES: Final = 6


class DayDues(QWidget):
    """The due dates of the day chosen; out of sight on a day without any."""

    asked = Signal(str, object)
    """What a due date is about is wanted: the key of its page, and its number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = WrappedLabel("", "label", self)
        self.list = QListWidget(self)
        self.list.setObjectName("wrappedList")
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Việc phải làm trong ngày đang chọn"))
        self.list.setMaximumHeight(self.fontMetrics().lineSpacing() * _LINES + 2 * Space.USUAL)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.TIGHT)
        layout.addWidget(self.head)
        layout.addWidget(self.list)
        self.list.itemActivated.connect(self._ask)
        self.list.itemClicked.connect(self._ask)
        self.hide()

    def show_rows(self, rows: Sequence[DueRow]) -> None:
        """Show the due dates of a day; beyond the first hundred they are only counted."""
        self.list.clear()
        for row in rows[:_MOST]:
            item = QListWidgetItem(_told(row), self.list)
            item.setData(_WHERE, (PAGES.get(row.subject_kind, ""), row.subject_id))
        more = len(rows) - self.list.count()
        words = self.tr("{} việc phải làm chậm nhất ngày này").format(len(rows))
        self.head.setText(f"{words}; {self.list.count()} việc đầu:" if more else f"{words}:")
        self.setVisible(bool(rows))

    def _ask(self, item: QListWidgetItem) -> None:
        page, subject_id = item.data(_WHERE)
        if page:
            self.asked.emit(page, subject_id)


def _told(row: DueRow) -> str:
    return "\n".join(filter(None, (row.title, " · ".join(filter(None, (row.subject, row.cite))))))
