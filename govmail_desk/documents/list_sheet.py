"""What has to move on a sheet when its one row of tags becomes many: rows, merged cells, print area, widths and heights.

Not here: what the cells say (`documents.list`), checking a form (`documents.list_form`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from copy import copy
from typing import Final

from lxml import etree

from govmail_desk.documents.list_form import MAIN, REFERENCE
from govmail_desk.documents.print_width import balanced_lines, line_count

MM_PER_WIDTH: Final = 2.1
"""One unit of column width: a digit of 12-point Times New Roman, rounded down as a printer may."""

USUAL_WIDTH: Final = 9.0
USUAL_SIZE_PT: Final = 12.0
CELL_AIR_MM: Final = 1.5
LINE_SPACING: Final = 1.3
ROW_AIR_PT: Final = 4.0
PRINT_AREA: Final = "_xlnm.Print_Area"
AFTER_IGNORED_ERRORS: Final = {
    f"{MAIN}{name}"
    for name in (
        *("smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "picture", "oleObjects", "controls"),
        *("webPublishItems", "tableParts", "extLst"),
    )
}
"""What follows `ignoredErrors` in the order a sheet's parts must have."""


def column_number(letters: str) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def width_of(column: str, widths: Mapping[int, float]) -> float:
    """Return a column's width, the usual one where the sheet sets none."""
    return widths.get(column_number(column), USUAL_WIDTH)


def row_numbered(sheet: etree._Element, number: int) -> etree._Element:
    """Return the row with this number."""
    return next(row for row in sheet.iter(f"{MAIN}row") if row.get("r") == str(number))


def replace_row(sheet: etree._Element, number: int, mark: etree._Element) -> None:
    """Take a row out and leave a mark in its place."""
    next(sheet.iter(f"{MAIN}sheetData")).replace(row_numbered(sheet, number), mark)


def moved(reference: str, *, sample: int, by: int) -> str:
    """Move a reference (`A7`, `$A$1:$H$6`) that stands below the sample row; a range that ends on the row grows with it."""

    def moved_cell(found: re.Match[str]) -> str:
        row = int(found["row"])
        is_end = found.start() > 0
        return f"{found['column']}{row + by if row > sample or (is_end and row == sample) else row}"

    return REFERENCE.sub(moved_cell, reference)


def move_down(sheet: etree._Element, *, sample: int, by: int) -> None:
    """Make room for the rows: everything below the sample row moves down."""
    for row in sheet.iter(f"{MAIN}row"):
        number = int(row.get("r", "0"))
        if number > sample:
            row.set("r", str(number + by))
            for cell in row.iter(f"{MAIN}c"):
                cell.set("r", moved(cell.get("r", ""), sample=sample, by=by))
    for holder in (*sheet.iter(f"{MAIN}mergeCell"), *sheet.iter(f"{MAIN}dimension")):
        holder.set("ref", moved(holder.get("ref", ""), sample=sample, by=by))


def move_print_area(book: etree._Element, *, sample: int, by: int) -> None:
    """Let the print area of the first sheet take the rows in."""
    for name in book.iter(f"{MAIN}definedName"):
        if name.get("name") == PRINT_AREA and name.get("localSheetId") == "0" and name.text:
            sheet, _, area = name.text.rpartition("!")
            name.text = f"{sheet}!{moved(area, sample=sample, by=by)}"


def column_widths(sheet: etree._Element) -> dict[int, float]:
    """Return the width of each column the sheet sets, in its own units."""
    return {
        number: float(column.get("width", USUAL_WIDTH))
        for column in sheet.iter(f"{MAIN}col")
        for number in range(int(column.get("min", 1)), int(column.get("max", 1)) + 1)
    }


def widen(sheet: etree._Element, wanted: Mapping[int, float]) -> None:
    """Widen columns to at least the wanted widths; the page is then scaled to fit by Excel itself."""
    columns = [(holder, column) for holder in sheet.iter(f"{MAIN}cols") for column in holder]
    for holder, column in columns:
        first, last = int(column.get("min", 1)), int(column.get("max", 1))
        if not any(first <= number <= last for number in wanted):
            continue
        for number in range(first, last + 1):
            single = copy(column)
            single.set("min", str(number))
            single.set("max", str(number))
            single.set("width", f"{max(wanted.get(number, 0), float(column.get('width', USUAL_WIDTH))):.2f}")
            column.addprevious(single)
        holder.remove(column)


def raise_merged_row(sheet: etree._Element, cell: etree._Element, text: str, *, size_pt: float) -> None:
    """Give the row of a merged cell the height its text needs: Excel fits the height of single cells only."""
    merged = next(
        (found for found in sheet.iter(f"{MAIN}mergeCell") if found.get("ref", "").startswith(f"{cell.get('r')}:")),
        None,
    )
    row = cell.getparent()
    if merged is None or row is None:
        return
    ends = [column_number(found["column"].strip("$")) for found in REFERENCE.finditer(merged.get("ref", ""))]
    widths = column_widths(sheet)
    width_mm = sum(widths.get(number, USUAL_WIDTH) for number in range(ends[0], ends[1] + 1)) * MM_PER_WIDTH
    lines = len(balanced_lines(text, width_mm=width_mm, size_pt=size_pt, is_bold=True))
    row.set("ht", f"{max(float(row.get('ht', 0)), lines * size_pt * LINE_SPACING + ROW_AIR_PT):.1f}")
    row.set("customHeight", "1")


def row_height(texts: Iterable[tuple[str, float]], *, size_pt: float, least_pt: float = 0) -> float:
    """Return the height of a row whose texts stand in columns of the given widths: LibreOffice fits no height by itself."""
    lines = max(
        (line_count(text, width_mm=width * MM_PER_WIDTH - CELL_AIR_MM, size_pt=size_pt) for text, width in texts),
        default=1,
    )
    return max(least_pt, round(lines * size_pt * LINE_SPACING + ROW_AIR_PT, 1))


def font_size(styles: etree._Element, style: str) -> float:
    """Return the size of the font of a cell's style."""
    formats = styles.find(f"{MAIN}cellXfs")
    fonts = styles.find(f"{MAIN}fonts")
    if formats is None or fonts is None:
        return USUAL_SIZE_PT
    size = fonts[int(formats[int(style or 0)].get("fontId", "0"))].find(f"{MAIN}sz")
    return USUAL_SIZE_PT if size is None else float(size.get("val", USUAL_SIZE_PT))


def trust_numbers(sheet: etree._Element, area: str) -> None:
    """Tell Excel that digits in these cells are meant as text, so that it marks no telephone number as an error."""
    errors = etree.Element(f"{MAIN}ignoredErrors")
    etree.SubElement(errors, f"{MAIN}ignoredError", sqref=area, numberStoredAsText="1")
    for old in sheet.findall(f"{MAIN}ignoredErrors"):
        sheet.remove(old)
    follower = next((part for part in sheet if part.tag in AFTER_IGNORED_ERRORS), None)
    if follower is None:
        sheet.append(errors)
    else:
        follower.addprevious(errors)
