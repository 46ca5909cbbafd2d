"""10,000 addresses proposed under each regulation, for people of one unit and for people of forty.

Run `python -m tests.benchmarks.addresses`. Reading the names, their parts, clashes and reasons are all counted; nothing is kept warm from
one round to the next. One unit with so many people is the worst a clash can be: no real one has it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from itertools import islice

from govmail_desk.domain import folded_name, vietnamese
from govmail_desk.domain.addressing import AddressRules, address_rules
from govmail_desk.domain.person_name import read_name
from govmail_desk.domain.personal_address import propose_personal
from govmail_desk.regulations import shipped
from tests.benchmarks.measured import Figure, best, tell
from tests.large_register import names

COUNT = 10_000
ROUNDS = 15
MOST_MS = 150.0
UNIT = "stttt"


def main() -> int:
    """Measure, print, and fail above the bound."""
    people = list(islice(names(), COUNT))
    figures = []
    for regulation in shipped.every():
        rules = address_rules(regulation)
        for label, units in (("one unit", [UNIT] * COUNT), ("40 units", [f"{UNIT}{n % 40}" for n in range(COUNT)])):
            taken = best(partial(propose, people, rules, units), rounds=ROUNDS)
            figures.append(Figure(f"{COUNT:,} addresses, {regulation.id}, {label}", taken, most_ms=MOST_MS))
    return tell(figures)


def propose(people: Sequence[str], rules: AddressRules, units: Sequence[str]) -> None:
    """Propose for everyone, as an import of a whole province's list would."""
    for kept in (folded_name._folded, vietnamese.sort_key, vietnamese._syllable_key):
        kept.cache_clear()
    propose_personal([read_name(name) for name in people], rules, units=units, posts=["Giám đốc"] * len(people))


if __name__ == "__main__":
    sys.exit(main())
