"""Editions of the unit's directory (danh bạ thư công vụ): their lines, and what one edition has that another has not.

In which order lines stand is `domain.directory_order`, what is to be mended before publishing `domain.directory_warning`; the files they
are published as are `documents.directory`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, field, fields
from datetime import date, datetime
from typing import Final, Literal

from govmail_desk.domain.record import Record

LineKind = Literal["unit", "person"]

BETWEEN_ADDRESSES: Final = ", "


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryEdition(Record):
    """The directory as it stood on a day; a public one holds unit, name, title, office phone and address, nothing else."""

    number: int
    as_of_on: date
    is_public: bool
    entries: list[list[str]] = field(default_factory=list)
    """Its lines in their order, frozen."""
    content_sha256: str
    made_at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryLine:
    """One line: a unit, with everything under it a level deeper, or a person of the unit above.

    `subject_id` is the unit's or the person's number in the register, by which two editions are compared; it is printed nowhere.
    `given_word` says which word of the name is the tên where that is not the last. `states` are those of the addresses, one each, and
    stand only in an edition for the office itself.
    """

    kind: LineKind
    subject_id: int
    level: int
    name: str
    title: str = ""
    office_phone: str = ""
    addresses: tuple[str, ...] = ()
    given_word: int | None = None
    states: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What the line is about, the same in every edition."""
        return f"{self.kind}-{self.subject_id}"

    @property
    def address(self) -> str:
        """Its addresses, as they stand in one cell."""
        return BETWEEN_ADDRESSES.join(self.addresses)

    def frozen(self) -> list[str]:
        """Return the line as an edition keeps it."""
        return [BETWEEN_ADDRESSES.join(part) if isinstance(part, tuple) else _text(part) for part in astuple(self)]

    @classmethod
    def thawed(cls, entry: Sequence[str]) -> DirectoryLine:
        """Read a line back out of an edition."""
        told = dict(zip(_NAMES, entry, strict=True))
        return cls(
            kind="unit" if told["kind"] == "unit" else "person",
            subject_id=int(told["subject_id"]),
            level=int(told["level"]),
            name=told["name"],
            title=told["title"],
            office_phone=told["office_phone"],
            addresses=_parted(told["addresses"]),
            given_word=int(told["given_word"]) if told["given_word"] else None,
            states=_parted(told["states"]),
        )


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line with the names of the units it stands under, the highest first; a unit's own name is the last of them."""

    line: DirectoryLine
    units: tuple[str, ...]

    @property
    def unit(self) -> str:
        """The unit itself, or the one the person works in."""
        return self.units[-1] if self.units else ""

    @property
    def told(self) -> tuple[str, ...]:
        """All that is published of it, so that two editions are compared by what a reader sees."""
        line = self.line
        return (self.unit, line.name, line.title, line.office_phone, line.address, BETWEEN_ADDRESSES.join(line.states))


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """A line that says something else now."""

    before: PlacedLine
    after: PlacedLine


@dataclass(frozen=True, slots=True)
class Difference:
    """What an edition has that the one before had not, no longer has, or says otherwise; each in the order of its lines."""

    added: tuple[PlacedLine, ...] = ()
    gone: tuple[PlacedLine, ...] = ()
    changed: tuple[ChangedLine, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True where a reader finds the same in both; only the order may be another."""
        return not (self.added or self.gone or self.changed)


def lines_of(edition: DirectoryEdition) -> tuple[DirectoryLine, ...]:
    """Read the lines of an edition."""
    return tuple(map(DirectoryLine.thawed, edition.entries))


def placed(lines: Iterable[DirectoryLine]) -> Iterator[PlacedLine]:
    """Say of each line under which units it stands: those of the lines above it that are less deep."""
    above: list[str] = []
    for line in lines:
        del above[line.level :]
        if line.kind == "unit":
            above.append(line.name)
        yield PlacedLine(line, tuple(above))


def difference(before: Iterable[DirectoryLine], after: Iterable[DirectoryLine]) -> Difference:
    """Compare two editions line by line, whatever their order."""
    then = {one.line.key: one for one in placed(before)}
    now = {one.line.key: one for one in placed(after)}
    return Difference(
        added=tuple(one for key, one in now.items() if key not in then),
        gone=tuple(one for key, one in then.items() if key not in now),
        changed=tuple(
            ChangedLine(then[key], one) for key, one in now.items() if key in then and then[key].told != one.told
        ),
    )


def content_hash(entries: Sequence[Sequence[str]]) -> str:
    """Return the SHA-256 of the lines in their order: two editions that say the same have the same."""
    return hashlib.sha256(json.dumps(entries, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


_NAMES: Final = tuple(one.name for one in fields(DirectoryLine))


def _text(part: object) -> str:
    return "" if part is None else str(part)


def _parted(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(BETWEEN_ADDRESSES)) if cell else ()
