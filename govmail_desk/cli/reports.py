"""`report`: the report on a period drafted, or brought up to date, its papers made and copied into a folder.

Sending it, with its number, is done where the clerk sees it: on the page Báo cáo.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from govmail_desk.cli.opening import open_desk
from govmail_desk.cli.output import print_columns, print_json, print_lines
from govmail_desk.domain.report_figures import COUNTED, ChangeLine
from govmail_desk.listings.reports import pane
from govmail_desk.listings.usage_figures import usage_figures
from govmail_desk.operations.copies import made_folder
from govmail_desk.operations.report_copies import save_report_papers
from govmail_desk.operations.report_papers import make_papers
from govmail_desk.operations.report_plan import plan_report
from govmail_desk.operations.reports import draft_report, edit_report, has_current_papers
from govmail_desk.wording import MAILBOX_KINDS, REPORT_STATES

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.listings.reports import ReportPane
    from govmail_desk.operations.report_plan import ReportPlan


def report(chosen: argparse.Namespace) -> int:
    """Draft the report, make its papers, copy them out, and say its figures."""
    with open_desk(chosen) as desk:
        plan = plan_report(
            desk, period=chosen.period, cut_off_on=chosen.as_of, scope="merged" if chosen.merged else "unit"
        )
        folder = made_folder(chosen.out)  # refused before anything is written
        report_id = _drafted(desk, plan)
        told = [*plan.remarks, *_usage_filled_in(desk, report_id)]
        if not has_current_papers(desk, report_id=report_id):
            make_papers(desk, report_id=report_id)
        files = save_report_papers(desk, report_id=report_id, folder=folder)
        shown = pane(desk, report_id)
    assert shown is not None, "drafted just now"
    if chosen.json:
        print_json(document(shown, files=files))
    else:
        _tell(shown, files)
    for sentence in told:
        print(sentence, file=sys.stderr)
    return 0


def document(shown: ReportPane, *, files: Sequence[Path]) -> dict[str, object]:
    """Give a report as JSON: `cite` and `due_on` are null where the regulation states none; figures nobody knows are left out."""
    figures = shown.figures
    staff: dict[str, object] = {
        "people_count": figures.people_count,
        "people_with_mailbox_count": figures.people_with_mailbox_count,
    }
    due_on = shown.row.due_on
    return {
        "id": shown.row.id,
        "period": str(shown.row.period),
        "opening_on": shown.row.opening_on.isoformat(),
        "cut_off_on": shown.row.cut_off_on.isoformat(),
        "due_on": due_on.isoformat() if due_on else None,
        "cite": shown.cite,
        "state": shown.row.state,
        "files": [str(path) for path in files],
        "lines": [_line(line) for line in figures.lines],
        "total": _counts(figures.total()),
        "usage": shown.report.usage,
        "offices_not_sent": [office.name for office in figures.silent],
        **{name: count for name, count in staff.items() if count is not None},
    }


def _drafted(desk: Desk, plan: ReportPlan) -> int:
    """Write the draft and return its number; one that says the same already stays as it is."""
    changes = draft_report(desk, plan)
    return plan.report.id or next(iter(changes.ids["report"]))


def _usage_filled_in(desk: Desk, report_id: int) -> Iterator[str]:
    """Fill the figures of use that the operator's exports tell into a draft of the own unit's that has none; those a clerk typed stay."""
    shown = pane(desk, report_id)
    assert shown is not None, "drafted just now"
    draft = shown.report
    found = usage_figures(desk, opening_on=draft.opening_on, cut_off_on=draft.cut_off_on)
    if draft.scope == "merged" or set(found) <= {"staff_count"}:
        return
    if draft.usage:
        if any(draft.usage.get(key) != count for key, count in found.items()):
            yield "Số liệu sử dụng trong báo cáo khác với bảng đã nhập. Hãy xem lại báo cáo ở trang Báo cáo trước khi gửi."
        return
    edit_report(
        desk,
        seen=draft,
        usage=found,
        remarks=draft.remarks,
        asked_by=draft.asked_by,
        asked_on=draft.asked_on,
        due_on=draft.due_on,
    )
    yield "Đã lấy số liệu sử dụng từ bảng của nơi vận hành đã nhập cho những ngày này."


def _line(line: ChangeLine) -> dict[str, object]:
    return {"unit": line.unit, "depth": line.depth, "kind": line.kind, **_counts(line)}


def _counts(line: ChangeLine) -> dict[str, int]:
    return {name: getattr(line, name) for name in COUNTED}


def _tell(shown: ReportPane, files: Sequence[Path]) -> None:
    row = shown.row
    due = f"; hạn gửi {row.due_on:%d/%m/%Y}" if row.due_on else ""
    print_lines([
        f"Báo cáo {row.period.words} (mã {row.id}, {REPORT_STATES[row.state].lower()}): "
        f"từ sau ngày {row.opening_on:%d/%m/%Y} đến hết ngày {row.cut_off_on:%d/%m/%Y}{due}."
    ])
    heading = ("Đơn vị", "Hộp thư", "Đầu kỳ", "Tăng", "Giảm", "Cuối kỳ")
    lines = [("  " * line.depth + line.unit, MAILBOX_KINDS[line.kind], *_balance(line)) for line in shown.figures.lines]
    print_columns([heading, *lines, ("Tổng cộng", "", *_balance(shown.figures.total()))])
    print_lines(f"Tệp: {path}" for path in files)


def _balance(line: ChangeLine) -> tuple[str, str, str, str]:
    return str(line.opening), f"+{line.came_in}", f"-{line.went_out}", str(line.closing)
