"""Taking an act back, verifying the whole register, and the journal as a file."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.person import Person
from govmail_desk.operations import journals
from govmail_desk.operations.people import edit_person
from govmail_desk.store.tables import journal, person
from tests.desks import added, founded


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    yield desk
    desk.close()


def person_of(desk, person_id):
    with desk.reading() as connection:
        return connection.execute(person.select().where(person.c.id == person_id)).first()


def correct(desk, person_id, **facts):
    with desk.transaction("look", "") as act:
        seen = act.transaction.get(Person, person_id)
    edit_person(desk, person=seen, corrected=replace(seen, **facts))


def test_the_last_act_is_planned_without_writing_and_then_taken_back_whole(desk):
    person_id = added(desk, "Đỗ Thị Bích Ngọc")
    head = desk.journal_head()
    plan = journals.plan_take_back(desk)
    assert (plan.seq, plan.sentence, plan.row_count) == (2, "Thêm Đỗ Thị Bích Ngọc", 1)
    assert desk.journal_head() == head
    changes = journals.take_back(desk, plan)
    assert changes.sentence == "Hoàn tác: Thêm Đỗ Thị Bích Ngọc"
    assert person_of(desk, person_id) is None
    assert journals.verify(desk) == []


def test_a_private_value_comes_back_when_its_change_is_taken_back(desk):
    person_id = added(desk, "Đỗ Thị Bích Ngọc", phone="0912000111")
    correct(desk, person_id, phone="0987654321")
    journals.take_back(desk, journals.plan_take_back(desk))
    assert person_of(desk, person_id).phone == "0912000111"
    assert journals.verify(desk) == []


def test_an_act_a_later_one_stands_on_is_refused(desk):
    person_id = added(desk, "Đỗ Thị Bích Ngọc")
    correct(desk, person_id, post="Chánh Văn phòng")
    with pytest.raises(RuleBroken, match="việc sau"):
        journals.plan_take_back(desk, seq=2)


def test_an_act_is_taken_back_once_and_the_first_never(desk):
    added(desk, "Đỗ Thị Bích Ngọc")
    journals.take_back(desk, journals.plan_take_back(desk))
    with pytest.raises(RuleBroken, match="đã được hoàn tác"):
        journals.plan_take_back(desk, seq=2)
    with pytest.raises(RuleBroken, match="lập sổ không hoàn tác được"):
        journals.plan_take_back(desk)


def test_an_entry_rewritten_behind_the_programs_back_breaks_the_chain(desk):
    added(desk, "Đỗ Thị Bích Ngọc")
    with desk.engine.begin() as connection:
        connection.execute(journal.update().where(journal.c.seq == 2).values(actor="Người khác"))
    (finding,) = journals.verify(desk)
    assert "đứt tại mục số 2" in finding.sentence


def test_the_journal_is_written_as_a_table_oldest_first(desk, tmp_path):
    added(desk, "Đỗ Thị Bích Ngọc")
    journals.take_back(desk, journals.plan_take_back(desk))
    file = tmp_path / "nhật ký.csv"
    assert journals.export_journal(desk, file=file) == 3
    with file.open(encoding="utf-8-sig", newline="") as opened:
        _, *rows = csv.reader(opened)
    assert [row[0] for row in rows] == ["1", "2", "3"]
    assert [row[5] for row in rows] == ["", "", "2"]
    assert rows[1][2:5] == ["Ngô Thị Kim Uyên", "Thêm Đỗ Thị Bích Ngọc", "1"]
    assert rows[2][6] == desk.journal_head()[1]
