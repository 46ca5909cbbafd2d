"""What the unit keeps of people, from a day on: identity numbers or none, and how many months private fields stay.

Where numbers are kept no longer, emptying those there are is offered beside the message; it is seen before it is done.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QCheckBox

from govmail_desk.gui.dialogs.setting import SettingDialog
from govmail_desk.gui.fields.fields import LongTextField, TextField
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.notices import Offer, notices_near
from govmail_desk.gui.run import run
from govmail_desk.operations.minimisation import plan_minimisation
from govmail_desk.operations.privacy import choose_privacy
from govmail_desk.regulations.privacy import privacy_law

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.domain.minimising import MinimisationPlan

_MINIMISE: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.minimise:MinimiseDialog")


class PrivacyChoiceDialog(SettingDialog):
    """Set another choice."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent, desk, title=self.tr("Dữ liệu cá nhân"), main_words=self.tr("Lưu lựa chọn"))
        self._beside = parent
        held, law = desk.privacy(), privacy_law()
        self.id_number = QCheckBox(self.tr("Ghi số CCCD của người dùng hộp thư"), self)
        self.id_number.setChecked(held.is_id_number_kept)
        self.months = TextField(str(held.keep_month_count))
        self.months.setMaxLength(4)
        self.why = LongTextField(held.why, lines=2)
        self.body.insertWidget(0, self.id_number)
        self.body.insertWidget(1, WrappedLabel(law.id_number.sentence, "soft", self))
        hint = self.tr("Tính từ khi hộp thư cuối cùng của người đã thôi việc được đóng. {}").format(law.suggested.why)
        self.form.add("months", self.tr("Giữ dữ liệu riêng bao nhiêu tháng"), self.months, hint=hint, is_needed=True)
        self.form.add("why", self.tr("Lý do"), self.why, hint=self.tr("Cần ghi khi đơn vị chọn ghi số CCCD."))
        self.ask_from(hint=self.tr("Số đã ghi từ trước vẫn còn, muốn bỏ thì xem trước rồi bỏ."))

    def do(self) -> None:
        """Keep it."""
        typed = self.months.typed()
        words = self.tr("Hãy gõ số tháng bằng chữ số, ví dụ 24.")
        errors = {} if typed.isascii() and typed.isdecimal() else {"months": words}
        if self.id_number.isChecked() and not self.why.typed():
            errors["why"] = self.tr("Hãy ghi vì sao đơn vị cần số CCCD, ví dụ biểu mẫu của nơi nhận có cột này.")
        if self.is_filled({"months": words}, errors=errors):
            operation = partial(
                choose_privacy,
                self.desk,
                is_id_number_kept=self.id_number.isChecked(),
                keep_month_count=int(typed),
                from_on=self.from_on(),
                why=self.why.typed(),
            )
            run(self, operation, self.kept)

    def kept(self, changes: object = None) -> None:
        """Close; offer to empty the numbers that are kept no longer."""
        super().kept(changes)
        if self.desk.privacy().is_id_number_kept:
            return
        plan = plan_minimisation(self.desk, on=self.today, scope="id-numbers")
        bar = notices_near(self._beside)
        if plan.people and bar is not None:
            words = self.tr("Đã lưu. Sổ còn số CCCD của {} người ghi từ trước.").format(len(plan.people))
            bar.say(words, tone="good", offers=(Offer(self.tr("Xem và bỏ…"), partial(self._empty, plan)),))

    def _empty(self, plan: MinimisationPlan) -> None:
        _MINIMISE.load()(self._beside, self.desk, plan).open()
