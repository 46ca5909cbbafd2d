"""The made list, opened again: every cell a text, every page readable, nothing of the form lost."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from govmail_desk.documents.list import made_list
from govmail_desk.documents.list_columns import COLUMNS
from govmail_desk.documents.package import packed, unpacked
from govmail_desk.domain.errors import RuleBroken
from tests.documents.made_forms import excel_form
from tests.documents.printing import Printed, printed
from tests.documents.sample_papers import FORMS, LIST, PERSONS, PERSONS_FORM

FIRST_ROW = 6
DANGEROUS = (
    "=1+1", "=cmd|' /C calc'!A0", "+84900000002", "-1", "@SUM(A1)", "00123", "0900000001", "1e5", "TRUE", "31/12/2026",
    "000000000001", "'=1", "\t=1", "=HYPERLINK(\"http://example.com\")", "#REF!", "<b>&", "đ", " hai  khoảng ", "_x0041_",
)  # fmt: skip


def opened(content: bytes) -> Worksheet:
    sheet = openpyxl.load_workbook(BytesIO(content)).active
    assert isinstance(sheet, Worksheet)
    return sheet


def list_of(*cells: dict[str, str]) -> Worksheet:
    return opened(made_list(PERSONS_FORM, replace(LIST, rows=cells)))


def test_the_head_says_what_it_is_what_it_goes_with_and_whose_it_is() -> None:
    sheet = opened(made_list(PERSONS_FORM, LIST))
    assert sheet["A1"].value == LIST.title
    assert sheet["A2"].value == "(Kèm theo Công văn số      /SXD-VP ngày     tháng 11 năm 2026 của Sở Xây dựng)"
    assert sheet["A4"].value == "Cơ quan, đơn vị: Sở Xây dựng"
    assert (sheet["A1"].font.size, sheet["A1"].font.bold) == (14, True)
    assert (sheet["A2"].font.size, sheet["A2"].font.italic) == (13, True)


def test_the_columns_are_those_of_its_kind_in_their_order() -> None:
    sheet = opened(made_list(PERSONS_FORM, LIST))
    assert [cell.value for cell in sheet[5]] == [column.heading for column in COLUMNS["create-personal"]]


def test_each_row_is_counted_and_printed_cell_by_cell() -> None:
    sheet = opened(made_list(PERSONS_FORM, LIST))
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST_ROW)]
    assert rows == [
        [str(place), *(value or None for value in person.values())] for place, person in enumerate(PERSONS, start=1)
    ]


@pytest.mark.parametrize("text", DANGEROUS)
def test_whatever_a_cell_says_it_stays_that_text(text: str) -> None:
    cell = list_of({"ho_ten": text})["B6"]
    assert cell.data_type == "s"
    assert cell.value == text.replace("\t", " ")


@settings(max_examples=100)
@given(st.lists(st.text(alphabet=st.characters(), max_size=40), min_size=1, max_size=4))
def test_no_text_at_all_becomes_a_formula_or_a_number(texts: list[str]) -> None:
    sheet = list_of(*({"ho_ten": text, "ghi_chu": text} for text in texts))
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}
    assert sheet.max_row == FIRST_ROW + len(texts) - 1


def test_other_programs_read_the_same_texts() -> None:
    content = made_list(PERSONS_FORM, replace(LIST, rows=({"ho_ten": "H'Hen Êban", "so_dien_thoai": "00123"},)))
    rows = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()
    assert rows[5][:6] == ["1", "H'Hen Êban", "", "", "", "00123"]


def test_an_empty_list_is_refused() -> None:
    with pytest.raises(RuleBroken, match="chưa có dòng nào"):
        made_list(PERSONS_FORM, replace(LIST, rows=()))


def test_the_sheet_prints_on_a4_landscape_one_page_wide_with_its_head_on_every_page() -> None:
    sheet = opened(made_list(PERSONS_FORM, LIST))
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$5:$5"


def test_every_cell_of_the_table_is_boxed_in_times_new_roman_and_wraps() -> None:
    for row in opened(made_list(PERSONS_FORM, LIST)).iter_rows(min_row=5):
        for cell in row:
            assert cell.font.name == "Times New Roman"
            assert cell.alignment.wrap_text
            assert {
                side.style for side in (cell.border.left, cell.border.right, cell.border.top, cell.border.bottom)
            } == {"thin"}


def test_a_long_address_widens_its_column_and_a_long_text_raises_its_row() -> None:
    plain, long = (
        list_of({"dia_chi": "a@x.vn"}),
        list_of({"dia_chi": "nguyenphuonghoaithao.phongchuyendoiso@soctrang.gov.vn", "phong_ban": "Phòng " * 20}),
    )
    assert long.column_dimensions["G"].width > plain.column_dimensions["G"].width
    assert long.column_dimensions["B"].width == plain.column_dimensions["B"].width
    assert (long.row_dimensions[6].height or 0) > 3 * (plain.row_dimensions[6].height or 0)


def test_a_long_line_of_the_head_gets_the_height_it_needs() -> None:
    usual, long = (
        opened(made_list(PERSONS_FORM, replace(LIST, attached_to=words)))
        for words in ("(Kèm theo)", "(Kèm theo …) " * 30)
    )
    assert (long.row_dimensions[2].height or 0) > (usual.row_dimensions[2].height or 0)


def test_excel_is_told_that_digits_are_meant_as_text() -> None:
    sheet = unpacked(made_list(PERSONS_FORM, LIST), name="x")["xl/worksheets/sheet1.xml"].decode()
    assert '<ignoredError sqref="A6:H7" numberStoredAsText="1"/>' in sheet


def test_what_stands_below_the_row_of_tags_moves_down_with_its_merged_cells() -> None:
    form = excel_form(
        [["STT", "Tên"], ["{{ dong.stt }}", "{{ dong.ho_ten }}"], [None, "Người lập"]], merged=["A3:B3", "A1:B1"]
    )
    sheet = opened(made_list(form, replace(LIST, rows=PERSONS + PERSONS)))
    assert [cell.value for cell in sheet["A"]][1:5] == ["1", "2", "3", "4"]
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:B1", "A6:B6"}


def test_the_print_area_of_a_units_own_form_takes_the_rows_in() -> None:
    parts = unpacked(excel_form([["STT", "Tên"], ["{{ dong.stt }}", "{{ dong.ho_ten }}"]]), name="x")
    area = '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Sheet!$A$1:$B$2</definedName></definedNames>'
    book = parts["xl/workbook.xml"].decode().replace("<calcPr", f"{area}<calcPr")
    made = made_list(packed(parts | {"xl/workbook.xml": book.encode()}), LIST)
    assert opened(made).print_area == "'Sheet'!$A$1:$B$3"


def test_text_around_a_tag_and_shared_strings_of_excel_are_kept() -> None:
    parts = unpacked(excel_form([["STT", "Tên"], ["{{ dong.stt }}", "Ông/bà {{ dong.ho_ten }}"]]), name="x")
    strings = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>Ông/bà </t></r><r><t>{{ dong.</t></r>'
        "<r><t>ho_ten }}</t></r></si></sst>"
    )
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    start = sheet.index('<c r="B2"')
    shared = sheet[:start] + '<c r="B2" t="s"><v>0</v></c>' + sheet[sheet.index("</c>", start) + 4 :]
    form = packed(parts | {"xl/worksheets/sheet1.xml": shared.encode(), "xl/sharedStrings.xml": strings.encode()})
    assert opened(made_list(form, LIST))["B2"].value == "Ông/bà Lê Thị Mỹ Hạnh"


def test_the_same_content_makes_the_same_bytes() -> None:
    assert made_list(PERSONS_FORM, LIST) == made_list(PERSONS_FORM, LIST)


@pytest.fixture(scope="module")
def on_paper(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    every = {column.name: "Phòng Văn hóa và Thông tin" for columns in COLUMNS.values() for column in columns}
    row = {**every, "dia_chi": "vhtt.myxuyen@soctrang.gov.vn", "so_cccd": "000000000001"}
    row.pop("stt")
    papers = {
        form.name: made_list(form.read_bytes(), replace(LIST, rows=(row,) * 60))
        for form in sorted(Path(FORMS).glob("*/*.xlsx"))
    }
    return printed(tmp_path_factory.mktemp("lists"), papers)


def test_every_shipped_list_prints_its_head_on_each_page_and_cuts_no_address(on_paper: dict[str, Printed]) -> None:
    assert len(on_paper) == len(COLUMNS)
    for paper in on_paper.values():
        assert len(paper.pages) > 1
        assert all("STT" in page for page in paper.pages)
        assert all(font.startswith("LiberationSerif") for font in paper.fonts)
        text = "".join(paper.pages)
        if "hộp thư đề nghị" in text or "Địa chỉ" in text:
            assert text.count("vhtt.myxuyen@soctrang.gov.vn") == 60


def test_page_one_bears_no_number_and_page_two_does(on_paper: dict[str, Printed]) -> None:
    first, second, *_ = on_paper["danh-sach-cap-moi-ca-nhan.xlsx"].pages
    assert first.split()[:2] == ["DANH", "SÁCH"]
    assert second.split()[0] == "2"
