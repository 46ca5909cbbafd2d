"""Handovers for tests: opened between invented people in a test's register, their lines settled."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.custody import Custody
from govmail_desk.domain.handover import Circumstances, Handover, HandoverItem
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.operations.custodies import appoint
from govmail_desk.operations.handover_items import settle_item
from govmail_desk.operations.handovers import open_handover
from govmail_desk.regulations import handover as checklist
from tests.desks import NOW, added, own_unit_id
from tests.request_lives import every, one

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.domain.handover import Post

TAKES_CHARGE_ON: Final = date(2026, 11, 30)
TODAY: Final = NOW.date()


def own_mailbox(desk: Desk) -> Mailbox:
    """Return the own unit's mailbox."""
    (mailbox,) = every(desk, Mailbox, unit_id=own_unit_id(desk), kind="unit")
    return mailbox


def clerk(desk: Desk, full_name: str, *, from_on: date | None = date(2026, 1, 5), is_lead: bool = False) -> int:
    """Add an invented person who looks after the own unit's mailbox."""
    person_id = added(desk, full_name)
    appoint(desk, unit_id=own_unit_id(desk), person_id=person_id, role="custodian", from_on=from_on, is_lead=is_lead)
    return person_id


def opened(
    desk: Desk,
    receiver: str = "Phạm Đức Đạt",
    *,
    on: date = TAKES_CHARGE_ON,
    post: Post | None = None,
    around: Circumstances | None = None,
) -> Handover:
    """Open the handover of the own unit's mailbox to an invented person."""
    changes = open_handover(
        desk,
        mailbox_ids=[own_mailbox(desk).id],
        receiver_id=added(desk, receiver),
        effective_on=on,
        post=post,
        around=around,
    )
    (handover_id,) = changes.ids["handover"]
    return one(desk, Handover, id=handover_id)


def items(desk: Desk, handover: Handover) -> dict[str, HandoverItem]:
    """Read the lines of a handover by their key."""
    return {line.item: line for line in every(desk, HandoverItem, handover_id=handover.id)}


def settled_but(desk: Desk, handover: Handover, *left_open: str) -> None:
    """Settle every required line, save those named."""
    for key, line in items(desk, handover).items():
        if line.is_required and line.state == "open" and key not in left_open:
            choices = checklist.rules()[key].choices
            settle_item(desk, handover_id=handover.id, item=key, state="done", choice=next(iter(choices), ""))


def charges(desk: Desk, role: str) -> list[tuple[int, date | None, date | None]]:
    """Say who held a role in the own unit, from when to when."""
    held = every(desk, Custody, unit_id=own_unit_id(desk), role=role)
    return [(charge.person_id, charge.from_on, charge.to_on) for charge in held]
