"""Directories for tests: a unit with sections, people and private facts that nobody may publish. No test."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from govmail_desk.desk import Desk
from govmail_desk.documents.directory import DirectoryPaper
from govmail_desk.domain.directory import DirectoryLine
from govmail_desk.domain.person import Person
from govmail_desk.operations.directories import plan_edition, publish_edition
from govmail_desk.operations.mailboxes import add_mailbox
from govmail_desk.operations.people import add_person
from govmail_desk.operations.units import add_unit
from govmail_desk.store.transaction import Transaction
from tests.desks import founded, own_unit_id
from tests.mailboxes import ISSUED_ON

TODAY: Final = date(2026, 11, 23)
BIRTH_ON: Final = "1987-03-14"
PRIVATE_PHONE: Final = "0987654321"
ID_NUMBER: Final = "037087009876"
NOTE: Final = "Đang nghỉ chế độ ở Tam Điệp"
PRIVATE: Final = (BIRTH_ON, "14/03/1987", "1987", PRIVATE_PHONE, "987654321", ID_NUMBER, NOTE, "Tam Điệp")
"""What no edition may hold, in any way of writing it."""


def employed(
    desk: Desk,
    full_name: str,
    *,
    address: str = "",
    unit_id: int | None = None,
    post: str = "Chuyên viên",
    phone: str = "",
) -> int:
    """Add someone with every private field filled, and their mailbox in use where an address is given; return their number."""
    changes = add_person(
        desk,
        full_name=full_name,
        unit_id=unit_id or own_unit_id(desk),
        post=post,
        birth_on=BIRTH_ON,
        phone=PRIVATE_PHONE,
        note=NOTE,
        office_phone=phone,
    )
    (person_id,) = changes.ids["person"]
    if address:
        add_mailbox(
            desk,
            address=f"{address}.stttt@ninhbinh.gov.vn",
            kind="personal",
            unit_id=unit_id or own_unit_id(desk),
            holder_id=person_id,
            since=ISSUED_ON,
        )
    return person_id


def section(desk: Desk, name: str, *, phone: str = "", parent_id: int | None = None) -> int:
    """Add a section and return its number."""
    changes = add_unit(desk, name=name, slug="", parent_id=parent_id or own_unit_id(desk), office_phone=phone)
    (unit_id,) = changes.ids["unit"]
    return unit_id


def staffed(folder: Path) -> Desk:
    """Found a Sở with two sections and people in them; every identity number is filled too, past the operation that would refuse it."""
    desk = founded(folder)
    digital = section(desk, "Phòng Chuyển đổi số", phone="0229 3871 002")
    office = section(desk, "Văn phòng")
    employed(desk, "Đỗ Văn Ánh", address="anhdv", unit_id=digital, phone="0229 3871 103")
    employed(desk, "Nguyễn Ngọc Đạt", address="datnn", unit_id=digital, post="Trưởng phòng")
    employed(desk, "Trần Thị An", address="antt", unit_id=digital)
    employed(desk, "Phạm Văn Hạnh", address="hanhpv", unit_id=office, post="Chánh Văn phòng")
    employed(desk, "Vũ Thị Chưa Có", unit_id=office)
    with desk.transaction("test", "Ghi số CCCD như sổ của bản trước") as act:
        act.transaction.put_all([replace(one, id_number=ID_NUMBER) for one in act.transaction.find(Person)])
    return desk


def published(desk: Desk, *, is_public: bool = True, on: date = TODAY) -> int:
    """Publish an edition and return its number in the register."""
    (edition_id,) = publish_edition(desk, plan_edition(desk, as_of_on=on, is_public=is_public)).ids["directory_edition"]
    return edition_id


def person(desk: Desk, full_name: str) -> Person:
    """Return someone by name."""
    with desk.reading() as connection:
        (found,) = Transaction(connection).find(Person, full_name=full_name)
    return found


def of_unit(
    name: str, *, level: int = 0, number: int = 1, phone: str = "", addresses: tuple[str, ...] = ()
) -> DirectoryLine:
    """Make a line of a unit."""
    return DirectoryLine(
        kind="unit", subject_id=number, level=level, name=name, office_phone=phone, addresses=addresses
    )


def of_person(
    name: str, *, level: int = 1, number: int = 2, title: str = "", phone: str = "", addresses: tuple[str, ...] = ()
) -> DirectoryLine:
    """Make a line of a person."""
    return DirectoryLine(
        kind="person", subject_id=number, level=level, name=name, title=title, office_phone=phone, addresses=addresses
    )


def paper(*lines: DirectoryLine, is_public: bool = True, body: str = "Sở Thông tin và Truyền thông") -> DirectoryPaper:
    """Put lines on a paper of 23/11/2026."""
    return DirectoryPaper(
        number=3,
        as_of_on=TODAY,
        is_public=is_public,
        lines=lines,
        made_at=datetime(2026, 11, 23, 1, 30, tzinfo=UTC),
        body=body,
        parent_body="Ủy ban nhân dân tỉnh Ninh Bình",
        place_and_date="Ninh Bình, ngày 23 tháng 11 năm 2026",
        mark="abc",
    )
