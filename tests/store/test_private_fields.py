"""What the journal holds of private fields: digests in their place, the values sealed apart until they are emptied."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, select

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.person import Person
from govmail_desk.store import rows, tables
from govmail_desk.store.private_fields import PrivateFields
from tests.desks import founded

PLAIN = [
    rows.row_of(Person(id=9_001, full_name="Lê An", unit_id=1, phone="0977717717")),
    rows.row_of(Person(id=9_002, full_name="Trần Ánh", unit_id=1)),
]


@pytest.fixture
def connection(tmp_path):
    with founded(tmp_path) as desk, desk.transaction("look", "Xem") as act:
        yield act.transaction.connection


def test_a_sealed_row_has_a_digest_in_the_place_of_its_value_and_the_value_lies_apart(connection):
    sealed, open_row = PrivateFields(connection).seal(tables.person, PLAIN, are_new=True)
    kept = {
        row.digest: row.value
        for row in connection.execute(select(tables.sealed).where(tables.sealed.c.row_id == 9_001))
    }
    assert kept == {rows.decoded(sealed)["phone"]: "0977717717"}
    assert b"0977717717" not in sealed
    assert rows.decoded(open_row)["phone"] == ""


def test_what_was_sealed_comes_back_in_a_later_act(connection):
    covered = [rows.decoded(sealed) for sealed in PrivateFields(connection).seal(tables.person, PLAIN, are_new=True)]
    back = PrivateFields(connection).unsealed(tables.person, covered)
    assert [row["phone"] for row in back] == ["0977717717", ""]


def test_a_value_that_was_emptied_does_not_come_back_as_another(connection):
    covered = [rows.decoded(sealed) for sealed in PrivateFields(connection).seal(tables.person, PLAIN, are_new=True)]
    connection.execute(delete(tables.sealed))
    with pytest.raises(RuleBroken, match="thông tin riêng"):
        PrivateFields(connection).unsealed(tables.person, covered)
