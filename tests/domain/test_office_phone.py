"""A telephone at the office: what stands as one, what a list may say in its place, and the private number kept out."""

from __future__ import annotations

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.office_phone import read_office_phone, tidy_office_phone


@pytest.mark.parametrize(
    "written",
    ["0229 3871 001", "(0229) 3.871.001", "0229 3871 001 máy lẻ 12", "101", "+84 229 3871 001; 102", "số lẻ 15"],
)
def test_numbers_of_an_office_are_taken_as_they_are_written(written):
    assert tidy_office_phone(f"  {written} ") == written
    assert read_office_phone(written) == (written, "")


@pytest.mark.parametrize("written", ["hỏi văn thư", "an@b.vn", "x" * 70, "=1+cmd"])
def test_what_is_no_telephone_is_refused(written):
    with pytest.raises(RuleBroken, match="Điện thoại cơ quan"):
        tidy_office_phone(written)


@pytest.mark.parametrize("private", ["0912000111", "+84912000111", "0912 000 111"])
def test_the_private_number_is_not_taken_for_the_offices(private):
    with pytest.raises(RuleBroken, match="trùng với điện thoại riêng"):
        tidy_office_phone("0912.000.111", private_phone=private)


def test_a_mobile_number_in_a_lists_column_is_asked_about():
    for written in ("0912000111", "912000111", "+84 912 000 111"):
        assert read_office_phone(written)[1].startswith("Ô điện thoại cơ quan ghi một số di động")


def test_the_first_zero_a_spreadsheet_dropped_is_given_back():
    assert read_office_phone("2293871001") == ("02293871001", "")
