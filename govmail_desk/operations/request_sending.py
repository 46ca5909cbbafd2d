"""A drafted request on its way out: its letter signed under a number, a wrong number given up, the request sent.

Each act is dated and of a named person, and one transaction. Drafting is `operations.requests`, what comes back
`operations.request_answers`, the limits `operations.request_limits`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.regulation import REQUEST_LIMIT_UNIT, REQUEST_ONLY_FROM_UNIT_MAILBOX, REQUEST_SENDER_DOMAIN
from govmail_desk.domain.request import Request, Way
from govmail_desk.operations.letter_numbers import refuse_used_number, tidy_number
from govmail_desk.operations.lock_limits import ASKED_TO_REOPEN, ASKING_ENDS, settle_lock
from govmail_desk.operations.mailboxes import checked_address
from govmail_desk.operations.paper_settings import own_address
from govmail_desk.operations.request_limits import answer_limit, put_limit, settle
from govmail_desk.operations.request_mailboxes import enter_by_request
from govmail_desk.operations.request_steps import (
    allowed,
    named,
    note_step,
    reason_given,
    refuse_day,
    request_for,
    standing_rows,
)

if TYPE_CHECKING:
    from govmail_desk.desk import Act, Changes, Desk
    from govmail_desk.domain.provision import Provision


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
        put_limit(act.transaction, found, subject_kind="request", subject_id=request.id, begun_by="sent")
        request = act.transaction.put(replace(request, state="sent", due_on=found.counting.due_on if found else None))
        note_step(act, desk, request, "sent", on=on, address=sender, way=way)
        _ask_for(act, desk, request, on=on)
        act.sentence = f"Ngày {on:%d/%m/%Y} gửi đề nghị {named(request)}"
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
    """Refuse a mailbox that requests may not come from: any but the unit's own, or one of no official mail domain."""
    regulation = desk.regulation(request.asked_on)
    _refuse_foreign(desk, regulation.all(REQUEST_SENDER_DOMAIN, request.asked_on), sender)
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


def _refuse_foreign(desk: Desk, official: Sequence[Provision[str]], sender: str) -> None:
    domain = sender.partition("@")[2]
    if not official or any(f".{domain}".endswith(f".{one.value}") for one in official):
        return
    domains = " hoặc ".join(one.value for one in official)
    raise RuleBroken(
        f"Đề nghị phải gửi từ hộp thư thuộc tên miền {domains}, không phải từ {sender}. Hãy gửi lại từ hộp thư đơn vị "
        f"({own_address(desk)}).",
        cite=official[0].cite,
        why=official[0].why,
    )


def _ask_for(act: Act, desk: Desk, request: Request, *, on: date) -> None:
    """Mark what is now asked for, and settle what the unit itself had to do by a day."""
    rows = standing_rows(act.transaction, request)
    known = act.transaction.get_many(Mailbox, [row.mailbox_id for row in rows])
    for row in rows:
        if known[row.mailbox_id].state == "closed":
            raise RuleBroken(
                f"Dòng {row.position}: hộp thư {known[row.mailbox_id].address} đã đóng sau khi lập đề nghị. "
                "Hãy rút dòng này, hoặc hủy đề nghị."
            )
    if request.kind == "create":
        for row in rows:
            enter_by_request(act, desk, request, known[row.mailbox_id], "requested", on=on)
    if request.kind == "reopen":
        for row in rows:
            settle_lock(act.transaction, mailbox_id=row.mailbox_id, on=on, why=ASKED_TO_REOPEN, rules=ASKING_ENDS)
    rule = frozenset({REQUEST_LIMIT_UNIT[request.kind].name})
    for person_id in {row.person_id for row in rows if row.person_id is not None}:
        settle(act.transaction, subject_kind="person", subject_id=person_id, on=on, why="Đã gửi đề nghị", rules=rule)
