"""Writing the rows of an intake's plan: units, people, mailboxes with the event they begin with, custodians.

Planning is `operations.intake_planning`; the act around it `operations.intakes` or, for a list of people to ask
mailboxes for, `operations.requests`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final, NamedTuple

from govmail_desk.domain.custody import Custody
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox, MailboxEvent
from govmail_desk.domain.person import Person
from govmail_desk.domain.unit import Unit
from govmail_desk.domain.vietnamese import search_key
from govmail_desk.operations.intake_matching import kept_note
from govmail_desk.operations.intake_plan import IntakePlan, IntakeRow, Place
from govmail_desk.operations.intake_units import UnitTree
from govmail_desk.operations.mailbox_moves import put_moves
from govmail_desk.operations.people import not_minimised
from govmail_desk.store import journals
from govmail_desk.store.transaction import Transaction

_FACTS_OF_A_PERSON: Final = ("full_name", "unit_id", "post", "birth_on", "phone", "office_phone", "id_number", "note")
_EVENT_NOTE: Final = "Có trong danh sách «{file}» được nhập"
_MOVED: Final = "Sổ vừa có thay đổi sau khi xem trước danh sách này. Hãy xem trước lại; chưa có gì được ghi."


class TakenRow(NamedTuple):
    """What a row of the list stands for in the register now; `person` is None for a unit's own row."""

    person: Person | None
    mailbox: Mailbox | None
    unit_id: int


def take_rows(
    transaction: Transaction, plan: IntakePlan, *, by: str, on: date, with_mailboxes: bool = True
) -> dict[Place, TakenRow]:
    """Write the new and changed rows of a plan inside a larger act and say what each of them stands for now.

    Without `with_mailboxes` only people and units come in: a request asks for the mailboxes itself. Raises `RuleBroken`
    where the journal has moved since the plan was made.
    """
    if journals.head(transaction.connection)[1] != plan.journal_hash:
        raise RuleBroken(_MOVED)
    rows = [row for row in plan.rows if row.is_taken]
    units = _units(transaction, rows)
    people, moved = _people(transaction, rows, units)
    _take_mailboxes_along(transaction, moved, by=by, on=on, note=_EVENT_NOTE.format(file=plan.file_name))
    _custodians(transaction, rows, units)
    boxes = _mailboxes(transaction, rows, units, people, on=on) if with_mailboxes else {}
    transaction.put_all(_events(boxes.values(), by=by, file_name=plan.file_name))
    return {place: _taken(people.get(place), boxes.get(place), units[place]) for place in (row.place for row in rows)}


def _taken(person: Person | None, mailbox: Mailbox | None, unit_id: int) -> TakenRow:
    return TakenRow(person, mailbox, person.unit_id if person else unit_id)


def _units(transaction: Transaction, rows: Sequence[IntakeRow]) -> dict[Place, int]:
    """Add the units and sections the register lacks, and say for each row which unit it is of."""
    tree = UnitTree(transaction.connection)
    lacking = {row.unit_path: row for row in rows if row.unit_id is None}
    slugs = {path: row.address.partition("@")[0] for path, row in lacking.items() if row.kind == "unit"}
    tree.make(transaction, lacking, slugs=slugs)
    found = {row.place: _unit_id(tree, row) for row in rows}
    _office_phones(transaction, rows, found)
    return found


def _office_phones(transaction: Transaction, rows: Sequence[IntakeRow], units: dict[Place, int]) -> None:
    """Write the telephones that units' own rows tell."""
    told = {units[row.place]: row.office_phone for row in rows if row.kind == "unit" and row.office_phone}
    known = transaction.get_many(Unit, list(told))
    transaction.put_all([replace(unit, office_phone=told[unit.id]) for unit in known.values()])


def _unit_id(tree: UnitTree, row: IntakeRow) -> int:
    found = row.unit_id if row.unit_id is not None else tree.find(row.unit_path).unit_id
    assert found is not None, "the unit was made just now"
    return found


def _people(
    transaction: Transaction, rows: Sequence[IntakeRow], units: dict[Place, int]
) -> tuple[dict[Place, Person], dict[int, int]]:
    """Write people new and changed, and say which unit each of those who moved to another section is in now."""
    wanted = [row for row in rows if row.kind == "personal"]
    known = transaction.get_many(Person, [row.person_id for row in wanted if row.person_id])
    written = transaction.put_all([
        _renewed(known[row.person_id], row, units[row.place]) if row.person_id else _new_person(row, units[row.place])
        for row in wanted
    ])
    moved = {person.id: person.unit_id for person in written if person.id in known and _has_moved(person, known)}
    return {row.place: person for row, person in zip(wanted, written, strict=True)}, moved


def _take_mailboxes_along(transaction: Transaction, moved: dict[int, int], *, by: str, on: date, note: str) -> None:
    """Put the mailboxes of those who moved with the section they are in now."""
    boxes = transaction.find_among(Mailbox, "holder_id", list(moved))
    after = transaction.put_all([replace(box, unit_id=moved[box.holder_id or 0]) for box in boxes])
    put_moves(transaction, {box.id: box for box in boxes}, after, on=on, by=by, note=note)


def _has_moved(person: Person, known: dict[int, Person]) -> bool:
    return person.unit_id != known[person.id].unit_id


def _new_person(row: IntakeRow, unit_id: int) -> Person:
    return Person(
        full_name=row.full_name,
        unit_id=unit_id,
        post=row.post,
        birth_on=row.birth_on,
        phone=row.phone,
        office_phone=row.office_phone,
        id_number=row.id_number,
        note=kept_note(row.note),
    )


def _renewed(person: Person, row: IntakeRow, unit_id: int) -> Person:
    """Write into someone's facts those the plan says change, and no other."""
    told = {"unit_id": unit_id, "note": kept_note(row.note)}
    changed: dict[str, Any] = {
        fact: told.get(fact, getattr(row, fact)) for fact in _FACTS_OF_A_PERSON if row.changes(fact)
    }
    return not_minimised(replace(person, **changed), before=person)


def _mailboxes(
    transaction: Transaction,
    rows: Sequence[IntakeRow],
    units: dict[Place, int],
    people: dict[Place, Person],
    *,
    on: date,
) -> dict[Place, Mailbox]:
    """Write the mailboxes that are new to the register, and the notes of units' own."""
    noted = {row.mailbox_id: kept_note(row.note) for row in rows if row.kind == "unit" and row.changes("note")}
    known = transaction.get_many(Mailbox, [mailbox_id for mailbox_id in noted if mailbox_id])
    transaction.put_all([replace(box, note=noted[box.id]) for box in known.values()])
    new = [row for row in rows if row.address and row.mailbox_id is None]
    boxes = transaction.put_all([_new_mailbox(row, units[row.place], people.get(row.place), on) for row in new])
    return {row.place: box for row, box in zip(new, boxes, strict=True)}


def _new_mailbox(row: IntakeRow, unit_id: int, holder: Person | None, on: date) -> Mailbox:
    return Mailbox(
        address=row.address,
        kind=row.kind,
        unit_id=holder.unit_id if holder else unit_id,
        holder_id=holder.id if holder else None,
        state=row.state,
        since=on,
        note="" if holder else kept_note(row.note),
    )


def _events(boxes: Iterable[Mailbox], *, by: str, file_name: str) -> list[MailboxEvent]:
    note = _EVENT_NOTE.format(file=file_name)
    return [MailboxEvent(mailbox_id=box.id, state=box.state, on_date=box.since, by=by, note=note) for box in boxes]


def _custodians(transaction: Transaction, rows: Sequence[IntakeRow], units: dict[Place, int]) -> None:
    """Write who looks after a unit's mailbox where the register says nobody yet; who is not known is added."""
    wanted = [row for row in rows if row.custodian and (row.outcome == "new" or row.changes("custodian"))]
    if not wanted:
        return
    known: dict[str, list[Person]] = defaultdict(list)
    for person in transaction.find(Person, left_on=None):
        known[search_key(person.full_name)].append(person)
    for row in wanted:
        unit_id, key = units[row.place], search_key(row.custodian)
        person = _meant(known[key], unit_id) or transaction.put(
            Person(full_name=row.custodian, unit_id=unit_id, post=row.post, phone=row.phone)
        )
        known[key].append(person)
        transaction.put(Custody(unit_id=unit_id, person_id=person.id, role="custodian"))


def _meant(called: Sequence[Person], unit_id: int) -> Person | None:
    """Choose the person of that name in the unit, else the only one there is."""
    inside = [person for person in called if person.unit_id == unit_id]
    return inside[0] if inside else called[0] if len(called) == 1 else None
