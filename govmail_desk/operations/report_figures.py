"""Counting a report's figures as of any past day, from dated events: states entered, moves between units, requests granted.

Nothing later than the cut-off counts, whenever it was recorded. A mailbox that was in use when the register first heard of it exists from
the day of that event on, and is `taken_in`, not issued; once the day of its issue is told, it is `created` on that day. The units are
those of the tree as it stands now, the desk's own and all below it; bodies outside it are not reported. Opening and closing are counted by
SQL apart from what happened between them, so that the check of each line means something. The statements are
`operations.report_events`, the figures of many units' desks together `operations.merged_figures`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from govmail_desk.domain.report_figures import KINDS, ChangeLine, Figures, Flow, LineKind, NameLine
from govmail_desk.domain.unit import Unit, UnitName, names_on
from govmail_desk.domain.vietnamese import sort_key
from govmail_desk.operations.report_events import (
    EXISTING,
    granted_rows,
    moves_after,
    people_counts,
    standing_counts,
    state_events,
)
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from govmail_desk.desk import Desk

_LATEST: Final = 1 << 62
"""Comes after every number of a row: the end of a day."""
_REISSUED: Final = "Đã đóng, nay dùng lại"
_CHANGED: Final[dict[str, Flow]] = {"change": "changed", "reset": "reset"}


@dataclass(frozen=True, slots=True)
class UnitPlace:
    """A unit in the report: its number, its name at the cut-off, how far below the desk's own it stands."""

    id: int
    name: str
    depth: int


def count_figures(desk: Desk, *, opening_on: date, cut_off_on: date) -> Figures:
    """Count the figures between the evenings of two days; lines that do not balance are refused with their unit and figures."""
    with desk.reading() as connection:
        return counted(connection, opening_on=opening_on, cut_off_on=cut_off_on).checked()


def counted(connection: Connection, *, opening_on: date, cut_off_on: date) -> Figures:
    """Count them from a reading, or an act, under way; lines are not checked yet."""
    places = unit_places(connection, cut_off_on)
    unit_ids = frozenset(place.id for place in places)
    names = tuple(_Happened(connection, places, opening_on, cut_off_on).names())
    working, holding = people_counts(connection, unit_ids, cut_off_on)
    return Figures(
        opening_on=opening_on,
        cut_off_on=cut_off_on,
        lines=_lines(
            places,
            opening=standing_counts(connection, opening_on),
            closing=standing_counts(connection, cut_off_on),
            flows=Counter((name.unit_id, name.kind, name.what) for name in names),
        ),
        names=names,
        people_count=working or None,
        people_with_mailbox_count=holding if working else None,
    )


def unit_places(connection: Connection, on: date) -> list[UnitPlace]:
    """Give the desk's own unit and all below it, each under the one above it, in Vietnamese order."""
    asked = Transaction(connection)
    units, names = asked.find(Unit), names_on(asked.find(UnitName), on)
    below: dict[int | None, list[Unit]] = defaultdict(list)
    for unit in sorted(units, key=lambda one: (sort_key(names.get(one.id, "")), one.id)):
        below[unit.parent_id].append(unit)
    return [place for unit in units if unit.is_own for place in _down(unit, below, names, depth=0)]


def _down(unit: Unit, below: dict[int | None, list[Unit]], names: dict[int, str], *, depth: int) -> Iterator[UnitPlace]:
    yield UnitPlace(unit.id, names.get(unit.id) or unit.short_name or unit.slug, depth)
    for child in below.pop(unit.id, ()):
        yield from _down(child, below, names, depth=depth + 1)


def _lines(
    places: list[UnitPlace],
    *,
    opening: dict[tuple[int, str], int],
    closing: dict[tuple[int, str], int],
    flows: Counter[tuple[int, LineKind, Flow]],
) -> tuple[ChangeLine, ...]:
    """Put the counts into lines, a unit's own mailboxes before its people's; units with nothing to tell are left out."""
    by_line: dict[tuple[int, str], dict[str, Any]] = defaultdict(dict)
    for (unit_id, kind, what), count in flows.items():
        by_line[unit_id, kind][what] = count
    lines = (
        ChangeLine(
            unit_id=place.id,
            unit=place.name,
            depth=place.depth,
            kind=kind,
            opening=opening.get((place.id, kind), 0),
            closing=closing.get((place.id, kind), 0),
            **by_line[place.id, kind],
        )
        for place in places
        for kind in KINDS
    )
    return tuple(line for line in lines if line.depth == 0 or not line.is_empty)


class _Happened:
    """What happened within the days, each as the line the name list prints."""

    def __init__(self, connection: Connection, places: list[UnitPlace], opening_on: date, cut_off_on: date) -> None:
        self._units = {place.id: place.name for place in places}
        self._cut_off = cut_off_on.isoformat()
        self._events = state_events(connection, opening_on, cut_off_on)
        self._moves = moves_after(connection, opening_on)
        self._granted = granted_rows(connection, opening_on)
        self._left: dict[int, list[tuple[str, int, int]]] = defaultdict(list)
        for move in self._moves:
            self._left[move.mailbox_id].append((move.on_date, move.id, move.from_unit_id))
        self._old_addresses: dict[int, list[tuple[str, int, str]]] = defaultdict(list)
        for row in self._granted:
            if row.what == "change" and row.cells.get("dia_chi"):
                self._old_addresses[row.mailbox_id].append((row.on_date, row.id, row.cells["dia_chi"]))

    def names(self) -> list[NameLine]:
        """Give every line, in the order of the days."""
        found = [*self._of_states(), *self._of_moves(), *self._of_requests()]
        return sorted(found, key=lambda line: line.on_date)

    def _of_states(self) -> Iterator[NameLine]:
        issued = {(row.mailbox_id, row.on_date) for row in self._events if _tells_issue(row)}
        for row in self._events:
            what = _happened(row, is_issue_told=(row.mailbox_id, row.on_date) in issued)
            if what is not None:
                detail = row.note if not row.is_first else ""
                detail = _REISSUED if what == "created" and row.before == "closed" else detail
                yield from self._named(what, row, row.id, self._unit_at(row, row.id), detail, row.number)

    def _of_moves(self) -> Iterator[NameLine]:
        for row in self._moves:
            if row.on_date > self._cut_off or row.state not in EXISTING:
                continue
            detail = f"{self._unit_name(row.from_unit_id)} → {self._unit_name(row.to_unit_id)}"
            yield from self._named("moved_out", row, row.id, row.from_unit_id, detail)
            yield from self._named("moved_in", row, row.id, row.to_unit_id, detail)

    def _of_requests(self) -> Iterator[NameLine]:
        for row in self._granted:
            if row.on_date <= self._cut_off:
                detail = self._what_changed(row) if row.what == "change" else ""
                unit_id = self._unit_at(row, _LATEST)
                yield from self._named(_CHANGED[row.what], row, row.id, unit_id, detail, row.number)

    def _named(
        self, what: Flow, row: Any, row_id: int, unit_id: int, detail: str = "", number: str = ""
    ) -> Iterator[NameLine]:
        """Give the line, unless the unit is none of the report's."""
        if unit_id in self._units:
            yield NameLine(
                what=what,
                on_date=date.fromisoformat(row.on_date),
                unit_id=unit_id,
                unit=self._units[unit_id],
                kind=row.kind,
                address=self._address_at(row, row_id),
                holder=row.full_name or "",
                post=row.post or "",
                detail=detail,
                number=number,
            )

    def _unit_at(self, row: Any, row_id: int) -> int:
        """Say which unit a mailbox stood with when something happened: where the first move after that took it from."""
        return next(
            (
                came_from
                for on, move_id, came_from in self._left.get(row.mailbox_id, ())
                if (on, move_id) > (row.on_date, row_id)
            ),
            row.unit_id,
        )

    def _address_at(self, row: Any, row_id: int) -> str:
        """Say which address it had then: the old one of the first change after that."""
        changes = self._old_addresses.get(row.mailbox_id, ())
        return next((old for on, event_id, old in changes if (on, event_id) >= (row.on_date, row_id)), row.address)

    def _unit_name(self, unit_id: int) -> str:
        return self._units.get(unit_id, "đơn vị khác")

    def _what_changed(self, row: Any) -> str:
        """Tell a new address as old → new, whatever else changed by its name alone: values of people's facts stay out of reports."""
        new = row.given_address or row.wanted.get("address") or ""
        old = row.cells.get("dia_chi", "")
        named = [what for what in row.cells.get("noi_dung", "").split("\n") if what]
        if new and new != old:
            return f"{old} → {new}"
        return ", ".join(named)


def _tells_issue(row: Any) -> bool:
    """True for the event that told a mailbox in use that it was issued on that very day."""
    return not row.is_first and row.state == "active" == row.before and row.request_id is None


def _happened(row: Any, *, is_issue_told: bool) -> Flow | None:
    """Say what entering a state means for the count; None where it means nothing."""
    existed, exists = row.before in EXISTING, row.state in EXISTING
    if exists and not existed:
        return "taken_in" if row.is_first and not is_issue_told else "created"
    if existed and not exists:
        return "closed"
    if not exists or row.state == row.before:
        return None
    return "reopened" if row.state == "active" else row.state  # locked or suspended
