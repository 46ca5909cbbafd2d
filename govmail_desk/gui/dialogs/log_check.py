"""Logging looks into mailboxes: "Đã kiểm tra" for the half day it is, "Ghi bổ sung" for one that has passed.

Nothing is ticked for the clerk that could not be true: a late entry asks for one day, one half of it and the reason.
Not here: what is written (`operations.checks`), noting reports to the head (`gui.dialogs.report_checks`).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox

from govmail_desk.domain.check import SLOTS, Slot
from govmail_desk.domain.check_times import half_to_log
from govmail_desk.gui.dialogs.setting import SettingDialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField, TextField
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.parts.checked_mailboxes import CheckedMailboxes
from govmail_desk.gui.run import run
from govmail_desk.listings import checks
from govmail_desk.operations.checks import record_check
from govmail_desk.wording import SLOTS as SLOT_WORDS
from govmail_desk.wording import day_words

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.domain.mailbox import MailboxKind

SIZE: Final = QSize(640, 0)


class LogCheckDialog(SettingDialog):
    """Log that someone looked into mailboxes now: who, how many letters in each, whether reported to the head."""

    def __init__(
        self, parent: QWidget | None, desk: Desk, *, mailbox_id: int | None = None, kind: MailboxKind = "unit"
    ) -> None:
        super().__init__(
            parent, desk, title=self.tr("Đã kiểm tra hộp thư"), main_words=self.tr("Ghi đã kiểm tra"), size=SIZE
        )
        log = checks.span(desk, first=self.today, last=self.today, kind=kind)
        self.half = half_to_log(desk.clock(), log.days[0].hours)
        self.mailboxes = CheckedMailboxes(log, self.half.slot, chosen_id=mailbox_id)
        self.by_field = TextField(desk.person)
        self.reported_box = QCheckBox(self.tr("Đã báo cáo thủ trưởng nội dung thư nhận được"))
        self.form.add("by", self.tr("Người kiểm tra"), self.by_field, is_needed=True)
        self.body.addWidget(WrappedLabel(self._when(), "soft", self))
        self.body.addWidget(self.mailboxes)
        self.body.addWidget(self.reported_box)

    def do(self) -> None:
        """Log the looks."""
        wrong = self.mailboxes.problem()
        if not self.is_filled({"by": self.tr("Chưa có người kiểm tra. Hãy ghi họ tên.")}) or wrong:
            self.mailboxes.show_problem(wrong)
            return
        record = partial(
            record_check,
            self.desk,
            mailbox_ids=self.mailboxes.chosen_ids,
            on=self.today,
            slot=self.half.slot,
            by=self.by_field.typed(),
            mail_count=self.mailboxes.counts,
            is_reported=self.reported_box.isChecked(),
        )
        run(self, record, self.kept)

    def _when(self) -> str:
        """Say which half day is logged, and that it is late where it has ended."""
        told = self.tr("Buổi {}, {}.").format(SLOT_WORDS[self.half.slot].lower(), day_words(self.today))
        if not self.half.has_ended(self.desk.clock()):
            return told
        return self.tr("{} Buổi này đã hết lúc {}, lần ghi này là ghi muộn.").format(told, f"{self.half.ends_at:%H:%M}")


class LateCheckDialog(SettingDialog):
    """Enter a look afterwards, one half of one day at a time, with the reason; it stays marked as late."""

    def __init__(
        self,
        parent: QWidget | None,
        desk: Desk,
        *,
        on: date | None = None,
        slot: Slot = SLOTS[0],
        mailbox_id: int | None = None,
        kind: MailboxKind = "unit",
    ) -> None:
        super().__init__(
            parent, desk, title=self.tr("Ghi bổ sung lần kiểm tra"), main_words=self.tr("Ghi bổ sung"), size=SIZE
        )
        self.day_field = DateField(self.today, on or self.today)
        self.slot_field = ChoiceField([(half, SLOT_WORDS[half]) for half in SLOTS])
        self.by_field = TextField(desk.person)
        self.why_field = TextField(hint=self.tr("ví dụ: mất điện, quên ghi, kiểm tra trên máy khác"))
        log = checks.month(desk, month=on or self.today, kind=kind)
        self.mailbox_field = ChoiceField([(of.id, of.address) for of in log.mailboxes])
        self.count_field = TextField(hint=self.tr("để trống nếu không đếm"))
        self.reported_box = QCheckBox(self.tr("Đã báo cáo thủ trưởng nội dung thư nhận được"))
        self.slot_field.choose(slot)
        self.mailbox_field.choose(mailbox_id)
        self._add_rows()

    def do(self) -> None:
        """Log the look as it was told."""
        needed = {
            "by": self.tr("Chưa có người kiểm tra. Hãy ghi họ tên."),
            "why": self.tr("Chưa có lý do ghi muộn. Hãy ghi vì sao lúc đó chưa ghi."),
        }
        count = self.count_field.typed()
        wrong = {} if not count or count.isdigit() else {"count": self.tr("Số thư mới phải là số. Hãy ghi lại.")}
        if not self.is_filled(needed if self._is_late() else {"by": needed["by"]}, errors=wrong):
            return
        on = self.day_field.day()
        assert on is not None
        record = partial(
            record_check,
            self.desk,
            mailbox_ids=[cast("int", self.mailbox_field.choice())],
            on=on,
            slot=cast("Slot", self.slot_field.choice()),
            by=self.by_field.typed(),
            mail_count=int(count) if count else None,
            is_reported=self.reported_box.isChecked(),
            note=self.why_field.typed(),
        )
        run(self, record, self.kept)

    def _is_late(self) -> bool:
        """A reason is asked for a half day that has ended."""
        on = self.day_field.day()
        if on is None:
            return True
        half = checks.half_day(self.desk, on, cast("Slot", self.slot_field.choice()))
        return half.has_ended(self.desk.clock())

    def _add_rows(self) -> None:
        self.form.add("mailbox", self.tr("Hộp thư"), self.mailbox_field)
        self.form.add("day", self.tr("Ngày kiểm tra"), self.day_field, is_needed=True)
        self.form.add("slot", self.tr("Buổi"), self.slot_field)
        self.form.put_side_by_side("day", "slot")
        self.form.add("by", self.tr("Người kiểm tra"), self.by_field, is_needed=True)
        self.form.add("count", self.tr("Số thư mới"), self.count_field)
        self.form.put_side_by_side("by", "count")
        hint = self.tr("Lần ghi sau khi buổi đã hết được đánh dấu “ghi muộn”, cùng lúc ghi và lý do.")
        self.form.add("why", self.tr("Vì sao lúc đó chưa ghi"), self.why_field, hint=hint, is_needed=True)
        self.body.addWidget(self.reported_box)
