"""The pages of a made PDF, to look at: how many and how large, drawn as pixels, with the words on them.

PDFium keeps state of its own for the whole process, so one thread at a time may ask it: every question here waits its turn.
Not here: making the PDF (`documents.converter`), the words of a paper that has no PDF (`documents.plain_text`), the widget
(`gui.parts.paper_view`).
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from threading import RLock
from typing import Any, Final
from unicodedata import normalize
from zipfile import BadZipFile, ZipFile

import pypdfium2  # type: ignore[import-untyped]
from lxml import etree
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE  # type: ignore[import-untyped]

from govmail_desk.documents.package import parsed
from govmail_desk.domain.errors import RuleBroken

_PDFIUM: Final = RLock()
_EXTENDED: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
_REACH_PT: Final = 12.0
"""How far from a letter the mouse may be and still mean it."""
_HALF: Final = 0.5
_OVERLAP: Final = 8
"""Pixel rows drawn around a band and thrown away: PDFium draws a line at the very edge thinner than it is."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page, or a band of it, as pixels of 32 bits: blue, green, red, and eight that say nothing."""

    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in points (1/72 inch), counted from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


class PagesClosed(Exception):
    """The pages were closed before the question came to its turn."""


class PaperPages:
    """The pages of one PDF. Pages and letters are counted from 0, lengths in points."""

    def __init__(self, pdf: bytes) -> None:
        """Open a PDF; raises `RuleBroken` where it is damaged or has no page."""
        with _PDFIUM:
            try:
                self._document: Any = pypdfium2.PdfDocument(pdf)
                self._sizes = [self._document.get_page_size(index) for index in range(len(self._document))]
            except pypdfium2.PdfiumError as error:
                raise RuleBroken("Tệp PDF bị hỏng hoặc có mật khẩu nên không xem được trang.") from error
        if not self._sizes:
            raise RuleBroken("Tệp PDF không có trang nào.")
        self._texts: dict[int, Any] = {}
        self._is_closed = False

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    def size(self, index: int) -> tuple[float, float]:
        """Return a page's width and height."""
        width, height = self._sizes[index]
        return float(width), float(height)

    def drawn(self, index: int, *, scale: float, rows: tuple[int, int] | None = None) -> Picture:
        """Draw a page with `scale` pixels a point, or only its pixel rows from the first up to the second of `rows`."""
        with _PDFIUM:
            page = self._page(index)
            height = _ceiling(page.get_height() * scale)
            first, last = rows or (0, height)
            top, bottom = max(0, first - _OVERLAP), min(height, last + _OVERLAP)
            # PDFium's own unit for what is cut off is the point, rounded up to pixels
            crop = (0, max(0.0, height - bottom - _HALF) / scale, 0, max(0.0, top - _HALF) / scale)
            bitmap = page.render(scale=scale, crop=crop, prefer_bgrx=True, draw_annots=True)
            wanted = memoryview(bitmap.buffer).cast("B")[(first - top) * bitmap.stride : (last - top) * bitmap.stride]
            picture = Picture(bitmap.width, last - first, bitmap.stride, bytes(wanted))
            bitmap.close()
            page.close()
        return picture

    def text(self, index: int) -> str:
        """Return the words of a page, NFC, line by line."""
        with _PDFIUM:
            return _plain(self._text(index).get_text_range())

    def letter_at(self, index: int, x: float, y: float) -> int | None:
        """Return which letter of a page stands at a place, or None where there is none near."""
        with _PDFIUM:
            found: int | None = self._text(index).get_index(x, self._sizes[index][1] - y, _REACH_PT, _REACH_PT)
        return found

    def text_between(self, index: int, first: int, last: int) -> str:
        """Return the words from one letter to another, both included."""
        with _PDFIUM:
            return _plain(self._text(index).get_text_range(first, last - first + 1))

    def boxes_between(self, index: int, first: int, last: int) -> list[Box]:
        """Return the rectangles that hold the letters from one to another, both included; one a line or so."""
        with _PDFIUM:
            text, height = self._text(index), self._sizes[index][1]
            found = [text.get_rect(number) for number in range(text.count_rects(first, last - first + 1))]
        return [Box(left, height - top, right, height - bottom) for left, bottom, right, top in found]

    def letter_count(self, index: int) -> int:
        """Return how many letters a page has, blanks and line ends among them."""
        with _PDFIUM:
            count: int = self._text(index).count_chars()
        return count

    def has_picture(self, index: int) -> bool:
        """Say whether a picture stands on a page, as on every page that was scanned."""
        with _PDFIUM:
            return any(True for _ in self._page(index).get_objects(filter=[FPDF_PAGEOBJ_IMAGE]))

    def close(self) -> None:
        """Give the memory back; whoever asks afterwards, such as a worker that came late, gets `PagesClosed`."""
        with _PDFIUM:
            for text in self._texts.values():
                text.close()
            self._texts.clear()
            self._document.close()
            self._is_closed = True

    def _page(self, index: int) -> Any:
        if self._is_closed:
            raise PagesClosed
        return self._document[index]

    def _text(self, index: int) -> Any:
        page = self._page(index)
        if index not in self._texts:
            self._texts[index] = page.get_textpage()
        return self._texts[index]


@dataclass(frozen=True, slots=True)
class StoredCount:
    """How many pages the program that saved a .docx last counted, and which program that was."""

    pages: int
    program: str


def stored_count(content: bytes) -> StoredCount | None:
    """Read the count that Word or LibreOffice left in a .docx; None where it was never saved by one of them."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            root = parsed(archive.read("docProps/app.xml"))
    except (BadZipFile, KeyError, etree.XMLSyntaxError):
        return None
    pages = (root.findtext(f"{_EXTENDED}Pages") or "").strip()
    if not (pages.isascii() and pages.isdigit() and int(pages)):
        return None
    program = root.findtext(f"{_EXTENDED}Application") or ""
    return StoredCount(int(pages), "LibreOffice" if program.startswith("LibreOffice") else "Word")


def count_told(name: str, content: bytes, page_count: int) -> str:
    """Say in one sentence how many pages the PDF has, beside what Word counted in the file itself."""
    stored = stored_count(content) if PurePath(name).suffix.lower() == ".docx" else None
    if stored is None:
        return f"Bản PDF có {page_count} trang."
    if stored.pages == page_count:
        return f"Bản PDF có {page_count} trang, bằng số trang {stored.program} đã ghi trong tệp."
    return (
        f"Bản PDF có {page_count} trang nhưng {stored.program} đã ghi trong tệp là {stored.pages} trang:"
        " hãy xem chỗ ngắt trang trước khi in và ký."
    )


def _plain(text: str) -> str:
    return normalize("NFC", text.replace("\r\n", "\n").replace("\x00", ""))


def _ceiling(number: float) -> int:
    return -int(-number // 1)
