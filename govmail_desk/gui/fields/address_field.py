"""An address to be typed or taken from those the regulation proposes, each with its article and reason.

Here: `AddressField`. Any legal address may be typed; nothing is completed while it is. What is proposed is worked out by
`operations.proposals` and shown with `show_proposal`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from govmail_desk.gui.fields.compound_field import CompoundField
from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.why_card import Why, WhyButton
from govmail_desk.gui.look.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from govmail_desk.domain.address_proposal import Candidate, Proposal

_OURS = "gợi ý của chương trình"


class AddressField(CompoundField):
    """One line for an address, the proposals under it.

    `fills_itself` puts the first proposal into the line as long as the clerk has typed nothing there; `part` says which part of a
    proposed address the line takes, the whole of it at first.
    """

    def __init__(self, text: str = "", *, fills_itself: bool = False, takes_local_part: bool = False) -> None:
        super().__init__(TextField(text))
        self.regulation_name = ""
        self.candidates: list[LinkButton] = []
        self._fills_itself = fills_itself
        self._takes_local_part = takes_local_part
        self._filled = ""
        self._proposals = QWidget(self)
        self._lines = QVBoxLayout(self._proposals)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(Space.HAIR)
        self._proposals.hide()
        self.rows.addWidget(self._proposals)

    def typed(self) -> str:
        """Return what stands in the line, in lower case."""
        line = self.line
        assert isinstance(line, TextField)
        return line.typed().lower()

    def show_proposal(self, proposal: Proposal | None) -> None:
        """Show other proposals, or none."""
        self._clear()
        if proposal is None:
            return
        for candidate in proposal.candidates:
            self._lines.addLayout(self._line(candidate))
        for problem in proposal.problems:
            self._lines.addWidget(WrappedLabel(problem, "small", self._proposals))
        self._proposals.setVisible(bool(proposal.candidates or proposal.problems))
        if proposal.candidates and self._fills_itself and self.line.text() in {"", self._filled}:
            self._filled = self._part(proposal.candidates[0])
            self.line.setText(self._filled)

    def _line(self, candidate: Candidate) -> QHBoxLayout:
        part = self._part(candidate)
        link = LinkButton(part, partial(self._take, part), self._proposals, tip=self.tr("Dùng {}").format(part))
        set_by = self.regulation_name if candidate.cite else "Gợi ý của chương trình – quy chế không nêu"
        line = QHBoxLayout()
        line.setSpacing(Space.NEAR)
        line.addWidget(link)
        whose = QLabel(f"({candidate.cite or _OURS})", self._proposals)
        whose.setProperty("tone", "small")
        line.addWidget(whose)
        line.addWidget(WhyButton(Why(candidate.why, candidate.cite, set_by), self._proposals))
        line.addStretch(1)
        self.candidates.append(link)
        return line

    def _part(self, candidate: Candidate) -> str:
        return candidate.address.partition("@")[0] if self._takes_local_part else candidate.address

    def _take(self, part: str) -> None:
        self._filled = part
        self.line.setText(part)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        """Take the proposals away whole and begin with an empty place."""
        self.candidates = []
        fresh = QWidget(self)
        self.rows.replaceWidget(self._proposals, fresh)
        self._proposals.hide()
        self._proposals.deleteLater()
        self._proposals = fresh
        self._lines = QVBoxLayout(fresh)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(Space.HAIR)
        fresh.hide()
