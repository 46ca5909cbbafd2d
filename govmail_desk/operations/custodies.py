"""Who heads a unit and who looks after its mailboxes, from a day on; who stands in, who leads, who stops.

A change of whoever answers opens its handover in the same act (`operations.handover_opening`). Written charges are
`operations.charges`; the papers that give a charge are `operations.custody_papers`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from govmail_desk.domain.custody import Custody
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.person import Person
from govmail_desk.domain.secrecy import without_password
from govmail_desk.operations.charges import (
    SAYS,
    end_at,
    put_charge,
    refuse_order,
    refuse_second,
    refuse_twice,
)
from govmail_desk.operations.handover_opening import open_where_followed

if TYPE_CHECKING:
    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.handover import Handover
    from govmail_desk.store.transaction import Transaction


def appoint(
    desk: Desk,
    *,
    unit_id: int,
    person_id: int,
    role: Literal["head", "custodian"],
    from_on: date | None,
    to_on: date | None = None,
    document: str = "",
    mailbox_id: int | None = None,
    is_lead: bool = False,
) -> Changes:
    """Record a new head or custodian; the head before ends the day before, custodians may be several.

    A custodian may be given one mailbox only, and may be the lead, who answers where there are several. Where someone is followed by
    this, the handover between them is opened with it: between heads always, between custodians where the regulation speaks of the
    clerk. Raises `RuleBroken`.
    """
    new = Custody(
        unit_id=unit_id,
        person_id=person_id,
        role=role,
        from_on=from_on,
        to_on=to_on,
        document=without_password(document),
        mailbox_id=mailbox_id if role == "custodian" else None,
        is_lead=is_lead and role == "custodian",
    )
    with desk.transaction("appoint", "") as act:
        act.sentence = f"Ghi {act.transaction.get(Person, person_id).full_name} {_said(act.transaction, new)}"
        _refuse_others_mailbox(act.transaction, new)
        before = act.transaction.find(Custody, unit_id=unit_id)
        kept = put_charge(act.transaction, new)
        act.sentence += _opened(act.transaction, open_where_followed(act.transaction, desk, before=before, new=kept))
    return act.changes


def change_lead(desk: Desk, *, custody_id: int, from_on: date, document: str = "") -> Changes:
    """Let a custodian lead from a day on; the lead before goes on beside them, and both keep their dates in the register."""
    with desk.transaction("change_lead", "") as act:
        transaction = act.transaction
        held = transaction.get(Custody, custody_id)
        _refuse_leading(held, from_on)
        before = transaction.find(Custody, unit_id=held.unit_id)
        new = replace(
            held, id=0, version=0, from_on=from_on, is_lead=True, document=without_password(document) or held.document
        )
        if held.from_on == from_on:
            new = replace(new, id=held.id, version=held.version)
        else:
            transaction.put(end_at(held, new))
        kept = put_charge(transaction, new)
        opened = _opened(transaction, open_where_followed(transaction, desk, before=before, new=kept))
        name = transaction.get(Person, held.person_id).full_name
        act.sentence = f"Ghi {name} phụ trách chính hộp thư của đơn vị từ {from_on:%d/%m/%Y}{opened}"
    return act.changes


def cover(desk: Desk, *, custody_id: int, person_id: int, from_on: date, to_on: date, document: str = "") -> Changes:
    """Let someone stand in for the holder of a charge while they are absent, from the first day to the last.

    Raises `RuleBroken` where the charge does not hold all these days, or someone stands in already.
    """
    with desk.transaction("cover", "") as act:
        transaction = act.transaction
        held = transaction.get(Custody, custody_id)
        new = Custody(
            unit_id=held.unit_id,
            person_id=person_id,
            role="cover",
            from_on=from_on,
            to_on=to_on,
            document=without_password(document),
            mailbox_id=held.mailbox_id,
            covers_id=held.person_id,
        )
        absent = transaction.get(Person, held.person_id).full_name
        refuse_order(new)
        _refuse_cover(transaction.find(Custody, unit_id=held.unit_id), [held], new, absent)
        put_charge(transaction, new)
        name = transaction.get(Person, person_id).full_name
        act.sentence = f"Ghi {name} theo dõi thay {absent} từ {from_on:%d/%m/%Y} đến hết {to_on:%d/%m/%Y}"
    return act.changes


def end_custody(desk: Desk, *, custody: Custody, to_on: date) -> Changes:
    """Record the last day of someone's charge."""
    ended = replace(custody, to_on=to_on)
    refuse_order(ended)
    with desk.transaction("end_custody", f"Ghi ngày cuối phụ trách {to_on:%d/%m/%Y}") as act:
        act.transaction.put(ended)
    return act.changes


def correct_custody(
    desk: Desk, *, custody: Custody, from_on: date | None, to_on: date | None, document: str = ""
) -> Changes:
    """Mend a slip in the dates or the document of a charge; `custody` is how the clerk saw it.

    Raises `RuleBroken` where two would be head, lead or stand-in at once, one person would hold it twice, or someone would stand in
    where there is no charge.
    """
    mended = replace(custody, from_on=from_on, to_on=to_on, document=without_password(document))
    if mended.role == "cover" and (from_on is None or to_on is None):
        raise RuleBroken("Theo dõi thay phải có ngày đầu và ngày cuối. Hãy ghi cả hai ngày.")
    with desk.transaction("correct_custody", "") as act:
        name = act.transaction.get(Person, custody.person_id).full_name
        refuse_order(mended)
        standing = act.transaction.find(Custody, unit_id=custody.unit_id)
        refuse_twice(standing, mended, name)
        refuse_second(standing, mended)
        if mended.covers_id is not None:
            held = [
                one for one in standing if one.person_id == mended.covers_id and one.mailbox_id == mended.mailbox_id
            ]
            _refuse_cover(standing, held, mended, act.transaction.get(Person, mended.covers_id).full_name)
        act.transaction.put(mended)
        act.sentence = f"Sửa thời gian {name} {SAYS[custody.role]}"
    return act.changes


def _said(transaction: Transaction, new: Custody) -> str:
    if new.mailbox_id is not None:
        return f"theo dõi hộp thư {transaction.get(Mailbox, new.mailbox_id).address}"
    return SAYS[new.role]


def _opened(transaction: Transaction, handover: Handover | None) -> str:
    """Say that a handover was opened with it."""
    if handover is None or handover.giver_id is None:
        return ""
    return f"; mở bàn giao từ {transaction.get(Person, handover.giver_id).full_name}"


def _refuse_others_mailbox(transaction: Transaction, new: Custody) -> None:
    """Refuse a mailbox that is not the unit's own: a person's is theirs, another unit's has its own custodians."""
    if new.mailbox_id is None:
        return
    mailbox = transaction.get(Mailbox, new.mailbox_id)
    if mailbox.kind != "unit" or mailbox.unit_id != new.unit_id:
        raise RuleBroken(f"{mailbox.address} không phải hộp thư của đơn vị này. Hãy chọn hộp thư chung của đơn vị.")


def _refuse_leading(held: Custody, from_on: date) -> None:
    if held.role != "custodian" or not held.holds_on(from_on):
        raise RuleBroken(f"Người này không theo dõi hộp thư vào ngày {from_on:%d/%m/%Y}. Hãy chọn người đang theo dõi.")
    if held.is_lead:
        raise RuleBroken("Người này đang phụ trách chính rồi. Hãy chọn người khác.")


def _refuse_cover(standing: Sequence[Custody], held: Sequence[Custody], new: Custody, absent: str) -> None:
    """Refuse a stand-in for days on which none of the charges `held` is there to stand in for, or someone does already."""
    if not any(one.role != "cover" and new.is_within(one) for one in held):
        raise RuleBroken(f"{absent} không giữ việc này trong cả thời gian đó. Hãy xem lại ngày đầu và ngày cuối.")
    if new.person_id == new.covers_id:
        raise RuleBroken(f"{absent} không thể theo dõi thay chính mình. Hãy chọn người khác.")
    others = [one for one in standing if one.is_same_charge(new) and one.covers_id == new.covers_id]
    if any(one.meets(new) and one.id != new.id for one in others):
        raise RuleBroken(f"Đã có người theo dõi thay {absent} trong thời gian đó. Hãy xem lại ngày.")
