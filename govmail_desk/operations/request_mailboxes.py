"""What the steps of a request do to its mailboxes: one enters a state by it, those asked for and not given go back.

The steps are `operations.request_sending`, `operations.request_answers` and `operations.request_withdrawals`; a state recorded without
any request is `operations.mailboxes`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from govmail_desk.domain.mailbox import Mailbox, MailboxEvent, MailboxState
from govmail_desk.domain.request import Request, RequestRow
from govmail_desk.operations.lock_limits import resume_lock
from govmail_desk.operations.mailboxes import enter_state

if TYPE_CHECKING:
    from govmail_desk.desk import Act, Desk


def enter_by_request(
    act: Act, desk: Desk, request: Request, mailbox: Mailbox, state: MailboxState, *, on: date, note: str = ""
) -> None:
    """Write a mailbox with its dated event; what happened after the answer is never overtaken by it."""
    if on >= mailbox.since:
        enter_state(act.transaction, mailbox, state=state, on=on, by=desk.person, note=note, request_id=request.id)
        return
    # A change or a new password leaves the state as it was on that day, not as it became since.
    stood = _state_on(act, mailbox, on) if request.kind in {"change", "reset"} else state
    act.transaction.put(
        MailboxEvent(mailbox_id=mailbox.id, state=stood, on_date=on, by=desk.person, note=note, request_id=request.id)
    )
    act.transaction.put(mailbox)


def _state_on(act: Act, mailbox: Mailbox, on: date) -> MailboxState:
    """Say which state a mailbox was in on a day; one the register did not know yet, the state it came in with."""
    events = sorted(
        act.transaction.find(MailboxEvent, mailbox_id=mailbox.id), key=lambda event: (event.on_date, event.id)
    )
    return ([event.state for event in events if event.on_date <= on] or [events[0].state])[-1]


def let_go(act: Act, desk: Desk, request: Request, rows: Sequence[RequestRow], *, on: date) -> None:
    """Put mailboxes that were asked for and not given back among the proposed ones; what a lock began runs on."""
    if request.kind == "reopen":
        for row in rows:
            resume_lock(act.transaction, mailbox_id=row.mailbox_id)
    if request.kind != "create":
        return
    for mailbox in act.transaction.get_many(Mailbox, [row.mailbox_id for row in rows]).values():
        if mailbox.state == "requested":
            enter_by_request(act, desk, request, mailbox, "proposed", on=on)
