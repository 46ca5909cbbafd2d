"""Place and date of a paper, and the dates its text names.

Not here: the other fixed words (`layout.words_check`), writing dates (`domain.paper_date`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from govmail_desk.documents.layout.components import Components
from govmail_desk.documents.layout.reading import Paragraph
from govmail_desk.documents.layout.told import deviation_at, quoted
from govmail_desk.domain.layout import Finding, Layout

BLANK: Final = r"[\s.…_]*"
WHOLE_DATE: Final = re.compile(
    rf"ngày(?P<day>\s+\d+\s+|{BLANK})tháng(?P<month>\s+\d+\s+|{BLANK})năm(?P<year>\s+\d+|{BLANK})", re.IGNORECASE
)
DIGITS_OF_A_YEAR: Final = 4


def date_deviations(found: Components, layout: Layout) -> Iterator[Finding]:
    """Compare the line of place and date, then every date of the text, with the form asked for."""
    yield from _place_and_date(found, layout)
    yield from _dates_of_text(found, layout)


def _place_and_date(found: Components, layout: Layout) -> Iterator[Finding]:
    for one in found.of("place_date"):
        read = WHOLE_DATE.search(one.said)
        if read is None:
            yield _date_told(layout, one, now="chưa viết đủ ngày, tháng, năm", mend="viết dạng «ngày … tháng … năm …»")
            continue
        yield from (_date_told(layout, one, now=now, mend=mend) for now, mend in _date_faults(read, layout))
        yield from _place_faults(one, one.said[: read.start()], layout)
        yield from _not_beside_number(one, found, layout)


def _place_faults(one: Paragraph, before: str, layout: Layout) -> Iterator[Finding]:
    place = before.strip()
    if not place.rstrip(","):
        yield _place_told(layout, one, now="chưa có địa danh", mend="thêm địa danh trước chữ ngày")
    elif not place.endswith(","):
        yield _place_told(layout, one, now="thiếu dấu phẩy sau địa danh", mend="thêm dấu phẩy sau địa danh")
    elif not place[0].isupper() and not place[0].isdecimal():
        yield _place_told(layout, one, now="chưa viết hoa chữ đầu địa danh", mend="viết hoa các chữ đầu của địa danh")


def _not_beside_number(one: Paragraph, found: Components, layout: Layout) -> Iterator[Finding]:
    """Number and date stand on one row; told where both stand in one table."""
    for number in found.of("number"):
        if one.cell and number.cell and one.cell.table == number.cell.table and one.cell.row != number.cell.row:
            yield deviation_at(
                layout,
                layout.asks("place_form"),
                one,
                "Địa danh",
                now=f"Dòng địa danh {quoted(one.said)} chưa cùng dòng với số, ký hiệu",
                asks="địa danh và thời gian cùng dòng với số, ký hiệu",
                mend="đưa về cùng hàng của bảng với số, ký hiệu",
            )


def _place_told(layout: Layout, one: Paragraph, *, now: str, mend: str) -> Finding:
    rule = layout.asks("place_form")
    asks = "địa danh viết hoa chữ đầu và có dấu phẩy ở sau"
    return deviation_at(
        layout, rule, one, "Địa danh", now=f"Dòng địa danh {quoted(one.said)} {now}", asks=asks, mend=mend
    )


def _date_told(layout: Layout, one: Paragraph, *, now: str, mend: str) -> Finding:
    asks = f"viết đủ ngày, tháng, năm, có số 0 trước ngày nhỏ hơn {layout.zero.below} và trước {_zeroed_months(layout)}"
    now = f"Thời gian ban hành {quoted(one.said)} {now}"
    return deviation_at(layout, layout.asks("date_form"), one, "Thời gian ban hành", now=now, asks=asks, mend=mend)


def _zeroed_months(layout: Layout) -> str:
    return ", ".join(f"tháng {month}" for month in layout.zero.months)


def _date_faults(read: re.Match[str], layout: Layout) -> Iterator[tuple[str, str]]:
    """What is off with a date written in words; what is left blank is still to be written by hand."""
    day, month, year = (read[part].strip(" .…_") for part in ("day", "month", "year"))
    if day.isdecimal() and (right := f"{int(day):02d}" if int(day) < layout.zero.below else str(int(day))) != day:
        yield f"viết sai số ngày {day}", f"sửa thành ngày {right}"
    if month.isdecimal():
        right = f"{int(month):02d}" if int(month) in layout.zero.months else str(int(month))
        if right != month:
            yield f"viết sai số tháng {month}", f"sửa thành tháng {right}"
    if year and len(year) != DIGITS_OF_A_YEAR:
        yield f"viết tắt năm {year}", "viết đủ bốn chữ số của năm"
    elif day and month and year and not _is_real(day, month, year):
        yield "ghi một ngày không có thật", "xem lại ngày và tháng"


def _is_real(day: str, month: str, year: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _dates_of_text(found: Components, layout: Layout) -> Iterator[Finding]:
    """Dates named in the text are best written as the paper's own; a person decides."""
    for one in found.whole:
        for read in WHOLE_DATE.finditer(one.said):
            for now, mend in _date_faults(read, layout):
                asks = f"ngày tháng có số 0 trước ngày nhỏ hơn {layout.zero.below} và trước {_zeroed_months(layout)}"
                yield deviation_at(
                    layout,
                    layout.asks("date_form"),
                    one,
                    "Ngày trong nội dung",
                    severity="look",
                    now=f"Ngày {quoted(read[0])} trong nội dung {now}",
                    asks=asks,
                    mend=mend,
                )
