"""Units and sections as a list calls them: found in the register's tree by their names, or added below the unit whose desk this is.

Reading a unit's name is `domain.unit_name`; adding and renaming units by hand is `operations.units`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, NamedTuple

from govmail_desk.domain.unit import Unit, UnitName
from govmail_desk.domain.unit_name import UnitNameParts, read_unit_name
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from sqlalchemy import Connection

UnitPath = tuple[str, ...]
"""The names of units from the widest to the one meant; empty for the unit whose desk this is."""

OUTSIDE: Final = ""
"""Begins the path of a unit that is no part of the one whose desk this is."""


class Found(NamedTuple):
    """Which unit a path names: its number, None where it would be added; `doubt` says why it cannot be told."""

    unit_id: int | None
    doubt: str = ""


class UnitTree:
    """The register's units, asked by the names a list uses; present and earlier names count alike."""

    def __init__(self, connection: Connection) -> None:
        asked = Transaction(connection)
        self._units = {unit.id: unit for unit in asked.find(Unit)}
        self.own_id = next((unit.id for unit in self._units.values() if unit.is_own), 0)
        self._names: dict[int, str] = {}
        self._parts: dict[int, list[UnitNameParts]] = defaultdict(list)
        self._by_key: dict[str, list[int]] = defaultdict(list)
        self._by_abbreviation: dict[str, list[int]] = defaultdict(list)
        self._found: dict[UnitPath, Found] = {}
        for name in asked.find(UnitName):
            self._index(name.unit_id, name.name, is_present=name.to_on is None)
        for unit in self._units.values():
            if unit.short_name:
                self._index(unit.id, unit.short_name, is_present=False)

    def name(self, unit_id: int) -> str:
        """Return the present name of a unit."""
        return self._names.get(unit_id, "")

    def unit(self, unit_id: int) -> Unit:
        """Return a unit by its number."""
        return self._units[unit_id]

    def agency_slug(self, unit_id: int) -> str:
        """Return the local part an address takes from a unit: its own, or that of the nearest unit above that has one."""
        at: int | None = unit_id
        while at is not None and not self._units[at].slug:
            at = self._units[at].parent_id
        return self._units[at].slug if at is not None else ""

    def office_phone(self, unit_id: int) -> str:
        """Return the telephone the register has of a unit."""
        return self._units[unit_id].office_phone

    def is_own(self, name: str) -> bool:
        """Say whether a name means the unit whose desk this is."""
        return bool(name) and self.find((name,)).unit_id == self.own_id

    def is_known(self, name: str) -> bool:
        """Say whether the register has exactly one unit of this name."""
        return bool(name) and self.find((name,)).unit_id is not None

    def is_called(self, unit_id: int, name: str) -> bool:
        """Say whether a unit bears, or bore, this name."""
        asked = read_unit_name(name)
        return any(asked.is_same_as(parts) for parts in self._parts[unit_id])

    def is_within(self, unit_id: int, above_id: int) -> bool:
        """Say whether a unit is another one or lies below it."""
        at: int | None = unit_id
        while at is not None and at != above_id:
            at = self._units[at].parent_id
        return at is not None

    def find(self, path: UnitPath) -> Found:
        """Find the unit a path names; asked once for each path."""
        if path not in self._found:
            self._found[path] = self._sought(path)
        return self._found[path]

    def make(self, put: Transaction, paths: Iterable[UnitPath], *, slugs: dict[UnitPath, str] | None = None) -> None:
        """Add the units of these paths that the register lacks, the wider ones first."""
        missing = {path[:depth] for path in paths for depth in range(1, len(path) + 1)} - {(OUTSIDE,)}
        for depth in range(1, max(map(len, missing), default=0) + 1):
            level = [path for path in missing if len(path) == depth and self.find(path).unit_id is None]
            self._add(put, sorted(level, key=_writing), slugs or {})

    def _add(self, put: Transaction, paths: list[UnitPath], slugs: dict[UnitPath, str]) -> None:
        distinct: dict[tuple[int | None, str], UnitPath] = {}
        for path in paths:
            parent_id = self.find(path[:-1]).unit_id
            distinct.setdefault((parent_id, read_unit_name(path[-1]).key), path)
        units = put.put_all([
            Unit(slug=slugs.get(path, ""), parent_id=parent_id) for (parent_id, _), path in distinct.items()
        ])
        put.put_all([
            UnitName(unit_id=unit.id, name=path[-1]) for unit, path in zip(units, distinct.values(), strict=True)
        ])
        for unit, path in zip(units, distinct.values(), strict=True):
            self._units[unit.id] = unit
            self._index(unit.id, path[-1], is_present=True)
        self._found.clear()

    def _index(self, unit_id: int, name: str, *, is_present: bool) -> None:
        parts = read_unit_name(name)
        self._parts[unit_id].append(parts)
        self._by_key[parts.key].append(unit_id)
        self._by_abbreviation[parts.abbreviation].append(unit_id)
        if is_present:
            self._names[unit_id] = name

    def _sought(self, path: UnitPath) -> Found:
        if not path:
            return Found(self.own_id)
        above = self.find(path[:-1])
        if path == (OUTSIDE,) or above.doubt or (above.unit_id is None and path[:-1] != (OUTSIDE,)):
            return Found(None, above.doubt)
        named = [unit_id for unit_id in self._called(path[-1]) if self._may_stand(unit_id, path, above.unit_id)]
        return self._only(path[-1], named, above.unit_id)

    def _may_stand(self, unit_id: int, path: UnitPath, above_id: int | None) -> bool:
        """A path goes down from its start; only its first name may also mean a body that stands beside our own unit."""
        is_beside = self._units[unit_id].parent_id is None and len(path) - (path[0] == OUTSIDE) == 1
        return is_beside or (above_id is not None and self.is_within(unit_id, above_id))

    def _called(self, name: str) -> list[int]:
        parts = read_unit_name(name)
        exact = self._by_key.get(parts.key)
        if exact:
            return list(dict.fromkeys(exact))
        likely = dict.fromkeys(self._by_abbreviation.get(parts.abbreviation, ()))
        return [unit_id for unit_id in likely if any(parts.is_same_as(other) for other in self._parts[unit_id])]

    def _only(self, name: str, named: list[int], above_id: int | None) -> Found:
        """Choose the one unit meant: the one asked under where it bears the name itself, else the one directly below."""
        standing = [unit_id for unit_id in named if self._units[unit_id].ended_on is None]
        if named and not standing:
            return Found(None, f"Đơn vị «{name}» trong sổ đã chấm dứt hoạt động; hãy xem lại tên đơn vị.")
        if above_id in standing:
            return Found(above_id)
        children = [unit_id for unit_id in standing if self._units[unit_id].parent_id == above_id]
        chosen = children if len(children) == 1 else standing
        if len(chosen) > 1:
            return Found(None, f"Trong sổ có {len(chosen)} đơn vị cùng tên «{name}»; hãy ghi rõ đơn vị cấp trên.")
        return Found(chosen[0] if chosen else None)


def _writing(path: UnitPath) -> tuple[bool, UnitPath]:
    """Of several writings of one name the one not all in capitals is the better to print."""
    return path[-1].isupper(), path
