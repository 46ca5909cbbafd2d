"""One half day of one mailbox in words: what a cell of the checks' grid says to the eye, to a screen reader and under the grid.

The cell itself is drawn by `gui.tables.check_grid`.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from govmail_desk.wording import SLOTS, day_words

if TYPE_CHECKING:
    from govmail_desk.domain.check import Slot
    from govmail_desk.domain.check_duty import Duty
    from govmail_desk.listings.checks import Cell, CheckedDay, CheckedMailbox, CheckLog, Look

DUTY_WORDS: Final[dict[Duty, str]] = {
    "done": "đã kiểm tra",
    "open": "đang trong buổi, chưa kiểm tra",
    "missing": "chưa kiểm tra",
    "ahead": "chưa tới",
    "off": "ngày nghỉ",
    "out": "hộp thư không dùng, hoặc chưa có trong sổ",
    "free": "không có ai kiểm tra",
}
_MOST_LETTERS: Final = 2


def letters_of(full_name: str) -> str:
    """Write a name by the first letters of its last two words, by which people know each other: `KU` of `Ngô Thị Kim Uyên`."""
    return "".join(word[0] for word in full_name.split())[-_MOST_LETTERS:].upper()


def cell_text(cell: Cell) -> str:
    """Write who looked: the first one's letters, and a plus where there were more."""
    if not cell.looks:
        return ""
    return letters_of(cell.looks[0].by) + "+" * (len(cell.looks) > 1)


def cell_words(of: CheckedMailbox, day: CheckedDay, slot: Slot, cell: Cell) -> str:
    """Tell a cell whole: what stands in it, then which half of which day and which mailbox."""
    told = "; ".join(map(look_words, cell.looks)) or DUTY_WORDS[cell.duty]
    off = f" ({day.off_why})" if day.off_why else ""
    return f"{told[0].upper()}{told[1:]} · buổi {SLOTS[slot].lower()} {day_words(day.on)}{off} · {of.address}"


def look_words(look: Look) -> str:
    """Tell one look: who, how many letters, whether reported, whether late and why."""
    counted = "không đếm thư" if look.mail_count is None else f"{look.mail_count} thư mới"
    reported = "đã báo cáo thủ trưởng" if look.is_reported else "chưa báo cáo thủ trưởng"
    entered = datetime.fromisoformat(look.entered_at).astimezone()
    late = [f"ghi muộn lúc {entered:%H:%M %d/%m}"] if look.is_late else []
    return ", ".join([f"{look.by} đã kiểm tra", counted, reported, *late, *filter(None, [look.note])])


def mailbox_words(log: CheckLog, of: CheckedMailbox) -> str:
    """Sum up a mailbox's month."""
    looks = log.all_looks(of)
    late = sum(look.is_late for look in looks)
    return f"{len(looks)} lần kiểm tra, {late} lần ghi muộn, chưa kiểm tra: {log.missing_count(of)}"
