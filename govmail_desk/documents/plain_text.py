"""The words of a kept paper without its looks: headings, paragraphs and table rows of a .docx, the rows of an .xlsx.

Shown where no office program can draw the pages. Not here: the pages (`documents.preview`).
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePath
from typing import Final, Literal
from unicodedata import normalize

import docx
from docx.opc.exceptions import OpcError
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml import etree

from govmail_desk.documents.file_names import safe_file_name
from govmail_desk.documents.package import unpacked
from govmail_desk.documents.spreadsheet import read
from govmail_desk.domain.errors import RuleBroken

Kind = Literal["heading", "paragraph", "row"]

_OUTLINE: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}outlineLvl"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paper: a heading or a paragraph has one cell, a row of a table as many as the table has columns."""

    kind: Kind
    cells: tuple[str, ...]

    @property
    def text(self) -> str:
        """The line as it is copied: cells parted by tabs."""
        return "\t".join(self.cells)


def plain_lines(name: str, content: bytes) -> tuple[Line, ...]:
    """Read the words of a .docx or .xlsx; raises `RuleBroken` with one sentence where the file is damaged."""
    lines = _rows(name, content) if PurePath(name).suffix.lower() == ".xlsx" else _paragraphs(name, content)
    return tuple(line for line in lines if any(line.cells))


def _paragraphs(name: str, content: bytes) -> list[Line]:
    unpacked(content, name=name)
    try:
        return list(_told(docx.Document(BytesIO(content))))
    except (OpcError, KeyError, ValueError, AttributeError, etree.XMLSyntaxError) as error:
        sentence = f"Không đọc được chữ của tệp «{name}»: tệp bị hỏng. Hãy mở tệp bằng Word, lưu lại rồi xem lại."
        raise RuleBroken(sentence) from error


def _told(document: docx.document.Document) -> Iterator[Line]:
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield from (Line("row", _cells(part, row)) for row in range(len(part.rows)))
        else:
            yield Line("heading" if _is_heading(part) else "paragraph", (_clean(part.text),))


def _cells(table: Table, row: int) -> tuple[str, ...]:
    """Name the words of each cell of a row, a cell merged over several columns once."""
    seen: list[object] = []
    words: list[str] = []
    for cell in table.rows[row].cells:
        if cell._tc not in seen:  # noqa: SLF001  (python-docx tells merged cells apart by their XML only)
            seen.append(cell._tc)  # noqa: SLF001
            words.append(_cell(cell))
    return tuple(words)


def _cell(cell: _Cell) -> str:
    return "\n".join(filter(None, (_clean(paragraph.text) for paragraph in cell.paragraphs)))


def _is_heading(paragraph: Paragraph) -> bool:
    """A heading is what Word's navigation shows: a style or a paragraph with an outline level."""
    style = paragraph.style
    named = style is not None and (style.name or "").startswith(("Heading", "Title"))
    places = (paragraph._p, style.element if style is not None else None)  # noqa: SLF001
    return named or any(place is not None and next(place.iter(_OUTLINE), None) is not None for place in places)


def _rows(name: str, content: bytes) -> list[Line]:
    """Read a list in the process that reads all lists: it is limited in memory and time."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / safe_file_name(name)
        path.write_bytes(content)
        sheets = [sheet for sheet in read(path).sheets if not sheet.is_hidden]
    lines: list[Line] = []
    for sheet in sheets:
        if len(sheets) > 1:
            lines.append(Line("heading", (sheet.name,)))
        lines += [Line("row", tuple(cell.text for cell in row.cells)) for row in sheet.rows]
    return lines


def _clean(text: str) -> str:
    return normalize("NFC", text).strip()
