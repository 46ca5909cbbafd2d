"""The unit's own dated choices as the Thiết lập page lists them; the one valid on a day is `Desk.valid`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeVar

from govmail_desk.domain.settings import CalendarDay, Choice, RegulationText, Signer
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.domain.record import Record

R = TypeVar("R", bound="Record")


def signers(desk: Desk, on: date | None = None) -> list[Signer]:
    """Return those who may sign, all or only those with authority on a day, heads first."""
    found = _every(desk, Signer)
    return sorted(
        (one for one in found if on is None or one.may_sign_on(on)), key=lambda one: (one.authority != "head", one.id)
    )


def calendar_days(desk: Desk) -> list[CalendarDay]:
    """Return the unit's corrections of the calendar by date."""
    return sorted(_every(desk, CalendarDay), key=lambda day: day.on_date)


def choices(desk: Desk) -> list[Choice]:
    """Return the unit's own values beside the regulation's."""
    return _every(desk, Choice)


def regulation_texts(desk: Desk) -> list[RegulationText]:
    """Return the regulations used so far, the latest first."""
    return sorted(_every(desk, RegulationText), key=lambda text: (text.from_on, text.id), reverse=True)


def history(desk: Desk, kind: type[R]) -> list[R]:
    """Return every dated value of one kind of choice, the latest first."""
    return list(reversed(_every(desk, kind)))


def _every(desk: Desk, kind: type[R]) -> list[R]:
    with desk.reading() as connection:
        return Transaction(connection).find(kind)
