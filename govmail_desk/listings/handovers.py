"""Handovers as the clerk sees them: each with its parties and how far it is, one with its lines, minutes and signed copies in words.

Opening and ticking are `operations.handovers` and `operations.handover_items`; who answers on a day is `listings.custodies`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, func, select

from govmail_desk.domain.handover import Handover, HandoverItem, HandoverState, Minutes, Post, SignedCopy
from govmail_desk.domain.handover_checklist import ChecklistRule, checklist, speaks_of
from govmail_desk.domain.regulation import HANDOVER_PARTIES
from govmail_desk.domain.vietnamese import search_key
from govmail_desk.listings.handover_standing import signing_column
from govmail_desk.listings.handover_words import detail_words
from govmail_desk.listings.units import present_names
from govmail_desk.regulations import handover as shipped
from govmail_desk.store.tables import handed_mailbox, handover, handover_item, mailbox, minutes, person
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from govmail_desk.desk import Desk
    from govmail_desk.domain.provision import Source
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.signed_copy import Signing


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverRow:
    """One line of the table: whose mailboxes pass to whom, from when, and how far it is."""

    id: int
    unit_id: int
    unit: str
    post: Post
    mailboxes: tuple[str, ...]
    giver: str
    """Empty where nobody held the charge before."""
    receiver: str
    opened_on: date
    effective_on: date
    state: HandoverState
    closed_on: date | None
    settled_count: int
    item_count: int
    open_required_count: int
    lacks_substitute: bool
    """True where the giver cannot sign and nobody is named yet who signs in their place."""
    minutes_count: int
    signing: Signing
    """How far signing has come; `signed` once a copy known to be of the newest minutes is on file."""

    @property
    def progress(self) -> str:
        """How many lines are settled: `7/11`."""
        return f"{self.settled_count}/{self.item_count}"

    @property
    def has_minutes(self) -> bool:
        return self.minutes_count > 0

    @property
    def has_signed_copy(self) -> bool:
        return self.signing == "signed"

    @property
    def may_be_closed(self) -> bool:
        """True where no required line is open any more, and whoever has to sign is named."""
        return self.state == "open" and not self.open_required_count and not self.lacks_substitute


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """A line of the checklist in words, with its article or as ours, and what was told of it."""

    rule: ChecklistRule
    """Title, group, why, the choices and the details asked."""
    item: HandoverItem
    cite: str | None
    source: Source

    @property
    def key(self) -> str:
        return self.item.item

    @property
    def told(self) -> tuple[str, ...]:
        """What was chosen and told beside it, each in words: `Số thư: 12`."""
        details = (detail_words({key: value}) for key, value in self.item.details.items())
        return (*filter(None, (self.item.choice,)), *details)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverPane:
    """Everything of one handover."""

    row: HandoverRow
    handover: Handover
    """As it stands, to amend."""
    regulation: str
    giver_words: str
    receiver_words: str
    """What the regulation calls the two, or what we do where it is silent."""
    cite: str | None
    """The article that wants it handed over; None where the regulation does not speak of this post."""
    lines: tuple[ItemLine, ...]
    minutes: tuple[Minutes, ...]
    """The newest first."""
    copies: tuple[SignedCopy, ...]

    @property
    def open_required(self) -> tuple[ItemLine, ...]:
        """The lines that keep it from being closed."""
        return tuple(line for line in self.lines if line.item.is_required and line.item.state == "open")


def ids(
    desk: Desk, *, states: Sequence[HandoverState] = (), unit_ids: Sequence[int] = (), search: str = ""
) -> list[int]:
    """Return the numbers of the handovers wanted: the open ones first, then by the day the receiver takes charge, the latest first."""
    query = select(handover.c.id).order_by(
        handover.c.state != "open", handover.c.effective_on.desc(), handover.c.id.desc()
    )
    if states:
        query = query.where(handover.c.state.in_(states))
    if unit_ids:
        query = query.where(handover.c.unit_id.in_(unit_ids))
    with desk.reading() as connection:
        found = list(connection.execute(query).scalars())
        words = search_key(search).split()
        if not words:
            return found
        told = {row.id: search_key(_told(row)) for row in _rows(connection, found)}
    return [one for one in found if all(word in told[one] for word in words)]


def page(desk: Desk, wanted_ids: Sequence[int]) -> list[HandoverRow]:
    """Return the lines of these numbers, in their order; those gone are left out."""
    with desk.reading() as connection:
        return _rows(connection, wanted_ids)


def every(desk: Desk, *, states: Sequence[HandoverState] = ()) -> list[HandoverRow]:
    """Return all lines wanted, the open ones first."""
    return page(desk, ids(desk, states=states))


def counts(desk: Desk) -> dict[str, int]:
    """Count the handovers by state."""
    query = select(handover.c.state, func.count()).group_by(handover.c.state)
    with desk.reading() as connection:
        return dict(connection.execute(query).all())


def pane(desk: Desk, handover_id: int) -> HandoverPane | None:
    """Return all of one handover, or None where it is gone."""
    with desk.reading() as connection:
        rows = _rows(connection, [handover_id])
        if not rows:
            return None
        asked = Transaction(connection)
        held = asked.get(Handover, handover_id)
        items = sorted(asked.find(HandoverItem, handover_id=handover_id), key=lambda one: one.position)
        papers = asked.find(Minutes, handover_id=handover_id)
        copies = asked.find(SignedCopy, handover_id=handover_id)
    regulation = desk.regulation(held.effective_on)
    giver, receiver, cite = _parties(regulation, held)
    return HandoverPane(
        row=rows[0],
        handover=held,
        regulation=regulation.title,
        giver_words=giver,
        receiver_words=receiver,
        cite=cite,
        lines=_lines(regulation, held, items),
        minutes=tuple(reversed(papers)),
        copies=tuple(reversed(copies)),
    )


def _parties(regulation: Regulation, held: Handover) -> tuple[str, str, str | None]:
    stated = regulation.find(HANDOVER_PARTIES, held.effective_on)
    if stated is None or not speaks_of(regulation, held.post, held.effective_on):
        post = "Thủ trưởng" if held.post == "head" else "Cán bộ văn thư"
        return f"{post} bên giao", f"{post} bên nhận", None
    return _capital(stated.value.giver), _capital(stated.value.receiver), stated.cite


def _lines(regulation: Regulation, held: Handover, items: Sequence[HandoverItem]) -> tuple[ItemLine, ...]:
    """Say each kept line as its file does; a line that the file no longer has is left out."""
    rules = [shipped.rules()[item.item] for item in items if item.item in shipped.rules()]
    cited = {line.rule.key: line for line in checklist(rules, regulation, post=held.post, on=held.effective_on)}
    return tuple(
        ItemLine(rule=cited[item.item].rule, item=item, cite=cited[item.item].cite, source=cited[item.item].source)
        for item in items
        if item.item in cited
    )


def _rows(connection: Connection, wanted_ids: Sequence[int]) -> list[HandoverRow]:
    addresses = _addresses(connection, wanted_ids)
    found = {row.id: row for row in connection.execute(_query(wanted_ids))}
    return [_row(found[one], addresses[one]) for one in wanted_ids if one in found]


def _addresses(connection: Connection, wanted_ids: Sequence[int]) -> Mapping[int, list[str]]:
    query = (
        select(handed_mailbox.c.handover_id, mailbox.c.address)
        .join(mailbox, mailbox.c.id == handed_mailbox.c.mailbox_id)
        .where(handed_mailbox.c.handover_id.in_(wanted_ids))
        .order_by(handed_mailbox.c.handover_id, handed_mailbox.c.position)
    )
    addresses: dict[int, list[str]] = defaultdict(list)
    for handover_id, address in connection.execute(query):
        addresses[handover_id].append(address)
    return addresses


def _query(wanted_ids: Sequence[int]) -> Select[Any]:
    names, giver, receiver = present_names(), person.alias("giver"), person.alias("receiver")
    return (
        select(
            handover,
            names.c.name.label("unit"),
            giver.c.full_name.label("giver"),
            receiver.c.full_name.label("receiver"),
            _count(handover_item.c.state != "open").label("settled_count"),
            _count().label("item_count"),
            _count(handover_item.c.is_required, handover_item.c.state == "open").label("open_required_count"),
            _minutes_count().label("minutes_count"),
            signing_column().label("signing"),
        )
        .outerjoin(names, names.c.unit_id == handover.c.unit_id)
        .outerjoin(giver, giver.c.id == handover.c.giver_id)
        .join(receiver, receiver.c.id == handover.c.receiver_id)
        .where(handover.c.id.in_(wanted_ids))
    )


def _count(*conditions: ColumnElement[bool] | Any) -> ScalarSelect[int]:
    query = select(func.count()).select_from(handover_item).where(handover_item.c.handover_id == handover.c.id)
    return query.where(*conditions).correlate(handover).scalar_subquery()


def _minutes_count() -> ScalarSelect[int]:
    query = select(func.count()).select_from(minutes).where(minutes.c.handover_id == handover.c.id)
    return query.correlate(handover).scalar_subquery()


def _row(row: Any, addresses: Sequence[str]) -> HandoverRow:
    return HandoverRow(
        id=row.id,
        unit_id=row.unit_id,
        unit=row.unit or "",
        post=row.post,
        mailboxes=tuple(addresses),
        giver=row.giver or "",
        receiver=row.receiver,
        opened_on=date.fromisoformat(row.opened_on),
        effective_on=date.fromisoformat(row.effective_on),
        state=row.state,
        closed_on=date.fromisoformat(row.closed_on) if row.closed_on else None,
        settled_count=row.settled_count,
        item_count=row.item_count,
        open_required_count=row.open_required_count,
        lacks_substitute=bool(row.giver_absence) and not row.in_place_of,
        minutes_count=row.minutes_count,
        signing=row.signing,
    )


def _told(row: HandoverRow) -> str:
    return " ".join((row.unit, row.giver, row.receiver, *row.mailboxes))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
