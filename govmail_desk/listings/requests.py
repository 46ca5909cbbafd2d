"""The table of requests and the pane beside it, straight from SQL, each in the state it is in today.

Making them is `operations.requests`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import Select, func, select

from govmail_desk.domain.request import open_papers
from govmail_desk.domain.vietnamese import search_key
from govmail_desk.listings.request_states import is_in, state_on
from govmail_desk.store.tables import file, file_content, journal_change, mailbox, request, request_row

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from govmail_desk.desk import Desk
    from govmail_desk.domain.mailbox import MailboxKind
    from govmail_desk.domain.request import FileOrigin, RequestKind, RequestState

Sort = Literal["asked", "due", "state", "rows"]


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

    @property
    def id(self) -> int:
        """Its number on the list."""
        return self.position


@dataclass(frozen=True, slots=True)
class FileRow:
    """One made file of a request."""

    id: int
    role: str
    name: str
    byte_count: int
    edition: int
    sha256: str
    origin: FileOrigin = "made"


@dataclass(frozen=True, slots=True)
class RequestPane:
    """A request with its frozen list and its files."""

    row: RequestListRow
    regulation_id: str
    selection_sha256: str
    frozen: tuple[FrozenRow, ...]
    files: tuple[FileRow, ...]
    """Every edition, in the order they were kept."""
    drafted_seq: int | None = None
    """The act that drafted it, which taking it back undoes."""

    @property
    def newest(self) -> tuple[FileRow, ...]:
        """The newest edition of each paper, in the order the papers were first made."""
        return tuple({(kept.role, kept.name): kept for kept in self.files}.values())

    @property
    def open_papers(self) -> tuple[FileRow, ...]:
        """The papers that may still become others."""
        return open_papers(self.newest, self.row.state)

    @property
    def earlier(self) -> tuple[FileRow, ...]:
        """The editions that a later one has taken the place of."""
        newest_ids = {kept.id for kept in self.newest}
        return tuple(kept for kept in self.files if kept.id not in newest_ids)


@dataclass(frozen=True, slots=True)
class Opening:
    """What the page opens with, read as the register stands at one moment: all numbers in order, the first lines, the counts."""

    ids: list[int]
    first: tuple[RequestListRow, ...]
    counts: dict[str, int]
    """How many requests there are in each state, whatever is searched for."""


def opening(
    desk: Desk,
    *,
    search: str = "",
    states: tuple[str, ...] = (),
    sort: Sort = "asked",
    descending: bool = True,
    first_count: int,
) -> Opening:
    """Read what the page opens with; a search reads number, reason and everyone on the frozen lists, without diacritics."""
    with desk.reading() as connection:
        day = desk.today()
        found = _ids(connection, day, search, states, sort, descending=descending)
        return Opening(found, tuple(_page(connection, day, found[:first_count])), _counts(connection, day))


def page(desk: Desk, wanted_ids: Sequence[int]) -> list[RequestListRow]:
    """Return the lines of these requests, in the order of the numbers given."""
    with desk.reading() as connection:
        return _page(connection, desk.today(), wanted_ids)


def every(desk: Desk, *, states: tuple[str, ...] = ()) -> list[RequestListRow]:
    """Return the requests, the latest first."""
    query = _lines(desk.today()).order_by(request.c.asked_on.desc(), request.c.id.desc())
    if states:
        query = query.where(is_in(states, desk.today()))
    with desk.reading() as connection:
        return [_row(row) for row in connection.execute(query)]


def counts(desk: Desk) -> dict[str, int]:
    """Count the requests by state."""
    with desk.reading() as connection:
        return _counts(connection, desk.today())


def pane(desk: Desk, request_id: int) -> RequestPane | None:
    """Return all of one request, or None where it is gone."""
    with desk.reading() as connection:
        found = connection.execute(_lines(desk.today()).where(request.c.id == request_id)).first()
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
            files=tuple(_file(row) for row in files),
            drafted_seq=connection.execute(_drafting(request_id)).scalar(),
        )


def open_about(desk: Desk, kind: RequestKind, mailbox_ids: Sequence[int]) -> int | None:
    """Return a request of a kind under way in which one of these mailboxes stands, neither withdrawn nor refused; the latest."""
    query = (
        select(request.c.id)
        .join(request_row, request_row.c.request_id == request.c.id)
        .where(
            request.c.kind == kind,
            request.c.state.not_in(("applied", "cancelled")),
            request_row.c.mailbox_id.in_(mailbox_ids),
            request_row.c.result.not_in(("withdrawn", "refused")),
        )
        .order_by(request.c.id.desc())
        .limit(1)
    )
    with desk.reading() as connection:
        return connection.execute(query).scalar()


def content(desk: Desk, sha256: str) -> bytes:
    """Return the bytes of a kept file."""
    with desk.reading() as connection:
        found: bytes = connection.execute(
            select(file_content.c.content).where(file_content.c.sha256 == sha256)
        ).scalar_one()
    return found


def _ids(
    connection: Connection, day: date, search: str, states: tuple[str, ...], sort: Sort, *, descending: bool
) -> list[int]:
    column = {
        "asked": request.c.asked_on,
        "due": request.c.due_on,
        "state": state_on(day),
        "rows": request.c.row_count,
    }
    order = column[sort].desc() if descending else column[sort]
    query = select(request.c.id, request.c.number, request.c.reason).order_by(order, request.c.id.desc())
    rows = connection.execute(query.where(is_in(states, day)) if states else query).all()
    words = search_key(search).split()
    if not words:
        return [row.id for row in rows]
    told = _told(connection)
    return [row.id for row in rows if _has(words, f"{row.number} {row.reason} {told.get(row.id, '')}")]


def _told(connection: Connection) -> dict[int, str]:
    """Gather what the frozen lists say, by request."""
    told: dict[int, str] = {}
    for row in connection.execute(select(request_row.c.request_id, request_row.c.cells)):
        told[row.request_id] = " ".join((told.get(row.request_id, ""), *row.cells.values()))
    return told


def _has(words: list[str], text: str) -> bool:
    key = search_key(text)
    return all(word in key for word in words)


def _page(connection: Connection, day: date, wanted_ids: Sequence[int]) -> list[RequestListRow]:
    query = _lines(day).where(request.c.id.in_(wanted_ids))
    found = {row.id: _row(row) for row in connection.execute(query)}
    return [found[wanted] for wanted in wanted_ids if wanted in found]


def _counts(connection: Connection, day: date) -> dict[str, int]:
    shown = state_on(day)
    query = select(shown, func.count()).group_by(shown)
    return {row[0]: row[1] for row in connection.execute(query)}


def _lines(day: date) -> Select[Any]:
    return select(request, state_on(day).label("shown_state"))


def _drafting(request_id: int) -> Select[Any]:
    """Find the act that wrote the request first."""
    return select(func.max(journal_change.c.seq)).where(
        journal_change.c.table_name == "request",
        journal_change.c.row_id == request_id,
        journal_change.c.before.is_(None),
    )


def _file(row: Any) -> FileRow:
    return FileRow(row.id, row.role, row.name, row.byte_count, row.edition, row.sha256, row.origin)


def _row(row: Any) -> RequestListRow:
    return RequestListRow(
        id=row.id,
        kind=row.kind,
        mailbox_kind=row.mailbox_kind,
        state=row.shown_state,
        asked_on=row.asked_on,
        row_count=row.row_count,
        reason=row.reason,
        number=row.number,
        due_on=row.due_on,
    )
