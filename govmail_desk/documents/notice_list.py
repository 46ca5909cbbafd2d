"""The list of whom a unit reminds, for many at once: what it says, the same for Word and Excel; and what became of each mail.

Drawing it: `documents.notice_list_docx`, `documents.notice_list_xlsx`; who stands on it is `operations.notices`. It has no place for a
password.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from govmail_desk.documents.result_list import plain_book
from govmail_desk.domain.letterhead import abbreviated

HEADINGS: Final = ("STT", "Họ và tên", "Đơn vị", "Hộp thư", "Việc cần làm", "Thời hạn")
_RESULT_COLUMNS: Final = {
    "STT": 6,
    "Họ và tên": 30,
    "Đơn vị": 36,
    "Địa chỉ nhận thư": 38,
    "Số việc": 9,
    "Kết quả": 20,
    "Tệp thư": 46,
    "Ghi chú": 46,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLine:
    """One thing one person is asked to do."""

    full_name: str
    unit: str
    mailboxes: str
    task: str
    by_when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeList:
    """The whole list."""

    parent_body: str
    body: str
    place_and_date: str
    tasks: tuple[str, ...]
    """What is to be done under each rule, with its article."""
    password_lines: tuple[str, ...]
    """The rules for passwords, where a task is about one."""
    lines: tuple[NoticeLine, ...]
    made_by: str

    @property
    def bodies(self) -> tuple[str, ...]:
        """The two lines at the upper left, in capitals; the body above shortened as the decree has it."""
        return tuple(filter(None, (abbreviated(self.parent_body).upper(), self.body.upper())))

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Its rows, numbered."""
        for place, line in enumerate(self.lines, start=1):
            when = line.by_when[:1].upper() + line.by_when[1:]
            yield str(place), line.full_name, line.unit, line.mailboxes, line.task, when


def notice_results(lines: Sequence[tuple[str, str, str, int, str, str]]) -> bytes:
    """Return the .xlsx of what became of each person's mail: name, unit, address, count of tasks, file, why none was made."""
    rows = (
        (
            place,
            full_name,
            unit,
            address,
            task_count,
            "Đã lập thư" if file_name else "Không gửi thư được",
            file_name,
            refusal,
        )
        for place, (full_name, unit, address, task_count, file_name, refusal) in enumerate(lines, start=1)
    )
    return plain_book("Thư nhắc", _RESULT_COLUMNS, rows)
