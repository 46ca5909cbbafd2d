"""The table of mailboxes, straight from SQL. One mailbox whole is `listings.mailbox_pane`, changing them `operations.mailboxes`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import ColumnElement, ScalarSelect, Select, and_, case, func, select

from govmail_desk.domain.mailbox import STATES, Mailbox
from govmail_desk.listings.handover_standing import Standing, standing_of_mailbox
from govmail_desk.listings.last_use import LastUse, is_unused_too_long, last_use, last_use_of_mailbox
from govmail_desk.listings.search import says
from govmail_desk.listings.units import present_names, ranks_of
from govmail_desk.store.bulk import numbers
from govmail_desk.store.rows import record_of
from govmail_desk.store.tables import custody, mailbox, person

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from govmail_desk.desk import Desk
    from govmail_desk.domain.regulation import Regulation

Sort = Literal["holder", "address", "unit", "state", "since", "kind", "note", "last-use"]


@dataclass(frozen=True, slots=True)
class MailboxRow:
    """One line of the table."""

    id: int
    address: str
    kind: str
    holder: str
    post: str
    unit: str
    state: str
    since: str
    note: str
    custodian: str = ""
    """Who looks after a unit's own mailbox, the latest where several do."""
    custodian_count: int = 0
    handover: Standing = ""
    """Where a unit's own mailbox stands in being handed over."""
    last_use: LastUse | None = None
    """When it was last confirmed in use, and by what; None where no use is known."""


@dataclass(frozen=True, slots=True)
class MailboxFilter:
    """Which mailboxes are wanted: words in any order, one kind, some states; closed ones only where asked for."""

    search: str = ""
    kind: str | None = None
    states: tuple[str, ...] = ()
    unit_id: int | None = None
    shows_closed: bool = False
    unused_on: date | None = None
    """The day by which the regulation's time without use has run out, where only such are wanted."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What the page opens with, read as the register stands at one moment: all numbers in order, the first lines, the counts."""

    ids: list[int]
    first: tuple[MailboxRow, ...]
    counts: dict[tuple[str, str], int] | None
    """How many mailboxes there are of each kind and state, whatever is searched for; None where they were not asked for."""
    regulation: Regulation | None = None
    """The regulation in use; None where it was not asked for."""


def opening(
    desk: Desk,
    wanted: MailboxFilter,
    *,
    sort: Sort = "holder",
    descending: bool = False,
    first_count: int,
    with_counts: bool = True,
    with_regulation: bool = False,
) -> Opening:
    """Read what the page opens with in as many statements for a hundred mailboxes as for a hundred thousand."""
    with desk.reading() as connection:
        found = _ids(connection, wanted, sort, descending)
        first = tuple(_page(connection, found[:first_count]))
        counts = _counts(connection) if with_counts else None
        return Opening(found, first, counts, desk.regulation() if with_regulation else None)


def ids(desk: Desk, wanted: MailboxFilter, *, sort: Sort = "holder", descending: bool = False) -> list[int]:
    """Return the numbers of the wanted mailboxes in order; the table fetches their pages as it needs them."""
    with desk.reading() as connection:
        return _ids(connection, wanted, sort, descending)


def page(desk: Desk, wanted_ids: Sequence[int]) -> list[MailboxRow]:
    """Return the lines of these mailboxes, in the order of the numbers given."""
    with desk.reading() as connection:
        return _page(connection, wanted_ids)


def every(desk: Desk, wanted: MailboxFilter) -> list[MailboxRow]:
    """Return all lines wanted, in the order of holders: for the command line and exports."""
    with desk.reading() as connection:
        return [row_of(row) for row in connection.execute(_ordered(lines().where(condition(wanted)), "holder", False))]


def counts(desk: Desk) -> dict[str, int]:
    """Count the mailboxes by state."""
    query = select(mailbox.c.state, func.count()).group_by(mailbox.c.state)
    with desk.reading() as connection:
        return {row[0]: row[1] for row in connection.execute(query)}


def mailbox_of(desk: Desk, mailbox_id: int) -> Mailbox | None:
    """Return one mailbox's facts to edit, or None where it is gone."""
    with desk.reading() as connection:
        row = connection.execute(select(mailbox).where(mailbox.c.id == mailbox_id)).mappings().first()
    return record_of(Mailbox, row) if row else None


def held_by(desk: Desk, people_ids: Sequence[int]) -> dict[int, str]:
    """Return the mailboxes these people hold that are not closed, each with its state."""
    query = select(mailbox.c.id, mailbox.c.state).where(
        mailbox.c.holder_id.in_(people_ids), mailbox.c.state != "closed"
    )
    with desk.reading() as connection:
        return {row.id: row.state for row in connection.execute(query)}


def taken_addresses(desk: Desk) -> dict[str, str]:
    """Return every address the register knows with its state: in use, asked for or closed, none is given twice."""
    with desk.reading() as connection:
        return {row.address: row.state for row in connection.execute(select(mailbox.c.address, mailbox.c.state))}


def id_of(desk: Desk, address: str) -> int | None:
    """Return the number of the mailbox with this address, or None."""
    query = select(mailbox.c.id).where(mailbox.c.address == address.strip().lower())
    with desk.reading() as connection:
        return connection.execute(query).scalar()


def condition(wanted: MailboxFilter) -> ColumnElement[bool]:
    """Turn what is wanted into one SQL condition."""
    parts = [says(mailbox.c.search_key, wanted.search)]
    if wanted.kind:
        parts.append(mailbox.c.kind == wanted.kind)
    if wanted.states:
        parts.append(mailbox.c.state.in_(wanted.states))
    elif not wanted.shows_closed:
        parts.append(mailbox.c.state != "closed")
    if wanted.unit_id is not None:
        parts.append(mailbox.c.unit_id == wanted.unit_id)
    if wanted.unused_on is not None:
        parts.append(is_unused_too_long(wanted.unused_on))
    return and_(*parts)


def _ids(connection: Connection, wanted: MailboxFilter, sort: Sort, descending: bool) -> list[int]:
    if sort == "unit":
        return _ids_by_unit(connection, wanted, descending)
    return numbers(connection, _ordered(select(mailbox.c.id).where(condition(wanted)), sort, descending))


def _ids_by_unit(connection: Connection, wanted: MailboxFilter, descending: bool) -> list[int]:
    query = select(mailbox.c.id, mailbox.c.unit_id).where(condition(wanted))
    rank = ranks_of(connection)
    rows = connection.execute(_ordered(query, "unit", descending)).all()
    return [row.id for row in sorted(rows, key=lambda row: rank.get(row.unit_id, 0), reverse=descending)]


def _page(connection: Connection, wanted_ids: Sequence[int]) -> list[MailboxRow]:
    found = {row.id: row for row in connection.execute(lines().where(mailbox.c.id.in_(wanted_ids)))}
    return [row_of(found[wanted]) for wanted in wanted_ids if wanted in found]


def _counts(connection: Connection) -> dict[tuple[str, str], int]:
    query = select(mailbox.c.kind, mailbox.c.state, func.count()).group_by(mailbox.c.kind, mailbox.c.state)
    return {(kind, state): count for kind, state, count in connection.execute(query)}


def _ordered(query: Select[Any], sort: Sort, descending: bool) -> Select[Any]:
    by: dict[Sort, Any] = {
        "holder": mailbox.c.sort_key,
        "unit": mailbox.c.sort_key,
        "address": mailbox.c.address,
        "state": case({state: place for place, state in enumerate(STATES)}, value=mailbox.c.state),
        "since": mailbox.c.since,
        "kind": mailbox.c.kind,
        "note": mailbox.c.note,
        "last-use": last_use_of_mailbox(),
    }
    column = by[sort]
    return query.order_by(column.desc() if descending else column.asc(), mailbox.c.id)


def lines() -> Select[Any]:
    """Ask for every mailbox as a line of the table, with what its pane needs beside it."""
    names = present_names()
    return (
        select(
            mailbox.c.id,
            mailbox.c.address,
            mailbox.c.kind,
            mailbox.c.holder_id,
            mailbox.c.unit_id,
            mailbox.c.state,
            mailbox.c.since,
            mailbox.c.note,
            mailbox.c.is_admin,
            person.c.full_name,
            person.c.post,
            names.c.name.label("unit_name"),
            case((mailbox.c.kind == "unit", _custodian_name())).label("custodian"),
            case((mailbox.c.kind == "unit", _custodian_count())).label("custodian_count"),
            case((mailbox.c.kind == "unit", standing_of_mailbox())).label("handover"),
            last_use_of_mailbox().label("last_use"),
        )
        .outerjoin(person, person.c.id == mailbox.c.holder_id)
        .outerjoin(names, names.c.unit_id == mailbox.c.unit_id)
    )


def _custodian_name() -> ScalarSelect[Any]:
    held = custody.alias("held")
    keeper = person.alias("keeper")
    return (
        select(keeper.c.full_name)
        .join(held, held.c.person_id == keeper.c.id)
        .where(held.c.unit_id == mailbox.c.unit_id, held.c.role == "custodian", held.c.to_on.is_(None))
        .order_by(held.c.id.desc())
        .limit(1)
        .correlate(mailbox)
        .scalar_subquery()
    )


def _custodian_count() -> ScalarSelect[Any]:
    held = custody.alias("counted")
    return (
        select(func.count())
        .select_from(held)
        .where(held.c.unit_id == mailbox.c.unit_id, held.c.role == "custodian", held.c.to_on.is_(None))
        .correlate(mailbox)
        .scalar_subquery()
    )


def row_of(row: Any) -> MailboxRow:
    """Take one such line as the table shows it."""
    return MailboxRow(
        id=row.id,
        address=row.address,
        kind=row.kind,
        holder=row.full_name or "",
        post=row.post or "",
        unit=row.unit_name or "",
        state=row.state,
        since=row.since,
        note=row.note,
        custodian=row.custodian or "",
        custodian_count=row.custodian_count or 0,
        handover=row.handover or "",
        last_use=last_use(row.last_use),
    )
