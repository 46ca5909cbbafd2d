"""`import`: take the unit's own list into the register, or with --dry-run look what would become of each row."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from govmail_desk.cli.opening import open_desk
from govmail_desk.cli.output import print_json, print_lines
from govmail_desk.documents import spreadsheet
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.operations.intake_plan import OUTCOMES, IntakePlan, IntakeRow
from govmail_desk.operations.intakes import plan_intake
from govmail_desk.operations.intakes import take_in as take_in_plan
from govmail_desk.wording import OUTCOMES as SAYINGS


def take_in(chosen: argparse.Namespace) -> int:
    """Take the file in; a file of which nothing can be taken is refused, rows in doubt are told and never written."""
    with open_desk(chosen) as desk:
        plan = plan_intake(desk, spreadsheet.read(chosen.file), sheet=chosen.sheet)
        for warning in plan.warnings:
            if warning != plan.refusal:
                print(warning, file=sys.stderr)
        if plan.refusal:
            raise RuleBroken(plan.refusal)
        if not chosen.dry_run:
            take_in_plan(desk, plan)
    if chosen.json:
        print_json(_document(plan))
    else:
        print_lines(_lines(plan, is_dry_run=chosen.dry_run))
    return 0


def _document(plan: IntakePlan) -> dict[str, object]:
    counts: dict[str, object] = {outcome: plan.counts[outcome] for outcome in OUTCOMES}
    rows = [
        {"sheet": row.sheet, "row": row.row, "outcome": row.outcome, "reasons": list(row.reasons)} for row in plan.rows
    ]
    return {**counts, "rows": rows}


def _lines(plan: IntakePlan, *, is_dry_run: bool) -> Iterator[str]:
    counted = " · ".join(f"{SAYINGS[outcome]} {plan.counts[outcome]}" for outcome in OUTCOMES)
    yield f"{'Xem trước' if is_dry_run else 'Đã nhập'} «{plan.file_name}»: {counted}"
    yield from map(_line, plan.rows_of("new", "changed", "doubtful"))
    yield from (_line(row) for row in plan.rows_of("set_aside") if row.full_name or row.address)


def _line(row: IntakeRow) -> str:
    changes = [f"{label}: {before or '(trống)'} → {after}" for label, before, after in row.differences]
    said = "; ".join([*changes, *row.reasons])
    named = " ".join(filter(None, (row.full_name, row.address)))
    return f"  {row.sheet} dòng {row.row}: {SAYINGS[row.outcome]}, {named}" + (f" ({said})" if said else "")
