"""The rows of a plan written inside a larger act, the way a request takes the people of a list in."""

from __future__ import annotations

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.operations.intakes import plan_intake, take_rows
from govmail_desk.operations.journals import verify
from tests.desks import added, founded, own_unit_id
from tests.small_lists import people, person, unit, units

AN = person("Nguyễn Văn An", section="Văn phòng", address="annv.stttt@ninhbinh.gov.vn")


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    yield desk
    desk.close()


def taken(desk, plan, **choices):
    with desk.transaction("larger_act", "Một việc lớn hơn") as act:
        rows = take_rows(act.transaction, plan, by=desk.person, on=desk.today(), **choices)
    return rows, act.changes


def test_each_row_says_whom_it_stands_for(desk):
    rows, changes = taken(desk, plan_intake(desk, people(AN)))
    ((place, row),) = rows.items()
    assert place == ("Danh sách", 2)
    assert (row.person.full_name, row.mailbox.address) == ("Nguyễn Văn An", "annv.stttt@ninhbinh.gov.vn")
    assert row.unit_id == row.person.unit_id == row.mailbox.unit_id != own_unit_id(desk)
    assert changes.act == "larger_act"
    assert not changes.touches("intake", "due"), "those belong to taking a list in, not to a request"


def test_a_request_takes_people_and_units_without_their_mailboxes(desk):
    rows, changes = taken(desk, plan_intake(desk, people(AN)), with_mailboxes=False)
    assert [row.mailbox for row in rows.values()] == [None]
    assert not changes.touches("mailbox", "mailbox_event")
    rows, _ = taken(desk, plan_intake(desk, units(unit("Phòng Kế toán"))), with_mailboxes=False)
    ((person_of_unit, _, unit_id),) = rows.values()
    assert person_of_unit is None
    assert unit_id not in {0, own_unit_id(desk)}


def test_doubtful_and_set_aside_rows_are_never_written(desk):
    rows, changes = taken(
        desk, plan_intake(desk, people(person("Thạch"), person("Lê Văn Chi", address="chi@@ninhbinh.gov.vn")))
    )
    assert rows == {}
    assert changes.is_empty


def test_a_plan_made_before_another_act_is_refused_and_the_larger_act_with_it(desk):
    plan = plan_intake(desk, people(AN))
    added(desk, "Trần Thị Bình")
    head = desk.journal_head()
    with pytest.raises(RuleBroken, match="xem trước lại"):
        taken(desk, plan)
    assert desk.journal_head() == head
    assert verify(desk) == []
