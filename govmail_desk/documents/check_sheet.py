"""The monthly sheet of checks for inspection (bảng theo dõi kiểm tra hộp thư): what it says, the same for Word and Excel.

Here: its content and the words of its heads, notes and totals. Drawing it: `documents.check_sheet_docx`, `documents.check_sheet_xlsx`;
putting it together from the log: `operations.check_sheets`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from govmail_desk.domain.letterhead import abbreviated

TITLE: Final = "BẢNG THEO DÕI KIỂM TRA HỘP THƯ ĐIỆN TỬ CÔNG VỤ"
QUOC_HIEU: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU: Final = "Độc lập - Tự do - Hạnh phúc"
HALVES: Final = ("Buổi sáng", "Buổi chiều")
OF_HALF: Final = ("Người kiểm tra", "Số thư mới", "Báo cáo thủ trưởng")
OF_DAY: Final = ("Ngày", "Thứ")
NOTE: Final = "Ghi chú"
OVERVIEW: Final = (
    "STT",
    "Hộp thư",
    "Đơn vị",
    "Số lần kiểm tra",
    "Số thư mới",
    "Đã báo cáo",
    "Ghi muộn",
    "Chưa kiểm tra",
)
REPORTED: Final = "đã báo cáo"
LATE: Final = "ghi muộn"
MADE_BY: Final = "NGƯỜI LẬP BẢNG"
SIGN_HERE: Final = "(Ký, ghi rõ họ tên)"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLook:
    """One look as printed: who, how many letters (None: not counted), whether reported, whether entered late."""

    by: str
    mail_count: int | None
    is_reported: bool
    is_late: bool

    @property
    def cells(self) -> tuple[str, str, str]:
        """Its three cells; a late one says so beside the name."""
        count = "" if self.mail_count is None else str(self.mail_count)
        return f"{self.by} ({LATE})" if self.is_late else self.by, count, REPORTED if self.is_reported else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetDay:
    """One day of a mailbox: the looks of each half, and why nothing is asked of it, if nothing is."""

    on: date
    morning: tuple[SheetLook, ...] = ()
    afternoon: tuple[SheetLook, ...] = ()
    note: str = ""

    def cells(self) -> tuple[str, ...]:
        """Its row; several looks of one half stand on lines of their own, in step."""
        return (
            f"{self.on:%d/%m}",
            _WEEKDAYS[self.on.weekday()],
            *_half(self.morning),
            *_half(self.afternoon),
            self.note,
        )

    @property
    def looks(self) -> tuple[SheetLook, ...]:
        return self.morning + self.afternoon


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetMailbox:
    """One mailbox's month; `missing` says how much was not looked at, empty where the article gives no number."""

    address: str
    unit: str
    days: tuple[SheetDay, ...]
    missing: str = ""

    @property
    def looks(self) -> tuple[SheetLook, ...]:
        """All its looks."""
        return tuple(look for day in self.days for look in day.looks)

    def overview(self, place: int) -> tuple[str, ...]:
        """Its row in the overview."""
        return (str(place), self.address, self.unit, *_sums(self.looks), self.missing)

    def total(self) -> str:
        """The line its table ends with."""
        looks, _, reported, late = _sums(self.looks)
        mails = " ".join(("thư mới:", *_mails(self.looks)))
        told = f"Cộng: {looks} lần kiểm tra; {mails}; {reported} lần đã báo cáo thủ trưởng; {late} lần ghi muộn"
        return f"{told}; chưa kiểm tra: {self.missing}." if self.missing else f"{told}."


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSheet:
    """The whole sheet."""

    parent_body: str
    body: str
    place_and_date: str
    month: date
    rules: tuple[str, ...]
    """What the regulation asks, each in a sentence with its article."""
    mailboxes: tuple[SheetMailbox, ...]
    legend: tuple[str, ...]
    made_by: str
    signing: tuple[str, ...]
    """The lines over the head's signature."""
    signer: str

    @property
    def heading(self) -> str:
        """The line under the title."""
        return f"Tháng {self.month.month:02d} năm {self.month.year}"

    @property
    def bodies(self) -> tuple[str, ...]:
        """The two lines at the upper left, in capitals; the body above shortened as the decree has it."""
        return tuple(filter(None, (abbreviated(self.parent_body).upper(), self.body.upper())))

    def overview(self) -> Iterator[tuple[str, ...]]:
        """The rows of the overview."""
        return (mailbox.overview(place) for place, mailbox in enumerate(self.mailboxes, start=1))


_WEEKDAYS: Final = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "CN")


def _half(looks: tuple[SheetLook, ...]) -> tuple[str, str, str]:
    by, counts, reported = zip(*(look.cells for look in looks), strict=True) if looks else ((), (), ())
    return "\n".join(by), "\n".join(counts).rstrip("\n"), "\n".join(reported).rstrip("\n")


def _sums(looks: tuple[SheetLook, ...]) -> tuple[str, str, str, str]:
    """Sum up looks: letters only over those that were counted, and said so where some were not."""
    reported, late = sum(look.is_reported for look in looks), sum(look.is_late for look in looks)
    return str(len(looks)), " ".join(_mails(looks)), str(reported), str(late)


def _mails(looks: tuple[SheetLook, ...]) -> tuple[str, ...]:
    counts = [look.mail_count for look in looks if look.mail_count is not None]
    if looks and not counts:
        return ("không đếm",)
    return (str(sum(counts)),) if len(counts) == len(looks) else (str(sum(counts)), f"(đếm ở {len(counts)} lần)")
