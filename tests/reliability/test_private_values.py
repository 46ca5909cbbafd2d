"""Birth dates, private telephones and identity numbers stay in their rows and papers: not in the journal, a log or a left-over file."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from govmail_desk import paths
from govmail_desk.desk import Desk
from govmail_desk.documents import spreadsheet
from govmail_desk.listings import people as people_listing
from govmail_desk.operations.intakes import plan_intake, take_in
from govmail_desk.operations.journals import export_journal, plan_take_back, take_back, verify
from govmail_desk.operations.people import edit_person
from govmail_desk.operations.requests import draft_request, plan_request
from tests.commands import told
from tests.desks import founded, keeps_id_numbers

CANARIES = ("1977-07-17", "17/07/1977", "0977717717", "077077077077", "0966616616", "1966-06-16", "066066066066")
HEADINGS = ("STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Số điện thoại", "Số CCCD", "Địa chỉ thư công vụ")


@pytest.fixture
def register(tmp_path):
    """A register a clerk's week has passed over, with canaries in every private place."""
    book = openpyxl.Workbook()
    book.active.append(HEADINGS)
    book.active.append((1, "Nguyễn Văn Thành", "17/07/1977", "Chuyên viên", "0977717717", "077077077077", ""))
    book.active.append((2, "Lê Thị Ứng", "31/02/1966", "Văn thư", "097771771", "066066066066", "ung @gmail,com"))
    book.save(tmp_path / "danh sách.xlsx")
    with founded(tmp_path) as desk:
        keeps_id_numbers(desk)
        live_a_week(desk, tmp_path / "danh sách.xlsx")
        assert verify(desk) == []
        export_journal(desk, file=tmp_path / "nhật ký.csv")
    return tmp_path / "so.govmail"


def live_a_week(desk: Desk, list_file: Path) -> None:
    take_in(desk, plan_intake(desk, spreadsheet.read(list_file)))
    (person_id,) = people_listing.ids(desk, people_listing.PersonFilter(search="nguyen van thanh"))
    seen = people_listing.person_of(desk, person_id)
    assert seen is not None
    assert (seen.birth_on, seen.phone, seen.id_number) == ("1977-07-17", "0977717717", "077077077077")
    edit_person(desk, person=seen, corrected=replace(seen, phone="0966616616", birth_on="1966-06-16"))
    draft_request(desk, plan_request(desk, on=desk.today(), people_ids=[person_id]))
    take_back(desk, plan_take_back(desk))
    take_back(desk, plan_take_back(desk))


def found_in(content: bytes) -> list[str]:
    return [canary for canary in CANARIES if canary.encode() in content]


def test_the_canaries_do_lie_in_the_register(register):
    assert found_in(register.read_bytes())


@pytest.mark.parametrize("table", ["journal", "journal_change"])
def test_no_entry_of_the_journal_holds_one(register, table):
    with closing(sqlite3.connect(register)) as raw:
        raw.text_factory = bytes
        rows = raw.execute(f"SELECT * FROM {table}").fetchall()
    assert rows
    assert not found_in(b"\n".join(value for row in rows for value in row if isinstance(value, bytes)))


def test_the_journal_as_a_file_holds_none(register):
    assert not found_in((register.parent / "nhật ký.csv").read_bytes())


def test_a_fault_in_the_midst_tells_none(capsys, register):
    with closing(sqlite3.connect(register)) as outside:
        outside.execute("UPDATE mailbox SET state = '0977717717', note = '077077077077'")
        outside.commit()
    assert told(capsys, "mailboxes", "--register", register).code == 4
    reports = list(paths.logs().glob("*.txt"))
    told_of = b"".join(file.read_bytes() for file in reports)
    for file in reports:
        file.unlink()
    assert reports
    assert not found_in(told_of)


def test_a_refused_statement_tells_no_values(register):
    """SQLAlchemy would put the values of a failed statement into its message."""
    with Desk.open(register, person="x") as desk, pytest.raises(Exception, match="NOT NULL") as failure:
        write_nothing_where_something_must_be(desk)
    assert not found_in(str(failure.value).encode())


def write_nothing_where_something_must_be(desk: Desk) -> None:
    with desk.engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO person (id, full_name, phone) VALUES (?, ?, ?)", (1, "x", "0977717717"))


def test_no_file_is_left_in_the_folder_for_temporary_ones(register, monkeypatch, tmp_path):
    folder = tmp_path / "tạm"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    with Desk.open(register, person="x") as desk:
        live_a_week(desk, register.parent / "danh sách.xlsx")
    assert list(folder.iterdir()) == []
