"""Founding a unit's register: the first act in every journal. Opening one made before is `Desk.open`."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Final

from govmail_desk.desk import Clock, Desk, local_clock, shipped_calendar
from govmail_desk.domain.custody import Custody
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.journal import FOUNDING
from govmail_desk.domain.letterhead import COLLECTIVES
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.person import Person
from govmail_desk.domain.regulation import (
    ADDRESS_DOMAIN,
    ADDRESS_OFFICE,
    ADDRESS_SUFFIX,
    Regulation,
)
from govmail_desk.domain.settings import Letterhead, Signer
from govmail_desk.domain.unit import Unit, UnitName
from govmail_desk.domain.unit_name import read_unit_name
from govmail_desk.domain.vietnamese import clean
from govmail_desk.operations.mailboxes import checked_address, put_mailbox
from govmail_desk.operations.people import tidy_name
from govmail_desk.operations.settings import first_operator, regulation_text
from govmail_desk.operations.unit_duties import begin_unit_duties
from govmail_desk.store.database import discard
from govmail_desk.store.transaction import Transaction

_HEAD_POSTS: Final = (
    ("Ủy ban nhân dân", "Chủ tịch"),
    ("Sở", "Giám đốc"),
    ("Ban Quản lý", "Giám đốc"),
    ("Trung tâm", "Giám đốc"),
    ("Phòng", "Trưởng phòng"),
    ("Văn phòng", "Chánh Văn phòng"),
    ("Thanh tra", "Chánh Thanh tra"),
    ("Ban", "Trưởng ban"),
    ("Trường", "Hiệu trưởng"),
)
"""The usual title of a body's head, only as what the Thiết lập page starts from."""
_TERRITORY: Final = re.compile(r"(?:tỉnh|huyện|thị xã|thành phố|xã|phường|thị trấn) ([^\d(,]+)", re.IGNORECASE)
_COMMITTEE: Final = re.compile(r"^(?:(?:Ủy|Uỷ) ban nhân dân|UBND) ", re.IGNORECASE)
_ABOVE: Final = re.compile(
    r"\s(?:thuộc|của|trực thuộc) (?P<body>Sở .+)$|\s(?:của |thuộc )?(?:UBND |Ủy ban nhân dân )?"
    r"(?P<district>(?:huyện|thị xã|thành phố|quận) .+)$",
    re.IGNORECASE,
)
_PROVINCE: Final = re.compile(r"tỉnh [^(,]+")


def create_register(
    path: Path,
    *,
    person: str,
    regulation: Regulation,
    unit_name: str,
    slug: str,
    head: str = "",
    clock: Clock = local_clock,
) -> Desk:
    """Make a unit's register: its name, its own mailbox (active), the regulation copied whole, the operator it names.

    Letterhead, recipients and signer begin with what follows from the unit's name and can be changed on the Thiết lập page. Nothing is
    left behind when it is refused.
    """
    name, slug = clean(unit_name), clean(slug).lower()
    if not name:
        raise RuleBroken("Tên đơn vị đang để trống. Hãy gõ tên đầy đủ, ví dụ “Sở Thông tin và Truyền thông”.")
    address = own_address(regulation, slug)
    desk = Desk.create(path, person=person, clock=clock)
    try:
        _found(desk, regulation=regulation, name=name, slug=slug, address=address, head=head)
    except BaseException:
        desk.close()
        discard(path)
        raise
    return desk


def own_address(regulation: Regulation, slug: str) -> str:
    """Return the address of the unit whose local part is `slug`: `stttt@…`, in Quận 4 `phuong9.q4@…` and plain `q4@…`."""
    domain = regulation.find(ADDRESS_DOMAIN)
    if domain is None:
        raise RuleBroken("Quy chế này không nêu tên miền thư. Hãy kiểm tra lại tệp quy chế.")
    office, suffix = regulation.find(ADDRESS_OFFICE), regulation.find(ADDRESS_SUFFIX)
    has_its_end = suffix is None or slug.endswith(suffix.value) or (office is not None and slug == office.value)
    return checked_address(f"{slug}{'' if has_its_end or suffix is None else suffix.value}@{domain.value}")


def _found(desk: Desk, *, regulation: Regulation, name: str, slug: str, address: str, head: str) -> None:
    today = desk.today()
    with desk.transaction(FOUNDING, f"Lập sổ của {name}") as act:
        put = act.transaction
        unit = put.put(Unit(slug=slug, is_own=True))
        put.put(UnitName(unit_id=unit.id, name=name))
        put.put(regulation_text(regulation, from_on=today))
        put.put(_letterhead(regulation, name, today))
        operator = first_operator(regulation, from_on=today)
        if operator:
            put.put(operator)
        put_mailbox(
            put, Mailbox(address=address, kind="unit", unit_id=unit.id, state="active", since=today), by=desk.person
        )
        begin_unit_duties(put, regulation, shipped_calendar(), begun_by="founded", on=today)
        if clean(head):
            _appoint_head(put, unit_id=unit.id, name=tidy_name(head), post=_head_post(name))


def _letterhead(regulation: Regulation, unit_name: str, today: date) -> Letterhead:
    name = _COMMITTEE.sub("Ủy ban nhân dân ", unit_name)
    committee_of = _after_committee(name)
    symbol = "UBND" if committee_of else read_unit_name(name).symbol
    section = _drafting_section(regulation, name)
    return Letterhead(
        from_on=today,
        parent_body="" if _is_collective(name) else _parent_body(regulation, name),
        body=name,
        place=_place(committee_of or regulation.territory),
        symbol=f"{symbol}-{section}" if section else symbol,
        filing=section,
        is_collective=_is_collective(name),
    )


def _drafting_section(regulation: Regulation, name: str) -> str:
    """Guess who drafts: the section that proposes by the regulation's chain, the office of a sở or committee, else nobody."""
    chain = regulation.chain("create")
    if chain is not None and chain.value[0].act == "propose":
        return read_unit_name(_capital(chain.value[0].by)).symbol.removeprefix("P")
    return "VP" if _is_collective(name) or name.lower().startswith("sở ") else ""


def _is_collective(name: str) -> bool:
    return name.lower().startswith(tuple(body.lower() for body in COLLECTIVES))


def _after_committee(name: str) -> str:
    """Return the place a people's committee is of: `Phường 9` of Ủy ban nhân dân Phường 9; empty for other bodies."""
    found = _COMMITTEE.match(name)
    return name[found.end() :] if found else ""


def _parent_body(regulation: Regulation, name: str) -> str:
    """Guess the body above: the one the name itself tells, else the committee that issued the regulation or its province's."""
    above = _ABOVE.search(name)
    if above:
        return above["body"] or f"Ủy ban nhân dân {above['district']}"
    if _is_collective(regulation.issuer):
        return regulation.issuer
    province = _PROVINCE.search(regulation.territory)
    return f"Ủy ban nhân dân {province[0].strip()}" if province else ""


def _place(territory: str) -> str:
    """Guess the place a letter is dated at; a place named by a number stands in full, Quận 4 (NĐ 30/2020, PL I, II.4)."""
    nearest = territory.partition(",")[0].partition("(")[0].strip()
    named = _TERRITORY.search(nearest)
    return named[1].strip() if named else nearest


def _appoint_head(put: Transaction, *, unit_id: int, name: str, post: str) -> None:
    person = put.put(Person(full_name=name, unit_id=unit_id, post=post))
    put.put(Custody(unit_id=unit_id, person_id=person.id, role="head"))
    put.put(Signer(full_name=name, post=post, authority="head"))


def _head_post(unit_name: str) -> str:
    name = _COMMITTEE.sub("Ủy ban nhân dân ", unit_name).lower()
    return next((post for start, post in _HEAD_POSTS if name.startswith(start.lower())), "Thủ trưởng")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
