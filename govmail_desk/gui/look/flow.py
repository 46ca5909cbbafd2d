"""A layout that goes on in the next line where the width ends, as chips do in a narrow window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from collections.abc import Iterator


class FlowLayout(QLayout):
    """Parts side by side at their own size, line under line, each line from the left or in the middle."""

    def __init__(self, parent: QWidget | None = None, *, is_centred: bool = False) -> None:
        super().__init__(parent)
        self._is_centred = is_centred
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(Space.NEAR)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more part."""
        self._items.append(item)

    def count(self) -> int:
        """Count the parts."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the part at a place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # Qt itself asks past the end
        """Give one part back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Say how high it is at a width."""
        return self._place(QRect(0, 0, width, 0), is_measuring=True)

    def setGeometry(self, room: QRect) -> None:
        """Put every part in its place."""
        super().setGeometry(room)
        self._place(room, is_measuring=False)

    def sizeHint(self) -> QSize:
        """One line, where there is room for it."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        gaps = self.spacing() * max(0, len(shown) - 1)
        return QSize(sum(size.width() for size in shown) + gaps, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        """No narrower than its widest part."""
        size = QSize(0, 0)
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, room: QRect, *, is_measuring: bool) -> int:
        top = room.top()
        for line in self._lines(room.width()):
            if top > room.top():
                top += self.spacing()
            if not is_measuring:
                self._put_line(line, QRect(room.left(), top, room.width(), 0))
            top += max(item.sizeHint().height() for item in line)
        return top - room.top()

    def _lines(self, width: int) -> Iterator[list[QLayoutItem]]:
        """Yield what stands side by side."""
        line: list[QLayoutItem] = []
        for item in self._items:
            if item.isEmpty():
                continue
            if line and self._width([*line, item]) > width:
                yield line
                line = []
            line.append(item)
        if line:
            yield line

    def _put_line(self, line: list[QLayoutItem], room: QRect) -> None:
        free = max(0, room.width() - self._width(line))
        left = room.left() + (free // 2 if self._is_centred else 0)
        for item in line:
            size = item.sizeHint()
            item.setGeometry(QRect(QPoint(left, room.top()), size))
            left += size.width() + self.spacing()

    def _width(self, line: list[QLayoutItem]) -> int:
        return sum(item.sizeHint().width() for item in line) + self.spacing() * (len(line) - 1)
