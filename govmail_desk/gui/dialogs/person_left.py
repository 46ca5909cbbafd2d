"""Marking that someone no longer works in the unit: retired, left, transferred; with what the regulation then asks of the unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import LongTextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.rules.mailbox_rules import counted_from, rules_of_leaving
from govmail_desk.gui.rules.rule_line import RuleLine, RuleLines
from govmail_desk.gui.run import run
from govmail_desk.operations.people import mark_left

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.person import Person


class PersonLeftDialog(Dialog):
    """Record the day someone left; nothing of theirs is removed."""

    def __init__(self, parent: QWidget, desk: Desk, person: Person) -> None:
        super().__init__(
            parent, title=self.tr("Ghi {} thôi việc").format(person.full_name), main_words=self.tr("Ghi thôi việc")
        )
        self.desk = desk
        self.person = person
        self._regulation = desk.regulation()
        self._calendar = desk.calendar()
        self.on = DateField(desk.today(), desk.today())
        self.note = LongTextField(person.note, lines=2)
        self.form = Form(self)
        self.form.add("on", self.tr("Từ ngày"), self.on, is_needed=True, hint=self.tr("Ngày ghi trong quyết định."))
        self.form.add("note", self.tr("Ghi chú, quyết định"), self.note)
        self.body.addWidget(self.form)
        self.rules = RuleLines(self.fields)
        self.body.addWidget(self.rules)
        self.body.addStretch(1)
        self.on.day_changed.connect(self._tell_rules)
        self._tell_rules()

    def do(self) -> None:
        """Record it."""
        if self.form.show_errors(self._errors()):
            run(self, self._mark, self.kept)

    def _mark(self) -> Changes:
        on = self.on.day()
        assert on is not None
        return mark_left(self.desk, person=self.person, on=on, note=self.note.typed())

    def _errors(self) -> dict[str, str]:
        if self.on.day() is None:
            return {"on": self.on.problem() or self.tr("Chưa có ngày. Hãy gõ ngày trong quyết định.")}
        return {}

    def _tell_rules(self) -> None:
        rules = rules_of_leaving(self._regulation, self.desk.today())
        self.rules.show_lines([
            RuleLine.of(*rule, self._regulation, counting=counted_from(self.on.day(), rule, self._calendar))
            for rule in rules
        ])
