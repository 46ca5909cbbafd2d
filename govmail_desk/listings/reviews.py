"""Reviews of the mailboxes as the clerk sees them: each with how far it is; one with its departments, decisions, papers and what is amiss.

Opening, answering and ending are `operations.reviews` and its neighbours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Select, and_, func, or_, select

from govmail_desk.domain.review import Decision, Orphan, ReviewPaper, ReviewRow, ReviewState
from govmail_desk.domain.review_text import department_name
from govmail_desk.domain.vietnamese import search_key
from govmail_desk.store.bulk import plain_rows
from govmail_desk.store.tables import review, review_reminder, review_row, review_sheet, unit, unit_name
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from sqlalchemy import Connection, Subquery

    from govmail_desk.desk import Desk

MOST_ODD: Final = 60
"""More rows with something amiss than these are counted in the pane, not named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    """One line of the table."""

    id: int
    title: str
    document: str
    as_of_on: date
    answer_by_on: date
    opened_on: date
    closed_on: date | None
    state: ReviewState
    note: str
    sheet_count: int
    answered_count: int
    unsent_count: int
    row_count: int
    decided_count: int

    @property
    def progress(self) -> str:
        """How many departments have answered: `3/5`."""
        return f"{self.answered_count}/{self.sheet_count}"

    def is_late(self, today: date) -> bool:
        """True where somebody should have answered by now."""
        return self.state == "open" and self.answer_by_on < today and self.answered_count < self.sheet_count


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetProgress:
    """One department of a review, and how far it is."""

    id: int
    unit_id: int
    unit: str
    position: int
    row_count: int
    decided_count: int
    sent_on: date | None
    answered_on: date | None
    answered_by: str
    reminder_count: int
    reminded_on: date | None


@dataclass(frozen=True, slots=True)
class OddRow:
    """A row of which something is amiss."""

    mailbox_id: int | None
    person_id: int | None
    words: str
    orphan: Orphan


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPane:
    """Everything of one review."""

    line: ReviewLine
    sheets: tuple[SheetProgress, ...]
    decisions: Mapping[Decision, int]
    """How many rows were decided how."""
    unasked: Mapping[Decision, int]
    """How many of them no request asks for yet."""
    orphans: Mapping[Orphan, int]
    odd: tuple[OddRow, ...]
    """The first of the rows of which something is amiss."""
    papers: tuple[ReviewPaper, ...]

    @property
    def waiting(self) -> tuple[SheetProgress, ...]:
        """The departments that have not answered whole."""
        return tuple(one for one in self.sheets if one.answered_on is None)

    @property
    def unsent(self) -> tuple[SheetProgress, ...]:
        """The departments whose sheet is not marked as sent."""
        return tuple(one for one in self.sheets if one.sent_on is None)

    @property
    def to_ask(self) -> int:
        """How many decisions still have to become requests."""
        return sum(self.unasked.get(kind, 0) for kind in _ASKING)

    @property
    def has_sheets(self) -> bool:
        """True where every department's sheet was made."""
        made = {paper.review_sheet_id for paper in self.papers if paper.role == "sheet"}
        return made >= {one.id for one in self.sheets}


_ASKING: Final[tuple[Decision, ...]] = ("close", "change", "create")


@dataclass(frozen=True, slots=True)
class Opening:
    """All numbers in order, the open ones first; the first lines; how many there are in each state, whatever is searched for."""

    ids: list[int]
    first: tuple[ReviewLine, ...]
    counts: Mapping[str, int]


def opening(desk: Desk, *, search: str = "", states: Sequence[ReviewState] = (), first_count: int) -> Opening:
    """Read what the shelf opens with."""
    query = select(review.c.id, review.c.state, review.c.title, review.c.document)
    with desk.reading() as connection:
        found = plain_rows(connection, query.order_by(review.c.state != "open", review.c.id.desc()))
        words = search_key(search).split()
        ids = [
            told[0]
            for told in found
            if (not states or told[1] in states) and _has_all(words, search_key(f"{told[2]} {told[3]}"))
        ]
        first = tuple(_lines(connection, ids[:first_count]))
    counts: dict[str, int] = {}
    for told in found:
        counts[told[1]] = counts.get(told[1], 0) + 1
    return Opening(ids, first, counts)


def page(desk: Desk, ids: Sequence[int]) -> list[ReviewLine]:
    """Return the lines of these numbers, in their order; those gone are left out."""
    with desk.reading() as connection:
        return _lines(connection, ids)


def pane(desk: Desk, review_id: int) -> ReviewPane | None:
    """Return all of one review, or None where it is gone; as few statements however large it is."""
    with desk.reading() as connection:
        lines = _lines(connection, [review_id])
        if not lines:
            return None
        sheets = tuple(map(_sheet, plain_rows(connection, _sheets(review_id, lines[0].as_of_on))))
        counted = plain_rows(connection, _counts(review_id))
        odd = tuple(_odd_row(told) for told in connection.execute(_odd(review_id)).all())
        papers = tuple(Transaction(connection).find(ReviewPaper, review_id=review_id))
    return ReviewPane(
        line=lines[0],
        sheets=sheets,
        decisions=_summed(counted, by=0),
        unasked=_summed([told for told in counted if told[2]], by=0),
        orphans=_summed([told for told in counted if told[1]], by=1),
        odd=odd,
        papers=papers,
    )


def sheet_rows(desk: Desk, sheet_id: int) -> list[ReviewRow]:
    """Return the rows of one sheet, in their order."""
    with desk.reading() as connection:
        found = Transaction(connection).find(ReviewRow, review_sheet_id=sheet_id)
    return sorted(found, key=lambda row: row.position)


def sheets(desk: Desk, review_id: int) -> tuple[SheetProgress, ...]:
    """Return the departments of a review."""
    found = pane(desk, review_id)
    return found.sheets if found is not None else ()


def _lines(connection: Connection, ids: Sequence[int]) -> list[ReviewLine]:
    if not ids:
        return []
    found = {told[0]: _line(told) for told in plain_rows(connection, _lines_query(ids))}
    return [found[one] for one in ids if one in found]


def _lines_query(ids: Sequence[int]) -> Select[Any]:
    sheet, row = review_sheet.c, review_row.c
    of_sheets = (
        select(
            sheet.review_id,
            func.count().label("all"),
            func.count(sheet.answered_on).label("answered"),
            func.count(sheet.sent_on).label("sent"),
        )
        .where(sheet.review_id.in_(ids))
        .group_by(sheet.review_id)
        .subquery("of_sheets")
    )
    of_rows = (
        select(row.review_id, func.count().label("all"), func.count().filter(row.decision != "").label("decided"))
        .where(row.review_id.in_(ids))
        .group_by(row.review_id)
        .subquery("of_rows")
    )
    held = review.c
    return (
        select(
            held.id, held.title, held.document, held.as_of_on, held.answer_by_on, held.opened_on, held.closed_on,
            held.state, held.note, of_sheets.c.all, of_sheets.c.answered, of_sheets.c.sent, of_rows.c.all,
            of_rows.c.decided,
        )
        .outerjoin(of_sheets, of_sheets.c.review_id == held.id)
        .outerjoin(of_rows, of_rows.c.review_id == held.id)
        .where(held.id.in_(ids))
    )  # fmt: skip


def _line(told: tuple[Any, ...]) -> ReviewLine:
    sheet_count = told[9] or 0
    return ReviewLine(
        id=told[0],
        title=told[1],
        document=told[2],
        as_of_on=date.fromisoformat(told[3]),
        answer_by_on=date.fromisoformat(told[4]),
        opened_on=date.fromisoformat(told[5]),
        closed_on=_day(told[6]),
        state=told[7],
        note=told[8],
        sheet_count=sheet_count,
        answered_count=told[10] or 0,
        unsent_count=sheet_count - (told[11] or 0),
        row_count=told[12] or 0,
        decided_count=told[13] or 0,
    )


def _sheets(review_id: int, as_of_on: date) -> Select[Any]:
    sheet, row, reminder, names = review_sheet.c, review_row.c, review_reminder.c, _names(as_of_on)
    of_rows = (
        select(row.review_sheet_id, func.count().label("all"), func.count().filter(row.decision != "").label("decided"))
        .where(row.review_id == review_id)
        .group_by(row.review_sheet_id)
        .subquery("of_rows")
    )
    reminded = (
        select(reminder.review_sheet_id, func.count().label("times"), func.max(reminder.on_date).label("last"))
        .where(reminder.review_id == review_id)
        .group_by(reminder.review_sheet_id)
        .subquery("reminded")
    )
    return (
        select(
            sheet.id, sheet.unit_id, names.c.name, sheet.position, of_rows.c.all, of_rows.c.decided, sheet.sent_on,
            sheet.answered_on, sheet.answered_by, reminded.c.times, reminded.c.last, unit.c.is_own,
        )
        .outerjoin(unit, unit.c.id == sheet.unit_id)
        .outerjoin(names, names.c.unit_id == sheet.unit_id)
        .outerjoin(of_rows, of_rows.c.review_sheet_id == sheet.id)
        .outerjoin(reminded, reminded.c.review_sheet_id == sheet.id)
        .where(sheet.review_id == review_id)
        .order_by(sheet.position)
    )  # fmt: skip


def _names(on: date) -> Subquery:
    """Name each unit as it was called on the day of the review; its last name where none held then."""
    iso, name = on.isoformat(), unit_name.c
    is_borne = and_(or_(name.from_on.is_(None), name.from_on <= iso), or_(name.to_on.is_(None), name.to_on >= iso))
    order = (is_borne.desc(), name.to_on.is_(None).desc(), name.id.desc())
    placed = select(
        name.unit_id, name.name, func.row_number().over(partition_by=name.unit_id, order_by=order).label("place")
    ).subquery("placed")
    return select(placed.c.unit_id, placed.c.name).where(placed.c.place == 1).subquery("names")


def _sheet(told: tuple[Any, ...]) -> SheetProgress:
    return SheetProgress(
        id=told[0],
        unit_id=told[1],
        unit=department_name(told[2] or "", is_own=bool(told[11])),
        position=told[3],
        row_count=told[4] or 0,
        decided_count=told[5] or 0,
        sent_on=_day(told[6]),
        answered_on=_day(told[7]),
        answered_by=told[8],
        reminder_count=told[9] or 0,
        reminded_on=_day(told[10]),
    )


def _counts(review_id: int) -> Select[Any]:
    row = review_row.c
    is_unasked = row.request_id.is_(None).label("is_unasked")
    query = select(row.decision, row.orphan, is_unasked, func.count()).where(row.review_id == review_id)
    return query.group_by(row.decision, row.orphan, is_unasked)


def _summed(counted: Sequence[tuple[Any, ...]], *, by: int) -> dict[Any, int]:
    found: dict[Any, int] = {}
    for told in counted:
        found[told[by]] = found.get(told[by], 0) + told[3]
    return found


def _odd(review_id: int) -> Select[Any]:
    row = review_row.c
    query = select(row.mailbox_id, row.person_id, row.cells, row.orphan)
    return query.where(row.review_id == review_id, row.orphan != "").order_by(row.orphan, row.id).limit(MOST_ODD)


def _odd_row(told: Any) -> OddRow:
    words = " · ".join(filter(None, (told.cells.get("holder"), told.cells.get("address"))))
    return OddRow(told.mailbox_id, told.person_id, words, told.orphan)


def _has_all(words: Sequence[str], told: str) -> bool:
    return all(word in told for word in words)


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None
