"""What falls due by when: every open due row in words, with its rule, its article and its counting; straight from SQL.

For `due`, for the calendar file and for Hôm nay, which adds what waits without a day. Beginning and settling them is
`operations.request_limits`; how days are counted is `domain.limits`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select

from govmail_desk import wording
from govmail_desk.domain.limits import WAITS, recounted
from govmail_desk.listings.due_subjects import (
    asked_for,
    handed_over,
    happening,
    held_by_subject,
    letter,
    receiver,
    reviewed,
)
from govmail_desk.listings.due_words import AskingLetter
from govmail_desk.listings.lead_times import in_force, is_within
from govmail_desk.listings.units import present_names
from govmail_desk.regulations.reminders import title_of
from govmail_desk.store.bulk import plain_rows
from govmail_desk.store.tables import due, journal, mailbox, person, request

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from govmail_desk.desk import Desk, Regulations
    from govmail_desk.domain.provision import AnyProvision, Source
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.reminder import SubjectKind
    from govmail_desk.domain.working_days import Calendar, Counting

DueState = Literal["upcoming", "today", "overdue", "waiting"]


def in_state(state: DueState, day: date) -> ColumnElement[bool]:
    """Say of a due row in SQL what `state` says of it here.

    It is overdue only once its last day has passed; between the last working day and that, it is still for today. What must be waited
    for is for today from the first working day on which it may be done.
    """
    iso = day.isoformat()
    is_wait = due.c.rule.in_(WAITS)
    conditions = {
        "overdue": (due.c.due_on < iso, ~is_wait),
        "today": (due.c.act_by <= iso, or_(due.c.due_on >= iso, is_wait)),
        "upcoming": (due.c.act_by > iso, ~is_wait),
        "waiting": (due.c.act_by > iso, is_wait),
    }
    return and_(due.c.settled_on.is_(None), *conditions[state])


class Standing(NamedTuple):
    """The days of a due row, how it stands on the day asked for, and its rule; shared by all that began on one day under one rule."""

    started_on: date
    due_on: date
    act_by: date
    state: DueState
    provision: AnyProvision | None
    """The rule of the regulation in use when it began; None where that no longer says it."""


class DueRow(NamedTuple):
    """One thing that falls due. It keeps the register's own tuple and words it when asked: ten thousand cost little beyond their SQL."""

    told: tuple[Any, ...]
    standing: Standing

    @property
    def id(self) -> int:
        return int(self.told[0])

    @property
    def version(self) -> int:
        """How often it was written; a calendar takes a higher one for the later."""
        return int(self.told[1])

    @property
    def rule(self) -> str:
        """The key of the regulation's provision."""
        return str(self.told[2])

    @property
    def subject_kind(self) -> SubjectKind:
        kind: SubjectKind = self.told[3]
        return kind

    @property
    def subject_id(self) -> int:
        return int(self.told[4])

    @property
    def subject(self) -> str:
        """Whom or what it is about, in words: a person with the address, a unit, a request."""
        named, full_name, kind, row_count, number, asked_on = self.told[5:11]
        if kind:
            return request_words(kind, row_count, number, asked_on)
        return " · ".join(filter(None, (full_name, named)))

    @property
    def started_on(self) -> date:
        return self.standing.started_on

    @property
    def due_on(self) -> date:
        return self.standing.due_on

    @property
    def act_by(self) -> date:
        return self.standing.act_by

    @property
    def state(self) -> DueState:
        return self.standing.state

    @property
    def provision(self) -> AnyProvision | None:
        """The rule it rests on; None where the regulation no longer says it, and where only a letter asks."""
        asks = self.letter is None or self.letter.is_beside(self.standing.provision)
        return self.standing.provision if asks else None

    @property
    def letter(self) -> AskingLetter | None:
        """The letter that set the day in the article's place; None where none did."""
        return AskingLetter.read(self.told[11]) if self.told[11] else None

    @property
    def title(self) -> str:
        """What has to be done, or may be done from then on."""
        return title_of(self.rule)

    @property
    def cite(self) -> str | None:
        """The article; and the letter that set the day."""
        article = self.provision.cite if self.provision else None
        return self.letter.cited_after(article) if self.letter else article

    @property
    def why(self) -> str:
        """What it rests on; with a letter's day, whose day it is first."""
        why = self.provision.why if self.provision else ""
        return self.letter.reason(self.due_on, why) if self.letter else why

    @property
    def source(self) -> Source:
        return self.provision.source if self.provision else "regulation"

    def counting(self, calendar: Calendar) -> Counting | None:
        """Count the day out again, step by step; None where no rule leads to it, or the calendar has changed since."""
        if self.provision is None:
            return None
        return recounted(self.provision, self.started_on, self.due_on, calendar)


def every(desk: Desk, *, on: date | None = None, until: date | None = None) -> list[DueRow]:
    """Return what is open, by the day to act, as it stands on a day (default today); `until` is the last day to act that is wanted."""
    regulations = desk.regulations()
    with desk.reading() as connection:
        return open_dues(connection, regulations, on or desk.today(), until=until)


def reminded(desk: Desk, *, on: date | None = None) -> list[DueRow]:
    """Return what is open and within its rule's lead time on a day (default today): what the unit is reminded of by then."""
    regulations, day = desk.regulations(), on or desk.today()
    with desk.reading() as connection:
        query = lines().where(is_within(day, in_force(connection, day)))
        return _read(connection, regulations, day, query)


def open_dues(
    connection: Connection,
    regulations: Regulations,
    day: date,
    *,
    until: date | None = None,
    most_count: int | None = None,
) -> list[DueRow]:
    """Return the same from a reading under way, `most_count` lines at most."""
    query = lines()
    if until is not None:
        query = query.where(due.c.act_by <= until.isoformat())
    return _read(connection, regulations, day, query.limit(most_count))


def of_subject(desk: Desk, subject_kind: SubjectKind, subject_id: int, *, on: date | None = None) -> list[DueRow]:
    """Return what is open about one thing of the register."""
    regulations = desk.regulations()
    query = lines().where(due.c.subject_kind == subject_kind, due.c.subject_id == subject_id)
    with desk.reading() as connection:
        return _read(connection, regulations, on or desk.today(), query)


def _read(connection: Connection, regulations: Regulations, day: date, query: Select[Any]) -> list[DueRow]:
    standings = Standings(regulations, day)
    return [DueRow(told, standings.of(told[2], *told[-3:])) for told in plain_rows(connection, query)]


def register_mark(desk: Desk) -> str:
    """Return what tells this register from any other, the same for as long as it lives: the hash its journal begins with."""
    with desk.reading() as connection:
        mark: str = connection.execute(select(journal.c.hash).order_by(journal.c.seq).limit(1)).scalar_one()
    return mark


def lines() -> Select[Any]:
    """Ask for every open due row with what it is about, by the day to act."""
    names = present_names()
    is_about = {
        kind: due.c.subject_kind == kind
        for kind in ("mailbox", "person", "request", "unit", "handover", "incident", "review", "report")
    }
    whom = case((is_about["person"], due.c.subject_id), (is_about["handover"], receiver()), else_=mailbox.c.holder_id)
    columns = (due.c.id, due.c.version, due.c.rule, due.c.subject_kind, due.c.subject_id)
    days = (due.c.started_on, due.c.due_on, due.c.act_by)
    named = case(
        (is_about["person"], held_by_subject()),
        (is_about["handover"], handed_over()),
        (is_about["incident"], happening()),
        (is_about["review"], reviewed()),
        (is_about["report"], asked_for()),
        else_=func.coalesce(mailbox.c.address, names.c.name),
    )
    words = (named, person.c.full_name)
    asked = (request.c.kind, request.c.row_count, request.c.number, request.c.asked_on)
    return (
        select(*columns, *words, *asked, letter(), *days)
        .outerjoin(request, and_(is_about["request"], request.c.id == due.c.subject_id))
        .outerjoin(mailbox, and_(is_about["mailbox"], mailbox.c.id == due.c.subject_id))
        .outerjoin(person, person.c.id == whom)
        .outerjoin(names, and_(is_about["unit"], names.c.unit_id == due.c.subject_id))
        .where(due.c.settled_on.is_(None))
        .order_by(due.c.act_by, due.c.id)
    )


def request_words(kind: str, row_count: int, number: str, asked_on: str) -> str:
    """Name a request: by its letter's number, else by the day it was made."""
    told = f"số {number}" if number else f"lập ngày {asked_on[8:]}/{asked_on[5:7]}/{asked_on[:4]}"
    return f"Đề nghị {_KIND_WORDS[kind]} {row_count} hộp thư, {told}"


_KIND_WORDS: Final = {kind: words.lower() for kind, words in wording.REQUEST_KINDS.items()}


class Standings:
    """How due rows stand on a day: what follows from a rule and its days alone is worked out once, since many lines share it."""

    def __init__(self, regulations: Regulations, day: date) -> None:
        self._regulations = regulations
        self._today = day.isoformat()
        self._known: dict[tuple[str, str, str, str], Standing] = {}
        self._begun: dict[str, tuple[date, Regulation]] = {}

    def of(self, rule: str, started: str, due_on: str, act_by: str) -> Standing:
        key = (rule, started, due_on, act_by)
        return self._known.get(key) or self._stand(key)

    def _stand(self, key: tuple[str, str, str, str]) -> Standing:
        rule, started, due_on, act_by = key
        day, regulation = self._begun.get(started) or self._begin(started)
        standing = self._known[key] = Standing(
            started_on=day,
            due_on=date.fromisoformat(due_on),
            act_by=date.fromisoformat(act_by),
            state=_state(rule, due_on, act_by, self._today),
            provision=regulation.due_rule(rule, day),
        )
        return standing

    def _begin(self, started: str) -> tuple[date, Regulation]:
        day = date.fromisoformat(started)
        begun = self._begun[started] = day, self._regulations.on(day)
        return begun


def _state(rule: str, due_on: str, act_by: str, today: str) -> DueState:
    """Place a due row on a day; days are ISO, which compare as they follow each other."""
    if rule in WAITS:
        return "waiting" if today < act_by else "today"
    if due_on < today:
        return "overdue"
    return "today" if act_by <= today else "upcoming"
