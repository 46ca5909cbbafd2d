"""Requests for many units in one go: one request and one folder a unit, a result list beside them, and going on where it stopped.

What would be made is `operations.batch_plan`; what a single request writes is `operations.requests`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from govmail_desk.documents.file_names import safe_file_name
from govmail_desk.documents.result_list import ResultLine, result_list
from govmail_desk.documents.writing import write_whole
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.operations.batch_plan import plan_part
from govmail_desk.operations.copies import copy_files, made_folder
from govmail_desk.operations.paper_content import PaperChoices
from govmail_desk.operations.requests import draft_request

if TYPE_CHECKING:
    from pathlib import Path

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.operations.batch_plan import BatchPart, BatchPlan

RESULT_NAME: Final = "ket-qua.xlsx"
Told = Callable[[int, int], None]
Kept = Callable[["Changes"], object]


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What a go came to: the acts it made, and where the result list lies."""

    made: tuple[Changes, ...]
    result_file: Path


def draft_batch(
    desk: Desk,
    plan: BatchPlan,
    *,
    folder: Path,
    choices: PaperChoices | None = None,
    tick: Told | None = None,
    on_made: Kept | None = None,
) -> BatchResult:
    """Draft the requests still missing, each whole in its own act, and copy every unit's papers into a folder of its name.

    A unit that is refused keeps its reason on the result list and stops no other. `tick` is told after each unit; what it raises stops
    the batch between two units, and the same choice made again goes on from there. `on_made` is told of every act as soon as it is
    kept, so that what was made is known where the batch stops.
    """
    folder = made_folder(folder)
    made: list[Changes] = []
    lines: list[ResultLine] = []

    def kept(changes: Changes) -> None:
        made.append(changes)
        if on_made is not None:
            on_made(changes)

    for place, part in enumerate(plan.parts, start=1):
        line = _drafted(desk, plan, part, folder=folder, choices=choices, on_made=kept)
        lines.append(replace(line, number=place))
        if tick is not None:
            tick(place, len(plan.parts))
    target = folder / RESULT_NAME
    write_whole(target, result_list(lines))
    return BatchResult(tuple(made), target)


def _drafted(
    desk: Desk, plan: BatchPlan, part: BatchPart, *, folder: Path, choices: PaperChoices | None, on_made: Kept
) -> ResultLine:
    line = ResultLine(unit=part.title, mailbox_count=len(part.subject_ids), note=" ".join(part.refusals))
    request_id = part.request_id
    try:
        if request_id is None and part.subject_ids:
            changes = draft_request(desk, plan_part(desk, plan, part), choices=choices, batch=plan.name)
            (request_id,) = changes.ids["request"]
            on_made(changes)
    except RuleBroken as refusal:
        return replace(line, outcome="Không lập được", note=f"{refusal.sentence} {line.note}".strip())
    if request_id is None:
        return replace(line, outcome="Không lập được")
    copies = copy_files(desk, request_id=request_id, folder=folder / safe_file_name(part.unit_name))
    outcome = "Đã lập" if part.request_id is None else "Đã lập từ lần trước"
    return replace(line, outcome=outcome, files=", ".join(copy.path.name for copy in copies))
