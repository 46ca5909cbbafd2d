"""The line that says: by the calendar as it is now some due dates fall on another day; none has moved, here they are seen first.

Here: `NewerCalendar`, for Hôm nay and for the calendar of Thiết lập; a new edition of the program may bring other holiday files.
What moves is shown and written by `gui.dialogs.calendar_plan`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from govmail_desk.gui.background import Latest, background_of
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.icons import draw_icon
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.listings import due_days

if TYPE_CHECKING:
    from govmail_desk.desk import Changes, Desk

_DIALOG: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.calendar_plan:CalendarPlanDialog")
_COUNTED_BY: Final = ("calendar_day", "choice", "regulation_text")


class NewerCalendar(QWidget):
    """How many due dates would move, and the way to look at them; out of sight where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._latest: Latest | None = None
        self.told = WrappedLabel("", "label", self)
        self.button = QPushButton(self.tr("Xem và tính lại…"), self)
        self.button.setAccessibleName(self.tr("Xem và tính lại các hạn theo lịch nghỉ hiện nay"))
        draw_icon(self.button, "refresh")
        self.button.clicked.connect(self.show_plan)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.NEAR)
        layout.addWidget(self.told, 1)
        layout.addWidget(self.button)
        self.tell(0)

    def look(self, desk: Desk, changes: Changes | None = None) -> None:
        """Count them in a worker, again only after what they are counted by was written."""
        self._desk = desk
        if changes is None or changes.touches(*_COUNTED_BY) or not self.isHidden():
            self._latest = self._latest or Latest(background_of(self), self)
            self._latest.ask(partial(due_days.moved_count, desk), self.tell, self._tell_unread)

    def tell(self, count: int) -> None:
        """Say how many there are."""
        self.told.setText(self.tr("Lịch nghỉ mới: {} hạn sẽ đổi nếu tính lại. Chưa hạn nào bị đổi.").format(count))
        self.setVisible(bool(count))

    def show_plan(self) -> None:
        """Show which due dates those are, each with the day it would fall on."""
        assert self._desk is not None
        _DIALOG.load().of_newer(self, self._desk).open()

    def _tell_unread(self, _failure: BaseException) -> None:
        """Say nothing where the register cannot be read just now: whoever shows this page says so itself."""
        self.tell(0)
