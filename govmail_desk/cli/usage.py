"""`usage`: take the operator's figures of use in, or with --dry-run look what would become of each row."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from govmail_desk.cli.opening import open_desk
from govmail_desk.cli.output import print_json, print_lines
from govmail_desk.documents import spreadsheet
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.operations.usage import plan_usage, take_in_usage
from govmail_desk.operations.usage_plan import USAGE_OUTCOMES
from govmail_desk.wording import USAGE_OUTCOMES as SAYINGS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from govmail_desk.operations.usage_plan import UsagePlan, UsageRow


def usage(chosen: argparse.Namespace) -> int:
    """Take the file in; one of which nothing can be taken is refused, rows in doubt are told and never written."""
    with open_desk(chosen) as desk:
        plan = plan_usage(desk, spreadsheet.read(chosen.file), as_of_on=chosen.on, sheet=chosen.sheet)
        for warning in plan.warnings:
            print(warning, file=sys.stderr)
        if plan.refusal:
            raise RuleBroken(plan.refusal)
        if not chosen.dry_run:
            take_in_usage(desk, plan)
    if chosen.json:
        print_json(_document(plan))
    else:
        print_lines(_lines(plan, is_dry_run=chosen.dry_run))
    return 0


def _document(plan: UsagePlan) -> dict[str, object]:
    counts: dict[str, object] = {str(outcome): plan.counts[outcome] for outcome in USAGE_OUTCOMES}
    rows = [_row(row) for row in plan.rows]
    return {
        "on": plan.as_of_on.isoformat(),
        **counts,
        "newer": plan.newer_count,
        "missing": plan.missing_count,
        "rows": rows,
    }


def _row(row: UsageRow) -> dict[str, object]:
    on = row.facts.last_used_on
    return {
        "row": row.row,
        "outcome": row.outcome,
        "address": row.address,
        "last_used": on.isoformat() if on else None,
        "activated": row.facts.is_activated,
        "reasons": list(row.reasons),
    }


def _lines(plan: UsagePlan, *, is_dry_run: bool) -> Iterator[str]:
    counted = " · ".join(f"{SAYINGS[outcome]} {plan.counts[outcome]}" for outcome in USAGE_OUTCOMES)
    done = "Xem trước" if is_dry_run else "Đã nhập"
    yield f"{done} số liệu «{plan.file_name}» ngày {plan.as_of_on:%d/%m/%Y}: {counted} · Lần dùng mới {plan.newer_count}"
    for row in plan.rows_of("new", "doubtful"):
        said = " ".join(row.reasons)
        yield f"  dòng {row.row}: {SAYINGS[row.outcome]}, {row.address}" + (f" ({said})" if said else "")
