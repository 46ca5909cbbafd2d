"""What a package says that does not go on from those taken before: a period told again, and which of the two is reported."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.operations.packages import plan_packages, take_in_packages
from govmail_desk.operations.report_plan import plan_report
from tests.packages import box, contents, office_desk, written


@pytest.fixture
def desk(tmp_path):
    with office_desk(tmp_path) as desk:
        yield desk


def test_a_period_told_again_but_cut_off_earlier_does_not_take_the_place_of_the_later(desk, tmp_path):
    later = contents([box("hanhltm")], period="2026-Q3", opening_on=date(2026, 6, 5), as_of_on=date(2026, 9, 5))
    take_in_packages(desk, plan_packages(desk, [written(tmp_path, later)]))
    days = {"opening_on": date(2026, 6, 5), "as_of_on": date(2026, 9, 1)}
    told_since = contents([box("hanhltm"), box("tamlv")], period="2026-Q3", journal_seq=20, **days)
    plan = plan_packages(desk, [written(tmp_path, told_since)])
    (remark,) = [one for one in plan.files[0].remarks if "báo cáo tổng hợp" in one]
    assert remark.endswith("chốt đến ngày 05/09/2026; báo cáo tổng hợp vẫn lấy gói ấy.")
    take_in_packages(desk, plan)
    merged = plan_report(desk, period="2026-Q3", scope="merged").figures
    assert [part.cut_off_on for part in merged.offices] == [date(2026, 9, 5)]
