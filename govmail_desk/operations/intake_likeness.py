"""How alike two sets of facts about a person are: births, telephones, identity numbers, spellings of one name.

What follows from it for a row is `operations.intake_matching`, for two rows of one list `operations.intake_repeats`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmail_desk.domain.list_cell import read_phone
from govmail_desk.domain.vietnamese import sort_key

if TYPE_CHECKING:
    from govmail_desk.operations.intake_known import KnownPerson
    from govmail_desk.operations.intake_plan import IntakeRow

_YEAR: Final = len("2000")


def national_phone(phone: str) -> str:
    """A telephone number as it is dialled at home, so that +84 and 0 are one."""
    digits = read_phone(phone).text
    return f"0{digits[3:]}" if digits.startswith("+84") else digits


def speaks_against(row: IntakeRow, person: KnownPerson) -> bool:
    """Say whether birth date or identity number show that a namesake is someone else."""
    births_differ = not born_alike(row.birth_on, person.birth_on)
    is_same_length = len(row.id_number) == len(person.id_number) > 0
    return births_differ or (is_same_length and row.id_number != person.id_number)


def born_alike(one: str, other: str) -> bool:
    """Compare two birth dates as far as both go: a bare year agrees with any day of it, none with any."""
    length = min(len(one), len(other))
    return one[:length] == other[:length]


def is_surely(row: IntakeRow, person: KnownPerson) -> bool:
    """Say whether a namesake of another section is the same person who moved: born the same day, or one telephone."""
    is_born_alike = len(row.birth_on) > _YEAR and row.birth_on == person.birth_on
    return is_born_alike or bool(row.phone and national_phone(row.phone) == national_phone(person.phone))


def is_spelt_alike(row: IntakeRow, person: KnownPerson) -> bool:
    """Say whether a row and a person are called alike, or are the same whatever the spelling."""
    is_the_same = is_surely(row, person) or bool(row.id_number and row.id_number == person.id_number)
    return is_the_same or may_be_one_name(row.full_name, person.full_name)


def may_be_one_name(one: str, other: str) -> bool:
    """Say whether two names may be one: spelt alike, or one of them written without marks. Yến and Yên are two names."""
    return one.isascii() or other.isascii() or is_same_spelling(one, other)


def is_same_spelling(one: str, other: str) -> bool:
    """Capitals and the place of the tone mark (Hoà, Hòa) make no other name."""
    return one == other or sort_key(one) == sort_key(other)
