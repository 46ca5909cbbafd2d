"""Pages with lines on them, made without an office. No test."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from govmail_desk.documents.preview import PaperPages

STANDS, LIES = (595.0, 842.0), (842.0, 595.0)


def pages_of(folder: Path, *sizes: tuple[float, float]) -> PaperPages:
    """Make a paper with a page of each size in points; each says which it is and has a black bar at its foot."""
    path = folder / "giấy.pdf"
    writer = QPdfWriter(str(path))
    writer.setResolution(72)
    painter = QPainter()
    for number, size in enumerate(sizes, start=1):
        writer.setPageLayout(_layout(size))
        if number == 1:
            painter.begin(writer)
        else:
            writer.newPage()
        painter.drawText(QRectF(100, 100, 300, 60), f"Trang số {number} của tờ giấy")
        painter.fillRect(QRectF(0, size[1] - 50, size[0], 50), Qt.GlobalColor.black)
    painter.end()
    return PaperPages(path.read_bytes())


def _layout(size: tuple[float, float]) -> QPageLayout:
    page = QPageSize(QSizeF(min(size), max(size)), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    stands = QPageLayout.Orientation.Portrait if size[0] < size[1] else QPageLayout.Orientation.Landscape
    layout = QPageLayout(page, stands, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout
