"""The operator's answer to a request: recorded row by row, then brought into the register in one act.

Each act is dated and of a named person, and one transaction. Sending is `operations.request_sending`, a table of results read from a
file `operations.answer_lists`, who may have which address after it `operations.given_addresses`, what an applied request brings with
it elsewhere `operations.follow_ups`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox, MailboxState
from govmail_desk.domain.request import Request, RequestKind, RequestRow, RowResult
from govmail_desk.domain.secrecy import without_password
from govmail_desk.operations.due_beginnings import mark_occasion, occasion_of
from govmail_desk.operations.follow_ups import raise_follow_ups
from govmail_desk.operations.given_addresses import addresses_given
from govmail_desk.operations.mailbox_moves import put_moves
from govmail_desk.operations.mailboxes import checked_address
from govmail_desk.operations.request_limits import settle
from govmail_desk.operations.request_mailboxes import enter_by_request, let_go
from govmail_desk.operations.request_steps import (
    last_event,
    named,
    note_step,
    refuse_day,
    refuse_unknown,
    request_for,
    standing_rows,
)

if TYPE_CHECKING:
    from govmail_desk.desk import Act, Changes, Desk

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


def answer_request(
    desk: Desk, *, request_id: int, on: date, number: str = "", answers: Mapping[int, RowAnswer] | None = None
) -> Changes:
    """Record the operator's answer, by the row's place on the list; rows not named were granted as asked."""
    given = answers or {}
    with desk.transaction("answer_request", "") as act:
        request = request_for(act, request_id, "answered")
        refuse_day(desk, act.transaction, request, on)
        rows = standing_rows(act.transaction, request)
        refuse_unknown(given, rows)
        answered = [_answered(row, given.get(row.position, GRANTED)) for row in rows]
        # Refused already here: what was answered is neither changed nor cancelled.
        addresses_given(act.transaction, _granted(answered))
        act.transaction.put_all(answered)
        act.transaction.put(replace(request, state="answered"))
        note_step(act, desk, request, "answered", on=on, number=without_password(number))
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
    well = _granted(rows)
    addresses = addresses_given(act.transaction, well)
    mailboxes = act.transaction.get_many(Mailbox, [row.mailbox_id for row in well])
    for row in well:
        mailbox = _as_wanted(mailboxes[row.mailbox_id], row, addresses[row.mailbox_id])
        state = _STATE_ONCE_APPLIED.get(request.kind, mailbox.state)
        enter_by_request(act, desk, request, mailbox, state, on=on, note=row.result_note)
    after = list(act.transaction.get_many(Mailbox, list(mailboxes)).values())
    put_moves(act.transaction, mailboxes, after, on=on, by=desk.person, note=f"Đề nghị {named(request)}")
    _mark(act, desk, request, mailboxes, after, on=on)
    let_go(act, desk, request, [row for row in rows if row.result == "refused"], on=on)
    raise_follow_ups(act.transaction, request, well, regulation=desk.regulation(on), on=on)
    act.transaction.put(replace(request, state="applied"))
    note_step(act, desk, request, "applied", on=desk.today())
    act.sentence = f"Cập nhật sổ theo trả lời đề nghị {named(request)}: {len(well)} hộp thư"


def _mark(
    act: Act, desk: Desk, request: Request, before: Mapping[int, Mailbox], after: Sequence[Mailbox], *, on: date
) -> None:
    """Begin what runs from an answer: from the issue, the new password, the reopening of each mailbox that it brought about."""
    if request.kind == "reset":
        mark_occasion(act.transaction, desk, after, occasion="reset", on=on)
        return
    for occasion in ("issued", "reopened"):
        entered = [box for box in after if occasion_of(before[box.id].state, box.state) == occasion]
        mark_occasion(act.transaction, desk, entered, occasion=occasion, on=on)


def _granted(rows: Iterable[RequestRow]) -> list[RequestRow]:
    """Keep the rows the operator gave, as asked or otherwise."""
    return [row for row in rows if row.result in _ANSWERED_WELL]


def _as_wanted(mailbox: Mailbox, row: RequestRow, address: str) -> Mailbox:
    wanted = {name: row.wanted[name] for name in ("unit_id", "holder_id") if name in row.wanted}
    return replace(mailbox, address=address, **wanted)  # type: ignore[arg-type]


def _answered(row: RequestRow, answer: RowAnswer) -> RequestRow:
    given = checked_address(answer.given_address) if answer.given_address else ""
    note = without_password(answer.note)
    if answer.result == "otherwise" and not (given or note):
        raise RuleBroken(
            f"Dòng {row.position} được giải quyết khác đề nghị. Hãy ghi địa chỉ đã cấp, hoặc khác ở chỗ nào."
        )
    if answer.result == "refused" and not note:
        raise RuleBroken(f"Dòng {row.position} bị từ chối. Hãy ghi lý do nơi vận hành nêu.")
    return replace(row, result=answer.result, given_address=given, result_note=note)
