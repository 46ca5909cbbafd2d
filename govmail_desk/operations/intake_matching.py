"""Whom a row of a list means in the register: by address, then identity number, then name with section and birth date.

Exactly one is taken for the same; none is someone new; several, or facts that speak against each other, are asked about
and never written. What the row itself says is `operations.intake_reading`, how alike a row and a person are
`operations.intake_likeness`, rows against each other `operations.intake_repeats`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from govmail_desk.domain.vietnamese import search_key
from govmail_desk.operations.intake_known import KnownMailbox, KnownPerson, KnownRegister, name_key
from govmail_desk.operations.intake_likeness import (
    is_same_spelling,
    is_spelt_alike,
    is_surely,
    national_phone,
    speaks_against,
)
from govmail_desk.operations.intake_plan import LABELS, Difference, IntakeRow
from govmail_desk.wording import MAILBOX_STATES

if TYPE_CHECKING:
    from govmail_desk.operations.intake_units import UnitTree

SEVERAL: Final = 2
_REQUEST_REMARKS: Final = frozenset({"cap moi", "de nghi cap moi", "de nghi cap", "xin cap moi"})
"""Notes that say what is asked for, not something about the person or the mailbox."""


class Match(NamedTuple):
    """Whom a row means, or why that cannot be told."""

    person: KnownPerson | None = None
    mailbox: KnownMailbox | None = None
    doubt: str = ""
    remark: str = ""


def kept_note(note: str) -> str:
    """Return a note as the register keeps it: a remark on the request itself is none."""
    return "" if search_key(note).strip(" .") in _REQUEST_REMARKS else note


class Matching:
    """Rows held against the register one by one."""

    def __init__(self, known: KnownRegister, tree: UnitTree, *, keeps_id_numbers: bool = False) -> None:
        self._known = known
        self._keeps_id_numbers = keeps_id_numbers
        self._tree = tree

    def matched(self, row: IntakeRow) -> IntakeRow:
        """Say of a row that is to be taken whether it is new, changed, the same, or must be asked about.

        Any other row is only told its unit, by which it is held against the rest of the list.
        """
        if row.outcome == "set_aside" and not row.full_name:
            return row
        found = self._tree.find(row.unit_path)
        if row.kind == "unit" and row.unit_path:
            row = row._replace(unit_id=found.unit_id, above_id=self._tree.find(row.unit_path[:-1]).unit_id)
        elif found.unit_id is not None:
            row = row._replace(unit_id=found.unit_id)
        if row.outcome != "new":
            return row
        if found.doubt:
            return doubted(row, found.doubt)
        match = self._match_of_unit(row) if row.kind == "unit" else self._match_of_person(row)
        doubt = match.doubt or (row.kind == "unit" and self._doubt_of_custodian(row, row.unit_id))
        if doubt:
            return doubted(row, doubt)
        differences = self._unit_differences(row, match) if row.kind == "unit" else self._differences(row, match)
        return _told(row, match, tuple(differences))

    # people

    def _match_of_person(self, row: IntakeRow) -> Match:
        box = self._known.mailboxes.get(row.address) if row.address else None
        if box:
            return self._by_mailbox(row, box)
        if not row.full_name:
            return Match(doubt="Dòng này không có họ tên và địa chỉ chưa có trong sổ; hãy nhập họ tên.")
        alike = self._doubt_of_look_alike(row)
        if alike:
            return Match(doubt=alike)
        match = self._answered(row) or self._by_id_number(row) or self._by_name(row)
        return self._without_second_mailbox(row, match)

    def _by_mailbox(self, row: IntakeRow, box: KnownMailbox) -> Match:
        if box.state == "closed":
            return Match(doubt=f"Hộp thư {box.address} đã đóng trong sổ từ {_day(box.since)}; hãy xem lại địa chỉ.")
        if box.kind == "unit":
            owner = self._tree.name(box.unit_id)
            return Match(doubt=f"{box.address} trong sổ là hộp thư của đơn vị {owner}, không phải của một người.")
        holder = self._known.people.get(box.holder_id or 0)
        if holder is None:
            return Match(doubt=f"Trong sổ hộp thư {box.address} chưa ghi người được cấp; hãy ghi ở trang Hộp thư.")
        if row.full_name and name_key(row.full_name) != name_key(holder.full_name):
            return Match(doubt=f"{box.address} trong sổ là hộp thư của {holder.full_name}, không phải {row.full_name}.")
        if holder.left_on:
            return Match(doubt=f"Trong sổ {holder.full_name} đã thôi làm việc từ {_day(holder.left_on)}; hãy xem lại.")
        return Match(holder, box, remark=_remark_on_state(box))

    def _doubt_of_look_alike(self, row: IntakeRow) -> str:
        """An address that only looks like one of the register is a slip of the hand, unless the clerk typed it."""
        alike = self._known.look_alike(row.address) if row.address and "address" not in row.mended else None
        return f"Địa chỉ {row.address} trông giống {alike} đã có trong sổ; hãy xem có gõ nhầm không." if alike else ""

    def _answered(self, row: IntakeRow) -> Match | None:
        """Take the clerk's own answer to whom the row means."""
        if row.answer == "new":
            return Match()
        person = self._known.people.get(int(row.answer)) if row.answer.isdecimal() else None
        return Match(person) if person else None

    def _by_id_number(self, row: IntakeRow) -> Match | None:
        numbered = self._known.numbered(row.id_number)
        if not numbered:
            return None
        if len(numbered) > 1:
            return Match(doubt=f"Trong sổ có {len(numbered)} người cùng số CCCD với dòng này; hãy xem lại.")
        (person,) = numbered
        if name_key(person.full_name) != name_key(row.full_name):
            return Match(doubt=f"Số CCCD của dòng này trong sổ là của {person.full_name}; hãy xem lại.")
        return self._standing(person)

    def _by_name(self, row: IntakeRow) -> Match:
        namesakes = [person for person in self._known.called(row.full_name) if not speaks_against(row, person)]
        near = self._in_section(row, namesakes) or [person for person in namesakes if is_surely(row, person)]
        if len(near) > 1:
            return Match(
                doubt=f"Trong sổ có {len(near)} người tên {row.full_name} có thể là người này; hãy chọn người."
            )
        if near:
            return self._standing(near[0]) if is_spelt_alike(row, near[0]) else _doubt_of_spelling(row, near[0])
        places = sorted({self._tree.name(person.unit_id) for person in namesakes})
        return Match(remark=f"Trong sổ đã có người cùng tên ở {', '.join(places)}." if places else "")

    def _in_section(self, row: IntakeRow, people: list[KnownPerson]) -> list[KnownPerson]:
        """Keep those of the row's section; where nobody is, those of whom list or register tells no section."""
        if not row.unit_path:
            return people
        inside = [person for person in people if person.unit_id == row.unit_id]
        return inside or [person for person in people if person.unit_id == self._tree.own_id]

    def _standing(self, person: KnownPerson) -> Match:
        if person.left_on:
            return Match(
                doubt=f"Trong sổ có {person.full_name} đã thôi làm việc từ {_day(person.left_on)}; hãy xem là ai."
            )
        return Match(person)

    def _without_second_mailbox(self, row: IntakeRow, match: Match) -> Match:
        held = self._known.held_by(match.person.id) if match.person and row.address else []
        if not held or match.person is None:
            return match
        name, address = match.person.full_name, held[0].address
        return Match(doubt=f"Trong sổ {name} đang có hộp thư {address}, danh sách ghi {row.address}; hãy xem lại.")

    def _differences(self, row: IntakeRow, match: Match) -> Iterator[Difference]:
        person = match.person
        if person is None:
            return
        if row.full_name and not is_same_spelling(person.full_name, row.full_name) and not row.full_name.isascii():
            yield Difference(LABELS["full_name"], person.full_name, row.full_name)
        if row.unit_path and not (row.unit_id and self._tree.is_within(person.unit_id, row.unit_id)):
            yield Difference(LABELS["unit_id"], self._tree.name(person.unit_id), row.department)
        yield from _changed("post", person.post, row.post)
        if not person.birth_on.startswith(row.birth_on):
            yield Difference(LABELS["birth_on"], person.birth_on, row.birth_on)
        if national_phone(row.phone) != national_phone(person.phone):
            yield from _changed("phone", person.phone, row.phone)
        yield from _changed("office_phone", person.office_phone, row.office_phone)
        if self._keeps_id_numbers:
            yield from _changed("id_number", person.id_number, row.id_number)
        yield from _changed("note", person.note, kept_note(row.note))
        if row.address and match.mailbox is None:
            yield Difference(LABELS["address"], "", row.address)

    # units

    def _match_of_unit(self, row: IntakeRow) -> Match:
        box = self._known.mailboxes.get(row.address) if row.address else None
        if box is None:
            return self._unit_without(row)
        if box.state == "closed":
            return Match(doubt=f"Hộp thư {box.address} đã đóng trong sổ từ {_day(box.since)}; hãy xem lại địa chỉ.")
        if box.kind == "personal":
            holder = self._known.people.get(box.holder_id or 0)
            if not row.full_name:
                return Match(holder, box, remark=_remark_on_state(box))
            owner = holder.full_name if holder else "một người"
            return Match(doubt=f"{box.address} trong sổ là hộp thư của {owner}, không phải của đơn vị.")
        is_named_so = (
            not row.full_name or row.unit_id == box.unit_id or self._tree.is_called(box.unit_id, row.full_name)
        )
        if not is_named_so:
            owner = self._tree.name(box.unit_id)
            return Match(doubt=f"{box.address} trong sổ là hộp thư của {owner}, không phải {row.full_name}.")
        return Match(mailbox=box, remark=_remark_on_state(box))

    def _unit_without(self, row: IntakeRow) -> Match:
        """Match a unit's row whose address is empty or not in the register yet."""
        if not row.full_name:
            return Match(doubt=f"Địa chỉ {row.address} chưa có trong sổ và dòng này không có tên; hãy nhập tên.")
        alike = self._doubt_of_look_alike(row)
        if alike:
            return Match(doubt=alike)
        held = self._known.of_unit(row.unit_id) if row.unit_id else []
        if held and row.address:
            return Match(
                doubt=f"{row.full_name} trong sổ đang có hộp thư {held[0].address}, danh sách ghi {row.address};"
                " hãy xem lại."
            )
        return Match(mailbox=held[0] if held else None)

    def _unit_differences(self, row: IntakeRow, match: Match) -> Iterator[Difference]:
        unit_id = match.mailbox.unit_id if match.mailbox else row.unit_id
        if unit_id is None or not row.full_name:
            return
        if row.address and match.mailbox is None:
            yield Difference(LABELS["address"], "", row.address)
        yield from _changed("office_phone", self._tree.office_phone(unit_id), row.office_phone)
        if match.mailbox:
            yield from _changed("note", match.mailbox.note, kept_note(row.note))
        if row.custodian and not self._known.custodians(unit_id):
            yield Difference(LABELS["custodian"], "", row.custodian)

    def _doubt_of_custodian(self, row: IntakeRow, unit_id: int | None) -> str:
        """Several people may be meant as the one who looks after the mailbox."""
        called = self._known.called(row.custodian) if row.custodian else []
        if len(called) < SEVERAL or any(person.unit_id == unit_id for person in called):
            return ""
        return f"Trong sổ có {len(called)} người tên {row.custodian}; hãy ghi người theo dõi ở trang Người và đơn vị."


def doubted(row: IntakeRow, sentence: str) -> IntakeRow:
    """Keep a row from being written and say why."""
    outcome = row.outcome if row.outcome == "set_aside" else "doubtful"
    return row._replace(outcome=outcome, reasons=(*row.reasons, sentence), kept_reasons=(*row.kept_reasons, sentence))


def _told(row: IntakeRow, match: Match, differences: tuple[Difference, ...]) -> IntakeRow:
    remarks = (match.remark,) if match.remark else ()
    is_known = match.person is not None or match.mailbox is not None or (row.kind == "unit" and row.unit_id is not None)
    if not is_known and not remarks:
        return row
    unit_id = row.unit_id
    if match.mailbox and row.kind == "unit":
        unit_id = match.mailbox.unit_id
    elif match.person and not row.unit_path:
        unit_id = match.person.unit_id
    return row._replace(
        outcome="new" if not is_known else "changed" if differences else "same",
        reasons=row.reasons + remarks,
        kept_reasons=row.kept_reasons + remarks,
        person_id=match.person.id if match.person else None,
        mailbox_id=match.mailbox.id if match.mailbox else None,
        unit_id=unit_id,
        differences=differences,
    )


def _changed(fact: str, before: str, after: str) -> Iterable[Difference]:
    """A fact the list gives anew; an empty cell never erases one."""
    return (Difference(LABELS[fact], before, after),) if after and after != before else ()


def _doubt_of_spelling(row: IntakeRow, person: KnownPerson) -> Match:
    return Match(
        doubt=f"Trong sổ có {person.full_name}, danh sách ghi {row.full_name}; hãy xem có phải một người không."
    )


def _remark_on_state(box: KnownMailbox) -> str:
    if box.state == "active":
        return ""
    return (
        f"Trong sổ hộp thư này là «{MAILBOX_STATES[box.state]}» từ {_day(box.since)}; việc nhập không đổi trạng thái."
    )


def _day(iso: str) -> str:
    return date.fromisoformat(iso).strftime("%d/%m/%Y")
