"""`regulations`: list, show, check."""

from __future__ import annotations

import pytest

from govmail_desk import paths
from tests.commands import told
from tests.desks import UNITS


def test_the_five_are_listed(capsys):
    answer = told(capsys, "regulations", "list", "--json")
    assert [one["id"] for one in answer.document] == sorted(UNITS)
    assert {"id", "title", "status"} <= answer.document[0].keys()
    assert len(told(capsys, "regulations", "list").out.splitlines()) == len(UNITS)


@pytest.mark.parametrize("regulation_id", UNITS)
def test_one_is_shown_whole_with_its_articles(capsys, regulation_id):
    answer = told(capsys, "regulations", "show", regulation_id)
    document = told(capsys, "regulations", "show", regulation_id, "--json").document
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.count("Đ") > 50
    assert document["id"] == regulation_id


def test_an_unknown_one_is_refused(capsys):
    answer = told(capsys, "regulations", "show", "hanoi-2030")
    assert (answer.code, answer.out) == (1, "")
    assert "hãy chọn một trong" in answer.err


def test_a_good_file_passes_the_check(capsys):
    answer = told(capsys, "regulations", "check", paths.regulations() / "ninhbinh-2020.toml")
    assert (answer.code, answer.err) == (0, "")
    assert "dùng được" in answer.out
    found = told(capsys, "regulations", "check", paths.regulations() / "ninhbinh-2020.toml", "--json")
    assert found.document == {"ok": True, "problems": []}


def test_every_problem_of_a_bad_file_is_told_on_stderr(capsys, tmp_path):
    file = tmp_path / "tinh-khac.toml"
    text = (paths.regulations() / "ninhbinh-2020.toml").read_text(encoding="utf-8")
    file.write_text(text.replace('\ncite = "', '\ncit = "'), encoding="utf-8")
    answer = told(capsys, "regulations", "check", file, "--json")
    assert answer.code == 1
    assert answer.document["ok"] is False
    assert len(answer.document["problems"]) >= 2
    assert answer.err.splitlines() == answer.document["problems"]
    assert all(line.startswith("Tệp tinh-khac.toml") for line in answer.document["problems"])


def test_a_file_that_is_not_there_is_refused(capsys, tmp_path):
    answer = told(capsys, "regulations", "check", tmp_path / "khong-co.toml")
    assert (answer.code, "không mở được" in answer.err) == (1, True)
