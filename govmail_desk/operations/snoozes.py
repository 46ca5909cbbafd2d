"""Lines of Hôm nay put off to another day, with the reason. The due date stays what it is; only the reminder waits.

What falls due is `operations.due_beginnings`, how lines are shown `listings.today`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.reminder import Due, Snooze
from govmail_desk.domain.secrecy import refuse_password
from govmail_desk.domain.vietnamese import clean
from govmail_desk.store.transaction import GONE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from govmail_desk.desk import Changes, Desk


def next_working_day(desk: Desk) -> date:
    """Return the day a line is put off to where the clerk names no other: the first working day after this one."""
    return desk.calendar().next_working(desk.today() + timedelta(days=1))


def snooze(desk: Desk, *, due_ids: Sequence[int], reason: str, until_on: date | None = None) -> Changes:
    """Put lines off to the next working day, or to a later one; a day that is not to come and a missing reason are refused."""
    said, until = clean(reason), until_on or next_working_day(desk)
    if not said:
        raise RuleBroken("Chưa có lý do hoãn. Hãy ghi vì sao việc này để sau.")
    refuse_password(said)
    if until <= desk.today():
        raise RuleBroken(f"Ngày {until:%d/%m/%Y} không còn ở phía trước. Hãy chọn một ngày sau hôm nay.")
    with desk.transaction("snooze", f"Hoãn nhắc {len(due_ids)} việc đến {until:%d/%m/%Y}: {said}") as act:
        found = act.transaction.get_many(Due, due_ids)
        if not found.keys() >= set(due_ids):
            raise RuleBroken(GONE)
        for due in found.values():
            if due.settled_on is not None:
                raise RuleBroken(f"Việc này đã xong từ ngày {due.settled_on:%d/%m/%Y}. Hãy tải lại trang.")
        act.transaction.put_all([
            Snooze(due_id=due_id, until_on=until, on_date=desk.today(), by=desk.person, reason=said)
            for due_id in due_ids
        ])
    return act.changes


def wake(desk: Desk, *, due_ids: Sequence[int]) -> Changes:
    """Bring lines that were put off back at once; what was put off, and why, stays in the register."""
    today = desk.today()
    with desk.transaction("wake", f"Nhắc lại ngay {len(due_ids)} việc đã hoãn") as act:
        found = act.transaction.find_among(Snooze, "due_id", due_ids)
        act.transaction.put_all([replace(one, until_on=today) for one in found if one.until_on > today])
    return act.changes
