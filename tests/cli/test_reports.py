"""`report`: figures, letter and workbook of a period by command line."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from govmail_desk.desk import local_clock
from govmail_desk.documents import spreadsheet
from govmail_desk.domain.report import Report, ReportPaper
from govmail_desk.domain.report_figures import COUNTED
from govmail_desk.domain.report_period import period_of
from govmail_desk.operations.reports import edit_report
from govmail_desk.operations.usage import plan_usage, take_in_usage
from tests.commands import told
from tests.desks import founded
from tests.mailboxes import issued
from tests.request_lives import every, one
from tests.usage_exports import csv_of

TODAY = local_clock().date()  # the command line asks the machine's own clock
QUARTER = period_of("quarter", TODAY)


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as open_desk:
        issued(open_desk, "Trần Văn An")
        yield open_desk


@pytest.fixture
def run(capsys, desk, tmp_path):
    def run(*words):
        out = () if "--out" in words else ("--out", tmp_path / "ra")
        return told(capsys, "--register", tmp_path / "so.govmail", "report", *words, *out)

    return run


def test_it_drafts_makes_the_papers_and_tells_the_figures_in_one_document(run, desk, tmp_path):
    document = run("--period", QUARTER, "--as-of", TODAY.isoformat(), "--json").document
    kept = one(desk, Report)
    assert (document["id"], document["period"], document["state"]) == (kept.id, str(QUARTER), "draft")
    assert document["opening_on"] == QUARTER.eve_on.isoformat()
    assert document["cut_off_on"] == TODAY.isoformat()
    assert document["cite"] == "Đ14.2"
    assert document["due_on"] == kept.due_on.isoformat()
    assert [line["unit"] for line in document["lines"]] == ["Ủy ban nhân dân Phường 9"] * 2
    assert {name: sum(line[name] for line in document["lines"]) for name in COUNTED} == document["total"]
    assert document["files"] == [
        str(tmp_path / "ra" / f"bao-cao-{QUARTER}.docx"),
        str(tmp_path / "ra" / f"bang-so-lieu-{QUARTER}.xlsx"),
    ]
    assert all(Path(path).stat().st_size for path in document["files"])


def test_the_same_again_makes_no_other_papers(run, desk):
    run("--period", QUARTER)
    papers = every(desk, ReportPaper)
    again = run("--period", QUARTER)
    assert again.code == 0
    assert every(desk, ReportPaper) == papers
    assert "Tổng cộng" in again.out


def test_figures_that_changed_since_make_the_next_edition(run, desk):
    run("--period", QUARTER)
    issued(desk, "Lê Văn Hùng")
    assert (
        run("--period", QUARTER, "--json").document["total"]["closing"]
        == one(desk, Report).figures["lines"][0]["closing"] + 2
    )
    assert {paper.edition for paper in every(desk, ReportPaper)} == {1, 2}


def test_what_the_clerk_should_know_is_said_beside_the_document(run):
    answer = run("--period", QUARTER, "--json")
    assert "Chưa có báo cáo quý nào trước kỳ này" in answer.err
    assert answer.document["offices_not_sent"] == []


def test_figures_of_use_taken_in_before_are_in_the_report_and_those_a_clerk_typed_stay(run, desk, tmp_path):
    export = csv_of(tmp_path / "su-dung.csv", "Email,Đăng nhập lần cuối", f"tranvanan@tphcm.gov.vn,{TODAY:%d/%m/%Y}")
    desk.clock = local_clock
    take_in_usage(desk, plan_usage(desk, spreadsheet.read(export), as_of_on=TODAY))
    answer = run("--period", QUARTER, "--json")
    usage = {"staff_count": 1, "mailbox_count": 1, "activated_count": 1, "used_count": 1}
    assert answer.document["usage"] == one(desk, Report).usage == usage
    assert "Đã lấy số liệu sử dụng" in answer.err
    again = run("--period", QUARTER)
    assert (again.code, "số liệu sử dụng" in again.err.lower()) == (0, False)
    edit_report(desk, seen=one(desk, Report), usage=usage | {"used_count": 0}, remarks={})
    assert "khác với bảng đã nhập" in run("--period", QUARTER).err
    assert one(desk, Report).usage["used_count"] == 0


@pytest.mark.parametrize("period", ["2026-Q5", "Q4", "2026-12"])
def test_what_is_no_period_is_wrong_usage_and_the_forms_are_told(run, period):
    answer = run("--period", period)
    assert (answer.code, answer.out) == (2, "")
    assert "kỳ viết dạng 2026-Q4" in answer.err


def test_a_cut_off_still_to_come_is_refused_with_one_sentence(run, desk):
    answer = run("--period", QUARTER, "--as-of", (TODAY + timedelta(days=1)).isoformat())
    assert answer.code == 1
    assert "chưa tới" in answer.err
    assert every(desk, Report) == []


def test_a_folder_that_cannot_be_made_leaves_nothing_behind(run, desk, tmp_path):
    (tmp_path / "tệp").write_text("", encoding="utf-8")
    answer = run("--period", QUARTER, "--out", tmp_path / "tệp" / "ra")
    assert answer.code == 3
    assert every(desk, Report) == []


def test_the_merged_report_is_asked_for_by_its_own_word(run, desk):
    document = run("--period", QUARTER, "--merged", "--json").document
    assert (document["cite"], one(desk, Report).scope) == ("Đ14.1", "merged")
