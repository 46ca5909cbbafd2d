from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.report_figures import COUNTED, FLOWS, ChangeLine, Figures, NameLine, OfficePart

_FEW = st.integers(0, 40)


@st.composite
def _lines(draw: st.DrawFn) -> ChangeLine:
    """Draw a line that balances: what goes out was there or came in."""
    flows: dict[str, Any] = {name: draw(_FEW) for name in FLOWS}
    gone = flows["closed"] + flows["moved_out"]
    opening = gone + draw(_FEW)
    closing = opening + flows["created"] + flows["taken_in"] + flows["moved_in"] - gone
    return ChangeLine(
        unit_id=draw(st.integers(1, 5)),
        unit=draw(st.text(max_size=12)),
        depth=draw(st.integers(0, 3)),
        kind=draw(st.sampled_from(["unit", "personal"])),
        opening=opening,
        closing=closing,
        **flows,
    )


_NAMES = st.builds(
    NameLine,
    what=st.sampled_from(FLOWS),
    on_date=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    unit_id=st.integers(1, 5),
    unit=st.text(max_size=8),
    kind=st.sampled_from(["unit", "personal"]),
    address=st.text(max_size=20),
    holder=st.text(max_size=20),
    detail=st.text(max_size=20),
)
_OFFICES = st.builds(
    OfficePart,
    office_id=st.integers(1, 9),
    name=st.text(max_size=9),
    package_id=st.none() | st.integers(1, 9),
    cut_off_on=st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
)
_FIGURES = st.builds(
    Figures,
    opening_on=st.just(date(2026, 9, 30)),
    cut_off_on=st.just(date(2026, 12, 5)),
    lines=st.lists(_lines(), max_size=5).map(tuple),
    names=st.lists(_NAMES, max_size=5).map(tuple),
    people_count=st.none() | _FEW,
    people_with_mailbox_count=st.none() | _FEW,
    offices=st.lists(_OFFICES, max_size=3).map(tuple),
)


@given(_FIGURES)
def test_figures_come_back_from_json_as_they_went_and_keep_their_hash(figures: Figures) -> None:
    back = Figures.from_plain(json.loads(json.dumps(figures.to_plain(), ensure_ascii=False)))
    assert back == figures
    assert back.sha256 == figures.sha256


@given(_FIGURES)
def test_totals_balance_where_every_line_does_and_add_up_by_kind(figures: Figures) -> None:
    assert figures.checked() is figures
    whole, parts = figures.total(), [figures.total("unit"), figures.total("personal")]
    assert whole.is_balanced
    assert all(getattr(whole, name) == sum(getattr(part, name) for part in parts) for name in COUNTED)


@given(_lines(), st.sampled_from(["opening", "closing", "created", "moved_in", "closed", "moved_out"]))
def test_figures_that_do_not_balance_are_refused_with_the_unit_and_the_figures(line: ChangeLine, name: str) -> None:
    plain = _plain(line)
    plain["lines"][0] |= {name: getattr(line, name) + 1, "unit": "Phòng Nội vụ"}
    off = Figures.from_plain(plain)
    with pytest.raises(
        RuleBroken, match=f"Phòng Nội vụ.*đầu kỳ {off.lines[0].opening} .*cuối kỳ {off.lines[0].closing}"
    ):
        off.checked()


def test_a_figure_nobody_knows_is_absent_and_never_nought() -> None:
    plain = _plain(ChangeLine(unit_id=1, unit="Sở", kind="unit"))
    assert "people_count" not in plain
    assert Figures.from_plain(plain).people_count is None


@pytest.mark.parametrize(
    "spoiled",
    [
        {"lines": [{"unit_id": 1, "unit": "Sở", "kind": "unit", "opening": -1}]},
        {"lines": [{"unit_id": 1, "unit": "Sở", "kind": "unit", "opening": "7"}]},
        {"lines": [{"unit_id": 1, "unit": "Sở", "kind": "shared"}]},
        {"lines": [{"unit": "Sở", "kind": "unit"}]},
        {"opening_on": "hôm qua"},
        {"people_count": True},
        {
            "names": [
                {"what": "eaten", "on_date": "2026-10-01", "unit_id": 1, "unit": "", "kind": "unit", "address": ""}
            ]
        },
        {"lines": None},
        {"lines": ["x"]},
    ],
)
def test_spoiled_figures_are_refused_with_one_sentence(spoiled: dict[str, Any]) -> None:
    plain = _plain(ChangeLine(unit_id=1, unit="Sở", kind="unit"))
    with pytest.raises(RuleBroken, match="không đọc được"):
        Figures.from_plain(plain | spoiled)


def test_an_office_that_sent_nothing_is_named_and_not_counted() -> None:
    offices = (OfficePart(office_id=7, name="Phường 3"), OfficePart(office_id=8, name="Phường 9", package_id=4))
    figures = Figures(opening_on=date(2026, 9, 30), cut_off_on=date(2026, 12, 10), lines=(), offices=offices)
    assert [office.name for office in figures.silent] == ["Phường 3"]


def _plain(line: ChangeLine) -> dict[str, Any]:
    return Figures(opening_on=date(2026, 9, 30), cut_off_on=date(2026, 12, 5), lines=(line,)).to_plain()
