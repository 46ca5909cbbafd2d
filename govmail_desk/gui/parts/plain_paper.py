"""A paper's words alone, where its pages cannot be drawn: headings, paragraphs, rows.

Here: `PlainPaper`. The words are read by `documents.plain_text`.
"""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QTextBrowser, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.documents.plain_text import Line

MOST_LINES: Final = 2000
"""More would take seconds to lay out; the whole is in the file."""
_MARGIN: Final = 18
_LEAST_SIZE: Final = QSize(420, 160)


class PlainPaper(QTextBrowser):
    """The words of one paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)  # a wide table scrolls, its words are never torn
        self.setAccessibleName(self.tr("Chữ trong tệp"))
        self.document().setDocumentMargin(_MARGIN)

    def sizeHint(self) -> QSize:
        """A few lines at the least: it scrolls by itself, and takes whatever room there is."""
        return _LEAST_SIZE

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show a paper's words, from its first."""
        told = "".join(_told(list(group)) for _, group in groupby(lines[:MOST_LINES], key=lambda line: line.kind))
        rest = len(lines) - MOST_LINES
        if rest > 0:
            told += f"<p><i>{escape(self.tr('Còn {} dòng nữa, xem trong tệp.').format(rest))}</i></p>"
        self.setHtml(told)


def _told(lines: Sequence[Line]) -> str:
    """Say lines of one kind that follow one another."""
    match lines[0].kind:
        case "heading":
            return "".join(f"<h3>{_cell(line.text)}</h3>" for line in lines)
        case "paragraph":
            return "".join(f"<p>{_cell(line.text)}</p>" for line in lines)
        case "row":
            widest = max(len(line.cells) for line in lines)
            rows = "".join(_row(line, widest) for line in lines)
            return f"<table border='1' cellspacing='0' cellpadding='4'>{rows}</table>"


def _row(line: Line, widest: int) -> str:
    """Let a row that says one thing only, such as a list's title, go over the whole width of its table."""
    if line.cells[0] and not any(line.cells[1:]):
        return f"<tr><td colspan='{widest}'>{_cell(line.cells[0])}</td></tr>"
    return f"<tr>{''.join(f'<td>{_cell(cell)}</td>' for cell in line.cells)}</tr>"


def _cell(words: str) -> str:
    return f"<span style='white-space:pre-wrap'>{escape(words)}</span>"
