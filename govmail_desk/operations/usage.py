"""Taking the operator's figures of use in (nhập số liệu sử dụng): planned and seen first, written in one act that can be taken back.

A last use later than the register knows becomes a dated act, `used`, so that what falls due for inactivity follows the one mechanism
(`operations.due_beginnings`); an earlier one is history. Making the plan is `operations.usage_reading` and `operations.usage_matching`,
its shape `operations.usage_plan`; the figures reports carry are `listings.usage_figures`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from govmail_desk.domain.addressing import address_rules
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.intake import ColumnReading
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.report import UsageImport, UsageReading
from govmail_desk.operations.mailbox_acts import put_acts
from govmail_desk.operations.rules_in_hand import RulesInHand
from govmail_desk.operations.usage_matching import KnownUse, matched
from govmail_desk.operations.usage_plan import (
    USAGE_OUTCOMES,
    UsageColumns,
    UsageOutcome,
    UsagePlan,
    UsageReadingWish,
    UsageRow,
)
from govmail_desk.operations.usage_reading import read_export
from govmail_desk.store import journals
from govmail_desk.store.issued import is_issued_after
from govmail_desk.store.tables import mailbox
from govmail_desk.store.transaction import Transaction
from govmail_desk.wording import USAGE_SOURCE

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.documents.spreadsheet import Workbook
    from govmail_desk.domain.usage_columns import UsageMeaning

Tick = Callable[[int, int], None]

_MOVED: Final = (
    "Sổ vừa có thay đổi làm bản xem trước này không còn đúng. Hãy xem trước lại rồi nhập; chưa có gì được ghi."
)
_STANDING: Final = ("active", "locked", "suspended")


def plan_usage(
    desk: Desk,
    workbook: Workbook,
    *,
    as_of_on: date,
    meanings: Mapping[int, UsageMeaning] | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
) -> UsagePlan:
    """Look what taking in an export drawn up on a day would do; nothing is written.

    `meanings` says what columns of the sheet hold, counted from 0. A file of which nothing can be taken has a plan too, with its
    `refusal`. Raises `RuleBroken` where the file has no such sheet.
    """
    wish = UsageReadingWish(as_of_on=as_of_on, sheet=sheet, header_row=header_row, meanings=meanings or {})
    domain = address_rules(desk.regulation(), desk.today()).domain
    with desk.reading() as connection:
        return _planned(connection, workbook, wish, domain=domain, today=desk.today())


def take_in_usage(desk: Desk, plan: UsagePlan, *, tick: Tick | None = None) -> Changes:
    """Write what the plan says in one act: the import, what it says of each mailbox, and the uses the register did not know.

    `tick` is told how many rows of how many are written; what it raises undoes all. Refused where the register has moved since so that
    a row would mean something else. Where the register has everything already, nothing is written.
    """
    if plan.refusal:
        raise RuleBroken(plan.refusal)
    today = desk.today()
    rules = RulesInHand(desk.rulebook())
    domain = address_rules(rules.regulation(today), today).domain
    with desk.transaction("take_in_usage", _sentence(plan)) as act:
        connection = act.transaction.connection
        if journals.head(connection)[1] != plan.journal_hash:
            again = _planned(connection, plan.workbook, plan.wish, domain=domain, today=today)
            if again.rows != plan.rows:
                raise RuleBroken(_MOVED)
        _remember_columns(act.transaction, plan.columns)
        if not plan.is_empty:
            _write(act.transaction, desk, plan, rules, tick)
    return act.changes


def _planned(
    connection: Connection, workbook: Workbook, wish: UsageReadingWish, *, domain: str, today: date
) -> UsagePlan:
    """Plan an import on one unchanging state of the register."""
    asked = Transaction(connection)
    remembered = {one.headings: one.meanings for one in asked.find(ColumnReading)}
    read = read_export(workbook, wish, remembered)
    known = KnownUse(connection, domain=domain, as_of_on=wish.as_of_on)
    rows = matched(read.rows, known)
    counts = Counter(row.outcome for row in rows)
    return UsagePlan(
        file_name=workbook.file_name,
        sha256=workbook.sha256,
        as_of_on=wish.as_of_on,
        rows=tuple(rows),
        counts={outcome: counts[outcome] for outcome in USAGE_OUTCOMES},
        newer_count=sum(row.is_newer for row in rows),
        missing_count=_missing_count(connection, rows, wish.as_of_on),
        columns=read.columns,
        warnings=(*workbook.warnings, *_earlier_words(asked, workbook, wish)),
        refusal=_refusal(read.columns, rows, wish, today),
        journal_hash=journals.head(connection)[1],
        workbook=workbook,
        wish=wish,
    )


def _refusal(columns: UsageColumns, rows: list[UsageRow], wish: UsageReadingWish, today: date) -> str:
    """Say why nothing can be taken, "" where something may be: no rows is an error, never a success."""
    if wish.as_of_on > today:
        return f"Ngày lập số liệu {wish.as_of_on:%d/%m/%Y} chưa tới. Hãy ghi ngày nơi vận hành lập số liệu này."
    if columns.problems:
        return columns.problems[0]
    if all(row.outcome == "set_aside" for row in rows):
        return "Số liệu có tiêu đề nhưng không có dòng nào là hộp thư; hãy xem lại tệp."
    return ""


def _earlier_words(asked: Transaction, workbook: Workbook, wish: UsageReadingWish) -> list[str]:
    """Say that this very file came in before under another day: one of the two days is likely a slip."""
    days = {one.as_of_on for one in asked.find(UsageImport, source_sha256=workbook.sha256)} - {wish.as_of_on}
    told = ", ".join(f"{day:%d/%m/%Y}" for day in sorted(days))
    return [f"Chính tệp này đã được nhập là số liệu ngày {told}; hãy xem lại ngày lập số liệu."] if days else []


def _missing_count(connection: Connection, rows: list[UsageRow], as_of_on: date) -> int:
    """Count the mailboxes in use or locked that the export does not name, though they were issued by its day."""
    named = {row.mailbox_id for row in rows}
    expected = select(mailbox.c.id).where(mailbox.c.state.in_(_STANDING), ~is_issued_after(as_of_on))
    return sum(mailbox_id not in named for mailbox_id in connection.execute(expected).scalars())


def _write(transaction: Transaction, desk: Desk, plan: UsagePlan, rules: RulesInHand, tick: Tick | None) -> None:
    kept = transaction.put(
        UsageImport(
            file_name=plan.file_name,
            source_sha256=plan.sha256,
            as_of_on=plan.as_of_on,
            taken_at=desk.clock().astimezone(UTC),
            by=desk.person,
            counts={**_plain(plan.counts), "newer": plan.newer_count, "missing": plan.missing_count},
            rows=[[row.row, row.outcome, row.address, list(row.reasons)] for row in plan.rows],
        )
    )
    transaction.put_all([
        UsageReading(usage_import_id=kept.id, mailbox_id=row.mailbox_id, **row.facts._asdict())
        for row in plan.rows_of("new")
        if row.mailbox_id is not None
    ])
    _tell(tick, 0, plan)
    _put_uses(transaction, desk, plan, rules, tick)


def _plain(counts: Mapping[UsageOutcome, int]) -> dict[str, int]:
    return {str(outcome): count for outcome, count in counts.items()}


def _put_uses(transaction: Transaction, desk: Desk, plan: UsagePlan, rules: RulesInHand, tick: Tick | None) -> None:
    """Record the uses the register did not know as acts, day by day, with what falls due by them."""
    by_day: dict[date, list[int]] = defaultdict(list)
    for row in plan.rows:
        if row.is_newer and row.facts.last_used_on is not None and row.mailbox_id is not None:
            by_day[row.facts.last_used_on].append(row.mailbox_id)
    boxes = transaction.get_many(Mailbox, [mailbox_id for ids in by_day.values() for mailbox_id in ids])
    note = source_words(plan.file_name, plan.as_of_on)
    written = 0
    for on, ids in sorted(by_day.items()):
        used = [boxes[mailbox_id] for mailbox_id in ids]
        put_acts(transaction, rules, used, kind="used", on=on, by=desk.person, note=note)
        written += len(ids)
        _tell(tick, written, plan)


def source_words(file_name: str, as_of_on: date) -> str:
    """Say where a last use is known from, as its act notes it."""
    return f"{USAGE_SOURCE} {as_of_on:%d/%m/%Y} của nơi vận hành, tệp «{file_name}»"


def _tell(tick: Tick | None, written: int, plan: UsagePlan) -> None:
    if tick is not None:
        tick(written, max(plan.newer_count, 1))


def _sentence(plan: UsagePlan) -> str:
    return (
        f"Nhập số liệu sử dụng «{plan.file_name}» ngày {plan.as_of_on:%d/%m/%Y}: "
        f"{plan.counts['new']} hộp thư, {plan.newer_count} lần dùng mới"
    )


def _remember_columns(transaction: Transaction, columns: UsageColumns) -> None:
    """Keep how the clerk read the columns, for the next export with the same headings."""
    if not columns.is_chosen:
        return
    meanings = {str(column): meaning.value for column, meaning in columns.meanings.items()}
    known = transaction.find(ColumnReading, headings=columns.signature)
    reading = (
        replace(known[-1], meanings=meanings) if known else ColumnReading(headings=columns.signature, meanings=meanings)
    )
    transaction.put(reading)
