"""Taking a unit's own list into the register: planned and seen first, then written in one act that can be taken back.

How the plan is made is `operations.intake_planning`, its shape `operations.intake_plan`; reading the file is
`documents.spreadsheet`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import replace
from datetime import UTC, date
from typing import TYPE_CHECKING, Final

from govmail_desk.desk import Act, Changes, Desk
from govmail_desk.domain.addressing import address_rules
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.heading import Meaning
from govmail_desk.domain.intake import ColumnReading, Intake
from govmail_desk.domain.regulation import PASSWORD_ROTATION_USER
from govmail_desk.operations.collector_rest import collector_at_rest
from govmail_desk.operations.intake_plan import ColumnPlace, IntakePlan, IntakeRow, Place, Reading
from govmail_desk.operations.intake_planning import planned
from govmail_desk.operations.intake_writing import TakenRow, take_rows
from govmail_desk.operations.request_limits import due_of, limit
from govmail_desk.store import journals

if TYPE_CHECKING:
    from govmail_desk.documents.spreadsheet import Workbook
    from govmail_desk.domain.reminder import Due

__all__ = ["IntakePlan", "IntakeRow", "TakenRow", "plan_intake", "take_in", "take_rows"]

_MOVED: Final = (
    "Sổ vừa có thay đổi làm bản xem trước này không còn đúng. Hãy xem trước lại rồi nhập; chưa có gì được ghi."
)


def plan_intake(
    desk: Desk,
    workbook: Workbook,
    *,
    sheet: str | None = None,
    header_rows: Mapping[str, int] | None = None,
    meanings: Mapping[str, Mapping[int, Meaning]] | None = None,
    accepted_conversions: Set[ColumnPlace] = frozenset(),
    mended: Mapping[Place, Mapping[str, str]] | None = None,
    left_out: Set[Place] = frozenset(),
) -> IntakePlan:
    """Look what taking a file in would do to the register; nothing is written. What the choices mean says `Reading`.

    Raises `RuleBroken` where the file has no such sheet. A file of which nothing can be taken has a plan too, with its
    `refusal`: the clerk may point to the row of headings or say what columns hold, and plan again.
    """
    reading = Reading(
        sheet=sheet,
        header_rows=header_rows or {},
        meanings=meanings or {},
        accepted_conversions=accepted_conversions,
        mended=mended or {},
        left_out=left_out,
    )
    today = desk.today()
    rules = address_rules(desk.regulation(), today)
    keeps = desk.privacy().is_id_number_kept
    with collector_at_rest(), desk.reading() as connection:
        plan = planned(connection, workbook, reading, rules=rules, today=today, keeps_id_numbers=keeps)
    return replace(plan, warnings=(*plan.warnings, *_word_on_rotation(desk, plan, today)))


def take_in(desk: Desk, plan: IntakePlan, *, tick: Callable[[int, int], None] | None = None) -> Changes:
    """Write what the plan says in one act, with what became of each row.

    `tick` is told how many rows of how many are written, the last time before the act is kept: what it raises undoes all.
    Refused where the register has moved since so that a row would mean something else. Where the register has
    everything already, nothing is written and the journal stays as it is.
    """
    if plan.refusal:
        raise RuleBroken(plan.refusal)
    today = desk.today()
    rules = address_rules(desk.regulation(), today)
    # Counted before the register is locked: once a long act has begun to write, nobody else can read.
    rotation, keeps = _rotation(desk, today), desk.privacy().is_id_number_kept
    with collector_at_rest(), desk.transaction("take_in", _sentence(plan)) as act:
        connection = act.transaction.connection
        if journals.head(connection)[1] != plan.journal_hash:
            again = planned(connection, plan.workbook, plan.reading, rules=rules, today=today, keeps_id_numbers=keeps)
            if again.rows != plan.rows:
                raise RuleBroken(_MOVED)
            plan = replace(plan, journal_hash=again.journal_hash)
        _remember_columns(act, plan)
        _tell(tick, 0, plan)
        if not plan.is_empty:
            taken = take_rows(act.transaction, plan, by=desk.person, on=today)
            boxes = [row.mailbox for row in taken.values() if row.mailbox and row.mailbox.state == "active"]
            if rotation:
                act.transaction.put_all([replace(rotation, subject_id=box.id) for box in boxes])
            act.transaction.put(_record(desk, plan))
        _tell(tick, len(plan.rows), plan)
    return act.changes


def _tell(tick: Callable[[int, int], None] | None, written: int, plan: IntakePlan) -> None:
    if tick is not None:
        tick(written, len(plan.rows))


def _sentence(plan: IntakePlan) -> str:
    new, changed = plan.counts["new"], plan.counts["changed"]
    return f"Nhập danh sách «{plan.file_name}»: {new} mới, {changed} thay đổi"


def _record(desk: Desk, plan: IntakePlan) -> Intake:
    return Intake(
        file_name=plan.file_name,
        sha256=plan.sha256,
        taken_at=desk.clock().astimezone(UTC),
        counts={str(outcome): number for outcome, number in plan.counts.items()},
        rows=[[row.sheet, row.row, row.outcome, list(row.kept_reasons)] for row in plan.rows],
    )


def _remember_columns(act: Act, plan: IntakePlan) -> None:
    """Keep how the clerk read the columns, for the next list with the same headings."""
    for sheet in plan.columns:
        if not sheet.is_chosen:
            continue
        meanings = {str(column): meaning.value for column, meaning in sheet.meanings.items()}
        known = act.transaction.find(ColumnReading, headings=sheet.signature)
        if known:
            act.transaction.put(replace(known[-1], meanings=meanings))
        else:
            act.transaction.put(ColumnReading(headings=sheet.signature, meanings=meanings))


def _word_on_rotation(desk: Desk, plan: IntakePlan, today: date) -> Iterator[str]:
    """Say from which day the passwords of the mailboxes that come in are counted, and why."""
    provision = desk.regulation().find(PASSWORD_ROTATION_USER, today)
    coming = [row for row in plan.rows if row.is_taken and row.address and not row.mailbox_id and row.state == "active"]
    if provision and coming:
        cite = f" ({provision.cite})" if provision.cite else ""
        yield (
            f"Hạn đổi mật khẩu{cite} của {len(coming)} hộp thư mới tính từ ngày nhập, {today:%d/%m/%Y}, vì danh sách không"
            " cho biết lần đổi gần nhất."
        )


def _rotation(desk: Desk, today: date) -> Due | None:
    """Count by when a password is to be changed: when it last was is not known, so from the day the mailbox came in."""
    found = limit(desk, PASSWORD_ROTATION_USER, started_on=today)
    return due_of(found, subject_kind="mailbox", subject_id=0, begun_by="imported") if found else None
