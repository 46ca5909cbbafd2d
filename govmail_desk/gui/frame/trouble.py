"""What is shown when disk, lock or network kept the register from being read or written: what to do, and try again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.look.icons import draw_icon
from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable

_ICON: Final = 32


class TroubleDialog(Dialog):
    """One sentence from the store, and its act again once the trouble is mended."""

    def __init__(self, sentence: str, again: Callable[[], object], parent: QWidget | None) -> None:
        super().__init__(parent, title=self.tr("Chưa làm được"), main_words=self.tr("Thử lại"))
        self._again = again
        picture = QLabel(self)
        draw_icon(picture, "warning", "waiting", side=_ICON)
        words = QLabel(f"{sentence}\n\n" + self.tr("Chưa có gì bị thay đổi."), self)
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line = QHBoxLayout()
        line.setSpacing(Space.USUAL)
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)
        self.body.addLayout(line)

    def do(self) -> None:
        """Close and try again."""
        self.accept()
        self._again()
