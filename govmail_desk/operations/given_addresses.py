"""Which address each mailbox of an answered request has from then on: kept, asked for, given otherwise, or changed with another row's.

Operators swap the addresses of namesakes; only the whole list tells that nobody is left with another's. Addresses that are only
proposed are `operations.sought` and `operations.concerned_addresses`; recording the answer is `operations.request_answers`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from govmail_desk.domain.address_proposal import in_brackets
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.regulation import ADDRESS_DOMAIN
from govmail_desk.domain.vietnamese import clean

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.domain.request import RequestRow
    from govmail_desk.store.transaction import Transaction


def addresses_given(transaction: Transaction, rows: Sequence[RequestRow]) -> dict[int, str]:
    """Say which address each mailbox of the granted rows has once all are applied, by the mailbox's number.

    Rows may change addresses among themselves in any way. Raises `RuleBroken` for an address that two rows would have, or that a
    mailbox beside these rows has.
    """
    now = {
        mailbox_id: mailbox.address
        for mailbox_id, mailbox in transaction.get_many(Mailbox, [row.mailbox_id for row in rows]).items()
    }
    then = {row.mailbox_id: _address_of(row, now[row.mailbox_id]) for row in rows}
    had = {address for mailbox_id, address in now.items() if then[mailbox_id] == address}
    for row in rows:
        address = then[row.mailbox_id]
        if address == now[row.mailbox_id]:
            continue
        if address in had or any(other.id not in now for other in transaction.find(Mailbox, address=address)):
            raise RuleBroken(
                f"Dòng {row.position}: địa chỉ {address} đã thuộc một hộp thư khác. Hãy xem lại địa chỉ nơi vận hành đã cấp."
            )
        had.add(address)
    return then


def given_elsewhere(desk: Desk, given: Mapping[int, str]) -> tuple[str, ...]:
    """Warn of addresses given in another mail domain than the unit's, by the place of their rows.

    None is refused: since provinces were merged in 2025, another domain may be the right one.
    """
    rule = desk.regulation().find(ADDRESS_DOMAIN, desk.today())
    if rule is None:
        return ()
    return tuple(
        f"Dòng {place}: địa chỉ được cấp {address} không thuộc tên miền {rule.value}{in_brackets(rule.cite)}. Hãy xem lại; nếu nơi "
        "vận hành đã đổi tên miền thì cứ ghi."
        for place, address in sorted(given.items())
        if "@" in address and clean(address).lower().partition("@")[2] != rule.value
    )


def _address_of(row: RequestRow, now: str) -> str:
    return row.given_address or str(row.wanted.get("address") or now)
