"""The mailboxes one logs a look into: a tick each, and how many new letters there were.

Here: `CheckedMailboxes`. Those already looked into this half day are not ticked at first; nothing hinders a second look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from govmail_desk.domain.check import Slot
    from govmail_desk.listings.checks import CheckLog

_LETTERS = 6


class CheckedMailboxes(QWidget):
    """The list."""

    def __init__(
        self, log: CheckLog, slot: Slot, *, chosen_id: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.boxes: dict[int, QCheckBox] = {}
        self.count_fields: dict[int, TextField] = {}
        self._problem = QLabel(self)
        self._problem.setProperty("tone", "bad")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setVerticalSpacing(Space.TIGHT)
        self._rows.setColumnStretch(0, 1)
        for of in log.mailboxes:
            is_done = bool(log.cells(of, log.days[0])[slot].looks)
            self._add(of.id, of.address, is_done=is_done, is_ticked=of.id == chosen_id if chosen_id else not is_done)
        self._rows.addWidget(self._problem, self._rows.rowCount(), 0, 1, 2)

    @property
    def chosen_ids(self) -> list[int]:
        """The mailboxes ticked."""
        return [mailbox_id for mailbox_id, box in self.boxes.items() if box.isChecked()]

    @property
    def counts(self) -> dict[int, int]:
        """The numbers of letters typed for those ticked."""
        typed = {mailbox_id: self.count_fields[mailbox_id].typed() for mailbox_id in self.chosen_ids}
        return {mailbox_id: int(count) for mailbox_id, count in typed.items() if count.isdigit()}

    def problem(self) -> str:
        """Say what is wrong with what is ticked and typed; empty where nothing is."""
        if not self.chosen_ids:
            return self.tr("Chưa chọn hộp thư nào. Hãy đánh dấu hộp thư đã kiểm tra.")
        typed = (self.count_fields[mailbox_id].typed() for mailbox_id in self.chosen_ids)
        is_wrong = any(count and not count.isdigit() for count in typed)
        return self.tr("Số thư mới phải là số, để trống nếu không đếm.") if is_wrong else ""

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong under the list, or nothing any more."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence)

    def _add(self, mailbox_id: int, address: str, *, is_done: bool, is_ticked: bool) -> None:
        words = self.tr("{} (buổi này đã ghi)").format(address) if is_done else address
        box = self.boxes[mailbox_id] = QCheckBox(words, self)
        box.setChecked(is_ticked)
        field = self.count_fields[mailbox_id] = TextField(hint=self.tr("Số thư mới"))
        field.setAccessibleName(self.tr("Số thư mới của {}").format(address))
        field.setFixedWidth(field.fontMetrics().averageCharWidth() * _LETTERS + 4 * Space.WIDE)
        row = self._rows.rowCount()
        self._rows.addWidget(box, row, 0)
        self._rows.addWidget(field, row, 1)
