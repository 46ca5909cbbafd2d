"""The lines under Nơi nhận of a letter, from a day on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from govmail_desk.domain.letterhead import recipient_lines
from govmail_desk.domain.settings import Letterhead, Recipients
from govmail_desk.gui.dialogs.setting import SettingDialog
from govmail_desk.gui.fields.fields import LongTextField
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run
from govmail_desk.operations.settings import set_recipients

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk


class RecipientsDialog(SettingDialog):
    """Set the lines."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        super().__init__(parent, desk, title=self.tr("Nơi nhận"), main_words=self.tr("Lưu nơi nhận"))
        found, head = desk.valid(Recipients, self.today), desk.valid(Letterhead, self.today)
        self._filing = head.filing if head else ""
        self.lines_field = LongTextField("\n".join(found.lines if found else ()), lines=5)
        hint = self.tr("Mỗi nơi một dòng, ví dụ: Lãnh đạo Sở. Không cần gạch đầu dòng và dấu chấm phẩy.")
        self.form.add("lines", self.tr("Các nơi nhận khác"), self.lines_field, hint=hint)
        self.ask_from()
        self.preview = WrappedLabel("", "soft", self)
        self.body.addWidget(self.preview)
        self.lines_field.textChanged.connect(self._preview)
        self._preview()

    def do(self) -> None:
        """Keep them."""
        if self.is_filled():
            run(self, partial(set_recipients, self.desk, lines=self.lines(), from_on=self.from_on()), self.kept)

    def lines(self) -> tuple[str, ...]:
        """Return the lines as typed."""
        return tuple(line for line in self.lines_field.typed().split("\n") if line)

    def _preview(self) -> None:
        said = recipient_lines(self.lines(), filing=self._filing)
        self.preview.setText("\n".join((self.tr("Công văn sẽ in:"), *said)))
