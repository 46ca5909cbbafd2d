"""What the shelf of reports opens with."""

from __future__ import annotations

import pytest

from govmail_desk.listings import reports
from govmail_desk.listings.report_dues import draft_due
from govmail_desk.listings.report_table import opening
from tests.gui.statements import counted_statements
from tests.report_desks import drafted, quarter, sent


@pytest.fixture
def desk(tmp_path):
    with quarter(tmp_path) as opened:
        yield opened


def test_every_report_is_listed_and_counted_by_state(desk) -> None:
    one, two = sent(desk, "2026-Q3", number="5"), drafted(desk)
    found = opening(desk, first_count=1)
    assert sorted(found.ids) == [one, two]
    assert len(found.first) == 1
    assert dict(found.counts) == {"sent": 1, "draft": 1}
    assert found.rows[two].period.words == "quý IV năm 2026"


def test_a_search_without_diacritics_finds_period_and_number(desk) -> None:
    one = sent(desk, "2026-Q3", number="5")
    drafted(desk)
    assert opening(desk, search="quy iii", first_count=9).ids == [one]
    assert opening(desk, search="khong co", first_count=9).ids == []
    assert opening(desk, states=("sent",), first_count=9).ids == [one]


def test_it_asks_five_statements_at_most_and_so_does_the_pane(desk) -> None:
    report_id = sent(desk)
    with counted_statements(desk) as statements:
        opening(desk, first_count=9)
    assert len(statements) <= 5
    with counted_statements(desk) as statements:
        reports.pane(desk, report_id)
    assert len(statements) <= 5


def test_a_due_day_leads_to_the_draft_made_for_it(desk) -> None:
    report_id = drafted(desk)
    due_on = reports.every(desk)[0].due_on
    assert draft_due(desk, rule="report.unit", due_on=due_on) == report_id
    assert draft_due(desk, rule="report.changes", due_on=due_on) is None
    assert draft_due(desk, rule="report.unit", due_on=None) is None
