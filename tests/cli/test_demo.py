"""`demo`: the main job on invented people under each regulation, its files opened again."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest

from govmail_desk import paths
from govmail_desk.cli import demo, verbs
from govmail_desk.cli.arguments import build
from tests.cli.test_requests import parsed
from tests.commands import told
from tests.desks import UNITS


def shown(capsys, folder, *words):
    return told(capsys, "demo", "--no-gui", "--folder", folder, *words)


@pytest.mark.parametrize("regulation", UNITS)
def test_from_a_list_to_letter_list_and_email_under_each_regulation(capsys, tmp_path, regulation):
    folder = tmp_path / "Đơn vị mẫu" / "Thử lần đầu"
    answer = shown(capsys, folder, "--regulation", regulation)
    register, own_list, *files = answer.out.splitlines()
    assert answer.code == 0
    assert "đã nhập danh sách và lập đề nghị" in answer.err
    assert {Path(path).parent for path in (register, own_list, *files)} == {folder}
    texts = parsed(files)
    assert texts.keys() == {"letter", "list", "email"}
    assert all(texts.values())
    sample = demo.read_sample(regulation)
    wanted = [person.name for person in sample.people if not sample.only or person.post in sample.only]
    assert wanted
    assert all(name in texts["list"] for name in wanted)
    people = {cell.value for row in openpyxl.load_workbook(own_list).active.iter_rows() for cell in row}
    assert {person.name for person in sample.people} <= people
    assert all(re.fullmatch(r"\d{2}/\d{2}/\d{4}", person.born) for person in sample.people)
    assert told(capsys, "verify", "--register", register).code == 0


def test_run_twice_it_makes_new_files_and_leaves_the_first_as_they_are(capsys, tmp_path):
    first = shown(capsys, tmp_path).out.splitlines()
    before = {path: Path(path).read_bytes() for path in first}
    second = shown(capsys, tmp_path).out.splitlines()
    assert not set(first[:2]) & set(second[:2])
    assert {path: Path(path).read_bytes() for path in first} == before
    assert all(Path(path).is_file() for path in second)


def test_without_a_folder_it_works_in_the_programs_own(capsys):
    answer = told(capsys, "demo", "--no-gui", "--regulation", "soctrang-59-2024")
    assert Path(answer.out.splitlines()[0]).parent == paths.home() / "don-vi-mau" / "soctrang-59-2024"


def test_an_unknown_regulation_is_refused_with_the_known_ones_and_makes_nothing(capsys, tmp_path):
    answer = shown(capsys, tmp_path / "mẫu", "--regulation", "hanoi-2030")
    assert (answer.code, answer.out) == (1, "")
    assert all(regulation in answer.err for regulation in UNITS)
    assert not (tmp_path / "mẫu").exists()


def test_a_folder_that_is_a_file_is_told_of(capsys, tmp_path):
    (tmp_path / "mẫu").write_bytes(b"")
    answer = shown(capsys, tmp_path / "mẫu")
    assert (answer.code, answer.out, "thư mục" in answer.err) == (3, "", True)


def test_the_window_opens_on_the_sample_where_there_is_a_display(capsys, tmp_path):
    opened = []
    chosen = build().parse_args(["demo", "--folder", str(tmp_path)])
    assert verbs.run(chosen, open_window=lambda register: opened.append(register) or 0) == 0
    assert opened == [str(tmp_path / "so-hop-thu.govmail")]
