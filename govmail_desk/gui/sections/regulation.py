"""Quy chế: the regulation in use, shown whole, with the unit's own choices beside it, and the way to another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from govmail_desk.gui.fields.fields import SearchField
from govmail_desk.gui.fields.typed import not_an_input
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.marks import StateLabel
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.rules.regulation_tree import RegulationTree
from govmail_desk.gui.rules.regulation_words import status_mark, status_words
from govmail_desk.gui.rules.rule_card import RuleCard
from govmail_desk.gui.rules.value_form import can_be_filled_in
from govmail_desk.gui.sections.section import ViewSection
from govmail_desk.listings import settings

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.domain.provision import AnyKey, AnyProvision
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.settings import RegulationText

_CHOICE: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.own_choice:OwnChoiceDialog")
_ADOPT: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.adopt_regulation:AdoptRegulationDialog")


class RegulationSection(ViewSection):
    """The whole regulation."""

    reads = frozenset({"regulation_text", "choice"})
    words = "Mỗi quy định có điều khoản và lý do; giá trị riêng của đơn vị đứng bên cạnh, không thay nguyên văn."

    def __init__(self, title: str, desk: Desk, parent: QWidget | None = None) -> None:
        self.view = RegulationView()
        super().__init__(title, desk, self.view, parent)
        self.choose = self.add_act(
            "choose", self.tr("Đặt giá trị riêng…"), self.choose_value, icon_name="edit", is_main=True
        )
        self.add_act("adopt", self.tr("Dùng quy chế khác…"), self.adopt)
        self.view.tree.chosen.connect(self._allow)
        self.view.silent_button.toggled.connect(self.fill)

    def fill(self) -> None:
        """Show it."""
        self.view.show_regulation(self.desk, settings.regulation_texts(self.desk))
        self._allow(self.view.tree.key)

    def choose_value(self) -> None:
        """Set the unit's own value for the rule chosen."""
        key = self.view.tree.key
        if key is not None:
            self.open_dialog(_CHOICE.load()(self, self.desk, key))

    def adopt(self) -> None:
        """Put another regulation into use."""
        self.open_dialog(_ADOPT.load()(self, self.desk))

    def _allow(self, key: AnyKey | None, _rule: AnyProvision | None = None) -> None:
        can = key is not None and can_be_filled_in(key.type)
        self.choose.setEnabled(can)
        is_refused = key is not None and not can
        words = self.tr("Quy định này chỉ đổi được bằng tệp quy chế.") if is_refused else self.choose.text()
        self.choose.setToolTip(words)


class RegulationView(QWidget):
    """What it is called and whether it holds, its rules, and all about the one chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._regulation: Regulation | None = None
        self._texts: list[RegulationText] = []
        self.state = StateLabel(self)
        self.search = SearchField(self.tr("Tìm trong quy chế"), self)
        self.silent_button = QPushButton(self.tr("Cả điều quy chế không nêu"), self)
        self.silent_button.setCheckable(True)
        not_an_input(self.silent_button)
        self.tree = RegulationTree(self)
        self.card = RuleCard(self)
        self._lay_out()
        self.setFocusProxy(self.search)
        self.search.asked.connect(self.tree.search)
        self.tree.chosen.connect(self._tell_chosen)

    def show_regulation(self, desk: Desk, texts: list[RegulationText]) -> None:
        """Show the regulation in use, and from when on."""
        today = desk.today()
        regulation = desk.regulation(today)
        self._regulation = regulation
        self._texts = texts
        self.state.show_state(f"{regulation.short_name}: {status_words(regulation).lower()}", status_mark(regulation))
        self.tree.show_regulation(regulation, today, with_silent=self.silent_button.isChecked())
        self.tree.search(self.search.text())

    def _tell_chosen(self, key: AnyKey | None, rule: AnyProvision | None) -> None:
        if key is None and self._regulation is not None:
            self.card.show_regulation(self._regulation, self._texts)
        else:
            self.card.show_rule(key, rule, self._regulation)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(Space.USUAL)
        first.addWidget(self.search, 1)
        first.addWidget(self.silent_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.USUAL, 0, Space.USUAL, 0)
        rows.setSpacing(Space.NEAR)
        rows.addWidget(self.state)
        rows.addLayout(first)
        rows.addWidget(self.tree, 3)
        rows.addWidget(self.card, 2)
