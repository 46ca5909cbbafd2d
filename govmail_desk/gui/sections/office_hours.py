"""Giờ làm việc: the unit's office hours from a day on; summer and winter are two such days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from govmail_desk.domain.settings import OfficeHours
from govmail_desk.gui.late import Late
from govmail_desk.gui.sections.section import Section
from govmail_desk.listings import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk

_DIALOG: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.office_hours:OfficeHoursDialog")


class OfficeHoursSection(Section):
    """The hours that hold today, and the others."""

    reads = frozenset({"office_hours"})
    words = "Theo thông báo của đơn vị; dùng khi tính buổi sáng, buổi chiều phải kiểm tra hộp thư."

    def __init__(self, title: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(title, desk, parent)
        self.add_act("change", self.tr("Đổi giờ làm việc…"), self.change, icon_name="edit", is_main=True)

    def fill(self) -> None:
        """Tell the hours."""
        hours = self.desk.valid(OfficeHours, self.desk.today())
        if hours is None:
            self.say(self.tr("Chưa ghi giờ làm việc. Bấm “Đổi giờ làm việc” để ghi theo thông báo của đơn vị."))
            return
        self.fact(self.tr("Buổi sáng"), f"{hours.morning_from} – {hours.morning_to}")
        self.fact(self.tr("Buổi chiều"), f"{hours.afternoon_from} – {hours.afternoon_to}")
        self.fact(self.tr("Từ ngày"), f"{hours.from_on:%d/%m/%Y}")
        self.fact(self.tr("Căn cứ"), hours.document)
        self.tell_history(settings.history(self.desk, OfficeHours), _said)

    def change(self) -> None:
        """Set other hours."""
        self.open_dialog(_DIALOG.load()(self, self.desk))


def _said(hours: OfficeHours) -> str:
    said = f"Sáng {hours.morning_from} – {hours.morning_to}, chiều {hours.afternoon_from} – {hours.afternoon_to}"
    return f"{said} ({hours.document})" if hours.document else said
