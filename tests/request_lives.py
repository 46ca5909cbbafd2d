"""Requests for tests: drafted and sent for invented people of a test's register, and the rows of it read back from the real file."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final, TypeVar

from govmail_desk.desk import Desk
from govmail_desk.domain.record import Record
from govmail_desk.operations.request_sending import send_request
from govmail_desk.operations.requests import draft_request, plan_request
from govmail_desk.store.transaction import Transaction
from tests.desks import added

R = TypeVar("R", bound=Record)

MONDAY: Final = date(2026, 11, 23)
OWN: Final = {
    "ninhbinh-2020": "stttt@ninhbinh.gov.vn",
    "quan4-03-2013": "phuong9.q4@tphcm.gov.vn",
    "khanhhoa-dagt-2021": "bqlctgt@khanhhoa.gov.vn",
}


def drafted(desk: Desk, *names: str, post: str = "Chuyên viên") -> int:
    """Draft a request for new mailboxes of invented people and return its number."""
    ids = [added(desk, name, post=post) for name in names or ("Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc")]
    (request_id,) = draft_request(desk, plan_request(desk, on=MONDAY, people_ids=ids)).ids["request"]
    return request_id


def sent(desk: Desk, *names: str, number: str = "125") -> int:
    """Draft, sign and send it on the same day, under the regulation of Ninh Bình, and return its number."""
    request_id = drafted(desk, *names)
    send_request(desk, request_id=request_id, on=MONDAY, from_address=OWN["ninhbinh-2020"], number=number)
    return request_id


def go_on_to(desk: Desk, moment: date) -> None:
    """Let another day be today."""
    desk.clock = lambda: datetime.combine(moment, datetime.min.time(), UTC).replace(hour=2)


def every(desk: Desk, kind: type[R], /, **equals: object) -> list[R]:
    """Read rows back from the register's file."""
    with desk.reading() as connection:
        return Transaction(connection).find(kind, **equals)


def one(desk: Desk, kind: type[R], /, **equals: object) -> R:
    """Read the only row of its kind back."""
    (found,) = every(desk, kind, **equals)
    return found
