"""What Hôm nay shows: due work by its section with article and counting, what waits, what papers still lack; in five statements."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import event

from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.person import Person
from govmail_desk.domain.reminder import Due
from govmail_desk.domain.settings import Signer
from govmail_desk.listings import today as listing
from govmail_desk.operations.mailbox_acts import record_act
from govmail_desk.operations.request_answers import answer_request, apply_answer
from govmail_desk.operations.request_sending import send_request, sign_request
from govmail_desk.operations.request_withdrawals import cancel_request
from govmail_desk.operations.requests import draft_request, plan_about, plan_request
from govmail_desk.operations.settings import add_signer, set_operator
from govmail_desk.operations.snoozes import snooze
from govmail_desk.store.transaction import Transaction
from tests.desks import NOW, added, founded, leave
from tests.mailboxes import issued

TODAY = NOW.date()


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    yield desk
    desk.close()


def fall_due(desk, act_by, *, rule="password.rotation.user", started_on=date(2026, 8, 21)):
    with desk.transaction("start_due", "Bắt đầu một hạn") as act:
        (mailbox,) = act.transaction.find(Mailbox)
        act.transaction.put(
            Due(
                rule=rule,
                subject_kind="mailbox",
                subject_id=mailbox.id,
                started_on=started_on,
                due_on=act_by,
                act_by=act_by,
            )
        )
    return mailbox.id


def rows_of(desk, section):
    return [row for row in listing.today(desk).rows if row.section == section]


def acts_of(desk, section="setup"):
    return [row.act for row in rows_of(desk, section)]


@pytest.mark.parametrize(("days", "section"), [(-1, "overdue"), (0, "today"), (1, "upcoming"), (7, "upcoming")])
def test_due_work_stands_in_the_section_of_its_day(desk, days, section):
    mailbox_id = fall_due(desk, TODAY + timedelta(days=days))
    (row,) = rows_of(desk, section)
    assert (row.act, row.subject_id, row.detail) == ("record_password_change", mailbox_id, "stttt@ninhbinh.gov.vn")
    assert (row.cite, bool(row.why)) == ("Đ11.2", True)
    assert listing.today(desk).counts[section] == 1


def test_work_due_later_than_a_week_is_not_shown_yet(desk):
    fall_due(desk, TODAY + timedelta(days=8))
    today = listing.today(desk)
    assert not [row for row in today.rows if row.rule]
    assert (today.counts["overdue"], today.counts["today"], today.counts["upcoming"]) == (0, 0, 0)


def test_settled_work_is_gone(desk):
    fall_due(desk, TODAY)
    with desk.transaction("settle", "Xong") as act:
        (due,) = act.transaction.find(Due, subject_kind="mailbox")
        act.transaction.put(replace(due, settled_on=TODAY))
    assert rows_of(desk, "today") == []


def test_the_counting_of_a_line_is_told_day_by_day(desk):
    fall_due(desk, TODAY, started_on=date(2026, 5, 23))
    (row,) = rows_of(desk, "today")
    counting = listing.counting(desk, row)
    assert counting.due_on == TODAY
    assert counting.steps[0].startswith("Thứ Bảy 23/05/2026")


def test_a_line_that_was_not_counted_from_a_period_has_no_counting(desk):
    fall_due(desk, TODAY, started_on=date(2026, 1, 1))
    (row,) = rows_of(desk, "today")
    assert listing.counting(desk, row) is None


def test_what_was_put_off_no_longer_waits_on_the_rail(desk):
    fall_due(desk, TODAY - timedelta(days=1))
    assert listing.waiting_counts(desk)["today"] == 1
    (row,) = rows_of(desk, "overdue")
    snooze(desk, due_ids=[row.due_id], reason="Đi công tác")
    assert listing.waiting_counts(desk)["today"] == 0


def test_a_draft_waits_to_be_signed_and_sent(desk):
    person = added(desk, "Nguyễn Văn Thành")
    (request_id,) = draft_request(desk, plan_request(desk, on=TODAY, people_ids=[person])).ids["request"]
    (draft, *_) = rows_of(desk, "waiting")
    assert (draft.act, draft.subject_id, draft.title) == ("open_request", request_id, "Đề nghị cấp mới 1 hộp thư")
    assert listing.waiting_counts(desk) == {"today": 0, "requests": 1, "handovers": 0, "incidents": 0}


def sent(desk, *names):
    ids = [added(desk, name) for name in names]
    (request_id,) = draft_request(desk, plan_request(desk, on=TODAY, people_ids=ids)).ids["request"]
    send_request(desk, request_id=request_id, on=TODAY, from_address="stttt@ninhbinh.gov.vn", number="125")
    return request_id


def test_an_answer_that_is_overdue_is_chased(desk):
    request_id = sent(desk, "Nguyễn Văn Thành")
    (row,) = rows_of(desk, "upcoming")
    assert (row.act, row.detail) == ("open_request", "Đề nghị cấp mới 1 hộp thư, số 125")
    desk.clock = lambda: NOW + timedelta(days=5)
    (row,) = rows_of(desk, "overdue")
    assert (row.act, row.subject_id, row.cite) == ("chase_request", request_id, "Đ6.2")
    assert listing.waiting_counts(desk) == {"today": 1, "requests": 1, "handovers": 0, "incidents": 0}


def test_a_request_sent_without_a_stated_limit_still_waits_in_sight(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as desk:
        ids = [added(desk, "Nguyễn Văn Thành")]
        (request_id,) = draft_request(desk, plan_request(desk, on=TODAY, people_ids=ids)).ids["request"]
        own = "phuong9.q4@tphcm.gov.vn"
        send_request(desk, request_id=request_id, on=TODAY, from_address=own, way="email")
        (row,) = [row for row in rows_of(desk, "waiting") if row.act == "open_request"]
    assert (row.subject_id, row.detail) == (request_id, "Đã gửi, chờ trả lời; quy chế không nêu hạn")


def test_a_signed_letter_waits_to_be_sent_and_an_answer_to_be_brought_in(desk):
    person = added(desk, "Đỗ Thị Bích Ngọc")
    (signed,) = draft_request(desk, plan_request(desk, on=TODAY, people_ids=[person])).ids["request"]
    sign_request(desk, request_id=signed, number="7", on=TODAY)
    answered = sent(desk, "Nguyễn Văn Thành")
    answer_request(desk, request_id=answered, on=TODAY)
    found = {row.subject_id: (row.act, row.detail) for row in rows_of(desk, "waiting")}
    assert found[signed] == ("open_request", "Đã ký, số 7, chờ gửi")
    assert found[answered] == ("apply_answer", "Đã có trả lời, chờ cập nhật vào sổ")


def test_what_an_answer_brought_with_it_waits_in_a_line_for_all_its_mailboxes(desk):
    request_id = sent(desk, "Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc")
    answer_request(desk, request_id=request_id, on=TODAY)
    apply_answer(desk, request_id=request_id)
    found = [row for row in rows_of(desk, "waiting") if row.act == "open_request"]
    assert [row.detail for row in found] == ["2 hộp thư", "2 hộp thư"]
    assert "Cập nhật danh bạ thư điện tử của đơn vị" in {row.title for row in found}
    assert all(row.why and row.subject_id == request_id for row in found)


def test_what_must_be_waited_out_waits_until_it_may_be_done(desk):
    fall_due(desk, TODAY + timedelta(days=1), rule="password.reopen_after")
    assert [row.rule for row in rows_of(desk, "waiting")][:1] == ["password.reopen_after"]
    assert listing.today(desk).counts["upcoming"] == 0
    desk.clock = lambda: NOW + timedelta(days=3)
    assert [row.rule for row in rows_of(desk, "today")] == ["password.reopen_after"]
    assert listing.today(desk).counts["overdue"] == 0


def test_people_without_a_mailbox_are_counted_in_one_line(desk):
    added(desk, "Nguyễn Văn Thành")
    (row,) = rows_of(desk, "waiting")
    assert (row.act, row.title) == ("request_people", "2 người chưa có hộp thư")


def test_a_new_desk_is_told_what_its_papers_lack_until_it_is_there(desk):
    assert acts_of(desk) == ["import_list", "set_contact", "know_passwords", "set_operator"]
    added(desk, "Nguyễn Văn Thành")
    set_operator(desk, name="Sở Khoa học và Công nghệ", address="skhcn@ninhbinh.gov.vn", from_on=TODAY)
    assert acts_of(desk) == ["set_contact", "know_passwords"]


def test_a_desk_without_a_head_lacks_someone_who_may_sign(tmp_path):
    desk = founded(tmp_path, head="")
    assert "add_signer" in acts_of(desk)
    add_signer(desk, signer=Signer(full_name="Phạm Đức Đạt", post="Giám đốc", from_on=TODAY + timedelta(days=1)))
    assert "add_signer" in acts_of(desk)
    add_signer(desk, signer=Signer(full_name="Võ Ngọc Ánh", post="Phó Giám đốc", authority="acting"))
    assert "add_signer" not in acts_of(desk)
    desk.close()


def test_an_operator_that_has_ended_is_told_of_once_with_its_source(tmp_path):
    desk = founded(tmp_path, "soctrang-59-2024")
    (row,) = [row for row in rows_of(desk, "setup") if row.act == "set_operator"]
    desk.close()
    assert "Sở Thông tin và Truyền thông kết thúc từ 01/03/2025, nay là Sở Khoa học và Công nghệ" in row.detail
    assert row.why.startswith("Nguồn: ")


def test_the_page_asks_four_statements_however_much_there_is(desk):
    asked = []
    event.listen(desk.engine, "before_cursor_execute", lambda *words: asked.append(words[2]))
    listing.today(desk)
    few = [statement for statement in asked if statement.startswith(("SELECT", "WITH"))]
    for number in range(300):
        fall_due(desk, TODAY - timedelta(days=number % 9))
    asked.clear()
    today = listing.today(desk)
    many = [statement for statement in asked if statement.startswith(("SELECT", "WITH"))]
    assert len(few) == len(many) == 4
    assert sum(today.counts[section] for section in ("overdue", "today", "upcoming")) == 300
    assert [(row.count, row.detail) for row in today.rows if row.rule] == [(33, "33 hộp thư")] * 6 + [
        (34, "34 hộp thư")
    ] * 3


def test_a_screenful_is_read_of_what_no_line_can_stand_for_together(desk):
    for number in range(listing.SHOWN_AT_MOST + 40):
        fall_due(desk, TODAY - timedelta(days=number))
    today = listing.today(desk)
    assert len([row for row in today.rows if row.rule]) == listing.SHOWN_AT_MOST
    assert today.counts["overdue"] + today.counts["today"] == listing.SHOWN_AT_MOST + 40


def test_the_mailbox_of_someone_who_has_left_stays_in_sight_until_its_end_is_asked_for(tmp_path):
    desk = founded(tmp_path, "quan4-03-2013")
    mailbox_id = issued(desk, "Lê An")
    (holder_id,) = [person.id for person in every_person(desk) if person.full_name == "Lê An"]
    leave(desk, holder_id, on=TODAY)
    (row,) = [row for row in rows_of(desk, "waiting") if row.act == "open_mailbox"]
    assert (row.subject_id, row.detail) == (mailbox_id, "Lê An · lean@tphcm.gov.vn · thôi từ 23/11/2026")
    plan = plan_about(desk, kind="close", mailbox_ids=[mailbox_id], on=TODAY)
    (request_id,) = draft_request(desk, plan).ids["request"]
    assert [row for row in rows_of(desk, "waiting") if row.act == "open_mailbox"] == []
    cancel_request(desk, request_id=request_id, reason="Lập lại")
    assert [row.subject_id for row in rows_of(desk, "waiting") if row.act == "open_mailbox"] == [mailbox_id]
    desk.close()


def test_where_a_last_day_reminds_already_it_is_said_once(desk):
    issued(desk, "Lê An")
    (holder_id,) = [person.id for person in every_person(desk) if person.full_name == "Lê An"]
    leave(desk, holder_id, on=TODAY)
    assert [row for row in rows_of(desk, "waiting") if row.act == "open_mailbox"] == []
    assert [row.rule for row in listing.today(desk).rows if row.rule] == ["request.limit.unit.close"]


def every_person(desk):
    with desk.reading() as connection:
        return Transaction(connection).find(Person)


def test_a_mailbox_whose_last_change_of_password_nobody_knows_is_told_until_it_is_recorded(desk):
    (row,) = [row for row in rows_of(desk, "setup") if row.act == "know_passwords"]
    assert row.title == "1 hộp thư chưa rõ ngày đổi mật khẩu gần nhất"
    ((mailbox_id, name),) = listing.with_unknown_password(desk)
    assert name == "stttt@ninhbinh.gov.vn"
    record_act(desk, kind="password-changed", mailbox_ids=[mailbox_id], on=TODAY)
    assert "know_passwords" not in acts_of(desk)
    assert listing.with_unknown_password(desk) == []


def test_where_no_interval_is_stated_nobody_is_asked_for_the_last_change(tmp_path):
    with founded(tmp_path, "camau-24-2018") as desk:
        assert "know_passwords" not in acts_of(desk)
