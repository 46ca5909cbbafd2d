"""What stands between and under the fields of the letter: what to look at first, which papers will be made and by whose rule.

Here: `Warnings`, `PaperNotes`. The sentences are `gui.operator_notes` and `gui.paper_notes`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from govmail_desk.gui.icons import draw_icon
from govmail_desk.gui.paper_notes import PaperNote, paper_notes
from govmail_desk.gui.rule_line import RuleLine
from govmail_desk.gui.theme import Space
from govmail_desk.gui.why_card import Why

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.operations.request_plan import RequestPlan


class Rebuilt(QWidget):
    """A place whose content is taken away whole and built anew, which is seldom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = QWidget(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._content)

    def fresh(self) -> tuple[QWidget, QVBoxLayout]:
        """Return an empty place, with its rows, in the stead of the one before."""
        content = QWidget(self)
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.TIGHT)
        self._layout.replaceWidget(self._content, content)
        self._content.hide()
        self._content.deleteLater()
        self._content = content
        return content, rows


class Warnings(Rebuilt):
    """Sentences to look at before anything goes out; nothing where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentences: list[str] = []
        self.hide()

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Say these and no others."""
        if list(sentences) == self.sentences:
            return
        self.sentences = list(sentences)
        content, rows = self.fresh()
        for sentence in self.sentences:
            rows.addLayout(self._line(sentence, content))
        self.setAccessibleName("\n".join(self.sentences))
        self.setVisible(bool(self.sentences))

    def _line(self, sentence: str, content: QWidget) -> QHBoxLayout:
        picture = QLabel(content)
        draw_icon(picture, "warning", "waiting")
        line = QHBoxLayout()
        line.setSpacing(Space.NEAR)
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(_label(sentence, "", content), 1)
        return line


class PaperNotes(Rebuilt):
    """The papers that will be made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notes: list[PaperNote] = []

    def show_papers(self, regulation: Regulation, plan: RequestPlan, *, has_eight_columns: bool) -> None:
        """Say which papers will be made of a plan."""
        notes = paper_notes(
            regulation,
            kind=plan.kind,
            mailbox_kind=plan.mailbox_kind,
            on=plan.on,
            has_eight_columns=has_eight_columns,
        )
        if notes != self.notes:
            self.notes = notes
            self._build()

    def _build(self) -> None:
        content, rows = self.fresh()
        rows.addWidget(_label(self.tr("Giấy tờ sẽ lập"), "label", content))
        for note in self.notes:
            rows.addWidget(RuleLine(note.words, note.why or Why(note.words), content))
        for sentence in dict.fromkeys(note.form_note for note in self.notes if note.form_note):
            rows.addWidget(_label(sentence, "small", content))


def _label(words: str, tone: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("tone", tone)
    label.setWordWrap(True)
    return label
