"""The words of a paper where no pages can be drawn."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from openpyxl import Workbook

from govmail_desk.documents.letter import made_letter
from govmail_desk.documents.list import made_list
from govmail_desk.documents.plain_text import Line, plain_lines
from govmail_desk.domain.errors import RuleBroken
from tests.documents.sample_papers import CA_MAU, LETTER_FORM, LIST, PERSONS_FORM


def saved(made) -> bytes:
    kept = BytesIO()
    made.save(kept)
    return kept.getvalue()


def test_headings_paragraphs_and_rows_come_in_the_order_of_the_paper():
    paper = docx.Document()
    paper.add_heading("Phụ lục", level=1)
    paper.add_paragraph("Trước  bảng\tvà sau")
    table = paper.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Họ và tên"
    table.cell(0, 2).text = "Chức vụ"
    for cell, words in zip(table.rows[1].cells, ("1", "Đỗ Thị Ứng", "Văn thư"), strict=True):
        cell.text = words
    paper.add_paragraph("")
    paper.add_paragraph("Sau bảng")
    assert plain_lines("a.docx", saved(paper)) == (
        Line("heading", ("Phụ lục",)),
        Line("paragraph", ("Trước  bảng\tvà sau",)),
        Line("row", ("Họ và tên", "Chức vụ")),
        Line("row", ("1", "Đỗ Thị Ứng", "Văn thư")),
        Line("paragraph", ("Sau bảng",)),
    )


def test_letters_in_parts_are_put_together():
    paper = docx.Document()
    paper.add_paragraph("Đo\u0302\u0303 Thi\u0323 U\u031b\u0301ng")
    assert plain_lines("a.docx", saved(paper))[0].text == "Đỗ Thị Ứng"


def test_a_made_letter_can_be_read():
    lines = plain_lines("thư.docx", made_letter(LETTER_FORM, CA_MAU))
    assert lines[0].kind == "row"
    assert lines[0].cells[1].startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n")
    assert "Kính gửi: Sở Thông tin và Truyền thông tỉnh Cà Mau" in [line.text for line in lines]


def test_a_made_list_can_be_read_row_by_row():
    lines = plain_lines("danh sách.XLSX", made_list(PERSONS_FORM, LIST))
    names = [row["ho_ten"] for row in LIST.rows]
    assert {line.kind for line in lines} == {"row"}
    assert [name for name in names if any(name in line.cells for line in lines)] == names


def test_several_sheets_are_named_and_hidden_ones_are_not_told():
    book = Workbook()
    book.active.append(["STT", "Họ và tên"])
    book.create_sheet("Phòng Một").append(["1", "Đỗ Thị Ứng"])
    hidden = book.create_sheet("Nháp")
    hidden.append(["kín"])
    hidden.sheet_state = "hidden"
    told = [line.text for line in plain_lines("a.xlsx", saved(book))]
    assert told == ["Sheet", "STT\tHọ và tên", "Phòng Một", "1\tĐỗ Thị Ứng"]


@pytest.mark.parametrize("name", ["hỏng.docx", "hỏng.xlsx"])
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"xin chao", made_letter(LETTER_FORM, CA_MAU)[:2000]])
def test_a_damaged_file_is_refused_in_one_sentence_that_names_it(name, content):
    with pytest.raises(RuleBroken, match=f"«{name}»"):
        plain_lines(name, content)
