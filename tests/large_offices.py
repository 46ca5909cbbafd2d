"""Any number of units with a package and mailboxes each, written straight into the tables; the journal knows nothing of them."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import select, update

from govmail_desk.desk import Desk
from govmail_desk.store import database, tables
from govmail_desk.store.bulk import insert_rows

Row = dict[str, Any]
MAILBOXES_EACH: Final = 100
_AT: Final = "2026-12-07T02:00:00Z"


def gathered(desk: Desk, count: int) -> int:
    """Let a register hold so many units that sent a year's package, every tenth address another's too; return the first's number."""
    with database.writing(desk.engine).begin() as connection:
        first = connection.execute(select(tables.counter.c.next_id)).scalar_one()
        ids = range(first, first + count)
        insert_rows(connection, tables.office, [_office(one) for one in ids])
        insert_rows(connection, tables.package, [_package(one, count) for one in ids])
        at = first + 2 * count
        boxes = [
            _mailbox(at + (one - first) * MAILBOXES_EACH + place, one, count, place)
            for one in ids
            for place in range(MAILBOXES_EACH)
        ]
        insert_rows(connection, tables.foreign_mailbox, boxes)
        connection.execute(update(tables.counter).values(next_id=at + count * MAILBOXES_EACH))
    return int(first)


def _office(office_id: int) -> Row:
    return {
        "id": office_id,
        "version": 1,
        "register_id": f"{office_id:064x}",
        "slug": f"phuong{office_id}",
        "name": f"Ủy ban nhân dân Phường {office_id}",
        "address": f"phuong{office_id}@ninhbinh.gov.vn",
        "from_on": "2026-01-05",
        "ended_on": None,
        "note": "",
    }


def _package(office_id: int, count: int) -> Row:
    return {
        "id": office_id + count,
        "version": 1,
        "office_id": office_id,
        "period": "2025",
        "opening_on": "2024-12-31",
        "as_of_on": "2025-12-14",
        "made_at": _AT,
        "format_version": 1,
        "journal_seq": 12,
        "journal_hash": "cd" * 32,
        "mailbox_count": MAILBOXES_EACH,
        "figures": {},
        "name": f"phuong{office_id}.govmail-goi",
        "sha256": f"{office_id:064x}",
        "byte_count": 1,
        "taken_at": _AT,
        "by": "Ngô Thị Kim Uyên",
    }


def _mailbox(row_id: int, office_id: int, count: int, place: int) -> Row:
    whose = "chung" if place % 10 == 0 else f"phuong{office_id}"
    return {
        "id": row_id,
        "version": 1,
        "office_id": office_id,
        "package_id": office_id + count,
        "address": f"hanhltm{place}.{whose}@ninhbinh.gov.vn",
        "kind": "personal",
        "holder": "Lê Thị Mỹ Hạnh",
        "post": "Chuyên viên",
        "unit": f"Ủy ban nhân dân Phường {office_id}",
        "state": "active",
        "since": "2026-01-05",
        "gone_on": None,
    }
