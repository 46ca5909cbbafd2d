"""Runs the situations of `request_limits.toml` on real registers: each limit as the desk counts it, with its article and its working."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from govmail_desk.desk import Desk
from govmail_desk.domain.regulation import KEYS
from govmail_desk.operations.lock_limits import is_wait
from govmail_desk.operations.request_limits import limit
from tests.desks import founded

SITUATIONS = tomllib.loads((Path(__file__).parent / "request_limits.toml").read_text(encoding="utf-8"))["case"]
LEAST = 40


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Desk]]:
    opened = {name: founded(tmp_path_factory.mktemp(name), name) for name in ("ninhbinh-2020", "quan4-03-2013")}
    yield opened
    for desk in opened.values():
        desk.close()


def test_there_are_enough_situations() -> None:
    assert len({(case["key"], case["event"]) for case in SITUATIONS}) >= LEAST


@pytest.mark.parametrize("case", SITUATIONS, ids=lambda case: f"{case['situation']} {case['event']}")
def test_the_limit_runs_out_on_the_day_counted_by_hand(desks: dict[str, Desk], case: dict[str, Any]) -> None:
    found = limit(desks[case["regulation"]], KEYS[case["key"]], started_on=case["event"])
    assert found is not None
    assert (found.rule.cite, found.counting.due_on) == (case["cite"], case["due_on"]), case["reason"]
    assert is_wait(found) == ("act_on" in case)
    if "act_on" in case:
        assert found.counting.act_by == case["act_on"], case["reason"]


@pytest.mark.parametrize("case", SITUATIONS, ids=lambda case: f"{case['situation']} {case['event']}")
def test_the_working_names_every_day_from_the_event_to_the_last(desks: dict[str, Desk], case: dict[str, Any]) -> None:
    found = limit(desks[case["regulation"]], KEYS[case["key"]], started_on=case["event"])
    assert found is not None
    told = " ".join(found.counting.steps)
    days = (case["due_on"] - case["event"]).days
    assert f"{case['event']:%d/%m/%Y}" in found.counting.steps[0]
    assert any(
        "kết thúc khi hết ngày" in step and f"{case['due_on']:%d/%m/%Y}" in step for step in found.counting.steps
    )
    assert ("chậm nhất" in told) == (found.counting.act_by < found.counting.due_on)
    assert len([step for step in found.counting.steps if step]) >= days + 1
    assert case["cite"] not in told
