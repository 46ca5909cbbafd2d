"""What the register keeps of people, in figures, and what the unit chose; choosing is `operations.privacy`.

What went out as a file is `listings.exports`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Integer, cast, func, select

from govmail_desk.domain.privacy import PrivacyChoice
from govmail_desk.store.rows import records_of
from govmail_desk.store.tables import export, person, privacy_choice

if TYPE_CHECKING:
    from govmail_desk.desk import Desk


@dataclass(frozen=True, slots=True)
class PrivacyStanding:
    """How many people the register holds, how many of each private fact, how many files went out, and what was chosen when."""

    people_count: int
    birth_count: int
    phone_count: int
    id_number_count: int
    minimised_count: int
    export_count: int
    choices: tuple[PrivacyChoice, ...]
    """Every choice of the unit, the latest first."""


def standing(desk: Desk) -> PrivacyStanding:
    """Read it as it stands at one moment."""
    counts = select(
        func.count(),
        *(
            func.coalesce(func.sum(cast(held, Integer)), 0)
            for held in (
                person.c.birth_on != "",
                person.c.phone != "",
                person.c.id_number != "",
                person.c.minimised_on.is_not(None),
            )
        ),
    ).select_from(person)
    with desk.reading() as connection:
        figures = connection.execute(counts).one()
        export_count = connection.execute(select(func.count()).select_from(export)).scalar_one()
        chosen = connection.execute(select(privacy_choice).order_by(privacy_choice.c.from_on.desc())).mappings()
        choices = tuple(records_of(PrivacyChoice, chosen))
    people_count, birth_count, phone_count, id_number_count, minimised_count = map(int, figures)
    return PrivacyStanding(
        people_count=people_count,
        birth_count=birth_count,
        phone_count=phone_count,
        id_number_count=id_number_count,
        minimised_count=minimised_count,
        export_count=export_count,
        choices=choices,
    )
