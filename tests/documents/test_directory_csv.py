"""The directory as a .csv: opened by a spreadsheet with its letters right, no cell a formula, no telephone without its first 0."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.documents import spreadsheet
from govmail_desk.documents.directory_csv import directory_csv
from govmail_desk.domain.table_columns import find_header
from tests.directories import of_person, of_unit, paper

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=40)


def read(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def test_it_begins_with_the_mark_and_ends_its_lines_as_the_standard_has_it():
    content = directory_csv(paper(of_unit("Sở A", addresses=("soa@b.vn",))))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") == 2
    assert read(content)[1] == ["", "Sở A", "", "", "", "soa@b.vn", "23/11/2026"]


@given(WORDS, WORDS)
@settings(max_examples=100)
def test_whatever_a_name_holds_is_read_back_and_is_no_formula(name, title):
    content = directory_csv(paper(of_unit("Sở A"), of_person(name, title=title, addresses=("an@b.vn",))))
    cells = read(content)[2]
    assert [cells[2].removeprefix("\t"), cells[3].removeprefix("\t")] == [name, title]
    assert not any(cell.startswith(("=", "+", "-", "@", "\r", "\n")) for cell in cells)


@pytest.mark.parametrize("name", ["Nguyễn Văn A, B", 'Lê "Út" Hai', "Trần;Ba", "Võ\nTư", "Đỗ 😀 Năm", "Ừng 'Sáu"])
def test_names_with_every_odd_sign_come_back_whole(name):
    assert read(directory_csv(paper(of_person(name, level=0, addresses=("an@b.vn",)))))[1][2] == name


def test_taken_in_as_a_list_the_telephones_are_whole_again(tmp_path):
    file = tmp_path / "danh-ba.csv"
    lines = (
        of_unit("Phòng B"),
        of_person("Nguyễn Văn An", title="+ Văn thư", phone="02293871001", addresses=("an@b.vn",)),
    )
    file.write_bytes(directory_csv(paper(*lines)))
    (sheet,) = spreadsheet.read(file).sheets
    header = find_header(sheet)
    assert header is not None
    assert {meaning.value for meaning in header.columns.values()} >= {"full-name", "post", "office-phone", "address"}
    assert [cell.text.strip() for cell in sheet.rows[2].cells[2:6]] == [
        "Nguyễn Văn An",
        "+ Văn thư",
        "02293871001",
        "an@b.vn",
    ]
