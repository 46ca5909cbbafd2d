"""The rows of a request before it is drafted: whom a mailbox is sought for, with the addresses proposed and what the list will print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, select

from govmail_desk.domain.address_look_alike import KnownAddresses
from govmail_desk.domain.address_proposal import Candidate, Proposal, Taken
from govmail_desk.domain.addressing import address_rules
from govmail_desk.domain.custody import Custody
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox, MailboxKind
from govmail_desk.domain.person import Person
from govmail_desk.domain.person_name import read_name
from govmail_desk.domain.personal_address import propose_personal
from govmail_desk.domain.personal_post import whole_post
from govmail_desk.domain.regulation import ADDRESS_PERSONAL_ONLY_FOR, Regulation
from govmail_desk.domain.unit import Unit, UnitName
from govmail_desk.domain.unit_address import propose_units
from govmail_desk.domain.unit_name import read_unit_name
from govmail_desk.domain.vietnamese import search_key
from govmail_desk.operations.mailboxes import checked_address
from govmail_desk.operations.proposals import agency_slug, parent_kind_of, taken_by
from govmail_desk.store.tables import mailbox as mailbox_table
from govmail_desk.store.tables import request, request_row
from govmail_desk.store.transaction import GONE, Transaction

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.domain.request import Wanted
    from govmail_desk.operations.intakes import IntakePlan

_LEADING_POST: Final = re.compile(
    r"(quyen )?(pho )?(tong )?(giam doc|chu tich|bi thu|chanh|hieu truong|vien truong|(chi )?cuc truong"
    r"|truong (ban|phong|khoa|tram|doi|bo phan))"
)
"""The posts of leadership met in units of the state; which address they get is the regulation's to say."""


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


def leads(post: str) -> bool:
    """Say whether a post is one of leadership: its holder keeps the plain address of namesakes where the regulation says so."""
    return _LEADING_POST.match(search_key(post)) is not None


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
        seen = _Seen(connection, on or desk.today())
        return [
            *map(seen.of_person, seen.people(people_ids)),
            *(seen.of_unit(unit_id) for unit_id in unit_ids),
            *(seen.of_mailbox(mailbox_id) for mailbox_id in mailbox_ids),
            *(seen.of_list(intake) if intake else ()),
        ]


def with_addresses(desk: Desk, rows: Sequence[Sought], *, on: date, chosen: Mapping[int, str]) -> list[Sought]:
    """Give each row its candidates and its address: the chosen one, else the one it came with, else the first candidate."""
    regulation = desk.regulation(on)
    wanted = [chosen.get(place, row.address) for place, row in enumerate(rows)]
    with desk.reading() as connection:
        taken = taken_by(connection, except_ids=frozenset(row.mailbox_id for row in rows if row.mailbox_id))
        proposals = _proposals(connection, rows, regulation, on)
        known = _known(connection) if any(wanted) else None
    addressed = [
        _addressed(row, proposal, address, regulation=regulation, on=on)
        for row, proposal, address in zip(rows, proposals, wanted, strict=True)
    ]
    return [_with_look_alikes(row, known) for row in _without_clashes(addressed, taken)]


class _Seen:
    """The register as it stands while rows are gathered."""

    def __init__(self, connection: Connection, on: date) -> None:
        self.asked = Transaction(connection)
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
            id_number=person.id_number,
            unit_id=unit.id,
            person=person,
        )


def names_on(names: Iterable[UnitName], day: date) -> dict[int, str]:
    """Choose the name each unit bears on a day; one with none that day bears its open-ended one."""
    chosen: dict[int, str] = {}
    for name in sorted(names, key=lambda one: (_is_borne(one, day), one.to_on is None, one.id)):
        chosen[name.unit_id] = name.name
    return chosen


def _is_borne(name: UnitName, day: date) -> bool:
    return (name.from_on is None or name.from_on <= day) and (name.to_on is None or day <= name.to_on)


def _proposals(connection: Connection, rows: Sequence[Sought], regulation: Regulation, on: date) -> list[Proposal]:
    """Propose for people in one batch, for units in one batch under each body above; in the order of the rows."""
    rules = address_rules(regulation, on)
    taken = taken_by(connection, except_ids=frozenset(row.mailbox_id for row in rows if row.mailbox_id))
    if rows[0].mailbox_kind == "personal":
        slugs = {unit_id: agency_slug(connection, unit_id) for unit_id in {row.unit_id for row in rows}}
        return propose_personal(
            [read_name(row.name, given_word=row.person.given_word if row.person else None) for row in rows],
            rules,
            units=[slugs[row.unit_id] for row in rows],
            taken=taken,
            leaders=frozenset(place for place, row in enumerate(rows) if leads(row.post)),
            posts=[whole_post(row.post, row.section) for row in rows],
        )
    under: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        under.setdefault(_parent_slug(connection, row), []).append(place)
    made: dict[int, Proposal] = {}
    for slug, places in under.items():
        parent_kind = parent_kind_of(connection, slug)
        names = [read_unit_name(rows[place].name, parent_kind=parent_kind) for place in places]
        made.update(zip(places, propose_units(names, rules, parent=slug, taken=taken), strict=True))
    return [made[place] for place in range(len(rows))]


def _parent_slug(connection: Connection, row: Sought) -> str:
    parent_id = row.above_id or Transaction(connection).get(Unit, row.unit_id).parent_id
    return agency_slug(connection, parent_id) if parent_id else ""


def _addressed(row: Sought, proposal: Proposal, wanted: str, *, regulation: Regulation, on: date) -> Sought:
    only_for = regulation.find(ADDRESS_PERSONAL_ONLY_FOR, on)
    row = replace(row, candidates=proposal.candidates, remarks=proposal.problems)
    if row.refusal:
        return row
    if row.mailbox_kind == "personal" and only_for and not proposal.candidates:
        return replace(row, refusal=_sentence(row, proposal), refusal_cite=only_for.cite)
    if wanted:
        try:
            return replace(row, address=checked_address(wanted))
        except RuleBroken as broken:
            return replace(row, address=wanted, refusal=f"{row.name}: {broken.sentence}")
    if not proposal.candidates:
        return replace(row, refusal=_sentence(row, proposal))
    return replace(row, address=proposal.candidates[0].address)


def _sentence(row: Sought, proposal: Proposal) -> str:
    return f"{row.name}: {proposal.problems[-1] if proposal.problems else 'chưa có địa chỉ; hãy nhập địa chỉ.'}"


def _without_clashes(rows: Sequence[Sought], taken: Taken) -> Iterable[Sought]:
    """Refuse an address the register or an earlier row has: the clerk's own choice is free, but never given twice."""
    given: dict[str, str] = {}
    for row in rows:
        reason = taken(row.address) if row.address else None
        if row.refusal:
            yield row
        elif reason:
            yield replace(row, refusal=f"{row.name}: địa chỉ {row.address} {reason}. Hãy chọn địa chỉ khác.")
        elif row.address in given:
            yield replace(
                row,
                refusal=f"{row.name}: địa chỉ {row.address} trùng với {given[row.address]} trong đề nghị này. Hãy chọn địa chỉ khác.",
            )
        else:
            given[row.address] = row.name
            yield row


def _on_paper(birth_on: str) -> str:
    """Write a birth date as lists print it; a bare year stays a year."""
    year, *rest = birth_on.split("-")
    return "/".join((*reversed(rest), year)) if rest else birth_on


def _known(connection: Connection) -> KnownAddresses:
    return KnownAddresses(connection.execute(select(mailbox_table.c.address)).scalars())


def _with_look_alikes(row: Sought, known: KnownAddresses | None) -> Sought:
    """Warn of addresses that are taken for one the clerk typed; the regulation's own candidates look alike by right."""
    if known is None or row.mailbox_id is not None or row.address in {one.address for one in row.candidates}:
        return row
    near = known.near(row.address)
    return replace(row, remarks=(*row.remarks, f"Rất giống địa chỉ đã có: {', '.join(near[:3])}.")) if near else row
