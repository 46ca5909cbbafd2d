"""The columns of the table of units whose packages this desk gathers, of the packages to be taken in, and of the mailboxes in one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from govmail_desk import wording
from govmail_desk.gui.look.chips import ChipSpec
from govmail_desk.gui.look.days import short_day
from govmail_desk.gui.look.marks import FILE_MARKS, MAILBOX_MARKS, OFFICE_MARKS, ROW_MARKS
from govmail_desk.gui.tables.columns import Column

if TYPE_CHECKING:
    from govmail_desk.listings.office_letters import WaitingLetter
    from govmail_desk.listings.office_mailboxes import OfficeMailbox
    from govmail_desk.listings.offices import OfficeRow
    from govmail_desk.operations.office_chases import ChaseLine
    from govmail_desk.operations.office_lists import ListedOffice
    from govmail_desk.operations.package_plan import PlannedFile, PlannedRow

STATE_CHIPS: Final = [ChipSpec(state, words, OFFICE_MARKS[state]) for state, words in wording.OFFICE_STATES.items()]
_SHORT: Final = {"new": "Mới", "changed": "Đổi", "same": "Như cũ", "gone": "Bớt", "conflict": "Trùng"}
_LISTED: Final = {"new": "Mới", "changed": "Thay đổi", "same": "Đã có", "doubtful": "Cần xem"}


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file of a plan, by its place."""

    id: int
    file: PlannedFile


@dataclass(frozen=True, slots=True)
class RowLine:
    """One mailbox of a package to be taken in, by its place."""

    id: int
    row: PlannedRow


@dataclass(frozen=True, slots=True)
class ListedLine:
    """One row of a list of units, by its place."""

    id: int
    listed: ListedOffice


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One unit to be written to, by its number."""

    id: int
    line: ChaseLine


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """A letter to be numbered, with the number it would have."""

    id: int
    letter: WaitingLetter
    number: str


def state_words(row: OfficeRow) -> str:
    """Say where a unit stands with the period asked for: `Chậm 12 ngày`."""
    words = wording.OFFICE_STATES[row.state]
    return f"{words} {row.days_late} ngày" if row.state == "late" else words


def done_words(row: OfficeRow) -> str:
    """Say what its newest package did: `3 mới, 1 thay đổi`."""
    told = ((row.new_count, "mới"), (row.changed_count, "thay đổi"), (row.gone_count, "không còn"))
    return ", ".join(f"{count} {words}" for count, words in told if count)


def office_columns() -> list[Column[OfficeRow]]:
    """Return the columns of the shelf, in their first order."""
    return [
        Column(
            key="name", title="Đơn vị", width=26, text=lambda row: row.name, tip=lambda row: row.address, grows=True
        ),
        Column(key="state", title="Kỳ đang xem", width=14, text=state_words, mark=lambda row: OFFICE_MARKS[row.state]),
        Column(
            key="as_of",
            title="Gói gần nhất",
            width=11,
            text=lambda row: f"{row.as_of_on:%d/%m/%Y}" if row.as_of_on else "chưa có",
        ),
        Column(
            key="count",
            title="Hộp thư",
            width=8,
            text=lambda row: str(row.mailbox_count) if row.as_of_on else "",
            is_right=True,
        ),
        Column(key="done", title="Trong gói ấy", width=13, text=done_words, tip=done_words),
        Column(key="turn", title="Đã nhắc", width=8, text=lambda row: f"{row.turn} lần" if row.turn else ""),
        Column(key="address", title="Hộp thư đơn vị", width=22, text=lambda row: row.address, is_hidden=True),
    ]


def _whose(line: FileLine) -> str:
    planned = line.file
    if planned.office is None:
        return planned.name
    return f"{planned.office.name} (mới)" if planned.is_new_office else planned.office.name


def _count(key: str) -> Column[FileLine]:
    def told(line: FileLine) -> str:
        return str(line.file.counts[key]) if line.file.fate == "taken" and line.file.takes_rows else ""

    return Column(key=key, title=_SHORT[key], width=6, text=told, is_right=True)


def file_columns() -> list[Column[FileLine]]:
    """Return the columns of the packages to be taken in."""
    return [
        Column(
            key="fate",
            title="Sẽ",
            width=13,
            text=lambda line: wording.FILE_FATES[line.file.fate].capitalize(),
            mark=lambda line: FILE_MARKS[line.file.fate],
        ),
        Column(key="unit", title="Đơn vị", width=24, text=_whose, tip=lambda line: line.file.name, grows=True),
        Column(
            key="as_of",
            title="Chốt đến",
            width=10,
            text=lambda line: (
                f"{line.file.package.contents.manifest.as_of_on:%d/%m/%Y}" if line.file.package is not None else ""
            ),
        ),
        Column(
            key="mark", title="Dấu", width=23, text=lambda line: line.file.package.mark if line.file.package else ""
        ),
        *map(_count, wording.ROW_FATES),
    ]


def _row_said(line: RowLine) -> str:
    row = line.row
    changed = "; ".join(f"{label}: {before or '–'} → {after or '–'}" for label, before, after in row.differences)
    again = f"Có lại; không còn từ {short_day(row.gone_on)}" if row.gone_on else ""
    return "; ".join(filter(None, (row.conflict, again, changed)))


def planned_row_columns() -> list[Column[RowLine]]:
    """Return the columns of the mailboxes in a package to be taken in."""
    return [
        Column(
            key="fate",
            title="Sẽ",
            width=11,
            text=lambda line: wording.ROW_FATES[line.row.fate],
            mark=lambda line: ROW_MARKS["conflict" if line.row.conflict else line.row.fate],
        ),
        Column(key="address", title="Địa chỉ", width=28, text=lambda line: line.row.address),
        Column(key="holder", title="Người được cấp", width=20, text=lambda line: line.row.said[1]),
        Column(key="said", title="Cần biết", width=30, text=_row_said, tip=_row_said, grows=True),
    ]


def mailbox_columns() -> list[Column[OfficeMailbox]]:
    """Return the columns of the mailboxes of another unit."""
    return [
        Column(key="address", title="Địa chỉ", width=27, text=lambda row: row.address, tip=lambda row: row.address),
        Column(key="holder", title="Người được cấp", width=20, text=lambda row: row.holder, grows=True),
        Column(key="post", title="Chức vụ", width=14, text=lambda row: row.post),
        Column(key="unit", title="Đơn vị", width=23, text=lambda row: row.unit, tip=lambda row: row.unit, grows=True),
        Column(
            key="state",
            title="Trạng thái",
            width=14,
            text=lambda row: "Không còn trong gói" if row.gone_on else wording.MAILBOX_STATES[row.state],
            mark=lambda row: ROW_MARKS["gone"] if row.gone_on else MAILBOX_MARKS[row.state],
        ),
        Column(key="since", title="Từ ngày", width=11, text=lambda row: short_day(row.gone_on or row.since)),
    ]


def listed_columns() -> list[Column[ListedLine]]:
    """Return the columns of a list of units to be taken in."""
    marks = {"new": "new", "changed": "changed", "same": "same", "doubtful": "conflict"}
    return [
        Column(
            key="fate",
            title="Sẽ",
            width=11,
            text=lambda line: _LISTED[line.listed.fate],
            mark=lambda line: ROW_MARKS[marks[line.listed.fate]],
        ),
        Column(key="name", title="Đơn vị", width=26, text=lambda line: line.listed.name, grows=True),
        Column(key="address", title="Hộp thư đơn vị", width=24, text=lambda line: line.listed.address),
        Column(
            key="reason",
            title="Cần biết",
            width=26,
            text=lambda line: line.listed.reason,
            tip=lambda line: line.listed.reason,
        ),
    ]


def letter_columns() -> list[Column[LetterLine]]:
    """Return the columns of the units to be written to."""
    return [
        Column(
            key="turn",
            title="Công văn",
            width=12,
            text=lambda line: "không gửi" if line.line.refusal else f"lần thứ {line.line.turn}",
            mark=lambda line: FILE_MARKS["refused" if line.line.refusal else "taken"],
        ),
        Column(key="name", title="Đơn vị", width=26, text=lambda line: line.line.office.name, grows=True),
        Column(
            key="due",
            title="Hạn",
            width=10,
            text=lambda line: f"{line.line.due_on:%d/%m/%Y}" if line.line.due_on else "",
        ),
        Column(
            key="said",
            title="Cần biết",
            width=30,
            text=lambda line: line.line.refusal or line.line.remark,
            tip=lambda line: line.line.refusal or line.line.remark,
        ),
    ]


def numbered_columns() -> list[Column[NumberedLine]]:
    """Return the columns of letters to be numbered."""
    return [
        Column(key="number", title="Số", width=8, text=lambda line: line.number),
        Column(key="office", title="Công văn gửi", width=18, text=lambda line: line.letter.office, grows=True),
        Column(key="turn", title="Lần", width=10, text=lambda line: f"lần thứ {line.letter.turn}"),
        Column(key="on", title="Lập ngày", width=11, text=lambda line: f"{line.letter.on:%d/%m/%Y}"),
    ]
