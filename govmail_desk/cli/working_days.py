"""`working-days`: count a limit and show the working."""

from __future__ import annotations

import argparse

from govmail_desk.cli.output import print_json, print_lines
from govmail_desk.desk import shipped_calendar
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.provision import Period
from govmail_desk.domain.working_days import count


def working_days(chosen: argparse.Namespace) -> int:
    """Count a limit of an answer or a request: it starts the day after and a last day off moves on."""
    if chosen.days < 1:
        raise RuleBroken("Số ngày phải từ 1 trở lên. Hãy sửa giá trị của --days.")
    try:
        period = Period(chosen.days, chosen.unit)
    except ValueError as fault:
        raise RuleBroken(f"Không đếm được thời hạn này: {fault}.") from fault
    counting = count(chosen.start, period, shipped_calendar(), when_off="moves")
    if chosen.json:
        print_json(counting.as_json())
    else:
        print_lines((*counting.steps, *counting.warnings))
    return 0
