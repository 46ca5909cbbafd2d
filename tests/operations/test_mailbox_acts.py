"""Dated acts on mailboxes: kept with who and when, for one or many, refused where they cannot have been."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox, MailboxAct, MailboxEvent
from govmail_desk.domain.reminder import Due, FollowUp
from govmail_desk.listings import journals
from govmail_desk.operations.journals import plan_take_back, take_back
from govmail_desk.operations.mailbox_acts import record_act, record_issue
from govmail_desk.operations.mailboxes import record_state
from govmail_desk.store.transaction import Transaction
from tests.desks import NOW, founded
from tests.mailboxes import ISSUED_ON, issued

TODAY = NOW.date()
TUESDAY = date(2026, 11, 17)


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as open_desk:
        yield open_desk


def kept(desk, kind, **equals):
    with desk.reading() as connection:
        return Transaction(connection).find(kind, **equals)


def running(desk, mailbox_id):
    return {due.rule: due for due in kept(desk, Due, subject_kind="mailbox", subject_id=mailbox_id, settled_on=None)}


def test_an_act_on_many_mailboxes_is_one_entry_of_the_journal(desk):
    ids = [issued(desk, name) for name in ("Lê An", "Trần Bình", "Đỗ Chi")]
    before = desk.journal_head()[0]
    changes = record_act(desk, mailbox_ids=ids, kind="password-changed", on=TUESDAY, by="Trần Văn Út")
    assert changes.sentence == "Ghi đổi mật khẩu: 3 hộp thư, ngày 17/11/2026"
    assert desk.journal_head()[0] == before + 1
    assert {(act.mailbox_id, act.by, act.on_date) for act in kept(desk, MailboxAct)} == {
        (mailbox_id, "Trần Văn Út", TUESDAY) for mailbox_id in ids
    }
    assert {row.due_on for mailbox_id in ids for row in [running(desk, mailbox_id)["password.rotation.user"]]} == {
        date(2027, 2, 17)
    }


def test_who_did_it_is_the_one_working_unless_another_is_named(desk):
    record_act(desk, mailbox_ids=[issued(desk, "Lê An")], kind="used", on=TUESDAY)
    assert [act.by for act in kept(desk, MailboxAct)] == [desk.person]


def test_a_settled_row_says_what_settled_it(desk):
    mailbox_id = issued(desk, "Lê An")
    record_act(desk, mailbox_ids=[mailbox_id], kind="used", on=date(2026, 11, 2))
    record_act(desk, mailbox_ids=[mailbox_id], kind="reason-told", on=TUESDAY, note="Đi học sáu tháng")
    (locked,) = kept(desk, Due, rule="inactivity.lock", subject_id=mailbox_id)
    assert (locked.settled_on, locked.settled_why) == (
        TUESDAY,
        "Báo lý do không sử dụng ngày 17/11/2026: Đi học sáu tháng",
    )


@pytest.mark.parametrize(
    ("act", "said"),
    [
        ({"on": TODAY + timedelta(days=1)}, "chưa tới"),
        ({"note": "mật khẩu: Abc@12345"}, "có vẻ chứa mật khẩu"),
        ({"mailbox_ids": []}, "Chưa chọn hộp thư"),
        ({"kind": "notice"}, "không có quy định về thông báo tạm dừng"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(desk, act, said):
    mailbox_id = issued(desk, "Lê An")
    head = desk.journal_head()
    with pytest.raises(RuleBroken, match=said):
        record_act(desk, **({"mailbox_ids": [mailbox_id], "kind": "used", "on": TUESDAY} | act))
    assert (desk.journal_head(), kept(desk, MailboxAct)) == (head, [])


@pytest.mark.parametrize(("state", "said"), [("closed", "đã đóng"), ("proposed", "chưa được cấp")])
def test_a_mailbox_not_in_use_is_refused(desk, state, said):
    mailbox_id = issued(desk, "Lê An", state=state)
    with pytest.raises(RuleBroken, match=said):
        record_act(desk, mailbox_ids=[mailbox_id], kind="used", on=TODAY)


def test_an_act_before_the_known_day_of_issue_is_refused(desk):
    mailbox_id = issued(desk, "Lê An", state="proposed")
    record_issue(desk, mailbox_ids=[mailbox_id], on=TUESDAY)
    with pytest.raises(RuleBroken, match="được cấp ngày 17/11/2026"):
        record_act(desk, mailbox_ids=[mailbox_id], kind="used", on=TUESDAY - timedelta(days=1))


def test_where_nobody_told_the_issue_an_earlier_act_is_taken(desk):
    mailbox_id = issued(desk, "Lê An")
    record_act(desk, mailbox_ids=[mailbox_id], kind="used", on=ISSUED_ON - timedelta(days=3))
    assert running(desk, mailbox_id)["inactivity.lock"].started_on == ISSUED_ON - timedelta(days=3)


def test_the_issue_of_a_mailbox_in_use_is_told_once_and_not_later_than_it_is_known(desk):
    mailbox_id = issued(desk, "Lê An")
    with pytest.raises(RuleBroken, match="không muộn hơn"):
        record_issue(desk, mailbox_ids=[mailbox_id], on=ISSUED_ON + timedelta(days=1))
    record_issue(desk, mailbox_ids=[mailbox_id], on=date(2026, 1, 2))
    (box,) = kept(desk, Mailbox, id=mailbox_id)
    assert (box.state, box.since) == ("active", date(2026, 1, 2))
    with pytest.raises(RuleBroken, match="không cần ghi lần nữa"):
        record_issue(desk, mailbox_ids=[mailbox_id], on=date(2026, 1, 2))


def test_the_issue_of_one_asked_for_brings_it_into_use(desk):
    mailbox_id = issued(desk, "Lê An", state="requested")
    record_issue(desk, mailbox_ids=[mailbox_id], on=TUESDAY, by="Trần Văn Út")
    assert kept(desk, Mailbox, id=mailbox_id)[0].state == "active"
    assert [event.by for event in kept(desk, MailboxEvent, mailbox_id=mailbox_id, state="active")] == ["Trần Văn Út"]
    assert running(desk, mailbox_id)["password.first_login"].begun_by == "issued"


def test_a_notice_is_of_a_suspended_mailbox_and_counts_from_its_own_day(tmp_path):
    with founded(tmp_path) as desk:
        mailbox_id = issued(desk, "Lê An")
        with pytest.raises(RuleBroken, match="tạm dừng trước khi"):
            record_act(desk, mailbox_ids=[mailbox_id], kind="notice", on=TUESDAY)
        record_state(desk, mailbox_id=mailbox_id, state="suspended", on=TUESDAY, cause="inactivity")
        assert running(desk, mailbox_id)["inactivity.notice"].begun_by == "suspended"
        record_act(desk, mailbox_ids=[mailbox_id], kind="notice", on=date(2026, 11, 19))
        notice = running(desk, mailbox_id)["inactivity.notice"]
        assert (notice.started_on, notice.begun_by) == (date(2026, 11, 19), "notice")


def test_a_day_of_issue_learnt_after_the_password_was_changed_asks_for_no_first_change(tmp_path):
    with founded(tmp_path, "camau-24-2018") as desk:
        (mailbox,) = kept(desk, Mailbox)
        record_act(desk, mailbox_ids=[mailbox.id], kind="password-changed", on=TODAY)
        record_issue(desk, mailbox_ids=[mailbox.id], on=ISSUED_ON)
        assert kept(desk, FollowUp) == []


def test_a_first_password_without_a_stated_day_is_followed_up_until_changed(tmp_path):
    with founded(tmp_path, "camau-24-2018") as desk:
        mailbox_id = issued(desk, "Lê An", state="requested")
        record_issue(desk, mailbox_ids=[mailbox_id], on=TUESDAY)
        assert [(one.kind, one.settled_on) for one in kept(desk, FollowUp)] == [("first-login", None)]
        record_act(desk, mailbox_ids=[mailbox_id], kind="password-changed", on=TODAY)
        assert [(one.outcome, one.settled_on) for one in kept(desk, FollowUp)] == [("done", TODAY)]


def test_an_act_is_told_in_the_journal_by_its_sentence(desk):
    record_act(desk, mailbox_ids=[issued(desk, "Lê An")], kind="cleaned", on=TUESDAY)
    assert "Ghi dọn thư cũ: hộp thư lean@tphcm.gov.vn, ngày 17/11/2026" in [
        entry.sentence for entry in journals.acts(desk)
    ]


def test_an_act_taken_back_leaves_the_due_dates_as_they_were(desk):
    mailbox_id = issued(desk, "Lê An")
    record_act(desk, mailbox_ids=[mailbox_id], kind="password-changed", on=date(2026, 11, 2))
    before = kept(desk, Due)
    record_act(desk, mailbox_ids=[mailbox_id], kind="password-changed", on=TUESDAY)
    take_back(desk, plan_take_back(desk))
    assert [replace(due, version=0) for due in kept(desk, Due)] == [replace(due, version=0) for due in before]
    assert len(kept(desk, MailboxAct)) == 1
