"""Many rows in one statement, converted as their columns need."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import event, func, select

from govmail_desk.domain.settings import CalendarDay, Choice, OfficeHours, RegulationText
from govmail_desk.domain.unit import Unit
from govmail_desk.operations import settings
from govmail_desk.store import bulk, database, rows, tables
from govmail_desk.store.bulk import insert_rows, insert_tuples, numbers, plain_rows, update_rows
from govmail_desk.store.transaction import Transaction
from tests.desks import founded


@pytest.fixture
def connection(tmp_path):
    engine = database.create_register(tmp_path / "so.govmail")
    with database.writing(engine).begin() as connection:
        yield connection
    engine.dispose()


def unit(number, **facts):
    empty = {"version": 1, "parent_id": None, "short_name": "", "is_own": False, "ended_on": None, "office_phone": ""}
    return {"id": number, "slug": f"p{number}"} | empty | facts


def choice(number, value):
    return {"id": number, "version": 1, "rule": "r", "value": value, "from_on": "2026-01-01", "why": ""}


def test_rows_go_in_and_change_by_their_number(connection):
    insert_rows(connection, tables.unit, [unit(number) for number in range(1, 1_300)])
    update_rows(connection, tables.unit, [unit(7, is_own=True, short_name="Sở"), unit(9, ended_on="2026-07-01")])
    found = {row.id: row for row in connection.execute(select(tables.unit))}
    assert len(found) == 1_299
    assert (found[7].is_own, found[7].short_name, found[8].is_own, found[9].ended_on) == (
        True,
        "Sở",
        False,
        "2026-07-01",
    )


@pytest.mark.parametrize("value", [10, "chữ", True, None, ["a", {"b": "đ"}]])
def test_documents_are_written_as_the_column_reads_them(connection, value):
    insert_rows(connection, tables.choice, [choice(1, "trước")])
    update_rows(connection, tables.choice, [choice(1, value)])
    assert connection.execute(select(tables.choice.c.value)).scalar_one() == value


def test_only_the_named_columns_change(connection):
    insert_rows(connection, tables.unit, [unit(1, short_name="Sở")])
    update_rows(connection, tables.unit, [{"id": 1, "slug": "snv"}])
    assert connection.execute(select(tables.unit.c.slug, tables.unit.c.short_name)).one() == ("snv", "Sở")


def test_tuples_go_in_as_they_are(connection):
    insert_tuples(connection, tables.salt, [(1, "ab"), (2, "cd")])
    assert connection.execute(select(tables.salt).order_by(tables.salt.c.row_id)).all() == [(1, "ab"), (2, "cd")]


@pytest.mark.parametrize("write", [insert_rows, update_rows, insert_tuples])
def test_nothing_is_no_statement(connection, write):
    write(connection, tables.unit, [])
    assert connection.execute(select(func.count()).select_from(tables.unit)).scalar_one() == 0


def test_plain_rows_are_the_drivers_own_tuples(connection):
    insert_rows(connection, tables.unit, [unit(1, short_name="Sở"), unit(2)])
    query = select(tables.unit.c.id, tables.unit.c.short_name, tables.unit.c.ended_on).order_by(tables.unit.c.id.desc())
    found = plain_rows(connection, query)
    assert found == [(2, "", None), (1, "Sở", None)]
    assert {type(row) for row in found} == {tuple}


def test_numbers_come_in_the_order_asked_for(connection):
    insert_rows(connection, tables.unit, [unit(number) for number in (3, 1, 2)])
    assert numbers(connection, select(tables.unit.c.id).order_by(tables.unit.c.id.desc())) == [3, 2, 1]
    assert numbers(connection, select(tables.unit.c.id).where(tables.unit.c.id > 9)) == []


def test_several_small_tables_are_read_whole_in_one_statement_as_each_is_alone(tmp_path):
    with founded(tmp_path) as desk:
        with desk.transaction("correct", "Sửa lịch") as act:
            act.transaction.put(CalendarDay(on_date=date(2027, 1, 4), is_off=True, why="Thông báo của tỉnh"))
        settings.choose_rule(
            desk, rule="attachment.limit_mb", value=10, from_on=date(2026, 11, 23), why="Hướng dẫn của đơn vị vận hành"
        )
        kinds = [RegulationText, Choice, CalendarDay, OfficeHours, Unit]
        sent = []
        event.listen(desk.engine, "before_cursor_execute", lambda *words: sent.append(words[2]))
        with desk.reading() as connection:
            found = bulk.whole_tables(connection, [rows.table_of(kind) for kind in kinds])
            assert len([statement for statement in sent if statement.startswith("SELECT")]) == 1
            for kind, together in zip(kinds, found, strict=True):
                assert rows.records_of_whole(kind, together) == Transaction(connection).find(kind)
        assert found[1][0]["value"] == 10
        assert found[2][0]["is_off"] is True
        assert found[3] == []
