"""A draft with another edition of a file it carries is the draft that would have been made with it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.documents.draft_again import carrying
from govmail_desk.documents.email_draft import Attachment, AttachmentLimits, DraftMail, made_draft
from govmail_desk.domain.errors import RuleBroken

LETTER = Attachment("don-doc-lan-1-cong-van.docx", b"PK letter")
LIST = Attachment("Danh sách.xlsx", b"PK list")
MAIL = DraftMail(
    sender="stttt@ninhbinh.gov.vn",
    to="vanthu.skhcn@mau.gov.vn",
    subject="Sở Thông tin và Truyền thông: đề nghị trả lời Công văn số 125/STTTT-VP ngày 23 tháng 11 năm 2026 (lần thứ 1)",
    body="Kính gửi: Sở Khoa học và Công nghệ\n\nTệp gửi kèm thư này:\n- Danh sách.xlsx\n",
    attachments=(LETTER, LIST),
)
UNNAMED = replace(MAIL, to="", to_name="Sở Khoa học và Công nghệ thành phố Cần Thơ")
WORDS = st.text("abc ĐđƯưếộ,.:;()/-\n", max_size=120)


def unmarked(eml: bytes) -> bytes:
    """Leave out the line between the parts, which is another for every mail."""
    return re.sub(rb"=_[0-9a-f]{32}", b"", eml)


@pytest.mark.parametrize("mail", [MAIL, UNNAMED])
@pytest.mark.parametrize("place", [0, 1])
def test_another_edition_of_a_file_takes_its_place_and_all_else_stays(mail: DraftMail, place: int) -> None:
    files = list(mail.attachments)
    files[place] = Attachment(files[place].name, bytes(range(256)) * 9)
    made = made_draft(replace(mail, attachments=tuple(files)))
    again = carrying(made_draft(mail), files[place])
    assert again is not None
    assert unmarked(again) == unmarked(made)


@settings(max_examples=100)
@given(WORDS, WORDS, st.binary(max_size=40))
def test_whatever_the_draft_says_stays(subject: str, body: str, content: bytes) -> None:
    mail, edited = replace(MAIL, subject=f"V/v {subject}", body=body), Attachment(LETTER.name, content)
    again = carrying(made_draft(mail), edited)
    assert again is not None
    assert unmarked(again) == unmarked(made_draft(replace(mail, attachments=(edited, LIST))))


def test_the_same_edition_twice_is_the_same_draft() -> None:
    edited = Attachment(LETTER.name, b"PK edited")
    once = carrying(made_draft(MAIL), edited)
    assert once is not None
    assert carrying(once, edited) == once


def test_a_file_that_the_draft_does_not_carry_makes_no_other_draft() -> None:
    assert carrying(made_draft(MAIL), Attachment("phieu.docx", b"PK")) is None
    assert carrying(made_draft(replace(MAIL, attachments=())), LETTER) is None


def test_what_the_regulation_lets_through_holds_for_the_edited_file_too() -> None:
    limits = AttachmentLimits(most_mb=1, most_cite="Đ11.6")
    with pytest.raises(RuleBroken, match="quá mức 1 MB"):
        carrying(made_draft(MAIL), Attachment(LETTER.name, b"P" * 1_100_000), limits)
