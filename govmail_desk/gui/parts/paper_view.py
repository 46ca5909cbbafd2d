"""A paper's pages under one another, as they will be printed: to scroll, to look at closely, to copy words from.

Here: `PaperView`. Where each page lies is `paper_places`, the drawing `paper_pictures`; making the pages is `documents.preview`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.look.theme import theme_in_use
from govmail_desk.gui.parts.paper_pictures import PaperPictures
from govmail_desk.gui.parts.paper_places import PaperPlaces

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from govmail_desk.documents.preview import PaperPages

ZOOMS: Final = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_PAPER: Final = "#FFFFFF"
"""Paper is white in every look of the window."""
_CHOSEN: Final = QColor(20, 89, 154, 70)
_INCH_PT: Final = 72.0
_LEAST_SIZE: Final = QSize(420, 160)
_LETTERS_TOLD: Final = 2000
_LINE: Final = 40


class Chosen(NamedTuple):
    """Letters of one page marked to be copied, both ends included."""

    page: int
    first: int
    last: int


class PaperView(QAbstractScrollArea):
    """The pages of one paper."""

    page_turned = Signal(int)
    """Another page is the one mostly seen: its place, counted from 0."""
    zoomed = Signal(int)
    """The pages are seen at another size, in percent of paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages: PaperPages | None = None
        self.chosen: Chosen | None = None
        self._name = ""
        self._page = 0
        self._zoom: float | None = None
        self._begun: tuple[int, int] | None = None
        self._places = PaperPlaces()
        self._pictures = PaperPictures(self)
        self._pictures.arrived.connect(self.viewport().update)
        self.copy_act = act(self, "copy", self.tr("Chép chữ"), self.copy, icon_name="copy", shortcut="Ctrl+C")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(_LINE)
        self.show_pages(None, name="")

    # what is shown

    def show_pages(self, pages: PaperPages | None, *, name: str) -> None:
        """Show another paper from its first page, or none; the paper stays its owner's to close."""
        self.pages, self._name, self._page = pages, name, 0
        self.chosen = self._begun = None
        self._pictures.show(pages)
        self._arrange()
        self.verticalScrollBar().setValue(0)
        self._say_where()
        self.viewport().update()

    @property
    def page(self) -> int:
        """The page mostly seen, counted from 0."""
        return self._page

    @property
    def percent(self) -> int:
        """How large the pages are seen, in percent of paper."""
        return round(self._places.zoom * 100)

    def go_to(self, page: int) -> None:
        """Show the top of a page."""
        if self.pages is not None:
            page = max(0, min(page, self.pages.count - 1))
            self.verticalScrollBar().setValue(round(self._places.top(page)))

    def turn_back(self) -> None:
        """Show the page before."""
        self.go_to(self._page - 1)

    def turn_on(self) -> None:
        """Show the page after."""
        self.go_to(self._page + 1)

    # how large

    def zoom_in(self) -> None:
        """Show the pages larger."""
        self._zoom_to(next((zoom for zoom in ZOOMS if zoom > self._places.zoom * 1.01), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """Show the pages smaller."""
        self._zoom_to(next((zoom for zoom in reversed(ZOOMS) if zoom < self._places.zoom * 0.99), ZOOMS[0]))

    def fit_width(self) -> None:
        """Let the widest page fill the view."""
        self._zoom_to(None)

    def _zoom_to(self, zoom: float | None) -> None:
        """Zoom around the middle of what is seen."""
        bar, half = self.verticalScrollBar(), self.viewport().height() / 2
        page, part = self._places.spot(bar.value() + half)
        self._zoom = zoom
        self._arrange()
        bar.setValue(round(self._places.height_of(page, part) - half))
        self.viewport().update()

    # what is copied

    def copy(self) -> None:
        """Copy the words marked, or those of the whole page where none are."""
        if self.pages is None:
            return
        chosen = self.chosen
        words = self.pages.text(self._page) if chosen is None else self.pages.text_between(*chosen)
        QGuiApplication.clipboard().setText(words)

    def choose_page(self) -> None:
        """Mark all words of the page."""
        if self.pages is not None and (count := self.pages.letter_count(self._page)):
            self.chosen = Chosen(self._page, 0, count - 1)
            self.viewport().update()

    # Qt

    def sizeHint(self) -> QSize:
        """A strip of a page at the least: it scrolls by itself, and takes whatever room there is."""
        return _LEAST_SIZE

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page seen where it was."""
        super().resizeEvent(event)
        bar = self.verticalScrollBar()
        page, part = self._places.spot(bar.value())
        self._arrange()
        bar.setValue(round(self._places.height_of(page, part)))

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Say which page is seen now."""
        self.viewport().update()
        page = self._places.spot(self.verticalScrollBar().value() + self.viewport().height() / 2)[0]
        if page != self._page:
            self._page = page
            self._say_where()
            self.page_turned.emit(page)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight; those not drawn yet are white paper until they are."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme_in_use().colour("sunken"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        seen = self._seen()
        for page in seen:
            self._paint_page(painter, page)
        if self.pages is not None and seen:
            near = [page for page in (seen[-1] + 1, seen[0] - 1) if 0 <= page < self.pages.count]
            self._pictures.want([*seen, *near], self._places.scale * self.devicePixelRatioF())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page by page with Ctrl, closer and further with Ctrl and + or -, the whole width with Ctrl+0."""
        does = self._keys().get((event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, event.key()))
        if event.matches(QKeySequence.StandardKey.ZoomIn):
            self.zoom_in()
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoom_out()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.choose_page()
        elif does is not None:
            does()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl held, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to mark words."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._begun = self._letter_at(event.position().toPoint())
            self.chosen = None
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark from the letter the mouse was pressed on to the one it is on."""
        found = self._letter_at(event.position().toPoint())
        if self._begun is not None and found is not None and found[0] == self._begun[0]:
            first, last = sorted((self._begun[1], found[1]))
            self.chosen = Chosen(found[0], first, last)
            self.viewport().update()

    def _keys(self) -> dict[tuple[Qt.KeyboardModifier, int], Callable[[], object]]:
        plain, control, key = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.Key
        bar = self.verticalScrollBar()
        return {
            (control, key.Key_PageUp): self.turn_back,
            (control, key.Key_PageDown): self.turn_on,
            (control, key.Key_0): self.fit_width,
            (control, key.Key_Equal): self.zoom_in,
            (plain, key.Key_Home): partial(bar.setValue, 0),
            (plain, key.Key_End): partial(bar.setValue, bar.maximum()),
        }

    def _arrange(self) -> None:
        """Say where each page lies, and how far the bars go."""
        before, room = self.percent, self.viewport().size()
        point = self.logicalDpiX() / _INCH_PT
        sizes = [self.pages.size(index) for index in range(self.pages.count)] if self.pages else []
        self._places.arrange(sizes, room_width=room.width(), point=point, zoom=self._zoom)
        whole = self._places.whole
        for bar, length, seen in (
            (self.horizontalScrollBar(), whole.width(), room.width()),
            (self.verticalScrollBar(), whole.height(), room.height()),
        ):
            bar.setRange(0, max(0, length - seen))
            bar.setPageStep(seen)
        if self.percent != before:
            self.zoomed.emit(self.percent)

    def _seen(self) -> list[int]:
        top = self.verticalScrollBar().value()
        return self._places.between(top, top + self.viewport().height())

    def _page_rect(self, page: int) -> QRectF:
        rect = self._places.rect(page, room_width=self.viewport().width())
        return rect.translated(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def _paint_page(self, painter: QPainter, page: int) -> None:
        rect = self._page_rect(page)
        picture = self._pictures.picture(page)
        painter.fillRect(rect, QColor(_PAPER))
        if picture is not None:
            painter.drawImage(rect, picture)
        if self.chosen is not None and self.chosen.page == page and self.pages is not None:
            scale = self._places.scale
            for box in self.pages.boxes_between(*self.chosen):
                marked = QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top)
                corner = marked.topLeft() * scale + rect.topLeft()
                painter.fillRect(QRectF(corner, marked.size() * scale), _CHOSEN)
        painter.setPen(theme_in_use().colour("edge"))
        painter.drawRect(rect)

    def _letter_at(self, spot: QPoint) -> tuple[int, int] | None:
        for page in self._seen():
            rect = self._page_rect(page)
            if self.pages is not None and rect.contains(spot.toPointF()):
                place, scale = spot.toPointF() - rect.topLeft(), self._places.scale
                letter = self.pages.letter_at(page, place.x() / scale, place.y() / scale)
                return None if letter is None else (page, letter)
        return None

    def _say_where(self) -> None:
        """Tell a screen reader which page is seen, and its words."""
        if self.pages is None:
            self.setAccessibleName(self.tr("Trang giấy"))
            self.setAccessibleDescription("")
        else:
            said = self.tr("{}, trang {} trên {}")
            self.setAccessibleName(said.format(self._name, self._page + 1, self.pages.count))
            self.setAccessibleDescription(self.pages.text(self._page)[:_LETTERS_TOLD])
