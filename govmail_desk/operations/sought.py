"""The rows of a request for new mailboxes before it is drafted: whom each is sought for, and what the list will print.

The addresses they are given are `operations.sought_addresses`; mailboxes that stand in the register are `operations.concerned`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from govmail_desk.domain.address_proposal import Candidate
from govmail_desk.domain.custody import Custody
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox, MailboxKind
from govmail_desk.domain.person import Person
from govmail_desk.domain.unit import Unit, UnitName, names_on
from govmail_desk.store.tables import mailbox as mailbox_table
from govmail_desk.store.tables import request, request_row
from govmail_desk.store.transaction import GONE, Transaction

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.domain.request import Wanted
    from govmail_desk.operations.intakes import IntakePlan


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """One mailbox asked for: a person's or a unit's, its address, the other addresses proposed, and why it may not be asked for."""

    mailbox_kind: MailboxKind
    name: str
    post: str = ""
    section: str = ""
    """The section the person works in, or the body above the unit."""
    body: str = ""
    """The unit the person belongs to, section left out."""
    birth_on: str = ""
    phone: str = ""
    id_number: str = ""
    note: str = ""
    custodian: str = ""
    unit_id: int
    above_id: int | None = None
    """For a unit of a list that is not in the register yet, the unit it will stand under."""
    person: Person | None = None
    mailbox_id: int | None = None
    """Set where the mailbox stands in the register already, proposed."""
    list_row: tuple[str, int] | None = None
    """Sheet and row of a list whose people come into the register with the request."""
    address: str = ""
    candidates: tuple[Candidate, ...] = ()
    remarks: tuple[str, ...] = ()
    """What the clerk should know about the name or the address."""
    refusal: str = ""
    refusal_cite: str | None = None

    @property
    def person_id(self) -> int | None:
        """The person in the register; None for a unit, and for someone whom a list brings."""
        return self.person.id if self.person else None

    @property
    def wanted(self) -> Wanted:
        """Nothing of the register is to become another."""
        return {}

    @property
    def cells(self) -> dict[str, str]:
        """What the list may print of this row; there is no place for a password."""
        if self.mailbox_kind == "unit":
            return {
                "ten_don_vi": self.name,
                "co_quan_chu_quan": self.section,
                "nguoi_quan_ly": self.custodian,
                "chuc_vu": self.post,
                "so_dien_thoai": self.phone,
                "dia_chi": self.address,
                "ghi_chu": self.note,
            }
        return {
            "ho_ten": self.name,
            "ngay_sinh": _on_paper(self.birth_on),
            "chuc_vu": self.post,
            "phong_ban": self.section,
            "don_vi": self.body,
            "so_dien_thoai": self.phone,
            "so_cccd": self.id_number,
            "dia_chi": self.address,
            "ghi_chu": self.note,
        }


def sought_rows(
    desk: Desk,
    *,
    people_ids: Sequence[int],
    unit_ids: Sequence[int],
    mailbox_ids: Sequence[int],
    intake: IntakePlan | None,
    on: date | None = None,
) -> list[Sought]:
    """Gather whom mailboxes are sought for, in the order given; those who have one already are refused or, from a list, passed over.

    Units bear the names they have on the day (default today).
    """
    with desk.reading() as connection:
        seen = _Seen(connection, on or desk.today(), keeps_id_numbers=desk.privacy().is_id_number_kept)
        return [
            *map(seen.of_person, seen.people(people_ids)),
            *(seen.of_unit(unit_id) for unit_id in unit_ids),
            *(seen.of_mailbox(mailbox_id) for mailbox_id in mailbox_ids),
            *(seen.of_list(intake) if intake else ()),
        ]


class _Seen:
    """The register as it stands while rows are gathered."""

    def __init__(self, connection: Connection, on: date, *, keeps_id_numbers: bool) -> None:
        self.asked = Transaction(connection)
        self.keeps_id_numbers = keeps_id_numbers
        self.names = names_on(self.asked.find(UnitName), on)
        self.units = {unit.id: unit for unit in self.asked.find(Unit)}
        self.own = next(unit for unit in self.units.values() if unit.is_own)
        self.own_name = self.names.get(self.own.id, "")
        held = select(mailbox_table.c.holder_id, mailbox_table.c.unit_id, mailbox_table.c.kind, mailbox_table.c.address)
        rows = connection.execute(held.where(mailbox_table.c.state != "closed")).all()
        self.in_open_requests = set(
            connection.execute(
                select(request_row.c.mailbox_id)
                .join(request, request.c.id == request_row.c.request_id)
                .where(request.c.state.not_in(("applied", "cancelled")))
            ).scalars()
        )
        self.holders: dict[int, str] = {row.holder_id: row.address for row in rows if row.holder_id is not None}
        self.unit_addresses: dict[int, str] = {row.unit_id: row.address for row in rows if row.kind == "unit"}

    def people(self, people_ids: Sequence[int]) -> list[Person]:
        """Read many people at once, in the order given."""
        found = self.asked.get_many(Person, people_ids)
        if len(found) < len(set(people_ids)):
            raise RuleBroken(GONE)
        return [found[person_id] for person_id in people_ids]

    def of_person(self, person: Person) -> Sought:
        """Seek a mailbox for someone in the register."""
        row = self._row(person)
        held = self.holders.get(person.id)
        if held:
            return replace(row, refusal=f"{row.name} đã có hộp thư {held} trong sổ. Hãy bỏ người này khỏi đề nghị.")
        if person.left_on is not None:
            return replace(
                row,
                refusal=f"{row.name} đã thôi làm việc từ {person.left_on:%d/%m/%Y}. Hãy bỏ người này khỏi đề nghị.",
            )
        return row

    def of_unit(self, unit_id: int) -> Sought:
        """Seek a mailbox for a unit in the register."""
        if unit_id not in self.units:
            raise RuleBroken(GONE)
        row = self._unit_row(unit_id)
        held = self.unit_addresses.get(unit_id)
        if held:
            return replace(row, refusal=f"{row.name} đã có hộp thư {held} trong sổ. Hãy bỏ đơn vị này khỏi đề nghị.")
        return row

    def _unit_row(self, unit_id: int) -> Sought:
        """Tell a unit with who looks after its mailbox."""
        unit = self.units[unit_id]
        charged = [one for one in self.asked.find(Custody, unit_id=unit_id, to_on=None) if one.role == "custodian"]
        custodian = self.asked.get(Person, charged[-1].person_id) if charged else None
        return Sought(
            mailbox_kind="unit",
            name=self.names.get(unit_id, unit.slug),
            section=self.names.get(unit.parent_id or 0, ""),
            custodian=custodian.full_name if custodian else "",
            post=custodian.post if custodian else "",
            phone=custodian.phone if custodian else "",
            unit_id=unit_id,
        )

    def of_mailbox(self, mailbox_id: int) -> Sought:
        """Ask again for a mailbox that stands as proposed; any other state has been asked for already."""
        mailbox = self.asked.get(Mailbox, mailbox_id)
        holder = self.asked.get(Person, mailbox.holder_id) if mailbox.holder_id is not None else None
        sought = self._row(holder) if holder else self._unit_row(mailbox.unit_id)
        row = replace(sought, mailbox_id=mailbox_id, address=mailbox.address)
        if mailbox_id in self.in_open_requests:
            return replace(
                row, refusal=f"Hộp thư {mailbox.address} đã nằm trong một đề nghị đang làm. Hãy bỏ khỏi đề nghị này."
            )
        if mailbox.state != "proposed":
            return replace(
                row,
                refusal=f"Hộp thư {mailbox.address} không còn ở bước đề xuất nên không đề nghị cấp mới được. Hãy bỏ khỏi đề nghị.",
            )
        return row

    def of_list(self, intake: IntakePlan) -> Iterable[Sought]:
        """Seek mailboxes for the people of a list that have none yet; for units where the list holds nobody."""
        has_people = any(row.kind == "personal" for row in intake.rows_of("new", "changed", "same"))
        for row in intake.rows:
            if has_people and row.kind == "unit":
                continue
            if row.outcome in {"doubtful", "set_aside"} or row.mailbox_id is not None:
                continue
            if row.person_id is not None and row.person_id in self.holders:
                continue
            yield Sought(
                mailbox_kind=row.kind,
                name=row.full_name,
                post=row.post,
                section=row.department,
                body=self.own_name,
                birth_on=row.birth_on,
                phone=row.phone,
                id_number=row.id_number,
                note=row.note,
                custodian=row.custodian,
                unit_id=row.unit_id or self.own.id,
                above_id=row.above_id if row.unit_id is None else None,
                person=self.asked.get(Person, row.person_id) if row.person_id else None,
                list_row=(row.sheet, row.row),
                address=row.address,
            )

    def _row(self, person: Person) -> Sought:
        unit = self.units[person.unit_id]
        return Sought(
            mailbox_kind="personal",
            name=person.full_name,
            post=person.post,
            section="" if unit.is_own else self.names.get(unit.id, ""),
            body=self.own_name if unit.is_own or unit.parent_id == self.own.id else self.names.get(unit.id, ""),
            birth_on=person.birth_on,
            phone=person.phone,
            id_number=person.id_number if self.keeps_id_numbers else "",
            unit_id=unit.id,
            person=person,
        )


def _on_paper(birth_on: str) -> str:
    """Write a birth date as lists print it; a bare year stays a year."""
    year, *rest = birth_on.split("-")
    return "/".join((*reversed(rest), year)) if rest else birth_on
