"""`package`: a unit's package out, others' packages in, who is late; JSON of the shapes a scheduled task reads."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.desk import Desk, local_clock
from govmail_desk.operations.journals import verify
from govmail_desk.operations.offices import add_office
from tests.commands import told
from tests.desks import added
from tests.packages import box, contents, office_desk, quan4, written

ASKED = "2026-Q3"
"""A period that is over, whatever day these tests run on."""


def package(capsys, register, *words):
    return told(capsys, "--register", register, "package", *words)


@pytest.fixture
def unit(tmp_path):
    with quan4(tmp_path, "Ủy ban nhân dân Phường 9", "phuong9") as desk:
        added(desk, "Bùi Thị Yến")
    return tmp_path / "phuong9.govmail"


@pytest.fixture
def office(tmp_path):
    with office_desk(tmp_path) as desk:
        add_office(desk, name="Phòng Nội vụ", address="pnv.q4@tphcm.gov.vn")
    return tmp_path / "q4.govmail"


def test_a_unit_exports_its_quarter_and_the_office_takes_it(capsys, unit, office, tmp_path):
    made = package(capsys, unit, "export", "--period", ASKED, "--out", tmp_path / "goi", "--json")
    assert made.code == 0
    document = made.document
    assert document["files"] == [str(tmp_path / "goi.govmail-goi"), str(tmp_path / "goi.eml")]
    assert document["as_of"] == "2026-09-05"
    taken = package(capsys, office, "take", tmp_path / "goi.govmail-goi", "--json")
    assert (taken.code, taken.err) == (0, "")
    (one,) = taken.document["files"]
    assert (one["outcome"], one["unit"], one["is_new_unit"], one["mark"], one["period"]) == (
        "taken",
        "Ủy ban nhân dân Phường 9",
        True,
        document["mark"],
        ASKED,
    )
    again = package(capsys, office, "take", tmp_path / "goi.govmail-goi")
    assert (again.code, again.err) == (0, "")
    assert "đã nhận từ trước" in again.out
    with Desk.open(office, person="máy") as desk:
        assert verify(desk) == []


def test_the_whole_register_goes_into_a_folder_under_its_own_name(capsys, unit, tmp_path):
    made = package(capsys, unit, "export", "--out", tmp_path)
    assert made.code == 0
    assert "Dấu của gói: " in made.out
    assert len(list(tmp_path.glob("phuong9-toan-bo-*.govmail-goi"))) == 1


def test_a_look_writes_nothing(capsys, office, tmp_path):
    path = written(tmp_path, contents([box("a"), box("b")]))
    head = _head(office)
    looked = package(capsys, office, "take", path, "--dry-run", "--json")
    assert looked.document["new"] == 2
    assert [row["outcome"] for row in looked.document["files"][0]["rows"]] == ["new", "new"]
    assert _head(office) == head
    assert "Xem trước: 1 trong 1 gói" in package(capsys, office, "take", path, "--dry-run").out


def test_a_damaged_file_is_told_and_does_not_keep_the_others_out(capsys, office, tmp_path):
    folder = tmp_path / "usb"
    folder.mkdir()
    written(folder, contents([box("a")]))
    (folder / "hong.govmail-goi").write_bytes(b"x")
    answer = package(capsys, office, "take", folder)
    assert answer.code == 1
    assert answer.err.startswith("Không nhận tệp «hong.govmail-goi»")
    assert "Đã nhận: 1 trong 2 gói" in answer.out
    nothing = package(capsys, office, "take", folder / "hong.govmail-goi", "--json")
    assert (nothing.code, nothing.document["files"][0]["outcome"]) == (1, "refused")


def test_addresses_of_two_units_are_told(capsys, office, tmp_path):
    written(tmp_path, contents([box("a")]))
    written(tmp_path, contents([box("a")], number=2))
    assert "cũng có ở Ủy ban nhân dân Phường 1" in package(capsys, office, "take", tmp_path).out


def test_the_late_are_told_with_the_article(capsys, office):
    answer = package(capsys, office, "late", "--period", ASKED, "--json").document
    assert (answer["period"], answer["due_on"], answer["cite"]) == (ASKED, "2026-09-05", "Đ14.2")
    (row,) = answer["late"]
    assert (row["unit"], row["address"], row["chased"], row["last_as_of"]) == (
        "Phòng Nội vụ",
        "pnv.q4@tphcm.gov.vn",
        0,
        None,
    )
    assert row["days_late"] == (local_clock().date() - date(2026, 9, 5)).days
    said = package(capsys, office, "late", "--period", ASKED).out
    assert "hạn 05/09/2026 (Đ14.2): 1 đơn vị chậm" in said


def test_a_period_that_is_none_is_wrong_usage(capsys, office, unit, tmp_path):
    for answer in (
        package(capsys, office, "late", "--period", "quý 4"),
        package(capsys, unit, "export", "--period", "2026-Q9", "--out", tmp_path),
    ):
        assert (answer.code, answer.out) == (2, "")
        assert "chưa đúng" in answer.err


def _head(register):
    with Desk.open(register, person="máy") as desk:
        return desk.journal_head()
