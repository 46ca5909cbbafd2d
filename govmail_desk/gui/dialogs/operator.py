"""The body requests go to, from a day on: bodies are merged and renamed, the regulation's text is not.

Here: the dialog, with what the regulation says and who came after a body that has ended. Writing it: `operations.settings`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from govmail_desk.domain.provision import ADDRESS
from govmail_desk.domain.regulation import REQUEST_OPERATOR
from govmail_desk.domain.settings import Operator
from govmail_desk.gui.dialogs.setting import SettingDialog
from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.rules.rule_line import RuleLine
from govmail_desk.gui.run import run
from govmail_desk.operations.settings import set_operator

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.domain.provision import Ended


class OperatorDialog(SettingDialog):
    """Set where requests go."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        super().__init__(parent, desk, title=self.tr("Nơi nhận đề nghị"), main_words=self.tr("Lưu nơi nhận"))
        known = desk.valid(Operator, self.today)
        self.name_field = TextField(known.name if known else "")
        self.address_field = TextField(known.address if known else "", hint="tenhopthu@….gov.vn")
        self._say_regulation()
        self.form.add("name", self.tr("Tên đơn vị quản lý, vận hành"), self.name_field, is_needed=True)
        hint = self.tr("Đề nghị gửi đến địa chỉ này; để trống nếu chưa hỏi được.")
        self.form.add("address", self.tr("Địa chỉ thư"), self.address_field, hint=hint)
        self.ask_from()
        self.name_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def do(self) -> None:
        """Keep it."""
        address = self.address_field.typed().lower()
        wrong = {} if not address or ADDRESS.fullmatch(address) else {"address": self._not_an_address(address)}
        needed = {"name": self.tr("Chưa có tên nơi nhận. Hãy gõ tên đầy đủ của đơn vị quản lý, vận hành.")}
        if self.is_filled(needed, errors=wrong):
            operation = partial(
                set_operator, self.desk, name=self.name_field.typed(), address=address, from_on=self.from_on()
            )
            run(self, operation, self.kept)

    def _not_an_address(self, address: str) -> str:
        return self.tr("“{}” không phải địa chỉ thư. Hãy gõ đủ phần trước và sau @, không dấu.").format(address)

    def _say_regulation(self) -> None:
        regulation = self.desk.regulation(self.today)
        provision = regulation.find(REQUEST_OPERATOR, self.today)
        if provision is not None:
            self.body.insertWidget(0, RuleLine.of(REQUEST_OPERATOR, provision, regulation, parent=self))
        for ended in regulation.ended_in(self.name_field.typed(), self.today):
            self.body.insertWidget(self.body.count() - 1, self._ended_line(ended))
            if ended.successor:
                self.body.insertWidget(
                    self.body.count() - 1,
                    self._successor_button(ended.body, ended.successor),
                    0,
                    Qt.AlignmentFlag.AlignLeft,
                )

    def _ended_line(self, ended: Ended) -> QLabel:
        words = self.tr("{} đã kết thúc từ {}. Nguồn: {}.").format(ended.body, f"{ended.on:%d/%m/%Y}", ended.cite)
        line = QLabel(words, self)
        line.setProperty("tone", "bad")
        line.setWordWrap(True)
        return line

    def _successor_button(self, body: str, successor: str) -> QPushButton:
        button = QPushButton(self.tr("Dùng tên mới: {}").format(successor), self)
        button.setProperty("kind", "quiet")
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._take_successor, body, successor))
        return button

    def _take_successor(self, body: str, successor: str) -> None:
        self.name_field.setText(self.name_field.typed().replace(body, successor))
        self.address_field.setFocus(Qt.FocusReason.OtherFocusReason)
