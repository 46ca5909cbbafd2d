"""How much falls due for whom, unit by unit and person by person."""

from __future__ import annotations

from datetime import timedelta

import pytest

from govmail_desk.listings.mailboxes import MailboxFilter, ids, mailbox_of
from govmail_desk.listings.whose_work import by_person, by_unit
from govmail_desk.operations import custodies, units
from govmail_desk.operations.mailboxes import edit_mailbox
from govmail_desk.operations.snoozes import snooze
from tests.desks import NOW, founded, own_unit_id
from tests.listings.test_due_groups import fall_due, holder_of
from tests.mailboxes import issued

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
    assert [(work.id, work.upcoming) for work in by_person(desk)] == [(holder, 1)]


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
