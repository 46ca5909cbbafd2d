"""The list that goes with a request, filled into its Excel form: one row for each mailbox, nothing but text in the cells.

The sheet's XML is filled directly: widths, borders, page set-up and pictures of the unit's own form come through untouched,
and a cell cannot become a formula: `=1+1`, `00123` and `+84…` are printed as they are. Not here: checking a form
(`documents.list_form`), moving what stands below the rows (`documents.list_sheet`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from lxml import etree

from govmail_desk.documents import list_sheet
from govmail_desk.documents.form import without_controls
from govmail_desk.documents.list_form import BOOK, MAIN, STYLES, TAG, ListForm, column_of, read_list_form
from govmail_desk.documents.package import packed, parsed
from govmail_desk.documents.print_width import text_width_mm
from govmail_desk.domain.errors import RuleBroken

ROWS_GO_HERE: Final = "rows-go-here"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
AIR_WIDTHS: Final = 1.5
"""Left free beside a column's longest word."""

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListContent:
    """What one list says: its head, and the cells of each row by the name of their column.

    `stt` is counted here; a column of the form that no row has stays blank, to be filled in by hand.
    """

    title: str
    attached_to: str
    """`(Kèm theo Công văn số …)`."""
    unit: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class SampleCell:
    """One cell of the form's row of tags: its column, its style, its text, and the width of the column."""

    column: str
    style: str
    template: str
    width: float


@dataclass(frozen=True, slots=True)
class SampleRow:
    """The form's row of tags: its number, its least height and the size of its letters, its cells."""

    number: int
    height_pt: float
    size_pt: float
    cells: tuple[SampleCell, ...]


def made_list(form: bytes, content: ListContent, *, form_name: str = "danh-sach.xlsx") -> bytes:
    """Return the .xlsx of a list. Raises `RuleBroken` where the form cannot be filled or the list is empty."""
    if not content.rows:
        raise RuleBroken("Danh sách chưa có dòng nào. Hãy chọn ít nhất một người hoặc một đơn vị.")
    read = read_list_form(form, name=form_name)
    rows = [{"stt": str(place), **row} for place, row in enumerate(content.rows, start=1)]
    sheet, book = parsed(read.parts[read.sheet]), parsed(read.parts[BOOK])
    list_sheet.widen(sheet, _wanted_widths(_sample_row(read, sheet), rows))
    sample = _sample_row(read, sheet)
    _fill_single_tags(read, sheet, {"tieu_de": content.title, "kem_theo": content.attached_to, "don_vi": content.unit})
    list_sheet.replace_row(sheet, sample.number, etree.Element(f"{MAIN}{ROWS_GO_HERE}"))
    list_sheet.move_down(sheet, sample=sample.number, by=len(rows) - 1)
    list_sheet.move_print_area(book, sample=sample.number, by=len(rows) - 1)
    list_sheet.trust_numbers(sheet, _area(sample, len(rows)))
    filled = _written(sheet).replace(f"<{ROWS_GO_HERE}/>", "".join(_lines(sample, rows)))
    return packed(read.parts | {read.sheet: filled.encode(), BOOK: _written(book).encode()})


def cell_text(text: str) -> str:
    """Return a text as a cell holds it: without what no sheet can, its line breaks kept."""
    return text if text.isprintable() else "\n".join(without_controls(line) for line in text.splitlines())


def _sample_row(form: ListForm, sheet: etree._Element) -> SampleRow:
    row = list_sheet.row_numbered(sheet, form.sample_row)
    widths = list_sheet.column_widths(sheet)
    cells = tuple(
        SampleCell(column, cell.get("s", "0"), form.text_of(cell), list_sheet.width_of(column, widths))
        for cell in row.iter(f"{MAIN}c")
        if (column := column_of(cell))
    )
    height = float(row.get("ht", 0)) if row.get("customHeight") in {"1", "true"} else 0.0
    return SampleRow(form.sample_row, height, list_sheet.font_size(parsed(form.parts[STYLES]), cells[-1].style), cells)


def _lines(sample: SampleRow, rows: Sequence[Row]) -> Iterator[str]:
    """Write each row as XML, as high as its texts need."""
    for number, row in enumerate(rows, start=sample.number):
        texts = [_said(cell.template, row) for cell in sample.cells]
        placed = [(text, cell.width) for text, cell in zip(texts, sample.cells, strict=True)]
        height = list_sheet.row_height(placed, size_pt=sample.size_pt, least_pt=sample.height_pt)
        cells = "".join(_cell(cell, number, text) for cell, text in zip(sample.cells, texts, strict=True))
        yield f'<row r="{number}" ht="{height}" customHeight="1">{cells}</row>'


def _cell(cell: SampleCell, row: int, text: str) -> str:
    """Write one cell as an inline string, which no program takes for a formula or a number."""
    start = f'<c r="{cell.column}{row}" s="{cell.style}"'
    if not text:
        return f"{start}/>"
    return f'{start} t="inlineStr"><is><t xml:space="preserve">{escape(text, quote=False)}</t></is></c>'


def _said(template: str, values: Row) -> str:
    return TAG.sub(lambda tag: cell_text(values.get(tag["name"], "")), template)


def _fill_single_tags(form: ListForm, sheet: etree._Element, texts: Row) -> None:
    styles = parsed(form.parts[STYLES])
    for cell in sheet.iter(f"{MAIN}c"):
        template = form.text_of(cell)
        if TAG.search(template):
            text = _said(template, texts)
            list_sheet.raise_merged_row(sheet, cell, text, size_pt=list_sheet.font_size(styles, cell.get("s", "0")))
            _say(cell, text)


def _say(cell: etree._Element, text: str) -> None:
    for child in list(cell):
        cell.remove(child)
    cell.set("t", "inlineStr")
    said = etree.SubElement(etree.SubElement(cell, f"{MAIN}is"), f"{MAIN}t")
    said.text = text
    said.set(SPACE, "preserve")


def _wanted_widths(sample: SampleRow, rows: Sequence[Row]) -> dict[int, float]:
    """Find the columns whose longest word (an address has no space to break at) needs more room than the form gives."""
    wanted = {}
    for cell in sample.cells:
        words = {word for row in rows for word in _said(cell.template, row).split() if len(word) > cell.width / 2}
        longest = max((text_width_mm(word, size_pt=sample.size_pt) for word in words), default=0)
        if (needed := longest / list_sheet.MM_PER_WIDTH + AIR_WIDTHS) > cell.width:
            wanted[list_sheet.column_number(cell.column)] = needed
    return wanted


def _area(sample: SampleRow, count: int) -> str:
    return f"{sample.cells[0].column}{sample.number}:{sample.cells[-1].column}{sample.number + count - 1}"


def _written(root: etree._Element) -> str:
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + etree.tostring(root, encoding="unicode")
