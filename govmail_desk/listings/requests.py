"""The table of requests and the pane beside it, straight from SQL. Making them is `operations.requests`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from govmail_desk.store.tables import file, file_content, mailbox, request, request_row

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.domain.mailbox import MailboxKind
    from govmail_desk.domain.request import RequestKind, RequestState


@dataclass(frozen=True, slots=True)
class RequestListRow:
    """One line of the table of requests."""

    id: int
    kind: RequestKind
    mailbox_kind: MailboxKind
    state: RequestState
    asked_on: str
    row_count: int
    reason: str
    number: str
    due_on: str | None


@dataclass(frozen=True, slots=True)
class FrozenRow:
    """One mailbox of the frozen selection."""

    position: int
    mailbox_id: int
    address: str
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class FileRow:
    """One made file of a request."""

    id: int
    role: str
    name: str
    byte_count: int
    edition: int
    sha256: str


@dataclass(frozen=True, slots=True)
class RequestPane:
    """A request with its frozen list and its files."""

    row: RequestListRow
    regulation_id: str
    selection_sha256: str
    frozen: tuple[FrozenRow, ...]
    files: tuple[FileRow, ...]


def every(desk: Desk, *, states: tuple[str, ...] = ()) -> list[RequestListRow]:
    """Return the requests, the latest first."""
    query = select(request).order_by(request.c.asked_on.desc(), request.c.id.desc())
    if states:
        query = query.where(request.c.state.in_(states))
    with desk.reading() as connection:
        return [_row(row) for row in connection.execute(query)]


def counts(desk: Desk) -> dict[str, int]:
    """Count the requests by state."""
    with desk.reading() as connection:
        query = select(request.c.state, func.count()).group_by(request.c.state)
        return {row[0]: row[1] for row in connection.execute(query)}


def pane(desk: Desk, request_id: int) -> RequestPane | None:
    """Return all of one request, or None where it is gone."""
    with desk.reading() as connection:
        found = connection.execute(select(request).where(request.c.id == request_id)).first()
        if found is None:
            return None
        rows = connection.execute(
            select(request_row, mailbox.c.address)
            .join(mailbox, mailbox.c.id == request_row.c.mailbox_id)
            .where(request_row.c.request_id == request_id)
            .order_by(request_row.c.position)
        )
        files = connection.execute(select(file).where(file.c.request_id == request_id).order_by(file.c.id))
        return RequestPane(
            row=_row(found),
            regulation_id=found.regulation_id,
            selection_sha256=found.selection_sha256,
            frozen=tuple(FrozenRow(row.position, row.mailbox_id, row.address, row.cells) for row in rows),
            files=tuple(FileRow(row.id, row.role, row.name, row.byte_count, row.edition, row.sha256) for row in files),
        )


def content(desk: Desk, sha256: str) -> bytes:
    """Return the bytes of a kept file."""
    with desk.reading() as connection:
        found: bytes = connection.execute(
            select(file_content.c.content).where(file_content.c.sha256 == sha256)
        ).scalar_one()
    return found


def _row(row: Any) -> RequestListRow:
    return RequestListRow(
        id=row.id,
        kind=row.kind,
        mailbox_kind=row.mailbox_kind,
        state=row.state,
        asked_on=row.asked_on,
        row_count=row.row_count,
        reason=row.reason,
        number=row.number,
        due_on=row.due_on,
    )
