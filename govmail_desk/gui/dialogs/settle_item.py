"""Telling one line of a handover's checklist: how it was done, on which day, by whom; or why it does not apply.

Here: `SettleItemDialog`. A line that asks for nothing more is ticked without it (`gui.parts.handover_acts`). No field takes a password.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize

from govmail_desk.domain.errors import StoreUnavailable
from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField, LongTextField, TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.rules.checklist_words import item_title, item_why
from govmail_desk.gui.rules.rule_line import RuleLine
from govmail_desk.gui.run import run, runner_of
from govmail_desk.operations.handover_archives import archive_details
from govmail_desk.operations.handover_items import settle_item

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.domain.handover import ItemState
    from govmail_desk.listings.handovers import HandoverPane, ItemLine

NEVER: Final = "Không bao giờ ghi mật khẩu ở đây."
_SIZE: Final = QSize(600, 0)
_DIGEST: Final = "sha256"


class SettleItemDialog(Dialog):
    """Tell one line."""

    def __init__(self, parent: QWidget, desk: Desk, facts: HandoverPane, line: ItemLine, state: ItemState) -> None:
        words = self.tr("Ghi đã làm") if state == "done" else self.tr("Ghi không áp dụng")
        super().__init__(parent, title=line.rule.title, main_words=words, size=_SIZE)
        self.desk = desk
        self._handover_id = facts.row.id
        self._line = line
        self._state = state
        item = line.item
        self.choice = ChoiceField([("", self.tr("Chọn…")), *((one, _capital(one)) for one in line.rule.choices)])
        self.choice.choose(item.choice)
        self.details = {ask.key: TextField(item.details.get(ask.key, "")) for ask in line.rule.ask if ask.known is None}
        self.on = DateField(desk.today(), item.on_date or desk.today())
        self.by = TextField(item.by, hint=self.tr("Để trống nếu là {}").format(desk.person))
        self.note = LongTextField(item.note, lines=2)
        self.form = self._form()
        self.body.addWidget(RuleLine(item_title(line), item_why(line), self.fields, tone=""))
        self._tell_known()
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        if state == "done" and _DIGEST in self.details:
            self.add_side_button(self.tr("Đọc từ tệp…"), self.read_archive)

    def do(self) -> None:
        """Record it."""
        if self.form.show_errors(self._errors()):
            is_done = self._state == "done"
            act = partial(
                settle_item,
                self.desk,
                handover_id=self._handover_id,
                item=self._line.key,
                state=self._state,
                on=self.on.day(),
                by=self.by.typed(),
                choice=str(self.choice.choice() or "") if is_done else "",
                details={key: field.typed() for key, field in self.details.items()} if is_done else {},
                note=self.note.typed(),
            )
            run(self, act, self.kept)

    def read_archive(self) -> None:
        """Take size and SHA-256 from a file of archived mail; the file itself stays where it is."""
        path = desktop().choose_file(self, title=self.tr("Chọn tệp thư đã lưu"), kind=self.tr("Mọi tệp (*)"))
        if path is None:
            return
        try:
            found = archive_details(path)
        except StoreUnavailable as failure:
            runner_of(self).tell_failure(failure, self, self.read_archive)
            return
        for key, value in found.items():
            self.details[key].setText(value)

    def _errors(self) -> dict[str, str]:
        errors: dict[str, str] = {}
        if self._state == "done" and self._line.rule.is_choice_required and not self.choice.choice():
            errors["choice"] = self.tr("Chưa chọn. Hãy chọn đúng cách đã làm.")
        if self.on.day() is None:
            errors["on"] = self.on.problem() or self.tr("Chưa có ngày. Hãy gõ ngày việc đã làm.")
        if self._state == "not-applicable" and not self.note.typed():
            errors["note"] = self.tr("Chưa có lý do. Hãy ghi vì sao mục này không áp dụng.")
        return errors

    def _form(self) -> Form:
        form = Form(self)
        is_done = self._state == "done"
        if is_done and self._line.rule.choices:
            form.add("choice", self.tr("Cách làm"), self.choice, is_needed=self._line.rule.is_choice_required)
        for ask in self._line.rule.ask:
            if is_done and ask.key in self.details:
                form.add(ask.key, ask.label, self.details[ask.key])
        form.add("on", self.tr("Ngày làm") if is_done else self.tr("Ngày ghi"), self.on, is_needed=True)
        form.add("by", self.tr("Người làm") if is_done else self.tr("Người ghi"), self.by)
        form.put_side_by_side("on", "by")
        if is_done:
            form.add("note", self.tr("Ghi chú"), self.note, hint=NEVER)
        else:
            form.add("note", self.tr("Lý do"), self.note, is_needed=True, hint=NEVER)
        return form

    def _tell_known(self) -> None:
        """Say what the register itself fills in."""
        known = [ask.key for ask in self._line.rule.ask if ask.known is not None]
        for told in self._line.told if known and self._state == "done" else ():
            self.body.addWidget(WrappedLabel(told, "soft", self.fields))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
