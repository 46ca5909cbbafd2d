"""Many rows in one statement, converted as their columns need."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from govmail_desk.store import database, tables
from govmail_desk.store.bulk import insert_rows, insert_tuples, numbers, plain_rows, update_rows


@pytest.fixture
def connection(tmp_path):
    engine = database.create_register(tmp_path / "so.govmail")
    with database.writing(engine).begin() as connection:
        yield connection
    engine.dispose()


def unit(number, **facts):
    empty = {"version": 1, "parent_id": None, "short_name": "", "is_own": False, "ended_on": None}
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
