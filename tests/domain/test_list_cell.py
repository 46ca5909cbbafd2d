"""A cell that is not clean goes back as it is, with the reason; nothing is invented, nothing mended silently."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.domain.list_cell import (
    Clean,
    Dirty,
    Written,
    WrittenDay,
    check_address,
    is_bare_local_part,
    is_public_mail,
    people_in,
    read_day,
    read_id_number,
    read_phone,
)

DOMAIN = "ninhbinh.gov.vn"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("thanhnv.stttt@ninhbinh.gov.vn", "thanhnv.stttt@ninhbinh.gov.vn"),
        (" ThanhNV.STTTT@NinhBinh.gov.vn\u00a0", "thanhnv.stttt@ninhbinh.gov.vn"),
        ("\ufeffstttt@ninhbinh.gov.vn\u200b", "stttt@ninhbinh.gov.vn"),
        ("nguyen_van-a1@ninhbinh.gov.vn", "nguyen_van-a1@ninhbinh.gov.vn"),
    ],
)
def test_a_sound_address_is_taken_in_lower_case(text: str, address: str) -> None:
    assert check_address(text, DOMAIN) == Clean(address)


@pytest.mark.parametrize(
    "text", ["", "  ", "-", "–", "chưa có", "Không có", "CẤP MỚI", "(chưa có)", "Đề nghị cấp mới", "x"]
)
def test_a_cell_that_says_there_is_none_yet_is_not_dirty(text: str) -> None:
    assert check_address(text, DOMAIN) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("thanhnv.stttt@@ninhbinh.gov.vn", "hai dấu @"),
        ("thanhnv.stttt@ninhbinh,gov.vn", "dấu phẩy"),
        ("thanhnv@x,gov.vn", "dấu phẩy"),
        ("thanhnv.stttt @ninhbinh.gov.vn", "khoảng trắng"),
        ("thanhnv.stttt@ ninhbinh.gov.vn", "khoảng trắng"),
        ("thanhnv.stttt@ninhbinh.gov", "bị cụt"),
        ("thanhnv.stttt@ninhbinh", "bị cụt"),
        ("thanhnv@laocai.go", "khác tên miền"),
        ("thanhnv@hanam.gov.vn", "khác tên miền"),
        ("thanhnv@ninhbinh.gov.vm", "gần giống"),
        ("thanhnv@nimhbinh.gov.vn", "gần giống"),
        ("thanhnv@gmail.com", "không phải hộp thư công vụ"),
        ("@gov.vn", "thiếu tên hộp thư"),
        ("@ninhbinh.gov.vn", "thiếu tên hộp thư"),
        ("thanhnv.stttt@", "thiếu tên miền"),
        ("thanhnv.stttt", "thiếu phần @ninhbinh.gov.vn"),
        ("thànhnv@ninhbinh.gov.vn", "«à»"),
        ("thаnhnv@ninhbinh.gov.vn", "«а»"),  # Cyrillic а
        ("thanh\u200bnv@ninhbinh.gov.vn", "ký tự ẩn"),
        ("a@ninhbinh.gov.vn; b@ninhbinh.gov.vn", "hai địa chỉ"),
        ("a@ninhbinh.gov.vn\nb@ninhbinh.gov.vn", "hai địa chỉ"),
        ("a@ninhbinh.gov.vn/b@gmail.com", "hai địa chỉ"),
        ("mailto:a@ninhbinh.gov.vn", "thêm chữ"),
        ("a@ninhbinh.gov.vn.", "thừa dấu chấm"),
        ("a..b@ninhbinh.gov.vn", "dấu chấm thừa"),
        (".a@ninhbinh.gov.vn", "dấu chấm thừa"),
        ("a/b@ninhbinh.gov.vn", "ký tự không dùng được"),
        ("a" * 65 + "@ninhbinh.gov.vn", "dài quá 64"),
        ("Nguyễn Văn Thành", "không phải địa chỉ thư"),
        ("0912345678", "không phải địa chỉ thư"),
    ],
)
def test_a_dirty_address_is_set_aside_as_it_is_with_the_reason(text: str, reason: str) -> None:
    judged = check_address(text, DOMAIN)
    assert isinstance(judged, Dirty)
    assert judged.text == text
    assert reason in judged.reason
    assert judged.reason.endswith(".")


@given(st.text(alphabet="abn@.,; -gov\u00a0ễĐ", max_size=25))
def test_only_an_address_of_the_domain_comes_out_clean(text: str) -> None:
    judged = check_address(text, "gov.vn")
    if isinstance(judged, Clean):
        local, _, domain = judged.address.partition("@")
        assert domain == "gov.vn"
        assert local
        assert judged.address == text.strip().lower()


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("0912345678", "0912345678"),
        (" 0912.345.678 ", "0912345678"),
        ("0912 345-678", "0912345678"),
        ("+84 912 345 678", "+84912345678"),
        ("84912345678", "84912345678"),
        ("(0229) 3871 234", "02293871234"),
    ],
)
def test_a_telephone_keeps_its_digits_and_nothing_else(text: str, digits: str) -> None:
    assert read_phone(text) == Written(digits)


def test_a_telephone_that_lost_its_zero_is_doubted_and_not_mended() -> None:
    assert read_phone("912345678").text == "912345678"
    assert "mất số 0 đầu" in read_phone("912345678").doubt


@pytest.mark.parametrize("text", ["0912345678/0988000111", "9.12345678E8", "gọi văn thư", "12345", "+1 202 555 0143"])
def test_an_odd_telephone_stays_and_is_doubted(text: str) -> None:
    assert read_phone(text).doubt


def test_identity_numbers_of_nine_and_twelve_digits_are_taken() -> None:
    assert read_id_number("037 085 001 234") == Written("037085001234")
    assert read_id_number("164123456") == Written("164123456")


@pytest.mark.parametrize("text", ["37085001234", "1085001234", "12345678"])
def test_an_identity_number_that_may_have_lost_zeros_is_doubted(text: str) -> None:
    assert read_id_number(text).text == text
    assert "mất số 0 đầu" in read_id_number(text).doubt


def test_blank_cells_say_nothing_and_are_not_doubted() -> None:
    assert read_phone(" ") == read_id_number("") == Written("")
    assert read_day("") == WrittenDay(None)


@pytest.mark.parametrize("text", ["1985-03-04", "04/03/1985", "4/3/1985", "4-3-1985", "04.03.1985", "1985-03-04 07:30"])
def test_a_day_is_read_as_iso_or_day_month_year(text: str) -> None:
    assert read_day(text) == WrittenDay(date(1985, 3, 4))


@pytest.mark.parametrize("text", ["1985", "31/02/1985", "03/1985", "13/13/1985", "không nhớ", "00/01/1985"])
def test_a_day_that_cannot_be_told_is_not_guessed(text: str) -> None:
    assert read_day(text).day is None
    assert f"«{text}»" in read_day(text).doubt


@given(st.text(max_size=20))
def test_no_text_breaks_the_reading_of_a_cell(text: str) -> None:
    assert isinstance(read_phone(text).doubt, str)
    assert isinstance(read_id_number(text).doubt, str)
    assert isinstance(read_day(text).doubt, str)


def test_a_bare_local_part_and_public_mail_are_known() -> None:
    assert is_bare_local_part("thanhnv.stttt")
    assert not is_bare_local_part("0912345678")
    assert not is_bare_local_part("Nguyễn Văn")
    assert is_public_mail("A@Gmail.com ")
    assert not is_public_mail("a@ninhbinh.gov.vn")


@pytest.mark.parametrize(
    "text",
    [
        "Ngô Thị Lan\nTrần Văn Minh",
        "Ngô Thị Lan; Trần Văn Minh",
        "Ngô Thị Lan/Trần Văn Minh",
        "Ngô Thị Lan, Trần Văn Minh",
        "Ngô Thị Lan và Trần Văn Minh",
        "NGÔ THỊ LAN\nTRẦN VĂN MINH",
        "1. Ngô Thị Lan\n2. Trần Văn Minh",
        "- Ngô Thị Lan\n\n- Trần Văn Minh",
        "1)Ngô Thị Lan\n2)Trần Văn Minh",
        "Đ/c Ngô Thị Lan; đ/c Trần Văn Minh",
        "Bà Ngô Thị Lan\nÔng Trần Văn Minh",
        "Ngô Thị\nLan\nTrần Văn Minh",
    ],
)
def test_two_whole_names_in_one_cell_are_two_people(text):
    assert [name.casefold() for name in people_in(text)] == ["ngô thị lan", "trần văn minh"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ngô Thị Lan",
        "Nguyễn Thị\nHoà",
        "Nguyễn\nVăn An",
        "Nguyễn Thị\nMai Anh",
        "Nguyễn Thị\nThu Hà",
        "Nguyễn Văn\nĐỗ Quyên",
        "Ngô Thị Lan\n",
        "Ngô Thị Lan\n(Trưởng phòng)",
        "Ngô Thị Lan/Văn thư",
        "Ngô Thị Lan; Trưởng phòng",
        "Ngô Thị Lan, Lưu trữ",
        "Ngô Thị Lan/Lan Ngô",
        "Ngô Thị Lan / ngô thị lan",
    ],
)
def test_a_wrapped_name_or_a_post_behind_it_is_one_person(text):
    assert people_in(text) == ()
