"""The life of one request as its pane and dialogs show it: dated steps, rows with results, its limit, what it brought with it.

Here: `life`, and the follow-ups of one mailbox. The table of requests and the facts above it are `listings.requests`, the acts
`operations.request_sending` and after.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from govmail_desk.domain.regulation import REQUEST_LIMIT_UNIT
from govmail_desk.domain.request import PAPERS_OPEN
from govmail_desk.listings.units import present_names
from govmail_desk.regulations.follow_ups import rule_of
from govmail_desk.store.tables import due, follow_up, mailbox, person, request, request_event, request_row

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Row

    from govmail_desk.desk import Desk
    from govmail_desk.domain.request import RequestAct, RowResult, Way


@dataclass(frozen=True, slots=True)
class Step:
    """One dated step."""

    act: RequestAct
    on: str
    by: str
    number: str
    address: str
    way: Way
    note: str


@dataclass(frozen=True, slots=True)
class LifeRow:
    """One row of the frozen list, what is asked for it, and what became of it."""

    position: int
    mailbox_id: int
    address: str
    """As the register has it now."""
    listed_address: str
    """As the papers print it, whatever the mailbox was given since."""
    whom: str
    wanted: tuple[tuple[str, str], ...]
    """What a change asks for, as fact and value in words: `("address", "anhtn.stttt@…")`."""
    result: RowResult
    given_address: str
    note: str

    @property
    def id(self) -> int:
        """Its number on the list."""
        return self.position

    @property
    def is_standing(self) -> bool:
        """True unless it was withdrawn."""
        return self.result != "withdrawn"


@dataclass(frozen=True, slots=True)
class RunningLimit:
    """A limit that runs on the request, or ran: by which rule, from which day, to which."""

    rule: str
    started_on: date
    due_on: date
    settled_on: date | None
    settled_why: str


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """Something a change of a mailbox brought with it elsewhere."""

    id: int
    mailbox_id: int
    address: str
    title: str
    cite: str | None
    why: str
    raised_on: str
    settled_on: str | None
    outcome: str
    reason: str


@dataclass(frozen=True, slots=True)
class Life:
    """All of it, the latest step first."""

    steps: tuple[Step, ...]
    rows: tuple[LifeRow, ...]
    limit: RunningLimit | None
    """By when it is to be answered; of several, the one that runs."""
    unit_limit: RunningLimit | None
    """By when the unit itself has to send it, the first day where people have several; None once it was sent."""
    follow_ups: tuple[FollowUpRow, ...]

    @property
    def standing(self) -> tuple[LifeRow, ...]:
        """The rows that were not withdrawn."""
        return tuple(row for row in self.rows if row.is_standing)


def life(desk: Desk, request_id: int) -> Life:
    """Read the life of a request."""
    with desk.reading() as connection:
        return Life(
            steps=tuple(_steps(connection, request_id)),
            rows=tuple(_rows(connection, request_id)),
            limit=_limit(connection, request_id),
            unit_limit=_unit_limit(connection, request_id),
            follow_ups=tuple(_follow_ups(connection, follow_up.c.request_id == request_id)),
        )


def follow_ups_of_mailbox(desk: Desk, mailbox_id: int) -> list[FollowUpRow]:
    """Read what changes of a mailbox brought with them elsewhere, what is still open first."""
    with desk.reading() as connection:
        return list(_follow_ups(connection, follow_up.c.mailbox_id == mailbox_id))


def _steps(connection: Connection, request_id: int) -> Iterator[Step]:
    query = select(request_event).where(request_event.c.request_id == request_id).order_by(request_event.c.id.desc())
    for row in connection.execute(query):
        yield Step(row.act, row.on_date, row.by, row.number, row.address, row.way, row.note)


def _rows(connection: Connection, request_id: int) -> Iterator[LifeRow]:
    query = (
        select(request_row, mailbox.c.address)
        .join(mailbox, mailbox.c.id == request_row.c.mailbox_id)
        .where(request_row.c.request_id == request_id)
        .order_by(request_row.c.position)
    )
    found = connection.execute(query).all()
    names = _names(connection, [row.wanted for row in found])
    for row in found:
        yield LifeRow(
            position=row.position,
            mailbox_id=row.mailbox_id,
            address=row.address,
            listed_address=row.cells.get("dia_chi") or row.address,
            whom=_whom(row.cells),
            wanted=tuple((key, names.get((key, value), str(value))) for key, value in row.wanted.items() if value),
            result=row.result,
            given_address=row.given_address,
            note=row.result_note,
        )


def _whom(cells: Mapping[str, str]) -> str:
    return cells.get("ho_ten") or cells.get("ten_don_vi", "")


def _names(connection: Connection, wanted: list[Mapping[str, Any]]) -> dict[tuple[str, Any], str]:
    """Name the people and units that changes point to."""
    holders = {row["holder_id"] for row in wanted if row.get("holder_id")}
    units = {row["unit_id"] for row in wanted if row.get("unit_id")}
    found: dict[tuple[str, Any], str] = {}
    if holders:
        query = select(person.c.id, person.c.full_name).where(person.c.id.in_(holders))
        found |= {("holder_id", row.id): row.full_name for row in connection.execute(query)}
    if units:
        names = present_names()
        chosen = select(names.c.unit_id, names.c.name).where(names.c.unit_id.in_(units))
        found |= {("unit_id", row.unit_id): row.name for row in connection.execute(chosen)}
    return found


def _limit(connection: Connection, request_id: int) -> RunningLimit | None:
    """Give the limit that runs, or the last that ran."""
    query = (
        select(due)
        .where(due.c.subject_kind == "request", due.c.subject_id == request_id)
        .order_by(due.c.settled_on.is_(None).desc(), due.c.id.desc())
    )
    row = connection.execute(query).first()
    return _running(row) if row else None


def _unit_limit(connection: Connection, request_id: int) -> RunningLimit | None:
    """Give the first day by which the unit has to ask what this request asks, for those on its list."""
    asked = connection.execute(select(request.c.kind, request.c.state).where(request.c.id == request_id)).first()
    if asked is None or asked.state not in PAPERS_OPEN:
        return None
    listed = select(request_row.c.person_id).where(
        request_row.c.request_id == request_id, request_row.c.result != "withdrawn"
    )
    query = (
        select(due)
        .where(due.c.subject_kind == "person", due.c.subject_id.in_(listed), due.c.settled_on.is_(None))
        .where(due.c.rule == REQUEST_LIMIT_UNIT[asked.kind].name)
        .order_by(due.c.due_on, due.c.id)
    )
    row = connection.execute(query).first()
    return _running(row) if row else None


def _running(row: Row[Any]) -> RunningLimit:
    return RunningLimit(
        rule=row.rule,
        started_on=date.fromisoformat(row.started_on),
        due_on=date.fromisoformat(row.due_on),
        settled_on=date.fromisoformat(row.settled_on) if row.settled_on else None,
        settled_why=row.settled_why,
    )


def _follow_ups(connection: Connection, of: ColumnElement[bool]) -> Iterator[FollowUpRow]:
    query = (
        select(follow_up, mailbox.c.address)
        .join(mailbox, mailbox.c.id == follow_up.c.mailbox_id)
        .where(of)
        .order_by(follow_up.c.settled_on.is_not(None), follow_up.c.id)
    )
    for row in connection.execute(query):
        rule = rule_of(row.kind, row.after)
        yield FollowUpRow(
            row.id, row.mailbox_id, row.address, rule.title, rule.cite, rule.why, row.raised_on, row.settled_on,
            row.outcome, row.reason,
        )  # fmt: skip
