"""A register of any size, written straight into its tables in seconds: invented people with their mailboxes, keys and due rows.

Its rows do not pass the one door for writing, so the journal knows nothing of them; for whatever only reads, that is no matter.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import islice, product
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, func, select, update

from govmail_desk.desk import Desk
from govmail_desk.domain.person_name import read_name
from govmail_desk.domain.vietnamese import fold, initials
from govmail_desk.store import database, derived, tables
from govmail_desk.store.bulk import insert_rows
from tests.desks import founded, own_unit_id

Row = dict[str, Any]

SURNAMES: Final = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh",
    "Tôn Thất",
)  # fmt: skip
MIDDLES: Final = ("Văn", "Thị", "Hữu", "Đức", "Minh", "Quốc", "Thị Mỹ", "Thị Bích", "Ngọc", "Thanh", "Xuân", "Đình")
GIVENS: Final = (
    "An", "Anh", "Bình", "Châu", "Chi", "Cường", "Dũng", "Dung", "Duy", "Đạt", "Giang", "Hà", "Hải", "Hạnh", "Hiền",
    "Hoa", "Hoà", "Hùng", "Hương", "Khánh", "Khoa", "Lan", "Linh", "Long", "Mai", "Minh", "Nam", "Nga", "Ngân", "Nguyên",
    "Nhung", "Oanh", "Phong", "Phúc", "Phương", "Quang", "Quân", "Quyên", "Sơn", "Tâm", "Thành", "Thảo", "Thu", "Thúy",
    "Trang", "Trung", "Tuấn", "Tú", "Uyên", "Vân", "Việt", "Vinh", "Xuân", "Yến", "Ứng",
)  # fmt: skip
POSTS: Final = ("Chuyên viên", "Chuyên viên chính", "Trưởng phòng", "Phó Trưởng phòng", "Văn thư", "Kế toán")
STATES: Final = ("active",) * 16 + ("locked", "suspended", "proposed", "closed")
MOST_UNITS: Final = 200
DUE_EVERY: Final = 20
FIRST_DAY: Final = date(2025, 1, 6)


def large_register(folder: Path, mailbox_count: int) -> Desk:
    """Found a register and put this many people with a mailbox each into sections of its unit."""
    desk = founded(folder)
    own_id = own_unit_id(desk)
    with database.writing(desk.engine).begin() as connection:
        first_id = connection.execute(select(tables.counter.c.next_id)).scalar_one()
        last_id = _fill(connection, first_id, own_id, mailbox_count)
        connection.execute(update(tables.counter).values(next_id=last_id))
    return desk


def mailbox_count(desk: Desk) -> int:
    """Count the mailboxes there are."""
    with desk.reading() as connection:
        return connection.execute(select(func.count()).select_from(tables.mailbox)).scalar_one()


def names() -> Iterator[str]:
    """Invent full names without end, the same ones at every run."""
    every = [" ".join(words) for words in product(SURNAMES, MIDDLES, GIVENS)]
    chance = random.Random(20261123)
    while True:
        yield chance.choice(every)


def _fill(connection: Connection, first_id: int, own_id: int, count: int) -> int:
    unit_count = min(MOST_UNITS, max(1, count // 25))
    people_at = first_id + 2 * unit_count
    unit_ids = range(first_id, first_id + unit_count)
    insert_rows(connection, tables.unit, [_unit(unit_id, own_id) for unit_id in unit_ids])
    insert_rows(connection, tables.unit_name, [_unit_name(unit_id, unit_count) for unit_id in unit_ids])
    words = derived.unit_words(connection)
    people = [
        _person(people_at + place, name, unit_ids[place % unit_count], words)
        for place, name in enumerate(islice(names(), count))
    ]
    insert_rows(connection, tables.person, people)
    boxes = [_mailbox(person, count, words) for person in people]
    insert_rows(connection, tables.mailbox, boxes)
    insert_rows(connection, tables.mailbox_event, [_event(box, count) for box in boxes])
    insert_rows(connection, tables.due, [_due(box, 2 * count) for box in boxes[::DUE_EVERY]])
    return people_at + 4 * count


def _unit(unit_id: int, own_id: int) -> Row:
    return {
        "id": unit_id,
        "version": 1,
        "slug": f"p{unit_id}.stttt",
        "parent_id": own_id,
        "short_name": f"P.{unit_id}",
        "is_own": False,
        "ended_on": None,
        "office_phone": "",
    }


def _unit_name(unit_id: int, unit_count: int) -> Row:
    return {
        "id": unit_id + unit_count,
        "version": 1,
        "unit_id": unit_id,
        "name": f"Phòng Nghiệp vụ số {unit_id}",
        "from_on": None,
        "to_on": None,
        "document": "",
    }


def _person(person_id: int, name: str, unit_id: int, words: dict[int, str]) -> Row:
    post = POSTS[person_id % len(POSTS)]
    return derived.person_keys(person_id, derived.name_keys(name, None), post, words[unit_id]) | {
        "version": 1,
        "full_name": name,
        "unit_id": unit_id,
        "post": post,
        "given_word": None,
        "birth_on": "",
        "phone": f"09{person_id:08}",
        "id_number": "",
        "note": "",
        "left_on": None,
        "office_phone": "",
        "minimised_on": None,
    }


def _mailbox(person: Row, count: int, words: dict[int, str]) -> Row:
    address = f"{_local_part(person['full_name'])}{person['id']}.stttt@ninhbinh.gov.vn"
    holder = derived.name_keys(person["full_name"], None)
    return derived.mailbox_keys(person["id"] + count, address, holder, words[person["unit_id"]]) | {
        "version": 1,
        "address": address,
        "kind": "personal",
        "unit_id": person["unit_id"],
        "holder_id": person["id"],
        "state": STATES[person["id"] % len(STATES)],
        "since": (FIRST_DAY + timedelta(days=person["id"] % 600)).isoformat(),
        "note": "",
        "is_admin": False,
    }


def _event(box: Row, count: int) -> Row:
    return {
        "id": box["id"] + count,
        "version": 1,
        "mailbox_id": box["id"],
        "state": box["state"],
        "on_date": box["since"],
        "by": "Ngô Thị Kim Uyên",
        "request_id": None,
        "cause": "",
        "note": "",
    }


def _due(box: Row, distance: int) -> Row:
    day = (date(2026, 11, 1) + timedelta(days=box["id"] % 60)).isoformat()
    return {
        "id": box["id"] + distance,
        "version": 1,
        "rule": "password.rotation.user",
        "subject_kind": "mailbox",
        "subject_id": box["id"],
        "started_on": box["since"],
        "due_on": day,
        "act_by": day,
        "settled_on": None,
        "settled_why": "",
        "begun_by": "",
    }


@cache
def _local_part(name: str) -> str:
    read = read_name(name)
    return fold(read.given) + initials(f"{read.surname} {read.middle}")
