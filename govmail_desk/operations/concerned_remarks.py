"""What a clerk should know of a mailbox before asking about it, that does not stand in the way: waits, last days, gaps in what is known.

What does stand in the way is `operations.concerned_refusals`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from govmail_desk.domain.address_proposal import in_brackets
from govmail_desk.domain.mailbox import LOCKED
from govmail_desk.domain.office_calendar import written
from govmail_desk.domain.request_details import ChangeDetails, CloseDetails, ReopenDetails, ResetDetails
from govmail_desk.operations.lock_limits import is_wait

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.domain.address_proposal import Candidate
    from govmail_desk.domain.request_details import Details
    from govmail_desk.operations.concerned_reading import Known
    from govmail_desk.operations.request_limits import Limit


def remarks_on(
    known: Known, details: Details, *, candidates: Sequence[Candidate], limit: Limit | None, on: date
) -> tuple[str, ...]:
    """Say what is worth knowing of one mailbox, a sentence each; limits with their working day by day."""
    match details:
        case ChangeDetails():
            return tuple(_on_change(details, candidates))
        case ResetDetails():
            return tuple(_on_reset(known, details))
        case ReopenDetails():
            return tuple(_on_reopening(details, limit=limit, on=on))
        case CloseDetails():
            return tuple(_on_closing(known, details))


def limit_sentences(limit: Limit, *, on: date) -> tuple[str, ...]:
    """Tell what a lock began as it looks on a day: the date first, then the working, a sentence for each day."""
    counting, cite = limit.counting, in_brackets(limit.rule.cite)
    if is_wait(limit):
        told = f"Yêu cầu mở lại chỉ được giải quyết từ {written(counting.lapsed_on)}{cite}, không sớm hơn."
    elif on <= counting.due_on:
        told = f"Phải đề nghị mở lại chậm nhất {written(counting.due_on)}{cite}; quá ngày đó hộp thư bị gỡ bỏ."
    else:
        told = (
            f"Thời hạn đề nghị mở lại đã hết ngày {written(counting.due_on)}{cite}; hộp thư có thể đã bị gỡ bỏ, hãy hỏi nơi "
            "vận hành trước khi gửi."
        )
    return (told, *counting.steps, *counting.warnings)


def _on_change(details: ChangeDetails, candidates: Sequence[Candidate]) -> Iterator[str]:
    if candidates:
        first = candidates[0]
        yield (
            f"Theo quy tắc đặt tên, hộp thư này về sau là {first.address}{in_brackets(first.cite)}; nếu cần đổi địa chỉ, hãy ghi "
            "địa chỉ mới vào đề nghị."
        )
    if any(not fact.new for fact in details.facts):
        yield "Chưa ghi thông tin mới là gì; ô thông tin mới trong danh sách để trống."
    if not details.document:
        yield "Chưa ghi căn cứ (quyết định số, ngày); ô căn cứ trong danh sách để trống."


def _on_reset(known: Known, details: ResetDetails) -> Iterator[str]:
    if not details.phone:
        yield "Chưa có số điện thoại để nơi vận hành báo mật khẩu mới; ô điện thoại trong danh sách để trống."
    if known.mailbox.state in LOCKED:
        yield "Hộp thư đang bị khóa hoặc tạm dừng: cấp lại mật khẩu không mở khóa; hãy đề nghị mở lại nếu cần."


def _on_reopening(details: ReopenDetails, *, limit: Limit | None, on: date) -> Iterator[str]:
    if not details.cause:
        yield "Chưa rõ vì sao hộp thư bị khóa; ô lý do khóa trong danh sách để trống."
    if limit:
        yield from limit_sentences(limit, on=on)


def _on_closing(known: Known, details: CloseDetails) -> Iterator[str]:
    if not details.document:
        yield "Chưa ghi căn cứ (quyết định số, ngày); ô căn cứ trong danh sách để trống."
    if known.holder is not None and known.holder.left_on is None and known.change is None:
        yield f"Sổ chưa ghi {known.holder.full_name} thôi làm việc hay chuyển công tác."
    if details.is_data_kept is None:
        yield "Chưa ghi dữ liệu trong hộp thư đã được sao lưu hay chưa."
