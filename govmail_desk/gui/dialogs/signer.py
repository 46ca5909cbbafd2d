"""Someone who may sign the unit's letters: name, post, authority and its days, with the block as the paper will print it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QSize, Qt

from govmail_desk import wording
from govmail_desk.domain.settings import Letterhead, Signer, SignerAuthority
from govmail_desk.gui.dialogs.setting import SettingDialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField, TextField
from govmail_desk.gui.parts.signature_block import SignatureBlock
from govmail_desk.gui.run import run
from govmail_desk.operations.settings import add_signer, edit_signer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk

SIGNS_FOR_ANOTHER: Final = frozenset({"deputy", "by-order", "by-authorisation"})


class SignerDialog(SettingDialog):
    """Add a signer, or correct one."""

    def __init__(self, parent: QWidget | None, desk: Desk, signer: Signer | None = None) -> None:
        adds = signer is None
        title, main_words = ("Thêm người ký", "Thêm người ký này") if adds else ("Sửa người ký", "Lưu người ký")
        super().__init__(parent, desk, title=self.tr(title), main_words=self.tr(main_words), size=QSize(700, 0))
        self._signer = signer or Signer(full_name="", post="")
        self._head = desk.valid(Letterhead, self.today)
        given = self._signer
        self.name_field = TextField(given.full_name)
        self.post_field = TextField(given.post, hint=self.tr("ví dụ: Giám đốc"))
        self.authority_field = ChoiceField(wording.SIGNER_AUTHORITIES.items())
        self.authority_field.choose(given.authority)
        self.head_post_field = TextField(given.head_post, hint=self.tr("ví dụ: Giám đốc, Chủ tịch"))
        self.begins_field = DateField(self.today, given.from_on)
        self.ends_field = DateField(self.today, given.to_on)
        self.document_field = TextField(given.document, hint=self.tr("số, ngày của quyết định hay giấy ủy quyền"))
        self.block = SignatureBlock(self)
        self._add_rows()
        self.body.addWidget(self.block)
        for field in (self.name_field, self.post_field, self.head_post_field):
            field.textChanged.connect(self._preview)
        self.authority_field.picked.connect(self._preview)
        self._preview()
        self.name_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def do(self) -> None:
        """Keep the signer."""
        needed = {
            "name": self.tr("Chưa có họ và tên người ký. Hãy gõ đủ họ, đệm và tên."),
            "post": self.tr("Chưa có chức vụ. Hãy gõ chức vụ in trong chữ ký, ví dụ Phó Giám đốc."),
        }
        if self._signs_for_another():
            needed["head_post"] = self.tr("Chưa có chức vụ người được ký thay. Hãy gõ, ví dụ Giám đốc hoặc Chủ tịch.")
        if self.is_filled(needed, days=(self.begins_field, self.ends_field)):
            operation = edit_signer if self._signer.id else add_signer
            run(self, partial(operation, self.desk, signer=self.signer()), self.kept)

    def signer(self) -> Signer:
        """Return the signer as typed."""
        return replace(
            self._signer,
            full_name=self.name_field.typed(),
            post=self.post_field.typed(),
            authority=cast("SignerAuthority", self.authority_field.choice()),
            head_post=self.head_post_field.typed() if self._signs_for_another() else "",
            from_on=self.begins_field.day(),
            to_on=self.ends_field.day(),
            document=self.document_field.typed(),
        )

    def _signs_for_another(self) -> bool:
        return self.authority_field.choice() in SIGNS_FOR_ANOTHER

    def _preview(self) -> None:
        self.form.rows["head_post"].setVisible(self._signs_for_another())
        self.block.show_signer(self.signer(), self._head)

    def _add_rows(self) -> None:
        self.form.add("name", self.tr("Họ và tên"), self.name_field, is_needed=True)
        self.form.add("post", self.tr("Chức vụ"), self.post_field, is_needed=True)
        self.form.put_side_by_side("name", "post")
        self.form.add("authority", self.tr("Thẩm quyền"), self.authority_field)
        self.form.add("head_post", self.tr("Ký thay chức vụ"), self.head_post_field, is_needed=True)
        self.form.put_side_by_side("authority", "head_post")
        self.form.add(
            "begins", self.tr("Được ký từ ngày"), self.begins_field, hint=self.tr("Để trống nếu không ghi ngày.")
        )
        self.form.add("ends", self.tr("Đến hết ngày"), self.ends_field, hint=self.tr("Để trống khi còn đang ký."))
        self.form.put_side_by_side("begins", "ends")
        self.form.add("document", self.tr("Căn cứ"), self.document_field)
