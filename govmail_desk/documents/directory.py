"""A published edition of the directory: what every file of it says, whatever its format.

Drawing it: `documents.directory_xlsx`, `documents.directory_docx`, `documents.directory_html`, `documents.directory_vcards`,
`documents.directory_csv`. Freezing it: `operations.directories`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Final

from govmail_desk.domain.directory import DirectoryLine, PlacedLine, placed
from govmail_desk.domain.letterhead import abbreviated
from govmail_desk.wording import MAILBOX_STATES

TITLE: Final = "Danh bạ thư điện tử công vụ"
NUMBER: Final = "STT"
NAME: Final = "Đơn vị, họ và tên"
POST: Final = "Chức vụ"
PHONE: Final = "Điện thoại cơ quan"
ADDRESS: Final = "Địa chỉ thư công vụ"
STATE: Final = "Trạng thái hộp thư"
FOR_THE_OFFICE: Final = "Bản dùng trong nội bộ cơ quan, không đăng ra ngoài."


@dataclass(frozen=True)
class DirectoryPaper:
    """One edition with what stands around it on paper."""

    number: int
    as_of_on: date
    is_public: bool
    lines: tuple[DirectoryLine, ...]
    made_at: datetime
    body: str
    """Whose directory it is."""
    parent_body: str = ""
    place_and_date: str = ""
    mark: str = ""
    """Tells the register it comes from from any other."""

    @property
    def title(self) -> str:
        """What it is called: `Danh bạ thư điện tử công vụ - Sở Thông tin và Truyền thông`."""
        return f"{TITLE} - {self.body}"

    @property
    def as_of(self) -> str:
        """The day its facts are of."""
        return f"Số liệu đến ngày {self.as_of_on:%d/%m/%Y}"

    @property
    def edition(self) -> str:
        """Which edition it is and of which day."""
        kept = "" if self.is_public else f". {FOR_THE_OFFICE}"
        return f"Bản số {self.number}. {self.as_of}{kept}"

    @property
    def bodies(self) -> tuple[str, ...]:
        """The lines at the upper left of a paper, in capitals; the body above shortened as the decree has it."""
        return tuple(filter(None, (abbreviated(self.parent_body).upper(), self.body.upper())))

    @property
    def headings(self) -> tuple[str, ...]:
        """The heads of the columns."""
        return (NUMBER, NAME, POST, PHONE, ADDRESS, *(() if self.is_public else (STATE,)))

    @cached_property
    def placed(self) -> tuple[PlacedLine, ...]:
        """Its lines, each with the units it stands under."""
        return tuple(placed(self.lines))

    def rows(self) -> Iterator[tuple[DirectoryLine, tuple[str, ...]]]:
        """Give each line with its cells; only people are numbered, through the whole."""
        number = 0
        for line in self.lines:
            number += line.kind == "person"
            place = str(number) if line.kind == "person" else ""
            cells = (place, line.name, line.title, line.office_phone, "\n".join(line.addresses))
            yield line, cells if self.is_public else (*cells, state_words(line))


def state_words(line: DirectoryLine) -> str:
    """Say the state of each address, a line each."""
    return "\n".join(MAILBOX_STATES[state] for state in line.states) or (
        "" if line.kind == "unit" else "Chưa có hộp thư"
    )
