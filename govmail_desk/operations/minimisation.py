"""Emptying private fields nobody needs any more: seen first, then done in one act that cannot be taken back.

Who is meant and what still names them is `operations.minimisation_people`; what the unit chose to keep, `operations.privacy`. Why earlier
values cannot be read from the register afterwards, and why its journal stays whole: `store.private_fields`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.journal import MINIMISING
from govmail_desk.domain.minimising import MinimisationPlan, Scope
from govmail_desk.domain.person import Person
from govmail_desk.operations.minimisation_people import holders_of_numbers, requests_naming, those_who_left
from govmail_desk.store import journals

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.minimising import Emptied
    from govmail_desk.domain.working_days import Calendar


def plan_minimisation(desk: Desk, *, on: date, scope: Scope = "left") -> MinimisationPlan:
    """Look whose private fields would be emptied on a day, and what would stay; nothing is written.

    `left`: everything private of those who left and whose last mailbox has been closed for as many months as the unit keeps it, while
    nothing open names them. `id-numbers`: the identity numbers of everyone, for a unit that keeps none.
    """
    month_count = desk.privacy(on).keep_month_count
    with desk.reading() as connection:
        return _planned(connection, scope, on, month_count, desk.calendar())


def minimise(desk: Desk, plan: MinimisationPlan) -> Changes:
    """Empty the private fields of a plan; name, post, mailboxes, dates and papers stay.

    Refused where nothing would be emptied, where the unit keeps identity numbers after all, and where the plan no longer holds.
    """
    if not plan.people:
        raise RuleBroken("Không có dữ liệu riêng nào cần bỏ. Sổ vẫn như trước.")
    if plan.scope == "id-numbers" and desk.privacy(plan.on).is_id_number_kept:
        raise RuleBroken("Đơn vị đang chọn ghi số CCCD. Hãy chọn không ghi nữa ở Thiết lập › Dữ liệu cá nhân trước.")
    calendar = desk.calendar()
    with desk.transaction(MINIMISING, _sentence(plan)) as act:
        connection = act.transaction.connection
        if journals.head(connection)[1] != plan.journal_hash:
            again = _planned(connection, plan.scope, plan.on, plan.month_count, calendar)
            if again.people != plan.people:
                raise RuleBroken("Sổ vừa có thay đổi nên danh sách này không còn đúng. Hãy xem lại; chưa có gì bị bỏ.")
        known = act.transaction.get_many(Person, [one.person_id for one in plan.people])
        emptied = [_emptied(known[one.person_id], one, plan) for one in plan.people]
        act.transaction.put_without_past(emptied)
        act.transaction.forget_gone()
    return act.changes


def _emptied(person: Person, one: Emptied, plan: MinimisationPlan) -> Person:
    gone: dict[str, Any] = dict.fromkeys(one.fields, "")
    return replace(person, **gone, minimised_on=plan.on if plan.scope == "left" else person.minimised_on)


def _planned(connection: Connection, scope: Scope, on: date, month_count: int, calendar: Calendar) -> MinimisationPlan:
    if scope == "left":
        people, held = those_who_left(connection, on=on, month_count=month_count, calendar=calendar)
    else:
        people, held = holders_of_numbers(connection), ()
    return MinimisationPlan(
        scope=scope,
        on=on,
        month_count=month_count,
        people=people,
        held=held,
        request_count=requests_naming(connection, [one.person_id for one in people]),
        journal_hash=journals.head(connection)[1],
    )


def _sentence(plan: MinimisationPlan) -> str:
    if plan.scope == "id-numbers":
        return f"Bỏ số CCCD của {len(plan.people)} người khỏi sổ"
    return f"Bỏ dữ liệu riêng của {len(plan.people)} người đã thôi việc"
