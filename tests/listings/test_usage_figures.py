"""The figures of use of a period: counted from exports of its days, unknown where none covers it."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.documents import spreadsheet
from govmail_desk.domain.regulation import ADDRESS_DOMAIN
from govmail_desk.domain.report_usage import RATES
from govmail_desk.listings.usage_figures import usage_figures
from govmail_desk.operations.usage import plan_usage, take_in_usage
from tests import usage_exports
from tests.desks import founded
from tests.mailboxes import issued
from tests.usage_exports import csv_of, export

QUARTER = {"opening_on": date(2026, 9, 5), "cut_off_on": date(2026, 12, 5)}


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as open_desk:
        for name in ("Lê An", "Trần Bình", "Đỗ Chi"):
            issued(open_desk, name)
        yield open_desk


def domain_of(desk):
    return desk.regulation().find(ADDRESS_DOMAIN).value


def taken(desk, workbook, *, on=date(2026, 11, 22)):
    return take_in_usage(desk, plan_usage(desk, workbook, as_of_on=on))


def test_without_an_export_only_the_people_are_known(desk):
    assert usage_figures(desk, **QUARTER) == {"staff_count": 3}


def test_figures_come_from_the_export_of_the_period(desk, tmp_path):
    taken(desk, spreadsheet.read(usage_exports.vietnamese(tmp_path, domain_of(desk))))
    figures = usage_figures(desk, opening_on=date(2025, 12, 31), cut_off_on=date(2026, 12, 5))
    assert figures == {"staff_count": 3, "mailbox_count": 3, "activated_count": 2, "used_count": 2, "used_mb": 502}
    assert RATES["used_rate"].words(figures) == "66,7% (2/3)"


def test_a_use_before_the_period_is_no_use_in_it(desk, tmp_path):
    taken(desk, spreadsheet.read(usage_exports.vietnamese(tmp_path, domain_of(desk))))
    assert usage_figures(desk, **QUARTER)["used_count"] == 1


def test_an_export_of_another_day_does_not_cover_the_period(desk, tmp_path):
    taken(desk, export(tmp_path, domain_of(desk), ("lean", "20/08/2026")), on=date(2026, 9, 5))
    assert "mailbox_count" not in usage_figures(desk, **QUARTER)


def test_the_newest_export_of_the_period_counts_and_every_use_in_it(desk, tmp_path):
    taken(desk, export(tmp_path, domain_of(desk), ("lean", "20/09/2026"), ("dochi", "Never")), on=date(2026, 9, 30))
    taken(desk, export(tmp_path, domain_of(desk), ("dochi", "20/11/2026"), name="hai.csv"))
    figures = usage_figures(desk, **QUARTER)
    assert (figures["mailbox_count"], figures["activated_count"], figures["used_count"]) == (2, 2, 2)


def test_activation_without_days_of_use_leaves_the_use_unknown(desk, tmp_path):
    lines = (f"lean@{domain_of(desk)},Có", f"dochi@{domain_of(desk)},Không", f"tranbinh@{domain_of(desk)},")
    taken(desk, spreadsheet.read(csv_of(tmp_path / "k.csv", "Email,Kích hoạt", *lines)))
    figures = usage_figures(desk, **QUARTER)
    assert RATES["activated_rate"].words(figures) == "50% (1/2)"
    assert "used_count" not in figures


def test_what_the_export_has_no_column_for_is_unknown_and_never_nought(desk, tmp_path):
    path = csv_of(tmp_path / "q.csv", "Email,Đã dùng (MB)", f"lean@{domain_of(desk)},12")
    taken(desk, spreadsheet.read(path))
    assert usage_figures(desk, **QUARTER) == {"staff_count": 3, "mailbox_count": 1, "used_mb": 12}
