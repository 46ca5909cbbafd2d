"""The two limits a lock begins, as due rows of the mailbox: how long reopening is not dealt with, and by when it must be asked for.

Counting days is `domain.working_days`; recording a lock is `operations.mailboxes`, asking for a reopening `operations.requests`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.mailbox import LOCKED, Mailbox, MailboxEvent
from govmail_desk.domain.regulation import INACTIVITY_NOTICE, PASSWORD_REOPEN_AFTER
from govmail_desk.domain.reminder import Due, DueAct
from govmail_desk.operations.request_limits import limit, put_limit, settle

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.domain.mailbox import LockCause
    from govmail_desk.domain.provision import Key, Period
    from govmail_desk.operations.request_limits import Limit
    from govmail_desk.store.transaction import Transaction

_BEGUN_BY: Final[dict[LockCause, Key[Period]]] = {
    "first-login": PASSWORD_REOPEN_AFTER,
    "inactivity": INACTIVITY_NOTICE,
    "violation": INACTIVITY_NOTICE,
}
"""What runs from a lock, by its cause; whether the unit's regulation knows it is seen when it is looked up."""
_BEGUN_WITH: Final[dict[str, DueAct]] = {PASSWORD_REOPEN_AFTER.name: "locked", INACTIVITY_NOTICE.name: "suspended"}
"""The act each of these limits begins with; a suspension stands for the day of its notice until that is told."""

ASKED_TO_REOPEN: Final = "Đã gửi đề nghị mở lại"
LOCK_RULES: Final = frozenset(key.name for key in _BEGUN_BY.values())
ASKING_ENDS: Final = LOCK_RULES - {PASSWORD_REOPEN_AFTER.name}
"""What asking for the reopening settles; a wait goes on until it is over or the mailbox is open."""


def lock_limit(desk: Desk, *, cause: LockCause, on: date) -> Limit | None:
    """Count what a lock begins on its day, or a suspension on the day of the operator's notice; None where nothing runs."""
    key = _BEGUN_BY.get(cause)
    return limit(desk, key, started_on=on) if key else None


def is_wait(found: Limit) -> bool:
    """Say whether a limit is one to wait out: nothing is dealt with before it has run."""
    return found.counting.rule == "after"


def put_lock_limit(transaction: Transaction, found: Limit | None, *, mailbox_id: int) -> None:
    """Write the limit of a lock inside a larger act; one that runs already stays, one from another day gives way."""
    if found is None:
        return
    running = transaction.find(Due, rule=found.rule.key, subject_kind="mailbox", subject_id=mailbox_id, settled_on=None)
    if any(due.due_on == found.counting.due_on for due in running):
        return
    settle_lock(transaction, mailbox_id=mailbox_id, on=found.counting.stated_on, why="Tính lại từ ngày khác")
    begun_by = _BEGUN_WITH[found.rule.key]
    put_limit(transaction, found, subject_kind="mailbox", subject_id=mailbox_id, begun_by=begun_by)


def put_notice_limit(transaction: Transaction, found: Limit | None, *, mailbox_id: int) -> None:
    """Write what the operator's notice begins, in place of what the suspension itself was taken to begin.

    A notice earlier than one whose limit runs already is history.
    """
    if found is None:
        return
    noticed_on = found.counting.stated_on
    running = transaction.find(Due, rule=found.rule.key, subject_kind="mailbox", subject_id=mailbox_id, settled_on=None)
    if any(
        due.started_on == noticed_on or (due.begun_by == "notice" and due.started_on > noticed_on) for due in running
    ):
        return
    why = f"Tính từ ngày nhận thông báo {noticed_on:%d/%m/%Y}"
    transaction.put_all([replace(due, settled_on=max(noticed_on, due.started_on), settled_why=why) for due in running])
    put_limit(transaction, found, subject_kind="mailbox", subject_id=mailbox_id, begun_by="notice")


def settle_lock(
    transaction: Transaction, *, mailbox_id: int, on: date, why: str, rules: frozenset[str] = LOCK_RULES
) -> None:
    """Settle what a lock began, all of it or that of some rules: the mailbox is open again, or its reopening was asked for."""
    settle(transaction, subject_kind="mailbox", subject_id=mailbox_id, on=on, why=why, rules=rules)


def resume_lock(transaction: Transaction, *, mailbox_id: int) -> None:
    """Let what a lock began run on where the request to reopen was withdrawn, cancelled or refused.

    Only the lock the mailbox is in now: nothing runs of one it came out of, be it in use again or locked once more.
    """
    if transaction.get(Mailbox, mailbox_id).state not in LOCKED:
        return
    events = transaction.find(MailboxEvent, mailbox_id=mailbox_id)
    opened_on = max((event.on_date for event in events if event.state not in LOCKED), default=date.min)
    settled = transaction.find(Due, subject_kind="mailbox", subject_id=mailbox_id, settled_why=ASKED_TO_REOPEN)
    newest = {due.rule: due for due in settled if due.rule in LOCK_RULES and (due.settled_on or date.min) >= opened_on}
    transaction.put_all([replace(due, settled_on=None, settled_why="") for due in newest.values()])
