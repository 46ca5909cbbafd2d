"""A report's life: drafted, filled in, sent under its number, frozen; what cannot be is refused."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.report import Report
from govmail_desk.operations import journals
from govmail_desk.operations.report_papers import make_papers
from govmail_desk.operations.report_plan import plan_report
from govmail_desk.operations.reports import cancel_report, draft_report, edit_report, send_report
from govmail_desk.operations.request_sending import sign_request
from tests.desks import founded
from tests.mailboxes import issued
from tests.report_lives import DUE, LETTER, draft, running, send_now, sent
from tests.request_lives import drafted, every, go_on_to, one


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as open_desk:
        issued(open_desk, "Trần Văn An")
        yield open_desk


def test_a_register_that_moved_since_the_plan_writes_nothing(desk):
    plan = plan_report(desk, period="2026-Q4")
    issued(desk, "Lê Văn Hùng")
    with pytest.raises(RuleBroken, match="Sổ vừa có thay đổi"):
        draft_report(desk, plan)
    assert every(desk, Report) == []


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


def test_a_draft_that_opens_where_another_no_longer_ends_is_made_anew_before_it_is_sent(desk):
    go_on_to(desk, DUE)
    draft(desk, "2026-Q3")
    after = draft(desk)
    make_papers(desk, report_id=after.id)
    draft(desk, "2026-Q3", cut_off_on=date(2026, 9, 20))
    with pytest.raises(RuleBroken, match="nay báo cáo trước đó chốt đến ngày 20/09/2026"):
        send_now(desk, after)
    again = draft(desk)
    assert (again.id, again.opening_on) == (after.id, date(2026, 9, 20))
    make_papers(desk, report_id=again.id)
    send_now(desk, again)


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
