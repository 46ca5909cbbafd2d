"""What the pane says of a unit: its mailbox, who heads it and looks after its mailbox with dates, the names it bore."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from govmail_desk import wording
from govmail_desk.gui.look.days import from_to, short_day
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.marks import MAILBOX_MARKS, StateLabel
from govmail_desk.gui.panes.charges import tell_custody
from govmail_desk.gui.rules.rule_line import RuleLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.gui.panes.person import PeoplePane
    from govmail_desk.gui.rules.mailbox_rules import Rule
    from govmail_desk.listings.custody_facts import CustodyFacts
    from govmail_desk.listings.units import NameRow, UnitPane


def tell_unit(
    pane: PeoplePane,
    facts: UnitPane,
    regulation: Regulation,
    rules: Sequence[Rule],
    custody: CustodyFacts,
) -> None:
    """Say everything of one unit."""
    row = facts.row
    pane.begin(row.name, row.short_name)
    if row.is_ended:
        pane.say(_tr("Đã chấm dứt hoạt động từ {}.").format(short_day(row.ended_on)), "bad")
    pane.fact(_tr("Trực thuộc"), facts.parent_name)
    pane.fact(_tr("Phần địa chỉ"), row.slug)
    pane.fact(_tr("Điện thoại cơ quan"), row.office_phone)
    pane.fact(_tr("Số người"), str(row.people_count))
    _tell_mailboxes(pane, facts)
    tell_custody(pane, custody)
    _tell_names(pane, facts.names)
    pane.head(_tr("Quy chế nêu"))
    for rule in rules:
        pane.add(RuleLine.of(*rule, regulation))


def _tell_mailboxes(pane: PeoplePane, facts: UnitPane) -> None:
    pane.head(_tr("Hộp thư đơn vị"))
    for own in facts.mailboxes:
        pane.add(LinkButton(own.address, partial(pane.asked_for.emit, "mailboxes", own.id)))
        state = StateLabel()
        state.show_state(f"{wording.MAILBOX_STATES[own.state]} từ {short_day(own.since)}", MAILBOX_MARKS[own.state])
        pane.add(state)
    if not facts.mailboxes:
        pane.say(_tr("Chưa có hộp thư riêng."))


def _tell_names(pane: PeoplePane, names: Sequence[NameRow]) -> None:
    if len(names) > 1 or any(name.from_on for name in names):
        pane.head(_tr("Tên qua các thời kỳ"))
        for name in names:
            told = filter(None, (name.name, from_to(name.from_on, name.to_on), name.document))
            pane.say("\n".join(told), "")


def _tr(words: str) -> str:
    return QCoreApplication.translate("UnitPane", words)
