"""Mailboxes: written into the register and moved from state to state by dated acts. Asking for new ones is `operations.requests`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from govmail_desk.desk import Changes, Desk
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import (
    LOCKED,
    LockCause,
    Mailbox,
    MailboxEvent,
    MailboxKind,
    MailboxState,
    assumed_start,
)
from govmail_desk.domain.provision import ADDRESS
from govmail_desk.domain.secrecy import without_password
from govmail_desk.domain.vietnamese import clean
from govmail_desk.operations.due_beginnings import mark_occasion, occasion_of
from govmail_desk.operations.lock_limits import lock_limit, put_lock_limit, settle_lock
from govmail_desk.operations.mailbox_moves import put_moves
from govmail_desk.operations.request_limits import settle
from govmail_desk.store.transaction import Transaction
from govmail_desk.wording import MAILBOX_STATES


def add_mailbox(
    desk: Desk,
    *,
    address: str,
    kind: MailboxKind,
    unit_id: int,
    holder_id: int | None = None,
    state: MailboxState = "active",
    since: date,
    note: str = "",
    is_admin: bool = False,
) -> Changes:
    """Write a mailbox that exists, or is proposed, into the register; any legal address is taken as it is.

    Nothing falls due with it: one in use was issued on a day nobody told yet (`operations.mailbox_acts.record_issue`).
    """
    address = checked_address(address)
    with desk.transaction("add_mailbox", f"Thêm hộp thư {address}") as act:
        put_mailbox(
            act.transaction,
            Mailbox(
                address=address,
                kind=kind,
                unit_id=unit_id,
                holder_id=holder_id,
                state=state,
                since=since,
                note=without_password(note),
                is_admin=is_admin,
            ),
            by=desk.person,
        )
    return act.changes


def edit_mailbox(
    desk: Desk, *, mailbox: Mailbox, note: str, unit_id: int, holder_id: int | None, is_admin: bool | None = None
) -> Changes:
    """Correct a mailbox's note, unit or holder, or whether it is an administrator's account; a new note never holds a password.

    No due date moves: the rule for an administrator's account counts from the next time its password is changed. Another unit is kept
    as a move of today.
    """
    tidy = clean(note) if note == mailbox.note else without_password(note)
    with desk.transaction("edit_mailbox", f"Sửa thông tin hộp thư {mailbox.address}") as act:
        edited = act.transaction.put(
            replace(
                mailbox,
                note=tidy,
                unit_id=unit_id,
                holder_id=holder_id,
                is_admin=mailbox.is_admin if is_admin is None else is_admin,
            )
        )
        put_moves(act.transaction, {mailbox.id: mailbox}, [edited], on=desk.today(), by=desk.person)
    return act.changes


def edit_notes(desk: Desk, *, mailbox_ids: Sequence[int], note: str) -> Changes:
    """Set, or with an empty text clear, the note of many mailboxes at once."""
    tidy = without_password(note)
    with desk.transaction("edit_notes", f"Sửa ghi chú của {len(mailbox_ids)} hộp thư") as act:
        found = act.transaction.find_among(Mailbox, "id", mailbox_ids)
        act.transaction.put_all([replace(mailbox, note=tidy) for mailbox in found])
    return act.changes


def record_state(
    desk: Desk,
    *,
    mailbox_id: int,
    state: MailboxState,
    on: date,
    note: str = "",
    cause: LockCause = "",
    by: str = "",
) -> Changes:
    """Record that a mailbox entered a state on a day, as the operator told or the unit saw; `by` is who did, by default the one working.

    `cause` says why it was locked or suspended; the limits that begin with it (a wait, the last day to ask for reopening) become
    due rows, and end when the mailbox is in use again or closed. Issued or reopened by it, what runs from that begins.
    """
    with desk.transaction("record_state", "") as act:
        mailbox = act.transaction.get(Mailbox, mailbox_id)
        if on > desk.today():
            raise RuleBroken(f"Ngày {on:%d/%m/%Y} chưa tới. Hãy ghi ngày việc đã xảy ra.")
        _begin_no_later(act.transaction, mailbox, on)
        act.sentence = f"Ghi hộp thư {mailbox.address}: {MAILBOX_STATES[state]} từ {on:%d/%m/%Y}"
        cause = cause if state in LOCKED else ""
        by = without_password(by) or desk.person
        entered = enter_state(
            act.transaction, mailbox, state=state, on=on, by=by, note=without_password(note), cause=cause
        )
        put_lock_limit(act.transaction, lock_limit(desk, cause=cause, on=on), mailbox_id=mailbox_id)
        occasion = occasion_of(mailbox.state, state)
        if occasion is not None:
            mark_occasion(act.transaction, desk, [entered], occasion=occasion, on=on)
    return act.changes


def _begin_no_later(transaction: Transaction, mailbox: Mailbox, on: date) -> None:
    """Let a mailbox that came into the register in use have been so by a day told later; refused where that is before what is known."""
    events = transaction.find(MailboxEvent, mailbox_id=mailbox.id)
    assumed = assumed_start(events)
    known = max((event.on_date for event in events if event is not assumed), default=None)
    if known is not None and on < known:
        raise RuleBroken(f"Hộp thư {mailbox.address} đã có sự việc ngày {known:%d/%m/%Y}. Hãy ghi từ ngày đó trở đi.")
    if assumed is not None and on < assumed.on_date:
        transaction.put(replace(assumed, on_date=on))


def put_mailbox(transaction: Transaction, mailbox: Mailbox, *, by: str) -> Mailbox:
    """Write a new mailbox with the event it begins with; an address already in the register is refused."""
    known = transaction.find(Mailbox, address=mailbox.address)
    if known:
        state = MAILBOX_STATES[known[0].state].lower()
        raise RuleBroken(f"Địa chỉ {mailbox.address} đã có trong sổ ({state}). Hãy chọn địa chỉ khác.")
    kept = transaction.put(mailbox)
    transaction.put(MailboxEvent(mailbox_id=kept.id, state=kept.state, on_date=kept.since, by=by))
    return kept


def enter_state(
    transaction: Transaction,
    mailbox: Mailbox,
    *,
    state: MailboxState,
    on: date,
    by: str,
    note: str = "",
    request_id: int | None = None,
    cause: LockCause = "",
) -> Mailbox:
    """Move a mailbox into a state with its dated event, inside a larger act.

    What its lock began ends once it is out of it; nothing falls due any more once it is closed. A state told again is the same state:
    the mailbox has been in it since the first day told.
    """
    transaction.put(
        MailboxEvent(
            mailbox_id=mailbox.id, state=state, on_date=on, by=by, note=note, request_id=request_id, cause=cause
        )
    )
    if state == "closed":
        settle(transaction, subject_kind="mailbox", subject_id=mailbox.id, on=on, why="Hộp thư đã đóng")
    elif mailbox.state in LOCKED and state not in LOCKED:
        settle_lock(transaction, mailbox_id=mailbox.id, on=on, why=f"Hộp thư: {MAILBOX_STATES[state].lower()}")
    return transaction.put(
        replace(mailbox, state=state, since=min(on, mailbox.since) if state == mailbox.state else on)
    )


def checked_address(address: str) -> str:
    """Take a typed address in lower case; one that no mail system would accept is refused with its reason."""
    tidy = clean(address).lower()
    if not ADDRESS.fullmatch(tidy):
        raise RuleBroken(
            f"“{tidy}” không phải là địa chỉ thư hợp lệ. Hãy viết dạng ten.donvi@tenmien, không dấu, không khoảng trắng."
        )
    return tidy
