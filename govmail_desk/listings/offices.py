"""The units whose packages this desk gathers, as the shelf Các đơn vị lists them: what each sent last, who is late, how often chased.

One office whole is `listings.office_pane`, its mailboxes `listings.office_mailboxes`. Which period is asked for on a day is
`domain.exchange_due`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Literal

from sqlalchemy import Select, Subquery, and_, case, func, select, true

from govmail_desk.domain.calendar_duties import due_of_period, rule_of_period
from govmail_desk.domain.exchange_due import asked_period
from govmail_desk.domain.regulation import REPORT_UNIT
from govmail_desk.domain.report_period import ReportPeriod, read_period
from govmail_desk.domain.vietnamese import fold, sort_key
from govmail_desk.listings.office_letters import told_periods
from govmail_desk.store.bulk import plain_rows
from govmail_desk.store.tables import foreign_mailbox, office, office_chase, package

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.domain.provision import Provision, ReportDuty
    from govmail_desk.domain.working_days import Counting

OfficeState = Literal["late", "waiting", "sent", "ended"]
_PERIODS_BEFORE: Final = 6
_NUMBERS: Final = re.compile(r"(\d+)")
STATES: Final[tuple[OfficeState, ...]] = ("late", "waiting", "sent", "ended")


@dataclass(frozen=True, slots=True)
class Asked:
    """The period packages are asked for, and by which day where the regulation, or the unit's own choice, states one."""

    period: ReportPeriod
    rule: Provision[ReportDuty] | None
    counting: Counting | None

    @property
    def due_on(self) -> date | None:
        """The stated day."""
        return self.counting.due_on if self.counting is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeRow:
    """One unit in the table."""

    id: int
    name: str
    address: str
    note: str
    ended_on: date | None
    as_of_on: date | None
    """The day of its newest package; None where it sent none."""
    mailbox_count: int
    new_count: int
    """How many mailboxes that package brought."""
    changed_count: int
    gone_count: int
    has_sent: bool
    """True where it sent the package of the period asked for."""
    due_on: date | None
    days_late: int | None
    """How many days over; None where it has sent, has ended, or no day is known."""
    turn: int
    """How often it was chased for the period."""
    unnumbered_count: int
    """How many of those letters have no number yet."""

    @property
    def state(self) -> OfficeState:
        """Where it stands with the period asked for."""
        if self.ended_on is not None:
            return "ended"
        if self.has_sent:
            return "sent"
        return "late" if self.days_late else "waiting"


@dataclass(frozen=True, slots=True)
class Opening:
    """All numbers in order, the latest first; the first lines; how many there are in each state; what is asked for."""

    ids: list[int]
    first: tuple[OfficeRow, ...]
    counts: Mapping[str, int]
    asked: Asked
    mailbox_count: int
    unnumbered_count: int
    """How many letters of the period wait for their number."""
    today: ReportPeriod
    """The period asked for today."""
    periods: tuple[ReportPeriod, ...]
    """Those that can be shown, the latest first: around the one asked for today, and whatever was sent or written about."""


def opening(desk: Desk, *, search: str = "", states: Sequence[str] = (), period: str = "", first_count: int) -> Opening:
    """Read what the shelf opens with, for a period or the one asked for today."""
    with desk.reading():
        told, today = asked(desk, period), asked(desk).period
        every, periods = _rows(desk, told), _around(today, told_periods(desk))
    found = [row for row in every if (not states or row.state in states) and _matches(row, search)]
    found.sort(key=lambda row: (STATES.index(row.state), -(row.days_late or 0), _named_order(row.name), row.id))
    counts: dict[str, int] = {state: sum(row.state == state for row in every) for state in STATES}
    mailboxes = sum(row.mailbox_count for row in every)
    waiting = sum(row.unnumbered_count for row in every)
    first = tuple(found[:first_count])
    return Opening([row.id for row in found], first, counts, told, mailboxes, waiting, today, periods)


def _around(today: ReportPeriod, told: Sequence[ReportPeriod]) -> tuple[ReportPeriod, ...]:
    """Give the periods to choose from: the next, the one asked for, some before it, and those told of."""
    found, earlier = {today.following, today, *told}, today
    for _ in range(_PERIODS_BEFORE):
        earlier = earlier.preceding
        found.add(earlier)
    return tuple(sorted(found, key=lambda one: (one.last_on, str(one)), reverse=True))


def page(desk: Desk, ids: Sequence[int], *, period: str = "") -> list[OfficeRow]:
    """Return the rows of these offices, in this order."""
    with desk.reading():
        found = {row.id: row for row in _rows(desk, asked(desk, period), ids)}
    return [found[office_id] for office_id in ids if office_id in found]


def late(desk: Desk, *, period: str = "") -> tuple[Asked, list[OfficeRow]]:
    """Return what is asked for, and the offices that have not sent it by its day, the latest first."""
    with desk.reading():
        told = asked(desk, period)
        rows = [row for row in _rows(desk, told) if row.state == "late"]
    return told, sorted(rows, key=lambda row: (-(row.days_late or 0), _named_order(row.name), row.id))


def asked(desk: Desk, period: str = "") -> Asked:
    """Say which period is asked for, and by when: the one named, or the last whose day has come."""
    rules, today = desk.rulebook(), desk.today()
    calendar = rules.calendar
    chosen = read_period(period) if period else asked_period(rules.regulations.on(today), today, calendar)
    on = min(chosen.last_on, today)
    rule = rule_of_period(rules.regulations.on(on), REPORT_UNIT, chosen, on)
    counting = due_of_period(rule.value, chosen, calendar) if rule is not None else None
    return Asked(chosen, rule, counting)


def _named_order(name: str) -> list[str | int]:
    """Put names in Vietnamese order, Phường 9 before Phường 10: words and numbers stand by turns."""
    return [int(part) if part.isdecimal() else sort_key(part) for part in _NUMBERS.split(name)]


def _matches(row: OfficeRow, search: str) -> bool:
    looked_in = fold(f"{row.name} {row.address}")
    return all(word in looked_in for word in fold(search).split())


def _rows(desk: Desk, told: Asked, ids: Sequence[int] | None = None) -> list[OfficeRow]:
    query = _query(str(told.period), ids)
    today = desk.today()
    with desk.reading() as connection:
        return [_row(told, today, *values) for values in plain_rows(connection, query)]


def _row(told: Asked, today: date, *values: Any) -> OfficeRow:
    office_id, name, address, note, ended, as_of, standing, new, changed, gone, sent, turn, due, unnumbered = values
    due_on = date.fromisoformat(due) if due else told.due_on
    waits = not sent and not ended and due_on is not None
    return OfficeRow(
        id=office_id,
        name=name,
        address=address,
        note=note,
        ended_on=date.fromisoformat(ended) if ended else None,
        as_of_on=date.fromisoformat(as_of) if as_of else None,
        mailbox_count=standing,
        new_count=new,
        changed_count=changed,
        gone_count=gone,
        has_sent=bool(sent),
        due_on=due_on,
        days_late=max((today - due_on).days, 0) if waits and due_on is not None else None,
        turn=turn,
        unnumbered_count=unnumbered,
    )


def _query(period: str, ids: Sequence[int] | None) -> Select[Any]:
    newest, counted, sent, chased = _newest(), _counted(ids), _sent(period), _chased(period)
    query = select(
        office.c.id,
        office.c.name,
        office.c.address,
        office.c.note,
        office.c.ended_on,
        newest.c.as_of_on,
        *(func.coalesce(counted.c[name], 0) for name in ("standing", "new", "changed", "gone")),
        func.coalesce(sent.c.sent, 0),
        func.coalesce(chased.c.turn, 0),
        chased.c.due_on,
        func.coalesce(chased.c.unnumbered, 0),
    ).select_from(
        office
        .outerjoin(newest, and_(newest.c.office_id == office.c.id, newest.c.place == 1))
        .outerjoin(counted, counted.c.office_id == office.c.id)
        .outerjoin(sent, sent.c.office_id == office.c.id)
        .outerjoin(chased, chased.c.office_id == office.c.id)
    )
    return query if ids is None else query.where(office.c.id.in_(ids))


def _newest() -> Subquery:
    """Number each office's packages from the newest day; place 1 is what stands."""
    place = func.row_number().over(
        partition_by=package.c.office_id, order_by=(package.c.as_of_on.desc(), package.c.id.desc())
    )
    return select(package.c.office_id, package.c.id, package.c.as_of_on, place.label("place")).subquery()


def _counted(ids: Sequence[int] | None) -> Subquery:
    """Count the mailboxes of these offices, or of all, and what the newest package of each did: a row it wrote first was new."""
    newest, there = _newest(), foreign_mailbox.c
    is_there, is_last = there.gone_on.is_(None), there.package_id == newest.c.id

    def count(*conditions: Any) -> Any:
        return func.sum(case((and_(*conditions), 1), else_=0))

    return (
        select(
            there.office_id,
            count(is_there).label("standing"),
            count(is_there, is_last, there.version == 1).label("new"),
            count(is_there, is_last, there.version > 1).label("changed"),
            count(~is_there, is_last).label("gone"),
        )
        .select_from(
            foreign_mailbox.outerjoin(newest, and_(newest.c.office_id == there.office_id, newest.c.place == 1))
        )
        .where(true() if ids is None else there.office_id.in_(ids))
        .group_by(there.office_id)
        .subquery()
    )


def _sent(period: str) -> Subquery:
    query = select(package.c.office_id, func.count().label("sent")).where(package.c.period == period)
    return query.group_by(package.c.office_id).subquery()


def _chased(period: str) -> Subquery:
    chase = office_chase.c
    newest = func.max(chase.turn).label("turn"), func.max(chase.due_on).label("due_on")
    query = select(chase.office_id, *newest, func.sum(case((chase.number == "", 1), else_=0)).label("unnumbered"))
    return query.where(chase.period == period).group_by(chase.office_id).subquery()
