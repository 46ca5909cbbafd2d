"""All of one unit whose packages this desk gathers: what it sent, how it was chased, which of its addresses others have too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import literal, select, union_all

from govmail_desk.domain.exchange import Office, OfficeChase, Package
from govmail_desk.domain.mailbox import NEVER_ISSUED
from govmail_desk.listings.offices import OfficeRow, page
from govmail_desk.store.bulk import plain_rows
from govmail_desk.store.tables import foreign_mailbox, mailbox, office
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from govmail_desk.desk import Desk

OWN: Final = ""
"""Stands for this desk's own register among those that have an address."""
_UNHELD: Final = NEVER_ISSUED | {"closed"}


@dataclass(frozen=True, slots=True)
class Conflict:
    """An address of the unit that another has too: the unit's name, empty for this desk's own register."""

    address: str
    other: str


@dataclass(frozen=True, slots=True)
class OfficePane:
    """Everything the pane shows of one unit; packages and letters from the newest."""

    row: OfficeRow
    packages: tuple[Package, ...]
    chases: tuple[OfficeChase, ...]
    conflicts: tuple[Conflict, ...]

    def asked_by(self, period: str, due_on: date) -> str:
        """Give the letter that set a period's day, as the newest letter to the unit names it; empty where none does."""
        named = (one.asked_by for one in self.chases if one.period == period and one.due_on == due_on)
        return next(filter(None, named), "")


def pane(desk: Desk, office_id: int, *, period: str = "") -> OfficePane | None:
    """Return all of one office, or None where it is gone."""
    with desk.reading() as connection:
        asked = Transaction(connection)
        found = page(desk, [office_id], period=period)
        if not found:
            return None
        packages = asked.find(Package, office_id=office_id)
        return OfficePane(
            row=found[0],
            packages=tuple(sorted(packages, key=lambda one: (one.as_of_on, one.id), reverse=True)),
            chases=tuple(reversed(asked.find(OfficeChase, office_id=office_id))),
            conflicts=_conflicts(connection, office_id),
        )


def office_of(desk: Desk, office_id: int) -> Office:
    """Return one office's facts to edit; refused where it is gone."""
    with desk.reading() as connection:
        return Transaction(connection).get(Office, office_id)


def _conflicts(connection: Connection, office_id: int) -> tuple[Conflict, ...]:
    mine, theirs = foreign_mailbox.alias("mine"), foreign_mailbox.alias("theirs")
    held = (mine.c.office_id == office_id, mine.c.gone_on.is_(None), mine.c.state.not_in(_UNHELD))
    others = (
        select(mine.c.address, office.c.name)
        .select_from(
            mine.join(theirs, theirs.c.address == mine.c.address).join(office, office.c.id == theirs.c.office_id)
        )
        .where(*held, theirs.c.office_id != office_id, theirs.c.gone_on.is_(None), theirs.c.state.not_in(_UNHELD))
    )
    own = (
        select(mine.c.address, literal(OWN))
        .select_from(mine.join(mailbox, mailbox.c.address == mine.c.address))
        .where(*held, mailbox.c.state.not_in(_UNHELD))
    )
    return tuple(sorted((Conflict(*row) for row in plain_rows(connection, union_all(others, own))), key=_by_address))


def _by_address(conflict: Conflict) -> tuple[str, str]:
    return conflict.address, conflict.other
