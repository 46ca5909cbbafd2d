"""Who is told of what falls due, at which address, and what each of them has to do.

The holder of a personal mailbox, whoever answers for a unit's own, both sides of a handover. What the notice says is
`domain.staff_notice`; making the letters or the list is `operations.notices`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.custody import Custody, answering
from govmail_desk.domain.handover import HandedMailbox, Handover
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.person import Person
from govmail_desk.domain.regulation import KEYS
from govmail_desk.domain.reminder import Due
from govmail_desk.domain.staff_notice import Task
from govmail_desk.domain.unit import UnitName
from govmail_desk.domain.vietnamese import sort_key
from govmail_desk.regulations.reminders import tells_staff, text_of, title_of
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from govmail_desk.desk import Regulations

_OWN_CHOICE: Final = "quy định của đơn vị"
_SUGGESTED: Final = "gợi ý của chương trình, quy chế không nêu"
_NOBODY: Final = {
    "unit": ("chưa giao ai theo dõi", "Người và đơn vị"),
    "personal": ("chưa ghi người được cấp", "Hộp thư"),
}
_UNREACHED: Final = {
    "locked": "hộp thư {} đang bị khóa",
    "suspended": "hộp thư {} đang bị tạm dừng",
    "closed": "hộp thư {} đã đóng",
    "proposed": "hộp thư {} chưa được cấp",
    "requested": "hộp thư {} chưa được cấp",
}
"""Why a mail would not reach somebody, by the state of their mailbox."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """One person to be told, with all they have to do."""

    person_id: int
    full_name: str
    unit: str
    address: str
    """Where a mail reaches them; empty where none does."""
    refusal: str
    """Why no mail reaches them."""
    tasks: tuple[Task, ...]
    about: tuple[tuple[int, int], ...]
    """The due rows and the mailboxes they are told of."""


@dataclass(frozen=True, slots=True)
class Recipients:
    """Those to be told, in Vietnamese order, and a sentence for whatever nobody can be told of."""

    people: tuple[Recipient, ...]
    left_out: tuple[str, ...]


def recipients(
    connection: Connection, regulations: Regulations, dues: Sequence[Due], *, on: date, sender: str
) -> Recipients:
    """Find who is told of due rows on a day; `sender` is the mailbox the unit writes from, which is never written to."""
    return _Search(connection, regulations, dues, on=on, sender=sender).found()


class _Search:
    """One look through the register for those who are told, everything read in a few statements."""

    def __init__(
        self, connection: Connection, regulations: Regulations, dues: Sequence[Due], *, on: date, sender: str
    ) -> None:
        self._regulations, self._on, self._sender = regulations, on, sender
        self._transaction = Transaction(connection)
        self._dues = [due for due in dues if _is_for_staff(due)]
        self._handovers = self._transaction.get_many(Handover, _subjects(self._dues, "handover"))
        self._handed = self._handed_over()
        box_ids = {*_subjects(self._dues, "mailbox"), *(one for ids in self._handed.values() for one in ids)}
        self._boxes = self._transaction.get_many(Mailbox, sorted(box_ids))
        self._charges = self._charges_by_unit()
        self._left_out: dict[str, None] = {}

    def found(self) -> Recipients:
        """Name everybody with what they have to do; one person once, however much it is."""
        told: dict[int, list[tuple[Due, Mailbox]]] = defaultdict(list)
        for due, person_id, box in self._pairs():
            told[person_id].append((due, box))
        people = self._transaction.get_many(Person, list(told))
        held = self._held_by(list(told))
        names = {name.unit_id: name.name for name in self._transaction.find(UnitName, to_on=None)}
        found = [
            self._recipient(people[person_id], pairs, held[person_id], names)
            for person_id, pairs in told.items()
            if self._is_here(people[person_id])
        ]
        in_order = sorted(found, key=lambda one: (sort_key(one.full_name), one.person_id))
        return Recipients(tuple(in_order), tuple(self._left_out))

    def _pairs(self) -> Iterator[tuple[Due, int, Mailbox]]:
        for due in self._dues:
            if due.subject_kind == "handover":
                yield from self._sides(due)
            elif (person_id := self._answers_for(self._boxes[due.subject_id])) is not None:
                yield due, person_id, self._boxes[due.subject_id]

    def _sides(self, due: Due) -> Iterator[tuple[Due, int, Mailbox]]:
        """Name both sides of a handover; a giver who is gone or cannot come is not written to."""
        handover = self._handovers[due.subject_id]
        sides = [handover.receiver_id]
        if handover.giver_id is not None and not handover.giver_absence:
            sides.append(handover.giver_id)
        for box_id in self._handed[handover.id]:
            for person_id in sides:
                yield due, person_id, self._boxes[box_id]

    def _answers_for(self, box: Mailbox) -> int | None:
        person_id = box.holder_id
        if box.kind == "unit":
            person_id = answering(self._charges[box.unit_id], self._on, box.id).person_id
        if person_id is None:
            missing, page = _NOBODY[box.kind]
            self._left_out[f"Hộp thư {box.address} {missing} nên không nhắc được ai. Hãy ghi ở trang {page}."] = None
        return person_id

    def _is_here(self, person: Person) -> bool:
        if person.left_on is None or person.left_on > self._on:
            return True
        said = f"{person.full_name} đã thôi làm việc từ {person.left_on:%d/%m/%Y} nên không nhắc."
        self._left_out[f"{said} Hãy xem lại hộp thư của người này."] = None
        return False

    def _recipient(
        self,
        person: Person,
        pairs: Sequence[tuple[Due, Mailbox]],
        held: Sequence[Mailbox],
        names: Mapping[int, str],
    ) -> Recipient:
        address = self._reaches(held, [box for _, box in pairs])
        return Recipient(
            person_id=person.id,
            full_name=person.full_name,
            unit=names.get(person.unit_id, ""),
            address=address,
            refusal="" if address else _why_unreached(held),
            tasks=tuple(self._tasks(pairs)),
            about=tuple((due.id, box.id) for due, box in pairs),
        )

    def _reaches(self, held: Sequence[Mailbox], asked: Sequence[Mailbox]) -> str:
        """Give the address a person reads: their own mailbox, else one of the unit's they are told about."""
        own = sorted((box for box in held if box.state == "active"), key=lambda box: (box.is_admin, box.id))
        shared = [box for box in asked if box.kind == "unit" and box.state == "active" and box.address != self._sender]
        return next((box.address for box in (*own, *shared)), "")

    def _tasks(self, pairs: Sequence[tuple[Due, Mailbox]]) -> Iterator[Task]:
        """Word what is asked, mailboxes that share a rule and its days together, the nearest day first."""
        together: dict[tuple[str, date, date, date], list[Mailbox]] = defaultdict(list)
        for due, box in pairs:
            together[due.rule, due.started_on, due.due_on, due.act_by].append(box)
        for (rule, started_on, due_on, act_by), boxes in sorted(together.items(), key=lambda one: one[0][2:]):
            regulation = self._regulations.on(started_on)
            provision = regulation.find(KEYS[rule], started_on)
            source = provision.source if provision else "suggested"
            other = {"unit": _OWN_CHOICE, "suggested": _SUGGESTED}.get(source)
            yield Task(
                rule=rule,
                title=title_of(rule),
                todo=_asked_of_staff(rule),
                addresses=tuple(dict.fromkeys(box.address for box in boxes)),
                due_on=due_on,
                act_by=act_by,
                basis=other or regulation.title,
                cite=provision.cite if provision and not other else None,
                why=provision.why if provision else "",
                is_admin=any(box.is_admin for box in boxes),
            )

    # reading

    def _handed_over(self) -> dict[int, list[int]]:
        handed: dict[int, list[int]] = defaultdict(list)
        found = self._transaction.find_among(HandedMailbox, "handover_id", list(self._handovers))
        for one in sorted(found, key=lambda one: one.position):
            handed[one.handover_id].append(one.mailbox_id)
        return handed

    def _charges_by_unit(self) -> dict[int, list[Custody]]:
        charges: dict[int, list[Custody]] = defaultdict(list)
        for charge in self._transaction.find(Custody):
            charges[charge.unit_id].append(charge)
        return charges

    def _held_by(self, person_ids: Sequence[int]) -> dict[int, list[Mailbox]]:
        held: dict[int, list[Mailbox]] = defaultdict(list)
        for box in self._transaction.find_among(Mailbox, "holder_id", person_ids):
            held[box.holder_id or 0].append(box)
        return held


def _asked_of_staff(rule: str) -> str:
    text = text_of(rule)
    return text.staff if text else ""


def _is_for_staff(due: Due) -> bool:
    return due.subject_kind in {"mailbox", "handover"} and tells_staff(due.rule)


def _subjects(dues: Sequence[Due], kind: str) -> list[int]:
    return sorted({due.subject_id for due in dues if due.subject_kind == kind})


def _why_unreached(held: Sequence[Mailbox]) -> str:
    if not held:
        return "chưa có hộp thư cá nhân trong sổ"
    box = max(held, key=lambda one: (one.state != "closed", one.id))
    return _UNREACHED[box.state].format(box.address)
