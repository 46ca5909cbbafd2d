"""Facts to rows and back, and the one text that stands for a row."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.domain.intake import Intake
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.person import Person
from govmail_desk.domain.request import File, RequestRow
from govmail_desk.domain.settings import Choice, Letterhead, Recipients, Signer
from govmail_desk.domain.unit import Unit
from govmail_desk.store import rows, tables

DAY = date(2026, 1, 5)
MOMENT = datetime(2026, 1, 5, 8, tzinfo=UTC)
EXAMPLES = [
    Unit(id=1, version=2, slug="stttt", is_own=True, ended_on=date(2026, 7, 1)),
    Person(id=3, version=1, full_name="Đặng Đức Đạt", unit_id=1, given_word=3, birth_on="1990", phone="0912000111"),
    Mailbox(id=4, version=1, address="datdd@tinh.gov.vn", kind="personal", unit_id=1, holder_id=3, since=DAY),
    RequestRow(id=5, version=1, request_id=6, position=1, mailbox_id=4, cells={"ho_ten": "Đặng Đức Đạt", "ghi_chu": ""}),
    File(id=7, version=1, request_id=6, role="letter", name="cong-van.docx", sha256="0" * 64, byte_count=3, made_at=MOMENT),
    Letterhead(id=8, version=1, from_on=DAY, parent_body="", body="Sở", place="Huế", symbol="S", is_collective=True),
    Signer(id=9, version=1, full_name="Lê An", post="Phó Giám đốc", authority="deputy", head_post="Giám đốc"),
    Recipients(id=10, version=1, from_on=DAY, lines=("UBND tỉnh", "Trang tin")),
    Choice(id=11, version=1, rule="attachment.limit_mb", value=10, from_on=DAY, why="Hướng dẫn"),
    Intake(id=12, version=1, file_name="ds.xlsx", sha256="1" * 64, taken_at=MOMENT, counts={"new": 1}, rows=[["A", 2, "new", []]]),
]  # fmt: skip


@pytest.mark.parametrize("fact", EXAMPLES, ids=lambda fact: type(fact).__name__)
def test_a_fact_comes_back_from_its_row_as_it_was(fact):
    row = rows.row_of(fact)
    assert rows.record_of(type(fact), row | {"search_key": "derived", "sort_key": "derived"}) == fact
    assert rows.rows_of([fact]) == [row]
    assert rows.records_of(type(fact), [row]) == [fact]


@pytest.mark.parametrize("fact", EXAMPLES, ids=lambda fact: type(fact).__name__)
def test_a_row_has_exactly_the_columns_the_journal_answers_for(fact):
    assert tuple(sorted(rows.row_of(fact))) == tuple(sorted(rows.journalled(rows.table_of(type(fact)))))


@pytest.mark.parametrize("fact", EXAMPLES, ids=lambda fact: type(fact).__name__)
def test_the_canonical_text_is_read_back_as_the_row(fact):
    row = rows.row_of(fact)
    assert rows.record_of(type(fact), rows.decoded(rows.canonical(row))) == fact
    assert rows.canonical(dict(reversed(row.items()))) == rows.canonical(row)
    assert rows.canonical_all([row, row]) == [rows.canonical(row)] * 2


def test_every_kind_of_fact_has_a_table_and_every_kept_table_a_kind():
    assert {table.name for table in rows._TABLES.values()} == {table.name for table in tables.KEPT_TABLES}
    for kind in rows._TABLES:
        assert {field.name for field in fields(kind)} == set(rows.journalled(rows.table_of(kind)))


@settings(max_examples=100)
@given(
    st.lists(st.dictionaries(st.text(max_size=5), st.text() | st.integers(-9, 9) | st.none(), max_size=3), max_size=5)
)
def test_many_rows_are_written_each_as_it_would_be_alone(some: list[dict[str, Any]]) -> None:
    assert rows.canonical_all(some) == [rows.canonical(row) for row in some]


@settings(max_examples=100)
@given(st.text(min_size=1) | st.dictionaries(st.text(), st.text(), min_size=1))
def test_a_private_value_comes_back_from_its_sealed_text(value: Any) -> None:
    table, name = (tables.request_row, "cells") if isinstance(value, dict) else (tables.person, "phone")
    assert rows.private_value(table, name, rows.private_text(value)) == value


@pytest.mark.parametrize(
    ("text", "found"), [('{"a": 1}', {"a": 1}), ("không phải", "không phải"), (None, None), (b"\x00", b"\x00")]
)
def test_a_text_that_is_no_document_stays_a_text(text, found):
    assert rows.document(text) == found
