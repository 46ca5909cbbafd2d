"""The figures of use of a report, typed or taken from the operator's exports; one left empty is not known, and never 0."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize

from govmail_desk.domain.report_usage import COUNT_LABELS, NOTE_LABELS, UNKNOWN
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.fields import LongTextField, TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run
from govmail_desk.listings.usage_figures import usage_figures
from govmail_desk.operations.reports import edit_report

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.listings.reports import ReportPane

_SIZE: Final = QSize(620, 0)


class ReportUsageDialog(Dialog):
    """Write the figures."""

    def __init__(self, parent: QWidget, desk: Desk, facts: ReportPane) -> None:
        super().__init__(parent, title=self.tr("Số liệu sử dụng"), main_words=self.tr("Ghi vào dự thảo"), size=_SIZE)
        self.desk = desk
        self._draft = report = facts.report
        self.counts = {key: TextField(_shown(report.usage.get(key)), hint=UNKNOWN) for key in COUNT_LABELS}
        self.note = LongTextField(str(report.usage.get("violation_note", "")), lines=2, hint=UNKNOWN)
        self.form = Form(self)
        for key, words in COUNT_LABELS.items():
            self.form.add(key, words, self.counts[key])
        keys = list(COUNT_LABELS)
        for pair in zip(keys[::2], keys[1::2], strict=False):
            self.form.put_side_by_side(*pair)
        self.form.add("violation_note", NOTE_LABELS["violation_note"], self.note)
        self.take_button = self.add_side_button(self.tr("Lấy từ bảng đã nhập"), self.take_imported)
        said = self.tr("Ô nào chưa có số liệu thì để trống: báo cáo sẽ ghi “{}”. Số 0 chỉ ghi khi đúng là không có.")
        self.body.addWidget(WrappedLabel(said.format(UNKNOWN), "soft", self.fields))
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def take_imported(self) -> None:
        """Fill in what the operator's exports of the report's days tell; what they do not tell stays as it is typed."""
        report = self._draft
        found = usage_figures(self.desk, opening_on=report.opening_on, cut_off_on=report.cut_off_on)
        told = {key: value for key, value in found.items() if key in self.counts and value is not None}
        for key, value in told.items():
            self.counts[key].setText(str(value))
        if set(told) <= {"staff_count"}:
            days = self.tr("Chưa có bảng nào của nơi vận hành cho những ngày này. Hãy nhập ở mục Số liệu sử dụng.")
            self.notices.say(days)
        else:
            self.notices.say(
                self.tr("Đã lấy {} số liệu. Hãy xem lại rồi ghi vào dự thảo.").format(len(told)), tone="good"
            )

    def do(self) -> None:
        """Write them."""
        if self.form.show_errors(self._errors()):
            report = self._draft
            usage: dict[str, Any] = {key: _read(field) for key, field in self.counts.items()}
            act = partial(
                edit_report,
                self.desk,
                seen=report,
                usage=usage | {"violation_note": self.note.typed()},
                remarks=report.remarks,
                asked_by=report.asked_by,
                asked_on=report.asked_on,
                due_on=report.due_on,
            )
            run(self, act, self.kept)

    def _errors(self) -> dict[str, str]:
        wrong = self.tr("Phải là số nguyên từ 0 trở lên, hoặc để trống khi chưa có số liệu.")
        return {key: wrong for key, field in self.counts.items() if field.typed() and _read(field) is None}


def _shown(value: object) -> str:
    return "" if value is None else str(value)


def _read(field: TextField) -> int | None:
    """Read a whole number, with or without the dots of thousands; None for an empty field and for anything else."""
    text = field.typed().replace(".", "").replace(" ", "")
    return int(text) if text.isascii() and text.isdecimal() else None
