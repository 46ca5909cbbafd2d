"""The operator's figures taken in so far: each import with its rows, the mailboxes it does not name, those unused the longest.

Taking in is `operations.usage`, the figures of a period `listings.usage_figures`, the last use of one mailbox `listings.last_use`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, func, select

from govmail_desk.domain.office_calendar import ONE_DAY
from govmail_desk.domain.vietnamese import search_key
from govmail_desk.listings.last_use import LastUse, last_use, last_use_of_mailbox
from govmail_desk.listings.units import present_names
from govmail_desk.listings.usage_figures import usage_figures
from govmail_desk.store.issued import is_issued_after
from govmail_desk.store.tables import journal_change, mailbox, person, usage_import
from govmail_desk.wording import MAILBOX_KINDS

if TYPE_CHECKING:
    from govmail_desk.desk import Desk

_STANDING = ("active", "locked", "suspended")


@dataclass(frozen=True, slots=True)
class UsageImportRow:
    """One export taken in: its file, the day of its figures, how many rows came to what, the number of its act in the journal."""

    id: int
    as_of_on: str
    file_name: str
    taken_at: str
    by: str
    counts: Mapping[str, int]
    seq: int


@dataclass(frozen=True, slots=True)
class UsageResult:
    """What became of one row of an export."""

    row: int
    outcome: str
    address: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UseRow:
    """A mailbox with its last use; None where none is known."""

    id: int
    address: str
    holder: str
    state: str
    last_use: LastUse | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """What the shelf opens with: all numbers in order, the first lines."""

    ids: list[int]
    first: tuple[UsageImportRow, ...]
    has_any: bool


@dataclass(frozen=True, slots=True)
class UsagePane:
    """Everything about one import."""

    row: UsageImportRow
    results: tuple[UsageResult, ...]
    missing: tuple[UseRow, ...]
    """The mailboxes of the register, in use or locked and issued by its day, that it does not name."""
    unused: tuple[UseRow, ...]
    """Those in use or locked whose last use is known, the longest unused first, those nobody ever logged in to before all."""
    unknown_count: int
    """How many have no known use at all."""
    figures: Mapping[str, Any]
    """The figures of use of its day, under the keys of `domain.report_usage`."""


def opening(desk: Desk, *, search: str = "", first_count: int) -> Opening:
    """Read what the shelf opens with: the imports, of the newest figures first; one taken back is gone."""
    newest = _imports().order_by(usage_import.c.as_of_on.desc(), usage_import.c.id.desc())
    with desk.reading() as connection:
        rows = [_row(one) for one in connection.execute(newest)]
    words = search_key(search).split()
    found = [row for row in rows if all(word in search_key(f"{row.file_name} {row.by}") for word in words)]
    return Opening([row.id for row in found], tuple(found[:first_count]), bool(rows))


def page(desk: Desk, wanted_ids: Sequence[int]) -> list[UsageImportRow]:
    """Return the lines of these imports, in the order of the numbers given."""
    with desk.reading() as connection:
        found = {row.id: _row(row) for row in connection.execute(_imports().where(usage_import.c.id.in_(wanted_ids)))}
    return [found[one] for one in wanted_ids if one in found]


def pane(desk: Desk, import_id: int, *, most: int) -> UsagePane | None:
    """Return all of one import, or None where it is gone; of the unused mailboxes the first `most`."""
    one = _imports().add_columns(usage_import.c.rows).where(usage_import.c.id == import_id)
    with desk.reading() as connection:
        found = connection.execute(one).first()
        if found is None:
            return None
        expected = _standing().where(~is_issued_after(date.fromisoformat(found.as_of_on))).order_by(mailbox.c.address)
        standing = {row.address: _plain(row) for row in connection.execute(expected)}
        unused = [_used(row) for row in connection.execute(_by_last_use(most))]
        unknown = connection.execute(_unknown_count()).scalar_one()
        as_of_on = date.fromisoformat(found.as_of_on)
        figures = usage_figures(desk, opening_on=as_of_on - ONE_DAY, cut_off_on=as_of_on)
    results = tuple(UsageResult(row, outcome, address, tuple(why)) for row, outcome, address, why in found.rows)
    named = {result.address for result in results}
    missing = tuple(row for address, row in standing.items() if address not in named)
    return UsagePane(_row(found), results, missing, tuple(unused), unknown, figures)


def latest_as_of(desk: Desk) -> date | None:
    """Return the day of the newest figures taken in, or None where there are none."""
    with desk.reading() as connection:
        newest = connection.execute(select(func.max(usage_import.c.as_of_on))).scalar()
    return date.fromisoformat(newest) if newest else None


def _standing() -> Select[Any]:
    """Ask for every mailbox in use or locked."""
    names = present_names()
    return (
        select(mailbox.c.id, mailbox.c.address, mailbox.c.kind, mailbox.c.state, person.c.full_name, names.c.name)
        .outerjoin(person, person.c.id == mailbox.c.holder_id)
        .outerjoin(names, names.c.unit_id == mailbox.c.unit_id)
        .where(mailbox.c.state.in_(_STANDING))
    )


def _by_last_use(most: int) -> Select[Any]:
    """Ask for the mailboxes whose last use is known, the longest unused first."""
    said = last_use_of_mailbox()
    return (
        _standing()
        .add_columns(said.label("said"))
        .where(said.is_not(None))
        .order_by(said, mailbox.c.address)
        .limit(most)
    )


def _unknown_count() -> Select[Any]:
    """Ask how many mailboxes in use or locked have no known use at all."""
    return (
        select(func.count()).select_from(mailbox).where(mailbox.c.state.in_(_STANDING), last_use_of_mailbox().is_(None))
    )


def _plain(row: Any) -> UseRow:
    return UseRow(row.id, row.address, row.full_name or row.name or MAILBOX_KINDS[row.kind], row.state)


def _used(row: Any) -> UseRow:
    return replace(_plain(row), last_use=last_use(row.said))


def _imports() -> Select[Any]:
    kept = usage_import.c
    written = (journal_change.c.row_id == kept.id) & (journal_change.c.table_name == usage_import.name)
    act = (
        select(func.min(journal_change.c.seq)).where(written).scalar_subquery().label("seq")
    )  # later ones are migrations
    return select(kept.id, kept.as_of_on, kept.file_name, kept.taken_at, kept.by, kept.counts, act)


def _row(row: Any) -> UsageImportRow:
    return UsageImportRow(row.id, row.as_of_on, row.file_name, row.taken_at, row.by, row.counts, row.seq)
