"""What a list about mailboxes that are there says besides their addresses: its columns read as those of any list of the unit.

Which mailbox a row means is `operations.listed_mailboxes`, what a heading means `domain.heading`; taking a list in is
`operations.intakes`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.heading import Meaning, plain_heading
from govmail_desk.domain.sheet import Cell, Row, Sheet
from govmail_desk.domain.table_columns import find_header
from govmail_desk.operations.intakes import plan_intake

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.documents.spreadsheet import Workbook
    from govmail_desk.domain.answer_columns import AnswerColumns
    from govmail_desk.operations.intake_plan import IntakeRow

_NAMED: Final = "Họ và tên"
_MAY_CHANGE: Final = frozenset({Meaning.POST, Meaning.DEPARTMENT, Meaning.UNIT, Meaning.PHONE})
_OLD: Final = re.compile(r"\b(cu|truoc day|hien nay|hien tai|hien co|dang giu)\b")


def facts_beside(
    desk: Desk, table: AnswerColumns, workbook: Workbook, holders: Mapping[int, str]
) -> dict[int, IntakeRow]:
    """Read the other columns of a list of addresses as those of any list of the unit, by the number of the row.

    `holders` names who has the present address of a row, for lists that name nobody themselves.
    """
    sheet = next(one for one in workbook.sheets if one.name == table.sheet)
    width = max(len(row.cells) for row in sheet.rows)
    named = _with_holders(sheet, first=table.rows[0].number if table.rows else 0, names=holders, at=width)
    _, meanings = without_old(named)
    places = {table.columns["address"]: Meaning.ADDRESS, table.columns["given"]: Meaning.IGNORED}
    plan = plan_intake(desk, replace(workbook, sheets=(named,)), meanings={sheet.name: {**meanings, **places}})
    return {row.row: row for row in plan.rows}


def _with_holders(sheet: Sheet, *, first: int, names: Mapping[int, str], at: int) -> Sheet:
    """Add whom the register has at each address, where the list itself names nobody."""
    header = find_header(sheet)
    if header is not None and header.columns_of(Meaning.FULL_NAME) + header.columns_of(Meaning.FAMILY_AND_MIDDLE):
        return sheet
    named = []
    for row, below in zip(sheet.rows, (*sheet.rows[1:], None), strict=True):
        text = _NAMED if below is not None and below.number == first else names.get(row.number, "")
        blank = (Cell(""),) * (at - len(row.cells))
        named.append(Row(row.number, (*row.cells, *blank, Cell(text))) if text else row)
    return sheet._replace(rows=tuple(named))


def without_old(sheet: Sheet) -> tuple[str, dict[int, Meaning]]:
    """Leave a column of what was (`Chức vụ cũ`) unread beside one of what is to be (`Chức vụ mới`)."""
    header = find_header(sheet)
    if header is None:
        return sheet.name, {}
    facts = {column: meaning for column, meaning in header.columns.items() if meaning in _MAY_CHANGE}
    old = {column for column in facts if _OLD.search(plain_heading(header.headings.get(column, "")))}
    present = {meaning for column, meaning in facts.items() if column not in old}
    return sheet.name, {column: Meaning.IGNORED for column in old if facts[column] in present}


def says_something(row: IntakeRow) -> bool:
    """Say whether a row of a list has any fact that a change may be about."""
    return any((row.post, row.department, row.phone, row.birth_on, row.id_number))
