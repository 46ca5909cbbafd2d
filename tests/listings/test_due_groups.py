"""Lines of Hôm nay that stand for many mailboxes at once, and whose work is looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from govmail_desk.domain.reminder import Due
from govmail_desk.listings import today as listing
from govmail_desk.listings.due_groups import Scope, due_ids_of, members
from govmail_desk.listings.mailboxes import MailboxFilter, ids, mailbox_of
from govmail_desk.operations import custodies, units
from govmail_desk.operations.snoozes import snooze
from tests.desks import NOW, added, founded, own_unit_id
from tests.mailboxes import issued

TODAY = NOW.date()
NAMES = ("Nguyễn Văn Thành", "Trần Thị Lan", "Đỗ Văn Lý")


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


@pytest.fixture
def boxes(desk):
    return [issued(desk, name) for name in NAMES]


def fall_due(desk, *, kind="mailbox", ids, act_by=TODAY, rule="password.rotation.user"):
    with desk.transaction("start_due", "Bắt đầu các hạn") as act:
        return act.transaction.put_all([
            Due(
                rule=rule,
                subject_kind=kind,
                subject_id=one,
                started_on=TODAY - timedelta(days=180),
                due_on=act_by,
                act_by=act_by,
                begun_by="imported",
            )
            for one in ids
        ])


def lines_of(desk, scope=None):
    today = listing.today(desk, scope) if scope else listing.today(desk)
    return [row for row in today.rows if row.rule]


def test_the_counting_of_a_line_names_the_acts_that_began_it(desk, boxes):
    first, *_ = fall_due(desk, ids=boxes, act_by=TODAY + timedelta(days=4))
    (row,) = lines_of(desk)
    started = f"{first.started_on:%d/%m/%Y}"
    assert listing.counting(desk, row).steps[0].endswith(f"{started}: ngày nhập danh sách, chưa tính.")
    with desk.transaction("correct", "Sửa một hạn") as act:
        act.transaction.put(replace(first, begun_by="password-changed"))
    told = listing.counting(desk, row).steps[0]
    assert told.endswith(f"{started}: ngày nhập danh sách hoặc đổi mật khẩu, chưa tính.")


def test_mailboxes_of_one_rule_and_day_stand_in_one_line(desk, boxes):
    kept = fall_due(desk, ids=boxes)
    (row,) = lines_of(desk)
    assert (row.detail, row.count, row.section) == ("3 hộp thư", 3, "today")
    assert due_ids_of(desk, row) == [due.id for due in kept]
    assert [member.subject.partition(" · ")[0] for member in members(desk, row)] == sorted(NAMES)
    assert listing.today(desk).counts["today"] == 3


def test_mailboxes_of_other_days_stand_apart(desk, boxes):
    fall_due(desk, ids=boxes[:2])
    fall_due(desk, ids=boxes[2:], act_by=TODAY - timedelta(days=1))
    assert [(row.section, row.count) for row in lines_of(desk)] == [("overdue", 1), ("today", 2)]


def test_people_and_requests_never_stand_together(desk):
    people = [added(desk, name) for name in NAMES]
    fall_due(desk, kind="person", ids=people, rule="request.limit.unit.close")
    assert [row.count for row in lines_of(desk)] == [1, 1, 1]
    assert [members(desk, row)[0].subject_id for row in lines_of(desk)] == people


def test_one_put_off_leaves_the_line_of_the_others(desk, boxes):
    kept = fall_due(desk, ids=boxes)
    for reason in ("Đi công tác", "Vẫn đi công tác"):
        snooze(desk, due_ids=[kept[1].id], reason=reason, until_on=TODAY + timedelta(days=9))
    by_section = {row.section: (row.count, row.until_on) for row in lines_of(desk)}
    assert by_section == {"today": (2, None), "snoozed": (1, TODAY + timedelta(days=9))}


def test_a_line_stands_for_those_in_sight_only(desk, boxes):
    kept = fall_due(desk, ids=boxes)
    snooze(desk, due_ids=[kept[1].id], reason="Đi công tác")
    (row,) = [row for row in lines_of(desk) if row.section == "today"]
    assert due_ids_of(desk, row) == [kept[0].id, kept[2].id]


def test_a_person_sees_what_they_hold_and_what_they_look_after(desk, boxes):
    fall_due(desk, ids=boxes)
    fall_due(desk, ids=[own_mailbox_id(desk)], act_by=TODAY - timedelta(days=1))
    holder = holder_of(desk, boxes[0])
    (mine,) = lines_of(desk, Scope(person_id=holder))
    assert (mine.subject_id, mine.count) == (boxes[0], 1)
    custodies.appoint(desk, unit_id=own_unit_id(desk), person_id=holder, role="custodian", from_on=TODAY)
    assert [row.subject_id for row in lines_of(desk, Scope(person_id=holder))] == [own_mailbox_id(desk), boxes[0]]


def test_a_unit_sees_its_own_work_and_nothing_of_the_desks(desk, boxes):
    (section,) = units.add_unit(desk, name="Phòng Chuyển đổi số", slug="pcds", parent_id=own_unit_id(desk)).ids["unit"]
    fall_due(desk, ids=boxes)
    assert listing.today(desk, Scope(unit_id=section)).rows == ()
    assert [row.count for row in listing.today(desk, Scope(unit_id=own_unit_id(desk))).rows] == [3]
    assert any(row.section == "setup" for row in listing.today(desk).rows)


def own_mailbox_id(desk):
    return ids(desk, MailboxFilter(kind="unit"))[0]


def holder_of(desk, mailbox_id):
    found = mailbox_of(desk, mailbox_id)
    assert found is not None
    return found.holder_id
