"""Recording the operator's answer: its number and day, and for each row whether it was granted, granted otherwise, or refused.

Here: `AnswerRequestDialog`. All rows are granted as asked until another result is chosen. The rows are `gui.dialogs.answer_rows`;
bringing the answer into the register is an act of its own, `gui.dialogs.apply_answer`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel

from govmail_desk import wording
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.dialogs.answer_rows import RESULTS, AnswerModel, AnswerTable, RowEditor
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.warning_lines import WarningLines
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.parts.answer_file import AnswerFile
from govmail_desk.gui.run import run
from govmail_desk.gui.tables.request_columns import subject
from govmail_desk.operations.given_addresses import given_elsewhere
from govmail_desk.operations.request_answers import answer_request
from govmail_desk.operations.taken_in_files import attach_answer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.listings.request_life import Life
    from govmail_desk.listings.requests import RequestListRow

SIZE: Final = QSize(980, 0)
MOST_WARNINGS: Final = 3


class AnswerRequestDialog(Dialog):
    """Record what came back."""

    def __init__(self, parent: QWidget, desk: Desk, row: RequestListRow, life: Life) -> None:
        super().__init__(
            parent,
            title=self.tr("Ghi trả lời: {}").format(subject(row)),
            main_words=self.tr("Ghi trả lời"),
            size=SIZE,
        )
        self.desk = desk
        self.row = row
        self.number = TextField(hint=self.tr("Số văn bản trả lời, nếu có"))
        self.on = DateField(desk.today(), desk.today())
        self.form = self._form()
        self.file = AnswerFile(self.fields)
        self.table = AnswerTable(AnswerModel(life.standing), name=self.tr("Kết quả từng dòng"), parent=self.fields)
        self.more_height = self.table.more_height
        self.editor = RowEditor(self.table, self.fields)
        self.count = QLabel(self.fields)
        self.count.setProperty("tone", "label")
        keys = self.tr("Trong bảng, phím 1, 2, 3 ghi kết quả cho các dòng đang chọn; dấu cách đổi lần lượt.")
        keys_line = WrappedLabel(keys, "small", self.fields)
        self.warnings = WarningLines(self.fields, most=MOST_WARNINGS)
        for part in (self.form, self.file, self.count, self.table, keys_line, self.editor, self.warnings):
            self.body.addWidget(part, int(part is self.table))
        self.table.opened.connect(self._go_to_editor)
        self.table.edit_asked.connect(self._go_to_editor)
        self.table.rows.answered.connect(self._tell_count)
        self.table.rows.answered.connect(self._warn)
        self.table.selectRow(0)
        self._tell_count()

    @property
    def has_typed(self) -> bool:
        """What was chosen in the table would be lost too."""
        return bool(self.table.rows.given) or self.file.path is not None or super().has_typed

    def do(self) -> None:
        """Record it."""
        if not self.form.show_errors(self._errors()):
            return
        lacking = self._lacking()
        if lacking is None:
            run(self, self._answer, self._answered)
        else:
            self._ask_for(*lacking)

    def _answered(self, changes: Changes) -> None:
        """Close; the file of the answer is then an act of its own, told of in the window."""
        page, path = self.parentWidget(), self.file.path
        self.kept(changes)
        if path is not None and page is not None:
            run(page, partial(attach_answer, self.desk, request_id=self.row.id, path=path))

    def _answer(self) -> Changes:
        on = self.on.day()
        assert on is not None
        return answer_request(
            self.desk, request_id=self.row.id, on=on, number=self.number.typed(), answers=self.table.rows.given
        )

    def _errors(self) -> dict[str, str]:
        if self.on.day() is None:
            return {"on": self.on.problem() or self.tr("Chưa có ngày. Hãy gõ ngày nhận được trả lời.")}
        return {}

    def _lacking(self) -> tuple[int, str] | None:
        """Name the first row whose result says too little, and what to write there."""
        for position, answer in sorted(self.table.rows.given.items()):
            if answer.result == "refused" and not answer.note:
                return position, self.tr("Dòng {} bị từ chối. Hãy ghi lý do nơi vận hành nêu.").format(position)
            if answer.result == "otherwise" and not (answer.given_address or answer.note):
                said = self.tr("Dòng {} được khác đề nghị. Hãy ghi địa chỉ đã cấp, hoặc khác ở chỗ nào.")
                return position, said.format(position)
        return None

    def _ask_for(self, position: int, sentence: str) -> None:
        """Go to the row that says too little."""
        self.table.choose(position)
        self.notices.say(sentence, tone="bad")
        (self.editor.address if self.editor.address.isEnabled() else self.editor.note).setFocus()

    def _tell_count(self) -> None:
        model = self.table.rows
        results = [model.answer_of(model.id_at(place)).result for place in range(model.rowCount())]
        if results.count("granted") == len(results):
            self.count.setText(self.tr("Tất cả {} dòng được như đề nghị").format(len(results)))
            return
        counted = ((results.count(result), wording.ROW_RESULTS[result].lower()) for result in RESULTS)
        self.count.setText(" · ".join(f"{count} {words}" for count, words in counted if count))

    def _warn(self) -> None:
        """Point to addresses of another mail domain, whoever typed them or whatever list brought them."""
        given = {position: answer.given_address for position, answer in self.table.rows.given.items()}
        self.warnings.show_sentences(given_elsewhere(self.desk, given))

    def _go_to_editor(self) -> None:
        self.editor.result.setFocus()

    def _form(self) -> Form:
        form = Form(self)
        form.add("number", self.tr("Số văn bản trả lời"), self.number)
        form.add("on", self.tr("Ngày nhận được trả lời"), self.on, is_needed=True)
        form.put_side_by_side("number", "on")
        return form
