"""The yearly list of incidents (sổ sự cố): what it says, the same for Word and Excel; of a state secret the fact alone.

Drawing it: `documents.incident_list_docx` and `incident_list_xlsx`; what stands on it is `listings.incident_years`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from govmail_desk.domain.letterhead import abbreviated

TITLE: Final = "Sổ theo dõi sự cố hộp thư điện tử công vụ"
HEADINGS: Final = (
    "STT",
    "Phát hiện",
    "Loại sự cố",
    "Hộp thư",
    "Sự việc, người phát hiện",
    "Đã báo cho ai, lúc nào",
    "Biện pháp, thời gian xử lý",
    "Bài học",
)
MADE_BY: Final = "Người lập sổ"


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentLine:
    """One incident, each cell in words."""

    found: str
    kind: str
    mailbox: str
    happened: str
    told: tuple[str, ...]
    measures: str
    lessons: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentList:
    """The whole list of a year."""

    parent_body: str
    body: str
    place_and_date: str
    year: int
    total: str
    """How many incidents there were, of which kinds, how many still open."""
    lines: tuple[IncidentLine, ...]
    made_by: str
    signing: tuple[str, ...]
    signer: str

    @property
    def bodies(self) -> tuple[str, ...]:
        """The two lines at the upper left, in capitals; the body above shortened as the decree has it."""
        return tuple(filter(None, (abbreviated(self.parent_body).upper(), self.body.upper())))

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Its rows, numbered."""
        for place, line in enumerate(self.lines, start=1):
            told = "\n".join(line.told)
            yield str(place), line.found, line.kind, line.mailbox, line.happened, told, line.measures, line.lessons
