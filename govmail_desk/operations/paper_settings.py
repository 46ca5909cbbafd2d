"""What a unit's settings give its papers on a day: head of the letter, operator, recipients, signer, the mailbox requests are sent from.

Setting them is `operations.settings`; what is made of them `operations.papers`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from govmail_desk.documents.email_draft import AttachmentLimits
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.regulation import ATTACHMENT_LIMIT_MB, ATTACHMENT_LIMITED, ATTACHMENT_REFUSED
from govmail_desk.domain.settings import Letterhead, Operator, Recipients, Signer
from govmail_desk.store.tables import mailbox, unit
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.desk import Desk
    from govmail_desk.domain.regulation import Regulation


def letterhead_of(desk: Desk, on: date) -> Letterhead:
    """Return the fixed parts of the unit's papers; refused where nobody set them."""
    found = desk.valid(Letterhead, on)
    if found is None:
        raise RuleBroken("Chưa có thể thức văn bản của đơn vị. Hãy điền ở trang Thiết lập, mục Thể thức văn bản.")
    return found


def operator_of(desk: Desk, on: date) -> Operator:
    """Return whom requests go to; refused where nobody said."""
    found = desk.valid(Operator, on)
    if found is None or not found.name:
        raise RuleBroken("Chưa có nơi nhận đề nghị. Hãy ghi đơn vị quản lý, vận hành ở trang Thiết lập.")
    return found


def recipients_of(desk: Desk, on: date) -> tuple[str, ...]:
    """Return who else gets the unit's letters."""
    found = desk.valid(Recipients, on)
    return found.lines if found else ()


def signer_of(desk: Desk, on: date, *, chosen_id: int | None = None) -> Signer:
    """Choose the signer: the clerk's choice, else the head or another with authority that day, else a block left to be filled in."""
    with desk.reading() as connection:
        able = [one for one in Transaction(connection).find(Signer) if one.may_sign_on(on)]
    if chosen_id is not None:
        able = [one for one in able if one.id == chosen_id]
        if not able:
            raise RuleBroken(f"Người ký đã chọn không có thẩm quyền ký ngày {on:%d/%m/%Y}. Hãy chọn người khác.")
    heads = sorted(able, key=lambda one: (one.authority != "head", one.id))
    return heads[0] if heads else Signer(full_name="", post="Thủ trưởng đơn vị")


def own_address(desk: Desk) -> str:
    """Return the address of the unit's own mailbox, which requests are sent from."""
    query = (
        select(mailbox.c.address)
        .join(unit, unit.c.id == mailbox.c.unit_id)
        .where(unit.c.is_own, mailbox.c.kind == "unit", mailbox.c.state != "closed")
        .order_by(mailbox.c.state != "active", mailbox.c.id)
    )
    with desk.reading() as connection:
        address: str | None = connection.execute(query).scalar()
    if address is None:
        raise RuleBroken("Sổ chưa có hộp thư của chính đơn vị, nơi gửi đề nghị đi. Hãy thêm ở trang Hộp thư.")
    return address


def attachment_limits(regulation: Regulation, on: date) -> AttachmentLimits:
    """Say what a regulation lets through with a mail on a day, with its articles."""
    most = regulation.find(ATTACHMENT_LIMIT_MB, on)
    refused = regulation.find(ATTACHMENT_REFUSED, on)
    limited = regulation.find(ATTACHMENT_LIMITED, on)
    return AttachmentLimits(
        most_mb=most.value if most else None,
        most_cite=most.cite if most else None,
        refused_endings=refused.value.endings if refused and not refused.value.encrypted_only else (),
        refused_cite=refused.cite if refused else None,
        locked_endings=limited.value.endings if limited and limited.value.encrypted_only else (),
        locked_cite=limited.cite if limited else None,
    )
