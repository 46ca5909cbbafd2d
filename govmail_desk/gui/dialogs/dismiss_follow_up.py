"""Passing over something a change would bring with it elsewhere, with the reason why it is not needed here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.fields import LongTextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run
from govmail_desk.operations.follow_ups import dismiss_follow_ups

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.listings.request_life import FollowUpRow


class DismissFollowUpDialog(Dialog):
    """Say why."""

    def __init__(self, parent: QWidget, desk: Desk, alike: Sequence[FollowUpRow]) -> None:
        super().__init__(parent, title=self.tr("Bỏ qua việc kèm theo"), main_words=self.tr("Bỏ qua việc này"))
        self.desk = desk
        self._ids = [one.id for one in alike]
        self.reason = LongTextField(lines=3, hint=self.tr("Ví dụ: người dùng không cần ký số"))
        self.form = Form(self)
        self.form.add("reason", self.tr("Lý do"), self.reason, is_needed=True)
        said = alike[0].title if len(alike) == 1 else self.tr("{} ({} hộp thư)").format(alike[0].title, len(alike))
        self.body.addWidget(WrappedLabel(said, parent=self.fields))
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def do(self) -> None:
        """Pass it over."""
        reason = self.reason.typed()
        missing = {} if reason else {"reason": self.tr("Chưa có lý do. Hãy ghi vì sao việc này không cần làm.")}
        if self.form.show_errors(missing):
            today = self.desk.today()
            act = partial(dismiss_follow_ups, self.desk, follow_up_ids=self._ids, on=today, reason=reason)
            run(self, act, self.kept)
