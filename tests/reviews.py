"""Reviews for tests: a unit with two sections, invented people and mailboxes, a review opened over them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.review import Review, ReviewRow, ReviewSheet
from govmail_desk.operations.mailboxes import add_mailbox
from govmail_desk.operations.people import add_person
from govmail_desk.operations.reviews import open_review, plan_review
from govmail_desk.operations.units import add_unit
from tests.desks import NOW, added, own_unit_id
from tests.request_lives import every, one

if TYPE_CHECKING:
    from govmail_desk.desk import Desk

TODAY: Final = NOW.date()
SINCE: Final = date(2026, 1, 5)


def section(desk: Desk, name: str, slug: str) -> int:
    """Add a section below the own unit."""
    changes = add_unit(desk, name=name, slug=slug, parent_id=own_unit_id(desk))
    (unit_id,) = changes.ids["unit"]
    return unit_id


def held(desk: Desk, full_name: str, address: str, unit_id: int, *, post: str = "Chuyên viên") -> int:
    """Add a person of a unit with a mailbox in use; return the mailbox."""
    changes = add_person(desk, full_name=full_name, unit_id=unit_id, post=post)
    (person_id,) = changes.ids["person"]
    made = add_mailbox(desk, address=address, kind="personal", unit_id=unit_id, holder_id=person_id, since=SINCE)
    (mailbox_id,) = made.ids["mailbox"]
    return mailbox_id


def peopled(desk: Desk) -> dict[str, int]:
    """Give the own unit two sections with three mailboxes and one person without; return the numbers by name."""
    digital = section(desk, "Phòng Chuyển đổi số", "phongcds.sotttt")
    finance = section(desk, "Phòng Kế hoạch - Tài chính", "phongkhtc.sotttt")
    boxes = {
        "tam": held(desk, "Lý Văn Tâm", "lvtam@soctrang.gov.vn", digital),
        "yen": held(desk, "Bùi Thị Yến", "btyen@soctrang.gov.vn", digital, post="Phó Trưởng phòng"),
        "dat": held(desk, "Phạm Đức Đạt", "pddat@soctrang.gov.vn", finance),
    }
    return boxes | {"digital": digital, "finance": finance, "newcomer": added(desk, "Trần Quốc Việt")}


def opened_review(desk: Desk, **about: object) -> Review:
    """Open a review as of today."""
    changes = open_review(desk, plan_review(desk, as_of_on=TODAY, **about))  # type: ignore[arg-type]
    (review_id,) = changes.ids["review"]
    return one(desk, Review, id=review_id)


def sheets_of(desk: Desk, review: Review) -> dict[int, ReviewSheet]:
    """Read a review's sheets by unit."""
    return {sheet.unit_id: sheet for sheet in every(desk, ReviewSheet, review_id=review.id)}


def rows_of(desk: Desk, review: Review) -> dict[str, ReviewRow]:
    """Read a review's rows by holder or address."""
    rows = every(desk, ReviewRow, review_id=review.id)
    return {row.cells["address"] or row.cells["holder"]: row for row in rows}


def opened_row_ids(desk: Desk) -> list[int]:
    """Open a review and return the rows of its first sheet."""
    review = opened_review(desk)
    first = min(sheets_of(desk, review).values(), key=lambda sheet: sheet.position)
    return [row.id for row in every(desk, ReviewRow, review_sheet_id=first.id)]
