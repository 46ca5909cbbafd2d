"""Whom the request wizard offers: those of the register who hold no mailbox, those of a list not yet taken in, or mailboxes there are.

Here: `Seekers`, what the wizard asks of each, and the three. The rows of the register are `listings.seekers`, the plan made of those
chosen is `operations.requests`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, Protocol

from govmail_desk.domain.mailbox import LOCKED
from govmail_desk.domain.vietnamese import search_key
from govmail_desk.listings import mailboxes, seekers
from govmail_desk.listings.mailboxes import MailboxFilter
from govmail_desk.listings.seekers import Opening, SeekerRow
from govmail_desk.operations.sought import sought_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.desk import Desk
    from govmail_desk.domain.mailbox import MailboxKind
    from govmail_desk.domain.request import RequestKind
    from govmail_desk.operations.intake_plan import IntakePlan
    from govmail_desk.operations.sought import Sought

FIRST_COUNT: Final = 200


class Seekers(Protocol):
    """A number of people or units to choose from."""

    kind: MailboxKind

    def opening(self, search: str = "") -> Opening:
        """Return all numbers a search finds, in order, with the first lines."""
        ...

    def rows(self, wanted_ids: Sequence[int]) -> list[SeekerRow]:
        """Return the lines of these numbers."""
        ...

    def in_plan_order(self, chosen_ids: Sequence[int]) -> list[int]:
        """Return those chosen in the order a plan has them."""
        ...

    def asked(self, chosen_ids: Sequence[int]) -> dict[str, Any]:
        """Return what `plan_request` is told of those chosen."""
        ...


class RegisterSeekers:
    """People, or units, of the register."""

    def __init__(self, desk: Desk, kind: MailboxKind) -> None:
        self.kind = kind
        self._desk = desk

    def opening(self, search: str = "") -> Opening:
        """Ask the register."""
        return seekers.opening(self._desk, self.kind, search=search, first_count=FIRST_COUNT)

    def rows(self, wanted_ids: Sequence[int]) -> list[SeekerRow]:
        """Ask the register."""
        return seekers.rows(self._desk, self.kind, wanted_ids)

    def in_plan_order(self, chosen_ids: Sequence[int]) -> list[int]:
        """People or units first, then the mailboxes proposed."""
        return [*(one for one in chosen_ids if one > 0), *(one for one in chosen_ids if one < 0)]

    def asked(self, chosen_ids: Sequence[int]) -> dict[str, Any]:
        """Name them by their numbers."""
        holders = "people_ids" if self.kind == "personal" else "unit_ids"
        return {
            holders: [one for one in chosen_ids if one > 0],
            "mailbox_ids": [-one for one in chosen_ids if one < 0],
        }


class ListSeekers:
    """The people or units of a list; they come into the register with the request."""

    def __init__(self, desk: Desk, intake: IntakePlan) -> None:
        self._intake = intake
        found = sought_rows(desk, people_ids=(), unit_ids=(), mailbox_ids=(), intake=intake)
        self.kind: MailboxKind = found[0].mailbox_kind if found else "personal"
        self._sought = dict(enumerate(found, start=1))

    def opening(self, search: str = "") -> Opening:
        """Look through the list, in the order of the file."""
        words = search_key(search).split()
        lines = [_line(number, row) for number, row in self._sought.items()]
        wanted = [line for line in lines if all(word in search_key(f"{line.name} {line.unit}") for word in words)]
        return Opening([line.id for line in wanted], tuple(wanted[:FIRST_COUNT]))

    def rows(self, wanted_ids: Sequence[int]) -> list[SeekerRow]:
        """Look the lines up."""
        return [_line(one, self._sought[one]) for one in wanted_ids if one in self._sought]

    def in_plan_order(self, chosen_ids: Sequence[int]) -> list[int]:
        """They stand in the order of the file."""
        return sorted(chosen_ids)

    def asked(self, chosen_ids: Sequence[int]) -> dict[str, Any]:
        """Leave the other rows out of the list."""
        places = {self._sought[one].list_row for one in chosen_ids}
        rows = tuple(row for row in self._intake.rows if row.place in places)
        return {"intake": replace(self._intake, rows=rows)}


class MailboxSeekers:
    """Mailboxes of the register that a request of some kind may be about; those never issued, or closed, are not."""

    def __init__(self, desk: Desk, mailbox_kind: MailboxKind, request_kind: RequestKind) -> None:
        self.kind = mailbox_kind
        self._desk = desk
        self._states = tuple(LOCKED) if request_kind == "reopen" else ("active", *LOCKED)

    def opening(self, search: str = "") -> Opening:
        """Ask the register."""
        wanted = MailboxFilter(search=search, kind=self.kind, states=self._states)
        found = mailboxes.ids(self._desk, wanted)
        return Opening(found, tuple(self.rows(found[:FIRST_COUNT])))

    def rows(self, wanted_ids: Sequence[int]) -> list[SeekerRow]:
        """Ask the register."""
        return [
            SeekerRow(row.id, row.holder or row.unit, row.post, row.unit if row.holder else "", row.address)
            for row in mailboxes.page(self._desk, wanted_ids)
        ]

    def in_plan_order(self, chosen_ids: Sequence[int]) -> list[int]:
        """They stand in the order they were chosen."""
        return list(chosen_ids)

    def asked(self, chosen_ids: Sequence[int]) -> dict[str, Any]:
        """Name them by their numbers."""
        return {"mailbox_ids": list(chosen_ids)}


def _line(number: int, row: Sought) -> SeekerRow:
    return SeekerRow(number, row.name, row.post, row.section or row.body, row.address)
