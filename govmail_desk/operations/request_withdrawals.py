"""What is asked for no more: some rows of a request withdrawn before the answer, or the request cancelled whole.

Each act is dated and of a named person, and one transaction. A number given up alone is `operations.request_sending`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.operations.request_limits import settle
from govmail_desk.operations.request_mailboxes import let_go
from govmail_desk.operations.request_steps import (
    named,
    note_step,
    reason_given,
    refuse_day,
    refuse_unknown,
    request_for,
    standing_rows,
)

if TYPE_CHECKING:
    from govmail_desk.desk import Changes, Desk


def withdraw_rows(desk: Desk, *, request_id: int, positions: Sequence[int], on: date, reason: str) -> Changes:
    """Withdraw some rows before the answer; made papers stay as they are, the last row goes only with the whole request."""
    with desk.transaction("withdraw_rows", "") as act:
        request = request_for(act, request_id, "withdrawn")
        refuse_day(desk, act.transaction, request, on)
        rows = standing_rows(act.transaction, request)
        refuse_unknown(positions, rows)
        if len(set(positions)) == len(rows):
            raise RuleBroken("Rút hết mọi dòng là hủy cả đề nghị. Hãy dùng Hủy đề nghị và ghi lý do.")
        gone = [row for row in rows if row.position in set(positions)]
        act.transaction.put_all([replace(row, result="withdrawn", result_note=reason_given(reason)) for row in gone])
        let_go(act, desk, request, gone, on=on)
        note_step(act, desk, request, "withdrawn", on=on, note=reason_given(reason))
        act.sentence = f"Rút {len(gone)} dòng khỏi đề nghị {named(request)}"
    return act.changes


def cancel_request(desk: Desk, *, request_id: int, reason: str) -> Changes:
    """Cancel a request with its reason; its number, if it had one, is cancelled with it and never used again."""
    with desk.transaction("cancel_request", "") as act:
        request, on = request_for(act, request_id, "cancelled"), desk.today()
        let_go(act, desk, request, standing_rows(act.transaction, request), on=on)
        settle(act.transaction, subject_kind="request", subject_id=request.id, on=on, why="Đề nghị đã hủy")
        act.transaction.put(replace(request, state="cancelled", due_on=None))
        note_step(act, desk, request, "cancelled", on=on, number=request.number, note=reason_given(reason))
        act.sentence = f"Hủy đề nghị {named(request)}"
    return act.changes
