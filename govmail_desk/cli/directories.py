"""`directory --out FILE`: the unit's directory as .xlsx, .docx, .html, .vcf or .csv; an edition is published where something changed."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from govmail_desk.cli.opening import open_desk
from govmail_desk.cli.output import print_json, print_lines
from govmail_desk.operations.directories import plan_edition
from govmail_desk.operations.directory_files import publish_into, refuse_unknown_ending, write_directory
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
            edition = plan.last
            write_directory(desk, edition_id=edition.id, file=chosen.out)
        else:
            edition = publish_into(desk, plan, file=chosen.out)
    document = {
        "edition": edition.number,
        "as_of_on": edition.as_of_on.isoformat(),
        "count": len(plan.lines),
        "files": [str(chosen.out)],
        "added": len(plan.change.added),
        "removed": len(plan.change.gone),
        "changed": len(plan.change.changed),
    }
    if chosen.json:
        print_json(document)
    else:
        print_lines(_told(plan, edition.number, chosen.out))
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
