"""The line above a paper's pages: which paper, which page of how many, how large; each with its keys.

Here: `PaperBar`. Not here: the pages (`gui.parts.paper_view`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from govmail_desk import wording
from govmail_desk.gui.fields.fields import ChoiceField
from govmail_desk.gui.fields.typed import not_an_input
from govmail_desk.gui.look.icons import draw_icon
from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govmail_desk.gui.parts.paper_view import PaperView
    from govmail_desk.listings.requests import FileRow


class PaperBar(QWidget):
    """Leads through papers that belong together, and their pages."""

    def __init__(self, view: PaperView, papers: Sequence[FileRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.paper = ChoiceField([(paper, _words(paper, papers)) for paper in papers], self)
        self.paper.setAccessibleName(self.tr("Giấy tờ đang xem"))
        self.paper.setVisible(len(papers) > 1)
        not_an_input(self.paper)
        self.where = QLabel(self)
        self.size_label = QLabel(self)
        self._parts = [
            self._tool("left", self.tr("Trang trước (Ctrl+PgUp)"), view.turn_back),
            self.where,
            self._tool("right", self.tr("Trang sau (Ctrl+PgDn)"), view.turn_on),
            self._tool("", self.tr("Thu nhỏ (Ctrl+-)"), view.zoom_out, words="−"),
            self.size_label,
            self._tool("", self.tr("Phóng to (Ctrl++)"), view.zoom_in, words="+"),
            self._tool("", self.tr("Vừa chiều rộng (Ctrl+0)"), view.fit_width, words=self.tr("Vừa khổ")),
        ]
        self._lay_out()
        view.page_turned.connect(self.follow)
        view.zoomed.connect(self.follow)
        self.follow()

    def follow(self, _changed: int = 0) -> None:
        """Say which page is seen and how large; nothing where there are no pages."""
        pages = self._view.pages
        for part in self._parts:
            part.setVisible(pages is not None)
        if pages is not None:
            self.where.setText(self.tr("Trang {} / {}").format(self._view.page + 1, pages.count))
            self.size_label.setText(f"{self._view.percent}%")

    def _tool(self, icon_name: str, name: str, does: Callable[[], object], *, words: str = "") -> QToolButton:
        tool = QToolButton(self)
        if icon_name:
            draw_icon(tool, icon_name)
        tool.setText(words)
        tool.setAccessibleName(name)
        tool.setToolTip(name)
        tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tool.clicked.connect(does)
        return tool

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.NEAR)
        line.addWidget(self.paper)
        line.addStretch(1)
        for part in self._parts:
            line.addWidget(part)


def _words(paper: FileRow, papers: Sequence[FileRow]) -> str:
    """Name a paper by what it is, and by its file where there are several of a kind."""
    words = wording.PAPERS[paper.role]
    return words if sum(each.role == paper.role for each in papers) == 1 else f"{words}: {paper.name}"
