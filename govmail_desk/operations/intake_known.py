"""The register as a list is held against it: people by name and identity number, mailboxes by address, read once.

Deciding whom a row means is `operations.intake_matching`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from sqlalchemy import select

from govmail_desk.domain.address_look_alike import looks as looks_of
from govmail_desk.domain.mailbox import MailboxKind, MailboxState
from govmail_desk.domain.vietnamese import search_key
from govmail_desk.store.derived import name_keys
from govmail_desk.store.tables import custody, mailbox, person

if TYPE_CHECKING:
    from sqlalchemy import Connection

Key = TypeVar("Key")
One = TypeVar("One")


def name_key(full_name: str) -> str:
    """Return a name as it is compared and as the register will be searched by it: without diacritics and capitals."""
    return name_keys(full_name, None).words


@lru_cache(maxsize=32_768)
def address_looks(address: str) -> tuple[str, str]:
    """Return what the eye sees of an address; asked against the register and against the rest of the list."""
    return looks_of(address)


class KnownPerson(NamedTuple):
    """Someone in the register."""

    id: int
    full_name: str
    unit_id: int
    post: str
    birth_on: str
    phone: str
    office_phone: str
    id_number: str
    note: str
    left_on: str | None


class KnownMailbox(NamedTuple):
    """A mailbox in the register."""

    id: int
    address: str
    kind: MailboxKind
    unit_id: int
    holder_id: int | None
    state: MailboxState
    since: str
    note: str


class KnownRegister:
    """Everyone and every mailbox the register has, closed ones included: an address is never given twice."""

    def __init__(self, connection: Connection) -> None:
        people = connection.execute(select(*(person.c[name] for name in KnownPerson._fields)).order_by(person.c.id))
        boxes = connection.execute(select(*(mailbox.c[name] for name in KnownMailbox._fields)).order_by(mailbox.c.id))
        self.people = {one.id: one for one in map(KnownPerson._make, people.all())}
        self.mailboxes = {one.address: one for one in map(KnownMailbox._make, boxes.all())}
        self._by_name = _grouped((search_key(one.full_name), one) for one in self.people.values())
        self._by_id_number = _grouped((one.id_number, one) for one in self.people.values() if one.id_number)
        self._open = _grouped((_owner(box), box) for box in self.mailboxes.values() if box.state != "closed")
        self._custodians: dict[int, list[str]] = defaultdict(list)
        charges = select(custody.c.unit_id, custody.c.person_id).where(
            custody.c.to_on.is_(None), custody.c.role == "custodian"
        )
        for unit_id, person_id in connection.execute(charges):
            self._custodians[unit_id].append(self.people[person_id].full_name)

    @cached_property
    def _by_looks(self) -> dict[str, str]:
        return {look: address for address in self.mailboxes for look in looks_of(address)}

    def called(self, full_name: str) -> list[KnownPerson]:
        """Return everyone whose name reads the same without diacritics."""
        return self._by_name.get(name_key(full_name), [])

    def numbered(self, id_number: str) -> list[KnownPerson]:
        """Return everyone with this identity number."""
        return self._by_id_number.get(id_number, []) if id_number else []

    def held_by(self, person_id: int) -> list[KnownMailbox]:
        """Return the personal mailboxes someone holds, closed ones left out."""
        return self._open.get(("personal", person_id), [])

    def of_unit(self, unit_id: int) -> list[KnownMailbox]:
        """Return a unit's own mailboxes, closed ones left out."""
        return self._open.get(("unit", unit_id), [])

    def custodians(self, unit_id: int) -> list[str]:
        """Return the names of those who look after a unit's mailbox now."""
        return self._custodians.get(unit_id, [])

    def look_alike(self, address: str) -> str | None:
        """Return another address that looks the same to the eye: o and 0, l and 1, or its parts in another order."""
        alike = (self._by_looks.get(look) for look in address_looks(address))
        return next((other for other in alike if other and other != address), None)


def _owner(box: KnownMailbox) -> tuple[MailboxKind, int | None]:
    return box.kind, box.holder_id if box.kind == "personal" else box.unit_id


def _grouped(pairs: Iterable[tuple[Key, One]]) -> dict[Key, list[One]]:
    groups: dict[Key, list[One]] = defaultdict(list)
    for key, one in pairs:
        groups[key].append(one)
    return groups
