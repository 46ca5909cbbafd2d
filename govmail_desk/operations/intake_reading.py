"""What each row of a list says, before the register is asked: columns understood, legacy fonts proposed, cells judged.

Whom a row means is `operations.intake_matching`, single cells `operations.intake_cells`. Which columns and rows there
are: `domain.table_columns`, `domain.table_rows`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from govmail_desk.domain.heading import Meaning, plain_heading
from govmail_desk.domain.list_cell import people_in
from govmail_desk.domain.mailbox import MailboxState
from govmail_desk.domain.table_columns import Header, find_header, recall, with_meanings
from govmail_desk.domain.table_rows import ListRow, RowKind, classify, stated_unit
from govmail_desk.domain.vietnamese import clean
from govmail_desk.operations.intake_cells import Facts
from govmail_desk.operations.intake_fonts import SheetFonts
from govmail_desk.operations.intake_plan import Conversion, IntakeRow, Reading, SheetColumns
from govmail_desk.operations.intake_units import OUTSIDE, UnitPath, UnitTree
from govmail_desk.regulations.privacy import privacy_law

if TYPE_CHECKING:
    from govmail_desk.domain.sheet import Row, Sheet

_FACT_OF: Final = {Meaning.POST: "post", Meaning.NOTE: "note", Meaning.CUSTODIAN: "custodian"}
UNREAD: Final = "cột này không được đọc"
UNKEPT: Final = "không ghi vào sổ"
"""What is said of columns that are never read, and of those whose content is not kept."""
_ASKED_FOR: Final = "de nghi"  # «Tên hộp thư đề nghị»: addresses asked for, not yet given


class Office(NamedTuple):
    """What reading asks of the office: its mail domain, its units, today, and how columns were read before."""

    domain: str
    tree: UnitTree
    today: date
    remembered: Mapping[str, Mapping[str, str]]
    """The meanings of columns by the signature of their headings."""
    keeps_id_numbers: bool = False


class SheetRead(NamedTuple):
    """One sheet read: its columns, its conversions, its rows; those to be matched stand as new until they are."""

    columns: SheetColumns
    conversions: tuple[Conversion, ...]
    rows: tuple[IntakeRow, ...]
    warnings: tuple[str, ...]


def read_sheet(sheet: Sheet, reading: Reading, office: Office) -> SheetRead:
    """Read one sheet the way the clerk wants it read."""
    header = find_header(sheet, header_row=reading.header_rows.get(sheet.name))
    if header is None:
        return _without_headings(sheet)
    header, columns = _understood(sheet, header, reading, office)
    rows = _RowsOfSheet(sheet, header, reading, office)
    return SheetRead(columns, rows.fonts.conversions, tuple(rows.read()), tuple(_warnings(sheet, header, rows, office)))


def _without_headings(sheet: Sheet) -> SheetRead:
    problem = (
        f"Trang «{sheet.name}» không có dòng tiêu đề nào hiểu được (ví dụ «Họ và tên», «Địa chỉ hộp thư»);"
        " hãy chỉ dòng tiêu đề."
    )
    rows = tuple(
        IntakeRow(sheet=sheet.name, row=row.number, outcome="set_aside", reasons=("Trang không có dòng tiêu đề.",))
        for row in sheet.rows
    )
    columns = SheetColumns(sheet=sheet.name, header_row=None, problems=(problem,), is_blocked=True)
    return SheetRead(columns, (), rows, (problem,))


def _understood(sheet: Sheet, header: Header, reading: Reading, office: Office) -> tuple[Header, SheetColumns]:
    """Read the columns as an earlier list with these headings was read, then as the clerk says now."""
    remembered, chosen = office.remembered.get(header.signature), reading.meanings.get(sheet.name)
    if remembered:
        header = recall(sheet, header, remembered)
    if chosen:
        header = with_meanings(sheet, header, chosen)
    return header, SheetColumns(
        sheet=sheet.name,
        header_row=header.row_number,
        headings=header.headings,
        meanings=header.columns,
        signature=header.signature,
        evidence=header.evidence,
        problems=tuple(problem.sentence for problem in header.problems),
        is_blocked=header.is_blocked,
        is_chosen=bool(chosen) and header.remembered() != remembered,
        is_remembered=bool(remembered) and not chosen,
    )


def _warnings(sheet: Sheet, header: Header, rows: _RowsOfSheet, office: Office) -> Iterator[str]:
    yield from (problem.sentence for problem in header.problems)
    yield from _unkept(sheet, header, office)
    if rows.state == "proposed":
        yield f"Cột địa chỉ của trang «{sheet.name}» là địa chỉ đề nghị, nên hộp thư mới được ghi ở bước đề xuất."
    for conversion in rows.fonts.conversions:
        if not conversion.is_accepted:
            yield (
                f"{conversion.heading} của trang «{sheet.name}» như gõ bằng phông {conversion.proposal.encoding}; hãy xem bản chuyển"
                " mã rồi chấp nhận, các dòng này chưa được ghi."
            )


def _unkept(sheet: Sheet, header: Header, office: Office) -> Iterator[str]:
    """Say which columns are not read, or not kept, and why."""
    if header.columns_of(Meaning.PASSWORD):
        yield f"Trang «{sheet.name}» có cột mật khẩu: {UNREAD}. Hãy xóa cột mật khẩu khỏi tệp."
    law = privacy_law()
    sensitive = [f"«{clean(header.headings.get(column, ''))}»" for column in header.columns_of(Meaning.SENSITIVE)]
    if sensitive:
        yield f"Trang «{sheet.name}» có cột {', '.join(sensitive)}: {UNREAD}. {law.sensitive.sentence}"
    if not office.keeps_id_numbers and _has_any(sheet, header, Meaning.ID_NUMBER):
        yield (
            f"Cột số CCCD của trang «{sheet.name}»: {UNKEPT}, chỉ dùng để phân biệt người trùng tên trong tệp."
            f" {law.id_number.sentence} Đơn vị chọn lại ở Thiết lập › Dữ liệu cá nhân."
        )


def _has_any(sheet: Sheet, header: Header, meaning: Meaning) -> bool:
    """Say whether a column holds anything below its heading."""
    return any(header.text(row, meaning) for row in sheet.rows[header.last_row :])


class _RowsOfSheet:
    """The rows of one sheet under its headings."""

    def __init__(self, sheet: Sheet, header: Header, reading: Reading, office: Office) -> None:
        self._name = sheet.name
        self._reading = reading
        self._office = office
        self._rows = classify(sheet, header)
        self._stated = stated_unit(sheet, header)
        self._columns = {meaning: header.columns_of(meaning) for meaning in Meaning}
        self._blocks = tuple(problem.sentence for problem in header.problems if problem.is_blocking)
        self.fonts = SheetFonts(sheet.name, header, self._rows, reading.accepted_conversions)
        self.state: MailboxState = "proposed" if self._asks_for_addresses(header) else "active"
        self._sections: dict[UnitPath, UnitPath] = {}

    def read(self) -> Iterator[IntakeRow]:
        """Say of every row what it brings, or why it is set aside."""
        for row in self._rows:
            place = (self._name, row.row.number)
            if not row.kind.is_imported:
                yield self._set_aside(row, f"{row.kind.label.capitalize()}.")
            elif place in self._reading.left_out:
                yield self._set_aside(row, "Dòng này được bỏ ra khỏi lần nhập.")
            else:
                yield self._judged(row, self._reading.mended.get(place, {}))

    def _asks_for_addresses(self, header: Header) -> bool:
        headings = [plain_heading(header.headings.get(column, "")) for column in self._columns[Meaning.ADDRESS]]
        return any(_ASKED_FOR in heading for heading in headings)

    def _set_aside(self, row: ListRow, reason: str) -> IntakeRow:
        return IntakeRow(
            sheet=self._name, row=row.row.number, outcome="set_aside", reasons=(reason,), kept_reasons=(reason,)
        )

    def _judged(self, row: ListRow, mended: Mapping[str, str]) -> IntakeRow:
        office = self._office
        facts = Facts(
            sheet=self._name,
            row=row.row.number,
            mended=mended,
            domain=office.domain,
            today=office.today,
            keeps_id_numbers=office.keeps_id_numbers,
        )
        for block in self._blocks:
            facts.doubt(block)
        read = self._unit_row(row, facts) if row.kind is RowKind.UNIT else self._person_row(row, facts)
        return read if self.state == "active" else read._replace(state=self.state)

    def _person_row(self, row: ListRow, facts: Facts) -> IntakeRow:
        name = self._whole_name(row.row, facts)
        path = self._section(row, facts)
        return facts.person(
            name=name,
            post=self._text(row.row, Meaning.POST, facts),
            department=path[-1] if path else "",
            unit_path=path,
            birth_on=self._raw(row.row, Meaning.BIRTH_ON),
            phone=self._raw(row.row, Meaning.PHONE),
            office_phone=self._raw(row.row, Meaning.OFFICE_PHONE),
            id_number=self._raw(row.row, Meaning.ID_NUMBER),
            address=self._raw(row.row, Meaning.ADDRESS),
            note=self._text(row.row, Meaning.NOTE, facts),
        )

    def _section(self, row: ListRow, facts: Facts) -> UnitPath:
        """Tell where a person works: the unit of their row, else the one sheet and groups name, then the section."""
        if "department" in facts.mended:
            return self._below_own((facts.mended["department"],))
        section = self._text(row.row, Meaning.DEPARTMENT, facts)
        wide = self._text(row.row, Meaning.UNIT, facts)
        group = self._group(row, facts) if not wide or self._office.tree.is_own(wide) else ""
        named = (wide or self._stated, group, section)
        if named not in self._sections:
            self._sections[named] = self._below_own(named)
        return self._sections[named]

    def _below_own(self, named: UnitPath) -> UnitPath:
        path = tuple(dict.fromkeys(filter(None, map(clean, named))))
        while path and self._office.tree.is_own(path[0]):
            path = path[1:]
        return path

    def _group(self, row: ListRow, facts: Facts) -> str:
        if not row.unit:
            return ""
        told = self.fonts.told_group(row.unit)
        if told.doubt:
            facts.doubt(told.doubt)
        return told.text

    def _unit_row(self, row: ListRow, facts: Facts) -> IntakeRow:
        name = clean(self._unit_name(row, facts))
        above = clean(self._text(row.row, Meaning.PARENT_UNIT, facts))
        return facts.unit(
            name=name,
            above=above,
            unit_path=self._unit_path(name, above, row),
            custodian=self._text(row.row, Meaning.CUSTODIAN, facts),
            post=self._text(row.row, Meaning.POST, facts),
            phone=self._raw(row.row, Meaning.PHONE),
            office_phone=self._raw(row.row, Meaning.OFFICE_PHONE),
            address=self._raw(row.row, Meaning.ADDRESS),
            note=self._text(row.row, Meaning.NOTE, facts),
        )

    def _unit_name(self, row: ListRow, facts: Facts) -> str:
        """Name the unit of its own row, as a name, a unit or a section; a numbered group row without its number."""
        if "full_name" in facts.mended:
            return facts.mended["full_name"]
        meanings = (Meaning.UNIT, Meaning.DEPARTMENT)
        name = self._whole_name(row.row, facts) or next(
            (text for meaning in meanings if (text := self._text(row.row, meaning, facts))), ""
        )
        return row.unit if row.unit and row.unit in clean(name) else name

    def _unit_path(self, name: str, above: str, row: ListRow) -> UnitPath:
        """Tell where a unit stands: below the one its row or its group names, else below our own.

        A body above that the register does not know is no part of our unit: it stands outside.
        """
        tree = self._office.tree
        if not name or tree.is_own(name):
            return ()
        if not above:
            above = next((group for group in reversed(row.groups) if group != name and tree.is_known(group)), "")
        if not above or tree.is_own(above):
            return (name,)
        return (above, name) if tree.is_known(above) else (OUTSIDE, above, name)

    # text out of cells

    def _whole_name(self, row: Row, facts: Facts) -> str:
        if "full_name" in facts.mended:
            return facts.mended["full_name"]
        whole = self._text(row, Meaning.FULL_NAME, facts)
        if whole or not self._columns[Meaning.GIVEN]:
            return whole
        family, given = (self._text(row, part, facts) for part in (Meaning.FAMILY_AND_MIDDLE, Meaning.GIVEN))
        line_by_line = "\n".join(map(" ".join, zip(family.splitlines(), given.splitlines(), strict=False)))
        return line_by_line if people_in(line_by_line) else " ".join(filter(None, (family, given)))

    def _raw(self, row: Row, meaning: Meaning) -> str:
        for column in self._columns[meaning]:
            if column < len(row.cells) and (text := row.cells[column].text):
                return text
        return ""

    def _text(self, row: Row, meaning: Meaning, facts: Facts) -> str:
        """Return a cell's text; one in a legacy font stands in doubt until the clerk has accepted its conversion."""
        if _FACT_OF.get(meaning) in facts.mended:
            return facts.mended[_FACT_OF[meaning]]
        for column in self._columns[meaning]:
            if column < len(row.cells) and (text := row.cells[column].text):
                return text if column not in self.fonts.columns else self._told(column, row.number, text, facts)
        return ""

    def _told(self, column: int, row: int, text: str, facts: Facts) -> str:
        told = self.fonts.told(column, row, text)
        if told.doubt:
            facts.doubt(told.doubt)
        return told.text
