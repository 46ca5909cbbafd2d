"""Made papers read again as files: counts and rows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from govmail_desk.documents.email_draft import AttachmentLimits, DraftMail, made_draft
from govmail_desk.documents.letter import made_letter
from govmail_desk.documents.list import cell_text, made_list
from govmail_desk.documents.read_back import letter_count, listed_rows, mail_count
from govmail_desk.domain import letter_text
from tests.documents.sample_papers import (
    CA_MAU,
    KHANH_HOA_ASKED,
    KHANH_HOA_PROPOSAL,
    LETTER_FORM,
    LIST,
    NINH_BINH,
    PERSONS_FORM,
    PROPOSAL_FORM,
)

ROW = dict.fromkeys(("ho_ten", "ngay_sinh", "chuc_vu", "phong_ban", "so_dien_thoai", "dia_chi", "ghi_chu"), "")


@pytest.mark.parametrize(("content", "count"), [(CA_MAU, 5), (NINH_BINH, 12)], ids=["one kind", "both kinds"])
def test_a_letter_tells_how_many_it_asks_for(content, count):
    assert letter_count(made_letter(LETTER_FORM, content)) == count


def test_a_count_in_the_reason_is_not_the_letters_count():
    reason = "tiếp nhận 09 công chức, nhu cầu 07 hộp thư điện tử công vụ đã nêu năm trước"
    body = letter_text.letter_body(replace(KHANH_HOA_ASKED, reason=reason))
    assert letter_count(made_letter(LETTER_FORM, replace(CA_MAU, paragraphs=body))) == 1


def test_a_proposal_tells_it_too_and_a_letter_without_a_need_tells_nothing():
    assert letter_count(made_letter(PROPOSAL_FORM, KHANH_HOA_PROPOSAL)) == 1
    assert letter_count(made_letter(LETTER_FORM, replace(CA_MAU, paragraphs=("Chỉ có một đoạn.",)))) is None


def test_a_mail_tells_how_many_it_asks_for():
    body = letter_text.mail_body(KHANH_HOA_ASKED, file_names=())
    mail = DraftMail(sender="bqlctgt@khanhhoa.gov.vn", to="", subject="x", body=body)
    assert mail_count(made_draft(mail, AttachmentLimits())) == 1
    assert mail_count(made_draft(replace(mail, body="Kính gửi"), AttachmentLimits())) is None


def test_the_rows_of_a_list_are_read_by_column_in_their_order():
    rows = listed_rows(made_list(PERSONS_FORM, LIST), form=PERSONS_FORM, form_name="x.xlsx")
    assert [row["ho_ten"] for row in rows] == [row["ho_ten"] for row in LIST.rows]
    assert [row["stt"] for row in rows] == [str(place) for place in range(1, len(LIST.rows) + 1)]


def test_a_row_taken_out_of_the_file_is_missed():
    made = made_list(PERSONS_FORM, LIST)
    fewer = made_list(PERSONS_FORM, replace(LIST, rows=LIST.rows[1:]))
    read = [len(listed_rows(each, form=PERSONS_FORM, form_name="x.xlsx")) for each in (made, fewer)]
    assert read == [len(LIST.rows), len(LIST.rows) - 1]


@hypothesis(max_examples=30)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=4))
def test_whatever_a_cell_says_is_read_as_it_is_printed(texts):
    rows = tuple({**ROW, "ho_ten": text} for text in texts)
    made = made_list(PERSONS_FORM, replace(LIST, rows=rows))
    read = listed_rows(made, form=PERSONS_FORM, form_name="x.xlsx")
    assert [row["ho_ten"] for row in read] == [cell_text(text) for text in texts]
