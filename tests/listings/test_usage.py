"""The operator's figures as the shelf shows them: imports, rows with reasons, who is not in them, who is unused longest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from govmail_desk.domain.regulation import ADDRESS_DOMAIN
from govmail_desk.domain.report import UsageImport
from govmail_desk.listings import usage
from govmail_desk.operations.journals import plan_take_back, take_back
from govmail_desk.operations.mailboxes import record_state
from govmail_desk.operations.usage import plan_usage, take_in_usage
from tests.desks import founded
from tests.mailboxes import issued
from tests.usage_exports import export


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as open_desk:
        yield open_desk


def taken(desk, folder, *rows, on=date(2026, 11, 22), name="xuat.csv"):
    domain = desk.regulation().find(ADDRESS_DOMAIN).value
    return take_in_usage(desk, plan_usage(desk, export(folder, domain, *rows, name=name), as_of_on=on))


def opened(desk, **wanted):
    return usage.opening(desk, first_count=10, **wanted)


def test_imports_stand_by_the_day_of_their_figures_the_newest_first(desk, tmp_path):
    issued(desk, "Lê An")
    taken(desk, tmp_path, ("lean", "20/11/2026"))
    taken(desk, tmp_path, ("lean", "20/09/2026"), on=date(2026, 9, 30), name="quý ba.csv")
    first = opened(desk).first
    assert [(row.as_of_on, row.file_name) for row in first] == [
        ("2026-11-22", "xuat.csv"),
        ("2026-09-30", "quý ba.csv"),
    ]
    assert [row.file_name for row in opened(desk, search="quy").first] == ["quý ba.csv"]
    assert first[0].counts["newer"] == 1
    assert usage.latest_as_of(desk) == date(2026, 11, 22)


def test_an_import_whose_row_another_act_wrote_again_stands_once_under_the_act_that_made_it(desk, tmp_path):
    issued(desk, "Lê An")
    made = taken(desk, tmp_path, ("lean", "20/11/2026"))
    with desk.transaction("upgrade", "Nâng sổ") as act:
        (kept,) = act.transaction.find(UsageImport)
        act.transaction.put(replace(kept, by="Đỗ Thị Hiền"))
    assert [(row.by, row.seq) for row in opened(desk).first] == [("Đỗ Thị Hiền", made.seq)]


def test_an_import_taken_back_is_gone(desk, tmp_path):
    issued(desk, "Lê An")
    changes = taken(desk, tmp_path, ("lean", "20/11/2026"))
    (row,) = opened(desk).first
    assert row.seq == changes.seq
    take_back(desk, plan_take_back(desk, seq=row.seq))
    assert not opened(desk).has_any
    assert usage.pane(desk, row.id, most=5) is None


def test_the_pane_tells_rows_with_reasons_the_missing_and_the_longest_unused(desk, tmp_path):
    for name in ("Lê An", "Trần Bình", "Đỗ Chi", "Vũ Dung"):
        issued(desk, name)
    taken(
        desk, tmp_path, ("lean", "20/11/2026"), ("tranbinh", "20/07/2026"), ("dochi", "Never"), ("dochii", "20/11/2026")
    )
    pane = usage.pane(desk, opened(desk).ids[0], most=2)
    assert [(one.row, one.outcome) for one in pane.results] == [(2, "new"), (3, "new"), (4, "new"), (5, "doubtful")]
    assert "gần giống" in pane.results[3].reasons[0]
    assert [one.holder for one in pane.missing if one.address.startswith("vudung")] == ["Vũ Dung"]
    assert [one.holder for one in pane.unused] == ["Đỗ Chi", "Trần Bình"]
    assert pane.unknown_count == 2  # Vũ Dung's, and the unit's own


def test_a_mailbox_issued_after_the_day_of_the_figures_is_not_missed(desk, tmp_path):
    issued(desk, "Lê An")
    late = issued(desk, "Trần Bình", state="proposed")
    record_state(desk, mailbox_id=late, state="active", on=desk.today())
    changes = taken(desk, tmp_path, ("lean", "20/11/2026"))
    (import_id,) = changes.ids["usage_import"]
    pane = usage.pane(desk, import_id, most=5)
    assert [one.address.partition("@")[0] for one in pane.missing] == ["phuong9.q4"]
    assert pane.row.counts["missing"] == 1
