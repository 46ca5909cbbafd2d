"""What bringing an answer into the register would change: the act itself, done and let go again, so that what is seen is what will be.

Here: `rehearse_answer`. The act is `operations.request_answers`.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.reminder import FollowUp
from govmail_desk.domain.request import RequestRow
from govmail_desk.operations.request_answers import bring_answer_in

if TYPE_CHECKING:
    from govmail_desk.desk import Act, Desk


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What would change: each mailbox of the list before and after, and what would be raised to do elsewhere."""

    mailboxes: tuple[tuple[Mailbox, Mailbox], ...]
    follow_ups: tuple[FollowUp, ...]


class _SeenEnough(Exception):
    """Ends the act before anything of it is kept."""


def rehearse_answer(desk: Desk, *, request_id: int) -> Rehearsal:
    """Say what `apply_answer` would change; nothing is written. Raises `RuleBroken` where it would be refused."""
    seen = Rehearsal((), ())
    with suppress(_SeenEnough), desk.transaction("apply_answer", "") as act:
        seen = _seen(act, desk, request_id)
        raise _SeenEnough
    return seen


def _seen(act: Act, desk: Desk, request_id: int) -> Rehearsal:
    ids = [row.mailbox_id for row in act.transaction.find(RequestRow, request_id=request_id)]
    before = act.transaction.get_many(Mailbox, ids)
    bring_answer_in(act, desk, request_id)
    after = act.transaction.get_many(Mailbox, ids)
    raised = act.transaction.find(FollowUp, request_id=request_id)
    return Rehearsal(tuple((before[one], after[one]) for one in ids), tuple(raised))
