"""Who heads a unit and who looks after its mailbox, from a day on. The handover itself is a later room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from govmail_desk.desk import Changes, Desk
from govmail_desk.domain.custody import Custody, CustodyRole
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.person import Person
from govmail_desk.domain.vietnamese import clean

_SAYS = {"head": "là thủ trưởng", "custodian": "theo dõi hộp thư của đơn vị"}


def appoint(
    desk: Desk, *, unit_id: int, person_id: int, role: CustodyRole, from_on: date | None, document: str = ""
) -> Changes:
    """Record a new head or custodian; the head before ends the day before, custodians may be several."""
    with desk.transaction("appoint", "") as act:
        person = act.transaction.get(Person, person_id)
        act.sentence = f"Ghi {person.full_name} {_SAYS[role]}"
        if act.transaction.find(Custody, unit_id=unit_id, person_id=person_id, role=role, to_on=None):
            raise RuleBroken(
                f"{person.full_name} đang {_SAYS[role]} rồi. Hãy ghi ngày cuối của lần trước, hoặc chọn người khác."
            )
        if role == "head":
            for earlier in act.transaction.find(Custody, unit_id=unit_id, role="head", to_on=None):
                act.transaction.put(replace(earlier, to_on=_day_before(earlier, from_on)))
        act.transaction.put(
            Custody(unit_id=unit_id, person_id=person_id, role=role, from_on=from_on, document=clean(document))
        )
    return act.changes


def end_custody(desk: Desk, *, custody: Custody, to_on: date) -> Changes:
    """Record the last day of someone's charge."""
    if custody.from_on and to_on < custody.from_on:
        raise RuleBroken(f"Ngày cuối phải từ {custody.from_on:%d/%m/%Y} trở đi. Hãy xem lại ngày.")
    with desk.transaction("end_custody", f"Ghi ngày cuối phụ trách {to_on:%d/%m/%Y}") as act:
        act.transaction.put(replace(custody, to_on=to_on))
    return act.changes


def _day_before(earlier: Custody, from_on: date | None) -> date:
    if from_on is None or (earlier.from_on and earlier.from_on >= from_on):
        raise RuleBroken("Hãy ghi ngày bắt đầu của thủ trưởng mới, sau ngày bắt đầu của thủ trưởng trước.")
    return from_on - timedelta(days=1)
