"""One review whole, as its pane shows it: its departments, decisions, papers and what is amiss, in five statements however large it is.

The table of reviews is `listings.reviews`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Select, and_, func, or_, select

from govmail_desk.domain.review import Decision, Orphan, ReviewPaper, ReviewRow
from govmail_desk.domain.review_text import department_name
from govmail_desk.listings.reviews import ReviewLine, day_of, lines_of
from govmail_desk.store.bulk import plain_rows
from govmail_desk.store.tables import review_reminder, review_row, review_sheet, unit, unit_name
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from sqlalchemy import Subquery

    from govmail_desk.desk import Desk

MOST_ODD: Final = 60
"""More rows with something amiss than these are counted in the pane, not named."""


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


def pane(desk: Desk, review_id: int) -> ReviewPane | None:
    """Return all of one review, or None where it is gone; as few statements however large it is."""
    with desk.reading() as connection:
        lines = lines_of(connection, [review_id])
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
        sent_on=day_of(told[6]),
        answered_on=day_of(told[7]),
        answered_by=told[8],
        reminder_count=told[9] or 0,
        reminded_on=day_of(told[10]),
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
