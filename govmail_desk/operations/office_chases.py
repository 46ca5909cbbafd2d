"""Chasing the units that have not sent a period's package: a letter “lần thứ N” to each, kept, and later its number recorded.

Who is late is `listings.offices`, the letter itself and its mail `operations.office_letters`. The day counted from is the regulation's,
the unit's own choice, or the one a letter set; day and letter are kept with the chase, and a later chase may name others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from govmail_desk.documents.file_names import safe_file_name
from govmail_desk.domain.calendar_duties import due_of_period, rule_of_period
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.exchange import Office, OfficeChase
from govmail_desk.domain.regulation import REPORT_UNIT
from govmail_desk.domain.report_period import ReportPeriod, read_period
from govmail_desk.domain.secrecy import without_password
from govmail_desk.operations.letter_numbers import refuse_used_number, tidy_number
from govmail_desk.operations.office_letters import LateLetters
from govmail_desk.store.tables import package
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from govmail_desk.desk import Changes, Desk

_MOVED: Final = "Sổ vừa có thay đổi sau khi xem danh sách đơn vị chậm. Hãy xem lại rồi đôn đốc; chưa có gì được ghi."
Tick = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChaseLine:
    """What would be written to one unit: the N-th letter, or why none; a remark is no reason against it."""

    office: Office
    turn: int
    due_on: date | None
    asked_by: str = ""
    """The letter that set this day, where one did: told now, or with an earlier chase."""
    refusal: str = ""
    remark: str = ""
    earlier: tuple[OfficeChase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChasesPlan:
    """The letters that would be made, unit by unit."""

    period: ReportPeriod
    on: date
    lines: tuple[ChaseLine, ...]

    @property
    def written(self) -> tuple[ChaseLine, ...]:
        """Those to whom a letter goes."""
        return tuple(line for line in self.lines if not line.refusal)


def plan_chases(
    desk: Desk, *, office_ids: Sequence[int], period: str, on: date, due_on: date | None = None, asked_by: str = ""
) -> ChasesPlan:
    """Look which units would be written to, for the N-th time; nothing is written.

    `due_on` is the day a letter set, `asked_by` that letter as the papers cite it. Raises `RuleBroken` for a day to come and a text that
    holds a password.
    """
    asked = read_period(period)
    if on > desk.today():
        raise RuleBroken(f"Ngày {on:%d/%m/%Y} chưa tới. Hãy ghi ngày lập công văn là hôm nay hoặc trước đó.")
    with desk.reading() as connection:
        reading = Transaction(connection)
        offices = reading.get_many(Office, office_ids)
        sent = _sent(connection, asked)
        chases = reading.find(OfficeChase, period=str(asked))
    day = _Day(told=due_on, stated=_stated(desk, asked), asked_by=without_password(asked_by))
    lines = (
        _line(offices[office_id], [one for one in chases if one.office_id == office_id], day, on, sent)
        for office_id in office_ids
        if office_id in offices
    )
    return ChasesPlan(period=asked, on=on, lines=tuple(lines))


def chase_offices(desk: Desk, plan: ChasesPlan, *, tick: Tick | None = None) -> Changes:
    """Make and keep the letters of a plan, all in one act.

    Raises `RuleBroken` where there is nobody to write to, and where one of them was written to, has sent or ended since.
    """
    if not plan.written:
        raise RuleBroken(plan.lines[0].refusal if len(plan.lines) == 1 else "Không có đơn vị nào cần đôn đốc lúc này.")
    count = len(plan.written)
    whom = plan.written[0].office.name if count == 1 else f"{count} đơn vị"
    with desk.transaction("chase_offices", f"Đôn đốc {whom} gửi số liệu {plan.period.words}") as act:
        _refuse_moved(act.transaction, plan)
        making = LateLetters(desk, plan.on)
        for done, line in enumerate(plan.written, start=1):
            act.transaction.put(_kept(act.transaction, desk, making, plan, line))
            if tick is not None:
                tick(done, count)
    return act.changes


def numbers_from(first: str, count: int, *, is_same: bool) -> list[str]:
    """Give the numbers of so many letters: one after the other, or the same for all, as one letter to many has it.

    Raises `RuleBroken` for what is no number, and for one with letters where others follow it.
    """
    tidy = tidy_number(first)
    if is_same or count == 1:
        return [tidy] * count
    if not tidy.isdecimal():
        raise RuleBroken(f"Số {tidy} có chữ nên không đếm tiếp được. Hãy ghi số cho từng công văn.")
    return [str(int(tidy) + place) for place in range(count)]


def number_chases(desk: Desk, *, chase_ids: Sequence[int], number: str, on: date, is_same: bool = False) -> Changes:
    """Record that chase letters were signed, with the numbers văn thư gave them: in this order from the first on, or all the same.

    A number is unique in its year among all letters; `on` is the day on the letters. Raises `RuleBroken` for a day to come or before a
    letter was made, a number given before, and a letter that has one.
    """
    if on > desk.today():
        raise RuleBroken(f"Ngày {on:%d/%m/%Y} chưa tới. Hãy ghi ngày đã ghi trên công văn.")
    numbers = numbers_from(number, len(chase_ids), is_same=is_same)
    with desk.transaction("number_chases", "") as act:
        chases = [act.transaction.get(OfficeChase, chase_id) for chase_id in chase_ids]
        _refuse_numbering(act.transaction, chases, on)
        for one in dict.fromkeys(numbers):
            refuse_used_number(act.transaction, one, on)
        act.transaction.put_all([
            replace(chase, number=given, sent_on=on) for chase, given in zip(chases, numbers, strict=True)
        ])
        act.sentence = _numbered_sentence(act.transaction, chases, numbers, on)
    return act.changes


def _refuse_numbering(transaction: Transaction, chases: Sequence[OfficeChase], on: date) -> None:
    if not chases:
        raise RuleBroken("Chưa chọn công văn đôn đốc nào để ghi số. Hãy chọn lại công văn.")
    for chase in chases:
        if chase.number:
            raise RuleBroken(f"{_named(transaction, chase)} đã có số {chase.number}. Hãy xem lại công văn ở đơn vị ấy.")
        if on < chase.on_date:
            raise RuleBroken(
                f"{_named(transaction, chase)} lập ngày {chase.on_date:%d/%m/%Y}. Hãy ghi ngày ký từ ngày đó trở đi."
            )


def _named(transaction: Transaction, chase: OfficeChase) -> str:
    office = transaction.get(Office, chase.office_id)
    return f"Công văn đôn đốc {office.name} lần thứ {chase.turn}, kỳ {chase.period}"


def _numbered_sentence(
    transaction: Transaction, chases: Sequence[OfficeChase], numbers: Sequence[str], on: date
) -> str:
    first, last = numbers[0], numbers[-1]
    told = f"số {first}" if first == last else f"số {first} đến {last}"
    what = _named(transaction, chases[0]) if len(chases) == 1 else f"{len(chases)} công văn đôn đốc"
    return f"Ghi {what[:1].lower()}{what[1:]} đã ký, {told} ngày {on:%d/%m/%Y}"


def _refuse_moved(transaction: Transaction, plan: ChasesPlan) -> None:
    """Look again, now that nobody else can write: the same units still owe it, and each letter is still the N-th."""
    sent = _sent(transaction.connection, plan.period)
    turns = Counter(one.office_id for one in transaction.find(OfficeChase, period=str(plan.period)))
    standing = {one.id for one in transaction.find(Office, ended_on=None)} - sent
    if any(line.office.id not in standing or turns[line.office.id] + 1 != line.turn for line in plan.written):
        raise RuleBroken(_MOVED)


def _sent(connection: Connection, period: ReportPeriod) -> set[int]:
    """Say which units have sent their package for a period."""
    return set(connection.execute(select(package.c.office_id).where(package.c.period == str(period))).scalars())


def _stated(desk: Desk, period: ReportPeriod) -> date | None:
    rules = desk.rulebook()
    on = min(period.last_on, desk.today())
    rule = rule_of_period(rules.regulations.on(on), REPORT_UNIT, period, on)
    due = due_of_period(rule.value, period, rules.calendar) if rule is not None else None
    return due.due_on if due is not None else None


@dataclass(frozen=True, slots=True)
class _Day:
    """The day a chase counts from as it is told now, else as it is stated, and the letter named for it."""

    told: date | None
    stated: date | None
    asked_by: str

    def of(self, chases: Sequence[OfficeChase]) -> tuple[date | None, str]:
        """Give day and letter for a unit: told now, else those of its last chase with the latest day, else the stated day."""
        if self.told is not None or not chases:
            return self.told or self.stated, self.asked_by
        last = max(chases, key=lambda one: (one.due_on, one.turn))
        return last.due_on, self.asked_by or last.asked_by


def _line(office: Office, chases: list[OfficeChase], day: _Day, on: date, sent: set[int]) -> ChaseLine:
    due_on, asked_by = day.of(chases)
    return ChaseLine(
        office=office,
        turn=len(chases) + 1,
        due_on=due_on,
        asked_by=asked_by,
        refusal=_refusal(office, chases, due_on, on, sent),
        remark="" if office.address else "chưa có địa chỉ hộp thư: thư nháp để trống nơi nhận",
        earlier=tuple(chases),
    )


def _refusal(office: Office, chases: list[OfficeChase], due_on: date | None, on: date, sent: set[int]) -> str:
    if office.ended_on is not None:
        return f"{office.name} đã thôi gửi gói từ {office.ended_on:%d/%m/%Y}."
    if office.id in sent:
        return f"{office.name} đã gửi số liệu của kỳ này."
    if due_on is None:
        return "Quy chế không nêu ngày đơn vị phải gửi. Hãy ghi hạn mà công văn đã yêu cầu."
    if on <= due_on:
        return f"{office.name} còn hạn đến hết ngày {due_on:%d/%m/%Y}."
    if any(one.on_date == on for one in chases):
        return f"Ngày {on:%d/%m/%Y} đã lập công văn đôn đốc {office.name}."
    return ""


def _kept(transaction: Transaction, desk: Desk, making: LateLetters, plan: ChasesPlan, line: ChaseLine) -> OfficeChase:
    assert line.due_on is not None, "a letter counts from a day"
    late = making.late(line.office, (line.turn, line.due_on, str(plan.period)), line.earlier, line.asked_by)
    content = making.letter(late)
    called = line.office.slug or f"don-vi-{line.office.id}"
    return OfficeChase(
        office_id=line.office.id,
        period=str(plan.period),
        turn=line.turn,
        due_on=line.due_on,
        asked_by=line.asked_by,
        on_date=plan.on,
        by=desk.person,
        name=safe_file_name(f"don-doc-so-lieu-{called}-{plan.period}-lan-{line.turn}-{plan.on:%Y%m%d}.docx"),
        sha256=transaction.keep_bytes(content),
        byte_count=len(content),
        made_at=desk.clock().astimezone(UTC),
    )
