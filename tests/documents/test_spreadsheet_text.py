"""A text list is read in the letters it was written in, by the character that parts its cells."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.documents.spreadsheet_answer import NotTaken
from govmail_desk.documents.spreadsheet_text import WARN_1252, WARN_1258, decode, read_rows
from tests.lists.draw_lists import in_parts_of_1258
from tests.lists.legacy_letters import in_tcvn3, in_vni

NAMES = "Nguyễn Văn Thành, Đỗ Thị Ửng, Lưu Hữu Phước, Trịnh Ỷ Đẹp"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_without_a_warning(encoding: str) -> None:
    assert decode(NAMES.encode(encoding)) == (NAMES, None)


def test_windows_1258_is_known_by_tones_standing_after_vowels() -> None:
    text, warning = decode(in_parts_of_1258(NAMES).encode("cp1258"))
    assert (normalize("NFC", text), warning) == (NAMES, WARN_1258)


@pytest.mark.parametrize("letters", [in_tcvn3, in_vni], ids=["TCVN3", "VNI"])
def test_letters_of_legacy_fonts_stay_as_they_are_for_the_clerk_to_see(letters) -> None:
    written = letters(NAMES)
    assert decode(written.encode("cp1252")) == (written, WARN_1252)


def test_utf16_cut_in_the_middle_is_refused() -> None:
    with pytest.raises(NotTaken):
        decode(b"\xff\xfeA\x00B")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_character_that_parts_the_cells_is_found(delimiter: str) -> None:
    lines = [["STT", "Họ và tên", "Ghi chú"], ["1", "Lê Thị Mỹ Hạnh", "a, b; c"], ["2", "Đỗ Văn Lý", ""]]
    text = "\n".join(delimiter.join(f'"{cell}"' for cell in line) for line in lines)
    assert list(read_rows(text)) == lines


def test_the_hint_of_excel_about_the_delimiter_is_obeyed_and_is_no_row() -> None:
    assert list(read_rows("sep=|\r\na|b,c\r\n")) == [["a", "b,c"]]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("'+84912345678", "+84912345678"),
        ('="0912345678"', "0912345678"),
        ("'=1+1", "=1+1"),
        ("H'Hen", "H'Hen"),
        ("'a", "'a"),
    ],
)
def test_the_guard_of_a_spreadsheet_is_taken_off_and_nothing_else(written: str, meant: str) -> None:
    assert next(read_rows(f"x;{written}\n")) == ["x", meant]


def test_a_cell_longer_than_excel_allows_is_refused() -> None:
    with pytest.raises(NotTaken):
        list(read_rows('a,"' + "x" * 40_000 + '"\n'))


@given(st.binary(max_size=300))
def test_any_bytes_become_rows_or_a_refusal(content: bytes) -> None:
    assert isinstance(rows_or_refusal(content), list | NotTaken)


def rows_or_refusal(content: bytes) -> list[list[str]] | NotTaken:
    try:
        return list(read_rows(decode(content)[0]))
    except NotTaken as refusal:
        return refusal
