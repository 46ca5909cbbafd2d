"""A report's life: planned, drafted, filled in, sent under its number, corrected by a supplement; the due row goes with it."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.desk import Desk
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.reminder import Due
from govmail_desk.domain.report import Report
from govmail_desk.operations import journals
from govmail_desk.operations.mailboxes import record_state
from govmail_desk.operations.report_papers import make_papers
from govmail_desk.operations.report_plan import plan_report, plan_supplement
from govmail_desk.operations.reports import cancel_report, draft_report, edit_report, send_report, supplement_report
from govmail_desk.operations.request_sending import sign_request
from tests.desks import founded
from tests.mailboxes import issued
from tests.request_lives import drafted, every, go_on_to, one

DUE = date(2026, 12, 5)
LETTER = "Công văn số 77/VP"


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as open_desk:
        issued(open_desk, "Trần Văn An")
        yield open_desk


def draft(desk: Desk, period: str = "2026-Q4", **asked) -> Report:
    plan = plan_report(desk, period=period, **asked)
    draft_report(desk, plan)
    return max(every(desk, Report, period=period), key=lambda report: report.id)


def sent(desk: Desk, period: str = "2026-Q4", *, on: date = DUE, number: str = "12") -> Report:
    go_on_to(desk, on)
    report = draft(desk, period)
    make_papers(desk, report_id=report.id)
    send_report(desk, report_id=report.id, number=number, on=on, to="Văn phòng Ủy ban nhân dân Quận 4")
    return one(desk, Report, id=report.id)


def running(desk: Desk) -> list[tuple[str, str, date]]:
    return [
        (due.subject_kind, due.begun_by, due.due_on) for due in every(desk, Due, rule="report.unit", settled_on=None)
    ]


# planning


def test_a_report_is_cut_off_on_its_due_day_once_that_has_come_and_on_today_before(desk):
    plan = plan_report(desk, period="2026-Q4")
    assert (plan.report.cut_off_on, plan.report.due_on, plan.cite) == (date(2026, 11, 23), DUE, "Đ14.2")
    assert any("Hạn gửi là 05/12/2026" in remark for remark in plan.remarks)
    go_on_to(desk, date(2026, 12, 20))
    plan = plan_report(desk, period="2026-Q4")
    assert (plan.report.opening_on, plan.report.cut_off_on) == (date(2026, 9, 30), DUE)
    assert "Chưa có báo cáo nào trước kỳ này" in plan.remarks[0]


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


def test_a_register_that_moved_since_the_plan_writes_nothing(desk):
    plan = plan_report(desk, period="2026-Q4")
    issued(desk, "Lê Văn Hùng")
    with pytest.raises(RuleBroken, match="Sổ vừa có thay đổi"):
        draft_report(desk, plan)
    assert every(desk, Report) == []


# drafting


def test_one_draft_a_period_is_brought_up_to_date_and_keeps_what_the_clerk_filled_in(desk):
    first = draft(desk)
    edit_report(desk, seen=first, usage={"sent_count": 40, "received_count": None}, remarks={"assessment": "Dùng tốt."})
    go_on_to(desk, DUE)
    again = draft(desk)
    assert (again.id, again.cut_off_on, again.usage, again.remarks) == (
        first.id,
        DUE,
        {"sent_count": 40},
        {"assessment": "Dùng tốt."},
    )
    assert len(every(desk, Report)) == 1


def test_reports_chain_each_opens_where_the_last_was_cut_off(desk):
    sent(desk)
    go_on_to(desk, date(2027, 3, 6))
    plan = plan_report(desk, period="2027-Q1")
    assert (plan.report.opening_on, plan.report.cut_off_on) == (DUE, date(2027, 3, 5))
    assert plan.figures.total().opening == one(desk, Report).figures["lines"][0]["closing"] + 1
    assert plan.late.is_empty
    assert "số 12" in plan.remarks[0]


def test_drafting_is_taken_back_whole(desk):
    draft(desk, asked_by=LETTER, due_on=date(2026, 11, 28))
    assert running(desk) == [("unit", "asked", date(2026, 11, 28))]
    journals.take_back(desk, journals.plan_take_back(desk))
    assert (every(desk, Report), running(desk)) == ([], [("unit", "founded", DUE)])
    assert not list(journals.verify(desk))


@pytest.mark.parametrize(
    ("edited", "said"),
    [
        ({"usage": {"sent_count": -1}}, "số nguyên"),
        ({"usage": {"sent_count": "40"}}, "số nguyên"),
        ({"usage": {"điểm": 4}}, "không có số liệu tên"),
        ({"remarks": {"assessment": "mật khẩu: hoasen1"}}, "mật khẩu"),
        ({"remarks": {"điểm": "tốt"}}, "không có mục"),
        ({"due_on": date(2026, 12, 1)}, "phải theo một văn bản"),
    ],
)
def test_what_a_report_cannot_say_is_refused(desk, edited, said):
    seen = draft(desk)
    with pytest.raises(RuleBroken, match=said):
        edit_report(desk, seen=seen, **({"usage": {}, "remarks": {}} | edited))


# dues


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


# sending


def test_a_sent_report_is_frozen_and_settles_what_was_due(desk):
    report = sent(desk)
    assert (report.state, report.number, report.sent_on) == ("sent", "12", DUE)
    assert running(desk) == [("unit", "reported", date(2027, 3, 5))]
    for act in (
        lambda: edit_report(desk, seen=report, usage={}, remarks={}),
        lambda: send_report(desk, report_id=report.id, number="13", on=DUE, to="Văn phòng"),
        lambda: cancel_report(desk, report_id=report.id, reason="Nhầm"),
        lambda: plan_report(desk, period="2026-Q4"),
    ):
        with pytest.raises(RuleBroken, match="bổ sung"):
            act()
    assert one(desk, Report) == report


@pytest.mark.parametrize(
    ("act", "said"),
    [
        ({"on": date(2026, 12, 6)}, "chưa tới"),
        ({"on": date(2026, 12, 4)}, "không thể gửi trước"),
        ({"number": "x"}, "chưa đúng"),
        ({"to": " "}, "nơi nhận"),
    ],
)
def test_what_cannot_have_been_sent_so_is_refused(desk, act, said):
    go_on_to(desk, DUE)
    report = draft(desk)
    make_papers(desk, report_id=report.id)
    with pytest.raises(RuleBroken, match=said):
        send_report(desk, **({"report_id": report.id, "number": "12", "on": DUE, "to": "Văn phòng"} | act))
    assert one(desk, Report).state == "draft"


def send_now(desk: Desk, report: Report) -> None:
    send_report(desk, report_id=report.id, number="12", on=desk.today(), to="Văn phòng")


def test_a_report_without_papers_or_with_papers_of_before_is_not_sent(desk):
    report = draft(desk)
    with pytest.raises(RuleBroken, match="chưa có báo cáo và bảng số liệu"):
        send_now(desk, report)
    make_papers(desk, report_id=report.id)
    edit_report(desk, seen=report, usage={}, remarks={"assessment": "Dùng tốt."})
    with pytest.raises(RuleBroken, match="lập lại giấy tờ"):
        send_now(desk, report)
    make_papers(desk, report_id=report.id)
    send_now(desk, report)


def test_a_remark_taken_out_again_leaves_the_papers_as_good_as_they_were(desk):
    report = draft(desk)
    make_papers(desk, report_id=report.id)
    edit_report(desk, seen=report, usage={}, remarks={"assessment": "Dùng tốt."})
    edit_report(desk, seen=one(desk, Report), usage={}, remarks={})
    send_now(desk, report)


def test_an_addressee_typed_as_it_stood_makes_the_papers_no_older(desk):
    report = draft(desk)
    make_papers(desk, report_id=report.id)
    edit_report(desk, seen=report, usage={}, remarks={"addressee": "Văn phòng Ủy ban nhân dân Quận 4"})
    send_now(desk, report)


def test_figures_the_register_no_longer_tells_are_not_sent(desk):
    report = draft(desk)
    make_papers(desk, report_id=report.id)
    issued(desk, "Lê Văn Hùng")
    with pytest.raises(RuleBroken, match="đã khác với dự thảo"):
        send_now(desk, report)
    draft(desk)
    make_papers(desk, report_id=report.id)
    send_now(desk, report)


def test_a_number_is_given_once_a_year_to_whatever_letter(desk):
    request_id = drafted(desk)
    sign_request(desk, request_id=request_id, number="12", on=desk.today())
    report = draft(desk)
    make_papers(desk, report_id=report.id)
    with pytest.raises(RuleBroken, match="Số 12 năm 2026 đã cấp"):
        send_now(desk, report)
    send_report(desk, report_id=report.id, number="13", on=desk.today(), to="Văn phòng")
    with pytest.raises(RuleBroken, match="Số 13 năm 2026 đã cấp"):
        sign_request(desk, request_id=drafted(desk, "Lê Văn Tám"), number="13", on=desk.today())


def test_sending_is_taken_back_with_all_it_settled(desk):
    report = sent(desk)
    journals.take_back(desk, journals.plan_take_back(desk))
    assert one(desk, Report, id=report.id).state == "draft"
    assert running(desk) == [("unit", "founded", DUE)]
    assert not list(journals.verify(desk))


# what came late


def close_late(desk: Desk) -> str:
    """Record, after the report was sent, that a mailbox was closed before its cut-off."""
    go_on_to(desk, date(2026, 12, 10))
    (box,) = every(desk, Mailbox, kind="personal")
    record_state(desk, mailbox_id=box.id, state="closed", on=date(2026, 12, 1), note="Nghỉ việc")
    return box.address


def test_what_was_recorded_late_is_told_beside_the_next_report_and_changes_none_before(desk):
    report = sent(desk)
    address = close_late(desk)
    go_on_to(desk, date(2027, 3, 5))
    plan = plan_report(desk, period="2027-Q1")
    told = [(one.kind, one.column, one.as_sent, one.now) for one in plan.late.differences]
    assert told == [("personal", "closed", 0, 1), ("personal", "closing", 1, 0)]
    assert [name.address for name in plan.late.added] == [address]
    (row,) = plan.late.rows
    assert (row.on_date, row.addresses, row.what, row.is_gone) == (date(2026, 12, 1), (address,), "Đã đóng", False)
    assert plan.figures.total("personal").opening == 0
    assert one(desk, Report, id=report.id) == report


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
