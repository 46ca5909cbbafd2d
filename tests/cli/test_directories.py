"""`directory`: five formats by the file's ending, one edition where something changed, the last again where nothing did."""

from __future__ import annotations

from dataclasses import replace

import pytest

from govmail_desk.desk import Desk
from govmail_desk.domain.directory import DirectoryEdition
from govmail_desk.domain.privacy import Export
from govmail_desk.operations.people import edit_person
from tests.commands import told
from tests.desks import NOW
from tests.directories import person, staffed
from tests.request_lives import every

FIELDS = ["edition", "as_of_on", "count", "files", "added", "removed", "changed"]


@pytest.fixture
def register(tmp_path, monkeypatch):
    monkeypatch.setenv("GOVMAIL_DESK_HOME", str(tmp_path / "home"))
    with staffed(tmp_path):
        return tmp_path / "so.govmail"


def directory(capsys, register, *words):
    return told(capsys, "--register", register, "directory", *words)


def test_the_document_has_the_fields_of_the_product(capsys, register, tmp_path):
    file = tmp_path / "danh-ba.html"
    answer = directory(capsys, register, "--out", file, "--as-of", "2026-11-21", "--json")
    assert answer.document == {
        "edition": 1,
        "as_of_on": "2026-11-21",
        "count": 7,
        "files": [str(file)],
        "added": 7,
        "removed": 0,
        "changed": 0,
    }
    assert list(answer.document) == FIELDS


@pytest.mark.parametrize("ending", ["xlsx", "docx", "html", "vcf", "csv", "XLSX"])
def test_each_format_is_chosen_by_the_ending(capsys, register, tmp_path, ending):
    file = tmp_path / f"danh-ba.{ending}"
    answer = directory(capsys, register, "--out", file, "--json")
    assert (answer.code, answer.err, list(answer.document)) == (0, "", FIELDS)
    assert answer.document["files"] == [str(file)]
    assert file.stat().st_size > 0


def test_unchanged_the_last_edition_is_written_again_and_changed_a_new_one(capsys, register, tmp_path):
    first = directory(capsys, register, "--out", tmp_path / "a.csv", "--json").document
    again = directory(capsys, register, "--out", tmp_path / "b.csv", "--json").document
    assert (first["edition"], first["added"], again["edition"], again["added"]) == (1, first["count"], 1, 0)
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    with Desk.open(register, person="Phạm Thu Hà", clock=lambda: NOW) as desk:
        an = person(desk, "Trần Thị An")
        edit_person(desk, person=an, corrected=replace(an, post="Văn thư"))
    later = directory(capsys, register, "--out", tmp_path / "c.csv", "--json").document
    assert (later["edition"], later["changed"], later["added"], later["removed"]) == (2, 1, 0, 0)


def test_the_editions_of_the_two_kinds_are_counted_apart(capsys, register, tmp_path):
    directory(capsys, register, "--out", tmp_path / "a.csv")
    answer = directory(capsys, register, "--internal", "--out", tmp_path / "b.csv", "--json")
    assert answer.document["edition"] == 1
    assert "Trạng thái hộp thư" in (tmp_path / "b.csv").read_text(encoding="utf-8-sig")
    assert "Trạng thái" not in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")


def test_refusals_end_with_one_and_trouble_with_three(capsys, register, tmp_path):
    wrong = directory(capsys, register, "--out", tmp_path / "danh-ba.pdf")
    assert (wrong.code, wrong.out) == (1, "")
    assert "phải kết thúc bằng" in wrong.err
    to_come = directory(capsys, register, "--out", tmp_path / "a.csv", "--as-of", "2999-01-01")
    assert (to_come.code, "chưa tới" in to_come.err) == (1, True)
    assert directory(capsys, register, "--out", tmp_path / "không có" / "a.csv").code == 3
    assert directory(capsys, register).code == 2


def test_a_person_reads_what_was_made(capsys, register, tmp_path):
    answer = directory(capsys, register, "--out", tmp_path / "a.csv")
    assert "Đã lập danh bạ công khai bản số 1" in answer.out
    assert "không đổi từ bản số 1" in directory(capsys, register, "--out", tmp_path / "a.csv").out


@pytest.mark.parametrize("out", ["không có/a.csv", "a.csv"])
def test_where_the_file_cannot_be_written_no_edition_is_left_behind(capsys, register, tmp_path, out):
    (tmp_path / "a.csv").mkdir()
    failed = directory(capsys, register, "--out", tmp_path / out, "--json")
    assert (failed.code, failed.out) == (3, "")
    with Desk.open(register, person="Phạm Thu Hà", clock=lambda: NOW) as desk:
        assert (every(desk, DirectoryEdition), every(desk, Export)) == ([], [])
    answer = directory(capsys, register, "--out", tmp_path / "b.csv", "--json")
    assert (answer.document["edition"], answer.document["added"]) == (1, answer.document["count"])
