"""Founding a unit's register: the first act in every journal. Opening one made before is `Desk.open`."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Final

from govmail_desk.desk import Clock, Desk, local_clock
from govmail_desk.domain.custody import Custody
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.letterhead import COLLECTIVES
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.person import Person
from govmail_desk.domain.regulation import (
    ADDRESS_DOMAIN,
    ADDRESS_OFFICE,
    ADDRESS_SUFFIX,
    REQUEST_OPERATOR,
    REQUEST_OPERATOR_ADDRESS,
    Regulation,
)
from govmail_desk.domain.settings import Letterhead, Operator, Signer
from govmail_desk.domain.unit import Unit, UnitName
from govmail_desk.domain.unit_name import read_unit_name
from govmail_desk.domain.vietnamese import clean
from govmail_desk.operations.mailboxes import checked_address, put_mailbox
from govmail_desk.operations.people import tidy_name
from govmail_desk.operations.settings import regulation_text
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
_TERRITORY: Final = re.compile(r"(?:tỉnh|thành phố|huyện|thị xã) ([^(,]+)", re.IGNORECASE)


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
        path.unlink(missing_ok=True)
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
    with desk.transaction("found_register", f"Lập sổ của {name}") as act:
        put = act.transaction
        unit = put.put(Unit(slug=slug, is_own=True))
        put.put(UnitName(unit_id=unit.id, name=name))
        put.put(regulation_text(regulation, from_on=today))
        put.put(_letterhead(regulation, name, today))
        operator = regulation.find(REQUEST_OPERATOR)
        if operator:
            suggested = regulation.find(REQUEST_OPERATOR_ADDRESS)
            address_of = operator.value.address or (suggested.value if suggested else "")
            put.put(Operator(from_on=today, name=operator.value.name, address=address_of))
        put_mailbox(
            put, Mailbox(address=address, kind="unit", unit_id=unit.id, state="active", since=today), by=desk.person
        )
        if clean(head):
            _appoint_head(put, unit_id=unit.id, name=tidy_name(head), post=_head_post(name))


def _letterhead(regulation: Regulation, name: str, today: date) -> Letterhead:
    place = _TERRITORY.search(regulation.territory)
    issuer = regulation.issuer
    return Letterhead(
        from_on=today,
        parent_body="" if name.casefold() in issuer.casefold() or issuer.casefold() in name.casefold() else issuer,
        body=name,
        place=place[1].strip() if place else regulation.territory,
        symbol=f"{read_unit_name(name).symbol}-VP",
        filing="VP",
        is_collective=any(name.lower().startswith(body.lower()) for body in COLLECTIVES),
    )


def _appoint_head(put: Transaction, *, unit_id: int, name: str, post: str) -> None:
    person = put.put(Person(full_name=name, unit_id=unit_id, post=post))
    put.put(Custody(unit_id=unit_id, person_id=person.id, role="head"))
    put.put(Signer(full_name=name, post=post, authority="head"))


def _head_post(unit_name: str) -> str:
    return next((post for start, post in _HEAD_POSTS if unit_name.lower().startswith(start.lower())), "Thủ trưởng")
