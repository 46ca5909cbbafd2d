"""Nơi nhận: the lines under Nơi nhận of a letter, from a day on, seen as the paper sets them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from govmail_desk.domain.letterhead import recipient_lines
from govmail_desk.domain.settings import Letterhead, Recipients
from govmail_desk.gui.late import Late
from govmail_desk.gui.sections.section import Section
from govmail_desk.listings import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk

_DIALOG: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.recipients:RecipientsDialog")


class RecipientsSection(Section):
    """The lines that hold today, and the others."""

    reads = frozenset({"recipients", "letterhead"})
    words = "Phần “Nơi nhận” cuối công văn; dòng “Như trên” và dòng “Lưu” được thêm sẵn."

    def __init__(self, title: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(title, desk, parent)
        self.add_act("change", self.tr("Sửa nơi nhận…"), self.change, icon_name="edit", is_main=True)

    def fill(self) -> None:
        """Tell the lines."""
        today = self.desk.today()
        head, found = self.desk.valid(Letterhead, today), self.desk.valid(Recipients, today)
        lines = recipient_lines(found.lines if found else (), filing=head.filing if head else "")
        self.say(self.tr("Nơi nhận:"), "label")
        self.say("\n".join(lines), "")
        if found is None:
            self.say(self.tr("Chưa thêm nơi nhận nào khác. Bấm “Sửa nơi nhận” để ghi mỗi nơi một dòng."))
        else:
            self.fact(self.tr("Từ ngày"), f"{found.from_on:%d/%m/%Y}")
        self.tell_history(settings.history(self.desk, Recipients), _said)

    def change(self) -> None:
        """Set other lines."""
        self.open_dialog(_DIALOG.load()(self, self.desk))


def _said(recipients: Recipients) -> str:
    return "; ".join(recipients.lines) or "không có nơi nhận nào khác"
