"""The signature block as a paper will print it, seen while the signer is still being written.

Here: the picture of it in the window. Its lines are `domain.letterhead`; on paper they are set by `documents.letter`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from govmail_desk.domain import letterhead
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from govmail_desk.domain.settings import Letterhead, Signer


class SignatureBlock(QFrame):
    """Authority, post, room for the signature, name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quietCard")
        self._above = self._line("label")
        self._room = self._line("small")
        self._name = self._line("label")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.WIDE, Space.USUAL, Space.WIDE, Space.USUAL)
        layout.setSpacing(Space.TIGHT)
        for part in (self._above, self._room, self._name):
            layout.addWidget(part)

    @property
    def words(self) -> str:
        """The block as text."""
        return f"{self._above.text()}\n{self._name.text()}".strip()

    def show_signer(self, signer: Signer, head: Letterhead | None) -> None:
        """Show the block of a signer; where it cannot be worded yet, what is still missing."""
        lines, missing = signature_lines(signer, head)
        self._above.setText("\n".join(lines))
        self._room.setText(missing or self.tr("(chữ ký, dấu)"))
        self._name.setText(signer.full_name)
        self.setAccessibleName(self.tr("Khối chữ ký: {}").format(self.words))

    def _line(self, tone: str) -> QLabel:
        line = QLabel(self)
        line.setProperty("tone", tone)
        line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        line.setWordWrap(True)
        line.setTextFormat(Qt.TextFormat.PlainText)
        return line


def signature_lines(signer: Signer, head: Letterhead | None) -> tuple[tuple[str, ...], str]:
    """Return the lines above the name, and what is missing where they cannot be worded yet."""
    collective = letterhead.collective_name(head.body) if head is not None and head.is_collective else ""
    try:
        return letterhead.signature(signer, collective=collective).lines, ""
    except RuleBroken as refusal:
        return (), refusal.sentence
