"""Charges over units' mailboxes whose holder has gone and that nobody took over: for Hôm nay, in words and as one statement.

Who answers on a day is `listings.custodies`; a new charge, with the handover that goes with it, is `operations.custodies`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, literal, null, or_, select, tuple_

from govmail_desk.domain.mailbox import NEVER_ISSUED
from govmail_desk.domain.person import LEAVING
from govmail_desk.listings.units import present_names
from govmail_desk.store.tables import custody, mailbox, person, personnel_change, unit
from govmail_desk.wording import CUSTODY_ROLES

if TYPE_CHECKING:
    from sqlalchemy.sql.expression import FromClause

    from govmail_desk.desk import Desk
    from govmail_desk.domain.custody import CustodyRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Vacancy:
    """A charge whose holder has gone, with nobody after them: the mailbox is held by no one, or falls to the head."""

    unit_id: int
    of: str
    """The unit, or the one mailbox the charge was over."""
    role: CustodyRole
    person_id: int
    full_name: str
    ended_on: date

    @property
    def words(self) -> str:
        return vacancy_words(self.full_name, self.role, of=self.of, ended_on=self.ended_on)


def vacancies(desk: Desk, on: date) -> list[Vacancy]:
    """Return the charges that ended because their holder left or was transferred, and that nobody holds on a day or will.

    They stay in sight until someone is appointed; the handover is then opened with the appointment.
    """
    with desk.reading() as connection:
        return [_vacancy(row) for row in connection.execute(_vacant(on).order_by(custody.c.unit_id, custody.c.id))]


def vacancy_words(full_name: str, role: CustodyRole, *, of: str, ended_on: date) -> str:
    """Say who was in charge of what until when: `Bùi Thị Yến, người theo dõi stttt@ninhbinh.gov.vn, đến 23/11/2026`."""
    return f"{full_name}, {CUSTODY_ROLES[role].lower()} {of}, đến {ended_on:%d/%m/%Y}"


def as_waiting(on: date) -> Select[Any]:
    """Ask the same in the columns of what waits on the desk (`listings.waiting`)."""
    found = _vacant(on).subquery()
    columns = (found.c.unit_id, found.c.role, found.c.full_name, literal(1), found.c.ended_on, found.c.named)
    return select(literal("vacant"), null(), *columns)


def _vacancy(row: Any) -> Vacancy:
    return Vacancy(
        unit_id=row.unit_id,
        of=row.named,
        role=row.role,
        person_id=row.person_id,
        full_name=row.full_name,
        ended_on=date.fromisoformat(row.ended_on),
    )


def _vacant(on: date) -> Select[Any]:
    """Ask for the vacant charges of a day: unit, person, role, name, over what, and the last day."""
    names, day = present_names(), on.isoformat()
    return (
        select(
            custody.c.unit_id,
            custody.c.person_id,
            custody.c.role,
            person.c.full_name,
            func.coalesce(mailbox.c.address, names.c.name, "").label("named"),
            func.coalesce(custody.c.to_on, person.c.left_on).label("ended_on"),
        )
        .join(person, person.c.id == custody.c.person_id)
        .outerjoin(mailbox, mailbox.c.id == custody.c.mailbox_id)
        .outerjoin(names, names.c.unit_id == custody.c.unit_id)
        .where(custody.c.role != "cover", _has_mailbox(), ~_is_held(day), ~_is_followed(day), _is_gone(day))
    )


def _has_mailbox() -> ColumnElement[bool]:
    """There is a mailbox of a standing unit to be in charge of."""
    held = mailbox.alias("held")
    return exists().where(
        held.c.unit_id == custody.c.unit_id,
        held.c.kind == "unit",
        held.c.state.not_in(("closed", *NEVER_ISSUED)),
        unit.c.id == custody.c.unit_id,
        unit.c.ended_on.is_(None),
    )


def _is_held(day: str) -> ColumnElement[bool]:
    """Someone at work holds the charge, over this or over all of the unit's mailboxes, or is going to."""
    other, holder = custody.alias("other"), person.alias("holder")
    return exists().where(
        _is_same_post(other),
        or_(other.c.mailbox_id.is_(None), other.c.mailbox_id == custody.c.mailbox_id),
        holder.c.id == other.c.person_id,
        or_(holder.c.left_on.is_(None), holder.c.left_on > day),
        or_(other.c.to_on.is_(None), other.c.to_on >= day),
    )


def _is_followed(day: str) -> ColumnElement[bool]:
    """Someone else held the very same charge later."""
    later = custody.alias("later")
    return exists().where(
        _is_same_post(later),
        later.c.mailbox_id.is_not_distinct_from(custody.c.mailbox_id),
        tuple_(func.coalesce(later.c.to_on, day), later.c.id)
        > tuple_(func.coalesce(custody.c.to_on, day), custody.c.id),
    )


def _is_same_post(other: FromClause) -> ColumnElement[bool]:
    return and_(other.c.unit_id == custody.c.unit_id, other.c.role == custody.c.role)


def _is_gone(day: str) -> ColumnElement[bool]:
    """It ended with its holder, not on purpose: with the day they left, or with the change that ended it."""
    has_left = and_(custody.c.to_on.is_(None), person.c.left_on <= day)
    ended_with = exists().where(
        personnel_change.c.person_id == custody.c.person_id,
        personnel_change.c.effective_on == custody.c.to_on,
        personnel_change.c.kind.in_((*sorted(LEAVING), "transferred")),
    )
    return or_(has_left, ended_with)
