"""What stands above the table of a request's first step: the search, the kinds of mailboxes, those chosen only, all or none.

Here: `ChoosingBar`. What the parts do is `gui.dialogs.request_choosing`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from govmail_desk.gui.fields.fields import SearchField
from govmail_desk.gui.fields.typed import not_an_input
from govmail_desk.gui.look.chips import Chip, ChipSpec
from govmail_desk.gui.look.flow import FlowLayout
from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.domain.mailbox import MailboxKind

_KIND_WORDS: Final[dict[MailboxKind, str]] = {"personal": "Hộp thư cá nhân", "unit": "Hộp thư đơn vị"}


class ChoosingBar(QWidget):
    """The search at the left, the rest beside it in as many lines as it needs."""

    def __init__(self, kinds: Sequence[MailboxKind], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(self.tr("Tìm theo tên, không cần dấu"), self)
        choices = QWidget(self)
        self.kinds = {kind: _chip(kind, _KIND_WORDS[kind], choices) for kind in kinds}
        self.only_chosen = _chip("chosen", self.tr("Đã chọn"), choices)
        self.all_button = _quiet_button(self.tr("Chọn tất cả"), choices)
        self.none_button = _quiet_button(self.tr("Bỏ chọn hết"), choices)
        flow = FlowLayout(choices)
        for part in (*self.kinds.values(), self.only_chosen, self.all_button, self.none_button):
            flow.addWidget(part)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.USUAL)
        line.addWidget(self.search, 4, Qt.AlignmentFlag.AlignTop)
        line.addWidget(choices, 5)

    def show_kind(self, kind: MailboxKind) -> None:
        """Say which kind is in view; of one kind alone nothing is said."""
        for each, chip in self.kinds.items():
            chip.setChecked(each == kind)
            chip.setVisible(len(self.kinds) > 1)

    def show_count(self, count: int) -> None:
        """Say how many are chosen."""
        self.only_chosen.show_count(count)
        self.none_button.setEnabled(bool(count))

    def show_only_chosen(self, *, is_on: bool) -> None:
        """Tick or untick "Đã chọn" without its act."""
        self.only_chosen.blockSignals(True)
        self.only_chosen.setChecked(is_on)
        self.only_chosen.blockSignals(False)


def _chip(key: str, words: str, parent: QWidget) -> Chip:
    chip = Chip(ChipSpec(key, words), parent)
    not_an_input(chip)
    return chip


def _quiet_button(words: str, parent: QWidget) -> QPushButton:
    button = QPushButton(words, parent)
    button.setProperty("kind", "quiet")
    button.setAutoDefault(False)
    button.setAccessibleName(words)
    return button
