"""The list of what became of each unit in a batch."""

from __future__ import annotations

import io

import openpyxl

from govmail_desk.documents.result_list import ResultLine, result_list


def test_every_cell_is_text_whatever_a_unit_is_called():
    line = ResultLine(number=1, unit="=HYPERLINK(1)", mailbox_count=12, outcome="Đã lập", files="a.docx", note="@SUM")
    sheet = openpyxl.load_workbook(io.BytesIO(result_list([line]))).active
    assert [cell.value for cell in sheet[2]] == ["1", "=HYPERLINK(1)", "12", "Đã lập", "a.docx", "@SUM"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}


def test_without_a_unit_the_headings_stand_alone():
    assert openpyxl.load_workbook(io.BytesIO(result_list([]))).active.max_row == 1


def test_a_row_is_as_high_as_its_longest_text_needs():
    short = ResultLine(unit="Phòng A", mailbox_count=1)
    long = ResultLine(unit="Phòng A", mailbox_count=1, note="Chưa có địa chỉ thư của bộ phận; " * 6)
    sheet = openpyxl.load_workbook(io.BytesIO(result_list([short, long]))).active
    assert sheet.row_dimensions[2].height is None
    assert sheet.row_dimensions[3].height > 40
