"""Chasing the units that have not sent a period's package: a letter “lần thứ N” to each, kept, and the draft of its mail.

Who is late is `listings.offices`, what is said `domain.exchange_text`. The day counted from is the regulation's, the unit's own choice, or
the one a letter set; it is kept with the letter, and a later letter may set another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from govmail_desk.documents.email_draft import Attachment, DraftMail, made_draft
from govmail_desk.documents.file_names import safe_file_name
from govmail_desk.documents.letter import LetterContent, made_letter
from govmail_desk.documents.writing import write_whole
from govmail_desk.domain import exchange_text, letterhead
from govmail_desk.domain.calendar_duties import due_of_period, rule_of_period
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.exchange import Office, OfficeChase
from govmail_desk.domain.exchange_text import EarlierTurn, Late
from govmail_desk.domain.regulation import REPORT_UNIT, REQUEST_BASIS
from govmail_desk.domain.report_period import ReportPeriod, read_period
from govmail_desk.domain.secrecy import without_password
from govmail_desk.operations.copies import made_folder
from govmail_desk.operations.forms import copy_sample, form_bytes
from govmail_desk.operations.paper_settings import (
    attachment_limits,
    letterhead_of,
    own_address,
    recipients_of,
    signer_of,
)
from govmail_desk.store.tables import file_content, package
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from govmail_desk.desk import Changes, Desk

_FORM: Final = "cong-van.docx"
_MOVED: Final = "Sổ vừa có thay đổi sau khi xem danh sách đơn vị chậm. Hãy xem lại rồi đôn đốc; chưa có gì được ghi."
Tick = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChaseLine:
    """What would be written to one unit: the N-th letter, or why none; a remark is no reason against it."""

    office: Office
    turn: int
    due_on: date | None
    refusal: str = ""
    remark: str = ""
    earlier: tuple[OfficeChase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChasesPlan:
    """The letters that would be made, unit by unit."""

    period: ReportPeriod
    on: date
    asked_by: str
    lines: tuple[ChaseLine, ...]

    @property
    def written(self) -> tuple[ChaseLine, ...]:
        """Those to whom a letter goes."""
        return tuple(line for line in self.lines if not line.refusal)


@dataclass(frozen=True, slots=True)
class SavedChase:
    """Where the copy of a letter and the draft of its mail lie."""

    office: str
    letter: Path
    draft: Path


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
    stated = due_on or _stated(desk, asked)
    lines = (
        _line(offices[office_id], [one for one in chases if one.office_id == office_id], stated, due_on, on, sent)
        for office_id in office_ids
        if office_id in offices
    )
    return ChasesPlan(period=asked, on=on, asked_by=without_password(asked_by), lines=tuple(lines))


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
        making = _Making(desk, plan.on)
        for done, line in enumerate(plan.written, start=1):
            act.transaction.put(_kept(act.transaction, desk, making, plan, line))
            if tick is not None:
                tick(done, count)
    return act.changes


def _refuse_moved(transaction: Transaction, plan: ChasesPlan) -> None:
    """Look again, now that nobody else can write: the same units still owe it, and each letter is still the N-th."""
    sent = _sent(transaction.connection, plan.period)
    turns = Counter(one.office_id for one in transaction.find(OfficeChase, period=str(plan.period)))
    standing = {one.id for one in transaction.find(Office, ended_on=None)} - sent
    if any(line.office.id not in standing or turns[line.office.id] + 1 != line.turn for line in plan.written):
        raise RuleBroken(_MOVED)


def save_chases(desk: Desk, *, chase_ids: Sequence[int], folder: Path) -> list[SavedChase]:
    """Write copies of kept letters into a folder, each with the draft of its mail beside it."""
    with desk.reading() as connection:
        reading = Transaction(connection)
        chases = [reading.get(OfficeChase, chase_id) for chase_id in chase_ids]
        offices = reading.get_many(Office, [one.office_id for one in chases])
        earlier = reading.find_among(OfficeChase, "office_id", list(offices))
        contents = {one.sha256: _content(connection, one.sha256) for one in chases}
    into = made_folder(folder)
    makings = {on: _Making(desk, on) for on in {one.on_date for one in chases}}
    saved = []
    for chase in chases:
        letter = copy_sample(chase.name, contents[chase.sha256], folder=into)
        office, draft = offices[chase.office_id], letter.with_suffix(".eml")
        attached = Attachment(chase.name, contents[chase.sha256])
        write_whole(draft, _mail(makings[chase.on_date], chase, office, _before(chase, earlier), attached))
        saved.append(SavedChase(office.name, letter, draft))
    return saved


def _content(connection: Connection, sha256: str) -> bytes:
    wanted = select(file_content.c.content).where(file_content.c.sha256 == sha256)
    content: bytes = connection.execute(wanted).scalar_one()
    return content


def _before(chase: OfficeChase, everyone: Sequence[OfficeChase]) -> list[OfficeChase]:
    """Give the letters that went to the same unit for the same period before."""
    whose = (chase.office_id, chase.period)
    return [one for one in everyone if (one.office_id, one.period) == whose and one.turn < chase.turn]


def _sent(connection: Connection, period: ReportPeriod) -> set[int]:
    """Say which units have sent their package for a period."""
    return set(connection.execute(select(package.c.office_id).where(package.c.period == str(period))).scalars())


def _stated(desk: Desk, period: ReportPeriod) -> date | None:
    rules = desk.rulebook()
    on = min(period.last_on, desk.today())
    rule = rule_of_period(rules.regulations.on(on), REPORT_UNIT, period, on)
    due = due_of_period(rule.value, period, rules.calendar) if rule is not None else None
    return due.due_on if due is not None else None


def _line(
    office: Office, chases: list[OfficeChase], stated: date | None, told: date | None, on: date, sent: set[int]
) -> ChaseLine:
    due_on = told or max((one.due_on for one in chases), default=stated)
    return ChaseLine(
        office=office,
        turn=len(chases) + 1,
        due_on=due_on,
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


class _Making:
    """What the settings say on the letters' day, read once for all of them."""

    def __init__(self, desk: Desk, on: date) -> None:
        self.desk, self.on = desk, on
        self.head = letterhead_of(desk, on)
        self.signer = signer_of(desk, on)
        self.recipients = recipients_of(desk, on)
        self.regulation = desk.regulation(on)
        self.address = own_address(desk)
        self.form = form_bytes(desk, self.regulation.id, _FORM)
        self._calendar = desk.calendar()

    def late(self, office: Office, chase: tuple[int, date, str], earlier: Sequence[OfficeChase], asked_by: str) -> Late:
        """Gather what a letter says; `chase` is its turn, the day it counts from, and the period."""
        turn, due_on, told = chase
        period = read_period(told)
        rule = rule_of_period(self.regulation, REPORT_UNIT, period, self.on)
        stated = due_of_period(rule.value, period, self._calendar) if rule is not None else None
        is_stated = rule is not None and stated is not None and stated.due_on == due_on
        basis = self.regulation.find(REQUEST_BASIS, self.on)
        return Late(
            turn=turn,
            on=self.on,
            unit=self.head.body,
            office=office.name,
            period=period.words,
            due_on=due_on,
            asked_by=asked_by,
            cite=rule.cite if rule is not None and is_stated else None,
            basis=basis.value if basis else "",
            address=self.address,
            earlier=tuple(EarlierTurn(turn=one.turn, on=one.on_date) for one in earlier),
        )

    def letter(self, late: Late) -> bytes:
        """Fill the unit's letter form."""
        collective = letterhead.collective_name(self.head.body) if self.head.is_collective else ""
        content = LetterContent(
            parent_body=self.head.parent_body,
            body=self.head.body,
            place=self.head.place,
            drafted_on=self.on,
            symbol=self.head.symbol,
            subject=exchange_text.late_subject(late),
            addressees=(late.office,),
            paragraphs=exchange_text.late_letter(late, contact=self.head.contact),
            signature=letterhead.signature(self.signer, collective=collective),
            other_recipients=self.recipients,
            filing=self.head.filing,
            foot_line=self.head.foot_line,
        )
        return made_letter(self.form, content, form_name=_FORM)


def _kept(transaction: Transaction, desk: Desk, making: _Making, plan: ChasesPlan, line: ChaseLine) -> OfficeChase:
    assert line.due_on is not None, "a letter counts from a day"
    late = making.late(line.office, (line.turn, line.due_on, str(plan.period)), line.earlier, plan.asked_by)
    content = making.letter(late)
    called = line.office.slug or f"don-vi-{line.office.id}"
    return OfficeChase(
        office_id=line.office.id,
        period=str(plan.period),
        turn=line.turn,
        due_on=line.due_on,
        on_date=plan.on,
        by=desk.person,
        name=safe_file_name(f"don-doc-so-lieu-{called}-{plan.period}-lan-{line.turn}-{plan.on:%Y%m%d}.docx"),
        sha256=transaction.keep_bytes(content),
        byte_count=len(content),
        made_at=desk.clock().astimezone(UTC),
    )


def _mail(
    making: _Making, chase: OfficeChase, office: Office, earlier: Sequence[OfficeChase], letter: Attachment
) -> bytes:
    late = making.late(office, (chase.turn, chase.due_on, chase.period), earlier, asked_by="")
    mail = DraftMail(
        sender=making.address,
        to=office.address,
        to_name=office.name,
        subject=exchange_text.late_mail_subject(late),
        body=exchange_text.late_mail(late, file_names=[letter.name], contact=making.head.contact),
        attachments=(letter,),
    )
    return made_draft(mail, attachment_limits(making.regulation, making.on))
