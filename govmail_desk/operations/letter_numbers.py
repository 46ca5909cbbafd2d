"""The number văn thư gives a letter: tidied as it comes in, and never given to two letters of the unit in one year.

The letters are those of requests and their chases, reports, notices of incidents, and chases of other units; each act that takes a number
asks here.
"""

from __future__ import annotations

from string import digits
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, union_all

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.request import NUMBERED
from govmail_desk.domain.vietnamese import clean
from govmail_desk.store.tables import incident_notice, office_chase, report, request_event

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import CompoundSelect

    from govmail_desk.store.transaction import Transaction


def tidy_number(number: str) -> str:
    """Bring a typed number in: without leading zeros, capital letters (`12A`); what is no number of a letter is refused."""
    tidy = _bare(number)
    # `９` and `٩` look like a 9 but are others to a comparison: a number given before could come again through them.
    if not tidy[:1].isdigit() or not all(letter in digits or letter.isalpha() for letter in tidy):
        raise RuleBroken(f"Số văn bản “{clean(number)}” chưa đúng. Hãy ghi số văn thư đã cấp, ví dụ 125.")
    return tidy


def refuse_used_number(transaction: Transaction, number: str, on: date, *, incident_id: int | None = None) -> None:
    """Refuse a number that was given before in the year of `on`, to any letter or report, whatever became of it.

    It may come with its symbol (`15/STTTT-VP`). One letter may tell several of an incident: a notice of `incident_id` on the same day may
    bear the number again.
    """
    bare = tidy_number(number.partition("/")[0])
    given = transaction.connection.execute(_given(on, incident_id)).scalars()
    if any(_bare(other.partition("/")[0]) == bare for other in given):
        raise RuleBroken(
            f"Số {bare} năm {on.year} đã cấp cho một văn bản khác trong sổ, kể cả văn bản đã hủy. Hãy ghi số khác."
        )


def _given(on: date, incident_id: int | None) -> CompoundSelect[Any]:
    """Ask for the numbers given in a year, but those of an incident's notices of that very day."""
    in_year = f"{on.year:04d}-%"
    event, notice, chase = request_event.c, incident_notice.c, office_chase.c
    is_same_letter = (notice.incident_id == (incident_id or 0)) & (notice.on_date == on.isoformat())
    return union_all(
        select(event.number).where(event.act.in_(NUMBERED), event.on_date.like(in_year), event.number != ""),
        select(report.c.number).where(report.c.sent_on.like(in_year), report.c.number != ""),
        select(notice.number).where(notice.on_date.like(in_year), notice.number != "", ~is_same_letter),
        select(chase.number).where(func.coalesce(chase.sent_on, chase.on_date).like(in_year), chase.number != ""),
    )


def _bare(number: str) -> str:
    return clean(number).upper().lstrip("0")
