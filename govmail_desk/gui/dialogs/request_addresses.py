"""The address asked for one of those chosen: typed freely, or taken from those proposed, each with its article and reason under it.

Here: `Addresses`. Nothing is completed while it is typed. Not here: how addresses are proposed (`operations.requests`), the pane it
stands in (`gui.dialogs.request_card`).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.fields.typed import not_an_input
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.why_card import Why, WhyButton

if TYPE_CHECKING:
    from govmail_desk.domain.address_proposal import Candidate
    from govmail_desk.operations.sought import Sought


class Addresses(QWidget):
    """A line and the proposals under it."""

    typed = Signal(str)
    """Another address stands in the line."""

    def __init__(self, regulation_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = TextField(parent=self)
        self.candidates: list[LinkButton] = []
        self.remarks: list[str] = []
        self._regulation_name = regulation_name
        self._shown: tuple[object, ...] | None = None
        self._content = QWidget(self)
        self._refusal = self._said("", "bad")
        self._refusal_why = WhyButton(None, self)
        not_an_input(self.line)
        self._lay_out()
        self.line.textChanged.connect(self._tell)

    @property
    def refusal(self) -> str:
        """Why the address in the line cannot be asked for; empty where it can."""
        return self._refusal.text()

    def show_sought(self, sought: Sought) -> None:
        """Show what is planned now; the line is left alone while the clerk is in it."""
        if not self.line.hasFocus() and self.line.typed() != sought.address:
            self._fill(sought.address)
        self._show_refusal(sought)
        shown = (sought.candidates, sought.remarks, sought.address)
        if shown != self._shown:
            self._shown = shown
            self._build(sought)

    def _fill(self, address: str) -> None:
        self.line.blockSignals(True)
        self.line.setText(address)
        self.line.blockSignals(False)

    def _show_refusal(self, sought: Sought) -> None:
        self._refusal.setText(sought.refusal)
        self._refusal.setVisible(bool(sought.refusal))
        self._refusal_why.show_why(Why(sought.refusal, sought.refusal_cite) if sought.refusal_cite else None)
        self._refusal_why.setVisible(bool(sought.refusal_cite))
        self.line.setProperty("wrong", "true" if sought.refusal else "false")
        self.line.setAccessibleDescription(sought.refusal)
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)

    def _build(self, sought: Sought) -> None:
        had_focus = any(link.hasFocus() for link in self.candidates)
        content = QWidget(self)
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.HAIR)
        self.candidates = []
        said = ""
        for candidate in sought.candidates:
            reason = self.tr("{} ({})").format(candidate.why, candidate.cite or self.tr("gợi ý của chương trình"))
            rows.addLayout(self._line(candidate, is_taken=candidate.address == sought.address))
            if reason != said:
                rows.addWidget(self._reason(reason))
            said = reason
        self.remarks = [remark for remark in sought.remarks if remark not in sought.refusal]
        for remark in self.remarks:
            rows.addWidget(self._said(remark, "small"))
        self._layout.replaceWidget(self._content, content)
        self._content.hide()
        self._content.deleteLater()
        self._content = content
        content.show()
        if had_focus:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, candidate: Candidate, *, is_taken: bool) -> QHBoxLayout:
        words = f"✓ {candidate.address}" if is_taken else candidate.address
        tip = (self.tr("Đang dùng {}") if is_taken else self.tr("Dùng {}")).format(candidate.address)
        link = LinkButton(words, partial(self.take, candidate.address), tip=tip)
        link.setAccessibleName(tip)
        self.candidates.append(link)
        set_by = self._regulation_name if candidate.cite else self.tr("Gợi ý của chương trình – quy chế không nêu")
        line = QHBoxLayout()
        line.setSpacing(Space.NEAR)
        line.addWidget(link)
        line.addStretch(1)
        line.addWidget(WhyButton(Why(candidate.why, candidate.cite, set_by)))
        return line

    def _reason(self, words: str) -> QLabel:
        """Say why once, under the first of those proposed for that reason."""
        reason = self._said(words, "small")
        reason.setContentsMargins(Space.NEAR, 0, 0, Space.TIGHT)
        return reason

    def take(self, address: str) -> None:
        """Take one of those proposed."""
        self.line.setText(address)

    def _tell(self) -> None:
        self.typed.emit(self.line.typed().lower())

    def _said(self, words: str, tone: str) -> QLabel:
        label = QLabel(words, self)
        label.setProperty("tone", tone)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return label

    def _lay_out(self) -> None:
        words = self._said(self.tr("Địa chỉ đề nghị (sửa được)"), "label")
        words.setBuddy(self.line)
        self.line.setAccessibleName(self.tr("Địa chỉ đề nghị"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Space.TIGHT)
        for part in (words, self.line, self._refusal):
            self._layout.addWidget(part)
        self._layout.addWidget(self._refusal_why, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addWidget(self._content)
