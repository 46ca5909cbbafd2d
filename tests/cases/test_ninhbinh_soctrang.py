"""What Ninh Bình and Sóc Trăng say, line by line as a jurist reads it beside the sources."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from govmail_desk.domain.provision import RequestKind
from govmail_desk.domain.regulation import KEYS, KINDS
from govmail_desk.regulations import shipped
from govmail_desk.regulations.value import read

CASES = tomllib.loads(Path(__file__).with_name("ninhbinh_soctrang.toml").read_text(encoding="utf-8"))
LINES = [
    pytest.param(regulation_id, line, id=f"{regulation_id}: {line['says']}")
    for regulation_id, lines in CASES.items()
    for line in lines
]


@pytest.mark.parametrize(("regulation_id", "line"), LINES)
def test_the_regulation_says_so_in_that_article(regulation_id: str, line: dict[str, Any]) -> None:
    key = KEYS[line["key"]]
    held = [(rule.value, rule.cite, rule.when_off) for rule in shipped.find(regulation_id).all(key)]

    assert (read(key.type, line["value"], "value"), line.get("cite"), line.get("when_off")) in held
    assert key.many or len(held) == 1


@pytest.mark.parametrize("regulation_id", CASES)
def test_the_lines_name_every_form_of_a_unit_address(regulation_id: str) -> None:
    written = [line for line in CASES[regulation_id] if line["key"] == "address.unit"]

    assert len(written) == len(shipped.find(regulation_id).all(KEYS["address.unit"]))


@pytest.mark.parametrize("regulation_id", CASES)
@pytest.mark.parametrize("kind", KINDS)
def test_letter_list_and_email_are_made_for_every_request(regulation_id: str, kind: RequestKind) -> None:
    for mailbox in ("unit", "personal"):
        assert set(shipped.find(regulation_id).papers(kind, mailbox)) == {"letter", "list", "email"}


@pytest.mark.parametrize("regulation_id", shipped.ids())
def test_every_period_says_what_a_day_off_does_to_it(regulation_id: str) -> None:
    for rule in shipped.find(regulation_id).provisions:
        if KEYS[rule.key].type.__name__ == "Period" or getattr(rule.value, "due", None):
            assert rule.when_off is not None, rule.key


@pytest.mark.parametrize("regulation_id", shipped.ids())
def test_a_limit_moves_off_a_day_off_and_rotation_and_inactivity_stay(regulation_id: str) -> None:
    for rule in shipped.find(regulation_id).provisions:
        if rule.key.startswith("request.limit.") or rule.key == "inactivity.notice":
            assert rule.when_off == "moves"
        elif rule.key.startswith(("password.rotation.", "inactivity.", "report.")) and rule.when_off:
            assert rule.when_off == "stays"
