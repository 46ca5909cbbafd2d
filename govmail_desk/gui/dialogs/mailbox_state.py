"""Recording what happened to a mailbox: issued, locked, suspended, reopened, closed; a dated act with its reason.

Here: `MailboxStateDialog`. The rules that bear on the state chosen stand in it, with the day they lead to where the article gives one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from govmail_desk import wording
from govmail_desk.domain.mailbox import LOCKED, STATES, MailboxState
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField, LongTextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.days import short_day
from govmail_desk.gui.rules.mailbox_rules import counted_from, rules_of_state
from govmail_desk.gui.rules.rule_line import RuleLine, RuleLines
from govmail_desk.gui.run import run
from govmail_desk.operations.mailboxes import record_state

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.listings.mailboxes import MailboxRow

_LIKELY_AFTER: Final[dict[str, MailboxState]] = {
    "proposed": "requested",
    "requested": "active",
    "active": "locked",
    "locked": "active",
    "suspended": "active",
    "closed": "active",
}


class MailboxStateDialog(Dialog):
    """Record that a mailbox entered a state on a day."""

    def __init__(self, parent: QWidget, desk: Desk, row: MailboxRow, *, state: MailboxState | None = None) -> None:
        super().__init__(
            parent, title=self.tr("Ghi trạng thái {}").format(row.address), main_words=self.tr("Ghi trạng thái")
        )
        self.desk = desk
        self.row = row
        self._regulation = desk.regulation()
        self._calendar = desk.calendar()
        others = [(other, wording.MAILBOX_STATES[other]) for other in STATES if other != row.state]
        self.state = ChoiceField(others)
        self.state.choose(state or _LIKELY_AFTER[row.state])
        self.on = DateField(desk.today(), desk.today())
        self.cause = ChoiceField([*wording.LOCK_CAUSES.items()])
        self.note = LongTextField(lines=3, hint=self.tr("Ví dụ: theo Công văn số … ngày …"))
        self.form = self._form()
        self.body.addWidget(self.form)
        self.rules = RuleLines(self.fields)
        self.body.addWidget(self.rules)
        self.body.addStretch(1)
        self.state.picked.connect(self._tell_rules)
        self.on.day_changed.connect(self._tell_rules)
        self._tell_rules()

    def do(self) -> None:
        """Record it."""
        if self.form.show_errors(self._errors()):
            run(self, self._record, self.kept)

    def _record(self) -> Changes:
        state: Any = self.state.choice()
        cause: Any = self.cause.choice() if state in LOCKED else ""
        on = self.on.day()
        assert on is not None
        note = self.note.typed()
        return record_state(self.desk, mailbox_id=self.row.id, state=state, on=on, note=note, cause=cause)

    def _errors(self) -> dict[str, str]:
        if self.on.day() is None:
            return {"on": self.on.problem() or self.tr("Chưa có ngày. Hãy gõ ngày việc xảy ra.")}
        return {}

    def _tell_rules(self) -> None:
        self.form.rows["cause"].setVisible(self.state.choice() in LOCKED)
        rules = rules_of_state(self._regulation, str(self.state.choice()), self.desk.today())
        self.rules.show_lines([
            RuleLine.of(*rule, self._regulation, counting=counted_from(self.on.day(), rule, self._calendar))
            for rule in rules
        ])

    def _form(self) -> Form:
        form = Form(self)
        state, since = wording.MAILBOX_STATES[self.row.state].lower(), short_day(self.row.since)
        now = self.tr("Hiện nay: {} từ {}.").format(state, since)
        form.add("state", self.tr("Trạng thái mới"), self.state, hint=now)
        form.add("on", self.tr("Ngày xảy ra"), self.on, is_needed=True)
        form.put_side_by_side("state", "on")
        hint = self.tr("Thời hạn mở lại tính theo nguyên nhân này.")
        form.add("cause", self.tr("Vì sao bị khóa, tạm dừng"), self.cause, hint=hint)
        form.add("note", self.tr("Lý do, văn bản"), self.note)
        return form
