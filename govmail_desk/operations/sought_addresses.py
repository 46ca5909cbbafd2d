"""The addresses of the mailboxes a request seeks: the clerk's own choice, else what the rules propose; none given twice.

Whom they are for is `operations.sought`; addresses for mailboxes that stand in the register are `operations.concerned_addresses`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, select

from govmail_desk.domain.address_look_alike import KnownAddresses
from govmail_desk.domain.address_proposal import Proposal, Taken
from govmail_desk.domain.addressing import address_rules
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.person_name import read_name
from govmail_desk.domain.personal_address import propose_personal
from govmail_desk.domain.personal_post import whole_post
from govmail_desk.domain.regulation import ADDRESS_PERSONAL_ONLY_FOR, Regulation
from govmail_desk.domain.unit import Unit
from govmail_desk.domain.unit_address import propose_units
from govmail_desk.domain.unit_name import read_unit_name
from govmail_desk.domain.vietnamese import search_key
from govmail_desk.operations.mailboxes import checked_address
from govmail_desk.operations.proposals import agency_slug, parent_kind_of, taken_by
from govmail_desk.operations.sought import Sought
from govmail_desk.store.tables import mailbox as mailbox_table
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from govmail_desk.desk import Desk

_LEADING_POST: Final = re.compile(
    r"(quyen )?(pho )?(tong )?(giam doc|chu tich|bi thu|chanh|hieu truong|vien truong|(chi )?cuc truong"
    r"|truong (ban|phong|khoa|tram|doi|bo phan))"
)
"""The posts of leadership met in units of the state; which address they get is the regulation's to say."""


def leads(post: str) -> bool:
    """Say whether a post is one of leadership: its holder keeps the plain address of namesakes where the regulation says so."""
    return _LEADING_POST.match(search_key(post)) is not None


def with_addresses(desk: Desk, rows: Sequence[Sought], *, on: date, chosen: Mapping[int, str]) -> list[Sought]:
    """Give each row its candidates and its address: the chosen one, else the one it came with, else the first candidate."""
    regulation = desk.regulation(on)
    wanted = [chosen.get(place, row.address) for place, row in enumerate(rows)]
    with desk.reading() as connection:
        taken = taken_by(connection, except_ids=frozenset(row.mailbox_id for row in rows if row.mailbox_id))
        proposals = _proposals(connection, rows, regulation, on)
        known = _known(connection) if any(wanted) else None
    addressed = [
        _addressed(row, proposal, address, regulation=regulation, on=on)
        for row, proposal, address in zip(rows, proposals, wanted, strict=True)
    ]
    return [_with_look_alikes(row, known) for row in _without_clashes(addressed, taken)]


def _proposals(connection: Connection, rows: Sequence[Sought], regulation: Regulation, on: date) -> list[Proposal]:
    """Propose for people in one batch, for units in one batch under each body above; in the order of the rows."""
    rules = address_rules(regulation, on)
    taken = taken_by(connection, except_ids=frozenset(row.mailbox_id for row in rows if row.mailbox_id))
    if rows[0].mailbox_kind == "personal":
        slugs = {unit_id: agency_slug(connection, unit_id) for unit_id in {row.unit_id for row in rows}}
        return propose_personal(
            [read_name(row.name, given_word=row.person.given_word if row.person else None) for row in rows],
            rules,
            units=[slugs[row.unit_id] for row in rows],
            taken=taken,
            leaders=frozenset(place for place, row in enumerate(rows) if leads(row.post)),
            posts=[whole_post(row.post, row.section) for row in rows],
        )
    under: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        under.setdefault(_parent_slug(connection, row), []).append(place)
    made: dict[int, Proposal] = {}
    for slug, places in under.items():
        parent_kind = parent_kind_of(connection, slug)
        names = [read_unit_name(rows[place].name, parent_kind=parent_kind) for place in places]
        made.update(zip(places, propose_units(names, rules, parent=slug, taken=taken), strict=True))
    return [made[place] for place in range(len(rows))]


def _parent_slug(connection: Connection, row: Sought) -> str:
    parent_id = row.above_id or Transaction(connection).get(Unit, row.unit_id).parent_id
    return agency_slug(connection, parent_id) if parent_id else ""


def _addressed(row: Sought, proposal: Proposal, wanted: str, *, regulation: Regulation, on: date) -> Sought:
    only_for = regulation.find(ADDRESS_PERSONAL_ONLY_FOR, on)
    row = replace(row, candidates=proposal.candidates, remarks=proposal.problems)
    if row.refusal:
        return row
    if row.mailbox_kind == "personal" and only_for and not proposal.candidates:
        return replace(row, refusal=_sentence(row, proposal), refusal_cite=only_for.cite)
    if wanted:
        try:
            return replace(row, address=checked_address(wanted))
        except RuleBroken as broken:
            return replace(row, address=wanted, refusal=f"{row.name}: {broken.sentence}")
    if not proposal.candidates:
        return replace(row, refusal=_sentence(row, proposal))
    return replace(row, address=proposal.candidates[0].address)


def _sentence(row: Sought, proposal: Proposal) -> str:
    return f"{row.name}: {proposal.problems[-1] if proposal.problems else 'chưa có địa chỉ; hãy nhập địa chỉ.'}"


def _without_clashes(rows: Sequence[Sought], taken: Taken) -> Iterable[Sought]:
    """Refuse an address the register or an earlier row has: the clerk's own choice is free, but never given twice."""
    given: dict[str, str] = {}
    for row in rows:
        reason = taken(row.address) if row.address else None
        if row.refusal:
            yield row
        elif reason:
            yield replace(row, refusal=f"{row.name}: địa chỉ {row.address} {reason}. Hãy chọn địa chỉ khác.")
        elif row.address in given:
            yield replace(
                row,
                refusal=f"{row.name}: địa chỉ {row.address} trùng với {given[row.address]} trong đề nghị này. Hãy chọn địa chỉ khác.",
            )
        else:
            given[row.address] = row.name
            yield row


def _known(connection: Connection) -> KnownAddresses:
    return KnownAddresses(connection.execute(select(mailbox_table.c.address)).scalars())


def _with_look_alikes(row: Sought, known: KnownAddresses | None) -> Sought:
    """Warn of addresses that are taken for one the clerk typed; the regulation's own candidates look alike by right."""
    if known is None or row.mailbox_id is not None or row.address in {one.address for one in row.candidates}:
        return row
    near = known.near(row.address)
    return replace(row, remarks=(*row.remarks, f"Rất giống địa chỉ đã có: {', '.join(near[:3])}.")) if near else row
