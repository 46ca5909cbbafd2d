"""`due`: its JSON has the fields of the product, its lines the counting, its calendar file is read back by another library."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from icalendar import Calendar

from govmail_desk.desk import Desk
from govmail_desk.listings.journals import acts
from govmail_desk.operations.mailboxes import record_state
from govmail_desk.operations.request_sending import send_request
from govmail_desk.operations.requests import draft_request, plan_request
from tests.commands import started, told
from tests.desks import added, founded
from tests.report_lives import draft

FIELDS = ["rule", "subject", "due_on", "act_by", "state", "cite", "why"]


def filled(folder, on=date(2026, 11, 23), names=("Nguyễn Văn Thành",)):
    """Found a register of Ninh Bình in which a request was sent on a day; from its founding the year's report is due by 14/12."""
    with founded(folder) as desk:
        ids = [added(desk, name) for name in names]
        (request_id,) = draft_request(desk, plan_request(desk, on=on, people_ids=ids)).ids["request"]
        send_request(desk, request_id=request_id, on=on, from_address="stttt@ninhbinh.gov.vn", number="125")
    return folder / "so.govmail"


def due(capsys, register, *words):
    return told(capsys, "--register", register, "due", *words)


@pytest.fixture
def register(tmp_path):
    return filled(tmp_path)


def test_the_document_has_the_fields_of_the_product(capsys, register):
    answer = due(capsys, register, "--on", "2026-11-25", "--json")
    row, report = answer.document
    assert (report["rule"], report["subject"], report["due_on"]) == (
        "report.unit",
        "Sở Thông tin và Truyền thông",
        "2026-12-14",
    )
    assert (answer.code, answer.err, list(row)) == (0, "", FIELDS)
    assert row["rule"] == "request.limit.operator.create"
    assert row["subject"] == "Đề nghị cấp mới 1 hộp thư, số 125"
    assert (row["due_on"], row["act_by"], row["state"], row["cite"]) == ("2026-11-27", "2026-11-27", "upcoming", "Đ6.2")
    assert row["why"].startswith("Tính từ khi Sở nhận đề nghị")


@pytest.mark.parametrize(
    ("sent_on", "due_on"),
    [
        (date(2026, 2, 11), "2026-02-23"),  # the last working days before Tết Bính Ngọ, and the first after
        (date(2026, 4, 24), "2026-05-04"),  # Giỗ Tổ, 30/4 and 01/5
        (date(2026, 8, 26), "2026-09-03"),  # Quốc khánh
        (date(2026, 11, 20), "2026-11-26"),  # Ngày Văn hóa Việt Nam
    ],
)
def test_limits_around_holidays_are_overdue_the_day_after(capsys, tmp_path, sent_on, due_on):
    register = filled(tmp_path, sent_on)
    row = due(capsys, register, "--on", due_on, "--json").document[0]
    assert (row["due_on"], row["state"]) == (due_on, "today")
    after = date.fromisoformat(due_on) + timedelta(days=1)
    assert due(capsys, register, "--on", after, "--json").document[0]["state"] == "overdue"


def test_what_has_to_be_waited_out_is_waiting(capsys, tmp_path):
    with founded(tmp_path, "quan4-03-2013") as desk:
        ids = [added(desk, "Nguyễn Văn Thành")]
        (mailbox_id,) = draft_request(desk, plan_request(desk, on=desk.today(), people_ids=ids)).ids["mailbox"]
        record_state(desk, mailbox_id=mailbox_id, state="locked", on=desk.today(), cause="first-login")
    register = tmp_path / "so.govmail"
    (row,) = due(capsys, register, "--on", "2026-11-28", "--days", "3", "--json").document
    assert (row["rule"], row["state"], row["cite"]) == ("password.reopen_after", "waiting", "Đ8.3b")
    assert row["subject"].startswith("Nguyễn Văn Thành · nvthanh.q4@tphcm.gov.vn")
    assert due(capsys, register, "--on", row["act_by"], "--json").document[0]["state"] == "today"
    assert "Từ Thứ" in due(capsys, register, "--on", "2026-11-28").out


def test_a_day_that_a_letter_set_names_the_letter_beside_the_article(capsys, tmp_path):
    with founded(tmp_path, "quan4-03-2013") as desk:
        draft(desk, asked_by="Công văn số 77/VP", asked_on=date(2026, 11, 20), due_on=date(2026, 11, 28))
    register = tmp_path / "so.govmail"
    (row,) = [row for row in due(capsys, register, "--json").document if row["rule"] == "report.unit"]
    assert list(row) == ["rule", "subject", "due_on", "act_by", "state", "cite", "why"]
    assert (row["due_on"], row["cite"]) == ("2026-11-28", "Đ14.2; Công văn số 77/VP ngày 20/11/2026")
    assert row["why"].startswith("Hạn 28/11/2026 do Công văn số 77/VP ngày 20/11/2026 đặt. ")
    assert f"    {row['cite']}: {row['why']}" in due(capsys, register).out


def test_the_horizon_leaves_out_what_comes_later(capsys, register):
    assert due(capsys, register, "--on", "2026-11-23", "--days", "3", "--json").document == []
    assert len(due(capsys, register, "--on", "2026-11-23", "--days", "4", "--json").document) == 1
    assert due(capsys, register, "--on", "2026-11-23", "--days", "3").out == "Không có việc nào đến hạn.\n"
    assert due(capsys, register, "--days", "-1").code == 1
    assert len(due(capsys, register, "--on", "9999-12-31", "--days", "40", "--json").document) == 2


def test_in_words_each_day_shows_its_article_and_its_counting(capsys, register):
    lines = due(capsys, register, "--on", "2026-11-28").out.splitlines()
    assert lines[0] == (
        "Quá hạn: Thời hạn giải quyết đề nghị cấp mới. Đề nghị cấp mới 1 hộp thư, số 125. Hạn Thứ Sáu, 27/11/2026"
    )
    assert lines[1].startswith("    Đ6.2: Tính từ khi Sở nhận đề nghị")
    assert "Ngày Văn hóa Việt Nam" in "\n".join(lines[2:])


def test_the_calendar_file_is_read_by_another_library(capsys, register, tmp_path):
    file = tmp_path / "nhắc việc.ics"
    answer = due(capsys, register, "--ics", file)
    assert (answer.code, answer.out) == (0, f"Đã ghi 2 việc vào {file}\n")
    event, report = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert (report.decoded("dtstart"), "Gửi báo cáo" in str(report["summary"])) == (date(2026, 12, 14), True)
    assert event.decoded("dtstart") == date(2026, 11, 27)
    assert "Thời hạn giải quyết đề nghị cấp mới" in str(event["summary"])
    assert "Đ6.2" in str(event["description"])
    assert len(event.walk("VALARM")) == 1


def test_that_a_calendar_file_went_out_is_noted(capsys, register, tmp_path):
    due(capsys, register, "--ics", tmp_path / "nhắc việc.ics")
    with Desk.open(register, person="Văn thư") as desk:
        assert acts(desk)[0].sentence == "Xuất lịch việc đến hạn (2 việc) ra tệp “nhắc việc.ics”"


def test_exported_again_the_same_work_has_the_same_name_and_a_register_its_own(capsys, tmp_path):
    def names(folder):
        folder.mkdir(exist_ok=True)
        register = folder / "so.govmail"
        if not register.exists():
            filled(folder)
        due(capsys, register, "--ics", folder / "a.ics")
        return {str(event["uid"]) for event in Calendar.from_ical((folder / "a.ics").read_bytes()).walk("VEVENT")}

    first = names(tmp_path / "một")
    assert names(tmp_path / "một") == first
    other = names(tmp_path / "hai")
    assert len(first) == len(other) == 2


def test_a_calendar_that_cannot_be_written_is_a_matter_of_the_disk(capsys, register, tmp_path):
    answer = due(capsys, register, "--ics", tmp_path / "không có" / "a.ics")
    assert (answer.code, answer.out) == (3, "")


def test_the_program_itself_answers_without_a_display(register):
    answer = started("--register", register, "due", "--on", "2026-11-28", "--json")
    assert (answer.code, answer.err) == (0, "")
    assert [row["state"] for row in answer.document] == ["overdue", "upcoming"]
