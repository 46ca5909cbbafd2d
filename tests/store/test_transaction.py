"""The one door for writing: numbers, versions, private values, and all of an act or nothing of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import event, func, select

from govmail_desk.desk import Desk
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.journal import private_digest
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.person import Person
from govmail_desk.domain.settings import Recipients
from govmail_desk.domain.unit import Unit, UnitName
from govmail_desk.operations import journals
from govmail_desk.store import rows, tables

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
CANARIES = {"birth_on": "1977-07-17", "phone": "0977717717", "id_number": "077077077077"}


@pytest.fixture
def desk(tmp_path):
    desk = Desk.create(tmp_path / "so.govmail", person="Văn thư", clock=lambda: NOW)
    yield desk
    desk.close()


def put(desk, *records):
    with desk.transaction("put", "Ghi") as act:
        return [act.transaction.put(record) for record in records]


def got(desk, kind, record_id):
    with desk.transaction("look", "Xem") as act:
        return act.transaction.get(kind, record_id)


def journal_bytes(desk):
    query = select(tables.journal_change.c.before, tables.journal_change.c.after)
    with desk.reading() as connection:
        return b"".join(content for row in connection.execute(query) for content in row if content)


def count_of(desk, table):
    with desk.reading() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def someone(desk, **facts):
    (unit,) = put(desk, Unit(slug="stttt"))
    (person,) = put(desk, Person(full_name="Lê An", unit_id=unit.id, **facts))
    return person


def test_numbers_are_unique_over_the_whole_register_and_never_given_twice(desk):
    unit, name = put(desk, Unit(slug="stttt"), UnitName(unit_id=1, name="Sở Thông tin và Truyền thông"))
    journals.take_back(desk, journals.plan_take_back(desk))
    (later,) = put(desk, Unit(slug="snv"))
    assert (unit.id, name.id, later.id) == (1, 2, 3)


def test_a_mixed_batch_comes_back_in_the_order_it_was_put(desk):
    (known,) = put(desk, Unit(slug="stttt"))
    with desk.transaction("mix", "Ghi") as act:
        found = act.transaction.put_all([Unit(slug="a"), replace(known, short_name="Sở"), Unit(slug="b")])
    assert [(unit.slug, unit.short_name) for unit in found] == [("a", ""), ("stttt", "Sở"), ("b", "")]


def test_a_change_counts_the_version_on_and_a_write_of_the_same_writes_nothing(desk):
    (unit,) = put(desk, Unit(slug="stttt"))
    (changed,) = put(desk, replace(unit, short_name="Sở TT&TT"))
    head = desk.journal_head()
    (same,) = put(desk, changed)
    assert (unit.version, changed.version, same.version) == (1, 2, 2)
    assert desk.journal_head() == head


def test_lists_written_the_same_are_the_same(desk):
    (recipients,) = put(desk, Recipients(from_on=date(2026, 1, 1), lines=("UBND tỉnh", "Trang tin")))
    head = desk.journal_head()
    put(desk, recipients)
    assert desk.journal_head() == head


def test_an_edit_of_an_older_version_is_refused_and_overwrites_nothing(desk):
    (unit,) = put(desk, Unit(slug="stttt"))
    put(desk, replace(unit, short_name="của người thứ nhất"))
    with pytest.raises(RuleBroken, match="vừa được sửa ở nơi khác"):
        put(desk, replace(unit, short_name="của người thứ hai"))
    assert got(desk, Unit, unit.id).short_name == "của người thứ nhất"


def test_an_edit_held_open_over_a_take_back_and_another_edit_is_refused(desk):
    (unit,) = put(desk, Unit(slug="stttt"))
    (held_open,) = put(desk, replace(unit, short_name="A"))
    journals.take_back(desk, journals.plan_take_back(desk))
    put(desk, replace(unit, short_name="B"))
    with pytest.raises(RuleBroken, match="vừa được sửa ở nơi khác"):
        put(desk, replace(held_open, short_name="A sửa lại"))
    assert got(desk, Unit, unit.id).short_name == "B"


def test_a_row_that_is_gone_is_told_of_and_is_no_fault(desk):
    (unit,) = put(desk, Unit(slug="stttt"))
    journals.take_back(desk, journals.plan_take_back(desk))
    with pytest.raises(RuleBroken, match="không còn trong sổ"):
        got(desk, Unit, unit.id)
    with pytest.raises(RuleBroken, match="sửa ở nơi khác"):
        put(desk, replace(unit, short_name="A"))


def test_a_row_that_names_one_that_is_gone_is_refused(desk):
    (unit,) = put(desk, Unit(slug="stttt"))
    journals.take_back(desk, journals.plan_take_back(desk))
    with pytest.raises(RuleBroken, match="không còn trong sổ"):
        put(desk, Person(full_name="Lê An", unit_id=unit.id))
    assert count_of(desk, tables.person) == 0


def test_an_act_that_fails_half_way_leaves_nothing(desk):
    head = desk.journal_head()
    with pytest.raises(ZeroDivisionError):
        write_half(desk)
    assert desk.journal_head() == head
    assert [count_of(desk, table) for table in (tables.unit, tables.file_content, tables.journal_change)] == [0, 0, 0]
    assert put(desk, Unit(slug="snv"))[0].id == 1


def write_half(desk):
    with desk.transaction("half", "Ghi nửa chừng") as act:
        act.transaction.put(Unit(slug="stttt"))
        act.transaction.keep_bytes(b"a letter")
        raise ZeroDivisionError


def test_the_same_bytes_are_kept_once(desk):
    with desk.transaction("keep", "Giữ tệp") as act:
        first, second = act.transaction.keep_bytes(b"a letter"), act.transaction.keep_bytes(b"a letter")
    assert first == second
    assert count_of(desk, tables.file_content) == 1


def test_the_journal_holds_each_row_before_and_after(desk):
    (unit,) = put(desk, Unit(slug="stttt"))
    put(desk, replace(unit, short_name="Sở TT&TT"))
    with desk.reading() as connection:
        created, changed = connection.execute(select(tables.journal_change).order_by(tables.journal_change.c.seq))
    assert created.before is None
    assert created.after == changed.before
    assert rows.decoded(changed.after)["short_name"] == "Sở TT&TT"


def test_private_values_lie_in_their_row_and_never_in_the_journal(desk):
    person = someone(desk, **CANARIES)
    put(desk, replace(person, phone="0912345678"))
    put(desk, replace(got(desk, Person, person.id), phone=""))
    told = journal_bytes(desk)
    assert not [value for value in (*CANARIES.values(), "0912345678") if value.encode() in told]
    assert got(desk, Person, person.id).birth_on == CANARIES["birth_on"]


def test_private_values_come_back_when_an_act_is_taken_back(desk):
    person = someone(desk, **CANARIES)
    put(desk, replace(person, phone="", birth_on="1990", id_number="001090001090"))
    journals.take_back(desk, journals.plan_take_back(desk))
    assert got(desk, Person, person.id) == person
    assert journals.verify(desk) == []


def test_private_values_put_without_their_past_are_gone_and_those_kept_stay_as_they_are(desk):
    person = someone(desk, **CANARIES)
    (person,) = put(desk, replace(person, phone="0966616616"))
    with desk.transaction("put", "Bỏ") as act:
        act.transaction.put_without_past([replace(person, id_number="")])
    with desk.reading() as connection:
        sealed = set(connection.execute(select(tables.sealed.c.value)).scalars())
    assert sealed == {"0966616616", CANARIES["birth_on"]}
    assert got(desk, Person, person.id).phone == "0966616616"
    assert journals.verify(desk) == []


def test_no_digest_of_the_past_can_be_tried_out_with_the_salt_that_stays(desk):
    person = someone(desk, **CANARIES)
    with desk.transaction("put", "Bỏ") as act:
        act.transaction.put_without_past([replace(person, phone="", id_number="")])
    with desk.reading() as connection:
        (salt,) = connection.execute(select(tables.salt.c.salt)).scalars()
    guessed = private_digest(salt=salt, field="phone", value=CANARIES["phone"])
    assert guessed.encode() not in journal_bytes(desk)


def test_the_private_values_of_a_row_that_was_taken_back_can_be_forgotten(desk):
    someone(desk, **CANARIES)
    journals.take_back(desk, journals.plan_take_back(desk))
    kept = someone(desk, phone="0966616616")
    with desk.transaction("forget", "Quên") as act:
        assert act.transaction.forget_gone() == 1
    assert (count_of(desk, tables.sealed), count_of(desk, tables.salt)) == (1, 1)
    assert got(desk, Person, kept.id).phone == "0966616616"


def test_equal_private_values_of_two_people_have_different_digests(desk):
    someone(desk, phone="0977717717")
    someone(desk, phone="0977717717")
    with desk.reading() as connection:
        digests = list(connection.execute(select(tables.sealed.c.digest)).scalars())
    assert len(set(digests)) == 2


def test_someone_without_private_values_needs_no_salt(desk):
    someone(desk)
    assert count_of(desk, tables.salt) == 0


def test_many_rows_go_in_and_come_back_in_one_act(desk):
    (unit,) = put(desk, Unit(slug="stttt"))
    with desk.transaction("many", "Thêm nhiều người") as act:
        people = act.transaction.put_all([
            Person(full_name=f"Lê An {number}", unit_id=unit.id, phone=f"09{number:08}" if number % 2 else "")
            for number in range(1_203)
        ])
        boxes = [
            Mailbox(
                address=f"an{person.id}@tinh.gov.vn",
                kind="personal",
                unit_id=unit.id,
                holder_id=person.id,
                since=date(2026, 1, 5),
            )
            for person in people
        ]
        act.transaction.put_all(boxes)
    assert journals.verify(desk) == []
    journals.take_back(desk, journals.plan_take_back(desk))
    assert count_of(desk, tables.person) == count_of(desk, tables.mailbox) == 0
    assert journals.verify(desk) == []


def test_comparing_rows_with_the_journal_writes_nothing(desk):
    """A take-back is planned while it is only read: whoever writes beside it is not stood in the way of."""
    (unit,) = put(desk, Unit(slug="stttt"))
    put(
        desk,
        Person(full_name="Lê An", unit_id=unit.id, phone="0977717717"),
        Person(full_name="Lê Bình", unit_id=unit.id),
    )
    written = []
    event.listen(desk.engine, "before_cursor_execute", lambda *words: written.append(words[2]))
    journals.plan_take_back(desk)
    assert not [statement for statement in written if not statement.startswith(("SELECT", "BEGIN"))]
