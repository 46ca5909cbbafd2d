"""The workbook of a report (.xlsx): changes by kind, by unit, the name list, charts, figures of use, and where all of it comes from.

Figures are numbers and all else is text, never a formula; it is written row by row, so that tens of thousands of names take no memory.
The letter beside it is `documents.report`, the charts `documents.report_charts`, the rows `domain.report_tables`.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZipFile

from openpyxl import Workbook

from govmail_desk.documents.package import parsed
from govmail_desk.documents.report_charts import bar_chart
from govmail_desk.documents.workbook_page import HEAD_ROW, Cell, WorkbookPage
from govmail_desk.domain import report_tables
from govmail_desk.domain.report_figures import FLOWS
from govmail_desk.domain.report_tables import COLUMNS, FLOW_WORDS, KIND_NAMES, KIND_WORDS, column_words, unit_name
from govmail_desk.domain.report_usage import COUNT_LABELS, NOTE_LABELS, RATES, UNKNOWN

if TYPE_CHECKING:
    from govmail_desk.domain.report_figures import ChangeLine, Figures, LineKind
    from govmail_desk.domain.report_text import ReportWords

_FIRST_SHEET: Final = "xl/worksheets/sheet1.xml"
_SHEET: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
BALANCE: Final = "Đầu + tăng − giảm"
AGREES: Final = "Khớp"
DIFFERS: Final = "KHÔNG KHỚP"
_COUNT_WIDTH: Final = 8
MOST_UNITS_IN_CHART: Final = 20
"""More bars than this nobody tells apart; the largest units stand in the chart, the rest together in its last bar."""
_KINDS: Final[tuple[LineKind, ...]] = ("unit", "personal", "all")


def report_workbook(words: ReportWords, *, title: str, notes: Sequence[tuple[str, str]]) -> bytes:
    """Return the .xlsx; `notes` are pairs of what is noted and what is said of it, for the last sheet."""
    book = Workbook(write_only=True)
    _write_kinds(book, words, title)
    _write_units(book, words, title)
    _write_charts(book, words, title)
    _write_names(book, words, title)
    _write_usage(book, words, title)
    _write_notes(book, title, notes)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def holds_totals(workbook: bytes, figures: Figures) -> bool:
    """Read the first sheet of a made workbook back and say whether its last row holds the totals of these figures."""
    with ZipFile(io.BytesIO(workbook)) as parts:
        sheet = parsed(parts.read(_FIRST_SHEET))
    *_, last = sheet.iter(f"{_SHEET}row")
    held = [cell.findtext(f"{_SHEET}v") for cell in last.iter(f"{_SHEET}c") if cell.get("t") == "n"]
    whole = figures.total()
    wanted = (*(getattr(whole, name) for name in COLUMNS), whole.closing)
    return [str(figure) for figure in wanted] == held


def _write_kinds(book: Any, words: ReportWords, title: str) -> None:
    heads = ("Loại hộp thư", *_count_heads())
    page = WorkbookPage(book, "Biến động", (22, *_count_widths()), title, _dates(words), heads)
    for kind in _KINDS:
        page.write((KIND_NAMES[kind], *_counts(words.figures.total(kind))), is_bold=kind == "all")


def _write_units(book: Any, words: ReportWords, title: str) -> None:
    heads = ("TT", "Cơ quan, đơn vị", "Loại hộp thư", *_count_heads())
    page = WorkbookPage(book, "Theo đơn vị", (5, 31, 11, *_count_widths()), title, _dates(words), heads)
    place, last = 0, ""
    for line in words.figures.lines:
        if not line.is_empty:
            named = unit_name(line, words.figures)
            place += named != last
            last = named
            page.write((place, named, KIND_WORDS[line.kind], *_counts(line)))
    for kind in _KINDS:
        named = "Cả hai loại" if kind == "all" else KIND_WORDS[kind]
        page.write(("", "Tổng cộng", named, *_counts(words.figures.total(kind))), is_bold=True)


def _write_names(book: Any, words: ReportWords, title: str) -> None:
    heads = ("TT", "Ngày", "Nội dung", "Địa chỉ hộp thư", "Hộp thư của", "Đơn vị", "Căn cứ")
    page = WorkbookPage(book, "Danh sách", (6, 12, 27, 37, 30, 26, 19), title, _dates(words), heads)
    for row in report_tables.rows_of_names(words.figures.names):
        stt, *rest = row.values()
        page.write((int(stt), *rest))
    if not words.figures.names:
        page.write(("", "", _no_names(words.figures), "", "", "", ""))


def _no_names(figures: Figures) -> str:
    """Say why nobody is listed: packages tell figures alone."""
    if all(office.is_silent for office in figures.offices):
        return "Trong kỳ không có hộp thư nào biến động"
    return "Hộp thư biến động của các đơn vị gửi gói nằm trong báo cáo của từng đơn vị"


def _write_usage(book: Any, words: ReportWords, title: str) -> None:
    page = WorkbookPage(book, "Sử dụng", (52, 46), title, _dates(words), ("Chỉ tiêu", "Số liệu"))
    figures = words.figures
    page.write(("Số người đang làm việc", _known(figures.people_count)))
    page.write(("Số người có hộp thư cá nhân", _known(figures.people_with_mailbox_count)))
    for key, label in COUNT_LABELS.items():
        page.write((label, _known(words.usage.get(key))))
    for rate in RATES.values():
        page.write((rate.label, rate.words(words.usage)))
    for key, label in NOTE_LABELS.items():
        page.write((label, str(words.usage.get(key) or UNKNOWN)))


def _write_notes(book: Any, title: str, notes: Sequence[tuple[str, str]]) -> None:
    page = WorkbookPage(book, "Ghi chú", (32, 100), title, "Nguồn số liệu và cách tính", ("Nội dung", "Diễn giải"))
    for said in notes:
        page.write(said)


def _write_charts(book: Any, words: ReportWords, title: str) -> None:
    """The few figures the charts are drawn of stand on the left, so that each bar can be checked; the charts at the right."""
    heads = ("Loại hộp thư", report_tables.OPENING, report_tables.CLOSING)
    page = WorkbookPage(book, "Biểu đồ", (40, 12, 12), title, _dates(words), heads)
    page.sheet.page_setup.fitToHeight = 1
    kinds = [(KIND_NAMES[kind], *_ends(words.figures.total(kind))) for kind in ("unit", "personal")]
    units = list(report_tables.largest_units(words.figures, most=MOST_UNITS_IN_CHART))
    whole = words.figures.total()
    flows = [(FLOW_WORDS[flow], getattr(whole, flow)) for flow in FLOWS if getattr(whole, flow)]
    for cells in kinds:
        page.write(cells)
    bar_chart(
        page.sheet,
        title="Đầu kỳ và cuối kỳ theo loại",
        head_row=HEAD_ROW,
        row_count=len(kinds),
        series_count=2,
        anchor="E4",
    )
    below = _chart_of(page, "Đầu kỳ và cuối kỳ theo đơn vị", heads, units, anchor_row=18)
    if flows:
        _chart_of(page, "Biến động trong kỳ", ("", "Số lượt"), flows, anchor_row=below)


def _chart_of(
    page: WorkbookPage, title: str, heads: tuple[str, ...], rows: Sequence[tuple[Cell, ...]], *, anchor_row: int
) -> int:
    """Write a small table and its chart; return the row of the sheet below the chart, about."""
    page.write(("",) * len(heads), is_boxed=False)
    page.write((title, *heads[1:]), is_bold=True)
    bar_chart(
        page.sheet,
        title=title,
        head_row=page.row_count,
        row_count=len(rows),
        series_count=len(heads) - 1,
        anchor=f"E{anchor_row}",
    )
    for cells in rows:
        page.write(cells)
    return anchor_row + 7 + 2 * max(len(rows) * (len(heads) - 1), 6)


def _ends(line: ChangeLine) -> tuple[int, int]:
    return line.opening, line.closing


def _count_heads() -> tuple[str, ...]:
    return (*map(column_words, COLUMNS), BALANCE, "Kiểm tra")


def _count_widths() -> tuple[float, ...]:
    return (*(_COUNT_WIDTH,) * len(COLUMNS), 11, 9)


def _counts(line: ChangeLine) -> tuple[Cell, ...]:
    """The figures of a line, what its balance comes to, and whether that is the closing."""
    balance = line.opening + line.came_in - line.went_out
    return (*(getattr(line, name) for name in COLUMNS), balance, AGREES if balance == line.closing else DIFFERS)


def _known(figure: object) -> Cell:
    return figure if isinstance(figure, int) else UNKNOWN


def _dates(words: ReportWords) -> str:
    figures = words.figures
    return f"Đầu kỳ: hết ngày {figures.opening_on:%d/%m/%Y}. Số liệu chốt đến hết ngày {figures.cut_off_on:%d/%m/%Y}."
