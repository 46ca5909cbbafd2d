"""The directory as a Word file, read back: the head of a paper, heads of columns on each page, every line of the edition."""

from __future__ import annotations

import io

import docx
from docx.oxml.ns import qn

from govmail_desk.documents.directory_docx import directory_docx
from tests.directories import of_person, of_unit, paper

LINES = (
    of_unit("Sở A", phone="0229 3871 001", addresses=("soa@b.vn",)),
    of_person("Lê An <b>&", title="Giám đốc", addresses=("an@b.vn", "lean@b.vn")),
    of_unit("Phòng B", level=1, number=3),
)


def made(**options):
    return docx.Document(io.BytesIO(directory_docx(paper(*LINES, **options))))


def test_it_begins_as_papers_do_and_says_its_day():
    paragraphs = [paragraph.text for paragraph in made().paragraphs if paragraph.text]
    assert paragraphs == ["DANH BẠ THƯ ĐIỆN TỬ CÔNG VỤ", "Bản số 3. Số liệu đến ngày 23/11/2026"]
    head = " ".join(cell.text for cell in made().tables[0].rows[0].cells)
    assert "UBND TỈNH NINH BÌNH" in head
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in head


def test_every_line_is_a_row_and_the_heads_stand_on_each_page():
    table = made().tables[1]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    rows = [[cell.text.strip() for cell in row.cells] for row in table.rows[1:]]
    assert rows == [
        ["", "Sở A", "", "0229 3871 001", "soa@b.vn"],
        ["1", "Lê An <b>&", "Giám đốc", "", "an@b.vn\nlean@b.vn"],
        ["", "Phòng B", "", "", ""],
    ]


def test_an_edition_for_the_office_has_one_column_more():
    assert [cell.text for cell in made(is_public=False).tables[1].rows[0].cells][-1] == "Trạng thái hộp thư"


def test_pages_are_numbered_from_the_second_on():
    section = made().sections[0]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
