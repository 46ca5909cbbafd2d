"""One rule of the regulation as a line: what it is about, what it says, its article, and "Vì sao?".

Here: `RuleLine`, `RuleLines` (several, shown anew with every choice) and `rule_in_words`. A suggestion of ours and a choice of the
unit are called so in the line itself.
Not here: the card behind "Vì sao?" (`gui.look.why_card`), the words of a value (`domain.provision_words`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from govmail_desk.domain.provision_words import in_words
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.why_card import Why, WhyButton
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.wording import day_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.domain.provision import Key, Provision
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.working_days import Counting


class RuleLine(QWidget):
    """A rule and its reason."""

    def __init__(self, words: str, why: Why, parent: QWidget | None = None, *, tone: str = "small") -> None:
        super().__init__(parent)
        self._words = WrappedLabel(words, tone, self)
        self._words.setContentsMargins(0, Space.HAIR, 0, 0)
        self.why_button = WhyButton(why, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.NEAR)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.why_button, 0, Qt.AlignmentFlag.AlignTop)

    @classmethod
    def of(
        cls,
        key: Key[Any],
        provision: Provision[Any],
        regulation: Regulation,
        *,
        counting: Counting | None = None,
        parent: QWidget | None = None,
    ) -> RuleLine:
        """Say a provision, and the day it leads to where it was counted."""
        why = Why.of(provision, regulation=regulation.short_name, counting=counting)
        return cls(rule_in_words(key, provision, counting), why, parent)

    @property
    def words(self) -> str:
        """What the line says."""
        return self._words.text()


class RuleLines(QWidget):
    """The rules that bear on what is chosen now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[RuleLine] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(Space.TIGHT)

    def show_lines(self, lines: Sequence[RuleLine]) -> None:
        """Show these lines and no others."""
        for line in self.lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = list(lines)
        for line in self.lines:
            self._rows.addWidget(line)


def rule_in_words(key: Key[Any], provision: Provision[Any], counting: Counting | None = None) -> str:
    """Say what a rule is about and what it says, with its article or whose choice it is, and the day it was counted to."""
    said = f"{key.label}: {in_words(provision.value)} ({whose(provision)})"
    if counting is None:
        return said
    return f"{said}; tính từ {counting.stated_on:%d/%m/%Y} thì hết {day_words(counting.due_on)}"


def whose(provision: Provision[Any]) -> str:
    """Say where a rule comes from, in as few words as stand in brackets."""
    if provision.source == "suggested":
        return "gợi ý của chương trình"
    return "lựa chọn của đơn vị" if provision.source == "unit" else provision.cite or ""
