"""Answers to the sheets of a review for tests: the sheet that went out, filled in with openpyxl as a department would, and saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from govmail_desk.documents.review_sheet import HEADINGS
from govmail_desk.operations.review_sheets import make_sheets

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from openpyxl.worksheet.worksheet import Worksheet

    from govmail_desk.desk import Desk
    from govmail_desk.domain.review import Review

ADDRESS = HEADINGS.index("Địa chỉ hộp thư") + 1
HOLDER = HEADINGS.index("Người dùng") + 1
DECISION = HEADINGS.index("Quyết định") + 1
NOTE = HEADINGS.index("Ghi chú") + 1
MARK = len(HEADINGS) + 1


def sheet_files(desk: Desk, review: Review, folder: Path) -> dict[str, Path]:
    """Make the sheets of a review into a folder; return them by the end of their names."""
    make_sheets(desk, review_id=review.id, folder=folder)
    return {path.stem.split("-", 7)[7]: path for path in folder.glob("phieu-*.xlsx")}


def head_row(page: Worksheet) -> int:
    """Find the row of headings."""
    return next(row for row in range(1, 40) if page.cell(row, ADDRESS).value == HEADINGS[1])


def rows_by_what(page: Worksheet) -> dict[str, int]:
    """Find each row by its address, or its person where it has none."""
    found: dict[str, int] = {}
    for row in range(head_row(page) + 1, page.max_row + 1):
        what = page.cell(row, ADDRESS).value or page.cell(row, HOLDER).value
        if what:
            found[str(what)] = row
    return found


def filled(
    path: Path,
    answers: Mapping[str, str | tuple[str, str]],
    *,
    name: str = "tra-loi.xlsx",
    bent: Callable[[Worksheet], object] | None = None,
) -> Path:
    """Fill in decisions (and notes) by address or name, bend the sheet where a test wants it, and save it beside."""
    book = load_workbook(path)
    page = book.worksheets[0]
    places = rows_by_what(page)
    for what, said in answers.items():
        decision, note = said if isinstance(said, tuple) else (said, "")
        page.cell(places[what], DECISION).value = decision
        page.cell(places[what], NOTE).value = note or None
    if bent is not None:
        bent(page)
    target = path.with_name(name)
    book.save(target)
    return target
