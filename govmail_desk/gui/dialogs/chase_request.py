"""Asking again for an answer that has not come: the chase letter is made, and later its number recorded.

Here: `ChaseRequestDialog`, `NumberChaseDialog`. What the letter says is `operations.chases`; it quotes the first one by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.dialogs.signed_letter import SignedLetterDialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField, TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.rules.limit_line import limit_line
from govmail_desk.gui.run import run
from govmail_desk.gui.tables.request_columns import subject
from govmail_desk.listings.settings import signers
from govmail_desk.operations.chases import chase_request, number_chase
from govmail_desk.operations.paper_content import PaperChoices
from govmail_desk.wording import SIGNER_AUTHORITIES

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.settings import Signer
    from govmail_desk.listings.request_life import Life
    from govmail_desk.listings.requests import RequestListRow


class ChaseRequestDialog(Dialog):
    """Make the next chase letter."""

    def __init__(self, parent: QWidget, desk: Desk, row: RequestListRow, life: Life) -> None:
        super().__init__(
            parent, title=self.tr("Đôn đốc: {}").format(subject(row)), main_words=self.tr("Lập công văn đôn đốc")
        )
        self.desk = desk
        self.row = row
        self.time = sum(step.act == "chased" for step in life.steps) + 1
        self.on = DateField(desk.today(), desk.today())
        self.signer = ChoiceField()
        self.number = TextField(hint=self.tr("Ghi sau cũng được"))
        self.form = self._form()
        self.body.addWidget(WrappedLabel(self._told(), parent=self.fields))
        self.limit = limit_line(desk, life.limit) if life.limit is not None else None
        if self.limit is not None:
            self.body.addWidget(self.limit)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.on.day_changed.connect(self._offer_signers)
        self._offer_signers()

    def do(self) -> None:
        """Make it."""
        if self.form.show_errors(_day_missing(self.on)):
            run(self, self._chase, self.kept)

    def _chase(self) -> Changes:
        on, signer = self.on.day(), self.signer.choice()
        assert on is not None
        choices = PaperChoices(signer_id=signer if isinstance(signer, int) else None)
        number = self.number.typed()
        return chase_request(self.desk, request_id=self.row.id, on=on, choices=choices, number=number)

    def _offer_signers(self) -> None:
        able = signers(self.desk, self.on.day() or self.desk.today())
        offered: list[tuple[object, str]] = [(one.id, _signer_words(one)) for one in able]
        self.signer.offer(offered or [(None, self.tr("Chưa có người ký; để trống"))])

    def _told(self) -> str:
        said = self.tr("Công văn đôn đốc lần thứ {} nhắc lại đề nghị {}; thư nháp gửi kèm công văn và danh sách cũ.")
        number = self.tr("số {}").format(self.row.number) if self.row.number else self.tr("đã gửi")
        return said.format(self.time, number)

    def _form(self) -> Form:
        form = Form(self)
        form.add("on", self.tr("Ngày lập"), self.on, is_needed=True)
        form.add("number", self.tr("Số công văn, nếu đã có"), self.number)
        form.put_side_by_side("on", "number")
        form.add("signer", self.tr("Người ký"), self.signer)
        return form


class NumberChaseDialog(SignedLetterDialog):
    """Record that the latest chase letter was signed, with its number."""

    def __init__(self, parent: QWidget, desk: Desk, row: RequestListRow) -> None:
        title, main_words = self.tr("Ghi số công văn đôn đốc"), self.tr("Ghi số công văn")
        super().__init__(parent, desk, title=title, main_words=main_words, letter=self.tr("công văn đôn đốc"))
        self.row = row
        self.body.addStretch(1)

    def record(self, number: str, on: date) -> Changes:
        """Write number and day down."""
        return number_chase(self.desk, request_id=self.row.id, number=number, on=on)


def _day_missing(on: DateField) -> dict[str, str]:
    if on.day() is not None:
        return {}
    return {"on": on.problem() or on.tr("Chưa có ngày. Hãy gõ ngày ghi trên công văn.")}


def _signer_words(signer: Signer) -> str:
    return f"{signer.full_name}, {signer.post} ({SIGNER_AUTHORITIES[signer.authority]})"
