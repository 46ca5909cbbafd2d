"""How alike two sets of facts about a person are."""

from __future__ import annotations

from govmail_desk.operations.intake_likeness import born_alike, is_same_spelling, national_phone


def test_a_number_from_abroad_is_the_one_dialled_at_home() -> None:
    assert national_phone("+84 912 000 111") == national_phone("0912.000.111") == "0912000111"
    assert national_phone("") == ""


def test_a_bare_year_agrees_with_any_day_of_it_and_none_with_any() -> None:
    assert born_alike("1990", "1990-05-01")
    assert born_alike("", "1990-05-01")
    assert not born_alike("1991", "1990-05-01")
    assert not born_alike("1990-05-02", "1990-05-01")


def test_capitals_and_the_place_of_the_tone_mark_make_no_other_name() -> None:
    assert is_same_spelling("Nguyễn Thị Hoà", "NGUYỄN THỊ HÒA")
    assert not is_same_spelling("Nguyễn Thị Hòa", "Nguyễn Thị Hoa")
