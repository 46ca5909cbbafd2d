"""The Hôm nay page: overdue, due today, coming, waiting, and what the desk still lacks; each line with the act that deals with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, Literal

from sqlalchemy import ColumnElement, func, or_, select

from govmail_desk.domain import working_days
from govmail_desk.domain.provision import Period
from govmail_desk.domain.regulation import KEYS
from govmail_desk.store.tables import due, letterhead, mailbox, operator, person, request, signer
from govmail_desk.wording import REQUEST_KINDS

if TYPE_CHECKING:
    from sqlalchemy import Connection, ScalarSelect, Select, Table

    from govmail_desk.desk import Desk
    from govmail_desk.domain.regulation import Ended, Regulation
    from govmail_desk.domain.working_days import Counting

Section = Literal["overdue", "today", "upcoming", "waiting", "setup"]
Act = Literal[
    "open_mailbox",
    "open_request",
    "request_people",
    "import_list",
    "request_mailboxes",
    "add_signer",
    "set_operator",
    "set_contact",
]

AHEAD_DAYS: Final = 7
SHOWN_AT_MOST: Final = 200
ON_THE_DESK: Final = ("draft", "signed", "overdue", "answered")
"""The states of a request in which the next step is the unit's own, not the operator's."""


@dataclass(frozen=True, slots=True)
class TodayRow:
    """One line: what, about whom, by when, why, and the act behind its button."""

    section: Section
    title: str
    detail: str
    act: Act
    due_on: date | None = None
    act_by: date | None = None
    cite: str | None = None
    why: str = ""
    source: str = "regulation"
    subject_id: int | None = None
    rule: str = ""
    """The key of the regulation's provision the day comes from."""
    started_on: date | None = None
    """The day the counting began."""


@dataclass(frozen=True, slots=True)
class Today:
    """The page: its lines by section, and how many there are of each beyond those shown."""

    day: date
    rows: tuple[TodayRow, ...]
    counts: dict[str, int]


def today(desk: Desk) -> Today:
    """Put together the page of this day; five statements, however much there is."""
    day = desk.today()
    regulation = desk.regulation(day)
    with desk.reading() as connection:
        facts = connection.execute(_facts(day)).one()
        rows = (
            *_due(connection, regulation, day),
            *_waiting(connection, facts),
            *_gaps(facts, regulation, day),
        )
    counts: dict[str, int] = {"overdue": facts.overdue, "today": facts.today, "upcoming": facts.upcoming}
    for section in ("waiting", "setup"):
        counts[section] = sum(row.section == section for row in rows)
    return Today(day, rows, counts)


def counting(desk: Desk, row: TodayRow) -> Counting | None:
    """Count a line's day out again, day by day; None where it was not counted from a period."""
    provision = desk.regulation(row.started_on).find(KEYS[row.rule], row.started_on) if row.rule else None
    if provision is None or row.started_on is None or not isinstance(provision.value, Period):
        return None
    found = working_days.count(row.started_on, provision.value, desk.calendar(), when_off=provision.when_off or "stays")
    return found if found.due_on == row.due_on else None


def waiting_counts(desk: Desk) -> dict[str, int]:
    """Count what waits for the clerk, by page: work to be done by today, and requests not yet gone, overdue or answered."""
    requests = select(func.count()).select_from(request).where(request.c.state.in_(ON_THE_DESK))
    due_by_today = select(func.count()).select_from(due).where(*_is_due(due.c.act_by <= desk.today().isoformat()))
    with desk.reading() as connection:
        return {
            "today": connection.execute(due_by_today).scalar_one(),
            "requests": connection.execute(requests).scalar_one(),
        }


def _due(connection: Connection, regulation: Regulation, day: date) -> Iterator[TodayRow]:
    query = (
        select(due, mailbox.c.address, person.c.full_name)
        .outerjoin(mailbox, (due.c.subject_kind == "mailbox") & (mailbox.c.id == due.c.subject_id))
        .outerjoin(person, person.c.id == mailbox.c.holder_id)
        .where(due.c.settled_on.is_(None), due.c.act_by <= (day + timedelta(days=AHEAD_DAYS)).isoformat())
        .order_by(due.c.act_by, due.c.id)
        .limit(SHOWN_AT_MOST)
    )
    for row in connection.execute(query):
        yield _due_row(row, regulation, day)


def _due_row(row: Any, regulation: Regulation, day: date) -> TodayRow:
    key = KEYS[row.rule]
    provision = regulation.find(key, day)
    act_by = date.fromisoformat(row.act_by)
    return TodayRow(
        section="overdue" if act_by < day else "today" if act_by == day else "upcoming",
        title=key.label,
        detail=f"{row.full_name} · {row.address}" if row.full_name else row.address or "",
        act="open_request" if row.subject_kind == "request" else "open_mailbox",
        due_on=date.fromisoformat(row.due_on),
        act_by=act_by,
        cite=provision.cite if provision else None,
        why=provision.why if provision else "",
        source=provision.source if provision else "regulation",
        subject_id=row.subject_id,
        rule=row.rule,
        started_on=date.fromisoformat(row.started_on),
    )


def _facts(day: date) -> Select[Any]:
    """Ask everything the page counts in one statement."""
    iso, horizon = day.isoformat(), (day + timedelta(days=AHEAD_DAYS)).isoformat()
    now_first = ((operator.c.from_on <= iso).desc(), operator.c.from_on.desc(), operator.c.id.desc())
    return select(
        _count(due, *_is_due(due.c.act_by < iso)).label("overdue"),
        _count(due, *_is_due(due.c.act_by == iso)).label("today"),
        _count(due, *_is_due(due.c.act_by > iso, due.c.act_by <= horizon)).label("upcoming"),
        _count(person).label("people"),
        _count(person, person.c.left_on.is_(None), ~_has_mailbox()).label("without_mailbox"),
        _count(signer, *_holds_on(iso)).label("signers"),
        _count(letterhead, letterhead.c.contact != "").label("contacts"),
        select(operator.c.name).order_by(*now_first).limit(1).scalar_subquery().label("operator"),
        select(operator.c.address).order_by(*now_first).limit(1).scalar_subquery().label("operator_address"),
    )


def _count(table: Table, *conditions: ColumnElement[bool]) -> ScalarSelect[int]:
    return select(func.count()).select_from(table).where(*conditions).scalar_subquery()


def _is_due(*conditions: ColumnElement[bool]) -> tuple[ColumnElement[bool], ...]:
    return due.c.settled_on.is_(None), *conditions


def _has_mailbox() -> ColumnElement[bool]:
    return select(mailbox.c.id).where(mailbox.c.holder_id == person.c.id, mailbox.c.state != "closed").exists()


def _holds_on(iso: str) -> tuple[ColumnElement[bool], ...]:
    begun = or_(signer.c.from_on.is_(None), signer.c.from_on <= iso)
    return begun, or_(signer.c.to_on.is_(None), signer.c.to_on >= iso)


def _waiting(connection: Connection, facts: Any) -> Iterator[TodayRow]:
    drafts = select(request).where(request.c.state == "draft").order_by(request.c.asked_on).limit(SHOWN_AT_MOST)
    for row in connection.execute(drafts):
        yield TodayRow(
            section="waiting",
            title=f"Đề nghị {REQUEST_KINDS[row.kind].lower()} {row.row_count} hộp thư",
            detail=f"Bản nháp ngày {date.fromisoformat(row.asked_on):%d/%m/%Y}, chờ trình ký và gửi",
            act="open_request",
            subject_id=row.id,
        )
    if facts.without_mailbox:
        yield TodayRow(
            section="waiting",
            title=f"{facts.without_mailbox} người chưa có hộp thư",
            detail="Chọn những người cần hộp thư để lập đề nghị cấp mới",
            act="request_people",
        )


def _gaps(facts: Any, regulation: Regulation, day: date) -> Iterator[TodayRow]:
    """Say what papers still lack, before a request runs into it."""
    if facts.people <= 1:  # the head named at the first setup
        yield TodayRow(
            "setup", "Sổ chưa có danh sách người của đơn vị", "Nhập danh sách Excel sẵn có của đơn vị", "import_list"
        )
    if not facts.signers:
        yield TodayRow(
            "setup", "Chưa có người ký công văn", "Ghi họ tên, chức vụ và thẩm quyền của người ký", "add_signer"
        )
    if not facts.operator_address:
        yield TodayRow(
            "setup",
            "Chưa có địa chỉ thư của nơi nhận đề nghị",
            "Quy chế không in địa chỉ này; hãy hỏi đơn vị vận hành rồi ghi vào",
            "set_operator",
        )
    if not facts.contacts:
        yield TodayRow(
            "setup", "Chưa có người liên hệ in trong công văn", "Ghi họ tên, chức vụ, điện thoại", "set_contact"
        )
    yield from _ended(facts.operator or "", regulation, day)


def _ended(operator_name: str, regulation: Regulation, day: date) -> Iterator[TodayRow]:
    named = regulation.ended_in(operator_name, day)
    if named:
        yield TodayRow(
            section="setup",
            title=f"Nơi nhận đề nghị không còn: {operator_name}",
            detail="; ".join(map(_what_became, named)) + ". Hãy kiểm tra lại nơi nhận",
            act="set_operator",
            why=f"Nguồn: {'; '.join(ended.cite for ended in named)}.",
        )


def _what_became(ended: Ended) -> str:
    successor = f", nay là {ended.successor}" if ended.successor else ""
    return f"{ended.body} kết thúc từ {ended.on:%d/%m/%Y}{successor}"
