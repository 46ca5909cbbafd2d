"""What every step in a request's life shares: may it follow now, on which day, and the event that keeps it.

The numbers of letters are `operations.letter_numbers`, the steps themselves `operations.request_sending`, `operations.request_answers`,
`operations.request_withdrawals` and `operations.chases`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.request import Request, RequestAct, RequestEvent, RequestRow, Way
from govmail_desk.domain.secrecy import without_password
from govmail_desk.wording import REQUEST_STATES

if TYPE_CHECKING:
    from govmail_desk.desk import Act, Desk
    from govmail_desk.store.transaction import Transaction


def request_for(act: Act, request_id: int, wanted: RequestAct) -> Request:
    """Read the request a step is for; refused where the step may not follow now."""
    return allowed(act.transaction.get(Request, request_id), wanted)


def allowed(request: Request, wanted: RequestAct) -> Request:
    """Return the request; refused, with the state it is in, where the step may not follow now."""
    if not request.may_be(wanted):
        raise RuleBroken(_NOT_NOW[wanted].format(REQUEST_STATES[request.state].lower()))
    return request


_NOT_NOW: Final[dict[RequestAct, str]] = {
    "signed": "Đề nghị này đang ở trạng thái {}, không ghi số và ngày ký nữa được. Hãy xem lại đề nghị.",
    "number-cancelled": "Đề nghị này đang ở trạng thái {}; chỉ hủy số của đề nghị đã ký mà chưa gửi.",
    "sent": "Đề nghị này đang ở trạng thái {}, không ghi là đã gửi được. Hãy xem lại đề nghị.",
    "chased": "Đề nghị này đang ở trạng thái {}; chỉ đôn đốc đề nghị đã gửi mà chưa có trả lời.",
    "answered": "Đề nghị này đang ở trạng thái {}; chỉ ghi trả lời của đề nghị đã gửi mà chưa có trả lời.",
    "applied": "Đề nghị này đang ở trạng thái {}; chỉ cập nhật sổ theo đề nghị đã có trả lời mà chưa cập nhật.",
    "withdrawn": "Đề nghị này đang ở trạng thái {}, không rút dòng nào được nữa.",
    "cancelled": "Đề nghị này đang ở trạng thái {}, không hủy được nữa.",
}


def refuse_day(desk: Desk, transaction: Transaction, request: Request, on: date) -> None:
    """A step is recorded once it happened, and never before the step it follows."""
    if on > desk.today():
        raise RuleBroken(f"Ngày {on:%d/%m/%Y} chưa tới. Hãy ghi ngày việc đã xảy ra.")
    last = max([request.asked_on, *(event.on_date for event in transaction.find(RequestEvent, request_id=request.id))])
    if on < last:
        raise RuleBroken(f"Đề nghị đã có bước ngày {last:%d/%m/%Y}. Hãy ghi từ ngày đó trở đi.")


def last_event(transaction: Transaction, request: Request, act: RequestAct) -> RequestEvent:
    """Read the latest step of its kind, which the request's state says there is."""
    return transaction.find(RequestEvent, request_id=request.id, act=act)[-1]


def note_step(
    act: Act,
    desk: Desk,
    request: Request,
    step: RequestAct,
    *,
    on: date,
    number: str = "",
    address: str = "",
    way: Way = "",
    note: str = "",
) -> None:
    """Write a dated step, in the name of the person working."""
    act.transaction.put(
        RequestEvent(
            request_id=request.id,
            act=step,
            on_date=on,
            by=desk.person,
            number=number,
            address=address,
            way=way,
            note=note,
        )
    )


def reason_given(reason: str) -> str:
    """Take a reason that has to be there."""
    if tidy := without_password(reason):
        return tidy
    raise RuleBroken("Chưa có lý do. Hãy ghi vì sao, để người xem sổ sau này hiểu.")


def named(request: Request) -> str:
    """Name a request in the journal's sentence: by its letter's number, else by the day it was made."""
    return f"số {request.number}" if request.number else f"lập ngày {request.asked_on:%d/%m/%Y}"


def standing_rows(transaction: Transaction, request: Request) -> list[RequestRow]:
    """Read the rows that were not withdrawn."""
    return [row for row in transaction.find(RequestRow, request_id=request.id) if row.result != "withdrawn"]


def refuse_unknown(positions: Iterable[int], rows: Sequence[RequestRow]) -> None:
    """Refuse a place that no standing row has."""
    known = {row.position for row in rows}
    for position in positions:
        if position not in known:
            raise RuleBroken(f"Đề nghị không có dòng {position}, hoặc dòng ấy đã rút. Hãy xem lại số thứ tự.")
