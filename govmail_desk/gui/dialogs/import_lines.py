"""The rows of the preview: which the search and the chips find, in which order, and what each column says of them.

Here: `PreviewLine`, `preview_columns`, `found_lines`. Titles, headings and blank rows are found only where those set aside are asked for.
Not here: the table and the pane (`gui.dialogs.import_preview`), what becomes of a row (`operations.intakes`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from govmail_desk import wording
from govmail_desk.domain.heading import Meaning
from govmail_desk.domain.privacy import masked
from govmail_desk.domain.vietnamese import search_key, sort_key
from govmail_desk.gui.look.days import birth_words
from govmail_desk.gui.look.marks import OUTCOME_MARKS
from govmail_desk.gui.tables.columns import Column
from govmail_desk.operations.intake_plan import LABELS, OUTCOMES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from govmail_desk.gui.tables.columns import Order
    from govmail_desk.operations.intake_plan import Difference, IntakePlan, IntakeRow

FIRST_COUNT: Final = 200
_FACTS: Final = {
    Meaning.POST: "post",
    Meaning.DEPARTMENT: "department",
    Meaning.CUSTODIAN: "custodian",
    Meaning.BIRTH_ON: "birth_on",
    Meaning.PHONE: "phone",
    Meaning.OFFICE_PHONE: "office_phone",
    Meaning.ID_NUMBER: "id_number",
    Meaning.ADDRESS: "address",
    Meaning.NOTE: "note",
}
_SHOWN: Final[dict[str, Callable[[str], str]]] = {LABELS["birth_on"]: birth_words, LABELS["id_number"]: masked}
"""Facts that are not shown as they lie there."""
_RANK: Final = {outcome: place for place, outcome in enumerate(("doubtful", "new", "changed", "same", "set_aside"))}


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One row of the plan, numbered by its place in it."""

    id: int
    row: IntakeRow


@dataclass(frozen=True, slots=True)
class FoundLines:
    """What a search finds: all numbers in order, the first lines."""

    ids: list[int]
    first: tuple[PreviewLine, ...]


def found_lines(plan: IntakePlan, search: str, outcomes: Collection[str], order: Order) -> FoundLines:
    """Find rows by words in any order, without diacritics, over everything the preview says of them."""
    words = search_key(search).split()
    found = [
        number
        for number, row in enumerate(plan.rows)
        if (row.outcome in outcomes if outcomes else is_of_the_list(row)) and _has(words, row)
    ]
    if order.by == "outcome":
        found.sort(key=lambda number: _RANK[plan.rows[number].outcome], reverse=order.is_descending)
    elif order.by == "name":
        found.sort(key=lambda number: sort_key(plan.rows[number].full_name), reverse=order.is_descending)
    elif order.is_descending:
        found.reverse()
    return FoundLines(found, tuple(lines_of(plan, found[:FIRST_COUNT])))


def lines_of(plan: IntakePlan, numbers: Collection[int]) -> list[PreviewLine]:
    """Return the lines of these numbers."""
    return [PreviewLine(number, plan.rows[number]) for number in numbers]


def outcome_counts(plan: IntakePlan) -> dict[str, int]:
    """Count the rows by what would become of them."""
    return {outcome: plan.counts[outcome] for outcome in OUTCOMES}


def difference_words(difference: Difference) -> str:
    """Say a change: what it is called, what the register says, what it would say."""
    shown = _SHOWN.get(difference.label, str)
    before, after = (shown(text) or "trống" for text in (difference.before, difference.after))
    return f"{difference.label}: {before} → {after}"


def said_of(row: IntakeRow) -> str:
    """Say in one line why a row stands as it does, and what it would change.

    What keeps a row from being written is found last, and so is said first.
    """
    reasons = row.reasons[:: 1 if row.is_taken else -1]
    return " ".join([*reasons, "; ".join(map(difference_words, row.differences))]).strip()


def texts_of_file(plan: IntakePlan, row: IntakeRow) -> dict[str, str]:
    """Return the facts the sheet of a row has columns for, as the file says them, so that a slip is mended where it was made."""
    columns = next((one for one in plan.columns if one.sheet == row.sheet), None)
    sheet = next((one for one in plan.workbook.sheets if one.name == row.sheet), None)
    if columns is None or sheet is None:
        return {}
    cells = sheet.rows[row.row - 1]
    found: dict[str, str] = {}
    for column, meaning in columns.meanings.items():
        if meaning in _FACTS:
            found[_FACTS[meaning]] = found.get(_FACTS[meaning]) or cells.text(column)
    return found


def preview_columns(*, has_sheets: bool) -> list[Column[PreviewLine]]:
    """Return the columns; the sheet is named where there are several."""
    return [
        Column(key="row", title="Dòng", width=6, text=lambda line: str(line.row.row), sort_by="row", is_right=True),
        Column(key="sheet", title="Trang", width=10, text=lambda line: line.row.sheet, is_hidden=not has_sheets),
        Column(
            key="outcome",
            title="Kết quả",
            width=10,
            text=lambda line: wording.OUTCOMES[line.row.outcome],
            mark=lambda line: OUTCOME_MARKS[line.row.outcome],
            sort_by="outcome",
        ),
        Column(key="name", title="Họ và tên, đơn vị", width=20, text=lambda line: line.row.full_name, sort_by="name"),
        Column(key="said", title="Lý do, thay đổi", width=30, text=lambda line: said_of(line.row), grows=True),
        Column(key="address", title="Địa chỉ", width=27, text=lambda line: line.row.address),
        Column(key="post", title="Chức vụ", width=14, text=lambda line: line.row.post),
        Column(key="department", title="Thuộc", width=18, text=lambda line: line.row.department),
    ]


def is_of_the_list(row: IntakeRow) -> bool:
    """Say whether a row is a person's or a unit's, and no title, heading, group or blank one."""
    return row.outcome != "set_aside" or bool(row.full_name or row.address)


def _has(words: list[str], row: IntakeRow) -> bool:
    if not words:
        return True
    text = search_key(" ".join((row.full_name, row.address, row.post, row.department, said_of(row))))
    return all(word in text for word in words)
