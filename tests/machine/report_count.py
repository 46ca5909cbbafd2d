"""A report's figures counted a second time, from what the journal says was written, day by day and mailbox by mailbox. No test.

It knows nothing of the program's tables or statements: every row is the journal's last word on it, and each mailbox is followed forward
from its first day, while the program looks back from its last.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

EXISTING = ("active", "locked", "suspended")
Row = dict[str, Any]
Counts = Counter[tuple[int, str, str]]
"""How many, by unit, kind and what."""


class Replayed:
    """The register as the journal tells it, row by row."""

    def __init__(self, register: sqlite3.Connection) -> None:
        self._rows: dict[str, dict[int, Row]] = defaultdict(dict)
        query = "SELECT table_name, row_id, after FROM journal_change ORDER BY seq, position"
        for table, row_id, after in register.execute(query):
            if after is None:
                self._rows[table].pop(row_id, None)
            else:
                self._rows[table][row_id] = json.loads(after)

    def every(self, table: str) -> list[Row]:
        """Give the rows of a table by their numbers."""
        return [row for _, row in sorted(self._rows[table].items())]

    def days(self) -> list[date]:
        """Give the days on which something happened to a mailbox, and the evenings before them."""
        facts = (*self.every("mailbox_event"), *self.every("mailbox_move"))
        happened = {date.fromisoformat(one["on_date"]) for one in facts}
        return sorted(happened | {day - timedelta(days=1) for day in happened})

    def counted(self, opening_on: date, cut_off_on: date) -> Counts:
        """Count what stood on two evenings and all that happened between them, of the desk's own unit and those below it."""
        counts: Counts = Counter()
        for box in self.every("mailbox"):
            counts.update(self._of_mailbox(box, opening_on.isoformat(), cut_off_on.isoformat()))
        own = self._own_units()
        return Counter({key: count for key, count in counts.items() if key[0] in own})

    def _own_units(self) -> set[int]:
        units = self.every("unit")
        found = {unit["id"] for unit in units if unit["is_own"]}
        for _ in units:
            found |= {unit["id"] for unit in units if unit["parent_id"] in found}
        return found

    def _of_mailbox(self, box: Row, opening: str, cut_off: str) -> Iterator[tuple[int, str, str]]:
        """Walk a mailbox's life from its first day on and tell what falls within the days."""
        moves = [one for one in self.every("mailbox_move") if one["mailbox_id"] == box["id"]]
        events = [one for one in self.every("mailbox_event") if one["mailbox_id"] == box["id"]]
        state, unit_id = "", moves[0]["from_unit_id"] if moves else box["unit_id"]
        stood_at = {opening: ("", unit_id), cut_off: ("", unit_id)}
        for fact in sorted([*events, *moves], key=lambda one: (one["on_date"], one["id"])):
            was, came_from = state, unit_id
            if "to_unit_id" in fact:
                unit_id = fact["to_unit_id"]
                told = [("moved_out", came_from), ("moved_in", unit_id)] if was in EXISTING else []
            else:
                state = fact["state"]
                told = [(what, unit_id) for what in _happened(fact, was, events)]
            if opening < fact["on_date"] <= cut_off:
                yield from ((where, box["kind"], what) for what, where in told)
            stood_at.update({evening: (state, unit_id) for evening in stood_at if fact["on_date"] <= evening})
        for what, evening in (("opening", opening), ("closing", cut_off)):
            if stood_at[evening][0] in EXISTING:
                yield stood_at[evening][1], box["kind"], what
        yield from self._of_requests(box, moves, opening, cut_off)

    def _of_requests(self, box: Row, moves: list[Row], opening: str, cut_off: str) -> Iterator[tuple[int, str, str]]:
        """Tell the changes and new passwords granted, with the unit the mailbox stood with that evening."""
        applied = {one["id"]: one for one in self.every("request") if one["state"] == "applied"}
        answers = {one["request_id"]: one["on_date"] for one in self.every("request_event") if one["act"] == "answered"}
        for row in self.every("request_row"):
            asked = applied.get(row["request_id"])
            if row["mailbox_id"] != box["id"] or asked is None or row["result"] not in ("granted", "otherwise"):
                continue
            on = answers[row["request_id"]]
            what = {"change": "changed", "reset": "reset"}.get(asked["kind"])
            if what and opening < on <= cut_off:
                yield _unit_on(box, moves, on), box["kind"], what


def _unit_on(box: Row, moves: list[Row], on: str) -> int:
    unit_id: int = moves[0]["from_unit_id"] if moves else box["unit_id"]
    for move in sorted(moves, key=lambda one: (one["on_date"], one["id"])):
        unit_id = move["to_unit_id"] if move["on_date"] <= on else unit_id
    return unit_id


def _happened(fact: Row, was: str, events: Iterable[Row]) -> list[str]:
    becomes = fact["state"]
    if becomes in EXISTING and was not in EXISTING:
        came_in = min(one["id"] for one in events) == fact["id"]
        later_told = any(
            one["on_date"] == fact["on_date"]
            and one["id"] > fact["id"]
            and one["request_id"] is None
            and one["state"] == "active"
            and _before(one, events) == "active"
            for one in events
        )
        return ["taken_in" if came_in and not later_told else "created"]
    if was in EXISTING and becomes not in EXISTING:
        return ["closed"]
    if becomes == was or becomes not in EXISTING:
        return []
    return ["reopened" if becomes == "active" else becomes]


def _before(fact: Row, events: Iterable[Row]) -> str:
    earlier = [one for one in events if (one["on_date"], one["id"]) < (fact["on_date"], fact["id"])]
    return max(earlier, key=lambda one: (one["on_date"], one["id"]))["state"] if earlier else ""
