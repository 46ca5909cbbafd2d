"""Making the plan of an intake: sheets chosen and read, rows held against the register and against each other.

Carrying the plan out is `operations.intakes`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.intake import ColumnReading
from govmail_desk.domain.vietnamese import clean
from govmail_desk.operations.intake_known import KnownRegister
from govmail_desk.operations.intake_matching import Matching
from govmail_desk.operations.intake_plan import OUTCOMES, IntakePlan, IntakeRow, Reading
from govmail_desk.operations.intake_reading import Office, SheetRead, read_sheet
from govmail_desk.operations.intake_repeats import repeats, with_conflicts
from govmail_desk.operations.intake_units import UnitTree
from govmail_desk.operations.intake_whose import Expected
from govmail_desk.store import journals
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from govmail_desk.documents.spreadsheet import Workbook
    from govmail_desk.domain.addressing import AddressRules
    from govmail_desk.domain.sheet import Sheet

_MOST_NAMED = 5


def planned(
    connection: Connection,
    workbook: Workbook,
    reading: Reading,
    *,
    rules: AddressRules,
    today: date,
    keeps_id_numbers: bool,
) -> IntakePlan:
    """Plan an intake on one unchanging state of the register."""
    tree = UnitTree(connection)
    remembered = {one.headings: one.meanings for one in Transaction(connection).find(ColumnReading)}
    office = Office(rules.domain, tree, today, remembered, keeps_id_numbers)
    sheets = [read_sheet(sheet, reading, office) for sheet in _wanted(workbook, reading)]
    known = KnownRegister(connection)
    expected = Expected(rules, known, tree)
    matching = Matching(known, tree, keeps_id_numbers=keeps_id_numbers)
    rows = _matched([row for sheet in sheets for row in sheet.rows], matching, expected)
    if not keeps_id_numbers:
        rows = [row._replace(id_number="") if row.id_number else row for row in rows]
    counts = Counter(row.outcome for row in rows)
    return IntakePlan(
        file_name=workbook.file_name,
        sha256=workbook.sha256,
        rows=tuple(rows),
        counts={outcome: counts[outcome] for outcome in OUTCOMES},
        columns=tuple(sheet.columns for sheet in sheets),
        conversions=tuple(conversion for sheet in sheets for conversion in sheet.conversions),
        warnings=tuple(_warnings(workbook, reading, sheets, rows)),
        refusal=_refusal(sheets),
        journal_hash=journals.head(connection)[1],
        workbook=workbook,
        reading=reading,
        keeps_id_numbers=keeps_id_numbers,
    )


def _wanted(workbook: Workbook, reading: Reading) -> list[Sheet]:
    """Choose the sheet asked for, else all that are shown and hold anything: hidden ones are old copies."""
    if reading.sheet is None:
        return [sheet for sheet in workbook.sheets if sheet.rows and not sheet.is_hidden]
    name = clean(reading.sheet)
    asked = [sheet for sheet in workbook.sheets if clean(sheet.name) == name]
    if not asked:
        names = ", ".join(f"«{sheet.name}»" for sheet in workbook.sheets)
        raise RuleBroken(f"Tệp «{workbook.file_name}» không có trang «{name}»; các trang là: {names}.")
    return asked


def _matched(rows: list[IntakeRow], matching: Matching, expected: Expected) -> list[IntakeRow]:
    """Hold each row that may be taken against the register, then all against each other."""
    repeated = repeats(rows)
    held = expected.with_doubts(list(map(matching.matched, rows)))
    return [
        row._replace(outcome="set_aside", reasons=(repeated[place],), kept_reasons=(repeated[place],))
        if place in repeated
        else row
        for place, row in enumerate(with_conflicts(held, except_places=repeated))
    ]


def _refusal(sheets: Sequence[SheetRead]) -> str:
    """Say why nothing of the file can be taken, "" where something may be: no rows is an error, never a success."""
    readable = [sheet for sheet in sheets if not sheet.columns.is_blocked]
    if not readable:
        problems = [problem for sheet in sheets for problem in sheet.columns.problems]
        return problems[0] if problems else "Tệp không có trang nào có dữ liệu; hãy chọn tệp khác."
    has_rows = any(row.full_name or row.address or row.outcome != "set_aside" for one in readable for row in one.rows)
    return "" if has_rows else "Danh sách có tiêu đề nhưng không có dòng nào là người hay hộp thư; hãy xem lại tệp."


def _warnings(
    workbook: Workbook, reading: Reading, sheets: Iterable[SheetRead], rows: Iterable[IntakeRow]
) -> Iterator[str]:
    yield from workbook.warnings
    hidden = [f"«{sheet.name}»" for sheet in workbook.sheets if sheet.is_hidden and sheet.rows]
    if hidden and reading.sheet is None:
        yield f"Trang ẩn {', '.join(hidden)} không được đọc; muốn nhập trang ẩn hãy chọn đúng trang đó."
    for sheet in sheets:
        yield from sheet.warnings
    added = dict.fromkeys(row.unit_path for row in rows if row.is_taken and row.unit_id is None and row.unit_path)
    if added:
        names = [f"«{path[-1]}»" for path in added]
        more = f" và {len(names) - _MOST_NAMED} nơi khác" if len(names) > _MOST_NAMED else ""
        yield f"Sẽ thêm {len(names)} đơn vị, bộ phận chưa có trong sổ: {', '.join(names[:_MOST_NAMED])}{more}."
