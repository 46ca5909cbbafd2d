"""Excel forms of the unit's own: taken, or refused with every problem and its cell."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from govmail_desk.documents.list_form import read_list_form
from govmail_desk.documents.package import packed, unpacked
from govmail_desk.domain.errors import RuleBroken
from tests.documents.made_forms import excel_form, word_form

HEAD = ["STT", "Họ và tên", "Ghi chú"]
TAGS = ["{{ dong.stt }}", "{{ dong.ho_ten }}", "{{ dong.ghi_chu }}"]


def problems(form: bytes) -> str:
    with pytest.raises(RuleBroken) as refused:
        read_list_form(form, name="mau.xlsx")
    return refused.value.sentence


def test_a_form_of_ones_own_is_taken_with_its_row_found_wherever_it_stands() -> None:
    assert read_list_form(excel_form([["Tiêu đề"], [], [], HEAD, TAGS]), name="mau.xlsx").sample_row == 5


def test_every_problem_is_told_with_its_cell() -> None:
    told = problems(excel_form([["{{ tieu_đe }}"], HEAD, ["{{ dong.stt }}", "{{ dong.ho_tn }}", "{{ ghi_chu"]]))
    assert "- Ô A1: không có trường «tieu_đe» (tên gần nhất: «tieu_de»)." in told
    assert "- Ô B3: không có trường «ho_tn» (tên gần nhất: «ho_ten»)." in told
    assert "- Ô C3: có thẻ viết dở, thiếu dấu mở hoặc dấu đóng." in told


@pytest.mark.parametrize("rows", [[HEAD], [HEAD, TAGS, TAGS], [["{{ tieu_de }}"]]], ids=["none", "two", "title only"])
def test_exactly_one_row_of_tags_is_asked_for(rows: list[list[str]]) -> None:
    assert "đúng một dòng" in problems(excel_form(rows))


@pytest.mark.parametrize("heading", ["Mật khẩu", "MẬT KHẨU BAN ĐẦU", "Mật khẩu mới", "Password", "Tài khoản/mật khẩu"])
def test_a_column_for_passwords_is_refused(heading: str) -> None:
    form = excel_form([["DANH SÁCH CẤP LẠI MẬT KHẨU"], ["STT", "Họ và tên", heading], TAGS[:2]])
    assert f"Cột «{heading}»: danh sách không được có cột mật khẩu" in problems(form)


@pytest.mark.parametrize("heading", ["Lý do cấp lại mật khẩu", "Ngày đổi mật khẩu"])
def test_a_title_and_columns_about_passwords_are_let_through(heading: str) -> None:
    form = excel_form([["DANH SÁCH CẤP LẠI MẬT KHẨU"], ["STT", "Họ và tên", heading], TAGS])
    assert read_list_form(form, name="mau.xlsx")


def test_a_formula_anywhere_is_refused() -> None:
    assert "Ô A3 có công thức" in problems(excel_form([HEAD, TAGS, ["=SUM(A1:A2)"]]))


def test_merged_cells_on_the_row_of_tags_are_refused() -> None:
    assert "Ô gộp B2:C2 nằm trên dòng mẫu" in problems(excel_form([HEAD, TAGS], merged=["B2:C2"]))


@pytest.mark.parametrize("form", [word_form("{{ dong.stt }}"), b"STT;Ho ten"], ids=["a Word file", "a text file"])
def test_a_file_that_is_no_workbook_is_refused(form: bytes) -> None:
    assert "mau.xlsx" in problems(form)


def test_a_sheet_another_program_wrote_in_its_own_manner_is_asked_to_be_saved_again() -> None:
    parts = unpacked(excel_form([HEAD, TAGS]), name="x")
    sheet = (
        parts["xl/worksheets/sheet1.xml"]
        .decode()
        .replace("xmlns=", "xmlns:x=")
        .replace("</", "</x:")
        .replace("<", "<x:")
    )
    prefixed = sheet.replace("<x:/x:", "</x:").encode()
    assert "mở bằng Excel rồi lưu lại" in problems(packed(parts | {"xl/worksheets/sheet1.xml": prefixed}))


def test_the_first_sheet_is_the_form_whatever_its_part_is_called() -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Trước", 0).append(TAGS)
    saved = BytesIO()
    book.save(saved)
    assert read_list_form(saved.getvalue(), name="mau.xlsx").sheet in {
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
    }
    assert read_list_form(saved.getvalue(), name="mau.xlsx").sample_row == 1
