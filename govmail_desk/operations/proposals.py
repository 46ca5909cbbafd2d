"""Proposing addresses against the register: what the regulation says, held against every address the register knows.

The rules and the batch are `domain.personal_address` and `domain.unit_address`; asking for the mailboxes is `operations.requests`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from govmail_desk.domain.address_proposal import Proposal, Taken
from govmail_desk.domain.addressing import address_rules
from govmail_desk.domain.person_name import PersonName
from govmail_desk.domain.personal_address import propose_personal
from govmail_desk.domain.unit_address import propose_units
from govmail_desk.domain.unit_name import ParentKind, read_unit_name
from govmail_desk.store.tables import mailbox, person, unit, unit_name

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from govmail_desk.desk import Desk

_WHY_TAKEN = {
    "proposed": "đã được đề xuất từ {since}",
    "requested": "đã được đề nghị cấp từ {since}",
    "active": "đang cấp từ {since}",
    "locked": "đang bị khóa từ {since}",
    "suspended": "đang tạm dừng từ {since}",
    "closed": "đã đóng từ {since}, không cấp lại",
}


def propose_addresses(
    desk: Desk, *, names: Sequence[PersonName], posts: Sequence[str], unit_id: int, on: date
) -> list[Proposal]:
    """Propose addresses for people of one unit, asked for on one day; the register's addresses are never proposed again."""
    with desk.reading() as connection:
        slug = agency_slug(connection, unit_id)
        taken = taken_by(connection)
    return propose_personal(names, address_rules(desk.regulation(on), on), unit=slug, taken=taken, posts=posts)


def propose_unit_addresses(
    desk: Desk, *, name: str, parent_id: int | None, on: date, unit_id: int | None = None
) -> Proposal:
    """Propose addresses for a unit under another one; those of the unit itself (`unit_id`) do not stand in its way."""
    with desk.reading() as connection:
        slug = agency_slug(connection, parent_id) if parent_id else ""
        parent_kind = parent_kind_of(connection, slug)
        own = connection.execute(select(mailbox.c.id).where(mailbox.c.unit_id == unit_id, mailbox.c.kind == "unit"))
        taken = taken_by(connection, except_ids=frozenset(own.scalars()))
    rules = address_rules(desk.regulation(on), on)
    (proposal,) = propose_units([read_unit_name(name, parent_kind=parent_kind)], rules, parent=slug, taken=taken)
    return proposal


def taken_by(connection: Connection, *, except_ids: frozenset[int] = frozenset()) -> Taken:
    """Return what answers whether an address is free in the register: in use, asked for or closed, it is not."""
    query = select(mailbox.c.id, mailbox.c.address, mailbox.c.state, mailbox.c.since, person.c.full_name).outerjoin(
        person, person.c.id == mailbox.c.holder_id
    )
    known = {row.address: row for row in connection.execute(query) if row.id not in except_ids}

    def taken(address: str) -> str | None:
        row = known.get(address)
        if row is None:
            return None
        reason = _WHY_TAKEN[row.state].format(since=date.fromisoformat(row.since).strftime("%d/%m/%Y"))
        return f"{reason} cho {row.full_name}" if row.full_name else reason

    return taken


def agency_slug(connection: Connection, unit_id: int) -> str:
    """Return the local part an address takes from a unit: its own, or that of the nearest unit above that has one."""
    units = {row.id: row for row in connection.execute(select(unit.c.id, unit.c.slug, unit.c.parent_id))}
    found = units.get(unit_id)
    while found is not None and not found.slug:
        found = units.get(found.parent_id)
    return found.slug if found else ""


def parent_kind_of(connection: Connection, slug: str) -> ParentKind | None:
    """Tell from the name of the body above whether a huyện or a province's body stands there; None where nothing does."""
    if not slug:
        return None
    query = (
        select(unit_name.c.name)
        .join(unit, unit.c.id == unit_name.c.unit_id)
        .where(unit.c.slug == slug, unit_name.c.to_on.is_(None))
        .order_by(unit.c.id)
    )
    name = connection.execute(query).scalar()
    return "huyen" if name and read_unit_name(name).level == "district" else "so"
