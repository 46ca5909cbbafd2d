"""Where a mailbox stands in being handed over, and how far a handover's signing has come: columns beside other tables.

Alone here because the page Hộp thư asks for them with its first rows, and then nothing of handovers need be loaded. The handovers
themselves are `listings.handovers`.
"""

from __future__ import annotations

from typing import Literal

from sqlalchemy import Case, ColumnElement, ScalarSelect, case, select

from govmail_desk.domain.signed_copy import Signing
from govmail_desk.store.tables import handed_mailbox, handover, mailbox, minutes, signed_copy

Standing = Literal["", "open"] | Signing
"""Where a mailbox stands: never handed over, being handed over, or how far the signing of its last handover has come."""


def standing_of_mailbox() -> ScalarSelect[str]:
    """Ask where a mailbox stands, as a column beside the table of mailboxes; null where it never was handed over."""
    return (
        select(case((handover.c.state == "open", "open"), else_=signing_column()))
        .join(handed_mailbox, handed_mailbox.c.handover_id == handover.c.id)
        .where(handed_mailbox.c.mailbox_id == mailbox.c.id, handover.c.state != "cancelled")
        .order_by(handover.c.state != "open", handover.c.effective_on.desc(), handover.c.id.desc())
        .limit(1)
        .correlate(mailbox)
        .scalar_subquery()
    )


def signing_column() -> Case[str]:
    """Ask how far the signing of a handover has come, as a column: what `domain.signed_copy.signing` says of its copies."""
    of_it = minutes.c.handover_id == handover.c.id
    newest = select(minutes.c.id).where(of_it).order_by(minutes.c.edition.desc()).limit(1).correlate(handover)
    return case(
        (_has_copy(signed_copy.c.belongs == "yes", signed_copy.c.minutes_id == newest.scalar_subquery()), "signed"),
        (_has_copy(signed_copy.c.belongs == "unknown"), "unidentified"),
        (_has_copy(signed_copy.c.belongs == "yes"), "older"),
        else_="none",
    )


def _has_copy(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    found = select(signed_copy.c.id).where(signed_copy.c.handover_id == handover.c.id, *conditions)
    return found.correlate(handover).exists()
