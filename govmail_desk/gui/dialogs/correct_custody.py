"""Mending a slip in the dates or the document of someone's charge over a unit or its mailbox.

Here: `CorrectCustodyDialog`. Someone's last day is `gui.dialogs.end_custody`, another person in charge `gui.dialogs.custody`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run
from govmail_desk.operations.custodies import correct_custody

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.listings.custodies import ChargeLine

_SIZE: Final = QSize(660, 0)


class CorrectCustodyDialog(Dialog):
    """Write the days and the document of a charge as they really were."""

    def __init__(self, parent: QWidget, desk: Desk, line: ChargeLine) -> None:
        title = self.tr("Sửa ngày, văn bản: {} {}").format(line.role_words.lower(), line.full_name)
        super().__init__(parent, title=title, main_words=self.tr("Lưu ngày, văn bản"), size=_SIZE)
        self.desk = desk
        self._charge = line.charge
        self.first = DateField(desk.today(), line.charge.from_on)
        self.last = DateField(desk.today(), line.charge.to_on)
        self.document = TextField(line.charge.document, hint=self.tr("Số, ngày quyết định hoặc giấy ủy quyền"))
        self.form = self._form()
        said = self.tr("Sửa ở đây khi đã ghi nhầm. Thay người hay thôi phụ trách thì ghi bằng việc riêng của nó.")
        self.body.addWidget(WrappedLabel(said, "soft", self.fields))
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def do(self) -> None:
        """Write it down."""
        if self.form.show_errors(self._errors()):
            run(self, self._correct, self.kept)

    def _correct(self) -> Changes:
        return correct_custody(
            self.desk,
            custody=self._charge,
            from_on=self.first.day(),
            to_on=self.last.day(),
            document=self.document.typed(),
        )

    def _errors(self) -> dict[str, str]:
        read = {"first": self.first.problem(), "last": self.last.problem()}
        return {key: problem for key, problem in read.items() if problem}

    def _form(self) -> Form:
        is_cover = self._charge.role == "cover"
        unknown = "" if is_cover else self.tr("Để trống nếu không rõ.")
        standing = "" if is_cover else self.tr("Để trống nếu vẫn đang phụ trách.")
        form = Form(self)
        form.add("first", self.tr("Từ ngày"), self.first, is_needed=is_cover, hint=unknown)
        form.add("last", self.tr("Đến hết ngày"), self.last, is_needed=is_cover, hint=standing)
        form.put_side_by_side("first", "last")
        form.add("document", self.tr("Văn bản"), self.document)
        return form
