"""The unit's own address at the first setup: what the regulation proposes for its name, with article and reason.

Here: `OwnAddress`, what is proposed; `AddressProposal`, how it is shown. The proposing itself is `domain.unit_address`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from govmail_desk.domain.address_proposal import Candidate, Proposal
from govmail_desk.domain.addressing import address_rules
from govmail_desk.domain.unit_address import propose_units, unit_forms
from govmail_desk.domain.unit_name import ParentKind, read_unit_name
from govmail_desk.gui.look.elided import ElidedLabel
from govmail_desk.gui.look.flow import FlowLayout
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.why_card import Why, WhyButton
from govmail_desk.gui.look.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from govmail_desk.domain.regulation import Regulation


class OwnAddress:
    """What a regulation proposes for the mailbox of a unit of this name."""

    def __init__(self, regulation: Regulation, name: str, parent_kind: ParentKind | None, parent_slug: str) -> None:
        self.rules = address_rules(regulation)
        self.regulation = regulation
        self._name = read_unit_name(name, parent_kind=parent_kind)
        forms = unit_forms(self._name, self.rules) if name else ()
        self._proposal = (
            Proposal(name, ()) if not name else propose_units([self._name], self.rules, parent=parent_slug)[0]
        )
        self.asks_parent_slug = any("cha" in form.value.form.tokens for form in forms)
        alone = read_unit_name(name)
        self.asks_parent_kind = bool(name) and alone.level is None and not unit_forms(alone, self.rules)

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The addresses, best first."""
        return self._proposal.candidates

    @property
    def problems(self) -> tuple[str, ...]:
        """What the clerk should know; where nothing is proposed, why."""
        return self._proposal.problems

    @property
    def slugs(self) -> tuple[str, ...]:
        """The local parts proposed, without the ending every address of the regulation has."""
        return tuple(self._slug(candidate.address) for candidate in self.candidates)

    def address(self, slug: str) -> str:
        """Write the whole address of a local part."""
        has_its_end = slug == self.rules.office or slug.endswith(self.rules.suffix)
        return f"{slug}{'' if has_its_end else self.rules.suffix}@{self.rules.domain}"

    def why(self, slug: str) -> Why | None:
        """Explain a local part that was proposed; None for one of the clerk's own."""
        found = next((one for one in self.candidates if self._slug(one.address) == slug), None)
        if found is None:
            return None
        is_ours = found.cite is None
        return Why(
            found.why,
            found.cite,
            "Gợi ý của chương trình – quy chế không nêu" if is_ours else self.regulation.short_name,
        )

    def _slug(self, address: str) -> str:
        local = address.partition("@")[0]
        return local if local == self.rules.office else local.removesuffix(self.rules.suffix)


class AddressProposal(QFrame):
    """The address that comes of the lines above, why, and the other ones the regulation allows."""

    picked = Signal(str)
    """Another proposed local part was picked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quietCard")
        self._own: OwnAddress | None = None
        self._address = ElidedLabel(parent=self)
        self._cite = QLabel(self)
        self._cite.setProperty("tone", "small")
        self.why_button = WhyButton(parent=self)
        self._problems = WrappedLabel("", "small", self)
        self._others = QWidget(self)
        self._places = FlowLayout(self._others)
        self._lay_out()

    @property
    def address(self) -> str:
        """The address shown."""
        return self._address.text()

    def show_own(self, own: OwnAddress) -> None:
        """Take what is proposed now."""
        self._own = own
        self._problems.setText("\n".join(own.problems))
        self._problems.setVisible(bool(own.problems))
        self._offer(own)

    def show_slug(self, slug: str) -> None:
        """Show the address of the local part that stands in the field."""
        own = self._own
        why = own.why(slug) if own else None
        self._address.show_text(own.address(slug) if own and slug else self.tr("Địa chỉ hộp thư của đơn vị hiện ở đây"))
        self._address.setProperty("tone", "heading" if own and slug else "soft")
        self._address.style().polish(self._address)
        self._cite.setText((why.cite or self.tr("gợi ý")) if why else "")
        self.why_button.show_why(why)
        self.why_button.setVisible(why is not None)

    def _offer(self, own: OwnAddress) -> None:
        for button in self._others.findChildren(QPushButton):
            self._places.removeWidget(button)
            button.deleteLater()
        for slug in own.slugs[1:]:
            button = QPushButton(self.tr("Dùng {}").format(own.address(slug)), self._others)
            button.setProperty("kind", "quiet")
            button.clicked.connect(partial(self.picked.emit, slug))
            self._places.addWidget(button)
        self._others.setVisible(len(own.slugs) > 1)

    def _lay_out(self) -> None:
        reason = QHBoxLayout()
        reason.addWidget(self._cite)
        reason.addWidget(self.why_button)
        reason.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.USUAL, Space.NEAR, Space.NEAR, Space.NEAR)
        layout.setSpacing(Space.TIGHT)
        layout.addWidget(self._address)
        layout.addLayout(reason)
        layout.addWidget(self._problems)
        layout.addWidget(self._others)
        self._problems.hide()
        self._others.hide()
        self.show_slug("")
