"""`address`: propose addresses under a regulation, without a register unless one is named."""

from __future__ import annotations

import argparse
import re
import sys
from typing import TYPE_CHECKING, Final, cast

from govmail_desk.cli.opening import open_desk
from govmail_desk.cli.output import print_json, print_lines
from govmail_desk.domain.address import local_part_problem
from govmail_desk.domain.address_proposal import Proposal, Taken
from govmail_desk.domain.addressing import address_rules
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.person_name import read_name
from govmail_desk.domain.personal_address import propose_personal
from govmail_desk.domain.unit_address import propose_units
from govmail_desk.domain.unit_name import read_unit_name
from govmail_desk.regulations import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmail_desk.domain.unit_name import ParentKind

_DOMAIN: Final = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")


def address(chosen: argparse.Namespace) -> int:
    """Propose addresses for the names, asked for on one day and in this order; 1 when a name gets none."""
    proposals = _proposals(chosen)
    if chosen.json:
        print_json([_document(proposal) for proposal in proposals])
    else:
        print_lines(_lines(proposals))
    without = [proposal for proposal in proposals if not proposal.candidates]
    for proposal in without:
        print(f"{proposal.name}: {'; '.join(proposal.problems)}", file=sys.stderr)
    return 1 if without else 0


def _proposals(chosen: argparse.Namespace) -> list[Proposal]:
    rules = address_rules(shipped.named(chosen.regulation))
    taken = _taken(chosen, rules.domain)
    if chosen.kind == "unit":
        names = [read_unit_name(name, parent_kind=_parent_kind(chosen, name)) for name in chosen.names]
        return propose_units(names, rules, parent=chosen.parent.lower(), taken=taken)
    return propose_personal(
        [read_name(name) for name in chosen.names],
        rules,
        unit=chosen.unit.lower(),
        taken=taken,
        leaders=_leaders(chosen),
    )


def _parent_kind(chosen: argparse.Namespace, name: str) -> ParentKind | None:
    """What stands above a unit; where only its mailbox is named, a huyện stands above a xã and a sở above the rest."""
    if chosen.parent_kind or not chosen.parent:
        return cast("ParentKind | None", chosen.parent_kind)
    return "huyen" if read_unit_name(name).level == "commune" else "so"


def _leaders(chosen: argparse.Namespace) -> frozenset[int]:
    for number in chosen.leader:
        if not 1 <= number <= len(chosen.names):
            raise RuleBroken(
                f"--leader {number} không chỉ vào tên nào: chỉ có {len(chosen.names)} tên. Hãy ghi số thứ tự của tên."
            )
    return frozenset(number - 1 for number in chosen.leader)


def _taken(chosen: argparse.Namespace, domain: str) -> Taken:
    named = {_address(taken, domain) for taken in chosen.taken}
    in_register = _taken_in_register(chosen) if chosen.register else None

    def taken(address: str) -> str | None:
        if address in named:
            return "đã có người dùng"
        return in_register(address) if in_register else None

    return taken


def _address(text: str, domain: str) -> str:
    """Read an address from the command line; one without a domain is of the regulation's."""
    local_part, at, of_domain = text.strip().lower().partition("@")
    if local_part_problem(local_part) or (at and not _DOMAIN.fullmatch(of_domain)):
        raise RuleBroken(
            f"--taken «{text}» không phải địa chỉ; hãy ghi như «thanhnv.stttt» hoặc «thanhnv.stttt@{domain}»."
        )
    return f"{local_part}@{of_domain or domain}"


def _taken_in_register(chosen: argparse.Namespace) -> Taken:
    from govmail_desk.operations.proposals import taken_by  # noqa: PLC0415  (the register's machinery, only where one is named)

    with open_desk(chosen) as desk, desk.reading() as connection:
        return taken_by(connection)


def _document(proposal: Proposal) -> dict[str, object]:
    return {
        "name": proposal.name,
        "candidates": [
            {"address": candidate.address, "cite": candidate.cite, "why": candidate.why}
            for candidate in proposal.candidates
        ],
        "problems": list(proposal.problems),
    }


def _lines(proposals: list[Proposal]) -> Iterator[str]:
    for proposal in proposals:
        yield proposal.name
        for candidate in proposal.candidates:
            yield f"  {candidate.address}  ({candidate.cite or 'gợi ý của chương trình'})  {candidate.why}"
        for problem in proposal.problems:
            yield f"  ! {problem}"
