"""A whole regulation as a tree: its headings, every rule with what it says and its article, the unit's own choices beside them.

Here: the tree and its search. What is told of the rule chosen: `gui.rules.rule_card`; a value in words: `domain.provision_words`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from govmail_desk.domain.provision_words import in_words
from govmail_desk.domain.regulation import HEADINGS, KEYS
from govmail_desk.domain.vietnamese import search_key
from govmail_desk.gui.look.marks import SIDE, Mark, mark_icon
from govmail_desk.gui.look.theme import theme_in_use
from govmail_desk.gui.rules.rule_line import whose

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from govmail_desk.domain.provision import AnyKey, AnyProvision
    from govmail_desk.domain.regulation import Regulation

ABOUT: Final = "Về quy chế này"
OWN: Final = Mark("disc", "note")
SUGGESTED: Final = Mark("ring", "waiting")
_KEY: Final = Qt.ItemDataRole.UserRole
_RULE: Final = Qt.ItemDataRole.UserRole + 1
_RULE_COLUMN, _SAYS_COLUMN, _CITE_COLUMN = range(3)
_SHARES: Final = (3, 4, 2)


class RegulationTree(QTreeWidget):
    """Every rule of a regulation; those it is silent on where they are asked for."""

    chosen = Signal(object, object)
    """Another line: its `Key` and its provision, None for a rule the regulation is silent on; None, None for a heading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(len(_SHARES))
        self.setHeaderLabels([self.tr("Quy định"), self.tr("Nội dung"), self.tr("Điều khoản")])
        self.setAccessibleName(self.tr("Các quy định của quy chế"))
        self.setUniformRowHeights(True)
        self.setIconSize(QSize(SIDE, SIDE))
        self.setRootIsDecorated(True)
        self.setMinimumHeight(self.fontMetrics().height() * 8)
        self.currentItemChanged.connect(self._tell_chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width: three parts to the rule, four to what it says, two to its article."""
        super().resizeEvent(event)
        for column, share in enumerate(_SHARES):
            self.setColumnWidth(column, self.viewport().width() * share // sum(_SHARES))

    def show_regulation(self, regulation: Regulation, today: date, *, with_silent: bool) -> None:
        """Show a regulation; the line chosen before stays chosen."""
        key = self.key
        self.clear()
        self.addTopLevelItem(_heading(ABOUT, []))
        for heading in HEADINGS:
            children = [
                item for each in heading.keys for item in _lines(regulation, each, today, with_silent=with_silent)
            ]
            if children:
                self.addTopLevelItem(_heading(heading.label, children))
        self.expandAll()
        self._choose(key)

    @property
    def key(self) -> AnyKey | None:
        """The rule chosen."""
        item = self.currentItem()
        return KEYS.get(item.data(0, _KEY)) if item is not None else None

    def search(self, text: str) -> None:
        """Show only the rules in which all these words stand, without diacritics."""
        words = search_key(text).split()
        for heading in self._headings():
            shown = 0
            for place in range(heading.childCount()):
                child = heading.child(place)
                key = search_key(" ".join(child.text(column) for column in range(len(_SHARES))))
                child.setHidden(not all(word in key for word in words))
                shown += not child.isHidden()
            heading.setHidden(bool(words) and not shown)

    @property
    def shown_count(self) -> int:
        """How many rules are shown."""
        return sum(
            not heading.child(place).isHidden() for heading in self._headings() for place in range(heading.childCount())
        )

    def choose(self, name: str) -> None:
        """Choose a rule by the name of its key."""
        self._choose(KEYS[name])

    def _choose(self, key: AnyKey | None) -> None:
        for heading in self._headings():
            for place in range(heading.childCount()):
                if key is not None and heading.child(place).data(0, _KEY) == key.name:
                    self.setCurrentItem(heading.child(place))
                    return
        self.setCurrentItem(next(self._headings()))

    def _headings(self) -> Iterator[QTreeWidgetItem]:
        found = (self.topLevelItem(row) for row in range(self.topLevelItemCount()))
        return (heading for heading in found if heading is not None)

    def _tell_chosen(self, item: QTreeWidgetItem | None) -> None:
        name = str(item.data(0, _KEY)) if item is not None else ""
        self.chosen.emit(KEYS.get(name), item.data(0, _RULE) if item is not None else None)


def _heading(label: str, children: list[QTreeWidgetItem]) -> QTreeWidgetItem:
    item = QTreeWidgetItem([label])
    item.setFirstColumnSpanned(True)
    item.setFont(0, theme_in_use().font(weight=QFont.Weight.DemiBold))
    item.addChildren(children)
    return item


def _lines(regulation: Regulation, key: AnyKey, today: date, *, with_silent: bool) -> Iterator[QTreeWidgetItem]:
    rules = regulation.all(key)
    for rule in rules:
        yield _line(key, rule, today)
    if with_silent and not rules:
        item = QTreeWidgetItem([key.label, "quy chế không nêu", ""])
        item.setData(0, _KEY, key.name)
        for column in range(len(_SHARES)):
            item.setForeground(column, theme_in_use().colour("ink_soft"))
        yield item


def _line(key: AnyKey, rule: AnyProvision, today: date) -> QTreeWidgetItem:
    said = in_words(rule.value)
    item = QTreeWidgetItem([key.label, said, _cited(rule, today)])
    item.setData(0, _KEY, key.name)
    item.setData(0, _RULE, rule)
    item.setToolTip(_SAYS_COLUMN, said)
    item.setToolTip(_RULE_COLUMN, key.label)
    if rule.source != "regulation":
        item.setIcon(_CITE_COLUMN, mark_icon(OWN if rule.source == "unit" else SUGGESTED))
    return item


def _cited(rule: AnyProvision, today: date) -> str:
    begins = f", từ {rule.valid_from:%d/%m/%Y}" if rule.valid_from and rule.valid_from > today else ""
    return f"{whose(rule)}{begins}"
