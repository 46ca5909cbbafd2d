"""Units of the state and their dated names. How a name becomes an address is `domain.address`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from govmail_desk.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Record):
    """A state unit, or a section of one (cơ quan, đơn vị, phòng).

    `slug` is the local part of its mailbox (`stttt`, `phongcds.sotttt`), `short_name` what staff call it (`Sở TT&TT`).
    """

    slug: str
    parent_id: int | None = None
    short_name: str = ""
    is_own: bool = False
    """True for the one unit whose desk this is."""
    ended_on: date | None = None
    office_phone: str = ""
    """The unit's telephone, as its directory publishes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitName(Record):
    """The name a unit bore from one day to another; papers print the one valid on their own date."""

    unit_id: int
    name: str
    from_on: date | None = None
    to_on: date | None = None
    document: str = ""
    """The decision that gave the name, as the clerk writes it."""


def stands_under_itself(unit_id: int, parents: Mapping[int, int | None]) -> bool:
    """Say whether the way up the tree from a unit comes back to it; `parents` names the unit above each."""
    above, seen = parents.get(unit_id), set[int]()
    while above is not None and above not in seen:
        if above == unit_id:
            return True
        seen.add(above)
        above = parents.get(above)
    return False


def names_on(names: Iterable[UnitName], day: date) -> dict[int, str]:
    """Choose the name each unit bears on a day; one with none that day bears its open-ended one."""
    chosen: dict[int, str] = {}
    for name in sorted(names, key=lambda one: (_is_borne(one, day), one.to_on is None, one.id)):
        chosen[name.unit_id] = name.name
    return chosen


def _is_borne(name: UnitName, day: date) -> bool:
    return (name.from_on is None or name.from_on <= day) and (name.to_on is None or day <= name.to_on)
