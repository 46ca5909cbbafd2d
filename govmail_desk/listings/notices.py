"""When the holders were last told of what falls due. Telling them is `operations.notices`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from govmail_desk.store.bulk import plain_rows
from govmail_desk.store.rows import CHUNK
from govmail_desk.store.tables import staff_notice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Subquery


def last_told(connection: Connection, due_ids: Sequence[int]) -> dict[int, date]:
    """Give the day somebody was last told of each due row; those nobody was told of are left out."""
    told: dict[int, date] = {}
    for start in range(0, len(due_ids), CHUNK):
        of_these = staff_notice.c.due_id.in_(due_ids[start : start + CHUNK])
        query = select(staff_notice.c.due_id, func.max(staff_notice.c.on_date)).where(of_these)
        rows = plain_rows(connection, query.group_by(staff_notice.c.due_id))
        told.update((due_id, date.fromisoformat(on)) for due_id, on in rows)
    return told


def last_told_of_each() -> Subquery:
    """Give the same of every due row as something to join with: `due_id`, `told_on`."""
    told_on = func.max(staff_notice.c.on_date).label("told_on")
    return select(staff_notice.c.due_id, told_on).group_by(staff_notice.c.due_id).subquery("last_told")


def told_words(told_on: date | None, *, told_count: int, size: int) -> str:
    """Say behind a line of so many mailboxes how many of them somebody was told of, and when; empty where nobody was."""
    if told_on is None:
        return ""
    some = "" if told_count == size else f" {told_count}/{size} hộp thư"
    return f"đã nhắc{some} ngày {told_on:%d/%m/%Y}"
