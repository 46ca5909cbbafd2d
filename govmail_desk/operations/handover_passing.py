"""What passes to the receiver when a handover is closed: the charge, and the password as changed by them.

Closing itself is `operations.handovers`; charges are written by `operations.charges`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.custody import Custody
from govmail_desk.domain.handover import Handover, HandoverItem
from govmail_desk.domain.mailbox import Mailbox, MailboxAct
from govmail_desk.operations.charges import end_at, put_charge
from govmail_desk.operations.handover_opening import own_mailboxes
from govmail_desk.operations.mailbox_acts import put_acts

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.desk import Desk
    from govmail_desk.store.transaction import Transaction

CHANGED_BY_RECEIVER: Final = "password-changed"
"""The line of `resources/handover.toml` that says the receiver changed the password."""


def take_charge(transaction: Transaction, handover: Handover, mailboxes: Sequence[Mailbox]) -> None:
    """Give the receiver the charge from the day it was for, and let the giver's end the day before; what stands already stays.

    A head takes the unit. A clerk takes all the unit's own mailboxes where all were handed over, else each one of them.
    """
    everything = {box.id for box in own_mailboxes(transaction, handover.unit_id)} <= {box.id for box in mailboxes}
    scopes = [None] if everything or handover.post == "head" else [box.id for box in mailboxes]
    for mailbox_id in scopes:
        _take(transaction, handover, mailbox_id)


def record_password_changed(
    transaction: Transaction, desk: Desk, handover: Handover, mailboxes: Sequence[Mailbox], *, by: str
) -> None:
    """Record that the receiver changed the password, on the day the line says so; nothing where it was not done."""
    lines = transaction.find(HandoverItem, handover_id=handover.id, item=CHANGED_BY_RECEIVER, state="done")
    for on_date in (line.on_date for line in lines if line.on_date is not None):
        standing = [box for box in mailboxes if box.state != "closed"]
        new = [box for box in standing if not _is_known(transaction, box, on_date)]
        put_acts(transaction, desk, new, kind="password-changed", on=on_date, by=by)


def _is_known(transaction: Transaction, mailbox: Mailbox, on_date: date) -> bool:
    acts = transaction.find(MailboxAct, mailbox_id=mailbox.id, kind="password-changed")
    return any(one.on_date == on_date for one in acts)


def _take(transaction: Transaction, handover: Handover, mailbox_id: int | None) -> None:
    new = Custody(
        unit_id=handover.unit_id,
        person_id=handover.receiver_id,
        role="head" if handover.post == "head" else "custodian",
        from_on=handover.effective_on,
        document=handover.document,
        mailbox_id=mailbox_id,
    )
    standing = transaction.find(Custody, unit_id=handover.unit_id, role=new.role)
    of_giver = [one for one in standing if one.person_id == handover.giver_id and one.is_same_charge(new)]
    transaction.put_all([end_at(one, new) for one in of_giver if one.meets(new)])
    if any(one.person_id == new.person_id and one.is_same_charge(new) and one.meets(new) for one in standing):
        return
    others_lead = any(
        one.is_lead and one.is_same_charge(new) and one.meets(new) for one in standing if one not in of_giver
    )
    put_charge(transaction, replace(new, is_lead=new.role == "custodian" and not others_lead))
