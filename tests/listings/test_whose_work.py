"""How much falls due for whom, unit by unit and person by person."""

from __future__ import annotations

from datetime import timedelta

import pytest

from govmail_desk.listings.due_groups import Scope
from govmail_desk.listings.mailboxes import MailboxFilter, ids, mailbox_of
from govmail_desk.listings.today import today
from govmail_desk.listings.whose_work import by_person, by_unit
from govmail_desk.operations import custodies, units
from govmail_desk.operations.mailboxes import add_mailbox, edit_mailbox
from govmail_desk.operations.requests import draft_request, plan_about
from govmail_desk.operations.snoozes import snooze
from tests.desks import NOW, founded, own_unit_id
from tests.handovers import clerk, opened, own_mailbox
from tests.listings.test_due_groups import fall_due, holder_of
from tests.mailboxes import ISSUED_ON, issued

TODAY = NOW.date()


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


def test_nothing_due_is_nobodys(desk):
    assert by_unit(desk) == by_person(desk) == []


def test_each_holder_has_their_own_line(desk):
    thanh, lan = issued(desk, "Nguyễn Văn Thành"), issued(desk, "Trần Thị Lan")
    fall_due(desk, ids=[thanh, lan])
    fall_due(desk, ids=[lan], act_by=TODAY - timedelta(days=3))
    assert [(work.name, work.overdue, work.today) for work in by_person(desk)] == [
        ("Nguyễn Văn Thành", 0, 1),
        ("Trần Thị Lan", 1, 1),
    ]
    (own,) = by_unit(desk)
    assert (own.id, own.overdue, own.today, own.upcoming) == (own_unit_id(desk), 1, 2, 0)


def test_who_looks_after_the_units_mailbox_sees_it_once(desk):
    lan = issued(desk, "Trần Thị Lan")
    holder = holder_of(desk, lan)
    for role in ("head", "custodian"):
        custodies.appoint(desk, unit_id=own_unit_id(desk), person_id=holder, role=role, from_on=TODAY)
    fall_due(desk, ids=ids(desk, MailboxFilter(kind="unit")), act_by=TODAY + timedelta(days=2))
    assert [(work.id, work.upcoming) for work in by_person(desk) if work.upcoming] == [(holder, 1)]


def test_who_looks_after_one_mailbox_has_the_work_of_that_one(desk):
    lan = holder_of(desk, issued(desk, "Trần Thị Lan"))
    theirs, another = own_mailbox(desk).id, added_to_own_unit(desk, "duongdaynong@ninhbinh.gov.vn")
    custodies.appoint(
        desk, unit_id=own_unit_id(desk), person_id=lan, role="custodian", from_on=TODAY, mailbox_id=theirs
    )
    fall_due(desk, ids=[theirs])
    fall_due(desk, ids=[another], act_by=TODAY - timedelta(days=1))
    assert [(work.overdue, work.today) for work in by_person(desk) if work.id == lan] == [(0, 1)]
    assert subjects_of(desk, Scope(person_id=lan)) == [theirs]


def test_what_the_unit_owes_is_the_work_of_who_has_charge_of_it(desk):
    lan = clerk(desk, "Trần Thị Lan")
    fall_due(desk, kind="unit", ids=[own_unit_id(desk)], rule="report.unit")
    assert [work.today for work in by_person(desk) if work.id == lan] == [1]
    assert subjects_of(desk, Scope(person_id=lan)) == [own_unit_id(desk)]


def test_a_request_is_the_work_of_the_unit_it_asks_for(desk):
    request_id = drafted_for(desk, issued(desk, "Trần Thị Lan"))
    fall_due(desk, kind="request", ids=[request_id], rule="request.limit.operator.close")
    (own,) = by_unit(desk)
    assert (own.today, subjects_of(desk, Scope(unit_id=own.id))) == (1, [request_id])


def test_a_handover_is_the_work_of_its_unit_and_of_both_sides(desk):
    giver = clerk(desk, "Trần Thị Lan")
    handover = opened(desk, "Phạm Đức Đạt", on=TODAY)
    (own,) = by_unit(desk)
    sides = {giver, handover.receiver_id}
    assert (own.id, own.today) == (own_unit_id(desk), 1)
    assert {(work.id, work.today) for work in by_person(desk)} == {(side, 1) for side in sides}
    for scope in (Scope(unit_id=own.id), *(Scope(person_id=side) for side in sides)):
        assert subjects_of(desk, scope) == [handover.id]


def test_units_stand_apart_and_what_was_put_off_is_not_counted(desk):
    thanh, lan = issued(desk, "Nguyễn Văn Thành"), issued(desk, "Trần Thị Lan")
    (section,) = units.add_unit(desk, name="Phòng Chuyển đổi số", slug="pcds", parent_id=own_unit_id(desk)).ids["unit"]
    box = mailbox_of(desk, lan)
    edit_mailbox(desk, mailbox=box, note="", unit_id=section, holder_id=box.holder_id)
    first, _ = fall_due(desk, ids=[thanh, lan])
    assert sorted((work.name, work.today) for work in by_unit(desk)) == [
        ("Phòng Chuyển đổi số", 1),
        ("Sở Thông tin và Truyền thông", 1),
    ]
    snooze(desk, due_ids=[first.id], reason="Đi công tác")
    assert [work.name for work in by_unit(desk)] == ["Phòng Chuyển đổi số"]


def added_to_own_unit(desk, address):
    changes = add_mailbox(desk, address=address, kind="unit", unit_id=own_unit_id(desk), since=ISSUED_ON)
    (mailbox_id,) = changes.ids["mailbox"]
    return mailbox_id


def drafted_for(desk, mailbox_id):
    plan = plan_about(desk, kind="close", mailbox_ids=[mailbox_id], on=TODAY)
    (request_id,) = draft_request(desk, plan).ids["request"]
    return request_id


def subjects_of(desk, scope):
    return [row.subject_id for row in today(desk, scope).rows if row.rule]
