"""Open due dates for tests: of every kind, begun by the acts that begin them or put as they would be. No test."""

from __future__ import annotations

from datetime import date
from typing import Final

from govmail_desk.desk import Desk
from govmail_desk.domain.limits import stated
from govmail_desk.domain.regulation import KEYS
from govmail_desk.domain.reminder import Due, SubjectKind
from govmail_desk.operations.request_sending import send_request
from govmail_desk.operations.requests import draft_request, plan_request
from tests.desks import added

MONDAY: Final = date(2026, 11, 23)


def sent_request(desk: Desk, full_name: str = "Nguyễn Văn Thành", *, number: str = "125") -> int:
    """Send a request for a mailbox on the desk's Monday and return its number; Ninh Bình's answer is due that Friday."""
    planned = plan_request(desk, on=MONDAY, people_ids=[added(desk, full_name)])
    (request_id,) = draft_request(desk, planned).ids["request"]
    send_request(desk, request_id=request_id, on=MONDAY, from_address="stttt@ninhbinh.gov.vn", number=number)
    return request_id


def put_due(desk: Desk, rule: str, started_on: date, *, subject_kind: SubjectKind, subject_id: int) -> Due | None:
    """Put a due date as its rule counts it from a day; None where the regulation does not say the rule."""
    found = desk.regulation(started_on).find(KEYS[rule], started_on)
    counting = stated(found, started_on, desk.calendar()) if found else None
    if counting is None:
        return None
    with desk.transaction("begin", "Bắt đầu một hạn") as act:
        return act.transaction.put(
            Due(
                rule=rule,
                subject_kind=subject_kind,
                subject_id=subject_id,
                started_on=started_on,
                due_on=counting.due_on,
                act_by=counting.act_by,
            )
        )
