"""Printing a paper: its pages drawn at the printer's own fineness, band by band in a worker, put on paper one after the other.

Here: `PaperPrinting`, `wanted_pages`. The clerk chooses the printer at the desktop (`gui.desktop`); the pages are `documents.preview`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from govmail_desk.gui.parts.paper_pictures import image_of

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from govmail_desk.documents.preview import PaperPages
    from govmail_desk.gui.background import Background

FINEST_DPI: Final = 600
"""A finer printer gains nothing a reader could see, and a page would take four times the memory."""
BAND_ROWS: Final = 400
_INCH_PT: Final = 72.0


class PaperPrinting(QObject):
    """One paper on its way to one printer."""

    moved = Signal(object, object)
    """How many pages are on paper, and of how many."""
    ended = Signal(object)
    """All is printed (None), or what went wrong."""

    def __init__(self, pages: PaperPages, printer: QPrinter, background: Background) -> None:
        super().__init__(background)
        self._pages = pages
        self._printer = printer
        self._background = background
        self._painter = QPainter()
        self._order = wanted_pages(printer, pages.count)
        self._done = 0
        self._is_stopped = False
        background.ending.connect(self._give_up)

    def start(self) -> None:
        """Begin; `ended` tells the end."""
        self._printer.setFullPage(True)
        self._next_page()

    def stop(self) -> None:
        """Print no further page; what the printer has not begun is taken back."""
        self._is_stopped = True

    @property
    def is_stopped(self) -> bool:
        """True where the clerk stopped it."""
        return self._is_stopped

    def _next_page(self) -> None:
        self.moved.emit(self._done, len(self._order))
        if self._is_stopped or self._done == len(self._order):
            self._end(None)
        elif self._begin_page(self._order[self._done]):
            self._draw_band(0)
        else:
            self._end(OSError("the printer does not take the page"))

    def _begin_page(self, index: int) -> bool:
        """Let the printer take a sheet lying or standing as the page does."""
        width, height = self._pages.size(index)
        lies = width > height
        is_own_paper = self._printer.outputFormat() == QPrinter.OutputFormat.PdfFormat
        layout = self._printer.pageLayout()
        if is_own_paper:
            layout.setPageSize(QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Point))
            layout.setMargins(QMarginsF(0, 0, 0, 0))
        layout.setOrientation(QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait)
        self._printer.setPageLayout(layout)
        return self._printer.newPage() if self._painter.isActive() else self._painter.begin(self._printer)

    def _draw_band(self, first: int) -> None:
        index = self._order[self._done]
        last = min(first + BAND_ROWS, self._rows)
        work = partial(_band, self._pages, index, self._scale, (first, last))
        self._background.start(work, self._put, self._end)

    @property
    def _scale(self) -> float:
        return min(self._printer.resolution(), FINEST_DPI) / _INCH_PT

    @property
    def _rows(self) -> int:
        return -int(-self._pages.size(self._order[self._done])[1] * self._scale // 1)

    def _put(self, band: tuple[int, int, QImage]) -> None:
        """Put a band on the sheet, then the next; the page fills the sheet as far as it keeps its shape."""
        first, last, image = band
        width, height = self._pages.size(self._order[self._done])
        sheet = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        fit = min(sheet.width() / width, sheet.height() / height)
        row = fit / self._scale
        left, top = (sheet.width() - width * fit) / 2, (sheet.height() - height * fit) / 2
        upper, lower = round(top + first * row), round(top + last * row)  # whole dots, so that no seam is seen
        self._painter.drawImage(QRectF(left, upper, image.width() * row, lower - upper), image)
        if self._is_stopped:
            self._end(None)
        elif last < self._rows:
            self._draw_band(last)
        else:
            self._done += 1
            self._next_page()

    def _give_up(self) -> None:
        """End at once: the window goes, and no band drawn will be answered any more."""
        self.stop()
        self._end(None)

    def _end(self, failure: BaseException | None) -> None:
        if self._is_stopped:
            self._printer.abort()
        if self._painter.isActive():
            self._painter.end()
        self.ended.emit(failure)
        self.deleteLater()


def wanted_pages(printer: QPrinter, count: int) -> list[int]:
    """Return which pages are to be printed, in order, counted from 0: those asked for, as often as the printer itself does not."""
    pages = list(range(count))
    if printer.printRange() == QPrinter.PrintRange.PageRange:
        pages = pages[max(printer.fromPage(), 1) - 1 : printer.toPage() or count]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    return pages * copies if printer.collateCopies() else [page for page in pages for _ in range(copies)]


def _band(pages: PaperPages, index: int, scale: float, rows: tuple[int, int]) -> tuple[int, int, QImage]:
    return (*rows, image_of(pages.drawn(index, scale=scale, rows=rows)))
