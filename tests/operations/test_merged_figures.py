"""A merged report: the own register beside what each office's newest package says; who sent nothing is named and never nought."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from govmail_desk.desk import Desk
from govmail_desk.domain.exchange import Office, Package
from govmail_desk.domain.reminder import Due
from govmail_desk.domain.report import Report
from govmail_desk.domain.report_figures import ChangeLine, Figures, NameLine
from govmail_desk.listings.offices import late
from govmail_desk.operations.report_plan import plan_report
from govmail_desk.operations.reports import draft_report
from govmail_desk.operations.unit_duties import begin_operator_reports, end_operator_reports, record_report
from tests.desks import founded
from tests.mailboxes import issued
from tests.request_lives import every, go_on_to, one

EVE, CUT_OFF = date(2026, 9, 30), date(2026, 12, 5)
OFFICE = Office(slug="phuong3", name="Phường 3", from_on=date(2026, 1, 1))


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as open_desk:
        issued(open_desk, "Trần Văn An")
        go_on_to(open_desk, date(2026, 12, 10))
        yield open_desk


def put(desk: Desk, *records: Office | Package) -> list[int]:
    with desk.transaction("test", "Đưa gói vào để thử") as act:
        return [act.transaction.put(record).id for record in records]


def package(office_id: int, *, count: int, as_of: date = CUT_OFF, period: str = "2026-Q4") -> Package:
    line = ChangeLine(unit_id=4, unit="Ủy ban", kind="personal", opening=count, created=2, closed=1, closing=count + 1)
    name = NameLine(what="created", on_date=as_of, unit_id=4, unit="Ủy ban", kind="personal", address="a@tphcm.gov.vn")
    figures = Figures(
        opening_on=EVE, cut_off_on=as_of, lines=(line, replace(line, unit_id=5)), names=(name,), people_count=30
    )
    return Package(
        office_id=office_id,
        period=period,
        as_of_on=as_of,
        made_at=datetime(2026, 12, 5, tzinfo=UTC),
        format_version=1,
        journal_seq=9,
        journal_hash="x",
        mailbox_count=count,
        figures=figures.to_plain(),
        name="goi.zip",
        sha256="y",
        byte_count=1,
        taken_at=datetime(2026, 12, 6, tzinfo=UTC),
        by="Ngô Thị Kim Uyên",
    )


def test_each_office_is_a_line_a_kind_and_only_its_newest_package_for_the_period_counts(desk):
    (office_id,) = put(desk, OFFICE)
    put(
        desk,
        package(office_id, count=10, as_of=date(2026, 12, 4)),
        package(office_id, count=20),
        package(office_id, count=90, period="2026-Q3"),
    )
    plan = plan_report(desk, period="2026-Q4", scope="merged")
    told = [
        (line.unit, line.kind, line.opening, line.created, line.closing)
        for line in plan.figures.lines
        if line.office_id
    ]
    assert told == [("Phường 3", "unit", 0, 0, 0), ("Phường 3", "personal", 40, 4, 42)]
    assert plan.figures.total().closing == 42 + 2
    assert plan.figures.people_count == 30 + 2
    assert {name.unit for name in plan.figures.names} == {"Ủy ban nhân dân Phường 9"}
    assert plan.figures.silent == ()


def test_an_office_that_sent_nothing_is_named_and_adds_nothing(desk):
    put(desk, OFFICE, replace(OFFICE, name="Phường 8", ended_on=date(2026, 3, 1)))
    plan = plan_report(desk, period="2026-Q4", scope="merged")
    assert [office.name for office in plan.figures.silent] == ["Phường 3"]
    assert [line for line in plan.figures.lines if line.office_id] == []
    assert any("1 đơn vị chưa gửi số liệu kỳ này" in remark for remark in plan.remarks)


def test_an_office_entered_after_the_cut_off_is_as_silent_as_it_is_late(desk):
    put(desk, replace(OFFICE, from_on=date(2026, 12, 12)))
    go_on_to(desk, date(2026, 12, 12))
    assert [row.name for row in late(desk, period="2026-Q4")[1]] == ["Phường 3"]
    plan = plan_report(desk, period="2026-Q4", scope="merged")
    assert plan.report.cut_off_on == date(2026, 12, 10)
    assert [office.name for office in plan.figures.silent] == ["Phường 3"]


def test_a_merged_draft_keeps_its_figures_whole(desk):
    (office_id,) = put(desk, OFFICE)
    put(desk, package(office_id, count=20))
    plan = plan_report(desk, period="2026-Q4", scope="merged")
    draft_report(desk, plan)
    kept = one(desk, Report)
    assert (kept.rule, kept.due_on) == ("report.operator", date(2026, 12, 10))
    assert Figures.from_plain(kept.figures) == plan.figures


# what whoever gathers owes


def running(desk: Desk) -> list[date]:
    return [due.due_on for due in every(desk, Due, rule="report.operator", settled_on=None)]


def begin(desk: Desk) -> None:
    with desk.transaction("test", "Bắt đầu gom số liệu") as act:
        begin_operator_reports(act.transaction, desk, on=desk.today())


@pytest.mark.parametrize(
    ("regulation", "days"),
    [
        ("quan4-03-2013", [date(2026, 12, 10)]),
        ("soctrang-59-2024", [date(2027, 7, 19), date(2027, 1, 19)]),
        ("camau-24-2018", []),
        ("ninhbinh-2020", []),
    ],
)
def test_the_gatherers_reports_begin_with_the_first_office_once_and_end_with_the_last(tmp_path, regulation, days):
    with founded(tmp_path, regulation) as desk:
        assert running(desk) == []
        begin(desk)
        begin(desk)
        assert running(desk) == days
        with desk.transaction("test", "Thôi gom số liệu") as act:
            end_operator_reports(act.transaction, on=desk.today())
        assert running(desk) == []


def test_each_of_two_reports_under_one_key_is_followed_by_its_own(tmp_path):
    with founded(tmp_path, "soctrang-59-2024") as desk:
        begin(desk)
        go_on_to(desk, date(2027, 1, 15))
        record_report(desk, on=date(2027, 1, 15), rule="report.operator", number="3/BC-STTTT")
        assert sorted(running(desk)) == [date(2027, 7, 19), date(2028, 1, 19)]
        go_on_to(desk, date(2027, 7, 10))
        record_report(desk, on=date(2027, 7, 10), rule="report.operator")
        assert sorted(running(desk)) == [date(2028, 1, 19), date(2028, 7, 19)]
