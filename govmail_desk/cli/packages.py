"""`package export|take|late`: the unit's package out, other units' packages in, and who has not sent one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from govmail_desk.cli.opening import open_desk
from govmail_desk.cli.output import print_json, print_lines
from govmail_desk.documents.desk_package import ENDING
from govmail_desk.listings.offices import late
from govmail_desk.operations.package_export import export_package
from govmail_desk.operations.packages import plan_packages, take_in_packages
from govmail_desk.wording import FILE_FATES, ROW_FATES, SOURCES

if TYPE_CHECKING:
    from govmail_desk.listings.offices import Asked, OfficeRow
    from govmail_desk.operations.package_export import ExportedPackage
    from govmail_desk.operations.package_plan import PackagesPlan, PlannedFile

_REFUSED = 1


def package(chosen: argparse.Namespace) -> int:
    """Do one of the acts on packages."""
    return {"export": _export, "take": _take, "late": _late}[chosen.act](chosen)


def _export(chosen: argparse.Namespace) -> int:
    out = chosen.out
    if not out.is_dir() and not out.suffix:
        out = out.with_name(f"{out.name}{ENDING}")
    with open_desk(chosen) as desk:
        made = export_package(desk, out=out, period=chosen.period or "", as_of_on=chosen.as_of)
    if chosen.json:
        print_json(_exported(made))
    else:
        print_lines([
            f"Đã xuất {made.mailbox_count} hộp thư, chốt đến ngày {made.as_of_on:%d/%m/%Y}: {made.path}",
            f"Thư nháp kèm gói: {made.draft}",
            f"Dấu của gói: {made.mark}",
        ])
    return 0


def _exported(made: ExportedPackage) -> dict[str, object]:
    return {
        "files": [str(made.path), str(made.draft)],
        "mark": made.mark,
        "mailboxes": made.mailbox_count,
        "as_of": made.as_of_on.isoformat(),
    }


def _take(chosen: argparse.Namespace) -> int:
    """Take in what can be taken; what cannot is told on stderr, and makes the exit code 1 though the others are taken."""
    with open_desk(chosen) as desk:
        plan = plan_packages(desk, chosen.files)
        refused = [one for one in plan.files if one.fate == "refused"]
        if len(refused) < len(plan.files) and not chosen.dry_run:
            take_in_packages(desk, plan)
    for one in refused:
        print(one.reason, file=sys.stderr)
    if chosen.json:
        print_json(_taken(plan))
    else:
        print_lines(_lines(plan, is_dry_run=chosen.dry_run))
    return _REFUSED if refused else 0


def _taken(plan: PackagesPlan) -> dict[str, object]:
    return {**plan.counts, "files": [_file(one) for one in plan.files]}


def _file(one: PlannedFile) -> dict[str, object]:
    manifest = one.package.contents.manifest if one.package else None
    return {
        "file": one.name,
        "outcome": one.fate,
        "reason": one.reason,
        "remarks": list(one.remarks),
        "unit": one.office.name if one.office else None,
        "is_new_unit": one.is_new_office,
        "mark": one.package.mark if one.package else None,
        "period": manifest.period if manifest else None,
        "as_of": manifest.as_of_on.isoformat() if manifest else None,
        **one.counts,
        "rows": [{"address": row.address, "outcome": row.fate, "conflict": row.conflict} for row in one.rows],
    }


def _lines(plan: PackagesPlan, *, is_dry_run: bool) -> Iterator[str]:
    yield f"{'Xem trước' if is_dry_run else 'Đã nhận'}: {len(plan.taken)} trong {len(plan.files)} gói"
    for one in plan.files:
        if one.package is None or one.office is None:
            yield f"{one.name}: {FILE_FATES[one.fate]}"
            continue
        counted = ", ".join(f"{words.lower()} {one.counts[fate]}" for fate, words in ROW_FATES.items())
        added = " (đơn vị mới)" if one.is_new_office else ""
        told = counted if one.fate == "taken" else FILE_FATES[one.fate]
        yield f"{one.office.name}{added}, dấu {one.package.mark}: {told}"
        yield from (f"    {remark}" for remark in one.remarks)
        yield from (f"    {row.conflict}" for row in one.rows if row.conflict)


def _late(chosen: argparse.Namespace) -> int:
    with open_desk(chosen) as desk:
        asked, rows = late(desk, period=chosen.period or "")
    if chosen.json:
        print_json({
            "period": str(asked.period),
            "due_on": asked.due_on.isoformat() if asked.due_on else None,
            "cite": asked.rule.cite if asked.rule else None,
            "late": [_late_document(row) for row in rows],
        })
    else:
        print_lines(_late_lines(asked, rows))
    return 0


def _late_document(row: OfficeRow) -> dict[str, object]:
    return {
        "unit": row.name,
        "address": row.address,
        "due_on": row.due_on.isoformat() if row.due_on else None,
        "days_late": row.days_late,
        "chased": row.turn,
        "last_as_of": row.as_of_on.isoformat() if row.as_of_on else None,
    }


def _late_lines(asked: Asked, rows: list[OfficeRow]) -> Iterator[str]:
    if asked.due_on is None or asked.rule is None:
        yield f"Quy chế không nêu ngày đơn vị gửi số liệu {asked.period.words}: chưa tính được đơn vị nào chậm."
    else:
        why = asked.rule.cite or SOURCES[asked.rule.source]
        yield f"Số liệu {asked.period.words}, hạn {asked.due_on:%d/%m/%Y} ({why}): {len(rows)} đơn vị chậm"
    for row in rows:
        chased = f", đã đôn đốc {row.turn} lần" if row.turn else ""
        yield f"  {row.name}: chậm {row.days_late} ngày{chased}"
