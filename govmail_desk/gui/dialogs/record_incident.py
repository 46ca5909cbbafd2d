"""Recording an incident, or writing an open one otherwise: what, where, when, who found it, and whom to tell then.

Here: `RecordIncidentDialog`. For a state secret there is no field for what it says, only a warning not to describe it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QSize, Signal

from govmail_desk import wording
from govmail_desk.domain import incident_secrets
from govmail_desk.domain.incident_duties import duty_steps
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField, LongTextField, TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.fields.mailbox_field import MailboxField
from govmail_desk.gui.look.why_card import Why
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.rules.rule_line import RuleLine, RuleLines
from govmail_desk.gui.run import run
from govmail_desk.operations.incidents import Happening, correct_incident, record_incident

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.incident import Incident, IncidentKind
    from govmail_desk.domain.mailbox import MailboxKind

_SIZE: Final = QSize(660, 0)
_OURS: Final = "gợi ý của chương trình"
_OF_A_MAILBOX: Final = frozenset({"leak", "secret"})
"""Kinds that are about one mailbox always."""


class RecordIncidentDialog(Dialog):
    """Tell what happened."""

    made = Signal(object)
    """It was recorded: the `Changes`."""

    def __init__(self, parent: QWidget, desk: Desk, incident: Incident | None = None) -> None:
        title = self.tr("Ghi sự cố") if incident is None else self.tr("Sửa sự cố")
        super().__init__(parent, title=title, main_words=self.tr("Ghi vào sổ"), size=_SIZE)
        self.desk = desk
        self._incident = incident
        self.kind = ChoiceField(wording.INCIDENT_KINDS.items())
        self.mailbox = MailboxField(desk, incident.mailbox_id if incident else None)
        self.on = DateField(desk.today(), incident.happened_on if incident else desk.today())
        self.at = TextField(incident.happened_at if incident else "", hint=self.tr("08:30"))
        self.found_by = TextField(
            incident.found_by if incident else "", hint=self.tr("Để trống nếu là {}").format(desk.person)
        )
        self.content = LongTextField(incident.content if incident else "", lines=3)
        self.warning = WrappedLabel(incident_secrets.WARNING, "bad", self.fields)
        self.rules = RuleLines(self.fields)
        self.form = self._form()
        if incident is not None:
            self.kind.choose(incident.kind)
        for part in (self.warning, self.form, self.rules):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.kind.picked.connect(self._show_kind)
        self.mailbox.picked.connect(self._show_kind)
        self._show_kind()

    def do(self) -> None:
        """Record it."""
        on = self.on.day()
        errors = {} if on else {"on": self.on.problem() or self.tr("Chưa có ngày. Hãy gõ ngày phát hiện.")}
        if problem := self.mailbox.problem():
            errors["mailbox"] = problem
        elif self._kind in _OF_A_MAILBOX and self.mailbox.mailbox_id is None:
            errors["mailbox"] = self.tr("Chưa chọn hộp thư. Hãy gõ địa chỉ rồi chọn trong danh sách.")
        if self._kind != "secret" and not self.content.typed():
            errors["content"] = self.tr("Chưa ghi sự việc. Hãy ghi ngắn gọn điều gì đã xảy ra.")
        if self.form.show_errors(errors) and on is not None:
            happening = Happening(
                kind=self._kind,
                happened_on=on,
                happened_at=self.at.typed(),
                mailbox_id=self.mailbox.mailbox_id,
                found_by=self.found_by.typed(),
                content="" if self._kind == "secret" else self.content.typed(),
            )
            if self._incident is None:
                run(self, partial(record_incident, self.desk, happening=happening), self._keep)
            else:
                act = partial(correct_incident, self.desk, incident=self._incident, happening=happening)
                run(self, act, self.kept)

    @property
    def _kind(self) -> IncidentKind:
        return cast("IncidentKind", self.kind.choice())

    def _keep(self, changes: Changes) -> None:
        self.kept()
        self.made.emit(changes)

    def _show_kind(self, _chosen: object = None) -> None:
        """Say whom to tell of such a thing; a state secret has no place for a description."""
        is_secret = self._kind == "secret"
        self.warning.setVisible(is_secret)
        self.form.rows["content"].setVisible(not is_secret)
        is_free = self._kind not in _OF_A_MAILBOX
        self.form.rows["mailbox"].show_hint(self.tr("Để trống nếu không riêng hộp thư nào.") if is_free else "")
        regulation = self.desk.regulation()
        row = self.mailbox.chosen()
        of_kind = cast("MailboxKind", row.kind) if row is not None else None
        steps = duty_steps(regulation, self._kind, of_kind, self.desk.today())
        self.rules.show_lines([
            RuleLine(
                f"{step.sentence} ({step.cite or _OURS})",
                Why(step.why, step.cite, regulation.short_name if step.cite else ""),
                self.rules,
            )
            for step in steps
        ])

    def _form(self) -> Form:
        form = Form(self)
        form.add("kind", self.tr("Loại sự cố"), self.kind, is_needed=True)
        form.add("mailbox", self.tr("Hộp thư"), self.mailbox)
        form.add("on", self.tr("Ngày phát hiện"), self.on, is_needed=True)
        form.add("at", self.tr("Giờ phát hiện"), self.at)
        form.put_side_by_side("on", "at")
        form.add("found_by", self.tr("Người phát hiện"), self.found_by)
        hint = self.tr("Ngắn gọn điều đã xảy ra; không bao giờ ghi mật khẩu.")
        form.add("content", self.tr("Sự việc"), self.content, hint=hint, is_needed=True)
        return form
