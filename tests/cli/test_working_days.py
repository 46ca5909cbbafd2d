"""`working-days`: the answer with its working, the same in words and as JSON, by the calendar of the unit."""

from __future__ import annotations

from datetime import date

import pytest

from tests.commands import told
from tests.desks import founded, say_of_day


def counted(capsys, *words):
    return told(capsys, "working-days", *words)


def test_five_working_days_over_a_weekend_are_told_with_every_day(capsys):
    answer = counted(capsys, "--from", "2026-03-05", "--days", "5", "--json")
    assert (answer.code, answer.err) == (0, "")
    assert answer.document == {
        "due_on": "2026-03-12",
        "counted": ["2026-03-06", "2026-03-09", "2026-03-10", "2026-03-11", "2026-03-12"],
        "skipped": [
            {"date": "2026-03-07", "why": "thứ Bảy, nghỉ hằng tuần"},
            {"date": "2026-03-08", "why": "Chủ nhật, nghỉ hằng tuần"},
        ],
    }


def test_a_last_day_off_moves_on_for_days_and_for_months(capsys):
    days = counted(capsys, "--from", "2026-03-05", "--days", "2", "--unit", "day", "--json").document
    months = counted(capsys, "--from", "2026-02-07", "--days", "1", "--unit", "month", "--json").document
    assert (days["due_on"], months["due_on"]) == ("2026-03-09", "2026-03-09")
    assert [day["date"] for day in days["skipped"]] == ["2026-03-07", "2026-03-08"]


def test_in_words_each_step_is_a_line(capsys):
    answer = counted(capsys, "--from", "2026-03-05", "--days", "2")
    assert answer.out.splitlines() == [
        "Thứ Năm 05/03/2026: ngày xảy ra sự việc, chưa tính.",
        "Thứ Sáu 06/03/2026: ngày làm việc thứ 1.",
        "Thứ Bảy 07/03/2026: không tính (thứ Bảy, nghỉ hằng tuần).",
        "Chủ nhật 08/03/2026: không tính (Chủ nhật, nghỉ hằng tuần).",
        "Thứ Hai 09/03/2026: ngày làm việc thứ 2.",
        "Thời hạn kết thúc khi hết ngày thứ Hai 09/03/2026.",
    ]


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_year_without_its_notice_is_warned_of_on_stderr(capsys, form):
    answer = counted(capsys, "--from", "2027-03-01", "--days", "5", *form)
    assert answer.code == 0
    assert "2027" in answer.err
    assert answer.err.strip() not in answer.out


@pytest.mark.parametrize("days", ["0", "-3", "99999999"])
def test_a_length_that_is_none_is_refused(capsys, days):
    answer = counted(capsys, "--from", "2026-11-19", "--days", days)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.endswith("Hãy sửa giá trị của --days.\n")


def test_a_limit_past_the_end_of_the_calendar_is_refused(capsys):
    answer = counted(capsys, "--from", "9999-12-30", "--days", "30")
    assert (answer.code, "9999" in answer.err) == (1, True)


def test_the_units_own_correction_of_the_calendar_is_counted_with(capsys, tmp_path):
    with founded(tmp_path) as desk:
        say_of_day(desk, date(2026, 11, 20), is_off=True, why="Nghỉ theo thông báo của tỉnh")
    words = ("--from", "2026-11-19", "--days", "1", "--json")
    assert counted(capsys, *words).document["due_on"] == "2026-11-20"
    answer = counted(capsys, *words, "--register", tmp_path / "so.govmail")
    assert answer.document["due_on"] == "2026-11-23"
    assert "Nghỉ theo thông báo của tỉnh" in answer.document["skipped"][0]["why"]


def test_a_named_register_that_is_not_there_is_told_of(capsys, tmp_path):
    answer = counted(capsys, "--from", "2026-11-19", "--days", "1", "--register", tmp_path / "không có.govmail")
    assert (answer.code, answer.out) == (1, "")
    assert "Chưa có sổ “không có.govmail”" in answer.err
