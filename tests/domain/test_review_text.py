"""What a review says to its departments."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from govmail_desk.domain.review_text import (
    Asked,
    EarlierReminder,
    department_name,
    guidance,
    reminder_letter,
    reminder_mail,
    reminder_subject,
    sheet_mail,
    sheet_subject,
)

ASKED = Asked(
    title="Rà soát đợt 1",
    unit="Sở Nội vụ",
    department="Phòng Công chức",
    row_count=3,
    as_of_on=date(2026, 11, 23),
    answer_by_on=date(2026, 12, 3),
    document="Kế hoạch số 15/KH-SNV",
    basis="khoản 2 Điều 11 Quy chế",
    back_to="sonv@soctrang.gov.vn",
    sent_on=date(2026, 11, 24),
    on=date(2026, 12, 9),
)


def test_the_guidance_says_how_by_when_and_where_to():
    said = " ".join(guidance(ASKED))
    assert "chốt đến ngày 23/11/2026, theo Kế hoạch số 15/KH-SNV, thực hiện khoản 2 Điều 11 Quy chế." in said
    assert "Trả lời trước hết ngày 03/12/2026, gửi lại tệp này về sonv@soctrang.gov.vn" in said
    assert "Không ghi mật khẩu vào phiếu." in said


def test_the_mail_says_that_a_sheet_changes_nothing_by_itself():
    said = sheet_mail(ASKED, file_name="phieu.xlsx", contact="anh Tâm, 0299 0000000")
    assert "phiếu này chưa làm thay đổi hộp thư nào" in said
    assert "- phieu.xlsx" in said
    assert "anh Tâm" in said
    assert sheet_subject(ASKED).startswith("Sở Nội vụ: đề nghị Phòng Công chức rà soát")


def test_the_first_reminder_quotes_the_sheet_and_later_ones_each_before():
    first = " ".join(reminder_letter(ASKED))
    assert first.startswith("Ngày 24 tháng 11 năm 2026, Sở Nội vụ đã gửi Phòng Công chức phiếu rà soát")
    assert "đã nhắc" not in first
    assert "(lần thứ 1)" in reminder_subject(ASKED)
    earlier = (EarlierReminder(turn=1, on=date(2026, 12, 4)), EarlierReminder(turn=2, on=date(2026, 12, 7)))
    third = replace(ASKED, earlier=earlier)
    assert "(lần thứ 3)" in reminder_subject(third)
    told = "Sở Nội vụ đã nhắc lần thứ 1 ngày 04 tháng 12 năm 2026; lần thứ 2 ngày 07 tháng 12 năm 2026."
    assert told in reminder_mail(third, file_names=["a.docx"])


def test_without_plan_article_or_mailbox_nothing_is_made_up():
    bare = replace(ASKED, document="", basis="", back_to="", sent_on=None)
    said = " ".join((*guidance(bare), *reminder_letter(bare)))
    assert "theo " not in said
    assert "thực hiện" not in said
    assert "về hộp thư" not in said
    assert "Sở Nội vụ đã gửi" in said


def test_what_belongs_to_no_section_is_called_so():
    assert department_name("Sở Nội vụ", is_own=True) == "Bộ phận chung của Sở Nội vụ"
    assert department_name("Phòng Công chức", is_own=False) == "Phòng Công chức"
