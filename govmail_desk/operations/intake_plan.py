"""What taking a list into the register would do, before anything is written: what preview, `--dry-run` and tests share.

Making the plan is `operations.intake_reading` (what each row says) and `operations.intake_matching` (whom it means);
carrying it out is `operations.intakes`.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from govmail_desk.domain.heading import Meaning
from govmail_desk.domain.legacy_fonts import ColumnProposal
from govmail_desk.domain.mailbox import MailboxKind, MailboxState

if TYPE_CHECKING:
    from govmail_desk.documents.spreadsheet import Workbook

Outcome = Literal["new", "changed", "same", "doubtful", "set_aside"]
OUTCOMES: tuple[Outcome, ...] = ("new", "changed", "same", "doubtful", "set_aside")

Place: TypeAlias = tuple[str, int]
"""A row: the name of its sheet and the number Excel shows for it."""

ColumnPlace: TypeAlias = tuple[str, int]
"""A column: the name of its sheet and its place, counted from 0."""


LABELS: Final = {
    "full_name": "Họ và tên",
    "unit_id": "Phòng, bộ phận",
    "post": "Chức vụ",
    "birth_on": "Ngày sinh",
    "phone": "Số điện thoại",
    "office_phone": "Điện thoại cơ quan",
    "id_number": "Số CCCD",
    "note": "Ghi chú",
    "address": "Hộp thư",
    "custodian": "Người được giao theo dõi",
}
"""What each fact a list may change is called."""


class Difference(NamedTuple):
    """A fact the list would change: what it is called (of `LABELS`), what the register says now, what it would say."""

    label: str
    before: str
    after: str


class IntakeRow(NamedTuple):
    """One row of the list and what would become of it.

    The facts are those the list gives, brought to their clean form; an empty one says nothing and never erases what the
    register has. `person_id`, `mailbox_id` and `unit_id` name what the row was matched with, None where it would be
    made; `unit_id` is the unit of a unit's own row, and for a person the section they work in.
    """

    sheet: str
    row: int
    outcome: Outcome
    reasons: tuple[str, ...] = ()
    kept_reasons: tuple[str, ...] = ()
    """The reasons as the register keeps them: without quoting a telephone, a birth date or an identity number."""
    full_name: str = ""
    """The person, or the unit where `kind` is "unit"."""
    post: str = ""
    department: str = ""
    """The section of a person, or the body above a unit, as the list calls it."""
    unit_path: tuple[str, ...] = ()
    """The units from the widest to the one of `unit_id`, below the unit whose desk this is; empty for that unit itself."""
    birth_on: str = ""
    phone: str = ""
    office_phone: str = ""
    id_number: str = ""
    address: str = ""
    note: str = ""
    custodian: str = ""
    """Who looks after a unit's mailbox, as the list calls them."""
    kind: MailboxKind = "personal"
    state: MailboxState = "active"
    """The state a new mailbox would begin in: active, or proposed where the column holds addresses only asked for."""
    offers: tuple[tuple[str, str], ...] = ()
    """Mendings the clerk may accept at once, as fact and text: an address with the domain the list left out."""
    mended: frozenset[str] = frozenset()
    """The facts the clerk typed by hand, which are thereby confirmed."""
    answer: str = ""
    """Whom the clerk says a row means: the number of a person in the register, or "new"."""
    person_id: int | None = None
    mailbox_id: int | None = None
    unit_id: int | None = None
    above_id: int | None = None
    """For a unit's own row, the unit directly above it, None where the register does not know it."""
    differences: tuple[Difference, ...] = ()

    @property
    def place(self) -> Place:
        """Where the row stands in the file."""
        return self.sheet, self.row

    @property
    def is_taken(self) -> bool:
        """True where the row brings something into the register."""
        return self.outcome in {"new", "changed"}

    def changes(self, fact: str) -> bool:
        """Say whether the list would change this fact, named as in `LABELS`."""
        return any(difference.label == LABELS[fact] for difference in self.differences)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetColumns:
    """How the columns of one sheet were understood; `header_row` is None where no row of headings was found."""

    sheet: str
    header_row: int | None
    headings: Mapping[int, str] = field(default_factory=dict)
    meanings: Mapping[int, Meaning] = field(default_factory=dict)
    signature: str = ""
    """What the reading of these headings is remembered under."""
    evidence: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    is_blocked: bool = False
    """True where a problem keeps every row of the sheet from being taken until the columns are read otherwise."""
    is_chosen: bool = False
    """True where the clerk said what columns hold, so that the reading will be remembered."""
    is_remembered: bool = False
    """True where the reading is that of an earlier list with the same headings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """A column that seems typed in a TCVN3 or VNI font, and what its cells, in these rows, would become.

    The names of group rows, which lie in no one column, are proposed together as column -1.
    """

    sheet: str
    column: int
    heading: str
    """What the column is called for the clerk: its letter and its heading as it stands in the file."""
    proposal: ColumnProposal
    rows: tuple[int, ...]
    is_accepted: bool

    @property
    def place(self) -> ColumnPlace:
        """What `accepted_conversions` names it by."""
        return self.sheet, self.column


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How the clerk wants a file read: which sheet, which row holds the headings, what columns hold, what was mended.

    `mended` gives the facts of single rows as typed by hand, under the names of `IntakeRow`'s fields
    (`{("Trang 1", 7): {"address": "…"}}`), and under `person` whom the row means: a person's number, or "new".
    `accepted_conversions` names the columns whose conversion the clerk has seen and accepts; `left_out` the rows not
    wanted.
    """

    sheet: str | None = None
    header_rows: Mapping[str, int] = field(default_factory=dict)
    meanings: Mapping[str, Mapping[int, Meaning]] = field(default_factory=dict)
    accepted_conversions: Set[ColumnPlace] = frozenset()
    mended: Mapping[Place, Mapping[str, str]] = field(default_factory=dict)
    left_out: Set[Place] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakePlan:
    """What taking a file in would do to each row, planned on the register as its journal stood."""

    file_name: str
    sha256: str
    rows: tuple[IntakeRow, ...]
    counts: Mapping[Outcome, int]
    columns: tuple[SheetColumns, ...]
    conversions: tuple[Conversion, ...]
    warnings: tuple[str, ...]
    refusal: str
    """Why nothing of the file can be taken, one sentence; "" where something may be."""
    journal_hash: str
    workbook: Workbook = field(repr=False, compare=False)
    """The file as it was read, so that the plan can be made again where the register has moved since."""
    reading: Reading = field(repr=False, compare=False)
    keeps_id_numbers: bool = False
    """True where the unit keeps identity numbers; else they only tell people of one name apart while the file is read."""

    @property
    def is_empty(self) -> bool:
        """True where the register has everything already, so that taking the file in would write nothing."""
        return not any(row.is_taken for row in self.rows)

    def rows_of(self, *outcomes: Outcome) -> tuple[IntakeRow, ...]:
        """Return the rows of these outcomes in the order of the file."""
        return tuple(row for row in self.rows if row.outcome in outcomes)
