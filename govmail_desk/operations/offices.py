"""The units whose packages this desk gathers (đơn vị gửi gói): awaited, renamed, ended. Taking packages in is `operations.packages`.

With the first of them this desk becomes one that reports over many units, and the reports of such a desk begin to fall due. A list of
awaited units from a sheet is `operations.office_lists`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.exchange import Office
from govmail_desk.domain.secrecy import without_password
from govmail_desk.domain.vietnamese import clean, fold
from govmail_desk.operations.mailboxes import checked_address
from govmail_desk.operations.unit_duties import begin_operator_reports, end_operator_reports

if TYPE_CHECKING:
    from govmail_desk.desk import Changes, Desk
    from govmail_desk.store.transaction import Transaction


def add_office(desk: Desk, *, name: str, address: str = "", note: str = "") -> Changes:
    """Await the packages of a unit from today on.

    Raises `RuleBroken` for a name or an address another awaited unit has, and for a note that holds a password.
    """
    office = tidy_office(Office(name=name, address=address, slug="", note=note, from_on=desk.today()))
    with desk.transaction("add_office", f"Thêm {office.name} vào các đơn vị gửi gói") as act:
        refuse_same(office, act.transaction.find(Office))
        put_offices(act.transaction, desk, [office])
    return act.changes


def edit_office(desk: Desk, *, office: Office, name: str, address: str, note: str) -> Changes:
    """Write an awaited unit's name, mailbox or note otherwise; its packages stay with it."""
    tidy = tidy_office(replace(office, name=name, address=address, note=note))
    with desk.transaction("edit_office", f"Sửa đơn vị gửi gói {tidy.name}") as act:
        refuse_same(tidy, [one for one in act.transaction.find(Office) if one.id != office.id])
        act.transaction.put(tidy)
    return act.changes


def end_office(desk: Desk, *, office_id: int, on: date) -> Changes:
    """Wait for no more packages of a unit from a day on; what it sent stays, and stays in the reports of its periods."""
    with desk.transaction("end_office", "") as act:
        office = act.transaction.get(Office, office_id)
        if office.ended_on is not None:
            raise RuleBroken(f"{office.name} đã thôi gửi gói từ {office.ended_on:%d/%m/%Y}.")
        if on < office.from_on:
            raise RuleBroken(f"{office.name} bắt đầu gửi gói từ {office.from_on:%d/%m/%Y}. Hãy ghi ngày từ đó trở đi.")
        act.transaction.put(replace(office, ended_on=on))
        if all(one.ended_on is not None for one in act.transaction.find(Office)):
            end_operator_reports(act.transaction, on=on)
        act.sentence = f"Thôi nhận gói của {office.name} từ {on:%d/%m/%Y}"
    return act.changes


def await_again(desk: Desk, *, office_id: int) -> Changes:
    """Wait again for the packages of a unit that had ended."""
    with desk.transaction("await_office", "") as act:
        office = act.transaction.get(Office, office_id)
        if all(one.ended_on is not None for one in act.transaction.find(Office)):
            begin_operator_reports(act.transaction, desk, on=desk.today())
        act.transaction.put(replace(office, ended_on=None))
        act.sentence = f"Nhận lại gói của {office.name}"
    return act.changes


def put_offices(transaction: Transaction, desk: Desk, offices: Sequence[Office]) -> list[Office]:
    """Write offices, new and changed, within a larger act; the first ever begins the reports of a desk over many units."""
    is_first = any(not one.id for one in offices) and not transaction.find(Office)
    written = transaction.put_all(list(offices))
    if is_first:
        begin_operator_reports(transaction, desk, on=desk.today())
    return written


def tidy_office(office: Office) -> Office:
    """Take an office as typed; its local part follows from its address while no package told it."""
    name = clean(office.name)
    if not name:
        raise RuleBroken("Tên đơn vị đang để trống. Hãy gõ tên đầy đủ của đơn vị.")
    address = checked_address(office.address) if clean(office.address) else ""
    slug = office.slug or address.partition("@")[0]
    return replace(office, name=name, address=address, slug=slug, note=without_password(office.note))


def refuse_same(office: Office, others: Sequence[Office]) -> None:
    """Refuse a second awaited unit of one name or one mailbox."""
    for other in others:
        if office.address and office.address == other.address:
            raise RuleBroken(f"Hộp thư {office.address} đã là của {other.name}. Hãy xem lại địa chỉ.")
        if fold(office.name) == fold(other.name):
            raise RuleBroken(f"Đã có đơn vị tên {other.name} trong danh sách. Hãy sửa đơn vị ấy.")
