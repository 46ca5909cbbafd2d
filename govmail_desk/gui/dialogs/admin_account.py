"""The box that says a mailbox is an administrator's account, and what that changes: by which rule its password falls due next time.

Here: `AdminAccountBox`, for the dialogs that write or correct a mailbox. What falls due is `operations.due_beginnings`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from govmail_desk.domain.regulation import PASSWORD_ROTATION_ADMIN

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk


class AdminAccountBox(QCheckBox):
    """Ticked for an administrator's account."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, is_admin: bool = False) -> None:
        super().__init__(parent)
        self.setText(self.tr("Tài khoản quản trị"))
        self.setChecked(is_admin)
        self.hint = self._hint(desk)
        """What the clerk is told under the box: ticking it moves no due date by itself."""

    def _hint(self, desk: Desk) -> str:
        regulation = desk.regulation()
        rule = regulation.find(PASSWORD_ROTATION_ADMIN)
        if rule is None:
            return self.tr("{} không nêu hạn đổi mật khẩu riêng cho tài khoản quản trị.").format(regulation.short_name)
        said = self.tr(
            "Hạn đang chạy giữ nguyên; từ lần đổi mật khẩu sau mới tính theo quy định cho tài khoản quản trị"
        )
        return f"{said} ({rule.cite})." if rule.cite else f"{said}."
