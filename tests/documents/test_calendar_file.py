"""The calendar file, read back by a calendar library and byte by byte."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from govmail_desk.documents.calendar_file import CalendarEntry, made_calendar

NOW = datetime(2026, 11, 23, 15, 30, tzinfo=timezone(timedelta(hours=7)))
ENTRY = CalendarEntry(
    uid="due-12.0a1b2c3d@govmail-desk",
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


def test_it_rings_at_eight_on_the_morning_before():
    (alarm,) = read(made_calendar([ENTRY], made_at=NOW)).walk("VALARM")
    assert (str(alarm["action"]), alarm.decoded("trigger")) == ("DISPLAY", timedelta(hours=-16))
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
