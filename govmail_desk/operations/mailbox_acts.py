"""What people did with mailboxes: issued, password changed, used, a reason told, a notice received, old mail cleaned out.

Each is a dated act of a named person and one journal entry, for one mailbox or many; what falls due follows from it in the same act.
Entering a state is `operations.mailboxes`, looking into a mailbox `operations.checks`, what an act begins and ends
`operations.due_beginnings`. No act has a place for a password.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import NEVER_ISSUED, ActKind, Mailbox, MailboxAct, MailboxEvent, issued_on
from govmail_desk.domain.regulation import INACTIVITY_LOCK_UNLESS, INACTIVITY_NOTICE
from govmail_desk.domain.secrecy import without_password
from govmail_desk.operations.due_beginnings import mark_occasion
from govmail_desk.operations.follow_ups import finish_first_login, raise_first_login
from govmail_desk.operations.lock_limits import put_notice_limit
from govmail_desk.operations.mailboxes import enter_state
from govmail_desk.operations.request_limits import limit
from govmail_desk.store.transaction import GONE
from govmail_desk.wording import MAILBOX_ACTS, MAILBOX_STATES

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.operations.request_limits import Rules
    from govmail_desk.store.transaction import Transaction


def record_act(
    desk: Desk, *, mailbox_ids: Sequence[int], kind: ActKind, on: date, by: str = "", note: str = ""
) -> Changes:
    """Record what was done with mailboxes on a day: the password changed, used, a reason told, a notice received, mail cleaned out.

    `by` is who did it, by default the person working; a reason told is its `note`. An act earlier than what stands is kept and changes
    no due date; the very same act twice is kept once. Raises `RuleBroken` for a day to come, a mailbox not issued by then or closed, a
    note that holds a password, and where the regulation knows no such reason or notice.
    """
    note, by = without_password(note), without_password(by) or desk.person
    _refuse_future(desk, on)
    _refuse_unknown_to_regulation(desk, kind, on)
    with desk.transaction("record_act", "") as act:
        mailboxes = _in_use(act.transaction, mailbox_ids, on)
        act.sentence = f"Ghi {MAILBOX_ACTS[kind].lower()}: {_told(mailboxes, on)}"
        put_acts(act.transaction, desk, mailboxes, kind=kind, on=on, by=by, note=note)
    return act.changes


def record_issue(desk: Desk, *, mailbox_ids: Sequence[int], on: date, by: str = "", note: str = "") -> Changes:
    """Record the day mailboxes were issued: one asked for comes into use; for one in use the register learns the day it did not know.

    With it begins what runs from issue. Raises `RuleBroken` for a day to come, and one later than the mailbox is known in use.
    """
    note, by = without_password(note), without_password(by) or desk.person
    _refuse_future(desk, on)
    with desk.transaction("record_issue", "") as act:
        mailboxes = _chosen(act.transaction, mailbox_ids)
        events = events_of(act.transaction, [mailbox.id for mailbox in mailboxes])
        issued = [_issue(act.transaction, box, events[box.id], on=on, by=by, note=note) for box in mailboxes]
        act.sentence = f"Ghi đã cấp: {_told(issued, on)}"
        mark_occasion(act.transaction, desk, issued, occasion="issued", on=on)
        raise_first_login(act.transaction, issued, regulation=desk.regulation(on), on=on)
    return act.changes


def put_acts(
    transaction: Transaction,
    desk: Rules,
    mailboxes: Sequence[Mailbox],
    *,
    kind: ActKind,
    on: date,
    by: str,
    note: str = "",
) -> None:
    """Write, inside a larger act, what was done with mailboxes in use, with what begins and ends by it; the very same act is kept once."""
    made = [MailboxAct(mailbox_id=box.id, kind=kind, on_date=on, by=by, note=note) for box in mailboxes]
    transaction.put_all(_not_yet_kept(transaction, made))
    _follow(transaction, desk, mailboxes, kind=kind, on=on, note=note)


def events_of(transaction: Transaction, mailbox_ids: Sequence[int]) -> Mapping[int, list[MailboxEvent]]:
    """Read what happened to mailboxes, by mailbox."""
    events: dict[int, list[MailboxEvent]] = defaultdict(list)
    for event in transaction.find_among(MailboxEvent, "mailbox_id", mailbox_ids):
        events[event.mailbox_id].append(event)
    return events


def _follow(
    transaction: Transaction, desk: Rules, mailboxes: Sequence[Mailbox], *, kind: ActKind, on: date, note: str
) -> None:
    """Begin and settle what hangs on an act."""
    if kind == "notice":
        found = limit(desk, INACTIVITY_NOTICE, started_on=on)
        for mailbox in mailboxes:
            _refuse_unless_suspended(mailbox)
            put_notice_limit(transaction, found, mailbox_id=mailbox.id)
        return
    mark_occasion(transaction, desk, mailboxes, occasion=kind, on=on, note=note if kind == "reason-told" else "")
    if kind == "password-changed":
        finish_first_login(transaction, [mailbox.id for mailbox in mailboxes], on=on)


def _issue(
    transaction: Transaction, mailbox: Mailbox, events: Sequence[MailboxEvent], *, on: date, by: str, note: str
) -> Mailbox:
    if mailbox.state in NEVER_ISSUED:
        if on < mailbox.since:
            raise RuleBroken(
                f"Hộp thư {mailbox.address} có việc ghi ngày {mailbox.since:%d/%m/%Y} khi chưa cấp. "
                "Hãy ghi ngày cấp từ ngày đó trở đi."
            )
        return enter_state(transaction, mailbox, state="active", on=on, by=by, note=note)
    _refuse_later_issue(mailbox, events, on)
    transaction.put(MailboxEvent(mailbox_id=mailbox.id, state="active", on_date=on, by=by, note=note))
    is_as_it_came = all(event.state == "active" for event in events)
    return transaction.put(replace(mailbox, since=on)) if is_as_it_came else mailbox


def _refuse_later_issue(mailbox: Mailbox, events: Sequence[MailboxEvent], on: date) -> None:
    """A mailbox in use was issued no later than it is known in use, and once."""
    _refuse_closed(mailbox)
    known = issued_on(events)
    if known is not None:
        raise RuleBroken(f"Sổ đã ghi cấp hộp thư {mailbox.address} ngày {known:%d/%m/%Y}, không cần ghi lần nữa.")
    first = min(event.on_date for event in events)
    if on > first:
        raise RuleBroken(
            f"Hộp thư {mailbox.address} đã dùng từ {first:%d/%m/%Y}. Hãy ghi ngày cấp không muộn hơn ngày đó."
        )


def _refuse_future(desk: Desk, on: date) -> None:
    if on > desk.today():
        raise RuleBroken(f"Ngày {on:%d/%m/%Y} chưa tới. Hãy ghi ngày việc đã xảy ra.")


def _refuse_unknown_to_regulation(desk: Desk, kind: ActKind, on: date) -> None:
    """A reason, or a notice, is recorded only where the regulation makes something hang on it."""
    regulation = desk.regulation(on)
    if kind == "reason-told" and regulation.find(INACTIVITY_LOCK_UNLESS, on) is None:
        raise RuleBroken(
            f"{regulation.short_name} không có quy định về báo lý do không sử dụng hộp thư, nên không có gì để ghi."
        )
    if kind == "notice" and regulation.find(INACTIVITY_NOTICE, on) is None:
        raise RuleBroken(
            f"{regulation.short_name} không có quy định về thông báo tạm dừng hộp thư, nên không có gì để ghi."
        )


def _refuse_unless_suspended(mailbox: Mailbox) -> None:
    if mailbox.state != "suspended":
        raise RuleBroken(
            f"Hộp thư {mailbox.address}: {MAILBOX_STATES[mailbox.state].lower()}. "
            "Hãy ghi hộp thư bị tạm dừng trước khi ghi đã nhận thông báo."
        )


def _refuse_closed(mailbox: Mailbox) -> None:
    if mailbox.state == "closed":
        raise RuleBroken(
            f"Hộp thư {mailbox.address} đã đóng từ {mailbox.since:%d/%m/%Y}. Hãy bỏ hộp thư này khỏi lần ghi."
        )


def _chosen(transaction: Transaction, mailbox_ids: Sequence[int]) -> list[Mailbox]:
    if not mailbox_ids:
        raise RuleBroken("Chưa chọn hộp thư nào. Hãy chọn hộp thư cần ghi.")
    wanted = list(dict.fromkeys(mailbox_ids))
    found = transaction.get_many(Mailbox, wanted)
    if len(found) < len(wanted):
        raise RuleBroken(GONE)
    return [found[mailbox_id] for mailbox_id in wanted]


def _in_use(transaction: Transaction, mailbox_ids: Sequence[int], on: date) -> list[Mailbox]:
    """Read the mailboxes an act is about; refused where one was not issued by then, or is closed."""
    mailboxes = _chosen(transaction, mailbox_ids)
    events = events_of(transaction, [mailbox.id for mailbox in mailboxes])
    for mailbox in mailboxes:
        _refuse_closed(mailbox)
        if mailbox.state in NEVER_ISSUED:
            raise RuleBroken(f"Hộp thư {mailbox.address} chưa được cấp. Hãy ghi việc cấp hộp thư trước.")
        known = issued_on(events[mailbox.id])
        if known is not None and on < known:
            raise RuleBroken(f"Hộp thư {mailbox.address} được cấp ngày {known:%d/%m/%Y}. Hãy ghi từ ngày đó trở đi.")
    return mailboxes


def _not_yet_kept(transaction: Transaction, made: Sequence[MailboxAct]) -> list[MailboxAct]:
    """Leave out the acts the register has already, word for word; all made here differ in their mailbox alone."""
    if not made:
        return []
    one = made[0]
    alike = transaction.find(MailboxAct, kind=one.kind, on_date=one.on_date.isoformat(), by=one.by, note=one.note)
    kept = {act.mailbox_id for act in alike}
    return [act for act in made if act.mailbox_id not in kept]


def _told(mailboxes: Sequence[Mailbox], on: date) -> str:
    which = f"hộp thư {mailboxes[0].address}" if len(mailboxes) == 1 else f"{len(mailboxes)} hộp thư"
    return f"{which}, ngày {on:%d/%m/%Y}"
