"""Pictures of the pages in sight, drawn in a worker one after the other and kept while they are near.

Here: `PaperPictures`. Not here: the drawing (`documents.preview`), where the pictures are shown (`gui.parts.paper_view`).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from govmail_desk.documents.preview import PagesClosed
from govmail_desk.gui.background import background_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.documents.preview import PaperPages, Picture

MOST_PIXELS: Final = 16_000_000
"""Of one page: 64 MB, A4 at 400 dots an inch. Beyond that the picture is spread."""
MOST_BYTES: Final = 192_000_000
"""Of all pictures kept: a few pages at the largest, some thirty as they usually are."""


class PaperPictures(QObject):
    """The pictures of one paper's pages."""

    arrived = Signal()
    """A page was drawn."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._pages: PaperPages | None = None
        self._kept: dict[int, tuple[float, QImage]] = {}
        self._wanted: list[tuple[int, float]] = []
        self._is_drawing = False

    def show(self, pages: PaperPages | None) -> None:
        """Take another paper, or none."""
        self._pages = pages
        self._kept.clear()
        self._wanted.clear()

    def want(self, indices: Sequence[int], scale: float) -> None:
        """Draw these pages next, the first first, with `scale` pixels a point; what was wanted before no longer counts."""
        scales = [(index, self._drawable(index, scale)) for index in indices]
        self._wanted = [(index, wanted) for index, wanted in scales if not self._has(index, wanted)]
        self._draw_next()

    def picture(self, index: int) -> QImage | None:
        """Return a page as it was drawn last, perhaps at another scale."""
        kept = self._kept.get(index)
        return kept[1] if kept else None

    def _has(self, index: int, scale: float) -> bool:
        kept = self._kept.get(index)
        return kept is not None and kept[0] == scale

    def _drawable(self, index: int, scale: float) -> float:
        assert self._pages is not None
        width, height = self._pages.size(index)
        return min(scale, float((MOST_PIXELS / (width * height)) ** 0.5))

    def _draw_next(self) -> None:
        if self._is_drawing or not self._wanted or self._pages is None:
            return
        index, scale = self._wanted.pop(0)
        self._is_drawing = True
        background_of(self._view).start(partial(_drawn, self._pages, index, scale), self._take, self._miss)

    def _take(self, drawn: tuple[PaperPages, int, float, QImage]) -> None:
        self._is_drawing = False
        pages, index, scale, picture = drawn
        if pages is self._pages:
            self._kept.pop(index, None)
            self._kept[index] = (scale, picture)
            self._forget_the_oldest()
            self.arrived.emit()
        self._draw_next()

    def _miss(self, failure: BaseException) -> None:
        """Go on after a page that could not be drawn; one that was closed meanwhile is nobody's loss."""
        self._is_drawing = False
        if not isinstance(failure, PagesClosed):
            raise failure
        self._draw_next()

    def _forget_the_oldest(self) -> None:
        while len(self._kept) > 1 and sum(image.sizeInBytes() for _, image in self._kept.values()) > MOST_BYTES:
            self._kept.pop(next(iter(self._kept)))


def image_of(picture: Picture) -> QImage:
    """Return a drawn page as Qt's own picture, with pixels of its own."""
    return QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32).copy()


def _drawn(pages: PaperPages, index: int, scale: float) -> tuple[PaperPages, int, float, QImage]:
    return pages, index, scale, image_of(pages.drawn(index, scale=scale))
