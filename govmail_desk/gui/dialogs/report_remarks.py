"""What the clerk writes in a report: assessment and proposals, whom it goes to, and the letter that asks for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize

from govmail_desk.domain.report_text import ADDRESSEE, REMARKS
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import LongTextField, TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run
from govmail_desk.operations.report_content import addressee_of
from govmail_desk.operations.reports import edit_report

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.listings.reports import ReportPane

_SIZE: Final = QSize(680, 0)


class ReportRemarksDialog(Dialog):
    """Write what stands in the letter beside the figures."""

    def __init__(self, parent: QWidget, desk: Desk, facts: ReportPane) -> None:
        super().__init__(parent, title=self.tr("Nhận xét, nơi nhận"), main_words=self.tr("Ghi vào dự thảo"), size=_SIZE)
        self.desk = desk
        self._draft = report = facts.report
        self.remarks = {key: LongTextField(report.remarks.get(key, ""), lines=4) for key in REMARKS}
        usual = addressee_of(desk, report)
        self.to = TextField(report.remarks.get(ADDRESSEE, ""), hint=usual.name)
        self.asked_by = TextField(report.asked_by, hint=self.tr("ví dụ: Công văn số 15/SKHCN-CĐS của Sở KH&CN"))
        self.asked_on = DateField(desk.today(), report.asked_on)
        self.due_on = DateField(desk.today(), report.due_on if report.asked_by else None)
        self.form = Form(self)
        self._lay_out_form()
        self.body.addWidget(WrappedLabel(facts.row.title, "label", self.fields))
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def do(self) -> None:
        """Write it."""
        if self.form.show_errors(self._errors()):
            written = {key: field.typed() for key, field in self.remarks.items()} | {ADDRESSEE: self.to.typed()}
            act = partial(
                edit_report,
                self.desk,
                seen=self._draft,
                usage=self._draft.usage,
                remarks=written,
                asked_by=self.asked_by.typed(),
                asked_on=self.asked_on.day(),
                due_on=self.due_on.day(),
            )
            run(self, act, self.kept)

    def _lay_out_form(self) -> None:
        empty = self.tr("Để trống thì báo cáo ghi một câu là không có đánh giá, kiến nghị thêm.")
        for key, words in REMARKS.items():
            self.form.add(key, words, self.remarks[key], hint=empty if key == "proposal" else "")
        self.form.add("to", self.tr("Kính gửi"), self.to, hint=self.tr("Để trống thì gửi nơi quy chế nêu."))
        self.form.add("asked_by", self.tr("Văn bản yêu cầu báo cáo"), self.asked_by)
        self.form.add("asked_on", self.tr("Ngày văn bản"), self.asked_on)
        self.form.add("due_on", self.tr("Hạn theo văn bản"), self.due_on)
        self.form.put_side_by_side("asked_on", "due_on")

    def _errors(self) -> dict[str, str]:
        errors = {key: field.problem() or "" for key, field in (("asked_on", self.asked_on), ("due_on", self.due_on))}
        return {key: said for key, said in errors.items() if said}
