from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.person_name import PersonName, read_name


def parts(name: PersonName) -> tuple[str, str, str]:
    return name.surname, name.middle, name.given


def kinds(name: PersonName) -> list[str]:
    return [remark.kind for remark in name.remarks]


@pytest.mark.parametrize(
    ("written", "surname", "middle", "given"),
    [
        ("Nguyễn Văn Thanh", "Nguyễn", "Văn", "Thanh"),
        ("Lê An", "Lê", "", "An"),
        ("Trần Thị Mỹ Hạnh", "Trần", "Thị Mỹ", "Hạnh"),
        ("Tôn Thất Tùng", "Tôn Thất", "", "Tùng"),
        ("Công Tằng Tôn Nữ Thị Hoa", "Công Tằng Tôn Nữ", "Thị", "Hoa"),
        ("Hoàng Phủ Ngọc Lan", "Hoàng Phủ", "Ngọc", "Lan"),
        ("Hoàng Văn Toàn", "Hoàng", "Văn", "Toàn"),
        ("Tôn Thất", "Tôn", "", "Thất"),
        ("Lê-Nguyễn Thị Kim-Anh", "Lê-Nguyễn", "Thị", "Kim-Anh"),
        ("Nguyễn–Trần Thị Hoa", "Nguyễn-Trần", "Thị", "Hoa"),
    ],
)
def test_the_last_word_is_the_ten_and_the_surname_may_be_compound(
    written: str, surname: str, middle: str, given: str
) -> None:
    name = read_name(written)
    assert parts(name) == (surname, middle, given)
    assert name.remarks == ()


@pytest.mark.parametrize(
    ("written", "surname", "middle", "given"),
    [
        ("H'Hen Niê", "Niê", "", "H'Hen"),
        ("H'Hen Niê Kdăm", "Niê Kdăm", "", "H'Hen"),
        ("Y Bhăm Êban", "Êban", "Y", "Bhăm"),
        ("Y Bhăm", "", "Y", "Bhăm"),
    ],
)
def test_a_name_led_by_y_or_h_is_read_as_in_the_tay_nguyen_and_remarked(
    written: str, surname: str, middle: str, given: str
) -> None:
    name = read_name(written)
    assert parts(name) == (surname, middle, given)
    assert kinds(name) == ["order"]


@pytest.mark.parametrize("apostrophe", ["'", "\u2019", "\u02bc", "`"])
def test_each_of_the_four_apostrophes_is_read_alike(apostrophe: str) -> None:
    assert read_name(f"H{apostrophe}Hen Niê") == read_name("H'Hen Niê")


@pytest.mark.parametrize("written", ["Thạch", "Y", "K'Brêu"])
def test_a_one_word_name_is_all_ten(written: str) -> None:
    name = read_name(written)
    assert parts(name) == ("", "", written)
    assert kinds(name) == ["one-word"]


@pytest.mark.parametrize(
    ("written", "given_word", "expected"),
    [
        ("Y Bhăm Êban", 2, ("Êban", "Y", "Bhăm")),
        ("Y Bhăm Êban", 3, ("Y", "Bhăm", "Êban")),
        ("Thanh Nguyễn Văn", 1, ("Nguyễn", "Văn", "Thanh")),
        ("Văn Thanh Nguyễn", 2, ("Nguyễn", "Văn", "Thanh")),
        ("Nguyễn Văn Thanh", 3, ("Nguyễn", "Văn", "Thanh")),
        ("Thạch", 1, ("", "", "Thạch")),
    ],
)
def test_the_clerk_marks_which_word_is_the_ten(written: str, given_word: int, expected: tuple[str, str, str]) -> None:
    name = read_name(written, given_word=given_word)
    assert parts(name) == expected
    assert name.full == written


@pytest.mark.parametrize("given_word", [0, 4])
def test_a_mark_on_no_word_is_refused(given_word: int) -> None:
    with pytest.raises(RuleBroken, match=f"từ thứ {given_word}"):
        read_name("Nguyễn Văn Thanh", given_word=given_word)


@pytest.mark.parametrize("letter", ["\u00d0", "\u0189"])
def test_a_look_alike_of_d_is_taken_as_d_with_a_remark(letter: str) -> None:
    name = read_name(f"Nguyễn Văn {letter}ức")
    assert parts(name) == ("Nguyễn", "Văn", "Đức")
    assert kinds(name) == ["look-alike"]
    assert f"U+{ord(letter):04X}" in name.remarks[0].sentence


@pytest.mark.parametrize(
    "written",
    [
        normalize("NFD", "Đặng Thị Huệ"),
        "Đặng\u00a0Thị\u200b Huệ\ufeff",
        "  Đặng \t Thị\u2003Huệ ",
    ],
)
def test_a_name_is_cleaned_before_it_is_read(written: str) -> None:
    assert read_name(written) == read_name("Đặng Thị Huệ")


def test_the_spelling_is_kept_for_print() -> None:
    assert read_name("Nguyễn Thị Hoà").full == "Nguyễn Thị Hoà"


@pytest.mark.parametrize(
    ("written", "full"),
    [
        ("NGUYỄN VĂN THANH", "Nguyễn Văn Thanh"),
        ("nguyễn văn thanh", "Nguyễn Văn Thanh"),
        ("NGUYỄN Văn Thanh", "Nguyễn Văn Thanh"),
        ("H'HEN NIÊ", "H'Hen Niê"),
        ("TRẦN THỊ KIM-ANH", "Trần Thị Kim-Anh"),
    ],
)
def test_all_capitals_become_proper_case(written: str, full: str) -> None:
    name = read_name(written)
    assert name.full == full
    assert "case" in kinds(name)


@pytest.mark.parametrize(
    ("written", "full", "alias"),
    [
        ("Nguyễn Thị Ánh (Hạnh)", "Nguyễn Thị Ánh", "Hạnh"),
        ("Nguyễn Thị Ánh (Hạnh", "Nguyễn Thị Ánh", "Hạnh"),
        ("Nguyễn Văn Tư “Tư Bền”", "Nguyễn Văn Tư", "Tư Bền"),
        ("Trần Văn Ba bí danh Ba Đen", "Trần Văn Ba", "Ba Đen"),
        ("Trần Văn Ba tức Lê Văn Ba", "Trần Văn Ba", "Lê Văn Ba"),
    ],
)
def test_an_alias_is_kept_apart(written: str, full: str, alias: str) -> None:
    name = read_name(written)
    assert (name.full, name.aliases, kinds(name)) == (full, (alias,), ["alias"])


@pytest.mark.parametrize(
    ("written", "full", "set_aside"),
    [
        ("ThS.BS. Nguyễn Văn An", "Nguyễn Văn An", "ThS BS"),
        ("TS NGUYỄN VĂN AN", "Nguyễn Văn An", "TS"),
        ("Đ/c Lê An", "Lê An", "Đ/c"),
        ("1. Lê An", "Lê An", "1"),
        ("Lê An 2", "Lê An", "2"),
        ("Nguyễn Văn An - Phó Giám đốc", "Nguyễn Văn An", "Phó Giám đốc"),
        ("Trần Thị Ngọc Ánh, Phó phòng", "Trần Thị Ngọc Ánh", "Phó phòng"),
    ],
)
def test_what_is_no_name_is_set_aside_and_said_so(written: str, full: str, set_aside: str) -> None:
    name = read_name(written)
    assert name.full == full
    assert f"«{set_aside}»" in " ".join(remark.sentence for remark in name.remarks if remark.kind == "set-aside")


def test_ong_stays_a_surname_until_the_clerk_says_otherwise() -> None:
    name = read_name("Ông Nguyễn Văn An")
    assert name.full == "Ông Nguyễn Văn An"
    assert kinds(name) == ["honorific"]


def test_foreign_letters_are_remarked() -> None:
    name = read_name("Y Ñlô Čil")
    assert "foreign-letter" in kinds(name)
    assert "«Č» thành «c»" in name.remarks[0].sentence


@pytest.mark.parametrize("written", ["", "   ", "()", "12/5", "\u200b"])
def test_a_cell_without_a_letter_holds_no_name(written: str) -> None:
    name = read_name(written)
    assert (name.full, name.given) == ("", "")
    assert kinds(name)[-1] == "empty"


def test_people_stand_in_the_order_of_ten_then_ho_then_dem() -> None:
    ordered = ["Trần Văn An", "Lê Thị Ánh", "Đỗ Văn Bình", "Lê Văn Bình", "Lê Việt Bình", "Đỗ Lan"]
    assert sorted(sorted(ordered), key=lambda written: read_name(written).sort_key) == ordered


@given(st.text(max_size=50))
@settings(max_examples=100)
def test_any_text_is_read_and_its_parts_are_the_words_of_the_name(text: str) -> None:
    name = read_name(text)
    assert sorted(" ".join(parts(name)).split()) == sorted(name.full.split())
    assert bool(name.given) == bool(name.full)


@given(st.text(max_size=50))
@settings(max_examples=100)
def test_composed_and_decomposed_names_are_one(text: str) -> None:
    assert read_name(normalize("NFC", text)).full == read_name(normalize("NFD", text)).full


@pytest.mark.parametrize("apostrophe", "'\u2018\u2019\u02bc`\u00b4")
def test_every_apostrophe_met_in_lists_is_the_plain_one(apostrophe: str) -> None:
    name = read_name(f"H{apostrophe}Hen Niê")
    assert (name.full, name.given, name.surname) == ("H'Hen Niê", "H'Hen", "Niê")


def test_a_name_typed_in_a_legacy_font_is_kept_letter_for_letter_with_a_remark() -> None:
    name = read_name("NguyÔn V¨n H¶i")
    assert (name.full, name.surname, name.middle, name.given) == ("NguyÔn V¨n H¶i", "NguyÔn", "V¨n", "H¶i")
    assert [remark.kind for remark in name.remarks] == ["font"]


def test_a_digit_within_a_word_is_told_and_one_beside_the_name_is_only_set_aside() -> None:
    assert "digit" in {remark.kind for remark in read_name("Nguyễn Văn B1nh").remarks}
    for written in ("1. Nguyễn Văn An", "Nguyễn Văn An (P2A)", "Nguyễn Văn An - P101"):
        assert "digit" not in {remark.kind for remark in read_name(written).remarks}


@pytest.mark.parametrize(
    "written",
    ["Hoàng An", "Lê An", "Trần Hòa", "Đỗ Tùng", "Y Bhăm Êban", "José Niê", "Lê Toán", "LÊ KHOÁI", "Y Toán Niê"],
)
def test_a_name_right_as_it_stands_is_not_taken_for_a_legacy_font(written: str) -> None:
    assert "font" not in {remark.kind for remark in read_name(written).remarks}
