"""Where each page of a paper lies when all lie under one another, in the middle of a width.

Here: `PaperPlaces`, plain arithmetic. Not here: what is drawn there (`gui.parts.paper_view`).
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize

from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST_ZOOM: Final = 0.1
MOST_ZOOM_TO_FIT: Final = 2.0
"""A wide screen does not make a page larger than that of itself."""


class PaperPlaces:
    """The places of the pages, in pixels of the desktop."""

    def __init__(self) -> None:
        self.zoom = 1.0
        self._point = 1.0
        self._sizes: list[tuple[float, float]] = []
        self._tops: list[float] = []

    def arrange(
        self, sizes: Sequence[tuple[float, float]], *, room_width: int, point: float, zoom: float | None
    ) -> None:
        """Put pages of these sizes (in points) under one another; a `zoom` of None lets the widest fill the room.

        `point` is how many pixels a point has on this screen where paper is shown as large as it is.
        """
        widest = max((width for width, _ in sizes), default=0) * point
        room = max(room_width - 2 * Space.USUAL, 1)
        self._point = point
        self.zoom = zoom or (min(max(room / widest, LEAST_ZOOM), MOST_ZOOM_TO_FIT) if widest else 1.0)
        self._sizes = [(width * self.scale, height * self.scale) for width, height in sizes]
        self._tops = []
        top = float(Space.USUAL)
        for _, height in self._sizes:
            self._tops.append(top)
            top += height + Space.USUAL

    @property
    def scale(self) -> float:
        """How many pixels of the desktop a point has now."""
        return self._point * self.zoom

    @property
    def whole(self) -> QSize:
        """How much room all pages take."""
        if not self._sizes:
            return QSize(0, 0)
        width = max(width for width, _ in self._sizes) + 2 * Space.USUAL
        return QSize(int(width), round(self._tops[-1] + self._sizes[-1][1] + Space.USUAL))

    def top(self, page: int) -> float:
        """Return how high up to scroll to see a page from its top."""
        return self._tops[page] - Space.USUAL

    def rect(self, page: int, *, room_width: int) -> QRectF:
        """Return where a page lies, the narrower ones in the middle."""
        width, height = self._sizes[page]
        left = (max(room_width, self.whole.width()) - width) / 2
        return QRectF(left, self._tops[page], width, height)

    def between(self, top: float, bottom: float) -> list[int]:
        """Return the pages that are at least partly seen between two heights."""
        places = enumerate(zip(self._tops, self._sizes, strict=True))
        return [page for page, (at, (_, height)) in places if at < bottom and at + height > top]

    def spot(self, height: float) -> tuple[int, float]:
        """Return the page at a height, and how far down that page: a spot that stays when pages grow."""
        if not self._tops:
            return 0, 0.0
        page = max(0, bisect_right(self._tops, height) - 1)
        return page, (height - self._tops[page]) / self._sizes[page][1]

    def height_of(self, page: int, part: float) -> float:
        """Return the height of a spot."""
        return self._tops[page] + part * self._sizes[page][1] if page < len(self._tops) else 0.0
