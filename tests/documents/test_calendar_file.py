"""The calendar file, read back by a calendar library and byte by byte."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from govmail_desk.documents.calendar_file import (
    CalendarEntry,
    Export,
    carried_on,
    made_calendar,
    read_calendar,
    write_calendar,
)

NOW = datetime(2026, 11, 23, 15, 30, tzinfo=timezone(timedelta(hours=7)))
MARK = "0a1b2c3d"
ENTRY = CalendarEntry(
    uid=f"due-12.{MARK}@govmail-desk",
    sequence=2,
    on=date(2026, 11, 27),
    title="Thời hạn giải quyết đề nghị cấp mới: Đề nghị cấp mới 2 hộp thư, số 125",
    details="Điều khoản: Đ6.2\nThứ Hai 23/11/2026: ngày xảy ra sự việc, chưa tính; \\ , ; \"",
)  # fmt: skip
PLAIN = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1).map(str.strip).filter(bool)


def read(content):
    return Calendar.from_ical(content)


def test_an_entry_is_an_all_day_event_on_its_day_and_no_other():
    (event,) = read(made_calendar([ENTRY], made_at=NOW)).walk("VEVENT")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 11, 27), date(2026, 11, 28))
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert (str(event["uid"]), event["sequence"], str(event["transp"])) == (ENTRY.uid, 2, "TRANSPARENT")
    assert (str(event["summary"]), str(event["description"])) == (ENTRY.title, ENTRY.details)


def test_the_moment_it_was_made_stands_in_utc():
    content = made_calendar([ENTRY], made_at=NOW)
    assert b"DTSTAMP:20261123T083000Z" in content
    assert content == made_calendar([ENTRY], made_at=NOW.astimezone(UTC))


@pytest.mark.parametrize(
    ("lead_days", "before"), [(0, timedelta(hours=8)), (1, timedelta(hours=-16)), (7, timedelta(hours=-160))]
)
def test_it_rings_at_eight_in_the_morning_as_many_days_ahead_as_the_rule_is_reminded_of(lead_days, before):
    (alarm,) = read(made_calendar([replace(ENTRY, lead_days=lead_days)], made_at=NOW)).walk("VALARM")
    assert (str(alarm["action"]), alarm.decoded("trigger")) == ("DISPLAY", before)
    assert str(alarm["description"]) == ENTRY.title


def test_the_file_is_utf8_in_short_lines_ended_as_calendars_want_them():
    content = made_calendar([replace(ENTRY, details="Quá hạn trả lời đề nghị cấp hộp thư " * 40)], made_at=NOW)
    *lines, rest = content.split(b"\r\n")
    assert rest == b""
    assert max(map(len, lines)) <= 75
    assert "Thời hạn" in content.decode("utf-8")


def test_the_calendar_says_who_made_it_and_that_it_is_no_invitation():
    found = read(made_calendar([], made_at=NOW))
    assert (str(found["version"]), str(found["method"])) == ("2.0", "PUBLISH")
    assert "GovMail Desk" in str(found["prodid"])
    assert found.walk("VEVENT") == []


def test_a_text_of_several_lines_adds_no_event():
    content = made_calendar([replace(ENTRY, title="Hạn\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:x")], made_at=NOW)
    assert len(read(content).walk("VEVENT")) == 1


@given(title=PLAIN, details=PLAIN)
def test_no_text_becomes_a_line_of_its_own(title, details):
    (event,) = read(made_calendar([replace(ENTRY, title=title, details=details)], made_at=NOW)).walk("VEVENT")
    assert (str(event["summary"]), str(event["description"])) == (title, details)


def following(entries, earlier, *, open_uids, on=date(2026, 11, 23)):
    return list(carried_on(entries, {one.uid: one for one in earlier}, open_uids=open_uids, on=on))


def test_what_is_read_back_is_what_was_exported():
    for entry in (ENTRY, replace(ENTRY, lead_days=7), replace(ENTRY, is_cancelled=True)):
        assert read_calendar(made_calendar([entry], made_at=NOW), mark=MARK) == {entry.uid: entry}


def test_what_stays_the_same_keeps_its_sequence_and_what_changed_rises_above_it():
    before = replace(ENTRY, sequence=9)
    assert following([ENTRY], [before], open_uids={ENTRY.uid}) == [before]
    moved = replace(ENTRY, on=date(2026, 11, 30))
    assert following([moved], [before], open_uids={ENTRY.uid}) == [replace(moved, sequence=10)]
    assert following([replace(moved, sequence=30)], [before], open_uids={ENTRY.uid})[0].sequence == 30


def test_what_is_done_since_is_cancelled_once_and_dropped_when_its_day_is_past():
    (cancelled,) = following([], [ENTRY], open_uids=())
    assert (cancelled.is_cancelled, cancelled.sequence) == (True, ENTRY.sequence + 1)
    assert following([], [cancelled], open_uids=()) == [cancelled]
    assert following([], [cancelled], open_uids=(), on=date(2026, 11, 28)) == []
    (event,) = read(made_calendar([cancelled], made_at=NOW)).walk("VEVENT")
    assert (str(event["status"]), event.walk("VALARM")) == ("CANCELLED", [])


def test_what_is_open_and_only_not_asked_for_now_is_not_cancelled():
    assert following([], [ENTRY], open_uids={ENTRY.uid}) == []


def test_what_was_cancelled_and_is_to_be_done_again_comes_back_above_it():
    cancelled = replace(ENTRY, is_cancelled=True, sequence=3)
    assert following([ENTRY], [cancelled], open_uids={ENTRY.uid}) == [replace(ENTRY, sequence=4)]


@pytest.mark.parametrize(
    "content", [b"", b"BEGIN:VCALENDAR", b"\xff\xfe\x00", b"BEGIN:VEVENT\r\nEND:VCALENDAR\r\n", b"PK\x03\x04"]
)
def test_a_file_that_is_no_calendar_of_ours_is_written_over(tmp_path, content):
    file = tmp_path / "nhắc việc.ics"
    file.write_bytes(content)
    write_calendar(file, Export(entries=(ENTRY,), open_uids=frozenset(), mark=MARK), on=NOW.date(), made_at=NOW)
    assert file.read_bytes() == made_calendar([ENTRY], made_at=NOW)


def test_events_of_another_register_are_left_alone():
    assert read_calendar(made_calendar([ENTRY], made_at=NOW), mark="other") == {}


@given(st.binary(max_size=200))
def test_no_bytes_at_all_stop_the_export(content):
    assert isinstance(read_calendar(b"BEGIN:VCALENDAR\r\n" + content + b"\r\nEND:VCALENDAR\r\n", mark=MARK), dict)
