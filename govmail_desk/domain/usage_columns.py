"""What the columns of an operator's export mean: the address, the last use, whether activated, the state, room used and given.

Headings are Vietnamese or a mail server's own (Zimbra, Exchange, MDaemon, iRedMail); the cells decide which column holds the addresses.
Reading the cells is `domain.usage_days` and `domain.usage_sizes`; the headings of a unit's own list are `domain.heading`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Final

from govmail_desk.domain.column_cells import sampled, share
from govmail_desk.domain.heading import Meaning as ListMeaning
from govmail_desk.domain.heading import plain_heading, readings, signature, understand
from govmail_desk.domain.heading_row import LAST_ROW_SEARCHED, HeadingRow
from govmail_desk.domain.sheet import Row, Sheet
from govmail_desk.domain.usage_days import DayOrder
from govmail_desk.domain.usage_sizes import SizeUnit, unit_in_heading


class UsageMeaning(StrEnum):
    """What a column holds; the value is the name kept when a reading of columns is remembered."""

    ADDRESS = "address"
    LAST_USED = "last-used"
    LAST_USED_DAY_FIRST = "last-used-day-first"
    LAST_USED_MONTH_FIRST = "last-used-month-first"
    ACTIVATED = "activated"
    STATUS = "status"
    USED = "used"
    USED_BYTES = "used-bytes"
    USED_MB = "used-mb"
    USED_GB = "used-gb"
    QUOTA = "quota"
    QUOTA_BYTES = "quota-bytes"
    QUOTA_MB = "quota-mb"
    QUOTA_GB = "quota-gb"
    PASSWORD = "password"  # noqa: S105  (the kind of column, so that it is never read)
    IGNORED = "ignored"

    @property
    def label(self) -> str:
        """What a clerk calls it."""
        return _LABELS[self]


_LABELS: Final = {
    UsageMeaning.ADDRESS: "Địa chỉ hộp thư",
    UsageMeaning.LAST_USED: "Lần dùng gần nhất",
    UsageMeaning.LAST_USED_DAY_FIRST: "Lần dùng gần nhất (ngày/tháng/năm)",
    UsageMeaning.LAST_USED_MONTH_FIRST: "Lần dùng gần nhất (tháng/ngày/năm)",
    UsageMeaning.ACTIVATED: "Đã kích hoạt",
    UsageMeaning.STATUS: "Trạng thái ở nơi vận hành",
    UsageMeaning.USED: "Dung lượng đã dùng",
    UsageMeaning.USED_BYTES: "Dung lượng đã dùng (byte)",
    UsageMeaning.USED_MB: "Dung lượng đã dùng (MB)",
    UsageMeaning.USED_GB: "Dung lượng đã dùng (GB)",
    UsageMeaning.QUOTA: "Dung lượng được cấp",
    UsageMeaning.QUOTA_BYTES: "Dung lượng được cấp (byte)",
    UsageMeaning.QUOTA_MB: "Dung lượng được cấp (MB)",
    UsageMeaning.QUOTA_GB: "Dung lượng được cấp (GB)",
    UsageMeaning.PASSWORD: "Mật khẩu (không bao giờ đọc)",
    UsageMeaning.IGNORED: "Bỏ qua",
}

LAST_USES: Final[Mapping[UsageMeaning, DayOrder | None]] = {
    UsageMeaning.LAST_USED: None,
    UsageMeaning.LAST_USED_DAY_FIRST: "day-first",
    UsageMeaning.LAST_USED_MONTH_FIRST: "month-first",
}
USED: Final[Mapping[UsageMeaning, SizeUnit | None]] = {
    UsageMeaning.USED: None,
    UsageMeaning.USED_BYTES: "bytes",
    UsageMeaning.USED_MB: "mb",
    UsageMeaning.USED_GB: "gb",
}
QUOTAS: Final[Mapping[UsageMeaning, SizeUnit | None]] = {
    UsageMeaning.QUOTA: None,
    UsageMeaning.QUOTA_BYTES: "bytes",
    UsageMeaning.QUOTA_MB: "mb",
    UsageMeaning.QUOTA_GB: "gb",
}

_SKIPPED: Final = re.compile(
    r"%|\b(?:ty le|ti le|percent|percentage|phan tram)\b|\b(?:warn\w*|canh bao|con lai|con trong|free|remaining)\b"
    r"|log ?off|log ?out|dang xuat|issuewarningquota|\b(?:gui|nhan|sent|received)\b|disabled|\bip\b|thiet bi|\btao\b|creat"
)
_RECENT: Final = r"(?:cuoi cung|cuoi|gan nhat|gan day nhat|sau cung|moi nhat)"
_DONE: Final = r"(?:dang nhap|truy cap|su dung|dung|hoat dong|log ?in|log ?on)"
_LAST_USED: Final = re.compile(
    rf"\b{_DONE}\b(?: (?:hop thu|thu|he thong|email|lan|vao))* {_RECENT}\b|\b{_RECENT} (?:hop thu )?{_DONE}\b"
    rf"|\b(?:ngay|lan|thoi gian|thoi diem)(?: su)? (?:dang nhap|truy cap)\b|\blan cuoi\b"
    r"|last ?(?:successful ?)?(?:log ?[io]n|sign ?in|access|active|activity|use|used|user ?action|seen)(?![a-z]*off)"
)
_ACTIVATED: Final = re.compile(r"\bkich hoat\b|\bactivat(?:ed|ion)\b")
_STATUS: Final = re.compile(
    r"\b(?:trang thai|tinh trang|status|state|enabled|active)\b|account ?status|account ?enabled"
)
_USED: Final = re.compile(
    r"\bdung luong (?:da |hien |dang )?(?:dung|su dung|tai|co)\b|\bda (?:dung|su dung)\b|\bdung luong hop thu\b"
    r"|\b(?:quota|mailbox|disk|storage|space)? ?(?:used|usage)\b|quotaused|mailbox ?size|total ?item ?size|\bsize\b|\bdung luong$"
)
_QUOTA: Final = re.compile(
    r"quota|^duoc cap\b|\bhan muc\b|\bdinh muc\b|\bdung luong (?:duoc cap|cap|toi da|cap phat|gioi han)\b|\bgioi han\b|\b(?:max|limit)\b"
)
_ADDRESS: Final = re.compile(
    r"\b(?:e ?mail|mail|thu dien tu|hop thu|thu cong vu|dia chi|address|account|tai khoan|mailbox|user ?principal ?name|upn"
    r"|user ?name|login|ten dang nhap)\b|smtp ?address|emailaddress|mailaddress"
)
_UNIT_OF: Final[Mapping[UsageMeaning, Mapping[SizeUnit, UsageMeaning]]] = {
    UsageMeaning.USED: {
        "bytes": UsageMeaning.USED_BYTES,
        "mb": UsageMeaning.USED_MB,
        "gb": UsageMeaning.USED_GB,
    },
    UsageMeaning.QUOTA: {
        "bytes": UsageMeaning.QUOTA_BYTES,
        "mb": UsageMeaning.QUOTA_MB,
        "gb": UsageMeaning.QUOTA_GB,
    },
}
_MOST: Final = 0.5
_COUNTS_BYTES: Final = "zimbra"  # how Zimbra names its own attributes, whose sizes are bytes
_KEPT_APART: Final = "usage|"  # readings of lists are remembered in the same place, under headings alone


@dataclass(frozen=True, kw_only=True)
class UsageHeader:
    """The headings of an export and what its columns hold, columns counted from 0; several may tell the last use."""

    row_number: int
    rows_spanned: int
    headings: Mapping[int, str]
    columns: Mapping[int, UsageMeaning]

    @property
    def last_row(self) -> int:
        """The row the headings end with."""
        return self.row_number + self.rows_spanned - 1

    @property
    def signature(self) -> str:
        """What the clerk's reading of these headings is remembered under."""
        return _KEPT_APART + signature([
            self.headings.get(column, "") for column in range(max(self.headings, default=-1) + 1)
        ])

    @cached_property
    def address(self) -> int | None:
        """The column of the addresses."""
        return next(iter(self.columns_of(UsageMeaning.ADDRESS)), None)

    def columns_of(self, *meanings: UsageMeaning) -> tuple[int, ...]:
        """Return the columns that hold one of these."""
        return tuple(column for column, held in self.columns.items() if held in meanings)

    def remembered(self) -> dict[str, str]:
        """Return the reading of the columns as it is kept under the signature; `recall` takes it."""
        return {str(column): meaning.value for column, meaning in self.columns.items()}

    def with_meanings(self, meanings: Mapping[int, UsageMeaning]) -> UsageHeader:
        """Let the clerk say what columns hold; a column of passwords stays unread, and only one holds the addresses."""
        asked = dict(self.columns)
        for column, meaning in meanings.items():
            if asked.get(column) is not UsageMeaning.PASSWORD:
                asked[column] = meaning
        chosen = [column for column, meaning in meanings.items() if meaning is UsageMeaning.ADDRESS]
        for column, held in list(asked.items()) if chosen else ():
            if held is UsageMeaning.ADDRESS and column != chosen[-1]:
                asked[column] = UsageMeaning.IGNORED
        return replace(self, columns=dict(sorted(asked.items())))

    def recall(self, remembered: Mapping[str, str]) -> UsageHeader:
        """Read the columns the way they were read for an earlier export with the same signature."""
        return self.with_meanings({int(column): UsageMeaning(meaning) for column, meaning in remembered.items()})

    def is_repeated_by(self, row: Row) -> bool:
        """Say whether a row only says the headings again, as at the top of a printed page."""
        said = {column: cell.text for column, cell in enumerate(row.cells) if cell.text}
        return bool(said) and all(
            plain_heading(self.headings.get(column, "")) == plain_heading(text) for column, text in said.items()
        )


def find_usage_header(sheet: Sheet, *, header_row: int | None = None) -> UsageHeader | None:
    """Find the row of headings, or read the row the clerk points to; None where no row names addresses and something of their use."""
    if header_row is not None:
        return _header(sheet, header_row - 1) if 0 < header_row <= len(sheet.rows) else None
    found = [_header(sheet, place) for place in range(min(LAST_ROW_SEARCHED, len(sheet.rows)))]
    told = [one for one in found if one.address is not None and _telling(one)]
    return max(told, key=lambda one: (_telling(one), -one.row_number), default=None)


def meaning_of(heading: str) -> UsageMeaning:
    """Say what a column holds by its heading alone."""
    known = understand(heading)
    if known and known.meaning is ListMeaning.PASSWORD:
        return UsageMeaning.PASSWORD
    for plain in map(plain_heading, readings(heading)):
        found = _by_words(plain, heading)
        if found is not UsageMeaning.IGNORED:
            return found
    return UsageMeaning.IGNORED


def _by_words(plain: str, heading: str) -> UsageMeaning:
    if _SKIPPED.search(plain) or "%" in heading:
        return UsageMeaning.IGNORED
    for meaning, words in (
        (UsageMeaning.LAST_USED, _LAST_USED),
        (UsageMeaning.ACTIVATED, _ACTIVATED),
        (UsageMeaning.STATUS, _STATUS),
        (UsageMeaning.USED, _USED),
        (UsageMeaning.QUOTA, _QUOTA),
        (UsageMeaning.ADDRESS, _ADDRESS),
    ):
        if words.search(plain):
            unit = unit_in_heading(heading) or ("bytes" if plain.startswith(_COUNTS_BYTES) else None)
            return _UNIT_OF[meaning].get(unit, meaning) if unit and meaning in _UNIT_OF else meaning
    return UsageMeaning.IGNORED


def _telling(header: UsageHeader) -> int:
    """Count the headings that tell something of a mailbox' use."""
    silent = {UsageMeaning.ADDRESS, UsageMeaning.IGNORED, UsageMeaning.PASSWORD}
    return sum(held not in silent for held in header.columns.values())


def _header(sheet: Sheet, place: int) -> UsageHeader:
    found = HeadingRow(sheet, place)
    columns = {column: meaning_of(text) for column, text in found.headings.items()}
    header = UsageHeader(
        row_number=found.row.number, rows_spanned=found.depth, headings=found.headings, columns=columns
    )
    address = _address_column(sheet, header)
    if address is None:
        return header
    only = {
        column: UsageMeaning.IGNORED if held is UsageMeaning.ADDRESS and column != address else held
        for column, held in {**columns, address: UsageMeaning.ADDRESS}.items()
    }
    return replace(header, columns=dict(sorted(only.items())))


def _address_column(sheet: Sheet, header: UsageHeader) -> int | None:
    """Choose the column of the addresses: the one whose cells hold them; by its heading alone where no cell has an @."""
    named = header.columns_of(UsageMeaning.ADDRESS)
    free = [column for column, held in header.columns.items() if held is UsageMeaning.IGNORED]
    shares = {column: share(sampled(sheet, column, header.last_row), _has_at) for column in (*named, *free)}
    best = max(shares, key=lambda column: (shares[column], column in named, -column), default=None)
    if best is not None and shares[best] >= _MOST:
        return best
    return named[0] if named else None


def _has_at(text: str) -> bool:
    return "@" in text
