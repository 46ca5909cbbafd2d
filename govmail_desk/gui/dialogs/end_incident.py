"""The end of an incident: closed with measures and lessons, or its entry cancelled with the reason.

Here: `CloseIncidentDialog`, `CancelIncidentDialog`. For a state secret everything is ticked from fixed sentences, nothing is typed.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from govmail_desk.domain import incident_secrets
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField, LongTextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run
from govmail_desk.operations.incidents import cancel_incident, close_incident

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.desk import Desk
    from govmail_desk.listings.incidents import IncidentPane

_SIZE: Final = QSize(620, 0)


class FixedSentences(QWidget):
    """Sentences to be ticked; nothing can be typed."""

    def __init__(self, sentences: Sequence[str], given: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = [QCheckBox(sentence, self) for sentence in sentences]
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.TIGHT)
        for box in self.boxes:
            box.setChecked(box.text() in given.splitlines())
            rows.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.boxes[0])

    def typed(self) -> str:
        """Return the sentences ticked, a line each."""
        return "\n".join(box.text() for box in self.boxes if box.isChecked())


class CloseIncidentDialog(Dialog):
    """Say what was done and learnt."""

    def __init__(self, parent: QWidget, desk: Desk, facts: IncidentPane) -> None:
        super().__init__(parent, title=self.tr("Kết thúc sự cố"), main_words=self.tr("Kết thúc sự cố"), size=_SIZE)
        self.desk = desk
        self._incident_id = facts.row.id
        held = facts.incident
        self.on = DateField(desk.today(), desk.today())
        self.measures: LongTextField | FixedSentences = LongTextField(held.measures, lines=3)
        self.lessons: LongTextField | FixedSentences = LongTextField(held.lessons, lines=3)
        if held.kind == "secret":
            self.measures = FixedSentences(incident_secrets.MEASURES, held.measures)
            self.lessons = FixedSentences(incident_secrets.LESSONS, held.lessons)
            self.body.addWidget(WrappedLabel(incident_secrets.WARNING, "bad", self.fields))
        for step in facts.waiting:
            said = self.tr("Còn phải báo: {} ({}). Ghi đã báo trước khi kết thúc.")
            ground = step.cite or self.tr("gợi ý của chương trình")
            self.body.addWidget(WrappedLabel(said.format(step.to, ground), "bad", self.fields))
        self.form = Form(self)
        self.form.add("on", self.tr("Ngày kết thúc"), self.on, is_needed=True)
        self.form.add("measures", self.tr("Biện pháp đã làm"), self.measures, is_needed=True)
        self.form.add("lessons", self.tr("Bài học"), self.lessons)
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def do(self) -> None:
        """Close it."""
        on, measures = self.on.day(), self.measures.typed()
        errors = {} if on else {"on": self.on.problem() or self.tr("Chưa có ngày. Hãy gõ ngày kết thúc.")}
        if not measures:
            errors["measures"] = self.tr("Chưa có biện pháp. Hãy ghi đã khắc phục thế nào.")
        if self.form.show_errors(errors) and on is not None:
            act = partial(
                close_incident,
                self.desk,
                incident_id=self._incident_id,
                on=on,
                measures=measures,
                lessons=self.lessons.typed(),
            )
            run(self, act, self.kept)


class CancelIncidentDialog(Dialog):
    """Say why the entry should not have been made."""

    def __init__(self, parent: QWidget, desk: Desk, facts: IncidentPane) -> None:
        super().__init__(parent, title=self.tr("Hủy dòng sự cố"), main_words=self.tr("Hủy dòng này"), size=_SIZE)
        self.desk = desk
        self._incident_id = facts.row.id
        self.is_secret = facts.row.kind == "secret"
        self.reason = LongTextField(lines=2, hint=self.tr("Ví dụ: ghi trùng với dòng khác"))
        self.fixed = ChoiceField([(one, one) for one in incident_secrets.CANCEL_REASONS])
        self.form = Form(self)
        field = self.fixed if self.is_secret else self.reason
        self.form.add("reason", self.tr("Lý do"), field, is_needed=True)
        said = self.tr("Dòng này vẫn ở trong sổ, ghi là đã hủy, và không có trong sổ sự cố năm.")
        self.body.addWidget(WrappedLabel(said, parent=self.fields))
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def do(self) -> None:
        """Cancel it."""
        reason = str(self.fixed.choice()) if self.is_secret else self.reason.typed()
        missing = {} if reason else {"reason": self.tr("Chưa có lý do. Hãy ghi vì sao dòng này không đúng.")}
        if self.form.show_errors(missing):
            run(self, partial(cancel_incident, self.desk, incident_id=self._incident_id, reason=reason), self.kept)
