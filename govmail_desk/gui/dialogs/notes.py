"""The note of several mailboxes at once: one set for all, or cleared from all. The note of a single one is `mailbox_edit`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.fields import LongTextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.run import run, run_long
from govmail_desk.operations.mailboxes import edit_notes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.gui.progress import Tick

_MANY: Final = 500
"""From here on it is written in a worker, since it takes longer than a blink."""


class NotesDialog(Dialog):
    """Set or clear the note of the mailboxes chosen."""

    def __init__(self, parent: QWidget, desk: Desk, mailbox_ids: Sequence[int]) -> None:
        super().__init__(
            parent,
            title=self.tr("Sửa ghi chú của {} hộp thư").format(len(mailbox_ids)),
            main_words=self.tr("Lưu ghi chú"),
        )
        self.desk = desk
        self.mailbox_ids = list(mailbox_ids)
        self.sets = QRadioButton(self.tr("Đặt ghi chú mới, thay ghi chú đang có"), self)
        self.clears = QRadioButton(self.tr("Xóa ghi chú"), self)
        self.note = LongTextField(lines=3)
        self.form = Form(self)
        self.form.add("what", self.tr("Làm gì với ghi chú"), self._choice())
        self.form.add("note", self.tr("Ghi chú mới"), self.note)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.sets.setChecked(True)
        self.sets.toggled.connect(self.form.rows["note"].setEnabled)
        self.note.setFocus()

    def do(self) -> None:
        """Write the notes."""
        if not self.form.show_errors(self._errors()):
            return
        note = self.note.typed() if self.sets.isChecked() else ""
        operation = partial(_write, self.desk, self.mailbox_ids, note)
        if len(self.mailbox_ids) < _MANY:
            run(self, operation, self.kept)
        else:
            run_long(self, operation, self.windowTitle(), self.kept)

    def _choice(self) -> QWidget:
        choice = QWidget(self)
        rows = QVBoxLayout(choice)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.TIGHT)
        rows.addWidget(self.sets)
        rows.addWidget(self.clears)
        choice.setFocusProxy(self.sets)
        return choice

    def _errors(self) -> dict[str, str]:
        if self.sets.isChecked() and not self.note.typed():
            return {"note": self.tr("Ghi chú đang để trống. Hãy gõ ghi chú mới, hoặc chọn “Xóa ghi chú”.")}
        return {}


def _write(desk: Desk, mailbox_ids: Sequence[int], note: str, tick: Tick | None = None) -> Changes:
    if tick is not None:
        tick(0, len(mailbox_ids))
    return edit_notes(desk, mailbox_ids=mailbox_ids, note=note)
