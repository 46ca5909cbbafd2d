"""Which mailboxes of the register a list means, and what it says is to be another: for requests about mailboxes that are there.

A list with the present address and the new one says which addresses are to change, and in its other columns what else is; any other
list of the unit says by its facts what has changed since (`operations.listed_facts`). New people are `operations.intakes`; the requests
themselves `operations.requests`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from govmail_desk.domain.answer_columns import AnswerColumns, find_columns
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.person import Person
from govmail_desk.domain.request_details import ChangeDetails, Fact
from govmail_desk.domain.vietnamese import clean
from govmail_desk.operations.intakes import plan_intake
from govmail_desk.operations.listed_facts import facts_beside, says_something, without_old
from govmail_desk.store.tables import mailbox
from govmail_desk.store.transaction import CHUNK, Transaction

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.documents.spreadsheet import Workbook
    from govmail_desk.operations.intake_plan import IntakePlan, IntakeRow

_OWN_FACTS: Final = frozenset({"Ghi chú"})
"""Facts that are the unit's own and no operator's business."""
_UNKNOWN: Final = "Sổ không có hộp thư này."
_AGAIN: Final = "Hộp thư này đã nêu ở một dòng trên."


@dataclass(frozen=True, slots=True)
class ListedMailboxes:
    """The mailboxes a list means, each with what is to be another, and why other rows were left out."""

    changes: Mapping[int, ChangeDetails]
    left_out: tuple[str, ...]


@dataclass(slots=True)
class _Found:
    changes: dict[int, ChangeDetails] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)

    def take(self, where: str, mailbox_id: int | None, change: ChangeDetails, *, why_not: str = _UNKNOWN) -> None:
        """Take one row, or say why it is left out."""
        if mailbox_id is None or mailbox_id in self.changes:
            self.left_out.append(f"{where}: chưa đưa vào đề nghị. {why_not if mailbox_id is None else _AGAIN}")
        else:
            self.changes[mailbox_id] = change


def listed_mailboxes(desk: Desk, workbook: Workbook) -> ListedMailboxes:
    """Say which mailboxes a list means; nothing is written."""
    table = find_columns(workbook.sheets)
    is_of_addresses = table is not None and {"address", "given"} <= table.columns.keys()
    if table and is_of_addresses:
        found = _of_addresses(desk, table, workbook)
    else:
        found = _of_facts(desk, plan_intake(desk, workbook, meanings=dict(map(without_old, workbook.sheets))))
    return ListedMailboxes(found.changes, tuple(found.left_out))


def _of_addresses(desk: Desk, table: AnswerColumns, workbook: Workbook) -> _Found:
    """Read a list of present and new addresses, and what its other columns have otherwise than the register."""
    told = {row.number: clean(table.text(row, "address")).lower() for row in table.rows}
    ids = _ids(desk, "address", set(told.values()))
    holders = _holders(desk, ids)
    names = {number: holders[address] for number, address in told.items() if address in holders}
    beside = facts_beside(desk, table, workbook, names)
    found = _Found()
    for row in table.rows:
        if "@" not in (address := told[row.number]):
            continue
        facts = beside.get(row.number)
        wanted = ChangeDetails(
            address=clean(table.text(row, "given")).lower(),
            facts=_changed(facts).facts if facts else (),
            note=clean(table.text(row, "note")),
        )
        where = f"{table.sheet} dòng {row.number}, {address}"
        if facts and facts.outcome == "doubtful" and says_something(facts) and address in ids:
            found.left_out.append(f"{where}: chỉ đưa địa chỉ mới vào đề nghị. {' '.join(facts.reasons)}")
        found.take(where, ids.get(address), wanted)
    return found


def _of_facts(desk: Desk, intake: IntakePlan) -> _Found:
    """Read the unit's own list: a person's row means the mailbox they hold."""
    held = _ids(desk, "holder_id", {row.person_id for row in intake.rows if row.person_id is not None})
    found = _Found()
    for row in intake.rows:
        if row.outcome == "set_aside" and not (row.full_name or row.address):
            continue
        in_doubt = row.outcome in {"doubtful", "set_aside"}
        known = None if in_doubt else row.mailbox_id or held.get(row.person_id)
        name = ", ".join(filter(None, (f"{row.sheet} dòng {row.row}", row.full_name or row.address)))
        found.take(name, known, _changed(row), why_not=" ".join(row.reasons) or _UNKNOWN)
    return found


def _changed(row: IntakeRow) -> ChangeDetails:
    """Say what the list has otherwise than the register."""
    facts = (Fact(one.label, one.before, one.after) for one in row.differences if one.label not in _OWN_FACTS)
    return ChangeDetails(facts=tuple(facts))


def _ids(desk: Desk, column: str, wanted: Iterable[object]) -> dict[object, int]:
    """Number the open mailboxes that have one of these values in a column, by the value."""
    values: Sequence[object] = sorted(wanted, key=str)
    found: dict[object, int] = {}
    with desk.reading() as connection:
        for start in range(0, len(values), CHUNK):
            query = select(mailbox.c[column], mailbox.c.id).where(
                mailbox.c[column].in_(values[start : start + CHUNK]), mailbox.c.state != "closed"
            )
            found.update((row[0], row[1]) for row in connection.execute(query.order_by(mailbox.c.id.desc())))
    return found


def _holders(desk: Desk, ids: Mapping[object, int]) -> dict[object, str]:
    """Name who holds each mailbox, by its address."""
    with desk.reading() as connection:
        asked = Transaction(connection)
        boxes = asked.get_many(Mailbox, list(ids.values()))
        people = asked.get_many(Person, [box.holder_id for box in boxes.values() if box.holder_id is not None])
    return {box.address: people[box.holder_id].full_name for box in boxes.values() if box.holder_id is not None}
