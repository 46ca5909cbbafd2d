"""Runs the situations of `addresses.toml` against the regulations that ship."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from govmail_desk.domain.address_proposal import Proposal
from govmail_desk.domain.addressing import AddressRules, address_rules
from govmail_desk.domain.person_name import read_name
from govmail_desk.domain.personal_address import propose_personal
from govmail_desk.domain.unit_address import propose_units
from govmail_desk.domain.unit_name import read_unit_name
from govmail_desk.regulations.loader import load

HERE = Path(__file__).parent
REGULATIONS = HERE.parents[1] / "resources" / "regulations"
CASES = tomllib.loads((HERE / "addresses.toml").read_text(encoding="utf-8"))["case"]
KEYS = {
    "regulation", "situation", "people", "units", "unit", "parent", "parent_kind", "leaders", "posts", "taken", "addresses",
    "choices", "cite", "said",
}  # fmt: skip


@pytest.fixture(scope="module")
def rules_of() -> dict[str, AddressRules]:
    return {name: address_rules(load(REGULATIONS / f"{name}.toml")) for name in {case["regulation"] for case in CASES}}


def proposals(case: dict[str, Any], rules: AddressRules) -> list[Proposal]:
    taken = dict.fromkeys(case.get("taken", []), "đang cấp cho người khác").get
    if "units" in case:
        names = [read_unit_name(name, parent_kind=case.get("parent_kind")) for name in case["units"]]
        return propose_units(names, rules, parent=case.get("parent", ""), taken=taken)
    return propose_personal(
        [read_name(name) for name in case["people"]],
        rules,
        unit=case.get("unit", ""),
        taken=taken,
        leaders={place - 1 for place in case.get("leaders", [])},
        posts=case.get("posts", []),
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['regulation']}: {case['situation']}")
def test_the_situation_comes_to_the_addresses_of_the_regulation(
    case: dict[str, Any], rules_of: dict[str, AddressRules]
) -> None:
    made = proposals(case, rules_of[case["regulation"]])
    assert [each.candidates[0].address if each.candidates else "" for each in made] == case["addresses"]
    last = made[-1]
    if "choices" in case:
        assert [candidate.address for candidate in last.candidates] == case["choices"]
    if "cite" in case:
        assert last.candidates[0].cite == (case["cite"] or None)
    assert case.get("said", "") in " ".join(last.problems)
    assert all(candidate.why for candidate in last.candidates)


def test_every_situation_uses_known_keys() -> None:
    assert all(set(case) <= KEYS for case in CASES)
