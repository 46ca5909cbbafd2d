"""Registers of earlier schemas brought to the present one: copied, whole or not at all, noted in the journal."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime

import pytest

from govmail_desk.desk import Desk
from govmail_desk.domain.errors import RuleBroken, StoreDamaged, StoreUnavailable
from govmail_desk.listings import journals as journal_listing
from govmail_desk.operations import journals
from govmail_desk.store import tables
from govmail_desk.store.migrations.upgrade import STEPS, upgrade_register
from tests.commands import ROOT
from tests.desks import NOW, founded
from tests.store.migrations.earlier import (
    ACT_COUNT,
    KEPT,
    changed_outside,
    contents,
    copies_beside,
    earlier_register,
)

MOMENT = datetime(2027, 1, 5, 8, tzinfo=UTC)


def opened(register):
    return Desk.open(register, person="Ngô Thị Kim Uyên", clock=lambda: MOMENT)


@pytest.fixture
def register(tmp_path):
    return earlier_register(tmp_path / "Sổ 100% #1")


def test_there_is_a_step_to_every_schema_after_the_first():
    assert list(STEPS) == list(range(2, tables.SCHEMA_VERSION + 1))


@pytest.mark.parametrize("schema", range(1, tables.SCHEMA_VERSION + 1))
def test_a_register_kept_from_any_schema_opens_and_agrees_with_its_journal(tmp_path, schema):
    with opened(earlier_register(tmp_path, schema=schema)) as desk:
        assert journals.verify(desk) == []
        assert journal_listing.acts(desk)


def test_who_opened_it_when_and_where_the_copy_lies_stand_in_the_journal(register):
    with opened(register) as desk:
        newest = journal_listing.acts(desk)[0]
        (copy,) = copies_beside(register)
        assert (newest.seq, newest.act, newest.actor) == (ACT_COUNT + 1, "migrate_register", "Ngô Thị Kim Uyên")
        assert (
            newest.sentence
            == f"Nâng sổ từ bản 1 lên bản {tables.SCHEMA_VERSION} theo chương trình mới; sổ cũ còn ở tệp “{copy.name}”"
        )
        assert newest.at.startswith("2027-01-05T08:00:00")


def test_the_copy_beside_it_is_the_register_as_it_was(register):
    before = contents(register)
    opened(register).close()
    (copy,) = copies_beside(register)
    assert copy.name == "so (bản sổ 1, trước khi nâng 2027-01-05 08.00.00).govmail"
    assert contents(copy) == before == contents(KEPT / "schema-1.govmail")
    assert contents(register)[0] == tables.SCHEMA_VERSION
    assert {path.name for path in register.parent.iterdir()} <= {register.name, f"{register.name}-journal", copy.name}


def test_every_row_of_a_changed_table_is_noted_with_what_it_was(register):
    with opened(register) as desk:
        changes = journal_listing.changes(desk, ACT_COUNT + 1)
    assert {change.table for change in changes} == {
        "custody",
        "file",
        "mailbox",
        "mailbox_event",
        "office_hours",
        "person",
        "request",
        "request_row",
        "unit",
    }
    for change in changes:
        assert change.before is not None
        assert change.before.items() < change.after.items()
        added = {name: value for name, value in change.after.items() if name not in change.before}
        assert all(value in ("", "made", {}, False, None) for value in added.values())


def test_private_values_stay_digests_of_the_same_salt(register):
    with opened(register) as desk:
        (row,) = [change for change in journal_listing.changes(desk, ACT_COUNT + 1) if change.table == "request_row"]
    assert row.after["cells"] == row.before["cells"]
    assert row.after["cells"].startswith("~")


def test_it_is_brought_up_once(register):
    for _ in range(3):
        with opened(register) as desk:
            assert desk.journal_head()[0] == ACT_COUNT + 1
    assert len(copies_beside(register)) == 1


def test_whoever_comes_second_finds_it_done(register):
    with opened(register) as desk:
        upgrade_register(desk.engine, register, actor="x", at=MOMENT)
        assert desk.journal_head()[0] == ACT_COUNT + 1
    assert len(copies_beside(register)) == 1


def test_links_are_watched_again_afterwards(register):
    with opened(register) as desk, desk.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


# What was changed outside the program stays found


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE request SET reason = 'khác'", "“request”"),
        ("UPDATE mailbox_event SET on_date = '2020-01-01' WHERE id = 7", "“mailbox_event”"),
        ("UPDATE request_row SET cells = '{}'", "“request_row”"),
        ("DELETE FROM file WHERE id = 28", "“file”"),
        ("UPDATE person SET phone = '0900000000' WHERE phone <> ''", "“person”"),
        (
            "INSERT INTO due VALUES (900, 1, 'x', 'request', 22, '2026-11-23', '2026-11-26', '2026-11-26', NULL)",
            "“due”",
        ),
        ("UPDATE journal SET sentence = 'khác' WHERE seq = 13", "mục số 13"),
        ("UPDATE journal_change SET after = 'không đọc được' WHERE row_id = 22", "mục số 13"),
        ("UPDATE file_content SET content = x'00'", "không còn nguyên vẹn"),
    ],
)
def test_what_was_changed_outside_before_is_still_found_after(register, statement, found):
    changed_outside(register, statement)
    with opened(register) as desk:
        assert any(found in finding.sentence for finding in journals.verify(desk))


def test_links_broken_outside_keep_nobody_out(register):
    changed_outside(register, "DELETE FROM mailbox WHERE id = 29")
    with opened(register) as desk:
        assert [finding.sentence for finding in journals.verify(desk)] == [
            "Dòng 29 của bảng “mailbox” khác với nhật ký: đã bị sửa bên ngoài chương trình."
        ]


# Refused, and left as it is


def test_one_of_a_newer_program_is_refused_and_left_byte_for_byte(register):
    changed_outside(register, f"PRAGMA user_version={tables.SCHEMA_VERSION + 1}")
    before = register.read_bytes()
    with pytest.raises(RuleBroken, match="bản GovMail Desk mới hơn"):
        opened(register)
    assert register.read_bytes() == before
    assert copies_beside(register) == []


@pytest.mark.parametrize("version", [0, -1])
def test_one_that_says_of_no_schema_is_damaged(register, version):
    changed_outside(register, f"PRAGMA user_version={version}")
    before = register.read_bytes()
    with pytest.raises(StoreDamaged, match="hỏng"):
        opened(register)
    assert register.read_bytes() == before


def test_a_step_that_cannot_be_taken_leaves_the_register_and_no_copy(register):
    changed_outside(register, "CREATE TABLE own_form (id INTEGER)")
    before = register.read_bytes()
    with pytest.raises(StoreUnavailable):
        opened(register)
    assert register.read_bytes() == before
    assert copies_beside(register) == []


def test_pages_damaged_on_disk_are_told_before_anything_is_changed(register):
    content = bytearray(register.read_bytes())
    content[-4096:] = b"\xff" * 4096
    register.write_bytes(content)
    with pytest.raises(StoreDamaged, match="bản sao lưu"):
        opened(register)
    assert register.read_bytes() == bytes(content)
    assert copies_beside(register) == []


# Taking back


def test_the_upgrade_itself_is_never_taken_back(register):
    with opened(register) as desk:
        with pytest.raises(RuleBroken, match="không hoàn tác được"):
            journals.plan_take_back(desk, seq=ACT_COUNT + 1)
        last = journal_listing.last_standing(desk)
        assert last is not None
        assert last.act != "migrate_register"


def test_an_act_before_it_that_wrote_other_tables_still_goes_back(register):
    with opened(register) as desk:
        journals.take_back(desk, journals.plan_take_back(desk, seq=12))
        assert journals.verify(desk) == []


def test_an_act_whose_rows_it_changed_says_why_it_stays(register):
    with opened(register) as desk, pytest.raises(RuleBroken, match="trước khi sổ được nâng lên bản mới"):
        journals.plan_take_back(desk, seq=13)


# What is loaded

LOADED = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from govmail_desk.desk import Desk

Desk.open(Path(sys.argv[1]), person="x", clock=lambda: datetime(2027, 1, 5, 8, tzinfo=UTC)).close()
print(*sorted(name for name in sys.modules if name.partition(".")[0] in {"alembic", "mako"} or ".migrations" in name))
"""


def loaded_for(register):
    program = [sys.executable, "-c", LOADED, str(register)]
    return subprocess.run(program, check=True, capture_output=True, cwd=ROOT, encoding="utf-8").stdout.split()


def test_alembic_is_loaded_for_an_earlier_register_and_for_no_other(register, tmp_path):
    founded(tmp_path).close()
    assert loaded_for(tmp_path / "so.govmail") == []
    assert "alembic" in loaded_for(register)
    assert loaded_for(register) == []


def test_a_new_register_is_of_the_present_schema_and_needs_no_step(tmp_path):
    with founded(tmp_path) as desk:
        assert desk.clock() == NOW
    assert contents(tmp_path / "so.govmail")[0] == tables.SCHEMA_VERSION
    assert copies_beside(tmp_path / "so.govmail") == []
