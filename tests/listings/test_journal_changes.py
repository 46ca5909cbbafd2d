"""What an act wrote, in words: names instead of numbers, only what differs, private values sealed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from govmail_desk.domain.person import Person
from govmail_desk.domain.regulation import ADDRESS_DOMAIN
from govmail_desk.listings import journal_changes
from govmail_desk.listings.journal_changes import Fact, told
from govmail_desk.listings.journal_words import SEALED
from govmail_desk.operations.journals import plan_take_back, take_back
from govmail_desk.operations.people import edit_person
from govmail_desk.operations.units import add_unit
from govmail_desk.operations.usage import plan_usage, take_in_usage
from govmail_desk.store import tables
from tests.desks import added, founded, own_unit_id
from tests.mailboxes import issued
from tests.usage_exports import export


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    yield desk
    desk.close()


def last(desk):
    return desk.journal_head()[0]


def test_a_new_row_is_told_by_its_own_name_and_the_names_of_what_it_refers_to(desk):
    added(desk, "Đỗ Thị Bích Ngọc")
    (change,) = told(desk, last(desk), limit=10)
    assert (change.how, change.table, change.name) == ("added", "Người", "Đỗ Thị Bích Ngọc")
    assert Fact("Đơn vị", "", "Sở Thông tin và Truyền thông") in change.facts
    assert Fact("Điện thoại", "", SEALED) in change.facts


def test_a_changed_row_is_told_only_by_what_is_other_now(desk):
    person_id = added(desk, "Đỗ Thị Bích Ngọc")
    with desk.transaction("look", "") as act:
        person = act.transaction.get(Person, person_id)
    edit_person(desk, person=person, corrected=replace(person, post="Phó Chánh Văn phòng"))
    (change,) = told(desk, last(desk), limit=10)
    assert (change.how, change.facts) == ("changed", (Fact("Chức vụ", "Chuyên viên", "Phó Chánh Văn phòng"),))


def test_what_was_taken_out_keeps_its_name(desk):
    added(desk, "Đỗ Thị Bích Ngọc")
    take_back(desk, plan_take_back(desk))
    (change,) = told(desk, last(desk), limit=10)
    assert (change.how, change.name) == ("removed", "Đỗ Thị Bích Ngọc")
    assert Fact("Chức vụ", "Chuyên viên", "") in change.facts


def test_a_unit_is_told_by_its_name_and_not_by_its_local_part(desk):
    add_unit(desk, name="Phòng Chuyển đổi số", slug="", parent_id=own_unit_id(desk))
    unit, name = told(desk, last(desk), limit=10)
    assert (unit.table, unit.name) == ("Đơn vị", "Phòng Chuyển đổi số")
    assert Fact("Đơn vị cấp trên", "", "Sở Thông tin và Truyền thông") in unit.facts
    assert "Là đơn vị của sổ này" not in {fact.words for fact in unit.facts}
    assert name.name == "Phòng Chuyển đổi số"


def test_only_the_first_rows_are_told_where_there_are_many(desk):
    assert len(told(desk, 1, limit=3)) == 3
    assert len(told(desk, 1, limit=100)) == 11


def test_no_row_of_the_founding_act_is_told_by_a_bare_number(desk):
    said = [fact.after for change in told(desk, 1, limit=100) for fact in change.facts]
    assert not [words for words in said if words.startswith("số ")]


@pytest.mark.parametrize("table", [table.name for table in tables.KEPT_TABLES])
def test_a_row_of_any_table_is_named_by_something_it_says(table):
    assert journal_changes._named_by(table) in tables.metadata.tables[table].columns
    assert journal_changes._named_by(table) != "id"


def test_the_operator_s_figures_are_told_by_their_file(desk, tmp_path):
    issued(desk, "Lê An")
    domain = desk.regulation().find(ADDRESS_DOMAIN).value
    workbook = export(tmp_path, domain, ("lean", "20/11/2026"))
    changes = take_in_usage(desk, plan_usage(desk, workbook, as_of_on=date(2026, 11, 22)))
    rows = {row.table: row for row in journal_changes.told(desk, changes.seq, limit=20)}
    facts = {fact.words: fact.after for fact in rows["Số liệu sử dụng"].facts}
    assert facts["Lần nhập số liệu"] == "xuat.csv"
    assert rows["Số liệu sử dụng"].name == f"lean@{domain}"
    assert rows["Lần nhập số liệu sử dụng"].name == "xuat.csv"
