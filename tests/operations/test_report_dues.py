"""The due row of a report: a letter's day in the article's place, settled by sending, given back by giving up."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.report import Report
from govmail_desk.operations.report_papers import make_papers
from govmail_desk.operations.reports import cancel_report, edit_report, send_report
from tests.desks import founded
from tests.mailboxes import issued
from tests.report_lives import DUE, LETTER, draft, running, sent
from tests.request_lives import one


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as open_desk:
        issued(open_desk, "Trần Văn An")
        yield open_desk


def test_a_letter_sets_another_day_and_giving_the_report_up_gives_the_articles_day_back(desk):
    report = draft(desk, asked_by=LETTER, asked_on=date(2026, 11, 20), due_on=date(2026, 11, 28))
    assert running(desk) == [("unit", "asked", date(2026, 11, 28))]
    edit_report(desk, seen=report, usage={}, remarks={}, asked_by=LETTER, due_on=date(2026, 12, 18))
    assert running(desk) == [("unit", "asked", date(2026, 12, 18))]
    cancel_report(desk, report_id=report.id, reason="Lập nhầm kỳ")
    assert running(desk) == [("unit", "begun", DUE)]
    assert one(desk, Report).state == "cancelled"


def test_a_draft_whose_letter_is_taken_out_is_due_on_the_articles_day_again(desk):
    report = draft(desk, asked_by=LETTER, due_on=date(2026, 11, 28))
    edit_report(desk, seen=report, usage={}, remarks={})
    assert running(desk) == [("unit", "begun", DUE)]
    assert one(desk, Report).due_on == DUE


@pytest.mark.parametrize("due_on", [date(2026, 11, 28), date(2027, 1, 10)])
def test_after_a_report_sent_for_a_letters_day_the_next_quarters_is_due(desk, due_on):
    report = draft(desk, asked_by=LETTER, due_on=due_on)
    make_papers(desk, report_id=report.id)
    changes = send_report(desk, report_id=report.id, number="12", on=desk.today(), to="Văn phòng")
    assert running(desk) == [("unit", "reported", date(2027, 3, 5))]
    assert changes.sentence.endswith("lần sau hạn 05/03/2027")


def test_where_no_day_is_stated_the_letters_day_runs_for_the_report_itself(tmp_path):
    with founded(tmp_path, "camau-24-2018") as desk:
        report = draft(desk, "2026-H2", asked_by=LETTER, due_on=date(2026, 12, 20))
        assert running(desk) == [("report", "asked", date(2026, 12, 20))]
        make_papers(desk, report_id=report.id)
        send_report(desk, report_id=report.id, number="5", on=desk.today(), to="Sở Khoa học và Công nghệ")
        assert running(desk) == []


def test_a_quarter_reported_out_of_turn_is_not_asked_for_again_once_the_one_before_is_sent(desk):
    sent(desk, "2027-Q1", on=date(2027, 3, 8), number="3")
    assert running(desk) == [("unit", "founded", DUE)]
    report = draft(desk, "2026-Q4")
    make_papers(desk, report_id=report.id)
    changes = send_report(desk, report_id=report.id, number="4", on=desk.today(), to="Văn phòng")
    assert running(desk) == [("unit", "reported", date(2027, 6, 5))]
    assert changes.sentence.endswith("số 4 ngày 08/03/2027; lần sau hạn 05/06/2027")
