"""The opened register: transactions, the unit's regulation and calendar, today, the journal.

The desk is what operations and listings are given. It asks the clock, so that nobody below does; what a clerk does with it is
`operations`, what a clerk sees `listings`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

from govmail_desk import paths
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.privacy import PrivacyChoice, choice_on
from govmail_desk.domain.reminder import LeadTime
from govmail_desk.domain.settings import (
    CalendarDay,
    Choice,
    Letterhead,
    OfficeHours,
    Operator,
    Recipients,
    RegulationText,
)
from govmail_desk.store import bulk, database, journals, rows
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, Engine

    from govmail_desk.domain.provision import Provision
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.working_days import Calendar

Clock = Callable[[], datetime]
Dated = TypeVar("Dated", Letterhead, Operator, Recipients, RegulationText)


def local_clock() -> datetime:
    """Return this moment with the machine's own offset."""
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class Changes:
    """What an act wrote: pages whose rows were touched reload, and the sentence is shown with its take-back."""

    seq: int
    act: str
    sentence: str
    ids: Mapping[str, frozenset[int]] = field(default_factory=dict)

    @property
    def tables(self) -> frozenset[str]:
        """The tables that were written."""
        return frozenset(self.ids)

    @property
    def is_empty(self) -> bool:
        """True where everything was as asked already and nothing was written."""
        return not self.ids

    def touches(self, *tables: str) -> bool:
        """Say whether one of these tables was written."""
        return any(table in self.ids for table in tables)


class Act:
    """An act under way: the transaction, and the changes it turns into once it is kept."""

    def __init__(self, transaction: Transaction, *, name: str, sentence: str) -> None:
        self.transaction = transaction
        self.name = name
        self.sentence = sentence
        """What the journal and the window will say; an act may sharpen it while it runs."""
        self.takes_back: int | None = None
        self._changes: Changes | None = None

    @property
    def changes(self) -> Changes:
        """What was written; asked for only after the act is kept."""
        if self._changes is None:
            raise RuntimeError("an act's changes are known only after it is kept")
        return self._changes

    def keep(self, *, actor: str, at: datetime) -> None:
        """Seal the act in the journal; the desk calls this before it commits."""
        entry = self.transaction.close(
            actor=actor,
            at=at.astimezone(UTC).isoformat(timespec="seconds"),
            act=self.name,
            sentence=self.sentence,
            takes_back=self.takes_back,
        )
        ids = {table: frozenset(ids) for table, ids in self.transaction.touched.items()} if entry else {}
        self._changes = Changes(entry.seq if entry else 0, self.name, self.sentence, ids)


class Regulations:
    """The regulations the unit has worked under, read at one moment: each day has its own, with the unit's choices beside it."""

    def __init__(
        self, texts: list[RegulationText], choices: list[Choice], loaded: dict[str, Regulation] | None = None
    ) -> None:
        self._texts = texts
        self._choices = choices
        self._loaded = {} if loaded is None else loaded
        self._complete: dict[int, Regulation] = {}

    def on(self, day: date) -> Regulation:
        """Return the one in use on a day. Raises `RuleBroken` in a register that has none."""
        text = latest(self._texts, day)
        if text is None:
            raise RuleBroken(
                "Sổ chưa có quy chế nào. Hãy chọn quy chế ở trang Thiết lập, hoặc lập lại sổ bằng lệnh init."
            )
        if text.id not in self._complete:
            self._complete[text.id] = self._read(text).with_choices(tuple(map(_provision, self._choices)))
        return self._complete[text.id]

    def _read(self, text: RegulationText) -> Regulation:
        from govmail_desk.regulations import loader  # noqa: PLC0415  (the window's first rows need no regulation)

        if text.sha256 not in self._loaded:
            self._loaded[text.sha256] = loader.load_text(text.toml, name=text.regulation_id)
        return self._loaded[text.sha256]


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules a unit works by, read at one moment: regulation and own choices, days off, office hours, days ahead to be reminded."""

    regulations: Regulations
    days: list[CalendarDay]
    hours: list[OfficeHours]
    leads: list[LeadTime]

    @property
    def calendar(self) -> Calendar:
        """The working-day calendar: the shipped years with the unit's own corrections."""
        return shipped_calendar().corrected(self.days)


_RULES: Final[tuple[type[Any], ...]] = (RegulationText, Choice, CalendarDay, OfficeHours, LeadTime)
"""The facts of a rulebook."""


class Desk:
    """One opened register, for one person working."""

    def __init__(self, engine: Engine, *, person: str, clock: Clock = local_clock) -> None:
        self.engine = engine
        self.person = person
        self.clock = clock
        self.written_here: set[int] = set()
        """The numbers of the acts this desk wrote itself; all others in the journal came from elsewhere."""
        self._regulations: dict[str, Regulation] = {}
        self._readings = threading.local()
        """The reading under way in each thread."""

    @classmethod
    def open(cls, where: str | Path, *, person: str, clock: Clock = local_clock) -> Desk:
        """Open a register made before; one of an earlier program is first brought to the present schema, under this person's name."""
        return cls(database.open_register(where, actor=person, at=clock()), person=person, clock=clock)

    @classmethod
    def create(cls, where: str | Path, *, person: str, clock: Clock = local_clock) -> Desk:
        """Make an empty register; founding the unit in it is an operation."""
        return cls(database.create_register(where), person=person, clock=clock)

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def today(self) -> date:
        """Return today's date where the desk stands."""
        return self.clock().date()

    @contextmanager
    def transaction(self, act: str, sentence: str) -> Iterator[Act]:
        """Open one act: all of it is kept and journalled, or nothing is. `sentence` is Vietnamese and says what was done."""
        with database.translated_errors(), database.writing(self.engine).begin() as connection:
            under_way = Act(Transaction(connection), name=act, sentence=sentence)
            yield under_way
            under_way.keep(actor=self.person, at=self.clock())
        self.written_here.add(under_way.changes.seq)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a connection that sees one unchanging state of the register; a reading within a reading sees the same state.

        It goes by the same connection: a second one would wait for whoever is about to write, who waits for the first to end.
        """
        under_way: Connection | None = getattr(self._readings, "connection", None)
        if under_way is not None:
            yield under_way
            return
        with database.translated_errors(), self.engine.connect() as connection:
            self._readings.connection = connection
            try:
                yield connection
            finally:
                self._readings.connection = None

    def regulation(self, on: date | None = None) -> Regulation:
        """Return the regulation in use on a day (default today), with the unit's own choices beside it."""
        return self.regulations().on(on or self.today())

    def regulations(self) -> Regulations:
        """Read which regulation was in use when: for a table whose lines began on many days."""
        return self.rulebook().regulations

    def calendar(self) -> Calendar:
        """Return the working-day calendar: the shipped years with the unit's own corrections."""
        return self.rulebook().calendar

    def rulebook(self) -> Rulebook:
        """Read all the unit works by, in one statement: for a page that asks more than one of it."""
        with self.reading() as connection:
            texts, choices, days, hours, leads = map(
                rows.records_of_whole, _RULES, bulk.whole_tables(connection, [rows.table_of(kind) for kind in _RULES])
            )
        return Rulebook(Regulations(texts, choices, self._regulations), days, hours, leads)

    def valid(self, kind: type[Dated], on: date) -> Dated | None:
        """Return the unit's dated choice valid on a day (letterhead, operator, recipients); the first one before any began."""
        with self.reading() as connection:
            return latest(Transaction(connection).find(kind), on)

    def privacy(self, on: date | None = None) -> PrivacyChoice:
        """Return what the unit keeps of people on a day (default today); no identity numbers as long as it has chosen nothing."""
        from govmail_desk.regulations.privacy import privacy_law  # noqa: PLC0415  (as above)

        day = on or self.today()
        with self.reading() as connection:
            chosen = choice_on(Transaction(connection).find(PrivacyChoice), day)
        return chosen or PrivacyChoice(from_on=day, keep_month_count=privacy_law().suggested.month_count)

    def journal_head(self) -> tuple[int, str]:
        """Return the count and the last hash of the journal, which plans and printed papers hold."""
        with self.reading() as connection:
            return journals.head(connection)


@cache
def shipped_calendar() -> Calendar:
    """Read the holiday files that come with the program, once."""
    from govmail_desk.regulations import holidays  # noqa: PLC0415  (nor a calendar)

    return holidays.load_calendar(paths.holidays())


def latest(found: list[Dated], on: date) -> Dated | None:
    """Choose the latest of dated choices begun by `on`; before any began, the first."""
    begun = [one for one in found if one.from_on <= on]
    if begun:
        return max(begun, key=lambda one: (one.from_on, one.id))
    return min(found, key=lambda one: (one.from_on, one.id), default=None)


def _provision(choice: Choice) -> Provision[object]:
    from govmail_desk.domain.regulation import KEYS  # noqa: PLC0415  (as above)
    from govmail_desk.regulations import loader  # noqa: PLC0415

    return loader.unit_provision(KEYS[choice.rule], choice.value, why=choice.why, from_on=choice.from_on)
