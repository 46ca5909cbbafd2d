"""The sizes exports write, as whole megabytes; a bare number says nothing without a unit."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.domain.sheet import Cell, CellKind
from govmail_desk.domain.usage_sizes import read_size, unit_in_heading


@pytest.mark.parametrize(
    ("text", "unit", "mb"),
    [
        ("512 MB", None, 512),
        ("1.5 GB", None, 1536),
        ("1,5 GB", None, 1536),
        ("1.234 MB", None, 1234),
        ("1,234.5 MB", None, 1235),
        ("1.234,5", "mb", 1235),
        ("500 MB (524,288,000 bytes)", None, 500),
        ("1073741824", "bytes", 1024),
        ("0", "mb", 0),
        ("Unlimited", None, None),
        ("Không giới hạn", "gb", None),
        ("", "mb", None),
    ],
)
def test_a_size_is_read_as_megabytes(text, unit, mb):
    size = read_size(Cell(text), unit)
    assert (size.mb, size.doubt) == (mb, "")


def test_a_number_of_a_spreadsheet_keeps_its_point():
    assert read_size(Cell("1.234", CellKind.NUMBER), "mb").mb == 1


def test_a_number_without_a_unit_asks_for_it():
    assert "không ghi đơn vị" in read_size(Cell("512"), None).doubt


@pytest.mark.parametrize("text", ["abc", "12 quả", "-5 MB", "9" * 60 + " TB", "1..2 MB"])
def test_what_is_no_size_is_said(text):
    assert read_size(Cell(text), "mb").doubt


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Đã dùng (MB)", "mb"),
        ("Quota GB", "gb"),
        ("Size [bytes]", "bytes"),
        ("Dung lượng (KB)", "kb"),
        ("Hạn mức", None),
    ],
)
def test_a_heading_may_name_the_unit(heading, unit):
    assert unit_in_heading(heading) == unit


@given(st.integers(min_value=0, max_value=10**6))
@settings(max_examples=60)
def test_whole_megabytes_are_read_back_in_every_unit(mb):
    forms = (f"{mb} MB", f"{mb:,} MB", f"{mb:,}".replace(",", ".") + " MB", f"x ({mb * 1048576:,} bytes)")
    assert {read_size(Cell(form), None).mb for form in forms} == {mb}
    assert read_size(Cell(str(mb)), "mb").mb == mb
    assert read_size(Cell(str(mb * 1048576)), "bytes").mb == mb


@given(st.text(max_size=80))
@settings(max_examples=100)
def test_any_text_at_all_is_a_size_or_nothing_or_a_doubt(text):
    size = read_size(Cell(text), "mb")
    assert size.mb is None or (size.mb >= 0 and not size.doubt)
