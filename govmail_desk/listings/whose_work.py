"""How much falls due for whom: for the head, who looks over the units and the people that answer for it.

Here: one line a unit and a person, with the counts of each section of Hôm nay; the lines themselves are `listings.due_groups`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import Select, and_, case, func, select, union_all

from govmail_desk.listings.due_groups import Shown, over_mailbox, over_unit
from govmail_desk.listings.dues import in_state
from govmail_desk.listings.lead_times import leads_on
from govmail_desk.listings.units import present_names
from govmail_desk.store.tables import custody, due, handover, mailbox, person, request_row

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, CompoundSelect

    from govmail_desk.desk import Desk

Whose = Literal["unit", "person"]


@dataclass(frozen=True, slots=True)
class WhoseWork:
    """What falls due for one unit, or one person: overdue, for today, coming."""

    whose: Whose
    id: int
    name: str
    overdue: int
    today: int
    upcoming: int


def by_unit(desk: Desk) -> list[WhoseWork]:
    """Count for each unit what falls due on its mailboxes, for its people and in requests and handovers of it; none with nothing."""
    names = present_names()
    asked = select(due.c.id, mailbox.c.unit_id).join(request_row, _is_about("request", request_row.c.request_id))
    owned = union_all(
        select(due.c.id.label("due_id"), mailbox.c.unit_id.label("owner")).join(
            mailbox, _is_about("mailbox", mailbox.c.id)
        ),
        select(due.c.id, person.c.unit_id).join(person, _is_about("person", person.c.id)),
        select(due.c.id, due.c.subject_id).where(due.c.subject_kind == "unit"),
        asked.join(mailbox, mailbox.c.id == request_row.c.mailbox_id),
        select(due.c.id, handover.c.unit_id).join(handover, _is_about("handover", handover.c.id)),
    )
    return _counted(desk, "unit", owned, select(names.c.unit_id.label("id"), names.c.name.label("name")))


def by_person(desk: Desk) -> list[WhoseWork]:
    """Count for each person what falls due on what they hold or look after, after a change of theirs, and in their handovers."""
    day = desk.today()
    boxes = select(due.c.id.label("due_id")).join(mailbox, _is_about("mailbox", mailbox.c.id))
    handed = select(due.c.id).join(handover, _is_about("handover", handover.c.id))
    owned = union_all(
        boxes.add_columns(mailbox.c.holder_id.label("owner")).where(mailbox.c.holder_id.is_not(None)),
        boxes.add_columns(custody.c.person_id).join(custody, over_mailbox(day)),
        select(due.c.id, due.c.subject_id).where(due.c.subject_kind == "person"),
        select(due.c.id, custody.c.person_id).join(custody, _is_about("unit", custody.c.unit_id)).where(over_unit(day)),
        handed.add_columns(handover.c.receiver_id),
        handed.add_columns(handover.c.giver_id).where(handover.c.giver_id.is_not(None)),
    )
    return _counted(desk, "person", owned, select(person.c.id.label("id"), person.c.full_name.label("name")))


def _counted(desk: Desk, whose: Whose, owned: CompoundSelect[Any], named: Select[Any]) -> list[WhoseWork]:
    day = desk.today()
    shown = Shown(day, leads_on(desk.rulebook().leads, day))
    pairs = owned.subquery()
    once = select(pairs.c[0].label("due_id"), pairs.c[1].label("owner")).distinct().subquery()
    names = named.subquery()
    counts = [_count(in_state(state, day)).label(state) for state in ("overdue", "today", "upcoming")]
    query = (
        select(names.c.id, names.c.name, *counts)
        .join(once, once.c.owner == names.c.id)
        .join(due, due.c.id == once.c.due_id)
        .where(shown.in_sight)
        .group_by(names.c.id, names.c.name)
        .order_by(names.c.name)
    )
    with desk.reading() as connection:
        return [WhoseWork(whose, *row) for row in connection.execute(query)]


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


def _is_about(kind: str, subject: ColumnElement[int]) -> ColumnElement[bool]:
    return and_(due.c.subject_kind == kind, due.c.subject_id == subject)
