"""The lines under a request's papers that say which copies were edited, and what can be done with each.

Here: `EditedLines`. Noticing them is `gui.parts.edited_copies`, the acts `gui.parts.paper_acts`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from govmail_desk import wording
from govmail_desk.gui.look.flow import FlowLayout
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.marks import Mark, StateLabel
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govmail_desk.listings.requests import FileRow
    from govmail_desk.operations.taken_in_files import EditedCopy

_EDITED = Mark("half", "waiting")
_WORD = ".docx"


class EditedLines(QWidget):
    """One line a copy; nothing where none was edited."""

    take_asked = Signal(object)
    """A copy is to be taken in as the next edition: its `EditedCopy`."""
    check_asked = Signal()
    """The edited copies are to be looked through."""
    pass_asked = Signal(object)
    """A copy is left alone for now: its `EditedCopy`."""

    def __init__(self, files: Sequence[FileRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = {kept.id: kept for kept in files}
        self.said: list[str] = []
        self.links: dict[str, LinkButton] = {}
        """The acts of the line shown last, by their words."""
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, Space.TIGHT, 0, Space.TIGHT)
        self._rows.setSpacing(Space.NEAR)
        self._shown: list[QFrame] = []
        self.hide()

    def show_copies(self, copies: Sequence[EditedCopy]) -> None:
        """Say these and no others."""
        self.said, self.links = [], {}
        for card in self._shown:
            self._rows.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._shown = [self._card(copy, self._files[copy.file_id]) for copy in copies if copy.file_id in self._files]
        for card in self._shown:
            self._rows.addWidget(card)
        self.setVisible(bool(self._shown))

    def _card(self, copy: EditedCopy, kept: FileRow) -> QFrame:
        card = QFrame(self)
        card.setObjectName("card")
        program = "Word" if copy.path.suffix.lower() == _WORD else "Excel"
        role = wording.FILE_ROLES[kept.role]
        words = self.tr("{} đã sửa trong {}. Nhận làm bản {}?").format(role, program, kept.edition + 1)
        self.said.append(words)
        state = StateLabel(card)
        state.show_state(self.tr("Có bản sửa chưa nhận"), _EDITED)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(Space.USUAL, Space.NEAR, Space.USUAL, Space.NEAR)
        rows.setSpacing(Space.TIGHT)
        rows.addWidget(state)
        rows.addWidget(WrappedLabel(words, parent=card))
        rows.addLayout(self._acts(copy, card, kept.name))
        return card

    def _acts(self, copy: EditedCopy, card: QWidget, name: str) -> FlowLayout:
        line = FlowLayout()
        line.setSpacing(Space.USUAL)
        offered: list[tuple[str, Callable[[], object]]] = [
            (self.tr("Nhận bản đã sửa"), partial(self.take_asked.emit, copy))
        ]
        if copy.path.suffix.lower() == _WORD:
            offered.append((self.tr("Kiểm tra bản đã sửa"), self.check_asked.emit))
        offered.append((self.tr("Bỏ qua"), partial(self.pass_asked.emit, copy)))
        for words, does in offered:
            link = LinkButton(words, does, card)
            link.setAccessibleName(f"{words}: {name}")
            self.links[words] = link
            line.addWidget(link)
        return line
