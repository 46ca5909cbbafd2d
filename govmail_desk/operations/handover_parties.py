"""Who would hand a mailbox over on a day, and in which post, before anyone says otherwise.

Opening the handover is `operations.handovers`; who answers on a day is `domain.custody`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from govmail_desk.domain.custody import Custody, CustodyRole, answering
from govmail_desk.domain.handover import Absence, Post
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.succession import last_holder
from govmail_desk.operations.handover_opening import absence_of, post_of
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from govmail_desk.desk import Desk


@dataclass(frozen=True, slots=True)
class UsualParties:
    """What a handover begins with unless the clerk says otherwise."""

    post: Post
    giver_id: int | None
    """None where nobody ever held the charge."""
    absence: Absence
    """Why the giver will not be there, as far as the register knows."""


def usual_parties(desk: Desk, *, mailbox_id: int, effective_on: date, post: Post | None = None) -> UsualParties:
    """Say for the form who would hand a mailbox over to whoever takes charge on a day; nothing is written."""
    with desk.reading() as connection:
        asked = Transaction(connection)
        mailbox = asked.get(Mailbox, mailbox_id)
        post = post or usual_post(asked, desk, mailbox, effective_on)
        giver_id = usual_giver(asked, mailbox, post, effective_on)
        return UsualParties(post, giver_id, absence_of(asked, giver_id, effective_on) if giver_id else "")


def usual_post(transaction: Transaction, desk: Desk, mailbox: Mailbox, effective_on: date) -> Post:
    """Say between whom it passes: as the regulation says; where that is silent, clerk for a custodian and else head."""
    stated = post_of(desk.regulation(effective_on), effective_on)
    charge = None if stated else _answered(transaction, mailbox, effective_on)
    return stated or ("clerk" if charge is not None and charge.role == "custodian" else "head")


def usual_giver(transaction: Transaction, mailbox: Mailbox, post: Post, effective_on: date) -> int | None:
    """Say who held the post before, be it after a gap; where nobody ever did, whoever answered for the mailbox.

    A stand-in gives nothing over: the charge was never theirs.
    """
    role: CustodyRole = "head" if post == "head" else "custodian"
    charges = transaction.find(Custody, unit_id=mailbox.unit_id)
    held = last_holder(charges, role=role, before_on=effective_on, mailbox_id=mailbox.id)
    given = held or _answered(transaction, mailbox, effective_on)
    return given.person_id if given else None


def _answered(transaction: Transaction, mailbox: Mailbox, effective_on: date) -> Custody | None:
    """Give the charge of whoever answered the day before, absent or not."""
    charges = transaction.find(Custody, unit_id=mailbox.unit_id)
    answer = answering(charges, effective_on - timedelta(days=1), mailbox.id)
    return answer.stands_for or answer.charge
