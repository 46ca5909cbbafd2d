"""What the clerk should know of the body a request goes to: no address, an address only suggested, a body that has ended since.

Here: the sentences. The body itself is the unit's own dated choice (Thiết lập), first taken from the regulation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmail_desk.domain.regulation import REQUEST_OPERATOR_ADDRESS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.settings import Operator


def operator_notes(regulation: Regulation, operator: Operator | None, on: date) -> list[str]:
    """Say what to look at before a request dated `on` goes to this body, the gravest first."""
    if operator is None or not operator.name:
        return ["Chưa có nơi nhận đề nghị. Hãy ghi đơn vị quản lý, vận hành hệ thống thư."]
    return list(_notes(regulation, operator, on))


def _notes(regulation: Regulation, operator: Operator, on: date) -> Iterator[str]:
    for ended in regulation.ended:
        if ended.on <= on and ended.body in operator.name:
            after = f", nay là {ended.successor}" if ended.successor else ""
            yield (
                f"{ended.body} đã kết thúc từ {ended.on:%d/%m/%Y}{after}. Hãy hỏi nơi nhận hiện nay rồi sửa tên, địa chỉ."
            )
    suggested = regulation.find(REQUEST_OPERATOR_ADDRESS, on)
    if not operator.address:
        yield "Chưa có địa chỉ thư của nơi nhận: thư nháp để trống ô người nhận, hãy điền trước khi gửi."
    elif suggested and suggested.source == "suggested" and suggested.value == operator.address:
        yield "Địa chỉ này do chương trình gợi ý, quy chế không in; hãy hỏi lại nơi nhận trước khi gửi."
