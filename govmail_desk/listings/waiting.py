"""What waits on the desk without a day: requests, mailboxes left behind, charges nobody took over, follow-ups, people without any."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import exists, func, literal, null, or_, select, union_all

from govmail_desk.domain.mailbox import LOCKED
from govmail_desk.listings.today_row import TodayRow
from govmail_desk.listings.vacancies import as_waiting, vacancy_words
from govmail_desk.regulations.follow_ups import rule_of
from govmail_desk.store.tables import due, follow_up, mailbox, person, request, request_row
from govmail_desk.wording import REQUEST_KINDS

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

SHOWN_AT_MOST: Final = 200


def waiting_rows(connection: Connection, day: date) -> Iterator[TodayRow]:
    """Read what waits without a day, in one statement."""
    return map(_waiting_row, connection.execute(_on_the_desk(day)))


def _on_the_desk(day: date) -> Select[Any]:
    """Ask in one statement for requests that no day reminds of, mailboxes and charges whose holder has left, what answers brought.

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
    every = union_all(requests, _left_behind(day), follow_ups, as_waiting(day)).subquery()
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
    return _READ[row.what](row)


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


def _vacant_row(row: Any) -> TodayRow:
    """Say that someone in charge is gone; the handover names who takes the charge."""
    return TodayRow(
        section="waiting",
        title="Người phụ trách đã thôi, chưa giao cho ai",
        detail=vacancy_words(row.state, row.kind, of=row.named, ended_on=date.fromisoformat(row.begun_on)),
        act="hand_over",
        subject_id=row.mailbox_id,
    )


_READ: Final[Mapping[str, Callable[[Any], TodayRow]]] = {
    "request": _request_row,
    "follow-up": _follow_up_row,
    "left": _left_behind_row,
    "vacant": _vacant_row,
}


def people_without_mailbox(count: int) -> Iterator[TodayRow]:
    """Say in one line how many people have no mailbox yet."""
    if count:
        yield TodayRow(
            section="waiting",
            title=f"{count} người chưa có hộp thư",
            detail="Chọn những người cần hộp thư để lập đề nghị cấp mới",
            act="request_people",
        )
