"""The Hôm nay page: overdue, due today, coming, waiting, and what the desk still lacks; each line with the act that deals with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, Literal

from sqlalchemy import func, select

from govmail_desk.domain.regulation import KEYS
from govmail_desk.domain.settings import Letterhead, Operator, Signer
from govmail_desk.store.tables import due, mailbox, person, request
from govmail_desk.store.transaction import Transaction
from govmail_desk.wording import REQUEST_KINDS

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from govmail_desk.desk import Desk
    from govmail_desk.domain.regulation import Regulation

Section = Literal["overdue", "today", "upcoming", "waiting", "setup"]
Act = Literal["open_mailbox", "open_request", "request_people", "open_settings", "import_list", "request_mailboxes"]

AHEAD_DAYS: Final = 7
SHOWN_AT_MOST: Final = 200


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


@dataclass(frozen=True, slots=True)
class Today:
    """The page: its lines by section, and how many there are of each beyond those shown."""

    day: date
    rows: tuple[TodayRow, ...]
    counts: dict[Section, int]


def today(desk: Desk) -> Today:
    """Put together the page of this day."""
    day = desk.today()
    regulation = desk.regulation(day)
    with desk.reading() as connection:
        rows = [
            *_due(connection, regulation, day),
            *_waiting(connection),
            *_gaps(connection, regulation, day),
        ]
        counts = _counts(connection, day)
    for section in ("waiting", "setup"):
        counts[section] = sum(row.section == section for row in rows)
    return Today(day, tuple(rows), counts)


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
    )


def _counts(connection: Connection, day: date) -> dict[Section, int]:
    def count(*conditions: Any) -> int:
        query = select(func.count()).select_from(due).where(due.c.settled_on.is_(None), *conditions)
        found: int = connection.execute(query).scalar_one()
        return found

    iso, horizon = day.isoformat(), (day + timedelta(days=AHEAD_DAYS)).isoformat()
    return {
        "overdue": count(due.c.act_by < iso),
        "today": count(due.c.act_by == iso),
        "upcoming": count(due.c.act_by > iso, due.c.act_by <= horizon),
    }


def _waiting(connection: Connection) -> Iterator[TodayRow]:
    drafts = select(request).where(request.c.state == "draft").order_by(request.c.asked_on).limit(SHOWN_AT_MOST)
    for row in connection.execute(drafts):
        yield TodayRow(
            section="waiting",
            title=f"Đề nghị {REQUEST_KINDS[row.kind].lower()} {row.row_count} hộp thư",
            detail=f"Bản nháp ngày {date.fromisoformat(row.asked_on):%d/%m/%Y}, chờ trình ký và gửi",
            act="open_request",
            subject_id=row.id,
        )
    without = connection.execute(
        select(func.count())
        .select_from(person)
        .where(
            person.c.left_on.is_(None),
            ~select(mailbox.c.id).where(mailbox.c.holder_id == person.c.id, mailbox.c.state != "closed").exists(),
        )
    ).scalar_one()
    if without:
        yield TodayRow(
            section="waiting",
            title=f"{without} người chưa có hộp thư",
            detail="Chọn những người cần hộp thư để lập đề nghị cấp mới",
            act="request_people",
        )


def _gaps(connection: Connection, regulation: Regulation, day: date) -> Iterator[TodayRow]:
    """Say what papers still lack, before a request runs into it."""
    asked = Transaction(connection)
    if connection.execute(select(func.count()).select_from(person)).scalar_one() <= 1:
        yield TodayRow(
            "setup", "Sổ chưa có danh sách người của đơn vị", "Nhập danh sách Excel sẵn có của đơn vị", "import_list"
        )
    if not any(signer.may_sign_on(day) for signer in asked.find(Signer)):
        yield TodayRow(
            "setup", "Chưa có người ký công văn", "Ghi họ tên, chức vụ và thẩm quyền của người ký", "open_settings"
        )
    operators = asked.find(Operator)
    if not operators or not operators[-1].address:
        yield TodayRow(
            "setup",
            "Chưa có địa chỉ thư của nơi nhận đề nghị",
            "Quy chế không in địa chỉ này; hỏi đơn vị vận hành rồi ghi vào Thiết lập",
            "open_settings",
        )
    if not any(letterhead.contact for letterhead in asked.find(Letterhead)):
        yield TodayRow(
            "setup", "Chưa có người liên hệ in trong công văn", "Ghi họ tên, chức vụ, điện thoại", "open_settings"
        )
    for ended in regulation.ended:
        if ended.on <= day and any(ended.body.lower() in operator.name.lower() for operator in operators[-1:]):
            successor = f"; nay là {ended.successor}" if ended.successor else ""
            yield TodayRow(
                "setup",
                f"Nơi nhận theo quy chế không còn: {ended.body}",
                f"Kết thúc từ {ended.on:%d/%m/%Y}{successor}. Kiểm tra lại nơi nhận trong Thiết lập",
                "open_settings",
                cite=ended.cite,
            )
