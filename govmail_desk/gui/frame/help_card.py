"""What F1 shows: what a page is for, its acts and their keys, and the keys of the whole window.

Here: the card. The words about a page: `resources/help/<topic>.md`. The keys are read from the acts themselves, so they cannot drift.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QTextBrowser, QWidget

from govmail_desk import paths
from govmail_desk.gui.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govmail_desk.gui.page import Page

_WINDOW_KEYS: Final = (
    ("Ctrl+1 … Ctrl+9", "Đến một trang trên thanh bên trái"),
    ("Ctrl+K", "Tìm hộp thư, người, việc, trang; gõ không dấu cũng được"),
    ("Ctrl+Z", "Hoàn tác việc gần nhất; chương trình nói rõ việc gì rồi mới làm"),
    ("Enter", "Làm việc chính, hoặc mở dòng đang chọn"),
    ("F2", "Sửa dòng đang chọn"),
    ("F5", "Đọc lại trang"),
    ("Esc", "Quay lại"),
    ("F1", "Xem trang này"),
)


class HelpCard(Dialog):
    """The help of one page."""

    def __init__(self, parent: QWidget | None, title: str, page: Page | None) -> None:
        words = self.tr("Trợ giúp: {}").format(title)
        super().__init__(parent, title=words, main_words=self.tr("Đóng"), has_back=False, size=QSize(620, 480))
        self.shown = QTextBrowser(self)
        self.shown.setAccessibleName(self.windowTitle())
        self.shown.setOpenLinks(False)
        topic = (
            (paths.resources() / "help" / f"{page.shown_topic}.md") if page is not None and page.shown_topic else None
        )
        if topic is not None and topic.is_file():
            self.shown.setMarkdown(topic.read_text(encoding="utf-8"))
        self.shown.append(_table(self.tr("Việc của trang này"), _acts_of(page)))
        self.shown.append(_table(self.tr("Phím tắt"), _WINDOW_KEYS))
        self.shown.moveCursor(self.shown.textCursor().MoveOperation.Start)
        self.body.addWidget(self.shown, 1)

    def do(self) -> None:
        """Close."""
        self.accept()


def _acts_of(page: Page | None) -> list[tuple[str, str]]:
    acts = [] if page is None else [*([page.main_act] if page.main_act else []), *page.acts]
    return [(shown.shortcut().toString(QKeySequence.SequenceFormat.NativeText), shown.text()) for shown in acts]


def _table(title: str, lines: Iterable[tuple[str, str]]) -> str:
    cells = "".join(f"<tr><td width='150'>{escape(keys)}</td><td>{escape(words)}</td></tr>" for keys, words in lines)
    return f"<p style='font-weight:600'>{escape(title)}</p><table cellpadding='3'>{cells}</table>" if cells else ""
