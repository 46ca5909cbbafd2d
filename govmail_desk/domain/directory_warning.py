"""What somebody should mend before a directory is published: who has no address, one name twice, no telephone at the office.

Nothing of it forbids publishing. Which lines there are is `domain.directory`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from govmail_desk.domain.directory import DirectoryLine, LineKind, PlacedLine, placed

WarningKind = Literal["no-address", "same-name", "no-phone"]

_NAMED: Final = 3
"""So many units of namesakes are named in one sentence, the others counted."""


@dataclass(frozen=True, slots=True)
class DirectoryWarning:
    """One thing to mend, in a sentence, and on whom or which unit."""

    kind: WarningKind
    subject: LineKind
    subject_id: int
    sentence: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Someone at work in a unit who stands in no edition, having no mailbox in use."""

    person_id: int
    full_name: str
    unit: str


def warnings_of(lines: Iterable[DirectoryLine], left_out: Iterable[LeftOut]) -> Iterator[DirectoryWarning]:
    """Say all that could be mended, kind after kind, each in the order of the lines."""
    standing = tuple(placed(lines))
    for missing in left_out:
        said = f"{missing.full_name}, {missing.unit}: chưa có hộp thư đang dùng nên không có tên trong danh bạ."
        yield DirectoryWarning("no-address", "person", missing.person_id, said)
    for one in standing:
        if one.line.kind == "person" and not one.line.addresses:
            said = f"{one.line.name}, {one.unit}: chưa có hộp thư."
            yield DirectoryWarning("no-address", "person", one.line.subject_id, said)
    yield from _namesakes(standing)
    yield from _without_phone(standing)


def _namesakes(standing: Sequence[PlacedLine]) -> Iterator[DirectoryWarning]:
    """Name those who cannot be told apart by name; their unit, title and address do it."""
    alike: dict[str, list[PlacedLine]] = defaultdict(list)
    for one in standing:
        if one.line.kind == "person":
            alike[one.line.name.casefold()].append(one)
    for same in alike.values():
        if len(same) > 1:
            told = f"có {len(same)} người cùng họ tên ({_listed([one.unit for one in same])}); hãy ghi rõ chức vụ."
            for one in same:
                said = f"{one.line.name}, {one.unit}: {told}"
                yield DirectoryWarning("same-name", "person", one.line.subject_id, said)


def _listed(units: Sequence[str]) -> str:
    named = list(dict.fromkeys(units))
    more = f" và {len(named) - _NAMED} nơi khác" if len(named) > _NAMED else ""
    return f"{', '.join(named[:_NAMED])}{more}"


def _without_phone(standing: Sequence[PlacedLine]) -> Iterator[DirectoryWarning]:
    """Name a unit that cannot be rung, with how many of its people cannot either: elsewhere the unit's own number is dialled."""
    lacking: dict[int, list[PlacedLine]] = {}
    unit_id = 0
    for one in standing:
        if one.line.kind == "unit":
            unit_id = one.line.subject_id
            if not one.line.office_phone:
                lacking[unit_id] = [one]
        elif unit_id in lacking and not one.line.office_phone:
            lacking[unit_id].append(one)
    for unit_id, (unit, *people) in lacking.items():
        told = f"; {len(people)} người ở đó cũng chưa có" if people else ""
        yield DirectoryWarning("no-phone", "unit", unit_id, f"{unit.unit}: chưa ghi điện thoại cơ quan{told}.")
