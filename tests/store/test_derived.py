"""The keys rows are found and sorted by follow whatever they are made of, in the act that touched it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from govmail_desk.domain.unit import Unit, UnitName
from govmail_desk.listings.mailboxes import mailbox_of
from govmail_desk.listings.people import person_of
from govmail_desk.listings.units import unit_of
from govmail_desk.operations import journals, mailboxes, people, units
from govmail_desk.store import derived, tables
from tests.desks import added, founded, own_unit_id
from tests.large_register import large_register


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def holder(desk):
    return added(desk, "Đặng Đức Đạt", post="Văn thư")


@pytest.fixture
def box(desk, holder):
    changes = mailboxes.add_mailbox(
        desk,
        address="hopthu@ninhbinh.gov.vn",
        kind="personal",
        unit_id=own_unit_id(desk),
        holder_id=holder,
        since=desk.today(),
    )
    return min(changes.ids["mailbox"])


def keys(desk, table):
    with desk.reading() as connection:
        rows = connection.execute(select(table.c.id, table.c.search_key, table.c.sort_key)).all()
    return {row.id: (row.search_key, row.sort_key) for row in rows}


def words_of(desk, table, row_id):
    return keys(desk, table)[row_id][0]


def made_again(desk):
    """The keys as they would be made now for every row there is."""
    with desk.engine.execution_options(writes=True).begin() as connection:
        every = {
            table.name: set(connection.execute(select(table.c.id)).scalars())
            for table in (tables.person, tables.mailbox)
        }
        derived.refresh(connection, every, made={})
    return {table.name: keys(desk, table) for table in (tables.person, tables.mailbox)}


def test_a_person_is_found_by_name_initials_post_and_unit(desk, holder):
    assert words_of(desk, tables.person, holder) == "dang duc dat ddd van thu so thong tin va truyen thong stttt stttt"


def test_a_mailbox_is_found_by_address_holder_and_unit(desk, box):
    words = words_of(desk, tables.mailbox, box)
    assert words == "hopthu@ninhbinh.gov.vn dang duc dat ddd so thong tin va truyen thong stttt stttt"


def test_a_units_own_mailbox_stands_before_its_people(desk, box):
    own = next(key for row_id, key in keys(desk, tables.mailbox).items() if row_id != box)
    assert own[1] < keys(desk, tables.mailbox)[box][1]


def test_a_renamed_person_renames_their_mailboxes(desk, holder, box):
    seen = person_of(desk, holder)
    people.edit_person(desk, person=seen, corrected=replace(seen, full_name="Đặng Đức Độ"))
    assert "dang duc do" in words_of(desk, tables.mailbox, box)
    assert "dang duc do" in words_of(desk, tables.person, holder)


def test_a_renamed_unit_renames_its_people_and_mailboxes(desk, holder, box):
    units.rename_unit(desk, unit_id=own_unit_id(desk), name="Sở Khoa học và Công nghệ", from_on=date(2026, 11, 23))
    unit = unit_of(desk, own_unit_id(desk))
    units.edit_unit(desk, unit=unit, slug="skhcn", short_name="Sở KH&CN", parent_id=None)
    for table, row_id in ((tables.mailbox, box), (tables.person, holder)):
        words = words_of(desk, table, row_id)
        assert words.endswith("so khoa hoc va cong nghe so kh&cn skhcn skhcn")
        assert "truyen thong" not in words


def test_another_holder_brings_other_words(desk, box):
    other = added(desk, "Lê An")
    seen = mailbox_of(desk, box)
    mailboxes.edit_mailbox(desk, mailbox=seen, note="", unit_id=seen.unit_id, holder_id=other)
    assert "le an la" in words_of(desk, tables.mailbox, box)


def test_the_marked_given_word_sorts_person_and_mailbox(desk, holder, box):
    before = keys(desk, tables.mailbox)[box][1]
    seen = person_of(desk, holder)
    people.edit_person(desk, person=seen, corrected=replace(seen, given_word=2))
    after = keys(desk, tables.mailbox)[box][1]
    assert before != after == keys(desk, tables.person)[holder][1]


def test_taking_back_brings_the_former_words_back(desk, holder, box):
    before = keys(desk, tables.mailbox), keys(desk, tables.person)
    seen = person_of(desk, holder)
    people.edit_person(desk, person=seen, corrected=replace(seen, full_name="Lê An"))
    units.rename_unit(desk, unit_id=own_unit_id(desk), name="Sở Nội vụ", from_on=date(2026, 11, 23))
    for _ in range(2):
        journals.take_back(desk, journals.plan_take_back(desk))
    assert (keys(desk, tables.mailbox), keys(desk, tables.person)) == before


def test_keys_made_on_the_way_in_are_those_made_afterwards(desk, holder, box):
    units.rename_unit(desk, unit_id=own_unit_id(desk), name="Sở Nội vụ", from_on=date(2026, 11, 23))
    with desk.transaction("all_at_once", "Thêm đơn vị, người, hộp thư") as act:
        put = act.transaction
        section = put.put(Unit(slug="pth", short_name="P.TH"))
        person = put.put(replace(person_of(desk, holder), id=0, version=0, unit_id=section.id))
        put.put(
            replace(
                mailbox_of(desk, box),
                id=0,
                version=0,
                address="moi@ninhbinh.gov.vn",
                holder_id=person.id,
                unit_id=section.id,
            )
        )
        put.put(UnitName(unit_id=section.id, name="Phòng Tổng hợp"))
        put.put(replace(person, full_name="Lê An"))
    before = {table.name: keys(desk, table) for table in (tables.person, tables.mailbox)}
    assert made_again(desk) == before


def test_the_large_register_of_tests_has_the_keys_the_program_makes(tmp_path):
    with large_register(tmp_path / "lớn", 300) as desk:
        before = {table.name: keys(desk, table) for table in (tables.person, tables.mailbox)}
        assert made_again(desk) == before
