"""The list of whom a unit reminds, read back from Word and from Excel: the same rows, text only, no place for a password."""

from __future__ import annotations

from io import BytesIO

import openpyxl

from govmail_desk.documents.notice_list import HEADINGS, NoticeLine, NoticeList, notice_results
from govmail_desk.documents.notice_list_docx import notice_list_docx
from govmail_desk.documents.notice_list_xlsx import notice_list_xlsx
from govmail_desk.documents.plain_text import plain_lines
from govmail_desk.domain.staff_notice import ASK_FOR_DAY, LIST_TITLE

LIST = NoticeList(
    parent_body="Ủy ban nhân dân tỉnh Ninh Bình",
    body="Sở Thông tin và Truyền thông",
    place_and_date="Ninh Bình, ngày 23 tháng 11 năm 2026",
    tasks=("Đổi mật khẩu định kỳ: Đăng nhập hộp thư và đổi mật khẩu. Căn cứ: khoản 2 Điều 11 Quy chế.",),
    password_lines=("Không ai được hỏi mật khẩu.",),
    lines=(
        NoticeLine(
            full_name="=Nguyễn Văn Thành",
            unit="Phòng & Ban <1>",
            mailboxes="nvthanh.stttt@ninhbinh.gov.vn",
            task="Đổi mật khẩu định kỳ",
            by_when="chậm nhất thứ Hai 23/11/2026",
        ),
    ),
    made_by="Ngô Thị Kim Uyên",
)
ROW = (
    "1",
    "=Nguyễn Văn Thành",
    "Phòng & Ban <1>",
    "nvthanh.stttt@ninhbinh.gov.vn",
    "Đổi mật khẩu định kỳ",
    "Chậm nhất thứ Hai 23/11/2026",
)


def test_the_word_file_says_what_to_do_and_names_everybody():
    lines = plain_lines("a.docx", notice_list_docx(LIST))
    said = [line.text for line in lines]
    assert LIST_TITLE.upper() in said
    assert ASK_FOR_DAY in said
    assert set(LIST.tasks + LIST.password_lines) <= set(said)
    assert [line.cells for line in lines if line.kind == "row"][-2:] == [HEADINGS, ROW]
    assert "UBND TỈNH NINH BÌNH" in "\n".join(said)


def test_the_same_list_is_the_same_bytes():
    assert notice_list_docx(LIST) == notice_list_docx(LIST)


def test_the_excel_file_has_the_same_rows_and_takes_no_name_for_a_formula():
    sheet = openpyxl.load_workbook(BytesIO(notice_list_xlsx(LIST))).active
    assert list(sheet.iter_rows(values_only=True)) == [HEADINGS, ROW]
    assert sheet["B2"].data_type == "s"
    assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$1:$1")


def test_the_result_list_says_why_a_mail_was_not_made():
    lines = [
        ("Nguyễn Văn Thành", "Sở", "a@x.vn", 2, "nhac.eml", ""),
        ("Võ Thị Sáu", "Sở", "", 1, "", "hộp thư b@x.vn đang bị khóa"),
    ]
    rows = list(openpyxl.load_workbook(BytesIO(notice_results(lines))).active.iter_rows(values_only=True, min_row=2))
    assert rows[0][5:] == ("Đã lập thư", "nhac.eml", None)
    assert rows[1][5:] == ("Không gửi thư được", None, "hộp thư b@x.vn đang bị khóa")
