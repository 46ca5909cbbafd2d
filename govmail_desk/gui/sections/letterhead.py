"""Thể thức văn bản: what the first lines of the unit's papers say from a day on, seen as the paper sets them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from govmail_desk.domain.settings import Letterhead
from govmail_desk.gui.late import Late
from govmail_desk.gui.parts.letter_head import LetterHead
from govmail_desk.gui.sections.section import Section
from govmail_desk.listings import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk

_DIALOG: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.letterhead:LetterheadDialog")


class LetterheadSection(Section):
    """The letterhead that holds today, and the others."""

    reads = frozenset({"letterhead"})
    words = "Phần đầu công văn theo Nghị định 30/2020/NĐ-CP; giấy tờ ghi ngày nào theo thể thức của ngày ấy."

    def __init__(self, title: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(title, desk, parent)
        self.add_act("change", self.tr("Đổi thể thức…"), self.change, icon_name="edit", is_main=True)

    def fill(self) -> None:
        """Tell it."""
        head = self.desk.valid(Letterhead, self.desk.today())
        if head is None:
            self.say(self.tr("Chưa có thể thức. Hãy bấm “Đổi thể thức” để ghi tên cơ quan, địa danh và ký hiệu."))
            return
        picture = LetterHead(self)
        picture.show_head(head, self.desk.today())
        self.add(picture)
        self.fact(self.tr("Bộ phận lưu"), head.filing)
        self.fact(self.tr("Người liên hệ"), head.contact or self.tr("chưa ghi"))
        self.fact(self.tr("Cuối trang"), head.foot_line)
        self.fact(
            self.tr("Ký"),
            self.tr("thay mặt tập thể (TM.)") if head.is_collective else self.tr("theo chế độ thủ trưởng"),
        )
        self.fact(self.tr("Từ ngày"), f"{head.from_on:%d/%m/%Y}")
        self.tell_history(settings.history(self.desk, Letterhead), _said)

    def change(self) -> None:
        """Set another letterhead."""
        self.open_dialog(_DIALOG.load()(self, self.desk))


def _said(head: Letterhead) -> str:
    parts = (head.parent_body, head.body, head.place, head.symbol, head.contact)
    return " · ".join(part for part in parts if part)
