"""`init` and `verify`."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from govmail_desk import paths
from tests.commands import told
from tests.desks import UNITS


def init(capsys, file, *, regulation="ninhbinh-2020", unit="Sở Thông tin và Truyền thông", slug="stttt", more=()):
    words = ("--regulation", regulation, "--unit", unit, "--slug", slug, *more)
    return told(capsys, "init", "--register", file, *words)


@pytest.mark.parametrize(
    ("regulation", "slug", "address"),
    [
        ("camau-24-2018", "stttt", "stttt@camau.gov.vn"),
        ("quan4-03-2013", "phuong9", "phuong9.q4@tphcm.gov.vn"),
        ("quan4-03-2013", "q4", "q4@tphcm.gov.vn"),
        ("ninhbinh-2020", "stttt", "stttt@ninhbinh.gov.vn"),
        ("khanhhoa-dagt-2021", "bqlctgt", "bqlctgt@khanhhoa.gov.vn"),
        ("soctrang-59-2024", "sotttt", "sotttt@soctrang.gov.vn"),
    ],
)
def test_the_units_own_mailbox_stands_in_its_register(capsys, tmp_path, regulation, slug, address):
    unit, _ = UNITS[regulation]
    file = tmp_path / "Sổ của đơn vị.govmail"
    answer = init(capsys, file, regulation=regulation, unit=unit, slug=slug)
    assert (answer.code, answer.err) == (0, "")
    assert str(file) in answer.out
    (own,) = told(capsys, "--register", file, "mailboxes", "--json").document
    assert (own["address"], own["kind"], own["holder"], own["unit"], own["state"]) == (
        address,
        "unit",
        "",
        unit,
        "active",
    )
    assert told(capsys, "verify", "--register", file).code == 0


def test_another_provinces_regulation_is_taken_from_its_file(capsys, tmp_path):
    file = tmp_path / "tinh-khac.toml"
    text = (paths.regulations() / "ninhbinh-2020.toml").read_text(encoding="utf-8")
    file.write_text(text.replace("ninhbinh.gov.vn", "tinhkhac.gov.vn"), encoding="utf-8")
    assert init(capsys, tmp_path / "so.govmail", regulation=file).code == 0
    (own,) = told(capsys, "--register", tmp_path / "so.govmail", "mailboxes", "--json").document
    assert own["address"] == "stttt@tinhkhac.gov.vn"


def test_a_register_named_by_a_url_is_the_same_file(capsys, tmp_path):
    file = tmp_path / "so.govmail"
    assert init(capsys, f"sqlite:///{file}").code == 0
    assert told(capsys, "verify", "--register", file).code == 0
    answer = told(capsys, "verify", "--register", "postgresql://may-chu/so")
    assert (answer.code, "SQLite" in answer.err) == (1, True)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"regulation": "hanoi-2030"}, "hanoi-2030"),
        ({"unit": "  "}, "Tên đơn vị đang để trống"),
        ({"slug": "sở tttt"}, "không phải là địa chỉ thư hợp lệ"),
        ({"slug": "a@b"}, "không phải là địa chỉ thư hợp lệ"),
        ({"more": ("--head", "")}, ""),
    ],
)
def test_what_cannot_be_founded_is_refused_and_leaves_no_file(capsys, tmp_path, changed, said):
    answer = init(capsys, tmp_path / "so.govmail", **changed)
    assert said in answer.err
    assert answer.code == (1 if said else 0)
    assert [file.name for file in tmp_path.iterdir() if file.stat().st_size] == ([] if said else ["so.govmail"])


def test_a_second_register_is_never_written_over_the_first(capsys, tmp_path):
    init(capsys, tmp_path / "so.govmail")
    before = (tmp_path / "so.govmail").read_bytes()
    answer = init(capsys, tmp_path / "so.govmail", unit="Sở Nội vụ", slug="snv")
    assert (answer.code, "đã có" in answer.err) == (1, True)
    assert (tmp_path / "so.govmail").read_bytes() == before


def test_a_whole_register_verifies_in_one_line(capsys, tmp_path):
    init(capsys, tmp_path / "so.govmail", more=("--head", "Lê Thị Mỹ Hạnh"))
    answer = told(capsys, "verify", "--register", tmp_path / "so.govmail")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("Sổ nguyên vẹn")


def test_a_register_edited_outside_exits_with_1_and_names_each_place(capsys, tmp_path):
    init(capsys, tmp_path / "so.govmail", more=("--head", "Lê Thị Mỹ Hạnh"))
    with closing(sqlite3.connect(tmp_path / "so.govmail")) as outside:
        outside.execute("UPDATE mailbox SET state = 'closed'")
        outside.execute("UPDATE person SET post = 'Chủ tịch'")
        outside.commit()
    answer = told(capsys, "verify", "--register", tmp_path / "so.govmail")
    assert (answer.code, answer.out) == (1, "")
    assert ["bảng “person”" in line or "bảng “mailbox”" in line for line in answer.err.splitlines()] == [True, True]
