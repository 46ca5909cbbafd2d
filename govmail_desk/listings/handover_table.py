"""What the page Bàn giao opens with, and the handovers of a mailbox or a unit. One handover is `listings.handovers`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from govmail_desk.listings import handovers
from govmail_desk.store.tables import handed_mailbox, handover

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.domain.handover import HandoverState
    from govmail_desk.listings.handovers import HandoverRow


@dataclass(frozen=True, slots=True)
class Opening:
    """All numbers in order, the open ones first; the first lines; how many there are in each state, whatever is searched for."""

    ids: list[int]
    first: tuple[HandoverRow, ...]
    counts: Mapping[str, int]


def opening(desk: Desk, *, search: str = "", states: Sequence[HandoverState] = (), first_count: int) -> Opening:
    """Read what the page opens with."""
    found = handovers.ids(desk, states=states, search=search)
    return Opening(found, tuple(handovers.page(desk, found[:first_count])), handovers.counts(desk))


def of_mailbox(desk: Desk, mailbox_id: int) -> list[HandoverRow]:
    """Return the handovers a mailbox was or is in, save those cancelled: the one under way first, then the latest."""
    query = (
        select(handover.c.id)
        .join(handed_mailbox, handed_mailbox.c.handover_id == handover.c.id)
        .where(handed_mailbox.c.mailbox_id == mailbox_id, handover.c.state != "cancelled")
        .order_by(handover.c.state != "open", handover.c.effective_on.desc(), handover.c.id.desc())
    )
    with desk.reading() as connection:
        found = list(connection.execute(query).scalars())
    return handovers.page(desk, found)


def of_unit(desk: Desk, unit_id: int) -> list[HandoverRow]:
    """Return the handovers of a unit that are under way."""
    return handovers.page(desk, handovers.ids(desk, states=("open",), unit_ids=[unit_id]))


def mailbox_ids(desk: Desk, handover_id: int) -> tuple[int, ...]:
    """Return the mailboxes of a handover, in their order."""
    handed = handed_mailbox.c
    query = select(handed.mailbox_id).where(handed.handover_id == handover_id).order_by(handed.position)
    with desk.reading() as connection:
        return tuple(connection.execute(query).scalars())
