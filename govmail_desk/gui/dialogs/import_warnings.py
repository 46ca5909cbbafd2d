"""Which of the plan's sentences are said at which step: those of sheets and columns beside the columns, the rest beside the rows.

Here: the sorting. The sentences are the plan's own (`operations.intake_planning`); a column in an old font has a card of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmail_desk.operations.intake_reading import UNKEPT, UNREAD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmail_desk.operations.intake_plan import IntakePlan


def warnings_of_columns(plan: IntakePlan, sheet: str) -> list[str]:
    """Return what to know before the columns of a sheet are trusted, the refusal of the whole file first."""
    columns = next((one for one in plan.columns if one.sheet == sheet), None)
    said = [plan.refusal, *plan.workbook.warnings, *(columns.problems if columns else ()), *_of_sheets(plan)]
    return list(dict.fromkeys(filter(None, said)))


def warnings_of_rows(plan: IntakePlan) -> list[str]:
    """Return what to know before the rows are written, the columns in an old font among it as long as they are not converted."""
    elsewhere = {*plan.workbook.warnings, *_of_sheets(plan)}
    elsewhere |= {problem for columns in plan.columns for problem in columns.problems}
    return [one for one in plan.warnings if one not in elsewhere]


def _of_sheets(plan: IntakePlan) -> Iterator[str]:
    """Yield what is said of hidden sheets and of columns that are never read, or not kept."""
    hidden = [f"«{sheet.name}»" for sheet in plan.workbook.sheets if sheet.is_hidden and sheet.rows]
    for sentence in plan.warnings:
        is_of_columns = any(words in sentence for words in (UNREAD, UNKEPT))
        if is_of_columns or (sentence.startswith("Trang ẩn") and any(name in sentence for name in hidden)):
            yield sentence
