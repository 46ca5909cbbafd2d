"""A day that an asking letter set is told with the letter beside the article as its source, wherever what falls due is told."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.listings import due_days, due_groups, dues, today
from govmail_desk.listings.due_calendar import calendar_export
from govmail_desk.operations.reports import cancel_report, edit_report
from tests.desks import founded
from tests.mailboxes import issued
from tests.report_lives import DUE, LETTER, draft

ASKED_ON, DAY = date(2026, 11, 20), date(2026, 11, 28)
NAMED = f"{LETTER} ngày 20/11/2026"


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as open_desk:
        issued(open_desk, "Trần Văn An")
        yield open_desk


def reported(desk):
    (row,) = [row for row in dues.every(desk) if row.rule == "report.unit"]
    return row


def test_the_letter_stands_beside_the_article_and_says_that_the_day_is_its_own(desk):
    stated = reported(desk)
    assert (stated.due_on, stated.letter) == (DUE, None)
    report = draft(desk, asked_by=LETTER, asked_on=ASKED_ON, due_on=DAY)
    row = reported(desk)
    assert row.cite == f"{stated.cite}; {NAMED}"
    assert row.why == f"Hạn 28/11/2026 do {NAMED} đặt. {stated.why}"
    cancel_report(desk, report_id=report.id, reason="Lập nhầm kỳ")
    assert (reported(desk).cite, reported(desk).why) == (stated.cite, stated.why)


def test_a_letter_without_a_day_of_its_own_is_named_alone(desk):
    draft(desk, asked_by=LETTER, due_on=DAY)
    assert (reported(desk).cite or "").endswith(f"; {LETTER}")


def test_the_letter_named_is_the_drafts_as_it_reads_now(desk):
    report = draft(desk, asked_by=LETTER, asked_on=ASKED_ON, due_on=DAY)
    edit_report(desk, seen=report, usage={}, remarks={}, asked_by="Công văn số 80/VP", asked_on=ASKED_ON, due_on=DAY)
    assert reported(desk).letter.words == "Công văn số 80/VP ngày 20/11/2026"


def test_where_the_article_names_no_day_the_letters_stands_beside_it(tmp_path):
    with founded(tmp_path, "camau-24-2018") as desk:
        draft(desk, "2026-H2", asked_by=LETTER, asked_on=ASKED_ON, due_on=DAY)
        row = reported(desk)
        assert row.subject_kind == "report"
        assert row.provision is not None
        assert row.cite == f"{row.provision.cite}; {NAMED}"


def test_the_calendar_hom_nay_and_the_days_of_the_calendar_page_name_it_too(desk):
    draft(desk, asked_by=LETTER, asked_on=ASKED_ON, due_on=DAY)
    row = reported(desk)
    (entry,) = calendar_export(desk, [row], on=desk.today()).entries
    assert f"{row.cite}: {row.why}" in entry.details
    (line,) = [line for line in today.today(desk).rows if line.rule == "report.unit"]
    assert (line.cite, line.why) == (row.cite, row.why)
    assert due_groups.members(desk, line)[0].cite == row.cite
    assert due_days.on_day(desk, row.act_by)[0].cite == row.cite
