"""How the paragraphs of the text stand: first lines, gaps between paragraphs, gaps between lines; and above a subject.

Not here: the letters themselves and the sides they keep to (`layout.looks_check`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from govmail_desk.documents.layout.components import Components
from govmail_desk.documents.layout.reading import Paragraph
from govmail_desk.documents.layout.told import deviation, figure, quoted, quoted_all
from govmail_desk.domain.layout import ComponentKey, Finding, Layout

SLACK_MM: Final = 0.6
SLACK_PT: Final = 0.3
SLACK_LINES: Final = 0.02
"""What programs round away when they save, and what no eye sees."""

TEXT: Final = "Nội dung"
SINGLE: Final = "dòng đơn"


def spacing_deviations(found: Components, layout: Layout) -> Iterator[Finding]:
    """Compare indents and gaps of the text with what is asked."""
    yield from _first_lines(found.whole, layout)
    yield from _gaps(found, layout)
    yield from _lines(found.whole, layout)
    yield from _subject_gap(found, layout)
    yield from _head(found, layout)


def _first_lines(text: tuple[Paragraph, ...], layout: Layout) -> Iterator[Finding]:
    """A first line begun with a tab stands as far in as one indented; one in the middle has no first line."""
    allowed = layout.spacing.first_line_mm
    odd = [
        one
        for one in text
        if not one.text.startswith("\t")
        and one.look.align != "center"
        and not any(abs(one.look.first_line_mm - length) <= SLACK_MM for length in allowed)
    ]
    if odd:
        lengths = " hoặc ".join(f"{figure(length)} mm" for length in allowed)
        yield _told(
            odd,
            layout,
            now=f"đang lùi đầu dòng {figure(odd[0].look.first_line_mm)} mm",
            asks=f"chữ đầu dòng lùi vào {lengths}",
            mend="mở hộp Đoạn, mục Dòng đầu, và đặt lại",
        )


def _gaps(found: Components, layout: Layout) -> Iterator[Finding]:
    """The gap above a paragraph of the text that follows another."""
    least = layout.spacing.least_gap_pt
    text = found.whole
    odd = [
        below
        for above, below in pairwise(text)
        if below.place == above.place + 1 and above.look.after_pt + below.look.before_pt < least - SLACK_PT
    ]
    if odd:
        gap = min(one.look.before_pt for one in odd)
        yield _told(
            odd,
            layout,
            now=f"đang cách đoạn trên {figure(gap)} pt",
            asks=f"các đoạn cách nhau tối thiểu {least} pt",
            mend="mở hộp Đoạn, mục Giãn cách Trước, và đặt lại",
        )


def _lines(text: tuple[Paragraph, ...], layout: Layout) -> Iterator[Finding]:
    least, most = layout.spacing.least_lines, layout.spacing.most_lines
    odd = [one for one in text if not least - SLACK_LINES <= one.look.lines <= most + SLACK_LINES]
    if odd:
        yield _told(
            odd,
            layout,
            now=f"đang giãn dòng {odd[0].look.lines:.2f}".replace(".", ",") + " dòng",
            asks=f"giãn dòng từ {SINGLE} đến {figure(most)} dòng",
            mend="mở hộp Đoạn, mục Giãn cách dòng, và đặt lại",
        )


def _subject_gap(found: Components, layout: Layout) -> Iterator[Finding]:
    """Some programs add the two gaps between paragraphs, some take the larger; either may be the one asked for."""
    number, subject = found.of("number"), found.of("letter_subject")
    if not number or not subject or subject[0].place != number[0].place + 1:
        return
    after, before = number[0].look.after_pt, subject[0].look.before_pt
    asked = layout.subject_gap
    if all(abs(gap - asked.gap_pt) > SLACK_PT for gap in (after + before, max(after, before))):
        yield deviation(
            layout,
            asked,
            where="Trích yếu công văn",
            now=f"Trích yếu công văn {quoted(subject[0].text)} đang cách số, ký hiệu {figure(after + before)} pt",
            asks=f"cách {asked.gap_pt} pt",
            mend="chọn dòng này, mở hộp Đoạn, mục Giãn cách Trước, và đặt lại",
            paragraph=subject[0],
        )


def _head(found: Components, layout: Layout) -> Iterator[Finding]:
    """Two lines of the head that belong together stand a single line apart."""
    pairs: tuple[tuple[ComponentKey, ComponentKey], ...] = (("national_title", "motto"), ("parent_body", "body"))
    for above, below in pairs:
        upper, lower = found.of(above)[-1:], found.of(below)[:1]
        if not upper or not lower or lower[0].place != upper[0].place + 1:
            continue
        gap = upper[0].look.after_pt + lower[0].look.before_pt
        if gap > SLACK_PT or lower[0].look.lines > layout.spacing.least_lines + SLACK_LINES:
            name = layout.part(below).name
            yield deviation(
                layout,
                layout.asks("head_spacing"),
                where=name,
                now=f"{name} {quoted(lower[0].text)} đang cách xa dòng trên",
                asks=f"hai dòng cách nhau {SINGLE}",
                mend="chọn hai dòng này, mở hộp Đoạn, đặt giãn cách 0 pt và dòng đơn",
                paragraph=lower[0],
            )


def _told(odd: list[Paragraph], layout: Layout, *, now: str, asks: str, mend: str) -> Finding:
    return deviation(
        layout,
        layout.spacing,
        where=TEXT,
        now=f"Đoạn {quoted_all(odd)} {now}",
        asks=asks,
        mend=f"chọn các đoạn này, {mend}",
        paragraph=odd[0],
    )
