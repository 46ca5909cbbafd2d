"""`working-days`: count a limit and show the working."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from govmail_desk.cli.opening import open_desk, register_path
from govmail_desk.cli.output import print_json, print_lines
from govmail_desk.desk import shipped_calendar
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.provision import Period
from govmail_desk.domain.working_days import count

if TYPE_CHECKING:
    from govmail_desk.domain.office_calendar import Calendar


def working_days(chosen: argparse.Namespace) -> int:
    """Count a limit of an answer or a request: it starts the day after and a last day off moves on."""
    counting = count(chosen.start, _period(chosen), _calendar(chosen), when_off="moves")
    if chosen.json:
        print_json(counting.as_json())
    else:
        print_lines(counting.steps)
    for warning in counting.warnings:
        print(warning, file=sys.stderr)
    return 0


def _period(chosen: argparse.Namespace) -> Period:
    if chosen.days < 1:
        raise RuleBroken("Số ngày phải từ 1 trở lên. Hãy sửa giá trị của --days.")
    try:
        return Period(chosen.days, chosen.unit)
    except ValueError as fault:
        raise RuleBroken(f"Không đếm được thời hạn này: {fault}. Hãy sửa giá trị của --days.") from fault


def _calendar(chosen: argparse.Namespace) -> Calendar:
    """Take the calendar as the unit corrected it, where there is a register, else as it ships."""
    if chosen.register is None and not register_path(chosen).is_file():
        return shipped_calendar()
    with open_desk(chosen) as desk:
        return desk.calendar()
