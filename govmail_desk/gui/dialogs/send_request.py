"""Recording that a request left the unit: on which day, from which mailbox, how; and by when an answer is then due.

Here: `SendRequestDialog`. A mailbox the regulation takes no requests from is refused by the act itself, with the article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize

from govmail_desk import wording
from govmail_desk.domain.regulation import REQUEST_LIMIT_OPERATOR
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField, TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.parts.next_steps import own_address
from govmail_desk.gui.parts.step_lines import StepLines
from govmail_desk.gui.rules.rule_line import RuleLine, RuleLines
from govmail_desk.gui.run import run
from govmail_desk.gui.tables.request_columns import subject
from govmail_desk.operations.request_limits import answer_limit
from govmail_desk.operations.request_sending import send_request

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.request import Way
    from govmail_desk.listings.requests import RequestListRow

SIZE: Final = QSize(680, 0)


class SendRequestDialog(Dialog):
    """Record that it was sent."""

    def __init__(self, parent: QWidget, desk: Desk, row: RequestListRow) -> None:
        super().__init__(
            parent, title=self.tr("Ghi đã gửi: {}").format(subject(row)), main_words=self.tr("Ghi đã gửi"), size=SIZE
        )
        self.desk = desk
        self.row = row
        self._regulation = desk.regulation()
        self.on = DateField(desk.today(), desk.today())
        self.address = TextField(own_address(desk))
        self.way = ChoiceField([(way, words) for way, words in wording.WAYS.items() if way])
        self.way.choose(self._usual_way())
        self.form = self._form()
        self.steps = StepLines(desk, self._regulation, row, stages=("sending",), parent=self.fields)
        self.rules = RuleLines(self.fields)
        self.unlimited = WrappedLabel(self.tr("Quy chế không nêu thời hạn trả lời."), "small", self.fields)
        for part in (self.form, self.steps, self.rules, self.unlimited):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.on.day_changed.connect(self._tell_limit)
        self._tell_limit()

    def do(self) -> None:
        """Record it."""
        if self.form.show_errors(self._errors()):
            run(self, self._send, self.kept)

    def _send(self) -> Changes:
        on, way = self.on.day(), self.way.choice()
        assert on is not None
        known: Any = way
        return send_request(self.desk, request_id=self.row.id, on=on, from_address=self.address.typed(), way=known)

    def _errors(self) -> dict[str, str]:
        errors = {}
        if self.on.day() is None:
            errors["on"] = self.on.problem() or self.tr("Chưa có ngày gửi. Hãy gõ ngày đề nghị đi khỏi đơn vị.")
        if not self.address.typed():
            errors["address"] = self.tr("Chưa có hộp thư gửi. Hãy ghi địa chỉ hộp thư đã dùng để gửi.")
        return errors

    def _tell_limit(self) -> None:
        """Say by when an answer is due if it went on the day that stands in the field."""
        on = self.on.day()
        key = REQUEST_LIMIT_OPERATOR[self.row.kind]
        kind, mailbox_kind = self.row.kind, self.row.mailbox_kind
        found = answer_limit(self.desk, kind=kind, mailbox_kind=mailbox_kind, sent_on=on) if on is not None else None
        lines = [RuleLine.of(key, found.rule, self._regulation, counting=found.counting)] if found else []
        self.rules.show_lines(lines)
        self.unlimited.setVisible(on is not None and found is None)

    def _usual_way(self) -> Way:
        channel = self._regulation.channel(self.row.kind, self.row.mailbox_kind, self.desk.today())
        return "email" if channel is not None and "letter" not in channel.value.papers else "document-system"

    def _form(self) -> Form:
        form = Form(self)
        form.add("on", self.tr("Ngày gửi"), self.on, is_needed=True)
        form.add("way", self.tr("Cách gửi"), self.way)
        form.put_side_by_side("on", "way")
        form.add("address", self.tr("Gửi từ hộp thư"), self.address, is_needed=True)
        return form
