"""Who follows whom in a charge: what decides whether a handover has to take place. Who answers on a day is `domain.custody`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from govmail_desk.domain.custody import Custody, CustodyRole, answering


def predecessor(before: Sequence[Custody], after: Sequence[Custody], new: Custody) -> Custody | None:
    """Give the charge that passes to a new holder, out of the unit's charges before and after they were appointed.

    None for the first holder there is, for one more beside those who go on answering, and for one told of times past.
    """
    if new.from_on is None or new.to_on is not None:
        return None
    if answering(_rivals(after, new.role, new.mailbox_id), new.from_on, new.mailbox_id).person_id != new.person_id:
        return None
    giver = last_holder(before, role=new.role, before_on=new.from_on, mailbox_id=new.mailbox_id)
    return giver if giver is not None and giver.person_id != new.person_id else None


def last_holder(
    charges: Iterable[Custody], *, role: CustodyRole, before_on: date, mailbox_id: int | None
) -> Custody | None:
    """Give whoever held a role of the unit the day before, for a mailbox or for all; after a gap, whoever did so last."""
    rivals = _rivals(charges, role, mailbox_id)
    held = answering(rivals, before_on - timedelta(days=1), mailbox_id).charge
    ended = [one for one in rivals if one.to_on is not None and one.to_on < before_on]
    return held or max(ended, key=lambda one: (one.to_on or date.min, one.id), default=None)


def _rivals(charges: Iterable[Custody], role: CustodyRole, mailbox_id: int | None) -> list[Custody]:
    return [one for one in charges if one.role == role and one.mailbox_id in {None, mailbox_id}]
