"""Notes that hold a password, and notes that only speak of one."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.secrecy import holds_password, refuse_password

HOLDS = [
    "mật khẩu: hoasen",
    "Mật khẩu: Hoasen@2026",
    "MẬT KHẨU : hoasen",
    "mật khẩu mới: abcxyz",
    "mật khẩu hộp thư stttt@ninhbinh.gov.vn: hoasen",
    "mật khẩu tạm là hoasen",
    "mật khẩu là 123456",
    "mat khau la hoasen",
    "matkhau=hoasen",
    "mk: hoasen",
    "mk Hoasen@2026",
    "Mk mới: 1234",
    "mk-Hoasen2026",
    "pass=hoasen",
    "pass: hoasen",
    "Password: correcthorse",
    "password=“Hoasen@1”",
    "passwd: x9!k",
    "pwd:hoasen",
    "pw = hoasen1",
    "user/pass: stttt/Hoasen@1",
    "tk/mk stttt / Hoasen@123",
    "đã đổi mật khẩu thành Hoasen#88",
    "đổi mật khẩu thành hoasen",
    "mật khẩu (Hoasen@123)",
    "mật khẩu “Hoasen123”",
    "mật khẩu 20262027",
    "đã giao trực tiếp; mật khẩu: hoasen",
    "Đã giao. MK: hoasen",
    "mật khẩu -> hoasen",
    "mã pin: 4321",
    "OTP: 884213",
    "Hoasen@2026",
    "hoasen#99",
]
SPEAKS_OF = [
    "",
    "đã đổi mật khẩu ngày 5/11",
    "giao mật khẩu trong phong bì niêm phong",
    "mật khẩu: đã giao trực tiếp",
    "Mật khẩu: giao trong phong bì niêm phong",
    "mật khẩu: trao tay",
    "mật khẩu: 5/11/2026",
    "mật khẩu: chưa đổi",
    "mat khau: da doi",
    "mat khau da doi thanh cong",
    "mật khẩu đã đổi thành công",
    "mật khẩu là bí mật, không ghi vào đây",
    "mật khẩu là do văn thư giữ",
    "mật khẩu đã giao cho: An",
    "mật khẩu giao lúc 8:30",
    "mật khẩu giao lúc 8h30 ngày 05/11/2026",
    "mật khẩu trong phong bì số: 1234",
    "mật khẩu được giao theo Quyết định 12/QĐ-UBND",
    "đổi mật khẩu theo Đ8.3a",
    "người nhận tự đặt mật khẩu",
    "mật khẩu của hộp thư stttt@ninhbinh.gov.vn đã đổi",
    "đổi mật khẩu 6 tháng một lần",
    "mật khẩu: ****",
    "mật khẩu:",
    "mật khẩu",
    "mật khẩu giao cho Nguyễn Văn An, điện thoại: 0912000111",
    "mật khẩu đã giao; số thư chưa đọc: 1204",
    "quên mật khẩu, đề nghị cấp lại",
    "hộ chiếu / passport: có",
    "12/QĐ-UBND",
    "stttt@ninhbinh.gov.vn",
    "luu_tru#1.pst",
    "ổ cứng WD-1234, 2 tệp",
    "xong",
    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
]


@pytest.mark.parametrize("note", HOLDS)
def test_a_note_that_looks_like_it_holds_a_password_is_refused(note):
    with pytest.raises(RuleBroken, match="có vẻ chứa mật khẩu"):
        refuse_password(note)


@pytest.mark.parametrize("note", SPEAKS_OF)
def test_a_note_that_only_speaks_of_one_is_taken(note):
    refuse_password(note)


@pytest.mark.parametrize("note", ["mật khẩu: Hoasen@2026", "pass=hoasen"])
def test_the_refusal_never_repeats_what_was_written(note):
    with pytest.raises(RuleBroken) as refused:
        refuse_password(note)
    assert "hoasen" not in (refused.value.sentence + (refused.value.why or "")).lower()


def test_letters_written_apart_from_their_marks_are_read_the_same():
    assert holds_password(normalize("NFD", "Mật khẩu: hoasen"))
    assert not holds_password(normalize("NFD", "Mật khẩu: đã giao"))


@given(
    st.text(alphabet="abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ", min_size=5, max_size=14), st.integers(10, 99)
)
def test_letters_and_digits_after_the_word_are_never_let_through(letters, digits):
    assert holds_password(f"mật khẩu: {letters}{digits}a")


@given(st.text(max_size=80))
def test_any_text_is_answered(text):
    assert holds_password(text) in {True, False}
