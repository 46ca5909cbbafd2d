"""A list of the units whose packages are awaited, taken in from any sheet with a column of units and, where there is one, of mailboxes.

Seen first, then written in one act; the same list twice changes nothing. Reading the file is `documents.spreadsheet`, what a heading means
`domain.heading`. One unit by hand is `operations.offices`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.exchange import Office
from govmail_desk.domain.heading import Meaning, understand
from govmail_desk.domain.vietnamese import clean, fold
from govmail_desk.operations.offices import put_offices, tidy_office
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.documents.spreadsheet import Workbook
    from govmail_desk.domain.sheet import Row, Sheet

OfficeFate = Literal["new", "changed", "same", "doubtful"]


@dataclass(frozen=True, slots=True)
class ListedOffice:
    """One row of the list and what would become of it; a doubtful one is never written."""

    sheet: str
    row: int
    name: str
    address: str
    fate: OfficeFate
    reason: str = ""
    office: Office | None = None


@dataclass(frozen=True, slots=True)
class OfficesPlan:
    """What taking the list in would do."""

    file_name: str
    rows: tuple[ListedOffice, ...]

    def of(self, *fates: OfficeFate) -> tuple[ListedOffice, ...]:
        """Give the rows of some fates."""
        return tuple(row for row in self.rows if row.fate in fates)


def plan_offices(desk: Desk, workbook: Workbook) -> OfficesPlan:
    """Look what the list would add; nothing is written. Raises `RuleBroken` where no column is of units."""
    with desk.reading() as connection:
        known = Transaction(connection).find(Office)
    listed = [(sheet, *columns) for sheet in workbook.sheets if (columns := _columns(sheet)) is not None]
    if not listed:
        raise RuleBroken(
            f"Không thấy cột tên đơn vị trong tệp «{workbook.file_name}». Hãy đặt tiêu đề cột là “Đơn vị” (và “Địa chỉ hộp thư”)."
        )
    reading = _Reading(known, desk.today())
    rows = (
        reading.read(sheet.name, row, unit_at, address_at)
        for sheet, header, unit_at, address_at in listed
        for row in sheet.rows[header:]
        if clean(row.text(unit_at)) and _is_named(row, unit_at)
    )
    return OfficesPlan(workbook.file_name, tuple(rows))


def take_in_offices(desk: Desk, plan: OfficesPlan) -> Changes:
    """Write the units of the list that are new or have another mailbox now, in one act."""
    wanted = [row.office for row in plan.of("new", "changed") if row.office is not None]
    new, changed = len(plan.of("new")), len(plan.of("changed"))
    sentence = f"Nhập danh sách đơn vị gửi gói «{plan.file_name}»: {new} mới, {changed} thay đổi"
    with desk.transaction("take_in_offices", sentence) as act:
        put_offices(act.transaction, desk, wanted)
    return act.changes


def _columns(sheet: Sheet) -> tuple[int, int, int | None] | None:
    """Find the row of headings (how many rows to pass over), the column of units, and that of mailboxes if there is one."""
    for row in sheet.rows:
        meanings = [heading.meaning if (heading := understand(cell.text)) else None for cell in row.cells]
        if Meaning.UNIT in meanings:
            address_at = meanings.index(Meaning.ADDRESS) if Meaning.ADDRESS in meanings else None
            return row.number, meanings.index(Meaning.UNIT), address_at
    return None


def _is_named(row: Row, unit_at: int) -> bool:
    """Pass over totals and numbers of columns."""
    text = clean(row.text(unit_at))
    return not text.strip("()").isdigit() and not fold(text).startswith(("tong cong", "tong so", "cong:"))


class _Reading:
    """Rows held against the units awaited already and those further up in the list."""

    def __init__(self, known: Sequence[Office], today: date) -> None:
        self._today = today
        self._by_name = {fold(one.name): one for one in known}
        self._by_address = {one.address: one for one in known if one.address}

    def read(self, sheet: str, row: Row, unit_at: int, address_at: int | None) -> ListedOffice:
        name = clean(row.text(unit_at))
        typed = clean(row.text(address_at)) if address_at is not None else ""
        try:
            office = tidy_office(Office(name=name, address=typed, slug="", from_on=self._today))
        except RuleBroken as refusal:
            return ListedOffice(sheet, row.number, name, typed, "doubtful", refusal.sentence)
        fate, reason, written = self._held(office)
        if written is not None:
            self._by_name[fold(written.name)] = written
            self._by_address[written.address] = written
        return ListedOffice(sheet, row.number, office.name, office.address, fate, reason, written)

    def _held(self, office: Office) -> tuple[OfficeFate, str, Office | None]:
        named = self._by_name.get(fold(office.name))
        addressed = self._by_address.get(office.address) if office.address else None
        if addressed is not None and addressed is not named:
            return "doubtful", f"Hộp thư {office.address} đã là của {addressed.name}.", None
        if named is None:
            return "new", "", office
        if not office.address or office.address == named.address:
            return "same", "", None
        if named.address or not named.id:
            return "doubtful", f"{named.name} đang có hộp thư {named.address or 'khác'} ở đây; hãy sửa đơn vị ấy.", None
        return "changed", "", replace(named, address=office.address, slug=named.slug or office.slug)


def outcomes(plan: OfficesPlan) -> Iterator[tuple[OfficeFate, int]]:
    """Count the rows of each fate."""
    fates: tuple[OfficeFate, ...] = ("new", "changed", "same", "doubtful")
    return ((fate, len(plan.of(fate))) for fate in fates)
