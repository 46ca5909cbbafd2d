"""`directory --out FILE`: the unit's directory as .xlsx, .docx, .html, .vcf or .csv; an edition is published where something changed."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from govmail_desk.cli.opening import open_desk
from govmail_desk.cli.output import print_json, print_lines
from govmail_desk.operations.directories import plan_edition, publish_edition
from govmail_desk.operations.directory_files import refuse_unknown_ending, write_directory
from govmail_desk.wording import DIRECTORY_KINDS

if TYPE_CHECKING:
    from pathlib import Path

    from govmail_desk.operations.directories import EditionPlan


def directory(chosen: argparse.Namespace) -> int:
    """Publish an edition where the last says otherwise, and write the one that holds now."""
    refuse_unknown_ending(chosen.out)
    with open_desk(chosen) as desk:
        plan = plan_edition(desk, as_of_on=chosen.as_of or desk.today(), is_public=not chosen.internal)
        if plan.last is not None and plan.is_unchanged:
            edition_id, number, as_of_on = plan.last.id, plan.last.number, plan.last.as_of_on
        else:
            (edition_id,) = publish_edition(desk, plan).ids["directory_edition"]
            number, as_of_on = plan.number, plan.as_of_on
        write_directory(desk, edition_id=edition_id, file=chosen.out)
    document = {
        "edition": number,
        "as_of_on": as_of_on.isoformat(),
        "count": len(plan.lines),
        "files": [str(chosen.out)],
        "added": len(plan.change.added),
        "removed": len(plan.change.gone),
        "changed": len(plan.change.changed),
    }
    if chosen.json:
        print_json(document)
    else:
        print_lines(_told(plan, number, chosen.out))
    return 0


def _told(plan: EditionPlan, number: int, file: Path) -> list[str]:
    kind = DIRECTORY_KINDS[plan.is_public]
    if plan.last is not None and plan.is_unchanged:
        said = f"Danh bạ {kind} không đổi từ bản số {number}; ghi lại bản ấy."
    else:
        change = plan.change
        counts = f"mới {len(change.added)}, bỏ {len(change.gone)}, thay đổi {len(change.changed)}"
        said = f"Đã lập danh bạ {kind} bản số {number}: {len(plan.lines)} dòng ({counts})."
    return [said, f"Tệp: {file}"]
