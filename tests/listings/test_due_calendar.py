"""Due rows as events: one a line of Hôm nay however many mailboxes, named for good, higher with every act, cancelled once done."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from icalendar import Calendar

from govmail_desk.documents.calendar_file import write_calendar
from govmail_desk.domain.reminder import LeadTime
from govmail_desk.listings import dues
from govmail_desk.listings.due_calendar import calendar_export
from govmail_desk.operations import journals
from govmail_desk.operations.mailbox_acts import record_act
from tests.desks import NOW, founded
from tests.mailboxes import issued
from tests.password_dues import BEGUN_ON, due_for

TODAY = NOW.date()
NAMES = ("Nguyễn Văn Thành", "Trần Thị Lan", "Đỗ Văn Lý")
ROTATION = "Đổi mật khẩu định kỳ"


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


@pytest.fixture
def file(tmp_path):
    return tmp_path / "nhắc việc.ics"


@pytest.fixture
def boxes(desk):
    made = [issued(desk, name) for name in NAMES]
    due_for(desk, *made)
    return made


def exported(desk, file, *, until=None):
    """Export what is open, and return the events of password changes begun together."""
    export = calendar_export(desk, dues.every(desk, until=until), on=TODAY)
    write_calendar(file, export, on=TODAY, made_at=desk.clock())
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    return [event for event in events if f"-{BEGUN_ON.isoformat()}" in str(event["uid"])]


def test_mailboxes_that_share_a_line_are_one_event_that_names_them(desk, boxes, file):
    (event,) = exported(desk, file)
    assert str(event["summary"]) == f"{ROTATION}: 3 hộp thư"
    assert event.decoded("dtstart") == TODAY
    details = str(event["description"])
    assert all(name in details for name in NAMES)
    assert "Đ11.2" in details


def test_who_is_done_leaves_the_event_and_the_event_stays_the_same_one(desk, boxes, file):
    (before,) = exported(desk, file)
    record_act(desk, mailbox_ids=boxes[:1], kind="password-changed", on=TODAY)
    (after,) = exported(desk, file)
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]
    assert "2 hộp thư" in str(after["summary"])
    record_act(desk, mailbox_ids=boxes[1:2], kind="password-changed", on=TODAY)
    (last,) = exported(desk, file)
    assert (last["uid"], str(last["summary"])) == (before["uid"], f"{ROTATION}: Đỗ Văn Lý · dovanly@ninhbinh.gov.vn")


def test_even_without_the_earlier_file_every_act_raises_the_sequence(desk, boxes, tmp_path):
    numbers = []
    for place in range(3):
        (event,) = exported(desk, tmp_path / f"{place}.ics")
        numbers.append(event["sequence"])
        if place == 0:
            record_act(desk, mailbox_ids=boxes[:1], kind="password-changed", on=TODAY)
        else:
            journals.take_back(desk, journals.plan_take_back(desk))
    assert numbers == sorted(set(numbers))


def test_exported_again_unchanged_it_is_the_same(desk, boxes, file):
    (before,), (after,) = exported(desk, file), exported(desk, file)
    assert (after["uid"], after["sequence"]) == (before["uid"], before["sequence"])


def test_done_by_all_it_is_cancelled_where_it_was_exported(desk, boxes, file, tmp_path):
    (before,) = exported(desk, file)
    record_act(desk, mailbox_ids=boxes, kind="password-changed", on=TODAY)
    (after,) = exported(desk, file)
    assert (after["uid"], str(after["status"])) == (before["uid"], "CANCELLED")
    assert after["sequence"] > before["sequence"]
    assert exported(desk, tmp_path / "another.ics") == []


def test_what_is_further_off_than_asked_for_is_not_cancelled(desk, boxes, file):
    exported(desk, file)
    assert exported(desk, file, until=TODAY - timedelta(days=1)) == []


def test_it_rings_by_the_lead_time_of_its_rule(desk, boxes, file):
    with desk.transaction("lead", "Đặt số ngày nhắc trước") as act:
        act.transaction.put(LeadTime(rule="password.rotation.user", day_count=10, from_on=date(2026, 1, 1)))
    (event,) = exported(desk, file)
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(days=-10, hours=8)


def test_lines_of_one_rule_and_beginning_with_other_days_are_events_apart(desk, boxes, file):
    due_for(desk, issued(desk, "Ân Văn Tú"), due_on=TODAY + timedelta(days=3))
    events = exported(desk, file)
    assert len({str(event["uid"]) for event in events}) == len(events) == 2
