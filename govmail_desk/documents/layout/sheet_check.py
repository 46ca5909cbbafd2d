"""The sheet itself: its size, which way it lies, its margins, and the page number in its top margin.

Not here: how a sheet is read (`layout.reading`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from govmail_desk.documents.layout.components import Components
from govmail_desk.documents.layout.reading import Paragraph, Sheet
from govmail_desk.documents.layout.told import between, deviation, figure
from govmail_desk.domain.layout import Finding, Layout, Margin

SHEET_SLACK_MM: Final = 1.5
MARGIN_SLACK_MM: Final = 0.5
SIZE_SLACK_PT: Final = 0.3
"""What programs round away when they save."""

SIDES: Final = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
PAGE_FIELD: Final = re.compile(r"\bPAGE\b", re.IGNORECASE)
NUMBERING: Final = "Số trang"


def sheet_deviations(found: Components, layout: Layout) -> Iterator[Finding]:
    """Compare every section's sheet; a fault shared by several is told once."""
    told: set[str] = set()
    has_table = found.has_tables or bool(found.of("appendix"))
    for sheet in found.paper.sheets:
        for finding in (*_size(sheet, layout, has_table=has_table), *_margins(sheet, layout)):
            if finding.sentence not in told:
                told.add(finding.sentence)
                yield finding
    yield from _page_number(found.paper.sheets[0], layout)


def _size(sheet: Sheet, layout: Layout, *, has_table: bool) -> Iterator[Finding]:
    width, height = sorted((sheet.width_mm, sheet.height_mm))
    asked = layout.sheet
    if abs(width - asked.width_mm) > SHEET_SLACK_MM or abs(height - asked.height_mm) > SHEET_SLACK_MM:
        yield deviation(
            layout,
            asked,
            where="Khổ giấy",
            now=f"Khổ giấy đang là {figure(sheet.width_mm)} × {figure(sheet.height_mm)} mm",
            asks=f"khổ A4 {asked.width_mm} × {asked.height_mm} mm",
            mend="mở Bố trí trang, mục Khổ giấy, và chọn A4",
        )
    if sheet.width_mm > sheet.height_mm and not has_table:
        yield deviation(
            layout,
            layout.asks("orientation"),
            where="Hướng giấy",
            now="Trang giấy đang nằm ngang mà trong văn bản không có bảng biểu",
            asks="trình bày theo chiều dài của khổ A4",
            mend="mở Bố trí trang, mục Hướng giấy, và chọn hướng dọc",
        )


def _margins(sheet: Sheet, layout: Layout) -> Iterator[Finding]:
    for margin in layout.margin:
        width = sheet.margins_mm[margin.side]
        if not margin.least_mm - MARGIN_SLACK_MM <= width <= margin.most_mm + MARGIN_SLACK_MM:
            yield _margin(margin, width, layout)


def _margin(margin: Margin, width_mm: float, layout: Layout) -> Finding:
    side = SIDES[margin.side]
    return deviation(
        layout,
        margin,
        where=f"Lề {side}",
        now=f"Lề {side} đang là {figure(width_mm)} mm",
        asks=f"lề {side} từ {margin.least_mm} đến {margin.most_mm} mm",
        mend="mở Bố trí trang, mục Lề, và đặt lại",
    )


def _page_number(sheet: Sheet, layout: Layout) -> Iterator[Finding]:
    numbers = _numbered(sheet.headers.get("default", ()))
    if not numbers:
        yield _without_number(sheet, layout)
        return
    if not sheet.has_own_first_page or _numbered(sheet.headers.get("first", ())):
        yield _number(
            layout,
            now="Số trang đang hiện cả ở trang thứ nhất",
            asks="không hiển thị số trang thứ nhất",
            mend="bật mục Trang đầu khác biệt của đầu trang rồi xóa số ở trang đầu",
        )
    if sheet.has_own_even_pages and not _numbered(sheet.headers.get("even", ())):
        yield _number(
            layout,
            now="Trang chẵn có đầu trang riêng mà không có số trang",
            asks="mọi trang từ trang thứ hai có số",
            mend="chèn số trang vào đầu trang chẵn hoặc bỏ mục Trang chẵn lẻ khác biệt",
        )
    if sheet.number_format != "decimal":
        yield _number(
            layout,
            now="Số trang không phải chữ số Ả Rập",
            asks="đánh số bằng chữ số Ả Rập",
            mend="mở Định dạng số trang và chọn 1, 2, 3",
        )
    if sheet.first_number != 1:
        yield _number(
            layout,
            now=f"Số trang đang đánh từ {sheet.first_number}",
            asks="đánh từ số 1",
            mend="mở Định dạng số trang và cho bắt đầu từ 1",
        )
    yield from _number_look(numbers[0], layout)


def _number_look(number: Paragraph, layout: Layout) -> Iterator[Finding]:
    asked = layout.page_number
    if number.look.align != "center":
        yield _number(
            layout,
            now="Số trang chưa nằm giữa",
            asks="đặt canh giữa theo chiều ngang",
            mend="mở đầu trang và canh giữa số trang",
        )
    sizes = {piece.look.size_pt for piece in number.pieces if piece.text.strip()}
    odd = [size for size in sizes if not asked.least_pt - SIZE_SLACK_PT <= size <= asked.most_pt + SIZE_SLACK_PT]
    if odd:
        asks = f"cỡ chữ {between(asked.least_pt, asked.most_pt)}"
        yield _number(
            layout, now=f"Số trang đang cỡ chữ {figure(odd[0])}", asks=asks, mend="chọn số trang và đổi lại cỡ chữ"
        )
    if any(piece.look.is_bold or piece.look.is_italic for piece in number.pieces if piece.text.strip()):
        yield _number(
            layout,
            now="Số trang đang đậm hoặc nghiêng",
            asks="kiểu chữ đứng",
            mend="chọn số trang và bỏ kiểu đậm, nghiêng",
        )


def _without_number(sheet: Sheet, layout: Layout) -> Finding:
    feet = [one for kind in sheet.footers.values() for one in kind]
    if _numbered(feet):
        return _number(
            layout,
            now="Số trang đang nằm ở chân trang",
            asks="đặt số trang ở giữa lề trên",
            mend="xóa số ở chân trang và chèn số vào giữa đầu trang",
        )
    return replace(
        _number(
            layout,
            now="Đầu trang không có số trang",
            asks="đánh số từ trang thứ hai, ở giữa lề trên",
            mend="chèn số trang vào giữa đầu trang nếu văn bản dài hơn một trang",
        ),
        severity="look",
    )


def _numbered(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    return [one for one in paragraphs if PAGE_FIELD.search(one.fields)]


def _number(layout: Layout, *, now: str, asks: str, mend: str) -> Finding:
    return deviation(layout, layout.page_number, where=NUMBERING, now=now, asks=asks, mend=mend)
