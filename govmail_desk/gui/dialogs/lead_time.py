"""How many days before the day to act a rule's work is shown on Hôm nay, from a day on; no due date changes with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from govmail_desk.domain.reminder import LeadTime
from govmail_desk.gui.dialogs.setting import SettingDialog
from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run
from govmail_desk.listings import settings
from govmail_desk.operations.lead_times import set_lead_time
from govmail_desk.regulations import reminders

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk


class LeadTimeDialog(SettingDialog):
    """Set another number of days."""

    def __init__(self, parent: QWidget | None, desk: Desk, rule: str) -> None:
        super().__init__(parent, desk, title=self.tr("Số ngày nhắc trước"), main_words=self.tr("Lưu số ngày nhắc"))
        self.rule = rule
        suggested = next(text.lead_days for text in reminders.texts() if text.rule == rule)
        own = [lead for lead in settings.history(desk, LeadTime) if lead.rule == rule and lead.from_on <= self.today]
        held = max(own, key=lambda lead: (lead.from_on, lead.id)).day_count if own else suggested
        self.count_field = TextField(str(held))
        self.count_field.setMaxLength(4)
        self.body.insertWidget(0, WrappedLabel(reminders.title_of(rule), "heading", self))
        hint = self.tr("Chương trình gợi ý {} ngày. Gõ 0 để chỉ nhắc đúng ngày.").format(suggested)
        self.form.add("count", self.tr("Nhắc trước bao nhiêu ngày"), self.count_field, hint=hint, is_needed=True)
        self.ask_from(hint=self.tr("Trước ngày ấy vẫn nhắc như cũ."))

    def do(self) -> None:
        """Keep it."""
        words = self.tr("Hãy gõ số ngày bằng chữ số, ví dụ 7.")
        typed = self.count_field.typed()
        errors = {} if typed.isascii() and typed.isdecimal() else {"count": words}
        if self.is_filled({"count": words}, errors=errors):
            operation = partial(set_lead_time, self.desk, rule=self.rule, day_count=int(typed), from_on=self.from_on())
            run(self, operation, self.kept)
