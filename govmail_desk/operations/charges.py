"""Charges over a unit and its mailboxes, written inside a larger act: whoever is followed gives way, nobody holds one twice.

The clerk's acts are `operations.custodies`; who answers on a day is `domain.custody`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.custody import Custody, CustodyRole, day_before, giving_way
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.person import Person

if TYPE_CHECKING:
    from govmail_desk.store.transaction import Transaction

SAYS: Final[dict[CustodyRole, str]] = {
    "head": "là thủ trưởng",
    "custodian": "theo dõi hộp thư của đơn vị",
    "cover": "theo dõi thay hộp thư của đơn vị",
}


def put_charge(transaction: Transaction, new: Custody) -> Custody:
    """Write a new charge; the head before, and the lead before where the new one leads, end the day before.

    Raises `RuleBroken` for someone who has left, who holds it already, or where two would be head or lead at once.
    """
    person = transaction.get(Person, new.person_id)
    refuse_order(new)
    _refuse_leaver(person, new)
    standing = transaction.find(Custody, unit_id=new.unit_id)
    refuse_twice(standing, new, person.full_name)
    if new.role == "head":
        transaction.put_all(list(giving_way((one for one in standing if one.is_same_charge(new)), new)))
    if new.is_lead:
        transaction.put_all(list(_leads_giving_way(standing, new)))
    return transaction.put(new)


def refuse_twice(standing: Sequence[Custody], new: Custody, full_name: str) -> None:
    """Refuse the same charge to the same person on days on which they hold it."""
    if any(one.id != new.id and one.person_id == new.person_id and _is_same(one, new) for one in standing):
        raise RuleBroken(
            f"{full_name} đang {SAYS[new.role]} rồi. Hãy ghi ngày cuối của lần trước, hoặc chọn người khác."
        )


def refuse_order(charge: Custody) -> None:
    """Refuse a charge that ends before it begins."""
    if charge.from_on and charge.to_on and charge.to_on < charge.from_on:
        raise RuleBroken(f"Ngày cuối phải từ {charge.from_on:%d/%m/%Y} trở đi. Hãy xem lại ngày.")


def refuse_second(standing: Sequence[Custody], corrected: Custody) -> None:
    """Refuse a corrected head, or lead, who would be so together with another."""
    others = [one for one in standing if one.id != corrected.id and one.is_same_charge(corrected)]
    meeting = [one for one in others if one.meets(corrected)]
    if corrected.role == "head" and meeting:
        raise RuleBroken("Trong những ngày này đã có thủ trưởng khác. Hãy xem lại ngày bắt đầu và ngày cuối.")
    if corrected.is_lead and any(one.is_lead for one in meeting):
        raise RuleBroken(
            "Trong những ngày này đã có người phụ trách chính khác. Hãy xem lại ngày bắt đầu và ngày cuối."
        )


def end_at(charge: Custody, new: Custody) -> Custody:
    """Let a charge end the day before another begins; one begun on that very day ends with it."""
    last = day_before(new)
    return replace(charge, to_on=last if charge.from_on is None or charge.from_on <= last else charge.from_on)


def _is_same(one: Custody, new: Custody) -> bool:
    return one.is_same_charge(new) and one.covers_id == new.covers_id and one.meets(new)


def _refuse_leaver(person: Person, new: Custody) -> None:
    if person.left_on is not None and (new.to_on is None or new.to_on >= person.left_on):
        raise RuleBroken(
            f"{person.full_name} đã thôi làm việc từ {person.left_on:%d/%m/%Y}. Hãy chọn người đang làm việc."
        )


def _leads_giving_way(standing: Sequence[Custody], new: Custody) -> Iterator[Custody]:
    """End each lead the day before; they go on as custodians beside the new lead."""
    for lead in standing:
        if not (lead.is_lead and lead.is_same_charge(new) and lead.meets(new)):
            continue
        (ended,) = giving_way([replace(lead, to_on=None)], new)
        if ended.to_on is None:
            yield replace(ended, to_on=lead.to_on)
            continue
        yield ended
        if lead.to_on is None or (new.from_on and lead.to_on >= new.from_on):
            yield replace(lead, id=0, version=0, from_on=new.from_on, is_lead=False)
