"""The unit's own value for one rule, beside the regulation's, from a day on and with its reason.

Here: the dialog. Whether the value fits the rule is checked by `operations.settings`; the regulation's own stays visible.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt

from govmail_desk.gui.dialogs.setting import SettingDialog
from govmail_desk.gui.fields.fields import LongTextField
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.rules.rule_line import RuleLine
from govmail_desk.gui.rules.value_form import ValueForm
from govmail_desk.gui.run import run
from govmail_desk.operations.settings import choose_rule
from govmail_desk.regulations.value import plain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.domain.provision import AnyKey


class OwnChoiceDialog(SettingDialog):
    """Choose another value for a rule."""

    def __init__(self, parent: QWidget | None, desk: Desk, key: AnyKey) -> None:
        super().__init__(
            parent,
            desk,
            title=self.tr("Giá trị riêng của đơn vị"),
            main_words=self.tr("Lưu lựa chọn của đơn vị"),
            size=QSize(600, 0),
        )
        self.key = key
        regulation = desk.regulation(self.today)
        standing = regulation.find(key, self.today)
        self.body.insertWidget(0, WrappedLabel(key.label, "heading", self))
        for place, rule in enumerate(regulation.all(key, self.today), start=1):
            self.body.insertWidget(place, RuleLine.of(key, rule, regulation, parent=self))
        if standing is None:
            self.body.insertWidget(1, WrappedLabel(self.tr("Quy chế không nêu điều này."), "soft", self))
        self.value_form = ValueForm(key.type, plain(standing.value) if standing else None, self)
        self.body.insertWidget(self.body.count() - 1, self.value_form)
        self.why_field = LongTextField(lines=2, hint=self.tr("ví dụ: theo Công văn số 12/SKHCN-BCVT ngày 02/3/2026"))
        self.form.add("why", self.tr("Lý do đơn vị chọn"), self.why_field, is_needed=True)
        self.value_form.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ask_from(hint=self.tr("Hạn tính từ ngày trước đó vẫn theo quy định cũ."))

    def do(self) -> None:
        """Keep it."""
        if self.is_filled({"why": self.tr("Chưa có lý do. Hãy ghi số công văn hướng dẫn hoặc lý do của đơn vị.")}):
            why = " ".join(self.why_field.typed().split("\n"))
            operation = partial(
                choose_rule,
                self.desk,
                rule=self.key.name,
                value=self.value_form.plain(),
                from_on=self.from_on(),
                why=why,
            )
            run(self, operation, self.kept)
