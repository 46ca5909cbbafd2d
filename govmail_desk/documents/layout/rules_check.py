"""The drawn rules under motto, issuing body and subject, and the one above the contact line.

Not here: finding what is drawn (`layout.drawn_lines`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from govmail_desk.documents.layout.components import Components
from govmail_desk.documents.layout.drawn_lines import DrawnLine
from govmail_desk.documents.layout.line_words import TYPED_RULE, is_typed_rule
from govmail_desk.documents.layout.reading import Paragraph
from govmail_desk.documents.layout.told import deviation, figure, quoted
from govmail_desk.documents.print_width import text_width_mm
from govmail_desk.domain.layout import ComponentKey, DrawnRule, Finding, Layout

SLACK: Final = 0.08
"""How much a rule drawn by hand may be off, beside its length."""

OFF_MIDDLE_MM: Final = 4.0
FULL: Final = 0.97
"""A line that misses less than this of the text's width reaches from margin to margin."""

WHERE: Final[dict[ComponentKey, str]] = {
    "motto": "Đường kẻ dưới Tiêu ngữ",
    "body": "Đường kẻ dưới tên cơ quan",
    "subject": "Đường kẻ dưới trích yếu",
}


def rule_deviations(found: Components, layout: Layout) -> Iterator[Finding]:
    """Look under each part that has a rule."""
    free = _floating(found)
    for rule in layout.rule:
        if paragraphs := found.of(rule.under):
            yield from _under(found, paragraphs, rule, layout, free)
    yield from _over_contact(found, layout)


def _floating(found: Components) -> list[DrawnLine]:
    """Shapes of the head that stand in no part's own cell: Word hangs a shape on any paragraph near by."""
    cells = [one.cell for key in ("motto", "body") for one in found.of(key) if one.cell]
    near = (*found.head, *found.of("addressee")[:1])
    return [line for one in near if one.cell not in cells or one.cell is None for line in one.lines if not line.is_edge]


def _under(
    found: Components, paragraphs: tuple[Paragraph, ...], rule: DrawnRule, layout: Layout, free: list[DrawnLine]
) -> Iterator[Finding]:
    last = paragraphs[-1]
    name = layout.part(rule.under).name
    lines = _lines_of(found, paragraphs)
    widest = _widest_mm(paragraphs)
    if not lines and free:
        lines = [min(free, key=lambda line: abs(line.length_mm - widest * rule.most.value))]
        free.remove(lines[0])
    if not lines:
        yield _missing(found, paragraphs, rule, layout)
        return
    line = lines[0]
    if not line.is_solid:
        yield _told(
            rule,
            layout,
            last,
            now=f"Đường kẻ dưới {name} {quoted(last.text)} không phải nét liền",
            asks="đường kẻ nét liền",
            mend="chọn đường kẻ và đổi sang nét liền",
        )
    share = line.length_mm / widest if widest else 0.0
    if not rule.least.value * (1 - SLACK) <= share <= rule.most.value * (1 + SLACK):
        now = f"Đường kẻ dưới {name} {quoted(last.text)} đang dài {figure(line.length_mm)} mm, dòng chữ dài {figure(widest)} mm"
        yield _told(rule, layout, last, now=now, asks=_length_asked(rule), mend="kéo lại độ dài đường kẻ")
    elif abs(line.off_middle_mm) > OFF_MIDDLE_MM:
        yield _told(
            rule,
            layout,
            last,
            now=f"Đường kẻ dưới {name} {quoted(last.text)} đang lệch sang một bên",
            asks="đường kẻ đặt cân đối so với dòng chữ",
            mend="kéo đường kẻ vào giữa",
        )


def _length_asked(rule: DrawnRule) -> str:
    if rule.least.value == rule.most.value:
        return "đường kẻ dài bằng dòng chữ"
    return f"đường kẻ dài từ {rule.least} đến {rule.most} dòng chữ"


def _missing(found: Components, paragraphs: tuple[Paragraph, ...], rule: DrawnRule, layout: Layout) -> Finding:
    last, name = paragraphs[-1], layout.part(rule.under).name
    following = next((one for one in found.after(last) if one.said), None)
    typed = bool(TYPED_RULE.search(last.said.replace(" - ", " "))) or (following and is_typed_rule(following.said))
    if typed:
        now = f"Đường kẻ dưới {name} {quoted(last.text)} đang gõ bằng dấu gạch"
        mend = "xóa các dấu gạch rồi vẽ một đường kẻ ngang ở đó"
    elif any(piece.look.is_underlined for one in paragraphs for piece in one.pieces):
        now = f"{name} {quoted(last.text)} đang gạch chân thay cho đường kẻ"
        mend = "bỏ gạch chân rồi vẽ một đường kẻ ngang ở dưới"
    else:
        now = f"Dưới {name} {quoted(last.text)} chưa có đường kẻ"
        mend = "vẽ một đường kẻ ngang ở đó"
    return _told(rule, layout, last, now=now, asks=f"{_length_asked(rule)}, nét liền", mend=mend)


def _lines_of(found: Components, paragraphs: tuple[Paragraph, ...]) -> list[DrawnLine]:
    """Lines on the part itself, on the blank paragraphs below it, and shapes anywhere in its cell."""
    lines = [line for one in paragraphs for line in one.lines]
    for one in found.after(paragraphs[-1]):
        if one.said:
            break
        lines += one.lines
    if cell := paragraphs[-1].cell:
        around = (one for one in found.head if one.cell == cell)
        lines += [line for one in around for line in one.lines if not line.is_edge and line not in lines]
    return lines


def _widest_mm(paragraphs: tuple[Paragraph, ...]) -> float:
    return max((width for one in paragraphs for width in _line_widths(one)), default=0.0)


def _line_widths(paragraph: Paragraph) -> Iterator[float]:
    """Break a paragraph into lines as Word does and measure each."""
    looks = [piece.look for piece in paragraph.pieces if piece.text.strip()]
    if not looks:
        return
    room = paragraph.width_mm - paragraph.look.left_mm - paragraph.look.right_mm
    for written in paragraph.text.splitlines():
        line = ""
        for word in written.split():
            longer = f"{line} {word}".strip()
            if line and _width(longer, looks[0].size_pt, looks[0].is_bold) > room:
                yield _width(line, looks[0].size_pt, looks[0].is_bold)
                longer = word
            line = longer
        yield _width(line, looks[0].size_pt, looks[0].is_bold)


def _width(text: str, size_pt: float, is_bold: bool) -> float:
    return text_width_mm(text, size_pt=size_pt, is_bold=is_bold)


def _told(rule: DrawnRule, layout: Layout, paragraph: Paragraph, *, now: str, asks: str, mend: str) -> Finding:
    return deviation(layout, rule, where=WHERE[rule.under], now=now, asks=asks, mend=mend, paragraph=paragraph)


def _over_contact(found: Components, layout: Layout) -> Iterator[Finding]:
    contact = found.of("contact")
    if not contact:
        return
    sheet = found.paper.sheets[0]
    kinds = [*sheet.footers.get("first", ()), *sheet.footers.get("default", ())]
    if not any(line.length_mm >= FULL * sheet.text_mm for one in kinds for line in one.lines):
        yield deviation(
            layout,
            layout.asks("contact_rule"),
            where="Dòng địa chỉ cuối trang",
            now=f"Trên dòng địa chỉ {quoted(contact[0].text)} chưa có đường kẻ hết chiều ngang",
            asks="đường kẻ nét liền kéo dài hết chiều ngang của vùng trình bày",
            mend="thêm đường viền trên cho dòng này",
        )
