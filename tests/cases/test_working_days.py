"""Runs the dated situations of `working_days.toml`, worked out by hand by a reader of the calendar."""

import re
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from govmail_desk.domain.office_calendar import Calendar
from govmail_desk.domain.provision import Period
from govmail_desk.domain.working_days import Counting, before, count, fixed, past
from govmail_desk.regulations.holidays import load_calendar

HERE = Path(__file__).parent
CASES = tomllib.loads((HERE / "working_days.toml").read_text(encoding="utf-8"))["case"]
KEYS = {"situation", "event", "limit", "when_off", "due_on", "act_by", "lapsed_on", "skipped", "uncertain", "reason"}
UNITS = {"ngày": "day", "ngày làm việc": "working-day", "tháng": "month"}


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return load_calendar(HERE.parents[1] / "resources" / "holidays")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["situation"])
def test_the_situation_ends_as_worked_out_by_hand(case: dict[str, Any], calendar: Calendar) -> None:
    run = counted(case, calendar)

    assert run.due_on == case["due_on"], case["reason"]
    assert run.act_by == case.get("act_by", case["due_on"]), case["reason"]
    assert bool(run.warnings) is case.get("uncertain", False), run.warnings
    assert run.lapsed_on == case.get("lapsed_on", run.due_on + timedelta(days=1)), case["reason"]
    if "skipped" in case:
        assert [day.date for day in run.skipped] == case["skipped"]


def test_every_situation_uses_known_keys_and_gives_its_reason() -> None:
    assert all(set(case) <= KEYS and case["reason"] for case in CASES)
    assert len({case["situation"] for case in CASES}) == len(CASES)


def counted(case: dict[str, Any], calendar: Calendar) -> Counting:
    limit = case["limit"]
    if named := re.fullmatch(r"(trước )?ngày (\d+)/(\d+)/(\d+)", limit):
        day = date(int(named[4]), int(named[3]), int(named[2]))
        return before(day, calendar) if named[1] else fixed(day, calendar)
    if run_out := re.fullmatch(r"quá (\d+) tháng", limit):
        return past(case["event"], int(run_out[1]), calendar)
    length, unit = limit.split(" ", 1)
    return count(case["event"], Period(int(length), UNITS[unit]), calendar, when_off=case["when_off"])
