"""The log of looking into mailboxes: who looked, in which half of which day, entered by a named act and never made up.

When a half day ends is `domain.check_times`; the month's grid and what is missing in it are `listings.checks`, the monthly sheet
`documents.check_sheet`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date
from typing import TYPE_CHECKING, NamedTuple

from govmail_desk.domain.check import Check, Slot
from govmail_desk.domain.check_times import HalfDay
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import LOCKED, NEVER_ISSUED, Mailbox, MailboxEvent, MailboxState, issued_on
from govmail_desk.domain.office_calendar import written
from govmail_desk.domain.office_hours import hours_on
from govmail_desk.domain.secrecy import without_password
from govmail_desk.domain.settings import OfficeHours
from govmail_desk.operations.due_beginnings import mark_occasion
from govmail_desk.operations.mailbox_acts import events_of
from govmail_desk.store.transaction import GONE
from govmail_desk.wording import MAILBOX_STATES, SLOTS

if TYPE_CHECKING:
    from govmail_desk.desk import Changes, Desk
    from govmail_desk.store.transaction import Transaction


class _Standing(NamedTuple):
    """A mailbox as it stood on the day that is logged."""

    mailbox: Mailbox
    state: MailboxState | None
    """None where the register knows nothing of it yet on that day."""
    first_on: date | None


def record_check(
    desk: Desk,
    *,
    mailbox_ids: Sequence[int],
    on: date,
    slot: Slot,
    by: str = "",
    mail_count: int | Mapping[int, int] | None = None,
    is_reported: bool = False,
    note: str = "",
) -> Changes:
    """Log that someone looked into mailboxes in one half of one day (đã kiểm tra hộp thư).

    `by` is who looked, by default the person working. `mail_count` is the number of new letters where one mailbox is meant, or the
    numbers by mailbox; what is not in it was not counted. A half day that has not begun is refused, as is a mailbox that was not
    in use that day; an entry made after the half day ended is kept as late (`is_late`), one of a day off says so in the journal.
    Looking into a mailbox is using it: what runs from its last use runs from this day.
    """
    by, note = without_password(by) or desk.person, without_password(note)
    counts = _counted(mail_count, mailbox_ids)
    with desk.transaction("record_check", "") as act:
        half = HalfDay(on, slot, hours_on(act.transaction.find(OfficeHours), on))
        _refuse_the_future(desk, half)
        is_late = half.has_ended(desk.clock())
        standings = _standings(act.transaction, mailbox_ids, on)
        act.sentence = _told(standings, on, slot, _remarks(desk, standings, on, is_late=is_late))
        looked_into = [standing.mailbox for standing in standings]
        said = Check(
            mailbox_id=0,
            on_date=on,
            slot=slot,
            by=by,
            is_reported=is_reported,
            is_late=is_late,
            entered_at=desk.clock().astimezone(UTC),
            note=note,
        )
        made = [replace(said, mailbox_id=box.id, mail_count=counts.get(box.id)) for box in looked_into]
        act.transaction.put_all(_not_yet_logged(act.transaction, made))
        mark_occasion(act.transaction, desk, looked_into, occasion="checked", on=on)
    return act.changes


def _not_yet_logged(transaction: Transaction, made: Sequence[Check]) -> list[Check]:
    """Leave out the looks the log has already, word for word: a second press of a button is no second look."""
    logged = {_said(check) for check in transaction.find(Check, on_date=made[0].on_date.isoformat(), slot=made[0].slot)}
    return [check for check in made if _said(check) not in logged]


def _said(check: Check) -> tuple[object, ...]:
    return check.mailbox_id, check.by, check.mail_count, check.is_reported, check.note


def mark_reported(desk: Desk, *, check_ids: Sequence[int]) -> Changes:
    """Note that what came in was reported to the head (đã báo cáo thủ trưởng); those noted already stay as they are."""
    with desk.transaction("report_checks", "") as act:
        checks = [act.transaction.get(Check, check_id) for check_id in dict.fromkeys(check_ids)]
        newly = [replace(check, is_reported=True) for check in checks if not check.is_reported]
        act.sentence = f"Ghi đã báo cáo thủ trưởng {len(newly)} lần kiểm tra hộp thư"
        act.transaction.put_all(newly)
    return act.changes


def _refuse_the_future(desk: Desk, half: HalfDay) -> None:
    if half.on > desk.today():
        raise RuleBroken(f"Ngày {half.on:%d/%m/%Y} chưa tới. Hãy ghi lần kiểm tra sau khi đã xem hộp thư.")
    if not half.has_begun(desk.clock()):
        raise RuleBroken(
            f"Buổi {SLOTS[half.slot].lower()} hôm nay bắt đầu lúc {half.begins_at:%H:%M}, lúc này chưa tới. "
            "Hãy chọn buổi đã kiểm tra, hoặc sửa giờ làm việc ở trang Thiết lập."
        )


def _counted(mail_count: int | Mapping[int, int] | None, mailbox_ids: Sequence[int]) -> Mapping[int, int]:
    """Put the numbers of letters by mailbox; one number for several mailboxes says nothing of any of them."""
    if isinstance(mail_count, int):
        if len(mailbox_ids) != 1:
            raise RuleBroken("Số thư mới phải ghi cho từng hộp thư. Hãy ghi riêng từng hộp thư, hoặc để trống số thư.")
        mail_count = {mailbox_ids[0]: mail_count}
    if any(count < 0 for count in (mail_count or {}).values()):
        raise RuleBroken("Số thư mới không thể nhỏ hơn 0. Hãy ghi lại, hoặc để trống nếu không đếm.")
    return mail_count or {}


def _standings(transaction: Transaction, mailbox_ids: Sequence[int], on: date) -> list[_Standing]:
    """Read the mailboxes as they stood that day. Raises `RuleBroken` where one could not be looked into."""
    if not mailbox_ids:
        raise RuleBroken("Chưa chọn hộp thư nào. Hãy chọn hộp thư đã kiểm tra.")
    wanted = list(dict.fromkeys(mailbox_ids))
    mailboxes, events = transaction.get_many(Mailbox, wanted), events_of(transaction, wanted)
    if len(mailboxes) < len(wanted):
        raise RuleBroken(GONE)
    standings = [_standing(mailboxes[mailbox_id], events[mailbox_id], on) for mailbox_id in wanted]
    for standing in standings:
        _refuse_unless_in_use(standing, on)
    return standings


def _standing(mailbox: Mailbox, events: Sequence[MailboxEvent], on: date) -> _Standing:
    in_order = sorted(events, key=lambda event: (event.on_date, event.id))
    begun = [event.state for event in in_order if event.on_date <= on] or _before_it_came(events)
    issued = [event.on_date for event in events if event.state not in NEVER_ISSUED]
    return _Standing(mailbox, begun[-1] if begun else None, min(issued, default=None))


def _before_it_came(events: Sequence[MailboxEvent]) -> list[MailboxState]:
    """A mailbox that came into the register in use was so before, as long as nobody told since when and nothing has happened to it."""
    is_as_it_came = issued_on(events) is None and all(event.state == "active" for event in events)
    return ["active"] if is_as_it_came else []


def _refuse_unless_in_use(standing: _Standing, on: date) -> None:
    address = standing.mailbox.address
    if standing.state == "closed":
        raise RuleBroken(f"Hộp thư {address} đã đóng nên không còn kiểm tra được. Hãy bỏ hộp thư này khỏi lần ghi.")
    if standing.state is None and standing.first_on is not None:
        raise RuleBroken(f"Hộp thư {address} có trong sổ từ {standing.first_on:%d/%m/%Y}. Hãy ghi từ ngày đó trở đi.")
    if standing.state is None or standing.state in NEVER_ISSUED:
        raise RuleBroken(
            f"Hộp thư {address} chưa được cấp vào ngày {on:%d/%m/%Y}. "
            "Hãy ghi việc cấp hộp thư trước, hoặc bỏ hộp thư này khỏi lần ghi."
        )


def _remarks(desk: Desk, standings: Sequence[_Standing], on: date, *, is_late: bool) -> list[str]:
    """Say what is to be known of the look: of a mailbox locked in the register, on a day off, entered late.

    Whoever looks into a locked one did so all the same, or the register lags behind; a look is as good on a day off, only nobody had to.
    """
    calendar = desk.calendar()
    locked = [
        f"sổ đang ghi {one.mailbox.address}: {MAILBOX_STATES[one.state].lower()}"
        for one in standings
        if one.state in LOCKED
    ]
    day_off = [] if calendar.is_working(on) else [f"ngày nghỉ: {calendar.skipped(on).why}"]
    return [*locked, *day_off, *(["ghi muộn"] if is_late else [])]


def _told(standings: Sequence[_Standing], on: date, slot: Slot, remarks: Sequence[str]) -> str:
    which = standings[0].mailbox.address if len(standings) == 1 else f"{len(standings)} hộp thư"
    told = f"Ghi đã kiểm tra {which}: buổi {SLOTS[slot].lower()} {written(on)}"
    return f"{told} ({'; '.join(remarks)})" if remarks else told
