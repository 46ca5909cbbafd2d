"""Forms as a clerk edits them in Word and Excel: a sentence of the unit's own put into a shipped one. No test."""

from __future__ import annotations

from io import BytesIO

import docx
import openpyxl

from tests.documents.sample_papers import FORMS


def edited_letter(sentence: str = "Mẫu của sở", *, file: str = "chung/cong-van.docx") -> bytes:
    """Return a shipped Word form with a sentence added at its end."""
    document = docx.Document(BytesIO((FORMS / file).read_bytes()))
    document.add_paragraph(sentence)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def edited_list(heading: str = "Ghi chú của sở", *, file: str = "chung/danh-sach-cap-moi-ca-nhan.xlsx") -> bytes:
    """Return a shipped Excel form whose last heading is another."""
    book = openpyxl.load_workbook(BytesIO((FORMS / file).read_bytes()))
    sheet = book.worksheets[0]
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Ghi chú")
    cell.value = heading
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()
