"""Whose private fields nobody needs any more, straight from SQL, and what is still open that names them.

Emptying the fields is `operations.minimisation`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, case, func, literal, or_, select, union_all

from govmail_desk.domain.mailbox import NEVER_ISSUED
from govmail_desk.domain.minimising import Emptied, Held
from govmail_desk.domain.person import Person
from govmail_desk.domain.privacy import PRIVATE_FIELDS
from govmail_desk.domain.provision import Period
from govmail_desk.domain.working_days import count
from govmail_desk.store.rows import CHUNK, record_of
from govmail_desk.store.tables import (
    custody,
    follow_up,
    handover,
    incident,
    mailbox,
    person,
    request,
    request_row,
    review,
    review_row,
    unit_name,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

    from govmail_desk.domain.working_days import Calendar

_FINISHED: Final = ("applied", "cancelled")
_OPEN: Final = {
    "request": "đề nghị chưa xong",
    "handover": "bàn giao chưa xong",
    "custody": "đang được giao phụ trách",
    "follow_up": "việc cần làm tiếp chưa xong",
    "review": "đợt rà soát chưa xong",
    "incident": "sự cố đang xử lý",
}
"""What may be open, as the clerk calls it."""


def those_who_left(
    connection: Connection, *, on: date, month_count: int, calendar: Calendar
) -> tuple[tuple[Emptied, ...], tuple[Held, ...]]:
    """Return who left long enough ago with nothing open, and who did but is still named by something open."""
    found = [one for one in _left(connection, on) if _is_over(one, on, month_count, calendar)]
    open_work = _still_open(connection, {one.person_id for one in found}, on)
    held = (Held(one.person_id, one.full_name, open_work[one.person_id]) for one in found if one.person_id in open_work)
    return tuple(one for one in found if one.person_id not in open_work), tuple(held)


def holders_of_numbers(connection: Connection) -> tuple[Emptied, ...]:
    """Return everyone whose identity number the register holds."""
    query = select(person, _unit_name().label("unit")).where(person.c.id_number != "").order_by(person.c.sort_key)
    return tuple(
        Emptied(row["id"], row["full_name"], row["unit"] or "", ("id_number",))
        for row in connection.execute(query.order_by(person.c.id)).mappings()
    )


def requests_naming(connection: Connection, people_ids: Sequence[int]) -> int:
    """Count the requests whose papers name someone of these."""
    naming: set[int] = set()
    for start in range(0, len(people_ids), CHUNK):
        query = select(request_row.c.request_id).where(request_row.c.person_id.in_(people_ids[start : start + CHUNK]))
        naming.update(connection.execute(query).scalars())
    return len(naming)


def _left(connection: Connection, on: date) -> Iterator[Emptied]:
    """Yield who left by a day, holds no mailbox any more, and has something private left."""
    has_private = or_(*(person.c[name] != "" for name in PRIVATE_FIELDS))
    in_use = case((mailbox.c.state.in_(("closed", *sorted(NEVER_ISSUED))), 0), else_=1)
    query = (
        select(
            person,
            _unit_name().label("unit"),
            func.max(case((mailbox.c.state == "closed", mailbox.c.since))).label("closed_on"),
        )
        .outerjoin(mailbox, mailbox.c.holder_id == person.c.id)
        .where(person.c.left_on <= on.isoformat(), has_private)
        .group_by(person.c.id)
        .having(func.coalesce(func.sum(case((mailbox.c.id.is_(None), 0), else_=in_use)), 0) == 0)
        .order_by(person.c.sort_key, person.c.id)
    )
    for row in connection.execute(query).mappings():
        one = record_of(Person, row)
        fields = tuple(name for name in PRIVATE_FIELDS if getattr(one, name))
        yield Emptied(one.id, one.full_name, row["unit"] or "", fields, one.left_on, _day(row["closed_on"]))


def _is_over(one: Emptied, on: date, month_count: int, calendar: Calendar) -> bool:
    """Say whether the months are over, run from the later of leaving and the last closing."""
    begins = max(filter(None, (one.left_on, one.closed_on)))
    return count(begins, Period(month_count, "month"), calendar, when_off="stays").due_on <= on


def _still_open(connection: Connection, people_ids: set[int], on: date) -> Mapping[int, tuple[str, ...]]:
    found: dict[int, list[str]] = defaultdict(list)
    if not people_ids:
        return {}
    every = union_all(*(query.add_columns(literal(what)) for what, query in _open_work(on)))
    for person_id, what in connection.execute(every):
        if person_id in people_ids and _OPEN[what] not in found[person_id]:
            found[person_id].append(_OPEN[what])
    return {person_id: tuple(said) for person_id, said in found.items()}


def _open_work(on: date) -> Iterator[tuple[str, Select[Any]]]:
    """Yield each way something open names people; what is open is little, however large the register."""
    open_request = and_(request.c.id == request_row.c.request_id, request.c.state.not_in(_FINISHED))
    yield "request", select(request_row.c.person_id).join(request, open_request)
    yield (
        "request",
        select(mailbox.c.holder_id)
        .join(request_row, request_row.c.mailbox_id == mailbox.c.id)
        .join(request, open_request),
    )
    for who in (handover.c.giver_id, handover.c.receiver_id):
        yield "handover", select(who).where(handover.c.state == "open")
    holds = or_(custody.c.to_on.is_(None), custody.c.to_on >= on.isoformat())
    yield "custody", select(custody.c.person_id).where(holds)
    unsettled = and_(follow_up.c.mailbox_id == mailbox.c.id, follow_up.c.settled_on.is_(None))
    yield "follow_up", select(mailbox.c.holder_id).join(follow_up, unsettled)
    open_review = and_(review.c.id == review_row.c.review_id, review.c.state == "open")
    yield "review", select(review_row.c.person_id).join(review, open_review)
    yield (
        "review",
        select(mailbox.c.holder_id).join(review_row, review_row.c.mailbox_id == mailbox.c.id).join(review, open_review),
    )
    open_incident = and_(incident.c.mailbox_id == mailbox.c.id, incident.c.state == "open")
    yield "incident", select(mailbox.c.holder_id).join(incident, open_incident)


def _unit_name() -> Any:
    """The present name of a person's unit."""
    return (
        select(unit_name.c.name)
        .where(unit_name.c.unit_id == person.c.unit_id)
        .order_by(unit_name.c.from_on.desc(), unit_name.c.id.desc())
        .limit(1)
        .correlate(person)
        .scalar_subquery()
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
