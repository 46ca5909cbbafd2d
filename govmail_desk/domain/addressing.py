"""What a regulation says about addresses, gathered for proposing them. The proposing is `domain.address_proposal`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govmail_desk.domain import regulation as keys

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.domain.address import Collision, Pattern, UnitForm
    from govmail_desk.domain.provision import Provision
    from govmail_desk.domain.regulation import Regulation


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressRules:
    """The rules an address is proposed by; None or empty where the regulation is silent and nothing is suggested.

    `suffix` ends every local part but the `office`'s own, which is the mailbox all requests go through (Quận 4).
    `otherwise` is what happens where `collision` does not help.
    """

    domain: str
    personal: Provision[Pattern] | None = None
    personal_only_for: Provision[tuple[str, ...]] | None = None
    units: tuple[Provision[UnitForm], ...] = ()
    suffix: str = ""
    office: str = ""
    collision: Provision[Collision] | None = None
    collision_first: Provision[int] | None = None
    otherwise: Provision[Collision] | None = None
    leader_first: Provision[bool] | None = None


def address_rules(regulation: Regulation, on: date | None = None) -> AddressRules:
    """Gather the rules that hold on a day, the newest without one."""
    domain = regulation.find(keys.ADDRESS_DOMAIN, on)
    suffix, office = regulation.find(keys.ADDRESS_SUFFIX, on), regulation.find(keys.ADDRESS_OFFICE, on)
    assert domain is not None, "the loader refuses a regulation without a domain"
    return AddressRules(
        domain=domain.value,
        personal=regulation.find(keys.ADDRESS_PERSONAL, on),
        personal_only_for=regulation.find(keys.ADDRESS_PERSONAL_ONLY_FOR, on),
        units=regulation.all(keys.ADDRESS_UNIT, on),
        suffix=suffix.value if suffix else "",
        office=office.value if office else "",
        collision=regulation.find(keys.ADDRESS_COLLISION, on),
        collision_first=regulation.find(keys.ADDRESS_COLLISION_FIRST, on),
        otherwise=regulation.find(keys.ADDRESS_COLLISION_OTHERWISE, on),
        leader_first=regulation.find(keys.ADDRESS_LEADER_FIRST, on),
    )
