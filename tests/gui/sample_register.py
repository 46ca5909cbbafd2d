"""A real register with people, sections and mailboxes in every state, all invented, for the pages that show them. No test."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from govmail_desk.domain.mailbox import Mailbox, MailboxEvent
from govmail_desk.domain.person import Person
from govmail_desk.domain.vietnamese import search_key
from govmail_desk.listings import units
from govmail_desk.operations.custodies import appoint
from govmail_desk.operations.units import add_unit
from tests.desks import founded, own_unit_id

if TYPE_CHECKING:
    from pathlib import Path

    from govmail_desk.desk import Desk
    from govmail_desk.domain.mailbox import MailboxState

SECTIONS = {"Văn phòng": "VP", "Phòng Chuyển đổi số": "P. CĐS", "Phòng Kế hoạch – Tài chính": "", "Thanh tra": ""}
SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Đặng", "Võ", "Ừng", "Bùi", "Đỗ")
MIDDLES = ("Văn", "Thị Mỹ", "Đức", "Hữu", "Ngọc", "Thị Thu")
GIVEN = ("An", "Hạnh", "Đạt", "Phượng", "Thắng", "Ước", "Ánh", "Quỳnh", "Dũng", "Yến")
POSTS = ("Chuyên viên", "Trưởng phòng", "Phó Trưởng phòng", "Văn thư", "")
STATES: tuple[MailboxState, ...] = (
    "active",
    "proposed",
    "active",
    "requested",
    "locked",
    "suspended",
    "closed",
    "active",
)
WITHOUT_EVERY = 10
"""One person in so many has no mailbox."""


def peopled(folder: Path, count: int = 40, regulation_id: str = "ninhbinh-2020") -> Desk:
    """Found a register with four sections and so many people in them; the own mailbox has a custodian."""
    desk = founded(folder, regulation_id)
    own = own_unit_id(desk)
    for name, short_name in SECTIONS.items():
        add_unit(desk, name=name, slug="", parent_id=own, short_name=short_name)
    people = _people(desk, count)
    _mailboxes(desk, [person for number, person in enumerate(people) if number % WITHOUT_EVERY])
    appoint(
        desk, unit_id=own, person_id=people[1].id, role="custodian", from_on=date(2026, 3, 2), document="QĐ 12/QĐ-STTTT"
    )
    return desk


def _people(desk: Desk, count: int) -> list[Person]:
    sections = [row.id for row in units.tree(desk) if not row.is_own]
    with desk.transaction("take_in", f"Nhập {count} người") as act:
        return act.transaction.put_all([
            Person(
                full_name=f"{SURNAMES[number % 9]} {MIDDLES[number // 9 % 6]} {GIVEN[number * 7 % 10]}",
                unit_id=sections[number % len(sections)],
                post=POSTS[number % len(POSTS)],
                phone=f"09{number:08}",
                birth_on="1985-03-21",
            )
            for number in range(count)
        ])


def _mailboxes(desk: Desk, held_by: list[Person]) -> None:
    with desk.transaction("take_in", f"Nhập {len(held_by)} hộp thư") as act:
        kept = act.transaction.put_all([_mailbox(number, person) for number, person in enumerate(held_by)])
        act.transaction.put_all([
            MailboxEvent(mailbox_id=box.id, state="proposed", on_date=box.since - timedelta(days=9), by="Phạm Đức An")
            for box in kept
        ])
        act.transaction.put_all([
            MailboxEvent(mailbox_id=box.id, state=box.state, on_date=box.since, by="Lê Thị Mỹ Hạnh") for box in kept
        ])


def _mailbox(number: int, person: Person) -> Mailbox:
    words = search_key(person.full_name).split()
    return Mailbox(
        address=f"{words[-1]}{''.join(word[0] for word in words[:-1])}{number}.stttt@ninhbinh.gov.vn",
        kind="personal",
        unit_id=person.unit_id,
        holder_id=person.id,
        state=STATES[number % len(STATES)],
        since=date(2026, 1 + number % 10, 3 + number % 20),
        note="Hộp thư cấp theo danh sách năm 2026" if number % 12 == 0 else "",
    )
