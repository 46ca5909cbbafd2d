"""Recording that somebody was told of an incident, or why somebody need not be.

Here: `TellIncidentDialog`, `PassStepDialog`. For a state secret there is no note, and the reason is chosen from fixed sentences.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize

from govmail_desk import wording
from govmail_desk.domain import incident_secrets
from govmail_desk.domain.incident_duties import PASSED
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField, LongTextField, TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.why_card import Why
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.rules.rule_line import RuleLine
from govmail_desk.gui.run import run
from govmail_desk.operations.incident_notices import Telling, pass_step, tell_of_incident

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.domain.incident_duties import DutyStep
    from govmail_desk.listings.incidents import IncidentPane

_SIZE: Final = QSize(620, 0)
_OURS: Final = "gợi ý của chương trình"
_WAYS: Final = [(way, words) for way, words in wording.INCIDENT_WAYS.items() if way != PASSED]


class TellIncidentDialog(Dialog):
    """Say who was told, when and how."""

    def __init__(self, parent: QWidget, desk: Desk, facts: IncidentPane, step: DutyStep | None) -> None:
        super().__init__(parent, title=self.tr("Ghi đã báo sự cố"), main_words=self.tr("Ghi đã báo"), size=_SIZE)
        self.desk = desk
        self._facts = facts
        steps = [*(line.step for line in facts.steps)]
        self.rule = ChoiceField([
            *((one.rule, f"{one.to} ({one.cite or _OURS})") for one in steps),
            ("", self.tr("Nơi khác, quy chế không nêu")),
        ])
        self.rule.choose(step.rule if step is not None else "")
        self.told = TextField()
        self.on = DateField(desk.today(), desk.today())
        self.at = TextField(hint=self.tr("08:30"))
        self.by = TextField(hint=self.tr("Để trống nếu là {}").format(desk.person))
        self.way = ChoiceField(_WAYS)
        self.number = TextField()
        self.note = LongTextField(lines=2)
        self.form = self._form(is_secret=facts.row.kind == "secret")
        if facts.row.kind == "secret":
            self.body.addWidget(WrappedLabel(incident_secrets.WARNING, "bad", self.fields))
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.rule.picked.connect(self._show_rule)
        self._show_rule()

    def do(self) -> None:
        """Record it."""
        on = self.on.day()
        errors = {} if on else {"on": self.on.problem() or self.tr("Chưa có ngày. Hãy gõ ngày đã báo.")}
        if not self.rule.choice() and not self.told.typed():
            errors["told"] = self.tr("Chưa ghi báo cho ai. Hãy ghi tên người hoặc cơ quan.")
        if self.form.show_errors(errors) and on is not None:
            telling = Telling(
                rule=str(self.rule.choice()),
                told=self.told.typed(),
                on=on,
                at=self.at.typed(),
                by=self.by.typed(),
                way=str(self.way.choice()),
                number=self.number.typed(),
                note=self.note.typed(),
            )
            run(self, partial(tell_of_incident, self.desk, incident_id=self._facts.row.id, telling=telling), self.kept)

    def _show_rule(self, _rule: object = None) -> None:
        """Say what an empty name stands for."""
        step = next((line.step for line in self._facts.steps if line.step.rule == self.rule.choice()), None)
        self.told.setPlaceholderText(self.tr("Để trống nếu là: {}").format(step.to) if step else "")

    def _form(self, *, is_secret: bool) -> Form:
        form = Form(self)
        form.add("rule", self.tr("Báo theo"), self.rule, is_needed=True)
        form.add("told", self.tr("Đã báo cho (tên người, cơ quan)"), self.told)
        form.add("on", self.tr("Ngày báo"), self.on, is_needed=True)
        form.add("at", self.tr("Giờ báo"), self.at)
        form.put_side_by_side("on", "at")
        form.add("way", self.tr("Cách báo"), self.way)
        form.add("number", self.tr("Số văn bản"), self.number)
        form.put_side_by_side("way", "number")
        form.add("by", self.tr("Người báo"), self.by)
        if not is_secret:
            form.add("note", self.tr("Ghi chú"), self.note, hint=self.tr("Không bao giờ ghi mật khẩu ở đây."))
        return form


class PassStepDialog(Dialog):
    """Say why somebody a rule names need not be told this time."""

    def __init__(self, parent: QWidget, desk: Desk, facts: IncidentPane, step: DutyStep) -> None:
        super().__init__(parent, title=self.tr("Không phải báo"), main_words=self.tr("Ghi không phải báo"), size=_SIZE)
        self.desk = desk
        self._facts = facts
        self._step = step
        self.is_secret = facts.row.kind == "secret"
        self.reason = LongTextField(lines=2, hint=self.tr("Ví dụ: đơn vị tự khắc phục được"))
        self.fixed = ChoiceField([(one, one) for one in incident_secrets.PASSED_REASONS])
        self.form = Form(self)
        field = self.fixed if self.is_secret else self.reason
        self.form.add("reason", self.tr("Lý do"), field, is_needed=True)
        line = RuleLine(f"{step.sentence} ({step.cite or _OURS})", Why(step.why, step.cite), self.fields, tone="")
        self.body.addWidget(line)
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def do(self) -> None:
        """Record it."""
        reason = str(self.fixed.choice()) if self.is_secret else self.reason.typed()
        missing = {} if reason else {"reason": self.tr("Chưa có lý do. Hãy ghi vì sao không phải báo.")}
        if self.form.show_errors(missing):
            act = partial(pass_step, self.desk, incident_id=self._facts.row.id, rule=self._step.rule, reason=reason)
            run(self, act, self.kept)
