"""Taking a unit's own list into the register: planned and seen first, then written in one act that can be taken back whole.

What the rows say is `operations.intake_reading`, whom they mean `operations.intake_matching`; reading the file is `documents.spreadsheet`.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from govmail_desk.desk import Changes, Desk
from govmail_desk.domain.heading import Meaning
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.person import Person
from govmail_desk.operations.intake_plan import ColumnPlace, IntakePlan, IntakeRow, Place
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from govmail_desk.documents.spreadsheet import Workbook

__all__ = ["IntakePlan", "IntakeRow", "TakenRow", "plan_intake", "take_in", "take_rows"]


class TakenRow(NamedTuple):
    """What a row of the list stands for in the register now; `person` is None for a unit's own row."""

    person: Person | None
    mailbox: Mailbox | None
    unit_id: int


def plan_intake(
    desk: Desk,
    workbook: Workbook,
    *,
    sheet: str | None = None,
    header_rows: Mapping[str, int] | None = None,
    meanings: Mapping[str, Mapping[int, Meaning]] | None = None,
    accepted_conversions: Set[ColumnPlace] = frozenset(),
    mended: Mapping[Place, Mapping[str, str]] | None = None,
    left_out: Set[Place] = frozenset(),
) -> IntakePlan:
    """Look what taking a file in would do to the register; nothing is written."""
    raise NotImplementedError


def take_in(desk: Desk, plan: IntakePlan) -> Changes:
    """Write what the plan says in one act; refused where the register has moved so that a row would mean something else."""
    raise NotImplementedError


def take_rows(
    transaction: Transaction, plan: IntakePlan, *, by: str, on: date, with_mailboxes: bool = True
) -> dict[Place, TakenRow]:
    """Write the people, units and mailboxes of a plan inside a larger act and say what each row, new or known, stands for.

    Without `with_mailboxes` only people and units come in: a request asks for the mailboxes itself.
    """
    raise NotImplementedError
