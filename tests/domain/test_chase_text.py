"""What a chase letter says, sentence by sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from govmail_desk.domain.chase_text import (
    Chased,
    EarlierChase,
    RunOut,
    letter_body,
    mail_body,
    mail_subject,
    subject,
)
from govmail_desk.domain.provision import Period

CHASED = Chased(
    time=1,
    on=date(2026, 1, 5),
    unit="Sở Xây dựng",
    operator="Trung tâm Công nghệ số",
    act="hủy hộp thư điện tử công vụ",
    verb="hủy",
    mailbox_kind="personal",
    row_count=1,
    reason="người dùng đã nghỉ hưu.",
    named=("Lê Văn Ấn (lvan@tinh.gov.vn)",),
    letter="09/SXD-VP",
    signed_on=date(2025, 12, 22),
    sent_on=date(2025, 12, 23),
    sent_from="sxd@tinh.gov.vn",
)
RUN_OUT = RunOut(period=Period(3, "working-day"), due_on=date(2025, 12, 26), cite="Đ6.2", basis="Quyết định số 1/QĐ")


def test_the_first_letter_is_quoted_by_number_day_subject_and_sending():
    assert subject(CHASED) == "đề nghị trả lời Công văn số 09/SXD-VP (lần thứ 1)"
    assert mail_subject(CHASED) == f"Sở Xây dựng: {subject(CHASED)}"
    assert letter_body(CHASED) == (
        "Sở Xây dựng đã có Công văn số 09/SXD-VP ngày 22 tháng 12 năm 2025 về việc đề nghị hủy hộp thư điện tử công vụ, "
        "gửi ngày 23 tháng 12 năm 2025 từ hộp thư sxd@tinh.gov.vn đến Trung tâm Công nghệ số.",
        "Nội dung đã đề nghị: hủy 01 hộp thư điện tử công vụ của cá nhân, gồm Lê Văn Ấn (lvan@tinh.gov.vn). "
        "Lý do: người dùng đã nghỉ hưu.",
        "Đến ngày 05 tháng 01 năm 2026, Sở Xây dựng chưa nhận được trả lời.",
        "Sở Xây dựng trân trọng đề nghị Trung tâm Công nghệ số quan tâm, giải quyết và trả lời.",
    )


def test_a_mail_without_a_letter_is_quoted_by_its_day():
    mailed = replace(CHASED, letter="", signed_on=None)
    assert subject(mailed) == "đề nghị trả lời thư điện tử ngày 23 tháng 12 năm 2025 (lần thứ 1)"
    assert letter_body(mailed)[0] == (
        "Sở Xây dựng đã có thư điện tử gửi ngày 23 tháng 12 năm 2025 từ hộp thư sxd@tinh.gov.vn đến Trung tâm Công nghệ số "
        "về việc đề nghị hủy hộp thư điện tử công vụ."
    )


def test_the_limit_that_ran_out_stands_with_its_article_written_out():
    assert letter_body(replace(CHASED, run_out=RUN_OUT))[2] == (
        "Theo quy định tại khoản 2 Điều 6 Quy chế ban hành kèm theo Quyết định số 1/QĐ, thời hạn giải quyết là 03 ngày làm việc, "
        "đã hết ngày 26 tháng 12 năm 2025."
    )
    own = replace(RUN_OUT, cite=None, period=Period(1, "month"))
    assert letter_body(replace(CHASED, run_out=own))[2] == (
        "Thời hạn giải quyết là 01 tháng, đã hết ngày 26 tháng 12 năm 2025."
    )


def test_earlier_chases_are_named_each_with_its_number_where_it_has_one():
    earlier = (
        EarlierChase(time=1, on=date(2025, 12, 29), number="15/SXD-VP"),
        EarlierChase(time=2, on=date(2026, 1, 2)),
    )
    assert letter_body(replace(CHASED, time=3, earlier=earlier))[2] == (
        "Sở Xây dựng đã đề nghị trả lời lần thứ 1 tại Công văn số 15/SXD-VP ngày 29 tháng 12 năm 2025; "
        "lần thứ 2 ngày 02 tháng 01 năm 2026."
    )


def test_the_mail_names_its_files_and_whom_to_ask():
    body = mail_body(CHASED, file_names=["a.docx", "b.xlsx"], contact="Lê An, 0912000111")
    assert body.startswith("Kính gửi: Trung tâm Công nghệ số\n\n")
    assert "Tệp gửi kèm thư này:\n- a.docx\n- b.xlsx" in body
    assert "Thông tin liên hệ, trao đổi: Lê An, 0912000111." in body
    assert body.endswith("Trân trọng,\nSở Xây dựng\n")
