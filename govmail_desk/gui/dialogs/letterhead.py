"""What the first lines of the unit's papers say from a day on, with the head as the paper will set it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox

from govmail_desk.domain.settings import Letterhead
from govmail_desk.gui.dialogs.setting import SettingDialog
from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.parts.letter_head import LetterHead
from govmail_desk.gui.run import run
from govmail_desk.operations.settings import set_letterhead

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk


class LetterheadDialog(SettingDialog):
    """Set another letterhead."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        super().__init__(
            parent, desk, title=self.tr("Thể thức văn bản"), main_words=self.tr("Lưu thể thức"), size=QSize(640, 0)
        )
        given = desk.valid(Letterhead, self.today) or Letterhead(
            from_on=self.today, parent_body="", body="", place="", symbol=""
        )
        self.parent_field = TextField(given.parent_body, hint=self.tr("để trống nếu không có"))
        self.body_field = TextField(given.body)
        self.place_field = TextField(given.place)
        self.symbol_field = TextField(given.symbol, hint=self.tr("ví dụ: STTTT-VP"))
        self.filing_field = TextField(given.filing, hint=self.tr("ví dụ: VP"))
        self.contact_field = TextField(given.contact, hint=self.tr("họ tên, chức vụ, điện thoại"))
        self.foot_field = TextField(given.foot_line, hint=self.tr("địa chỉ, thư, điện thoại; để trống cũng được"))
        self.collective_box = QCheckBox(self.tr("Ký thay mặt tập thể (TM.), như Ủy ban nhân dân"), self)
        self.collective_box.setChecked(given.is_collective)
        self.picture = LetterHead(self)
        self._add_rows()
        self.body.addWidget(self.collective_box)
        self.body.addWidget(self.picture)
        for field in (self.parent_field, self.body_field, self.place_field, self.symbol_field):
            field.textChanged.connect(self._preview)
        self._preview()
        self.body_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def do(self) -> None:
        """Keep it."""
        needed = {
            "body": self.tr("Chưa có tên cơ quan ban hành. Hãy gõ tên đầy đủ."),
            "place": self.tr("Chưa có địa danh. Hãy gõ tên đứng trước ngày tháng, ví dụ Ninh Bình."),
            "symbol": self.tr("Chưa có ký hiệu. Hãy gõ phần sau số công văn, ví dụ STTTT-VP."),
        }
        if self.is_filled(needed):
            run(self, partial(set_letterhead, self.desk, letterhead=self.letterhead()), self.kept)

    def letterhead(self) -> Letterhead:
        """Return the letterhead as typed."""
        return Letterhead(
            from_on=self.from_field.day() or self.today,
            parent_body=self.parent_field.typed(),
            body=self.body_field.typed(),
            place=self.place_field.typed(),
            symbol=self.symbol_field.typed().upper(),
            filing=self.filing_field.typed(),
            contact=self.contact_field.typed(),
            foot_line=self.foot_field.typed(),
            is_collective=self.collective_box.isChecked(),
        )

    def _preview(self) -> None:
        self.picture.show_head(self.letterhead(), self.today)

    def _add_rows(self) -> None:
        self.form.add("parent", self.tr("Cơ quan cấp trên"), self.parent_field)
        self.form.add("body", self.tr("Cơ quan ban hành"), self.body_field, is_needed=True)
        self.form.add("place", self.tr("Địa danh"), self.place_field, is_needed=True)
        self.form.add("symbol", self.tr("Ký hiệu văn bản"), self.symbol_field, is_needed=True)
        self.form.add("filing", self.tr("Bộ phận lưu"), self.filing_field)
        self.form.put_side_by_side("place", "symbol", "filing")
        self.form.add("contact", self.tr("Người liên hệ in trong công văn"), self.contact_field)
        self.form.add("foot", self.tr("Dòng cuối trang"), self.foot_field)
        self.ask_from()
