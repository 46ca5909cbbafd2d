"""Limits as due rows: begun by a dated act, counted once, settled by the act that ends them; those of requests are found here.

Counting days is `domain.limits`; the acts are `operations.request_sending` and `operations.personnel`. What falls due for mailboxes is
`operations.due_beginnings`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from govmail_desk.domain.limits import counted
from govmail_desk.domain.reminder import Due, DueAct, SubjectKind
from govmail_desk.domain.working_days import Counting

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.domain.mailbox import MailboxKind
    from govmail_desk.domain.provision import AnyProvision, Key, Period, Provision, RequestKind
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.working_days import Calendar
    from govmail_desk.store.transaction import Transaction


class Rules(Protocol):
    """What limits are counted by: the desk itself, or its rules read before a long act (`operations.rules_in_hand`)."""

    def regulation(self, on: date) -> Regulation:
        """Return the regulation in use on a day."""

    def calendar(self) -> Calendar:
        """Return the working-day calendar."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit counted out, with the rule it follows: its article, its reason, and the counting day by day."""

    rule: AnyProvision
    counting: Counting


def limit(desk: Rules, key: Key[Period], *, started_on: date) -> Limit | None:
    """Count a limit of the unit's regulation from the day that starts it, a wait as one; None where the regulation states none."""
    return _counted(desk, desk.regulation(started_on).find(key, started_on), started_on)


def answer_limit(desk: Desk, *, kind: RequestKind, mailbox_kind: MailboxKind, sent_on: date) -> Limit | None:
    """Count by when the operator has to answer what was sent on a day; None where the regulation states no limit for it."""
    return _counted(desk, desk.regulation(sent_on).answer_limit(kind, mailbox_kind, sent_on), sent_on)


def _counted(desk: Rules, rule: Provision[Period] | None, started_on: date) -> Limit | None:
    return Limit(rule, counted(rule, started_on, desk.calendar())) if rule else None


def put_limit(
    transaction: Transaction, found: Limit | None, *, subject_kind: SubjectKind, subject_id: int, begun_by: DueAct
) -> Due | None:
    """Write a limit as a due row inside a larger act; nothing where there is none."""
    if found is None:
        return None
    return transaction.put(due_of(found, subject_kind=subject_kind, subject_id=subject_id, begun_by=begun_by))


def due_of(found: Limit, *, subject_kind: SubjectKind, subject_id: int, begun_by: DueAct) -> Due:
    """Make the due row of a limit that begins on the day it is counted from."""
    return Due(
        rule=found.rule.key,
        subject_kind=subject_kind,
        subject_id=subject_id,
        started_on=found.counting.stated_on,
        due_on=found.counting.due_on,
        act_by=found.counting.act_by,
        begun_by=begun_by,
    )


def settle(
    transaction: Transaction,
    *,
    subject_kind: SubjectKind,
    subject_id: int,
    on: date,
    why: str,
    rules: frozenset[str] | None = None,
) -> None:
    """Settle what still runs on a subject, all of it or that of some rules."""
    running = transaction.find(Due, subject_kind=subject_kind, subject_id=subject_id, settled_on=None)
    transaction.put_all([
        replace(due, settled_on=on, settled_why=why) for due in running if rules is None or due.rule in rules
    ])
