"""What the monthly sheet of checks says of a register, for inspection: put together from the log as it stands.

The log itself is `listings.checks`; how the sheet looks `documents.check_sheet`, writing it to disk `operations.check_sheets`.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from govmail_desk.documents.check_sheet import CheckSheet, SheetDay, SheetLook, SheetMailbox
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.letterhead import signature
from govmail_desk.domain.paper_date import paper_date, place_and_date
from govmail_desk.domain.provision_words import in_words
from govmail_desk.domain.settings import Letterhead, Signer
from govmail_desk.listings import checks, settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from govmail_desk.desk import Desk
    from govmail_desk.domain.check import Slot
    from govmail_desk.domain.mailbox import MailboxKind
    from govmail_desk.listings.checks import Cell, CheckedDay, CheckedMailbox, CheckLog, Look

_SATURDAY: Final = 5
_TO_COME: Final = {"ahead": "chưa tới", "open": "còn trong buổi"}


def month_sheet(desk: Desk, *, month: date, unit_id: int | None = None, kind: MailboxKind = "unit") -> CheckSheet:
    """Return the sheet of the month a day lies in. Raises `RuleBroken` where no mailbox was in use in it."""
    log = checks.month(desk, month=month, unit_id=unit_id, kind=kind)
    if not log.mailboxes:
        raise RuleBroken(f"Tháng {month:%m/%Y} không có hộp thư nào để lập bảng. Hãy chọn tháng khác.")
    return check_sheet(desk, log)


def check_sheet(desk: Desk, log: CheckLog) -> CheckSheet:
    """Put the sheet of a log together as it stands now."""
    today = desk.today()
    head, signed = desk.valid(Letterhead, today), signature(_signer(desk, today))
    if head is None:
        raise RuleBroken("Chưa có thể thức văn bản của đơn vị. Hãy điền ở trang Thiết lập, mục Thể thức văn bản.")
    return CheckSheet(
        parent_body=head.parent_body,
        body=head.body,
        place_and_date=place_and_date(head.place, paper_date(today)),
        month=log.days[0].on,
        rules=tuple(_rules(desk, log)),
        mailboxes=tuple(_mailbox(log, mailbox) for mailbox in log.mailboxes),
        legend=tuple(_legend(log)),
        made_by=desk.person,
        signing=signed.lines,
        signer=signed.name,
    )


def _signer(desk: Desk, on: date) -> Signer:
    """The head, else another who may sign; a blank place to sign where none is set."""
    able = settings.signers(desk, on)
    return able[0] if able else Signer(full_name="", post="Thủ trưởng đơn vị")


def _mailbox(log: CheckLog, of: CheckedMailbox) -> SheetMailbox:
    days = [_day(day, cells, log.now) for day in log.days if _is_printed(day, cells := log.cells(of, day))]
    return SheetMailbox(
        address=of.address,
        unit=of.holder or of.unit_name,
        days=tuple(days),
        missing=_missing(log, of),
    )


def _is_printed(day: CheckedDay, cells: Mapping[Slot, Cell]) -> bool:
    """A weekly rest, or a day on which the mailbox was not in use, stands on the sheet only where someone looked all the same."""
    if any(cell.looks for cell in cells.values()):
        return True
    return day.on.weekday() < _SATURDAY and any(cell.duty != "out" for cell in cells.values())


def _missing(log: CheckLog, of: CheckedMailbox) -> str:
    """Say how much is missing in the measure of the article: half days where it names them, days where it only gives a number."""
    rules = [day.rule.value for day in log.days if day.rule is not None and day.rule.value.times_a_day]
    if not rules:
        return ""
    return f"{log.missing_count(of)} {'buổi' if any(rule.slots for rule in rules) else 'ngày'}"


def _day(day: CheckedDay, cells: Mapping[Slot, Cell], now: datetime) -> SheetDay:
    morning, afternoon = cells["morning"], cells["afternoon"]
    return SheetDay(
        on=day.on,
        morning=tuple(map(_look, morning.looks)),
        afternoon=tuple(map(_look, afternoon.looks)),
        note="; ".join(dict.fromkeys(_notes(day, (morning, afternoon), now))),
    )


def _notes(day: CheckedDay, cells: Sequence[Cell], now: datetime) -> Iterator[str]:
    if day.off_why:
        yield f"nghỉ: {day.off_why}"
    for cell in cells:
        if not day.off_why and cell.duty in _TO_COME:
            yield _TO_COME[cell.duty]
        yield from (look.note for look in cell.looks if look.note)
        yield from (f"ghi lúc {_moment(look.entered_at, now)}" for look in cell.looks if look.is_late)


def _moment(at: str, now: datetime) -> str:
    """Say when a look was entered, by the clock of the office."""
    return f"{datetime.fromisoformat(at).astimezone(now.tzinfo):%H:%M %d/%m/%Y}"


def _look(look: Look) -> SheetLook:
    return SheetLook(by=look.by, mail_count=look.mail_count, is_reported=look.is_reported, is_late=look.is_late)


def _rules(desk: Desk, log: CheckLog) -> Iterator[str]:
    """Say what was asked in the month, once for each rule that held in it."""
    regulations, told = desk.regulations(), set()
    for day in log.days:
        if day.rule is None or day.rule.value in told:
            continue
        told.add(day.rule.value)
        source = f"{day.rule.cite}, {regulations.on(day.on).title}" if day.rule.cite else "Lựa chọn của đơn vị"
        yield f"Việc kiểm tra phải làm: {in_words(day.rule.value)} ({source})."


def _legend(log: CheckLog) -> Iterator[str]:
    yield "Mỗi lần kiểm tra do người có tên trong bảng tự ghi; chương trình không tự ghi thay ai."
    yield "“ghi muộn”: ghi vào sổ sau khi buổi đó đã hết giờ làm việc; lúc ghi có ở cột Ghi chú."
    if any(day.rule is not None and day.rule.value.times_a_day for day in log.days):
        yield "Ô để trống của ngày làm việc đã qua: chưa có ai ghi đã kiểm tra. Số thư mới để trống: không đếm."
    else:
        yield "Quy chế không nêu số lần kiểm tra nên ô để trống không phải là thiếu. Số thư mới để trống: không đếm."
    yield "Không in ngày nghỉ hằng tuần và ngày hộp thư chưa cấp, bị khóa, đã đóng hoặc chưa có trong sổ."
    if log.days[-1].on >= log.now.date():
        yield f"Bảng lập lúc {log.now:%H:%M} ngày {log.now:%d/%m/%Y}, khi tháng chưa hết."
