"""Small Word and Excel files for tests of forms: whole enough to be opened, and as odd as a test wants them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from openpyxl import Workbook

from govmail_desk.documents.package import Parts, packed, unpacked

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

Said = str | Sequence[str]
"""A paragraph: one run, or the runs Word has split it into."""


def paragraph(said: Said) -> str:
    runs = [said] if isinstance(said, str) else said
    return "<w:p>" + "".join(f"<w:r><w:t>{escape(run)}</w:t></w:r>" for run in runs) + "</w:p>"


def row(*cells: Said) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{''.join(rows)}</w:tbl>"


def word_parts(*body: str) -> Parts:
    """The parts of a .docx whose body is the given XML."""
    texts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{KIND}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {WORD}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>",
    }
    return {name: text.encode() for name, text in texts.items()}


def word_form(*said: Said) -> bytes:
    """A .docx of plain paragraphs."""
    return packed(word_parts(*(paragraph(one) for one in said)))


def with_parts(form: bytes, added: Mapping[str, bytes]) -> bytes:
    return packed(unpacked(form, name="form") | dict(added))


def excel_form(rows: Sequence[Sequence[str | None]], *, merged: Sequence[str] = ()) -> bytes:
    """An .xlsx with one sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for cells in rows:
        sheet.append(list(cells))
    for area in merged:
        sheet.merge_cells(area)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()
