"""Addresses that stand on the wrong row of a list: by the regulation's pattern another's, and not this person's.

An address that is nobody's by the pattern is no sign of anything: many were given before the regulation. Addresses the
register has already are `operations.intake_matching`, the same one twice in a list `operations.intake_repeats`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from govmail_desk.domain.person_name import read_name
from govmail_desk.domain.personal_address import propose_personal
from govmail_desk.operations.intake_known import KnownRegister, name_key
from govmail_desk.operations.intake_matching import doubted
from govmail_desk.operations.intake_plan import IntakeRow
from govmail_desk.operations.intake_units import UnitPath, UnitTree

if TYPE_CHECKING:
    from collections.abc import Callable

    from govmail_desk.domain.addressing import AddressRules


class Expected:
    """The address each person would have by the pattern if nobody stood in the way."""

    def __init__(self, rules: AddressRules, known: KnownRegister, tree: UnitTree) -> None:
        self._rules = rules
        self._known = known
        self._tree = tree
        self._of: Callable[[str, str, str], str] = cache(self._proposed)
        self._slug: Callable[[UnitPath], str] = cache(self._slug_of_path)

    def with_doubts(self, rows: Sequence[IntakeRow]) -> list[IntakeRow]:
        """Doubt each row whose address is another's by the pattern, and not its own person's."""
        places = [place for place, row in enumerate(rows) if self._is_asked_about(row)]
        if not places:
            return list(rows)
        owners = self._owners(rows)
        told = list(rows)
        for place in places:
            row = rows[place]
            by_pattern = owners.get(row.address, ())
            owner = next((one for one in by_pattern if name_key(one[0]) != name_key(row.full_name)), None)
            if owner:
                told[place] = doubted(row, _sentence(row, *owner))
        return told

    def _is_asked_about(self, row: IntakeRow) -> bool:
        """A mailbox the register knows was matched by its holder, and an address typed by the clerk is confirmed."""
        is_open = row.is_taken and row.kind == "personal" and row.mailbox_id is None and "address" not in row.mended
        if not is_open or not row.address or not row.full_name or _is_made_of_own_name(row):
            return False
        return row.address != self._of_row(row)

    def _owners(self, rows: Sequence[IntakeRow]) -> dict[str, list[tuple[str, IntakeRow | None]]]:
        """Address by the pattern → whose it is, with their row; without one for those only the register has."""
        owners: dict[str, list[tuple[str, IntakeRow | None]]] = {}
        for row in rows:
            if row.kind == "personal" and row.full_name:
                owners.setdefault(self._of_row(row), []).append((row.full_name, row))
        for person in self._known.people.values():
            if person.left_on is None:
                slug, post = self._tree.agency_slug(person.unit_id), self._post_that_counts(person.post)
                address = self._of(person.full_name, slug, post)
                owners.setdefault(address, []).append((person.full_name, None))
        return owners

    def _of_row(self, row: IntakeRow) -> str:
        return self._of(row.full_name, self._slug(row.unit_path), self._post_that_counts(row.post))

    def _post_that_counts(self, post: str) -> str:
        """Most regulations give everyone an address: what is worked out for a name then serves all who bear it."""
        return post if self._rules.personal_only_for else ""

    def _slug_of_path(self, path: UnitPath) -> str:
        """The local part of the agency a path leads into; what would be added takes that of the unit above."""
        while path and self._tree.find(path).unit_id is None:
            path = path[:-1]
        return self._tree.agency_slug(self._tree.find(path).unit_id or self._tree.own_id)

    def _proposed(self, full_name: str, slug: str, post: str) -> str:
        (proposal,) = propose_personal([read_name(full_name)], self._rules, unit=slug, posts=(post,))
        return proposal.candidates[0].address if proposal.candidates else ""


def _is_made_of_own_name(row: IntakeRow) -> bool:
    """Tell most addresses from their letters alone: tên and the first letters before it, in either order, and an ordinal."""
    *before, given = name_key(row.full_name).split() or [""]
    initials = "".join([word[0] for word in before])
    own_part = row.address.partition("@")[0].partition(".")[0].rstrip("0123456789")
    return own_part in {given + initials, initials + given}


def _sentence(row: IntakeRow, owner: str, at: IntakeRow | None) -> str:
    sheet = "" if at is None or at.sheet == row.sheet else f" trang «{at.sheet}»"
    where = f"dòng {at.row}{sheet}" if at else "có trong sổ"
    return (
        f"Địa chỉ {row.address} theo mẫu của quy chế là của {owner} ({where}), không phải {row.full_name};"
        " hãy xem có dán nhầm dòng không."
    )
