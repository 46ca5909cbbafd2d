"""The Hôm nay page: overdue, due today, coming, waiting, and what the desk still lacks; each line with the act that deals with it.

What falls due by when is `listings.dues`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, Literal

from sqlalchemy import ColumnElement, exists, func, literal, null, or_, select, union_all

from govmail_desk.domain.limits import counted
from govmail_desk.domain.mailbox import LOCKED
from govmail_desk.domain.provision import Period
from govmail_desk.domain.regulation import KEYS, REQUEST_LIMIT_OPERATOR, REQUEST_LIMIT_UNIT
from govmail_desk.listings.dues import in_state, open_dues
from govmail_desk.listings.entitled import without_mailbox
from govmail_desk.listings.request_states import is_in
from govmail_desk.regulations.follow_ups import rule_of
from govmail_desk.store.tables import (
    due,
    follow_up,
    letterhead,
    mailbox,
    operator,
    person,
    request,
    request_row,
    signer,
)
from govmail_desk.wording import REQUEST_KINDS

if TYPE_CHECKING:
    from sqlalchemy import ScalarSelect, Select, Table

    from govmail_desk.desk import Desk
    from govmail_desk.domain.regulation import Ended, Regulation
    from govmail_desk.domain.reminder import SubjectKind
    from govmail_desk.domain.working_days import Counting
    from govmail_desk.listings.dues import DueRow

Section = Literal["overdue", "today", "upcoming", "waiting", "setup"]
Act = Literal[
    "open_mailbox",
    "open_request",
    "open_person",
    "request_after_change",
    "chase_request",
    "apply_answer",
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
    regulations = desk.regulations()
    with desk.reading() as connection:
        wanting = without_mailbox(connection, regulations.on(day), day)
        facts = connection.execute(_facts(day, wanting)).one()
        horizon = day + timedelta(days=AHEAD_DAYS)
        found = open_dues(connection, regulations, day, until=horizon, most_count=SHOWN_AT_MOST)
        rows = (
            *map(_due_row, found),
            *map(_waiting_row, connection.execute(_on_the_desk(day))),
            *_without_mailbox(facts),
            *_gaps(facts, regulations.on(day), day),
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
    found = counted(provision, row.started_on, desk.calendar())
    return found if found.due_on == row.due_on else None


def waiting_counts(desk: Desk) -> dict[str, int]:
    """Count what waits for the clerk, by page: work to be done by today, and requests not yet gone, overdue or answered."""
    day = desk.today()
    requests = select(func.count()).select_from(request).where(is_in(ON_THE_DESK, day))
    due_by_today = select(func.count()).select_from(due).where(or_(in_state("overdue", day), in_state("today", day)))
    with desk.reading() as connection:
        return {
            "today": connection.execute(due_by_today).scalar_one(),
            "requests": connection.execute(requests).scalar_one(),
        }


def _due_row(row: DueRow) -> TodayRow:
    return TodayRow(
        section=row.state,
        title=row.title,
        detail=row.subject,
        act=_act(row),
        due_on=row.due_on,
        act_by=row.act_by,
        cite=row.cite,
        why=row.why,
        source=row.source,
        subject_id=row.subject_id,
        rule=row.rule,
        started_on=row.started_on,
    )


def _act(row: DueRow) -> Act:
    """Say what deals with it: a request whose answer is overdue is chased, one that someone's change wants is made."""
    if row.state == "overdue" and row.rule in _ANSWERS_DUE:
        return "chase_request"
    if row.subject_kind == "person" and row.rule in _UNIT_MUST_ASK:
        return "request_after_change"
    return _OPENED[row.subject_kind]


_ANSWERS_DUE: Final = frozenset(key.name for key in REQUEST_LIMIT_OPERATOR.values())
_UNIT_MUST_ASK: Final = frozenset(key.name for key in REQUEST_LIMIT_UNIT.values())
_OPENED: Final[dict[SubjectKind, Act]] = {
    "mailbox": "open_mailbox",
    "request": "open_request",
    "person": "open_person",
    "unit": "open_person",  # its page shows units too
}


def _facts(day: date, wanting: ColumnElement[bool]) -> Select[Any]:
    """Ask everything the page counts in one statement."""
    iso, horizon = day.isoformat(), due.c.act_by <= (day + timedelta(days=AHEAD_DAYS)).isoformat()
    now_first = ((operator.c.from_on <= iso).desc(), operator.c.from_on.desc(), operator.c.id.desc())
    return select(
        _count(due, in_state("overdue", day)).label("overdue"),
        _count(due, in_state("today", day)).label("today"),
        _count(due, in_state("upcoming", day), horizon).label("upcoming"),
        _count(person).label("people"),
        _count(person, wanting).label("without_mailbox"),
        _count(signer, *_holds_on(iso)).label("signers"),
        _count(letterhead, letterhead.c.contact != "").label("contacts"),
        select(operator.c.name).order_by(*now_first).limit(1).scalar_subquery().label("operator"),
        select(operator.c.address).order_by(*now_first).limit(1).scalar_subquery().label("operator_address"),
    )


def _count(table: Table, *conditions: ColumnElement[bool]) -> ScalarSelect[int]:
    return select(func.count()).select_from(table).where(*conditions).scalar_subquery()


def _holds_on(iso: str) -> tuple[ColumnElement[bool], ...]:
    begun = or_(signer.c.from_on.is_(None), signer.c.from_on <= iso)
    return begun, or_(signer.c.to_on.is_(None), signer.c.to_on >= iso)


def _on_the_desk(day: date) -> Select[Any]:
    """Ask in one statement for requests that no day reminds of, mailboxes whose holder has left, and what answers brought with them.

    Those are the requests whose next step is the unit's, and those sent where the regulation states no limit for the answer.
    """
    has_a_day = exists().where(
        due.c.subject_kind == "request", due.c.subject_id == request.c.id, due.c.settled_on.is_(None)
    )
    requests = select(
        literal("request").label("what"),
        request.c.id.label("request_id"),
        null().label("mailbox_id"),
        request.c.kind,
        request.c.state,
        request.c.row_count,
        request.c.asked_on.label("begun_on"),
        request.c.number.label("named"),
    ).where(or_(request.c.state.in_(("draft", "signed", "answered")), (request.c.state == "sent") & ~has_a_day))
    follow_ups = (
        select(
            literal("follow-up"),
            follow_up.c.request_id,
            func.min(follow_up.c.mailbox_id),
            follow_up.c.kind,
            follow_up.c.after,
            func.count(),
            func.min(follow_up.c.raised_on),
            func.min(mailbox.c.address),
        )
        .join(mailbox, mailbox.c.id == follow_up.c.mailbox_id)
        .where(follow_up.c.settled_on.is_(None))
        .group_by(follow_up.c.request_id, follow_up.c.kind, follow_up.c.after)
    )
    every = union_all(requests, _left_behind(day), follow_ups).subquery()
    return select(every).order_by(every.c.what.desc(), every.c.begun_on, every.c.request_id).limit(SHOWN_AT_MOST)


def _left_behind(day: date) -> Select[Any]:
    """Ask for mailboxes still in use whose holder has left, that no request to end them and no last day speaks of."""
    is_asked = exists().where(
        request_row.c.mailbox_id == mailbox.c.id,
        request_row.c.result != "withdrawn",
        request.c.id == request_row.c.request_id,
        request.c.kind == "close",
        request.c.state.in_(("draft", "signed", "sent", "answered")),
    )
    is_reminded = exists().where(
        due.c.subject_kind == "person", due.c.subject_id == person.c.id, due.c.settled_on.is_(None)
    )
    return (
        select(
            literal("left"),
            null(),
            mailbox.c.id,
            mailbox.c.kind,
            person.c.full_name,
            literal(1),
            person.c.left_on,
            mailbox.c.address,
        )
        .join(person, person.c.id == mailbox.c.holder_id)
        .where(person.c.left_on <= day.isoformat(), mailbox.c.state.in_(("active", *LOCKED)), ~is_asked, ~is_reminded)
    )


def _waiting_row(row: Any) -> TodayRow:
    return {"follow-up": _follow_up_row, "left": _left_behind_row, "request": _request_row}[row.what](row)


def _left_behind_row(row: Any) -> TodayRow:
    return TodayRow(
        section="waiting",
        title="Hộp thư của người đã thôi làm việc chưa được đề nghị hủy",
        detail=f"{row.state} · {row.named} · thôi từ {date.fromisoformat(row.begun_on):%d/%m/%Y}",
        act="open_mailbox",
        subject_id=row.mailbox_id,
    )


def _request_row(row: Any) -> TodayRow:
    next_step = {
        "draft": f"Bản nháp ngày {date.fromisoformat(row.begun_on):%d/%m/%Y}, chờ trình ký và gửi",
        "signed": f"Đã ký, số {row.named}, chờ gửi",
        "sent": "Đã gửi, chờ trả lời; quy chế không nêu hạn",
        "answered": "Đã có trả lời, chờ cập nhật vào sổ",
    }
    return TodayRow(
        section="waiting",
        title=f"Đề nghị {REQUEST_KINDS[row.kind].lower()} {row.row_count} hộp thư",
        detail=next_step[row.state],
        act="apply_answer" if row.state == "answered" else "open_request",
        subject_id=row.request_id,
    )


def _follow_up_row(row: Any) -> TodayRow:
    """Say what a change brought with it; it is ticked off beside its request, or its mailbox where there was none."""
    rule = rule_of(row.kind, row.state)
    return TodayRow(
        section="waiting",
        title=rule.title,
        detail=row.named if row.row_count == 1 else f"{row.row_count} hộp thư",
        act="open_mailbox" if row.request_id is None else "open_request",
        cite=rule.cite,
        why=rule.why,
        subject_id=row.mailbox_id if row.request_id is None else row.request_id,
    )


def _without_mailbox(facts: Any) -> Iterator[TodayRow]:
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
