"""Runs the situations of `deadlines.toml`: dates under each regulation, counted by the provision it names."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from govmail_desk.desk import shipped_calendar
from govmail_desk.domain.regulation import KEYS
from govmail_desk.domain.working_days import count
from govmail_desk.regulations import shipped

SITUATIONS = tomllib.loads((Path(__file__).parent / "deadlines.toml").read_text(encoding="utf-8"))
SILENCES = [(one["regulation"], key) for one in SITUATIONS["silence"] for key in one["keys"]]


@pytest.mark.parametrize("case", SITUATIONS["case"], ids=lambda case: case["situation"])
def test_the_date_falls_due_as_the_regulation_says(case: dict[str, Any]) -> None:
    provision = shipped.find(case["regulation"]).find(KEYS[case["key"]])
    assert provision is not None
    assert provision.cite == case["cite"]
    run = count(case["event"], provision.value, shipped_calendar(), when_off=provision.when_off)
    assert (run.due_on, run.act_by) == (case["due_on"], case.get("act_by", case["due_on"])), case["reason"]


@pytest.mark.parametrize(("regulation_id", "key"), SILENCES)
def test_where_a_regulation_is_silent_no_figure_stands_in_for_it(regulation_id: str, key: str) -> None:
    assert shipped.find(regulation_id).find(KEYS[key]) is None
