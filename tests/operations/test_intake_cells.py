"""The cells of one row judged: taken, remarked on, doubted, or the row set aside."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.operations.intake_cells import Facts

DOMAIN = "ninhbinh.gov.vn"


def read(name="Nguyễn Văn An", *, mended=None, keeps_id_numbers=True, **cells):
    facts = Facts(
        sheet="Danh sách",
        row=5,
        mended=mended or {},
        domain=DOMAIN,
        today=date(2026, 11, 23),
        keeps_id_numbers=keeps_id_numbers,
    )
    blank = dict.fromkeys(
        ("post", "department", "birth_on", "phone", "office_phone", "id_number", "address", "note"), ""
    )
    return facts.person(name=name, unit_path=(), **(blank | cells))


@pytest.mark.parametrize(
    ("written", "birth"),
    [("05/3/1985", "1985-03-05"), ("1985-03-05", "1985-03-05"), ("3-9-1986", "1986-09-03"), ("1992", "1992"), ("", "")],
)
def test_a_birth_date_is_a_day_or_the_bare_year_where_no_more_is_given(written, birth):
    row = read(birth_on=written)
    assert (row.birth_on, row.outcome) == (birth, "new")


@pytest.mark.parametrize("written", ["31/02/1990", "05/1985", "12/12/2030", "2031", "tháng 3"])
def test_a_birth_date_that_cannot_be_is_doubtful_and_kept_without_the_quotation(written):
    row = read(birth_on=written)
    assert (row.birth_on, row.outcome) == ("", "doubtful")
    assert written in row.reasons[0] or row.reasons[0].startswith("Ngày sinh")
    assert row.kept_reasons == ("Ngày sinh không đọc được hoặc chưa tới; hãy kiểm tra lại.",)


def test_numbers_get_back_the_zero_a_spreadsheet_dropped_in_sight():
    row = read(phone="912000101", id_number="37085000111")
    assert (row.phone, row.id_number, row.outcome) == ("0912000101", "037085000111", "new")
    assert all("mất số 0 đầu" in reason for reason in row.reasons)
    assert not any(digit.isdecimal() and digit != "0" for digit in "".join(row.kept_reasons))


@pytest.mark.parametrize("written", ["0912000106/0229387100", "12345", "không nhớ"])
def test_a_telephone_that_is_none_is_doubtful(written):
    row = read(phone=written)
    assert row.outcome == "doubtful"
    assert row.kept_reasons == ("Số điện thoại cần kiểm tra lại.",)


@pytest.mark.parametrize(
    "written",
    [
        "annv.stttt@@ninhbinh.gov.vn",
        "annv.stttt @ninhbinh.gov.vn",
        "annv.stttt@ninhbinh,gov.vn",
        "annv.stttt@ninhbinh.gov",
        "@ninhbinh.gov.vn",
        "ànnv.stttt@ninhbinh.gov.vn",
        "annv@ninhbinh.gov.vn; an@gmail.com",
        "an@gmail.com",
        "annv@gov.vn",
        "annv.skhcn@laocai.go",
    ],
)
def test_a_dirty_address_sets_the_row_aside_and_nothing_is_invented(written):
    row = read(address=written)
    assert (row.outcome, row.address, row.offers) == ("set_aside", "", ())
    assert row.full_name == "Nguyễn Văn An"


def test_an_address_without_its_domain_is_set_aside_with_an_offer():
    row = read(address="annv.stttt")
    assert (row.outcome, row.address) == ("set_aside", "")
    assert row.offers == (("address", "annv.stttt@ninhbinh.gov.vn"),)


def test_an_address_of_another_domain_is_taken_as_the_list_says():
    row = read(address="annv.skhcn@laocai.gov.vn")
    assert (row.outcome, row.address) == ("new", "annv.skhcn@laocai.gov.vn")
    assert "khác tên miền ninhbinh.gov.vn" in row.reasons[0]


@pytest.mark.parametrize("domain", ["ninhbinnh.gov.vn", "ninbinh.gov.vn", "ninhbinh.gov.vm"])
def test_an_address_of_nearly_our_domain_is_doubtful(domain):
    row = read(address=f"annv.stttt@{domain}")
    assert row.outcome == "doubtful"
    assert "gần giống" in row.reasons[0]


@pytest.mark.parametrize("written", ["", "-", "chưa có", "Cấp mới", "x"])
def test_a_cell_that_says_there_is_no_address_yet_is_none(written):
    row = read(address=written)
    assert (row.outcome, row.address) == ("new", "")


def test_capitals_and_blanks_at_the_ends_are_no_dirt():
    assert read(address=" AnNV.stttt@NinhBinh.gov.vn ").address == "annv.stttt@ninhbinh.gov.vn"


def test_a_look_alike_of_d_is_taken_as_d_and_told():
    row = read("Ðỗ Văn Lý")
    assert (row.outcome, row.full_name) == ("new", "Đỗ Văn Lý")
    assert "U+00D0" in row.reasons[0]


def test_capitals_titles_and_the_order_of_highland_names_are_told_and_taken():
    assert read("ThS. TRẦN THỊ BÌNH").full_name == "Trần Thị Bình"
    assert [read(name).outcome for name in ("ThS. TRẦN THỊ BÌNH", "Nguyễn Thị Ánh (Hạnh)", "Y Bhăm Êban")] == [
        "new"
    ] * 3


@pytest.mark.parametrize("name", ["Thạch", "Ông Nguyễn Văn An", "Đồng chí Nguyễn Văn An", "Čư Măng", "?"])
def test_a_name_only_the_clerk_can_judge_is_doubtful(name):
    assert read(name).outcome == "doubtful"


def test_a_row_with_facts_but_no_name_is_doubtful():
    assert read("", post="Kế toán").outcome == "doubtful"


def test_a_cell_mended_by_hand_is_confirmed():
    row = read("Thạch", phone="12", mended={"full_name": "Thạch", "phone": "12", "id_number": "7"})
    assert (row.outcome, row.full_name, row.phone, row.id_number, row.reasons) == ("new", "Thạch", "12", "7", ())
    assert row.mended == {"full_name", "phone", "id_number"}


def test_a_mended_address_still_has_to_be_one():
    assert read(mended={"address": "an@@x"}).outcome == "set_aside"


@pytest.mark.parametrize(
    "written", ["Ngô Thị Lan\nTrần Văn Minh", "Ngô Thị Lan; Trần Văn Minh", "Ngô Thị Lan / Trần Văn Minh"]
)
def test_two_people_in_one_cell_are_asked_about(written):
    row = read(written)
    assert (row.full_name, row.outcome) == ("Ngô Thị Lan; Trần Văn Minh", "doubtful")
    assert row.reasons == (
        "Ô họ tên có hai người là Ngô Thị Lan và Trần Văn Minh;"
        " hãy để lại một người ở dòng này, ghi người khác thành dòng riêng.",
    )


def test_two_people_typed_by_hand_into_one_cell_are_still_asked_about():
    row = read("Ngô Thị Lan; Trần Văn Minh", mended={"full_name": "Ngô Thị Lan; Trần Văn Minh"})
    assert row.outcome == "doubtful"


def test_more_than_two_people_in_one_cell_are_counted():
    row = read("Ngô Thị Lan\nTrần Văn Minh\nLê Văn Bình")
    assert row.reasons[0].startswith("Ô họ tên có 3 người là Ngô Thị Lan, Trần Văn Minh và Lê Văn Bình;")


def test_a_line_break_inside_one_name_leaves_one_name():
    row = read("Nguyễn Thị\nHoà")
    assert (row.full_name, row.outcome, row.reasons) == ("Nguyễn Thị Hoà", "new", ())


def test_a_note_that_holds_a_password_is_not_read_and_not_repeated():
    row = read(note="mk: hoasen1")
    assert (row.note, row.outcome) == ("", "new")
    assert row.reasons == ("Ghi chú có vẻ chứa mật khẩu nên không được đọc. Hãy xóa mật khẩu khỏi tệp.",)
    assert read(note=" đã đổi mật khẩu ").note == "đã đổi mật khẩu"


def test_a_number_that_is_not_kept_is_read_without_a_word():
    for written, taken in (("037085000111", "037085000111"), ("77", ""), ("sai số", "")):
        row = read(id_number=written, keeps_id_numbers=False)
        assert (row.id_number, row.outcome, row.reasons) == (taken, "new", ())
