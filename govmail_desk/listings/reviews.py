"""Reviews of the mailboxes as the shelf lists them: each with how far it is. One review whole is `listings.review_pane`.

Opening, answering and ending are `operations.reviews` and its neighbours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, func, select

from govmail_desk.domain.review import ReviewState
from govmail_desk.domain.vietnamese import search_key
from govmail_desk.store.bulk import plain_rows
from govmail_desk.store.tables import review, review_row, review_sheet

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from govmail_desk.desk import Desk


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
        first = tuple(lines_of(connection, ids[:first_count]))
    counts: dict[str, int] = {}
    for told in found:
        counts[told[1]] = counts.get(told[1], 0) + 1
    return Opening(ids, first, counts)


def page(desk: Desk, ids: Sequence[int]) -> list[ReviewLine]:
    """Return the lines of these numbers, in their order; those gone are left out."""
    with desk.reading() as connection:
        return lines_of(connection, ids)


def lines_of(connection: Connection, ids: Sequence[int]) -> list[ReviewLine]:
    """Read the lines of these numbers within a reading under way."""
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
        closed_on=day_of(told[6]),
        state=told[7],
        note=told[8],
        sheet_count=sheet_count,
        answered_count=told[10] or 0,
        unsent_count=sheet_count - (told[11] or 0),
        row_count=told[12] or 0,
        decided_count=told[13] or 0,
    )


def _has_all(words: Sequence[str], told: str) -> bool:
    return all(word in told for word in words)


def day_of(iso: str | None) -> date | None:
    """Read a day the register holds; None for none."""
    return date.fromisoformat(iso) if iso else None
