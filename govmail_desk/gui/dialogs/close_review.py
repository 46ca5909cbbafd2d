"""The end of a review: what is still open is shown first. And giving one up, with the reason.

Here: `CloseReviewDialog`, `CancelReviewDialog`. What is written is `operations.review_closing` and `operations.reviews`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import LongTextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run, run_long
from govmail_desk.operations.review_closing import close_review
from govmail_desk.operations.reviews import cancel_review

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.listings.reviews import ReviewLine
    from govmail_desk.operations.review_closing import ClosingPlan


class CloseReviewDialog(Dialog):
    """Say the day, and the reason where departments have not answered."""

    def __init__(self, parent: QWidget, desk: Desk, plan: ClosingPlan) -> None:
        super().__init__(parent, title=self.tr("Kết thúc đợt rà soát"), main_words=self.tr("Kết thúc, lập hồ sơ"))
        self.desk = desk
        self.plan = plan
        self.on = DateField(desk.today(), desk.today())
        self.reason = LongTextField(lines=3, hint=self.tr("Ví dụ: bộ phận đã giải thể, sẽ rà soát bổ sung"))
        self.form = Form(self)
        self.form.add("on", self.tr("Ngày kết thúc"), self.on, is_needed=True)
        if plan.unanswered:
            self.form.add("reason", self.tr("Lý do kết thúc khi chưa trả lời đủ"), self.reason, is_needed=True)
        self.body.addWidget(WrappedLabel(plan.review.title, "label", self.fields))
        for words, tone in self._told():
            self.body.addWidget(WrappedLabel(words, tone, self.fields))
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def do(self) -> None:
        """End it."""
        if not self.form.show_errors(self._errors()):
            return
        reason = self.reason.typed() if self.plan.unanswered else ""
        act = partial(close_review, self.desk, review_id=self.plan.review.id, on=self.on.day(), reason=reason)
        run_long(self, lambda tick: act(tick=tick), self.tr("Đang lập hồ sơ rà soát"), self.kept)

    def _told(self) -> Iterator[tuple[str, str]]:
        """What is left open, most pressing first; and what is kept."""
        plan = self.plan
        if plan.unanswered:
            late = "; ".join(plan.unanswered)
            yield self.tr("Chưa trả lời đủ ({} bộ phận): {}.").format(len(plan.unanswered), late), "bad"
        to_ask = sum(len(group.subject_ids) for group in plan.decisions.groups)
        if to_ask:
            yield self.tr("Còn {} quyết định chưa lập thành đề nghị; kết thúc rồi vẫn lập được.").format(to_ask), "bad"
        if plan.decisions.unknown:
            yield self.tr("Trả lời không rõ, cần xác minh tiếp: {}.").format(_named(plan.decisions.unknown)), ""
        if plan.skipped_units:
            said = self.tr("Đợt này không hỏi {}, nên chưa tính là đã rà soát toàn đơn vị.")
            yield said.format(_named(plan.skipped_units)), "soft"
        yield (
            self.tr("Hồ sơ gồm bản tổng hợp, danh sách, phiếu gửi đi, phiếu trả lời và văn bản nhắc; giữ trong sổ."),
            "soft",
        )

    def _errors(self) -> dict[str, str]:
        errors: dict[str, str] = {}
        if self.on.day() is None:
            errors["on"] = self.on.problem() or self.tr("Chưa có ngày. Hãy ghi ngày kết thúc.")
        if self.plan.unanswered and not self.reason.typed():
            errors["reason"] = self.tr("Chưa có lý do. Hãy ghi vì sao kết thúc khi các bộ phận trên chưa trả lời đủ.")
        return errors


class CancelReviewDialog(Dialog):
    """Say why it is not held any more."""

    def __init__(self, parent: QWidget, desk: Desk, line: ReviewLine) -> None:
        super().__init__(parent, title=self.tr("Hủy đợt rà soát"), main_words=self.tr("Hủy đợt rà soát này"))
        self.desk = desk
        self._line = line
        self.reason = LongTextField(lines=3, hint=self.tr("Ví dụ: Sở hoãn sang quý sau"))
        self.form = Form(self)
        self.form.add("reason", self.tr("Lý do"), self.reason, is_needed=True)
        said = self.tr("{}. Trả lời đã nhận vẫn ở trong sổ; không hộp thư nào thay đổi.")
        self.body.addWidget(WrappedLabel(said.format(line.title), parent=self.fields))
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def do(self) -> None:
        """Give it up."""
        reason = self.reason.typed()
        missing = {} if reason else {"reason": self.tr("Chưa có lý do. Hãy ghi vì sao không rà soát nữa.")}
        if self.form.show_errors(missing):
            run(self, partial(cancel_review, self.desk, review_id=self._line.id, reason=reason), self.kept)


def _named(names: tuple[str, ...], most: int = 8) -> str:
    rest = f" và {len(names) - most} mục khác" if len(names) > most else ""
    return f"{', '.join(names[:most])}{rest}"
