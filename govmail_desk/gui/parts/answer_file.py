"""The file of the operator's answer (a scan, a PDF, a mail), chosen where the answer is recorded.

Here: `AnswerFile` and `choose_answer`. Keeping it beside the request is `operations.taken_in_files`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.look.elided import ElidedLabel
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from pathlib import Path


class AnswerFile(QWidget):
    """Nothing chosen, or one file by its name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self._chosen = ElidedLabel(parent=self)
        self.choosing = LinkButton(self.tr("Đính kèm văn bản trả lời…"), self.choose, self)
        self.dropping = LinkButton(self.tr("Bỏ tệp này"), self.drop, self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.USUAL)
        for part in (self.choosing, self._chosen, self.dropping):
            line.addWidget(part)
        line.addStretch(1)
        self._show()

    def choose(self) -> None:
        """Let the clerk choose it."""
        self.path = choose_answer(self) or self.path
        self._show()

    def drop(self) -> None:
        """Attach none after all."""
        self.path = None
        self._show()

    def _show(self) -> None:
        is_chosen = self.path is not None
        self._chosen.show_text(self.tr("Sẽ đính kèm: {}").format(self.path.name) if self.path else "")
        self._chosen.setVisible(is_chosen)
        self.dropping.setVisible(is_chosen)
        self.choosing.setVisible(not is_chosen)


def choose_answer(asked_by: QWidget) -> Path | None:
    """Let the clerk choose the file of an answer; None where they think better of it."""
    kind = asked_by.tr("Văn bản trả lời (*.pdf *.docx *.doc *.xlsx *.jpg *.jpeg *.png *.tif *.eml *.msg)")
    return desktop().choose_file(asked_by, title=asked_by.tr("Chọn văn bản trả lời"), kind=kind)
