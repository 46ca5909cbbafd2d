"""Mailboxes for tests: issued to invented people and units of a test's register, locked where a test wants them so."""

from __future__ import annotations

from datetime import date
from typing import Final

from govmail_desk.desk import Desk
from govmail_desk.domain.mailbox import LOCKED, LockCause, MailboxState
from govmail_desk.domain.regulation import ADDRESS_DOMAIN
from govmail_desk.domain.vietnamese import fold
from govmail_desk.operations.mailboxes import add_mailbox, record_state
from govmail_desk.operations.units import add_unit
from tests.desks import added, own_unit_id

ISSUED_ON: Final = date(2026, 1, 5)
LOCKED_ON: Final = date(2026, 11, 11)


def issued(
    desk: Desk, full_name: str, *, state: MailboxState = "active", post: str = "Chuyên viên", cause: LockCause = ""
) -> int:
    """Add an invented person of the own unit with a mailbox and return the mailbox's number."""
    return _made(
        desk,
        full_name,
        unit_id=own_unit_id(desk),
        holder_id=added(desk, full_name, post=post),
        state=state,
        cause=cause,
    )


def issued_to_unit(desk: Desk, name: str, *, state: MailboxState = "active", cause: LockCause = "") -> int:
    """Add a unit under the own one with a mailbox and return the mailbox's number."""
    changes = add_unit(desk, name=name, slug="", parent_id=own_unit_id(desk))
    (unit_id,) = changes.ids["unit"]
    return _made(desk, name, unit_id=unit_id, holder_id=None, state=state, cause=cause)


def _made(desk: Desk, name: str, *, unit_id: int, holder_id: int | None, state: MailboxState, cause: LockCause) -> int:
    domain = desk.regulation().find(ADDRESS_DOMAIN)
    assert domain is not None
    changes = add_mailbox(
        desk,
        address=f"{''.join(filter(str.isalnum, fold(name)))}@{domain.value}",
        kind="unit" if holder_id is None else "personal",
        unit_id=unit_id,
        holder_id=holder_id,
        state="active" if state in LOCKED or state == "closed" else state,
        since=ISSUED_ON,
    )
    (mailbox_id,) = changes.ids["mailbox"]
    if state in LOCKED or state == "closed":
        record_state(desk, mailbox_id=mailbox_id, state=state, on=LOCKED_ON, cause=cause)
    return mailbox_id
