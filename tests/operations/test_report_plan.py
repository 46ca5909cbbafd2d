"""Planning a report: its days, where it opens, what asks for it; what cannot be reported is refused. Supplements too."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.report import Report
from govmail_desk.operations.report_papers import make_papers
from govmail_desk.operations.report_plan import plan_report, plan_supplement
from govmail_desk.operations.reports import send_report, supplement_report
from tests.desks import founded
from tests.mailboxes import issued
from tests.report_lives import DUE, LETTER, close_late, draft, running, sent
from tests.request_lives import every, go_on_to, one


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as open_desk:
        issued(open_desk, "Trần Văn An")
        yield open_desk


def test_a_report_is_cut_off_on_its_due_day_once_that_has_come_and_on_today_before(desk):
    plan = plan_report(desk, period="2026-Q4")
    assert (plan.report.cut_off_on, plan.report.due_on, plan.cite) == (date(2026, 11, 23), DUE, "Đ14.2")
    assert any("Hạn gửi là 05/12/2026" in remark for remark in plan.remarks)
    go_on_to(desk, date(2026, 12, 20))
    plan = plan_report(desk, period="2026-Q4")
    assert (plan.report.opening_on, plan.report.cut_off_on) == (date(2026, 9, 30), DUE)
    assert "Chưa có báo cáo quý nào trước kỳ này" in plan.remarks[0]


def test_where_no_day_is_stated_a_report_is_cut_off_on_the_periods_last(tmp_path):
    with founded(tmp_path, "camau-24-2018") as desk:
        go_on_to(desk, date(2027, 1, 8))
        plan = plan_report(desk, period="2026-H2")
        assert (plan.report.rule, plan.report.due_on, plan.report.cut_off_on) == (
            "report.unit",
            None,
            date(2026, 12, 31),
        )
        assert plan.cite == "Đ11.3"


def test_where_the_regulation_is_silent_a_report_may_be_drafted_and_that_is_said(tmp_path):
    with founded(tmp_path, "soctrang-59-2024") as desk:
        plan = plan_report(desk, period="2026-Q3")
        assert (plan.report.rule, plan.cite) == ("", None)
        assert any("không nêu báo cáo này" in remark for remark in plan.remarks)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"period": "2026-Q4", "cut_off_on": date(2026, 11, 24)}, "chưa tới"),
        ({"period": "2026-Q4", "cut_off_on": date(2026, 9, 30)}, "đứng trước kỳ báo cáo"),
        ({"period": "2027-Q1"}, "chưa bắt đầu"),
        ({"period": "2026-Q4", "due_on": date(2026, 12, 1)}, "phải theo một văn bản"),
        ({"period": "2026-Q4", "rule": "quota.gb"}, "Không có loại báo cáo"),
        ({"period": "Q4"}, "2026-Q4"),
    ],
)
def test_what_cannot_be_reported_is_refused_with_one_sentence(desk, asked, said):
    with pytest.raises(RuleBroken, match=said):
        plan_report(desk, **asked)
    assert every(desk, Report) == []


def test_reports_chain_each_opens_where_the_last_was_cut_off(desk):
    sent(desk)
    go_on_to(desk, date(2027, 3, 6))
    plan = plan_report(desk, period="2027-Q1")
    assert (plan.report.opening_on, plan.report.cut_off_on) == (DUE, date(2027, 3, 5))
    assert plan.figures.total().opening == one(desk, Report).figures["lines"][0]["closing"] + 1
    assert plan.late.is_empty
    assert "số 12" in plan.remarks[0]


def test_a_period_reported_after_the_next_one_ends_where_that_opens(desk):
    sent(desk)
    plan = plan_report(desk, period="2026-Q3")
    assert (plan.report.opening_on, plan.report.cut_off_on) == (date(2026, 6, 30), date(2026, 9, 30))
    with pytest.raises(RuleBroken, match="quý IV năm 2026 số 12 đã gửi, tính từ sau ngày 30/09/2026"):
        plan_report(desk, period="2026-Q3", cut_off_on=date(2026, 10, 20))


@pytest.mark.parametrize(("period", "end"), [("2026-Q4", ", thay cho ngày trong quy định."), ("2026-H2", "77/VP.")])
def test_a_letters_day_stands_for_the_articles_only_where_the_article_names_one(desk, period, end):
    plan = plan_report(desk, period=period, asked_by=LETTER, due_on=date(2026, 11, 28))
    (remark,) = [one for one in plan.remarks if one.startswith("Hạn 28/11/2026")]
    assert remark.endswith(end)


def test_a_report_on_days_the_register_knows_nothing_of_says_so(desk):
    said = "Đến hết ngày 31/12/2025 sổ chưa ghi hộp thư nào nên mọi số liệu là 0."
    assert [one for one in plan_report(desk, period="2025").remarks if one.startswith(said)] != []
    assert [one for one in plan_report(desk, period="2026-Q4").remarks if "sổ chưa ghi hộp thư nào" in one] == []


def test_a_year_opens_before_its_first_day_whatever_quarters_were_reported_in_it(desk):
    sent(desk)
    go_on_to(desk, date(2027, 1, 8))
    plan = plan_report(desk, period="2026")
    assert (plan.report.opening_on, plan.report.cut_off_on) == (date(2025, 12, 31), date(2026, 12, 31))
    draft(desk, "2026")
    go_on_to(desk, date(2027, 3, 6))
    assert plan_report(desk, period="2027-Q1").report.opening_on == DUE


@pytest.mark.parametrize(
    ("regulation_id", "period", "cite"),
    [
        ("quan4-03-2013", "2026-H1", None),  # quarters alone
        ("quan4-03-2013", "2025", None),
        ("ninhbinh-2020", "2026-Q3", None),  # years alone
        ("camau-24-2018", "2026-Q3", "Đ11.3"),  # half years, and on demand
    ],
)
def test_an_article_about_another_length_of_period_is_not_cited_unless_it_asks_on_demand(
    tmp_path, regulation_id, period, cite
):
    (tmp_path / "khac").mkdir()
    with founded(tmp_path / "khac", regulation_id) as desk:
        plan = plan_report(desk, period=period)
        assert plan.cite == cite
        assert any("không nêu báo cáo này" in remark for remark in plan.remarks) is (cite is None)


def test_a_supplement_names_the_first_tells_the_differences_and_is_sent_on_its_own(desk):
    first = sent(desk)
    close_late(desk)
    before = running(desk)
    plan = plan_supplement(desk, report_id=first.id)
    supplement_report(desk, plan)
    (supplement,) = every(desk, Report, supplements_id=first.id)
    assert (supplement.opening_on, supplement.cut_off_on) == (first.opening_on, first.cut_off_on)
    assert "Bổ sung cho báo cáo số 12" in plan.remarks[0]
    make_papers(desk, report_id=supplement.id)
    send_report(desk, report_id=supplement.id, number="14", on=desk.today(), to="Văn phòng")
    assert running(desk) == before
    with pytest.raises(RuleBroken, match="không thay đổi"):
        plan_supplement(desk, report_id=first.id)
    go_on_to(desk, date(2027, 3, 5))
    assert plan_report(desk, period="2027-Q1").late.is_empty


def test_a_report_that_would_say_the_same_or_was_not_sent_has_no_supplement(desk):
    report = draft(desk)
    with pytest.raises(RuleBroken, match="đã gửi"):
        plan_supplement(desk, report_id=report.id)
