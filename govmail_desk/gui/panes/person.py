"""The pane of the page Người và đơn vị: one person or one unit.

Here: `PeoplePane` with what it says of a person; of a unit: `panes.unit`. The facts are read by `listings.people` and
`listings.units`; what is offered at its foot are the acts of the page.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from govmail_desk import wording
from govmail_desk.domain.person import LEAVING
from govmail_desk.domain.person_name import read_name
from govmail_desk.domain.privacy import masked
from govmail_desk.domain.regulation import ADDRESS_PERSONAL_ONLY_FOR
from govmail_desk.gui.look.days import birth_words, from_to, short_day, whole_day
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.marks import MAILBOX_MARKS, Mark, StateLabel
from govmail_desk.gui.panes.pane import Pane
from govmail_desk.gui.panes.timeline import Moment, Timeline
from govmail_desk.gui.panes.unit import tell_unit
from govmail_desk.gui.rules.rule_line import RuleLine
from govmail_desk.gui.tables.people_columns import NO_MAILBOX, covered, last_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.domain.provision import Provision
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.gui.rules.mailbox_rules import Rule
    from govmail_desk.listings.custody_facts import CustodyFacts
    from govmail_desk.listings.people import ChangeRow, PersonPane
    from govmail_desk.listings.units import UnitPane

_STAYS: Final = Mark("disc", "note")
_LEFT: Final = Mark("cross", "quiet")


class PeoplePane(Pane):
    """Everything about one person or one unit."""

    asked_for = Signal(str, object)
    """A mailbox or a handover is wanted: the key of its page, and its id."""
    charge_asked = Signal(str, object)
    """Something is to be done with the charges of a unit: see `panes.charges.tell_custody`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Người hoặc đơn vị đang chọn"), parent)
        self._person: PersonPane | None = None
        self._barred: tuple[Regulation, Provision[tuple[str, ...]] | None]
        self.is_unmasked = False
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what would stand here."""
        self._person = None
        self.begin(self.tr("Chưa chọn ai"))
        self.say(self.tr("Chọn một người hoặc một đơn vị để xem hộp thư, người phụ trách và các tên đã mang."))
        self.offer(())

    def show_many(
        self,
        count: int,
        without_count: int,
        regulation: Regulation,
        only_for: Provision[tuple[str, ...]] | None = None,
    ) -> None:
        """Say how many are chosen together, and how many of them need a mailbox and may have one.

        `only_for` is the rule that gives one to some posts only.
        """
        self._person = None
        self.begin(self.tr("Đã chọn {} người").format(count))
        if without_count:
            self.say(
                self.tr("{} người chưa có hộp thư; có thể đề nghị cấp cho họ trong một đề nghị.").format(without_count)
            )
        elif only_for is None:
            self.say(self.tr("Tất cả đã có hộp thư."))
        else:
            self.say(self.tr("Không còn ai trong số này được đề nghị cấp hộp thư cá nhân."))
        if only_for is not None:
            self.add(RuleLine.of(ADDRESS_PERSONAL_ONLY_FOR, only_for, regulation))

    def show_unit(self, facts: UnitPane, regulation: Regulation, rules: Sequence[Rule], custody: CustodyFacts) -> None:
        """Show one unit."""
        self._person = None
        tell_unit(self, facts, regulation, rules, custody)

    def show_person(
        self, facts: PersonPane, regulation: Regulation, barred_by: Provision[tuple[str, ...]] | None = None
    ) -> None:
        """Show one person; private facts stay covered until they are asked for.

        `barred_by` is the rule by which they get no mailbox of their own.
        """
        if self._person is None or self._person.person.id != facts.person.id:
            self.is_unmasked = False
        self._person = facts
        self._barred = (regulation, barred_by)
        person = facts.person
        self.begin(person.full_name, person.post)
        if person.left_on is not None:
            self.say(self.tr("Thôi việc từ {}.").format(short_day(person.left_on.isoformat())), "bad")
        name = read_name(person.full_name, given_word=person.given_word)
        self.fact(self.tr("Cách đọc tên"), f"họ {name.surname}, tên {name.given}" if name.surname else name.given)
        self.fact(self.tr("Đơn vị"), facts.unit)
        self.fact(self.tr("Điện thoại cơ quan"), person.office_phone)
        self._tell_private(facts)
        self.fact(self.tr("Ghi chú"), person.note)
        self._tell_mailboxes(facts)
        self._tell_charges(facts)
        self._tell_changes(facts)

    def unmask(self) -> None:
        """Show the private facts of this person."""
        self.is_unmasked = True
        if self._person is not None:
            self.show_person(self._person, *self._barred)

    def _tell_private(self, facts: PersonPane) -> None:
        person = facts.person
        private = (
            (self.tr("Ngày sinh"), birth_words(person.birth_on), covered),
            (self.tr("Điện thoại riêng"), person.phone, last_figures),
        )
        for words, value, cover in private:
            self.fact(words, value if self.is_unmasked else cover(value))
        self.fact(self.tr("Số CCCD"), masked(person.id_number))
        if person.minimised_on is not None:
            self.say(self.tr("Đã bỏ dữ liệu riêng ngày {}.").format(short_day(person.minimised_on.isoformat())))
        if any(value for _, value, _ in private) and not self.is_unmasked:
            self.add(LinkButton(self.tr("Hiện thông tin riêng"), self.unmask))

    def _tell_mailboxes(self, facts: PersonPane) -> None:
        self.head(self.tr("Hộp thư"))
        for held in facts.mailboxes:
            self.add(LinkButton(held.address, partial(self.asked_for.emit, "mailboxes", held.id)))
            state = StateLabel()
            state.show_state(
                f"{wording.MAILBOX_STATES[held.state]} từ {short_day(held.since)}", MAILBOX_MARKS[held.state]
            )
            self.add(state)
        if not facts.holds_mailbox and facts.person.left_on is None:
            missing = StateLabel()
            missing.show_state(self.tr("Chưa có hộp thư"), NO_MAILBOX)
            self.add(missing)
        regulation, barred_by = self._barred
        if barred_by is not None:
            self.add(RuleLine.of(ADDRESS_PERSONAL_ONLY_FOR, barred_by, regulation))

    def _tell_charges(self, facts: PersonPane) -> None:
        if facts.charges:
            self.head(self.tr("Phụ trách"))
        for charge in facts.charges:
            self.fact(wording.CUSTODY_ROLES[charge.role], f"{charge.unit}\n{from_to(charge.from_on, charge.to_on)}")

    def _tell_changes(self, facts: PersonPane) -> None:
        if facts.changes:
            self.head(self.tr("Biến động nhân sự"))
            self.add(Timeline([_moment(change) for change in facts.changes]))


def _moment(change: ChangeRow) -> Moment:
    decided = f"quyết định ngày {short_day(change.decided_on)}"
    told = ", ".join(filter(None, (change.document, decided if change.decided_on != change.effective_on else "")))
    return Moment(
        wording.PERSONNEL_KINDS[change.kind],
        _LEFT if change.kind in LEAVING else _STAYS,
        whole_day(change.effective_on),
        "\n".join(filter(None, (told, change.note))),
    )
