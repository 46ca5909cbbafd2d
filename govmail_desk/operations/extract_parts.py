"""What the register holds of one person, kind by kind, straight from SQL and said in words.

Making a file of it is `operations.extracts`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import or_, select

from govmail_desk import wording
from govmail_desk.documents.person_extract import ExtractPart
from govmail_desk.store.tables import (
    check,
    custody,
    export,
    handover,
    incident,
    journal,
    journal_change,
    mailbox,
    mailbox_act,
    mailbox_event,
    personnel_change,
    request,
    request_row,
    review,
    review_row,
    staff_notice,
    unit_name,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select, Table

Row = tuple[str, ...]
Kind = tuple[str, Mapping[str, int]]
"""A kind of thing: what it is called, its columns with the share of the width each takes."""
_MAILBOXES: Final[Kind] = ("Hộp thư", {"Địa chỉ": 5, "Trạng thái": 2, "Từ ngày": 2, "Ghi chú": 4})
_HAPPENED: Final[Kind] = ("Việc đã ghi với hộp thư", {"Ngày": 2, "Hộp thư": 5, "Việc": 3, "Ghi chú": 4})
_CHARGES: Final[Kind] = (
    "Phụ trách hộp thư của đơn vị",
    {"Đơn vị": 5, "Vai trò": 3, "Từ ngày": 2, "Đến ngày": 2, "Văn bản": 3},
)
_CHANGES: Final[Kind] = ("Biến động nhân sự", {"Ngày hiệu lực": 2, "Việc": 3, "Quyết định": 4, "Ghi chú": 4})
_REQUESTS: Final[Kind] = ("Đề nghị có tên", {"Ngày": 2, "Đề nghị": 4, "Trạng thái": 2, "Đã ghi trong danh sách": 8})
_HANDOVERS: Final[Kind] = ("Bàn giao hộp thư", {"Ngày": 2, "Vai trò": 3, "Trạng thái": 3, "Văn bản": 5})
_NOTICES: Final[Kind] = ("Thư nhắc đã lập", {"Ngày": 2, "Cách nhắc": 4, "Người lập": 4})
_REVIEWS: Final[Kind] = ("Rà soát", {"Đợt rà soát": 5, "Trả lời": 3, "Ghi chú": 5})
_INCIDENTS: Final[Kind] = ("Sự cố của hộp thư", {"Ngày": 2, "Sự cố": 6, "Trạng thái": 3})
_EXPORTS: Final[Kind] = (
    "Tệp có dữ liệu cá nhân đã xuất từ khi có tên trong sổ",
    {"Ngày": 2, "Nội dung": 6, "Số dòng": 2, "Tệp": 5, "Người xuất": 3},
)
_ACTS: Final[Kind] = ("Việc trong nhật ký của sổ", {"Lúc": 2, "Việc": 8, "Người làm": 3})


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose data is asked for: the person, the mailboxes issued to them, what an extract of theirs is called."""

    person_id: int
    mailbox_ids: tuple[int, ...]
    subject: str


def mailbox_ids_of(connection: Connection, person_id: int) -> tuple[int, ...]:
    """Return the numbers of the mailboxes someone holds or held."""
    query = select(mailbox.c.id).where(mailbox.c.holder_id == person_id).order_by(mailbox.c.id)
    return tuple(connection.execute(query).scalars())


def parts_of(connection: Connection, whose: Whose) -> tuple[ExtractPart, ...]:
    """Return all of one person but their own facts, kind by kind; a kind of which there is nothing is said to be empty."""
    of_exports, of_acts = _exports(connection, whose), _acts(connection, whose)
    return (
        _part(_MAILBOXES, _read(connection, _mailboxes(whose), _mailbox)),
        _part(_HAPPENED, _of_mailboxes(connection, whose)),
        _part(_CHARGES, _read(connection, _charges(whose), _charge)),
        _part(_CHANGES, _read(connection, _changes(whose), _change)),
        _part(_REQUESTS, _read(connection, _requests(whose), _request)),
        _part(_HANDOVERS, _handovers(connection, whose)),
        _part(_NOTICES, _read(connection, _notices(whose), _notice)),
        _part(_REVIEWS, _read(connection, _reviews(whose), _review)),
        _part(_INCIDENTS, _read(connection, _incidents(whose), _incident)),
        _part(_EXPORTS, _read(connection, of_exports, _export)),
        _part(_ACTS, _read(connection, of_acts, _act)),
    )


def _part(kind: Kind, rows: tuple[Row, ...]) -> ExtractPart:
    title, columns = kind
    return ExtractPart(title, tuple(columns), tuple(columns.values()), rows)


def _read(connection: Connection, query: Select[Any], say: Callable[[Any], Row]) -> tuple[Row, ...]:
    return tuple(say(found) for found in connection.execute(query))


def _mailboxes(whose: Whose) -> Select[Any]:
    return select(mailbox).where(mailbox.c.id.in_(whose.mailbox_ids)).order_by(mailbox.c.id)


def _mailbox(found: Any) -> Row:
    return found.address, wording.MAILBOX_STATES[found.state], _day(found.since), found.note


def _of_mailboxes(connection: Connection, whose: Whose) -> tuple[Row, ...]:
    """States, acts and looks of the mailboxes, by day."""
    return tuple((_day(on), *said) for on, *said in sorted(_happened(connection, whose)))


def _happened(connection: Connection, whose: Whose) -> Iterator[Row]:
    told: tuple[tuple[Table, Callable[[Any], str]], ...] = (
        (mailbox_event, lambda found: wording.MAILBOX_STATES[found.state]),
        (mailbox_act, lambda found: wording.MAILBOX_ACTS[found.kind]),
        (check, lambda found: f"Kiểm tra hộp thư, {wording.SLOTS[found.slot].lower()}"),
    )
    for table, say in told:
        query = select(table, mailbox.c.address).join(mailbox, mailbox.c.id == table.c.mailbox_id)
        for found in connection.execute(query.where(table.c.mailbox_id.in_(whose.mailbox_ids))):
            yield found.on_date, found.address, say(found), found.note


def _charges(whose: Whose) -> Select[Any]:
    concerns = or_(custody.c.person_id == whose.person_id, custody.c.covers_id == whose.person_id)
    return select(custody, _unit_name(custody.c.unit_id)).where(concerns).order_by(custody.c.id)


def _charge(found: Any) -> Row:
    return (
        found.unit_name or "",
        wording.CUSTODY_ROLES[found.role],
        _day(found.from_on),
        _day(found.to_on),
        found.document,
    )


def _changes(whose: Whose) -> Select[Any]:
    told = personnel_change.c
    return select(personnel_change).where(told.person_id == whose.person_id).order_by(told.effective_on, told.id)


def _change(found: Any) -> Row:
    return _day(found.effective_on), wording.PERSONNEL_KINDS[found.kind], found.document, found.note


def _requests(whose: Whose) -> Select[Any]:
    named = or_(request_row.c.person_id == whose.person_id, request_row.c.mailbox_id.in_(whose.mailbox_ids))
    return (
        select(request, request_row.c.cells).join(request_row, request_row.c.request_id == request.c.id).where(named)
    ).order_by(request.c.id, request_row.c.position)


def _request(found: Any) -> Row:
    called = wording.REQUEST_KINDS[found.kind] + (f", số {found.number}" if found.number else "")
    cells = "; ".join(str(text) for text in found.cells.values() if text)
    return _day(found.asked_on), called, wording.REQUEST_STATES[found.state], cells


def _handovers(connection: Connection, whose: Whose) -> tuple[Row, ...]:
    rows: list[Row] = []
    for role, column in (("Bên giao", handover.c.giver_id), ("Bên nhận", handover.c.receiver_id)):
        query = select(handover).where(column == whose.person_id).order_by(handover.c.id)
        rows += [
            (_day(found.effective_on), role, wording.HANDOVER_STATES[found.state], found.document)
            for found in connection.execute(query)
        ]
    return tuple(rows)


def _notices(whose: Whose) -> Select[Any]:
    told = staff_notice.c
    return select(staff_notice).where(told.mailbox_id.in_(whose.mailbox_ids)).order_by(told.on_date, told.id)


def _notice(found: Any) -> Row:
    return _day(found.on_date), wording.NOTICE_WAYS[found.way], found.by


def _reviews(whose: Whose) -> Select[Any]:
    named = or_(review_row.c.person_id == whose.person_id, review_row.c.mailbox_id.in_(whose.mailbox_ids))
    query = select(review.c.title, review_row.c.decision, review_row.c.note)
    return query.join(review_row, review_row.c.review_id == review.c.id).where(named).order_by(review_row.c.id)


def _review(found: Any) -> Row:
    return found.title, wording.DECISIONS.get(found.decision, ""), found.note


def _incidents(whose: Whose) -> Select[Any]:
    query = select(incident).where(incident.c.mailbox_id.in_(whose.mailbox_ids))
    return query.order_by(incident.c.happened_on, incident.c.id)


def _incident(found: Any) -> Row:
    return _day(found.happened_on), wording.INCIDENT_KINDS[found.kind], wording.INCIDENT_STATES[found.state]


def _exports(connection: Connection, whose: Whose) -> Select[Any]:
    """Whatever went out since they came into the register may have named them; extracts of others did not."""
    written = select(journal.c.at).join(journal_change).where(journal_change.c.row_id == whose.person_id)
    first = connection.execute(written.order_by(journal.c.seq).limit(1)).scalar() or ""
    may_name = or_(export.c.kind != "extract", export.c.subject == whose.subject)
    since = export.c.on_date >= first[: len("2026-11-22")]
    return select(export).where(may_name, since).order_by(export.c.id)


def _export(found: Any) -> Row:
    said = f"{wording.EXPORT_KINDS[found.kind]}: {found.subject}"
    return _day(found.on_date), said, str(found.row_count), found.name, found.by


def _acts(connection: Connection, whose: Whose) -> Select[Any]:
    """The acts that wrote their own row, a mailbox of theirs, or a row that names them."""
    naming: Iterable[int] = (
        row_id
        for table in (custody, personnel_change, request_row)
        for row_id in connection.execute(select(table.c.id).where(table.c.person_id == whose.person_id)).scalars()
    )
    rows: Sequence[int] = (whose.person_id, *whose.mailbox_ids, *naming)
    wrote = select(journal_change.c.seq).where(journal_change.c.row_id.in_(rows))
    return select(journal).where(journal.c.seq.in_(wrote)).order_by(journal.c.seq)


def _act(found: Any) -> Row:
    return wording.moment_words(found.at), found.sentence, found.actor


def _unit_name(unit_id: Any) -> Any:
    latest = select(unit_name.c.name).where(unit_name.c.unit_id == unit_id)
    latest = latest.order_by(unit_name.c.from_on.desc(), unit_name.c.id.desc()).limit(1)
    return latest.scalar_subquery().label("unit_name")


def _day(text: str | None) -> str:
    return f"{date.fromisoformat(text):%d/%m/%Y}" if text else ""
