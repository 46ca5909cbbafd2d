"""Counts the SQL statements a desk sends, `BEGIN` and all. No test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import event

if TYPE_CHECKING:
    from govmail_desk.desk import Desk


@contextmanager
def counted_statements(desk: Desk) -> Iterator[list[str]]:
    """Collect every statement sent while it lasts."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        sent.append(statement)

    event.listen(desk.engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(desk.engine, "before_cursor_execute", note)
