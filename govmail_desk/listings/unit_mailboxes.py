"""The units that have mailboxes of their own in use, with those mailboxes: to choose one whose mailboxes are handed over or given out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from sqlalchemy import select

from govmail_desk.domain.mailbox import NEVER_ISSUED
from govmail_desk.listings.units import present_names
from govmail_desk.store.tables import mailbox, unit

if TYPE_CHECKING:
    from govmail_desk.desk import Desk


@dataclass(frozen=True, slots=True)
class UnitMailboxes:
    """One unit and its own mailboxes."""

    unit_id: int
    unit: str
    mailbox_ids: tuple[int, ...]
    addresses: tuple[str, ...]

    @property
    def words(self) -> str:
        """The unit and its addresses: `Văn phòng: vanphong.stttt@…`."""
        return f"{self.unit}: {', '.join(self.addresses)}"


def with_mailboxes(desk: Desk) -> list[UnitMailboxes]:
    """Return the units whose own mailboxes were issued and are not closed, the desk's own unit first."""
    names = present_names()
    query = (
        select(mailbox.c.id, mailbox.c.address, mailbox.c.unit_id, names.c.name)
        .join(unit, unit.c.id == mailbox.c.unit_id)
        .join(names, names.c.unit_id == mailbox.c.unit_id)
        .where(mailbox.c.kind == "unit", mailbox.c.state.not_in(("closed", *NEVER_ISSUED)), unit.c.ended_on.is_(None))
        .order_by(unit.c.is_own.desc(), names.c.name, mailbox.c.unit_id, mailbox.c.id)
    )
    with desk.reading() as connection:
        rows = connection.execute(query).all()
    grouped = ((key, list(own)) for key, own in groupby(rows, key=lambda row: (row.unit_id, row.name)))
    return [
        UnitMailboxes(unit_id, name, tuple(row.id for row in own), tuple(row.address for row in own))
        for (unit_id, name), own in grouped
    ]
