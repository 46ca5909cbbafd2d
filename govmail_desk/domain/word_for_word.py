"""Whether a PDF says a frozen text word for word, line after line, whatever its layout: blanks and page ends do not matter.

Room a paper leaves to be written in may be filled. What follows from a difference is `domain.signed_copy`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from unicodedata import normalize

PAGE_END: Final = "\f"
"""What stands between the pages of a text."""
_LEFT_BLANK: Final = re.compile(r"……|(?<=ngày) (?=tháng)|(?<=Số:) (?=/)")
_BLANKS: Final = re.compile(r"[^\S\f]+")
_BETWEEN_PAGES: Final = 300
"""No foot of a page and number of the next are longer together, blanks left out."""
_WRITTEN_IN: Final = 40
_BETWEEN_LINES: Final = 4
"""A mark of a list that a PDF draws as a letter."""


def lines_not_said(frozen: str, said: str) -> tuple[str, ...]:
    """Name the lines of a frozen text that do not stand in what a PDF says where they should; none where all of it does.

    `said` has a form feed between its pages. A line that was changed, left out, moved or pushed away by another is named.
    """
    walk = _Walk(_squeezed(said))
    return tuple(line for line in frozen.splitlines() if not walk.meets(line))


@dataclass
class _Walk:
    """Goes through a text from its beginning, from one line found to the next."""

    whole: str
    place: int = 0
    slack: int = _BETWEEN_PAGES
    """How much of other letters may stand before the next line: at first what stands above it on the page."""

    def meets(self, line: str) -> bool:
        """Go on behind a line; False where it does not stand here, and what stands in its place may be passed over."""
        start = self.place
        for piece in map(_squeezed, _LEFT_BLANK.split(line)):
            end = self._end_of(piece)
            if end is None:
                self.place = start
                self.slack += 2 * len(_squeezed(line)) + _WRITTEN_IN
                return False
            self.place, self.slack = end, _WRITTEN_IN
        self.slack = _BETWEEN_LINES
        return True

    def _end_of(self, piece: str) -> int | None:
        found = self.whole.find(piece, self.place, self.place + self.slack + len(piece))
        return self._end_over_a_page(piece) if found < 0 else found + len(piece)

    def _end_over_a_page(self, piece: str) -> int | None:
        """Find a line behind the end of a page, or cut by it; foot and head of the pages stand between."""
        reach = self.place + self.slack + len(piece) + _BETWEEN_PAGES
        page_end = self.whole.find(PAGE_END, self.place, reach)
        if page_end < 0:
            return None
        before = self.whole[self.place : page_end]
        cut = next((cut for cut in range(len(piece), 0, -1) if piece[:cut] in before), 0)
        rest = piece[cut:]
        found = self.whole.find(rest, page_end, page_end + len(rest) + _BETWEEN_PAGES)
        return None if found < 0 else found + len(rest)


def _squeezed(text: str) -> str:
    return _BLANKS.sub("", normalize("NFC", text))
