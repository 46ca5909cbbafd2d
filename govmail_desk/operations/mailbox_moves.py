"""A mailbox comes under another unit: the dated move is written in the act that changes it, so that any past day's figures stand by unit.

Counting by it is `operations.report_events`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from govmail_desk.domain.mailbox import Mailbox, MailboxMove

if TYPE_CHECKING:
    from govmail_desk.store.transaction import Transaction


def put_moves(
    transaction: Transaction,
    before: Mapping[int, Mailbox],
    after: Sequence[Mailbox],
    *,
    on: date,
    by: str,
    note: str = "",
) -> None:
    """Write, inside a larger act, the move of each mailbox that stands with another unit than before.

    It takes effect on the day told, or on the day of the mailbox's last move where that is later: a mailbox never goes back in time.
    """
    moved = [box for box in after if box.unit_id != before[box.id].unit_id]
    last = {one.mailbox_id: one.on_date for one in _in_order(transaction, moved)}
    transaction.put_all([
        MailboxMove(
            mailbox_id=box.id,
            from_unit_id=before[box.id].unit_id,
            to_unit_id=box.unit_id,
            on_date=max(on, last.get(box.id, on)),
            by=by,
            note=note,
        )
        for box in moved
    ])


def _in_order(transaction: Transaction, moved: Sequence[Mailbox]) -> list[MailboxMove]:
    return transaction.find_among(MailboxMove, "mailbox_id", [box.id for box in moved])
