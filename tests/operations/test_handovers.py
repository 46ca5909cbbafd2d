"""Handovers opened, amended, closed, cancelled and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.handover import Circumstances, HandedMailbox, Handover, HandoverItem
from govmail_desk.domain.mailbox import MailboxAct
from govmail_desk.domain.person import Person
from govmail_desk.domain.reminder import Due
from govmail_desk.operations import journals
from govmail_desk.operations.handover_items import settle_item
from govmail_desk.operations.handovers import amend_handover, cancel_handover, close_handover, open_handover
from govmail_desk.operations.personnel import Decision, plan_personnel_change, record_personnel_change
from tests.desks import added, founded, leave
from tests.handovers import (
    TAKES_CHARGE_ON,
    TODAY,
    charges,
    clerk,
    items,
    opened,
    own_mailbox,
    settled_but,
)
from tests.mailboxes import issued, issued_to_unit
from tests.request_lives import every, one

THE_DAY_BEFORE = TAKES_CHARGE_ON - timedelta(days=1)


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "camau-24-2018") as desk:
        yield desk


def head_id(desk):
    return one(desk, Person, full_name="Lê Thị Mỹ Hạnh").id


# Opening


def test_it_is_opened_from_whoever_answered_before_with_its_checklist_and_its_day(desk):
    handover = opened(desk, around=Circumstances(document=" Quyết định 7/QĐ-UBND "))
    assert (handover.post, handover.giver_id, handover.state) == ("head", head_id(desk), "open")
    assert (handover.opened_on, handover.effective_on) == (TODAY, TAKES_CHARGE_ON)
    assert handover.document == "Quyết định 7/QĐ-UBND"
    assert one(desk, HandedMailbox).mailbox_id == own_mailbox(desk).id
    lines = every(desk, HandoverItem, handover_id=handover.id)
    assert [line.position for line in lines] == list(range(1, len(lines) + 1))
    assert {line.state for line in lines} == {"open"}
    due = one(desk, Due, subject_kind="handover")
    assert (due.rule, due.due_on, due.act_by) == ("handover.parties", TAKES_CHARGE_ON, TAKES_CHARGE_ON)
    assert (due.subject_id, due.begun_by) == (handover.id, "handover")


def test_between_heads_the_head_gives_though_a_custodian_looks_after_the_mailbox(desk):
    clerk(desk, "Bùi Thị Yến")
    assert opened(desk).giver_id == head_id(desk)


def test_between_clerks_the_custodian_gives(tmp_path):
    with founded(tmp_path, "ninhbinh-2020") as desk:
        yen = clerk(desk, "Bùi Thị Yến")
        handover = opened(desk)
        assert (handover.post, handover.giver_id) == ("clerk", yen)


def test_where_the_regulation_is_silent_the_post_is_that_of_whoever_answered(tmp_path):
    with founded(tmp_path, "soctrang-59-2024") as desk:
        assert opened(desk).post == "head"
        cancel_handover(desk, handover_id=one(desk, Handover).id, reason="Nhập thử")
        clerk(desk, "Bùi Thị Yến")
        assert opened(desk, "Võ Ngọc Ánh").post == "clerk"


def test_where_nobody_answered_before_there_is_no_giver(tmp_path):
    with founded(tmp_path, "camau-24-2018", head="") as desk:
        changes = open_handover(
            desk, mailbox_ids=[own_mailbox(desk).id], receiver_id=added(desk, "Võ Ngọc Ánh"), effective_on=TODAY
        )
        assert one(desk, Handover).giver_id is None
        assert "chưa ai phụ trách → Võ Ngọc Ánh" in changes.sentence


def test_a_day_off_leaves_the_stated_day_and_moves_the_day_to_act(desk):
    opened(desk, on=date(2026, 11, 29))
    due = one(desk, Due, subject_kind="handover")
    assert (due.due_on, due.act_by) == (date(2026, 11, 29), date(2026, 11, 27))


def test_only_mailboxes_of_one_unit_that_stand_are_handed_over(desk):
    receiver = added(desk, "Võ Ngọc Ánh")
    own, other = own_mailbox(desk).id, issued_to_unit(desk, "Phòng Chuyển đổi số")
    refused = {
        "cá nhân": [issued(desk, "Bùi Thị Yến")],
        "đơn vị khác": [own, other],
        "đã đóng": [issued_to_unit(desk, "Phòng Bưu chính", state="closed")],
        "Chưa chọn": [],
    }
    for words, mailbox_ids in refused.items():
        with pytest.raises(RuleBroken, match=words):
            open_handover(desk, mailbox_ids=mailbox_ids, receiver_id=receiver, effective_on=TODAY)
    assert every(desk, Handover) == []


def test_a_mailbox_is_handed_over_once_at_a_time(desk):
    opened(desk)
    with pytest.raises(RuleBroken, match="đang được bàn giao"):
        opened(desk, "Võ Ngọc Ánh")


def test_nobody_hands_over_to_themselves_or_to_someone_who_has_left(desk):
    left = added(desk, "Võ Ngọc Ánh")
    leave(desk, left, on=TODAY)
    for receiver, words in ((head_id(desk), "đang phụ trách"), (left, "đã thôi làm việc")):
        with pytest.raises(RuleBroken, match=words):
            open_handover(desk, mailbox_ids=[own_mailbox(desk).id], receiver_id=receiver, effective_on=TAKES_CHARGE_ON)


@pytest.mark.parametrize("field", ["document", "in_place_of", "witness", "place", "note"])
def test_no_text_around_it_takes_a_password(desk, field):
    around = Circumstances(giver_absence="ill", **{"in_place_of": "Phó Giám đốc", field: "mật khẩu: hoasen1"})
    with pytest.raises(RuleBroken, match="có vẻ chứa mật khẩu"):
        opened(desk, around=around)
    assert every(desk, Handover) == []


# A giver who cannot sign


@pytest.mark.parametrize(("kind", "absence"), [("died", "dead"), ("retired", "gone"), ("left", "gone")])
def test_a_giver_known_to_be_gone_or_dead_is_noted_so(desk, kind, absence):
    decision = Decision(kind=kind, decided_on=TODAY)
    record_personnel_change(desk, plan_personnel_change(desk, person_id=head_id(desk), decision=decision))
    changes = open_handover(
        desk,
        mailbox_ids=[own_mailbox(desk).id],
        receiver_id=added(desk, "Võ Ngọc Ánh"),
        effective_on=TAKES_CHARGE_ON,
    )
    assert changes.ids["handover"]
    assert (one(desk, Handover).giver_id, one(desk, Handover).giver_absence) == (head_id(desk), absence)


def test_a_giver_who_cannot_sign_needs_someone_in_their_place(desk):
    with pytest.raises(RuleBroken, match="hội đồng bàn giao hoặc cấp trên"):
        opened(desk, around=Circumstances(giver_absence="ill"))
    handover = opened(desk, "Võ Ngọc Ánh", around=Circumstances(giver_absence="ill", in_place_of="Hội đồng bàn giao"))
    with pytest.raises(RuleBroken, match="hội đồng bàn giao hoặc cấp trên"):
        amend_handover(desk, handover=handover, around=Circumstances(giver_absence="dead"))
    amend_handover(desk, handover=handover, around=Circumstances(witness="Trần Thị Mai", place="Phòng họp số 1"))
    assert (one(desk, Handover).in_place_of, one(desk, Handover).witness) == ("", "Trần Thị Mai")


def test_one_gone_keeps_it_open_until_someone_signs_in_their_place(desk):
    leave(desk, head_id(desk), on=TODAY)
    changes = open_handover(
        desk,
        mailbox_ids=[own_mailbox(desk).id],
        receiver_id=added(desk, "Võ Ngọc Ánh"),
        effective_on=TAKES_CHARGE_ON,
        giver_id=head_id(desk),
    )
    (handover_id,) = changes.ids["handover"]
    handover = one(desk, Handover)
    settled_but(desk, handover)
    with pytest.raises(RuleBroken, match="người ký thay bên giao"):
        close_handover(desk, handover_id=handover_id)
    around = Circumstances(giver_absence="gone", in_place_of="Phó Giám đốc phụ trách")
    amend_handover(desk, handover=handover, around=around)
    close_handover(desk, handover_id=handover_id)
    assert one(desk, Handover).state == "closed"


def test_an_edit_held_open_does_not_overwrite_a_later_one(desk):
    handover = opened(desk)
    amend_handover(desk, handover=handover, around=Circumstances(place="Phòng họp"))
    with pytest.raises(RuleBroken, match="vừa được sửa ở nơi khác"):
        amend_handover(desk, handover=handover, around=Circumstances(place="Hội trường"))


# Closing


def test_it_is_not_closed_while_a_required_line_is_open_and_names_each(desk):
    handover = opened(desk)
    settled_but(desk, handover, "server-content", "sessions-devices")
    with pytest.raises(RuleBroken, match=r"2 mục bắt buộc: Giao toàn bộ thư.*; Đăng xuất mọi phiên") as refused:
        close_handover(desk, handover_id=handover.id)
    assert refused.value.cite == "Đ7.3"
    assert one(desk, Handover).state == "open"


def test_once_closed_the_receiver_is_head_from_the_day_it_was_for(desk):
    handover = opened(desk)
    settled_but(desk, handover)
    changes = close_handover(desk, handover_id=handover.id)
    assert changes.sentence == "Xong bàn giao hộp thư cho Phạm Đức Đạt"
    assert (one(desk, Handover).state, one(desk, Handover).closed_on) == ("closed", TODAY)
    due = one(desk, Due, subject_kind="handover")
    assert (due.settled_on, due.settled_why) == (TODAY, "Đã bàn giao xong")
    assert charges(desk, "head") == [
        (head_id(desk), None, THE_DAY_BEFORE),
        (handover.receiver_id, TAKES_CHARGE_ON, None),
    ]


def test_closing_between_clerks_passes_the_mailbox_on_and_leaves_the_head(tmp_path):
    with founded(tmp_path, "ninhbinh-2020") as desk:
        yen = clerk(desk, "Bùi Thị Yến", is_lead=True)
        handover = opened(desk)
        settled_but(desk, handover)
        close_handover(desk, handover_id=handover.id)
        assert charges(desk, "custodian") == [
            (yen, date(2026, 1, 5), THE_DAY_BEFORE),
            (handover.receiver_id, TAKES_CHARGE_ON, None),
        ]
        assert charges(desk, "head") == [(head_id(desk), None, None)]


def test_the_password_changed_by_the_receiver_is_recorded_on_its_day(desk):
    handover = opened(desk)
    yesterday = TODAY - timedelta(days=1)
    settle_item(desk, handover_id=handover.id, item="password-changed", state="done", on=yesterday)
    settled_but(desk, handover)
    close_handover(desk, handover_id=handover.id)
    act = one(desk, MailboxAct)
    assert (act.mailbox_id, act.kind, act.on_date, act.by) == (
        own_mailbox(desk).id,
        "password-changed",
        yesterday,
        "Phạm Đức Đạt",
    )


def test_a_password_that_was_not_changed_is_not_recorded_as_changed(desk):
    handover = opened(desk)
    settle_item(desk, handover_id=handover.id, item="password-changed", state="not-applicable", note="Sẽ cấp lại")
    settled_but(desk, handover)
    close_handover(desk, handover_id=handover.id)
    assert every(desk, MailboxAct) == []


def test_nothing_more_is_done_with_a_closed_one(desk):
    handover = opened(desk)
    settled_but(desk, handover)
    with pytest.raises(RuleBroken, match="chưa tới"):
        close_handover(desk, handover_id=handover.id, on=TODAY + timedelta(days=1))
    close_handover(desk, handover_id=handover.id)
    again = (
        lambda: close_handover(desk, handover_id=handover.id),
        lambda: cancel_handover(desk, handover_id=handover.id, reason="Thôi"),
        lambda: settle_item(desk, handover_id=handover.id, item="mailbox", state="open"),
        lambda: amend_handover(desk, handover=replace(handover, version=2), around=Circumstances()),
    )
    for act in again:
        with pytest.raises(RuleBroken, match="đã xong từ 23/11/2026"):
            act()


def test_it_is_never_done_before_its_last_line(desk):
    handover = opened(desk)
    settled_but(desk, handover)
    with pytest.raises(RuleBroken, match="mục mới xong ngày 23/11/2026"):
        close_handover(desk, handover_id=handover.id, on=TODAY - timedelta(days=1))
    assert one(desk, Handover, id=handover.id).state == "open"


def test_closing_is_taken_back_whole(desk):
    handover = opened(desk)
    settled_but(desk, handover)
    close_handover(desk, handover_id=handover.id)
    journals.take_back(desk, journals.plan_take_back(desk))
    assert one(desk, Handover).state == "open"
    assert one(desk, Due, subject_kind="handover").settled_on is None
    assert charges(desk, "head") == [(head_id(desk), None, None)]
    assert every(desk, MailboxAct) == []


def test_opening_is_taken_back_whole(desk):
    opened(desk)
    journals.take_back(desk, journals.plan_take_back(desk))
    assert every(desk, Handover) == every(desk, HandoverItem) == every(desk, HandedMailbox) == []
    assert every(desk, Due, subject_kind="handover") == []


# Cancelling


def test_it_is_cancelled_with_a_reason_and_nothing_falls_due(desk):
    handover = opened(desk)
    with pytest.raises(RuleBroken, match="lý do hủy"):
        cancel_handover(desk, handover_id=handover.id, reason=" ")
    cancel_handover(desk, handover_id=handover.id, reason="Quyết định thu hồi")
    assert (one(desk, Handover).state, one(desk, Handover).note) == ("cancelled", "Quyết định thu hồi")
    assert one(desk, Due, subject_kind="handover").settled_why == "Đã hủy bàn giao: Quyết định thu hồi"
    assert len(items(desk, handover)) > 10
    assert charges(desk, "head") == [(head_id(desk), None, None)]
