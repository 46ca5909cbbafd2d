"""A request's life after the draft: signed, sent, answered, applied; withdrawn in part, or cancelled whole.

Each act is dated and of a named person, and one transaction. Drafting is `operations.requests`, chasing `operations.chases`, the
limits `operations.request_limits`, what an applied request brings with it elsewhere `operations.follow_ups`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox, MailboxEvent, MailboxState
from govmail_desk.domain.regulation import REQUEST_LIMIT_UNIT, REQUEST_ONLY_FROM_UNIT_MAILBOX
from govmail_desk.domain.request import (
    Request,
    RequestKind,
    RequestRow,
    RowResult,
    Way,
)
from govmail_desk.domain.vietnamese import clean
from govmail_desk.operations.follow_ups import raise_follow_ups
from govmail_desk.operations.lock_limits import ASKED_TO_REOPEN, ASKING_ENDS, resume_lock, settle_lock
from govmail_desk.operations.mailboxes import checked_address, enter_state
from govmail_desk.operations.paper_settings import own_address
from govmail_desk.operations.request_limits import answer_limit, put_limit, settle
from govmail_desk.operations.request_steps import (
    allowed,
    last_event,
    named,
    note_step,
    reason_given,
    refuse_day,
    refuse_used_number,
    request_for,
    tidy_number,
)

if TYPE_CHECKING:
    from govmail_desk.desk import Act, Changes, Desk
    from govmail_desk.store.transaction import Transaction

_ANSWERED_WELL: Final = frozenset({"granted", "otherwise"})
_STATE_ONCE_APPLIED: Final[dict[RequestKind, MailboxState]] = {
    "create": "active",
    "reopen": "active",
    "close": "closed",
}


@dataclass(frozen=True, slots=True)
class RowAnswer:
    """What the operator answered for one row: granted as asked, otherwise (with the address given), or refused with its reason."""

    result: RowResult
    given_address: str = ""
    note: str = ""


GRANTED: Final = RowAnswer("granted")


def sign_request(desk: Desk, *, request_id: int, number: str, on: date) -> Changes:
    """Record that the letter was signed, with the number văn thư gave it; a number is unique in its year and never used again."""
    with desk.transaction("sign_request", "") as act:
        request = request_for(act, request_id, "signed")
        _sign(desk, act, request, number=number, on=on)
    return act.changes


def cancel_number(desk: Desk, *, request_id: int, on: date, reason: str) -> Changes:
    """Give up a number that was issued wrongly: it stays in the register as cancelled, and the letter is a draft again."""
    with desk.transaction("cancel_number", "") as act:
        request = request_for(act, request_id, "number-cancelled")
        refuse_day(desk, act.transaction, request, on)
        act.sentence = f"Hủy số {request.number} đã cấp cho đề nghị"
        note_step(act, desk, request, "number-cancelled", on=on, number=request.number, note=reason_given(reason))
        act.transaction.put(replace(request, state="draft", number=""))
    return act.changes


def send_request(
    desk: Desk, *, request_id: int, on: date, from_address: str, way: Way = "email", number: str = ""
) -> Changes:
    """Record that a request left the unit: on which day, from which mailbox, how; the operator's limit begins.

    With `number` a draft is signed on the same day. Raises `RuleBroken`, with the article, for a mailbox the regulation does not take
    requests from, and for a letter that was never numbered.
    """
    sender = checked_address(from_address)
    with desk.transaction("send_request", "") as act:
        request = request_for(act, request_id, "sent")
        if number:
            request = _sign(desk, act, allowed(request, "signed"), number=number, on=on)
        _refuse_unnumbered(desk, request)
        _refuse_sender(desk, request, sender)
        refuse_day(desk, act.transaction, request, on)
        found = answer_limit(desk, kind=request.kind, mailbox_kind=request.mailbox_kind, sent_on=on)
        put_limit(act.transaction, found, subject_kind="request", subject_id=request.id)
        request = act.transaction.put(replace(request, state="sent", due_on=found.counting.due_on if found else None))
        note_step(act, desk, request, "sent", on=on, address=sender, way=way)
        _ask_for(act, desk, request, on=on)
        act.sentence = f"Ngày {on:%d/%m/%Y} gửi đề nghị {named(request)}"
    return act.changes


def answer_request(
    desk: Desk, *, request_id: int, on: date, number: str = "", answers: Mapping[int, RowAnswer] | None = None
) -> Changes:
    """Record the operator's answer, by the row's place on the list; rows not named were granted as asked."""
    given = answers or {}
    with desk.transaction("answer_request", "") as act:
        request = request_for(act, request_id, "answered")
        refuse_day(desk, act.transaction, request, on)
        rows = _standing(act.transaction, request)
        _refuse_unknown(given, rows)
        answered = [_answered(row, given.get(row.position, GRANTED)) for row in rows]
        _refuse_taken(act.transaction, answered)
        act.transaction.put_all(answered)
        act.transaction.put(replace(request, state="answered"))
        note_step(act, desk, request, "answered", on=on, number=clean(number))
        settle(act.transaction, subject_kind="request", subject_id=request.id, on=on, why="Đã có trả lời")
        act.sentence = f"Ghi trả lời đề nghị {named(request)}"
    return act.changes


def apply_answer(desk: Desk, *, request_id: int) -> Changes:
    """Bring an answer into the register, all rows at once: states, addresses given, what was to change, what follows elsewhere."""
    with desk.transaction("apply_answer", "") as act:
        bring_answer_in(act, desk, request_id)
    return act.changes


def bring_answer_in(act: Act, desk: Desk, request_id: int) -> None:
    """Bring an answer into the register inside an act, which `operations.request_rehearsal` does only to look."""
    request = request_for(act, request_id, "applied")
    on = last_event(act.transaction, request, "answered").on_date
    rows = act.transaction.find(RequestRow, request_id=request.id)
    granted = [row for row in rows if row.result in _ANSWERED_WELL]
    for row in granted:
        _bring_in(act, desk, request, row, on=on)
    _let_go(act, desk, request, [row for row in rows if row.result == "refused"], on=on)
    raise_follow_ups(act.transaction, request, granted, regulation=desk.regulation(on), on=on)
    act.transaction.put(replace(request, state="applied"))
    note_step(act, desk, request, "applied", on=desk.today())
    act.sentence = f"Cập nhật sổ theo trả lời đề nghị {named(request)}: {len(granted)} hộp thư"


def withdraw_rows(desk: Desk, *, request_id: int, positions: Sequence[int], on: date, reason: str) -> Changes:
    """Withdraw some rows before the answer; made papers stay as they are, the last row goes only with the whole request."""
    with desk.transaction("withdraw_rows", "") as act:
        request = request_for(act, request_id, "withdrawn")
        refuse_day(desk, act.transaction, request, on)
        rows = _standing(act.transaction, request)
        _refuse_unknown(positions, rows)
        if len(set(positions)) == len(rows):
            raise RuleBroken("Rút hết mọi dòng là hủy cả đề nghị. Hãy dùng Hủy đề nghị và ghi lý do.")
        gone = [row for row in rows if row.position in set(positions)]
        act.transaction.put_all([replace(row, result="withdrawn", result_note=reason_given(reason)) for row in gone])
        _let_go(act, desk, request, gone, on=on)
        note_step(act, desk, request, "withdrawn", on=on, note=reason_given(reason))
        act.sentence = f"Rút {len(gone)} dòng khỏi đề nghị {named(request)}"
    return act.changes


def cancel_request(desk: Desk, *, request_id: int, reason: str) -> Changes:
    """Cancel a request with its reason; its number, if it had one, is cancelled with it and never used again."""
    with desk.transaction("cancel_request", "") as act:
        request, on = request_for(act, request_id, "cancelled"), desk.today()
        _let_go(act, desk, request, _standing(act.transaction, request), on=on)
        settle(act.transaction, subject_kind="request", subject_id=request.id, on=on, why="Đề nghị đã hủy")
        act.transaction.put(replace(request, state="cancelled", due_on=None))
        note_step(act, desk, request, "cancelled", on=on, number=request.number, note=reason_given(reason))
        act.sentence = f"Hủy đề nghị {named(request)}"
    return act.changes


def _sign(desk: Desk, act: Act, request: Request, *, number: str, on: date) -> Request:
    tidy = tidy_number(number)
    refuse_day(desk, act.transaction, request, on)
    refuse_used_number(act.transaction, tidy, on)
    act.sentence = f"Ghi đề nghị đã ký, số {tidy} ngày {on:%d/%m/%Y}"
    note_step(act, desk, request, "signed", on=on, number=tidy)
    return act.transaction.put(replace(request, state="signed", number=tidy))


def _refuse_unnumbered(desk: Desk, request: Request) -> None:
    """A letter goes out with its number; where the regulation asks for no letter, there is none to number."""
    channel = desk.regulation(request.asked_on).channel(request.kind, request.mailbox_kind, request.asked_on)
    if request.state == "draft" and channel is not None and "letter" in channel.value.papers:
        raise RuleBroken(
            "Công văn chưa có số và ngày ký. Hãy ghi Đã ký với số văn thư cấp, rồi ghi Đã gửi.", cite=channel.cite
        )


def _refuse_sender(desk: Desk, request: Request, sender: str) -> None:
    regulation = desk.regulation(request.asked_on)
    channel = regulation.channel(request.kind, request.mailbox_kind, request.asked_on)
    only = regulation.find(REQUEST_ONLY_FROM_UNIT_MAILBOX, request.asked_on)
    if channel is None or not channel.value.from_unit_mailbox:
        return
    if sender != (own := own_address(desk)):
        rule = only or channel
        raise RuleBroken(
            f"Đề nghị phải gửi từ hộp thư của đơn vị ({own}), không phải từ {sender}. Hãy gửi lại từ hộp thư đơn vị.",
            cite=rule.cite,
            why=rule.why,
        )


def _ask_for(act: Act, desk: Desk, request: Request, *, on: date) -> None:
    """Mark what is now asked for, and settle what the unit itself had to do by a day."""
    rows = _standing(act.transaction, request)
    known = act.transaction.get_many(Mailbox, [row.mailbox_id for row in rows])
    for row in rows:
        if known[row.mailbox_id].state == "closed":
            raise RuleBroken(
                f"Dòng {row.position}: hộp thư {known[row.mailbox_id].address} đã đóng sau khi lập đề nghị. "
                "Hãy rút dòng này, hoặc hủy đề nghị."
            )
    if request.kind == "create":
        for row in rows:
            _enter(act, desk, request, known[row.mailbox_id], "requested", on=on)
    if request.kind == "reopen":
        for row in rows:
            settle_lock(act.transaction, mailbox_id=row.mailbox_id, on=on, why=ASKED_TO_REOPEN, rules=ASKING_ENDS)
    rule = frozenset({REQUEST_LIMIT_UNIT[request.kind].name})
    for person_id in {row.person_id for row in rows if row.person_id is not None}:
        settle(act.transaction, subject_kind="person", subject_id=person_id, on=on, why="Đã gửi đề nghị", rules=rule)


def _bring_in(act: Act, desk: Desk, request: Request, row: RequestRow, *, on: date) -> None:
    mailbox = act.transaction.get(Mailbox, row.mailbox_id)
    mailbox = _as_wanted(act.transaction, mailbox, row)
    state = _STATE_ONCE_APPLIED.get(request.kind, mailbox.state)
    _enter(act, desk, request, mailbox, state, on=on, note=row.result_note)


def _as_wanted(transaction: Transaction, mailbox: Mailbox, row: RequestRow) -> Mailbox:
    """Give a mailbox what was asked for it, or the address given instead."""
    address = _address_once_applied(mailbox, row)
    if address != mailbox.address and transaction.find(Mailbox, address=address):
        raise _taken(row, address)
    wanted = {name: row.wanted[name] for name in ("unit_id", "holder_id") if name in row.wanted}
    return replace(mailbox, address=address, **wanted)  # type: ignore[arg-type]


def _address_once_applied(mailbox: Mailbox, row: RequestRow) -> str:
    return row.given_address or str(row.wanted.get("address") or mailbox.address)


def _taken(row: RequestRow, address: str) -> RuleBroken:
    return RuleBroken(
        f"Dòng {row.position}: địa chỉ {address} đã thuộc một hộp thư khác. Hãy xem lại địa chỉ nơi vận hành đã cấp."
    )


def _refuse_taken(transaction: Transaction, rows: Sequence[RequestRow]) -> None:
    """Refuse an answer that could not be brought into the register after: what was answered is neither changed nor cancelled."""
    granted = [row for row in rows if row.result in _ANSWERED_WELL]
    known = transaction.get_many(Mailbox, [row.mailbox_id for row in granted])
    holders = {mailbox.address: mailbox.id for mailbox in known.values()}
    for row in granted:
        now, then = known[row.mailbox_id].address, _address_once_applied(known[row.mailbox_id], row)
        if then == now:
            continue
        if then in holders or any(other.id not in known for other in transaction.find(Mailbox, address=then)):
            raise _taken(row, then)
        del holders[now]
        holders[then] = row.mailbox_id


def _let_go(act: Act, desk: Desk, request: Request, rows: Iterable[RequestRow], *, on: date) -> None:
    """Put mailboxes that were asked for and not given back among the proposed ones; what a lock began runs on."""
    if request.kind == "reopen":
        for row in rows:
            resume_lock(act.transaction, mailbox_id=row.mailbox_id)
    if request.kind != "create":
        return
    for row in rows:
        mailbox = act.transaction.get(Mailbox, row.mailbox_id)
        if mailbox.state == "requested":
            _enter(act, desk, request, mailbox, "proposed", on=on)


def _enter(
    act: Act, desk: Desk, request: Request, mailbox: Mailbox, state: MailboxState, *, on: date, note: str = ""
) -> None:
    """Write a mailbox with its dated event; what happened after the answer is never overtaken by it."""
    if on >= mailbox.since:
        enter_state(act.transaction, mailbox, state=state, on=on, by=desk.person, note=note, request_id=request.id)
        return
    act.transaction.put(
        MailboxEvent(mailbox_id=mailbox.id, state=state, on_date=on, by=desk.person, note=note, request_id=request.id)
    )
    act.transaction.put(mailbox)


def _standing(transaction: Transaction, request: Request) -> list[RequestRow]:
    return [row for row in transaction.find(RequestRow, request_id=request.id) if row.result != "withdrawn"]


def _answered(row: RequestRow, answer: RowAnswer) -> RequestRow:
    given = checked_address(answer.given_address) if answer.given_address else ""
    note = clean(answer.note)
    if answer.result == "otherwise" and not (given or note):
        raise RuleBroken(
            f"Dòng {row.position} được giải quyết khác đề nghị. Hãy ghi địa chỉ đã cấp, hoặc khác ở chỗ nào."
        )
    if answer.result == "refused" and not note:
        raise RuleBroken(f"Dòng {row.position} bị từ chối. Hãy ghi lý do nơi vận hành nêu.")
    return replace(row, result=answer.result, given_address=given, result_note=note)


def _refuse_unknown(positions: Iterable[int], rows: Sequence[RequestRow]) -> None:
    known = {row.position for row in rows}
    for position in positions:
        if position not in known:
            raise RuleBroken(f"Đề nghị không có dòng {position}, hoặc dòng ấy đã rút. Hãy xem lại số thứ tự.")
