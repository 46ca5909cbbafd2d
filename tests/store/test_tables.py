"""The schema: what the journal answers for, what is private, and that registers kept from earlier programs still open."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Boolean, create_engine, inspect

from govmail_desk.desk import Desk
from govmail_desk.listings import journals as journal_listing
from govmail_desk.listings import mailboxes, people, requests, settings, units
from govmail_desk.operations import journals
from govmail_desk.operations.people import add_person
from govmail_desk.store import rows, tables

KEPT = Path(__file__).resolve().parent / "kept"
PRIVATE = {"person": ("birth_on", "phone", "id_number"), "request_row": ("cells",)}


@pytest.fixture
def kept(tmp_path):
    shutil.copy(KEPT / "schema-1.govmail", tmp_path / "so.govmail")
    with Desk.open(
        tmp_path / "so.govmail", person="Văn thư", clock=lambda: datetime(2027, 1, 5, 8, tzinfo=UTC)
    ) as desk:
        yield desk


def test_there_is_a_kept_register_of_every_schema():
    assert {file.name for file in KEPT.glob("*.govmail")} == {
        f"schema-{version}.govmail" for version in range(1, tables.SCHEMA_VERSION + 1)
    }


def test_a_register_kept_from_the_first_schema_opens_whole(kept):
    assert journals.verify(kept) == []
    assert kept.journal_head()[0] == len(journal_listing.acts(kept)) == 16 + 1  # bringing it up is an act too
    assert kept.regulation().short_name
    assert {unit.name for unit in units.tree(kept)} == {"Sở Thông tin và Truyền thông", "Phòng Chuyển đổi số"}
    assert [signer.full_name for signer in settings.signers(kept)] == ["Lê Thị Mỹ Hạnh", "Võ Ngọc Ánh"]
    assert mailboxes.counts(kept) == {"active": 2, "proposed": 1}
    assert not kept.calendar().is_working(date(2027, 1, 4))


def test_what_lies_in_it_can_be_read_to_the_last_byte(kept):
    (request,) = requests.every(kept)
    pane = requests.pane(kept, request.id)
    assert [row.cells["ho_ten"] for row in pane.frozen] == ["Nguyễn Văn Thành"]
    assert all(len(requests.content(kept, file.sha256)) == file.byte_count for file in pane.files)
    assert [row.phone for row in people.page(kept, people.ids(kept, people.PersonFilter(search="thanh")))] == [
        "0912000222"
    ]


def test_work_goes_on_in_it(kept):
    (unit,) = [unit for unit in units.tree(kept) if unit.is_own]
    add_person(kept, full_name="Đỗ Văn Lý", unit_id=unit.id)
    journals.take_back(kept, journals.plan_take_back(kept))
    assert journals.verify(kept) == []


def test_its_tables_are_those_of_the_present_schema(kept, tmp_path):
    fresh = create_engine("sqlite://")
    tables.metadata.create_all(fresh)
    assert described(kept.engine) == described(fresh)
    fresh.dispose()


def described(engine):
    looked_at = inspect(engine)
    return {
        name: (
            [
                (column["name"], str(column["type"]), column["nullable"], column["default"])
                for column in looked_at.get_columns(name)
            ],
            sorted((index["name"], tuple(index["column_names"])) for index in looked_at.get_indexes(name)),
            sorted(
                (tuple(key["constrained_columns"]), key["referred_table"]) for key in looked_at.get_foreign_keys(name)
            ),
        )
        for name in looked_at.get_table_names()
    }


def test_the_journal_answers_for_everything_the_clerk_wrote():
    beside = {"file_content", "counter", "salt", "sealed", "journal", "journal_change"}
    assert {table.name for table in tables.KEPT_TABLES} == set(tables.metadata.tables) - beside


def test_parents_stand_before_their_children():
    order = [table.name for table in tables.KEPT_TABLES]
    for table in tables.KEPT_TABLES:
        assert all(order.index(link.column.table.name) <= order.index(table.name) for link in table.foreign_keys)


def test_what_is_private_is_known_by_name():
    found = {table.name: rows.private_columns(table) for table in tables.KEPT_TABLES if rows.private_columns(table)}
    assert found == PRIVATE


def test_no_column_has_room_for_a_password():
    named = {column.name for table in tables.metadata.sorted_tables for column in table.columns}
    assert not [name for name in named if "pass" in name or "secret" in name or "mat_khau" in name]


@pytest.mark.parametrize("table", tables.KEPT_TABLES, ids=lambda table: table.name)
def test_every_fact_has_a_number_and_a_version_and_truth_values_are_named_as_facts(table):
    assert [column.name for column in table.columns][:2] == ["id", "version"]
    truths = [column.name for column in table.columns if isinstance(column.type, Boolean)]
    assert all(name.startswith(("is_", "has_")) for name in truths)
