"""Reports as the page shows them: the table, one with its papers and supplements, and what each regulation asks for."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.exchange import Office
from govmail_desk.domain.report import Report
from govmail_desk.listings import reports
from govmail_desk.operations.mailboxes import record_state
from govmail_desk.operations.report_papers import make_papers
from govmail_desk.operations.report_plan import plan_report, plan_supplement
from govmail_desk.operations.reports import cancel_report, draft_report, edit_report, send_report, supplement_report
from govmail_desk.operations.settings import choose_rule
from govmail_desk.operations.unit_duties import begin_operator_reports
from tests.desks import founded
from tests.mailboxes import issued
from tests.request_lives import every, go_on_to


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as open_desk:
        yield open_desk


def draft(desk, period="2026-Q4", **asked) -> int:
    draft_report(desk, plan_report(desk, period=period, **asked))
    return max(one.id for one in every(desk, Report))


def gathers(desk) -> None:
    with desk.transaction("test", "Thêm đơn vị") as act:
        act.transaction.put(Office(slug="phuong3", name="Phường 3", from_on=desk.today()))
        begin_operator_reports(act.transaction, desk, on=desk.today())


def test_a_line_tells_period_days_and_how_far_the_papers_are(desk):
    report_id = draft(desk)
    (row,) = reports.every(desk)
    assert (row.id, row.title, row.state, row.rule) == (report_id, "Quý IV năm 2026", "draft", "report.unit")
    assert (row.opening_on, row.cut_off_on, row.due_on) == (date(2026, 9, 30), date(2026, 11, 23), date(2026, 12, 5))
    assert (row.has_papers, row.is_overdue_on(date(2026, 12, 5)), row.is_overdue_on(date(2026, 12, 6))) == (
        False,
        False,
        True,
    )
    make_papers(desk, report_id=report_id)
    assert reports.every(desk)[0].edition == 1


def test_the_latest_cut_off_stands_first_and_states_may_be_chosen(desk):
    go_on_to(desk, date(2027, 3, 6))
    first, second = draft(desk, "2026-Q4"), draft(desk, "2027-Q1")
    assert [row.id for row in reports.every(desk)] == [second, first]
    cancel_report(desk, report_id=first, reason="Lập nhầm")
    assert [row.id for row in reports.every(desk, states=("draft",))] == [second]


def test_one_report_is_shown_with_its_article_figures_papers_and_what_corrects_it(desk):
    box = issued(desk, "Trần Văn An")
    go_on_to(desk, date(2026, 12, 5))
    first = draft(desk)
    make_papers(desk, report_id=first)
    send_report(desk, report_id=first, number="12", on=desk.today(), to="Văn phòng")
    go_on_to(desk, date(2026, 12, 9))
    record_state(desk, mailbox_id=box, state="closed", on=date(2026, 12, 1))
    supplement_report(desk, plan_supplement(desk, report_id=first))
    shown = reports.pane(desk, first)
    assert (shown.cite, shown.to, shown.row.number) == ("Đ14.2", "Văn phòng Ủy ban nhân dân Quận 4", "12")
    assert shown.figures.total("personal").closing == 1
    assert [paper.role for paper in shown.newest_papers] == ["letter", "workbook"]
    (supplement,) = shown.supplements
    assert (supplement.title, supplement.is_supplement) == ("Quý IV năm 2026 (bổ sung)", True)
    assert reports.pane(desk, supplement.id).supplemented == shown.row


def test_papers_are_out_of_date_once_the_draft_says_something_else_and_no_longer_once_it_is_sent(desk):
    report_id = draft(desk)
    assert not reports.pane(desk, report_id).has_stale_papers
    make_papers(desk, report_id=report_id)
    assert not reports.pane(desk, report_id).has_stale_papers
    edit_report(desk, seen=reports.pane(desk, report_id).report, usage={}, remarks={"proposal": "Không có."})
    assert reports.pane(desk, report_id).has_stale_papers
    make_papers(desk, report_id=report_id)
    assert not reports.pane(desk, report_id).has_stale_papers
    send_report(desk, report_id=report_id, number="12", on=desk.today(), to="Văn phòng")
    assert not reports.pane(desk, report_id).has_stale_papers


def test_another_due_day_and_another_reports_papers_make_no_paper_stale(desk):
    first = draft(desk, asked_by="Công văn số 77/VP", due_on=date(2026, 11, 28))
    make_papers(desk, report_id=first)
    seen = reports.pane(desk, first).report
    edit_report(desk, seen=seen, usage={}, remarks={}, asked_by=seen.asked_by, due_on=date(2026, 11, 30))
    other = draft(desk, "2026")
    assert not reports.pane(desk, first).has_stale_papers
    assert not reports.pane(desk, other).has_stale_papers


def test_a_report_that_is_gone_is_none(desk):
    assert reports.pane(desk, 10**6) is None


@pytest.mark.parametrize(
    ("regulation", "told", "is_silent"),
    [
        (
            "quan4-03-2013",
            [("report.unit", "hằng quý", "Đ14.2", True), ("report.changes", "hằng quý", "Đ10", False)],
            False,
        ),
        ("camau-24-2018", [("report.unit", "06 tháng một lần", "Đ11.3", False)], False),
        (
            "ninhbinh-2020",
            [("report.unit", "hằng năm", "Đ13.6", True), ("report.changes", "khi có thay đổi", "Đ13.5", False)],
            False,
        ),
        ("khanhhoa-dagt-2021", [], True),
        ("soctrang-59-2024", [], True),
    ],
)
def test_each_regulation_is_told_with_its_article_and_a_silent_one_says_so(tmp_path, regulation, told, is_silent):
    with founded(tmp_path, regulation) as desk:
        found = reports.asked(desk)
        assert [(one.rule, one.every, one.cite, one.has_day) for one in found.asked] == told
        assert bool(found.silence) == is_silent


def test_the_next_report_due_stands_beside_what_asks_for_it(desk):
    unit, changes = reports.asked(desk).asked
    assert (unit.due_on, unit.act_by, str(unit.period)) == (date(2026, 12, 5), date(2026, 12, 4), "2026-Q4")
    assert changes.due_on is None


def test_a_desk_that_gathers_packages_is_told_what_the_operator_owes(tmp_path):
    with founded(tmp_path, "soctrang-59-2024") as desk:
        gathers(desk)
        told = [(one.scope, one.every, one.due_on, str(one.period)) for one in reports.asked(desk).asked]
        assert told == [
            ("merged", "06 tháng một lần", date(2027, 7, 19), "2027-H1"),
            ("merged", "hằng năm", date(2027, 1, 19), "2026"),
        ]


def test_the_units_own_day_goes_before_our_silence(tmp_path):
    with founded(tmp_path, "camau-24-2018") as desk:
        value = {"every": "half-year", "by": "đơn vị", "content": "tình hình sử dụng", "due": {"day": 15}}
        choose_rule(desk, rule="report.unit", value=value, from_on=desk.today(), why="Theo hướng dẫn của Sở")
        (one,) = reports.asked(desk).asked
        assert (one.source, one.due_on, str(one.period)) == ("unit", date(2026, 12, 15), "2026-H2")
