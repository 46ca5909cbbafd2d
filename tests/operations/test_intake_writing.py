"""The rows of a plan written inside a larger act, the way a request takes the people of a list in; telephones of an office among them."""

from __future__ import annotations

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.person import Person
from govmail_desk.domain.unit import Unit
from govmail_desk.operations import journals
from govmail_desk.operations.intakes import plan_intake, take_in, take_rows
from govmail_desk.operations.journals import verify
from govmail_desk.store.transaction import Transaction
from tests.desks import added, founded, own_unit_id
from tests.small_lists import book, people, person, sheet, unit, units

WITH_OFFICE = ("STT", "Họ và tên", "Chức vụ", "Số điện thoại", "ĐT cơ quan", "Địa chỉ thư công vụ")
OF_UNITS = ("STT", "Tên cơ quan, đơn vị", "Điện thoại cơ quan", "Địa chỉ hộp thư")
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


def planned(desk, *lines, headings=WITH_OFFICE):
    return plan_intake(desk, book(sheet(headings, *lines)))


def line(office, private="0912000101"):
    return ("1", "Nguyễn Văn An", "Chuyên viên", private, office, "annv.stttt@ninhbinh.gov.vn")


def kept(desk, kind, **equals):
    with desk.reading() as connection:
        return Transaction(connection).find(kind, **equals)


def test_it_comes_in_beside_the_private_one_and_the_same_list_changes_nothing(desk):
    take_in(desk, planned(desk, line("0229 3871 101")))
    (an,) = kept(desk, Person, full_name="Nguyễn Văn An")
    assert (an.phone, an.office_phone) == ("0912000101", "0229 3871 101")
    assert [row.outcome for row in planned(desk, line("0229 3871 101")).rows if row.full_name] == ["same"]
    (changed,) = [row for row in planned(desk, line("0229 3871 102")).rows if row.full_name]
    assert [tuple(one) for one in changed.differences] == [("Điện thoại cơ quan", "0229 3871 101", "0229 3871 102")]
    assert [row.outcome for row in planned(desk, line("")).rows if row.full_name] == ["same"]


def test_a_mobile_number_there_is_asked_about_and_not_taken(desk):
    (row,) = [row for row in planned(desk, line("0987654321")).rows if row.full_name]
    assert row.outcome == "doubtful"
    assert "số di động" in row.reasons[0]
    assert "0987654321" not in " ".join(row.kept_reasons)


def test_a_column_for_both_is_the_private_one(desk):
    headings = ("STT", "Họ và tên", "Chức vụ", "Điện thoại cơ quan, di động", "Địa chỉ thư công vụ")
    cells = ("1", "Nguyễn Văn An", "Chuyên viên", "0912000101", "annv.stttt@ninhbinh.gov.vn")
    take_in(desk, planned(desk, cells, headings=headings))
    (an,) = kept(desk, Person, full_name="Nguyễn Văn An")
    assert (an.phone, an.office_phone) == ("0912000101", "")


def test_a_units_own_row_tells_the_units_telephone_and_is_taken_back(desk):
    cells = ("1", "Văn phòng Sở", "2293871002", "vp.stttt@ninhbinh.gov.vn")
    changes = take_in(desk, planned(desk, cells, headings=OF_UNITS))
    assert [one.office_phone for one in kept(desk, Unit) if not one.is_own] == ["02293871002"]
    changed = ("1", "Văn phòng Sở", "0229 3871 009", "vp.stttt@ninhbinh.gov.vn")
    later = take_in(desk, planned(desk, changed, headings=OF_UNITS))
    assert [one.office_phone for one in kept(desk, Unit) if not one.is_own] == ["0229 3871 009"]
    journals.take_back(desk, journals.plan_take_back(desk, seq=later.seq))
    assert [one.office_phone for one in kept(desk, Unit) if not one.is_own] == ["02293871002"]
    journals.take_back(desk, journals.plan_take_back(desk, seq=changes.seq))
    assert [one for one in kept(desk, Unit) if not one.is_own] == []
