"""What the dialogs of Thiết lập have in common: a form, and the day its values hold from.

Here: `SettingDialog`. Errors of a field stand under it; what the operation refuses stands at the head of the dialog.
Not here: what each one asks (the modules beside this one), what is written (`operations.settings`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.form import Form

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.gui.fields.fields import LongTextField, TextField


class SettingDialog(Dialog):
    """A dialog that sets something of the unit's own, most often from a day on."""

    def __init__(
        self, parent: QWidget | None, desk: Desk, *, title: str, main_words: str, size: QSize | None = None
    ) -> None:
        super().__init__(parent, title=title, main_words=main_words, size=size)
        self.desk = desk
        self.today = desk.today()
        self.form = Form(self)
        self.from_field = DateField(self.today, self.today)
        self.body.addWidget(self.form)

    def ask_from(self, *, hint: str = "") -> None:
        """Ask for the day the values hold from, today at first."""
        said = hint or self.tr("Giấy tờ ghi ngày trước đó vẫn theo giá trị cũ.")
        self.form.add("from", self.tr("Áp dụng từ ngày"), self.from_field, hint=said, is_needed=True)

    def from_on(self) -> date:
        """Return the day the values hold from; asked only after `is_filled`."""
        day = self.from_field.day()
        assert day is not None
        return day

    def is_filled(
        self,
        needed: Mapping[str, str] | None = None,
        *,
        days: tuple[DateField, ...] = (),
        errors: Mapping[str, str] | None = None,
    ) -> bool:
        """Say under each field what is wrong with it: `needed` are keys of text fields and what to say where they are empty."""
        found = {key: words for key, words in (needed or {}).items() if not self._text_field(key).typed()}
        found |= errors or {}
        for key, row in self.form.rows.items():
            field = row.field
            if isinstance(field, DateField) and (problem := self._day_problem(field, is_needed=field not in days)):
                found.setdefault(key, problem)
        return self.form.show_errors(found)

    def _text_field(self, key: str) -> TextField | LongTextField:
        field = self.form.rows[key].field
        assert hasattr(field, "typed"), key
        return field  # type: ignore[return-value]

    def _day_problem(self, field: DateField, *, is_needed: bool) -> str | None:
        if is_needed and field.is_empty:
            return self.tr("Chưa có ngày. Hãy gõ ngày/tháng/năm.")
        return field.problem()
