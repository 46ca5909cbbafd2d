"""Which mailboxes were issued only after a day, as an SQL condition that acts and listings share; the facts are `domain.mailbox`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, exists

from govmail_desk.domain.mailbox import NEVER_ISSUED
from govmail_desk.store.tables import mailbox, mailbox_event

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement


def is_issued_after(day: date) -> ColumnElement[bool]:
    """Say of a mailbox that it was proposed or asked for here and came into use later than a day.

    Of one that came into the register in use nobody told the day; it may well have been in use before.
    """
    event = mailbox_event.c
    of_it = event.mailbox_id == mailbox.c.id
    was_not_issued = exists().where(of_it, event.state.in_(NEVER_ISSUED))
    was_in_use = exists().where(of_it, event.state.not_in(NEVER_ISSUED), event.on_date <= day.isoformat())
    return and_(was_not_issued, ~was_in_use)
