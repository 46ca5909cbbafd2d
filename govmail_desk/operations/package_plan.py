"""What taking packages in would do, file by file and row by row, before anything is written.

Here: the plan's shape, and how what a package says is held against what stands. Reading the register for it is
`operations.package_planning`, taking it in `operations.packages`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from govmail_desk.wording import MAILBOX_KINDS, MAILBOX_STATES

if TYPE_CHECKING:
    from pathlib import Path

    from govmail_desk.documents.desk_package import DeskPackage, PackagedMailbox
    from govmail_desk.domain.exchange import Office

RowFate = Literal["new", "changed", "same", "gone"]
FATES: Final[tuple[RowFate, ...]] = ("new", "changed", "same", "gone")
FileFate = Literal["taken", "known", "refused"]
"""Taken in by the plan; taken in before, so that nothing is written; not taken."""

Said = tuple[str, str, str, str, str, str]
"""What is said of one address: kind, holder, post, unit, state, since when."""
_LABELS: Final = ("Loại", "Người được cấp", "Chức vụ", "Đơn vị", "Trạng thái", "Từ ngày")


class PlannedRow(NamedTuple):
    """What would become of one address of an office."""

    address: str
    fate: RowFate
    said: Said
    before: Said | None = None
    conflict: str = ""
    """Who else has this address, in a sentence; the row is taken all the same, each office's rows stand apart."""
    gone_on: str = ""
    """Of one that comes back: since when it was gone. It counts as new."""

    @property
    def differences(self) -> tuple[tuple[str, str, str], ...]:
        """What would read otherwise, each with its name, before and after."""
        if self.before is None:
            return ()
        pairs = zip(_LABELS, self.before, self.said, strict=True)
        return tuple((label, _in_words(was), _in_words(now)) for label, was, now in pairs if was != now)


class Standing(NamedTuple):
    """An address of an office as it stands: what is said of it, since when it is gone, and its row; 0 where it has none yet."""

    said: Said
    gone_on: str | None
    row_id: int


class Brought(NamedTuple):
    """An address of an office as it stands once the plan is taken, and which of the files said so."""

    place: int
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedFile:
    """What would become of one file."""

    path: Path
    fate: FileFate
    package: DeskPackage | None = None
    """None where the file is no package."""
    office: Office | None = None
    """The office it is of; one without a number would be added."""
    reason: str = ""
    """Why it is not taken, or that it was taken before."""
    may_be_accepted: bool = False
    """True where the person working may say that it is to be taken all the same."""
    remarks: tuple[str, ...] = ()
    """What should be known of it before it is taken."""
    rows: tuple[PlannedRow, ...] = ()
    """New, changed and gone, and whatever meets the same address elsewhere; rows of which nothing changes are only counted."""
    same_count: int = 0
    takes_rows: bool = True
    """False where a newer package of the office was taken already: then only the figures are kept."""

    @property
    def name(self) -> str:
        """The file's name; of a package attached to a mail, the attachment's."""
        return self.package.name if self.package is not None else self.path.name

    @property
    def is_new_office(self) -> bool:
        """True where the office is not awaited here yet."""
        return self.office is not None and not self.office.id

    @property
    def counts(self) -> Mapping[str, int]:
        """How many rows are new, changed, the same, gone, and how many addresses others have too."""
        counted: dict[str, int] = dict.fromkeys(FATES, 0)
        for row in self.rows:
            counted[row.fate] += 1
        counted["same"] = self.same_count
        return {**counted, "conflict": sum(bool(row.conflict) for row in self.rows)}


@dataclass(frozen=True, slots=True, kw_only=True)
class PackagesPlan:
    """What taking these files in would do, and the journal it was planned on."""

    paths: tuple[Path, ...]
    accepted: frozenset[str]
    """Seals of packages to be taken although something speaks against it."""
    files: tuple[PlannedFile, ...]
    brought: Mapping[str, Mapping[str, Brought]] = field(repr=False)
    """By office (`office_key`) and address, what stands once the plan is taken; only what is written."""
    journal_hash: str

    @property
    def taken(self) -> tuple[PlannedFile, ...]:
        """The files that would be taken."""
        return tuple(one for one in self.files if one.fate == "taken")

    @property
    def counts(self) -> Mapping[str, int]:
        """The same counts as of a file, of all that would be taken."""
        counted = dict.fromkeys((*FATES, "conflict"), 0)
        for one in self.taken:
            for fate, count in one.counts.items():
                counted[fate] += count
        return counted

    def outcome(self) -> tuple[tuple[object, ...], ...]:
        """What the plan comes to, so that one made anew can be held against it."""
        return tuple((one.name, one.fate, one.reason, one.rows, one.same_count, one.takes_rows) for one in self.files)


def office_key(office: Office) -> str:
    """Name an office within a plan, whether it has a number yet or not."""
    return str(office.id) if office.id else f"mới {office.register_id}"


def said_of(box: PackagedMailbox) -> Said:
    """Take what a package says of a mailbox."""
    return (box.kind, box.holder, box.post, box.unit, box.state, box.since.isoformat())


def compared(standing: Mapping[str, Standing], coming: Mapping[str, Said]) -> Iterator[PlannedRow]:
    """Hold what a package says against what stands of its office; first what it says, then what it no longer says."""
    for address, said in coming.items():
        known = standing.get(address)
        if known is None or known.gone_on is not None:
            yield PlannedRow(address, "new", said, gone_on=(known.gone_on or "") if known else "")
        elif known.said == said:
            yield PlannedRow(address, "same", said)
        else:
            yield PlannedRow(address, "changed", said, known.said)
    for address in sorted(standing.keys() - coming.keys()):
        if standing[address].gone_on is None:
            yield PlannedRow(address, "gone", standing[address].said)


def _in_words(value: str) -> str:
    return {**MAILBOX_KINDS, **MAILBOX_STATES}.get(value, value)
