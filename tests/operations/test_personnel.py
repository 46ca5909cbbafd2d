"""A change in someone's post: what it writes, which requests follow from it, and by when."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.custody import Custody
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.person import Person, PersonnelChange
from govmail_desk.domain.regulation import REQUEST_AFTER
from govmail_desk.domain.reminder import Due
from govmail_desk.operations import journals
from govmail_desk.operations.custodies import appoint, cover
from govmail_desk.operations.mailboxes import add_mailbox
from govmail_desk.operations.personnel import (
    Decision,
    plan_personnel_change,
    plan_personnel_changes,
    record_personnel_change,
    record_personnel_changes,
)
from govmail_desk.operations.request_sending import send_request
from govmail_desk.operations.requests import draft_request, plan_about
from govmail_desk.operations.units import add_unit
from govmail_desk.regulations.shipped import find
from govmail_desk.store.transaction import Transaction
from tests.desks import UNITS, added, founded, own_unit_id

MONDAY = date(2026, 11, 23)
DECISION = "Quyết định số 125/QĐ-SNV"


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as open_desk:
        yield open_desk


def every(desk, kind, /, **equals):
    with desk.reading() as connection:
        return Transaction(connection).find(kind, **equals)


def with_mailbox(desk, name="Nguyễn Văn Thành", *, state="active", address="thanhnv.stttt@ninhbinh.gov.vn"):
    person_id = added(desk, name)
    add_mailbox(
        desk,
        address=address,
        kind="personal",
        unit_id=own_unit_id(desk),
        holder_id=person_id,
        state=state,
        since=MONDAY,
    )
    return person_id


def planned(desk, person_id, kind, **said):
    decision = Decision(kind=kind, decided_on=MONDAY, document=DECISION, **said)
    return plan_personnel_change(desk, person_id=person_id, decision=decision)


def test_someone_who_retires_is_to_be_asked_for_within_the_units_limit(desk):
    person_id = with_mailbox(desk)
    plan = planned(desk, person_id, "retired", effective_on=date(2026, 12, 1))
    (ask,) = plan.asks
    # Thứ Hai 23/11 là ngày quyết định; năm ngày (không phải ngày làm việc) hết vào thứ Bảy 28/11, chuyển sang thứ Hai 30/11.
    assert (ask.kind, ask.limit.counting.due_on, ask.limit.rule.cite) == ("close", date(2026, 11, 30), "Đ7.2")
    record_personnel_change(desk, plan)
    (due,) = every(desk, Due, subject_kind="person")
    assert (due.subject_id, due.rule, due.due_on) == (person_id, "request.limit.unit.close", date(2026, 11, 30))
    (person,) = every(desk, Person, id=person_id)
    assert person.left_on == date(2026, 12, 1)
    assert every(desk, PersonnelChange)[0].document == DECISION
    assert journals.verify(desk) == []


def test_sending_the_request_settles_the_units_day(desk):
    person_id = with_mailbox(desk)
    plan = planned(desk, person_id, "retired")
    record_personnel_change(desk, plan)
    (ask,) = plan.asks
    about = plan_about(
        desk, kind=ask.kind, mailbox_ids=ask.mailbox_ids, on=MONDAY, details=dict.fromkeys(ask.mailbox_ids, ask.details)
    )
    assert about.refusals == ()
    (request_id,) = draft_request(desk, about).ids["request"]
    send_request(desk, request_id=request_id, on=MONDAY, from_address="stttt@ninhbinh.gov.vn", number="7")
    (due,) = every(desk, Due, subject_kind="person")
    assert (due.settled_on, due.settled_why) == (MONDAY, "Đã gửi đề nghị")


def test_recording_is_taken_back_whole(desk):
    person_id = with_mailbox(desk)
    appoint(desk, unit_id=own_unit_id(desk), person_id=person_id, role="custodian", from_on=date(2026, 1, 5))
    record_personnel_change(desk, planned(desk, person_id, "resigned"))
    assert [charge.to_on for charge in every(desk, Custody, person_id=person_id)] == [MONDAY]
    journals.take_back(desk, journals.plan_take_back(desk))
    assert every(desk, PersonnelChange) == every(desk, Due, subject_kind="person") == []
    assert [charge.to_on for charge in every(desk, Custody, person_id=person_id)] == [None]
    assert every(desk, Person, id=person_id)[0].left_on is None


def test_under_ninh_binh_a_transfer_ends_one_mailbox_and_asks_for_another(desk):
    (unit_id,) = add_unit(desk, name="Phòng Chuyển đổi số", parent_id=own_unit_id(desk), slug="pcds").ids["unit"]
    plan = planned(desk, with_mailbox(desk), "transferred", unit_id=unit_id)
    assert [ask.kind for ask in plan.asks] == ["close", "create"]
    assert plan.asks[0].rule.cite == "Đ6.1, Đ7.2"
    record_personnel_change(desk, plan)
    assert every(desk, Person, id=plan.before.id)[0].unit_id == unit_id


@pytest.mark.parametrize(
    ("kind", "said", "fact"),
    [
        ("renamed", {"full_name": "Nguyễn Văn Thạnh"}, ("Họ và tên", "Nguyễn Văn Thành", "Nguyễn Văn Thạnh")),
        ("promoted", {"post": "Phó Trưởng phòng"}, ("Chức vụ", "Chuyên viên", "Phó Trưởng phòng")),
    ],
)
def test_what_changed_is_said_old_and_new(desk, kind, said, fact):
    (ask,) = planned(desk, with_mailbox(desk), kind, **said).asks
    (told,) = ask.details.facts
    assert (ask.kind, (told.what, told.old, told.new)) == ("change", fact)


def test_a_new_person_is_asked_a_mailbox_for(desk):
    person_id = added(desk, "Đỗ Thị Bích Ngọc")
    (ask,) = planned(desk, person_id, "joined").asks
    assert (ask.kind, ask.person_id, ask.mailbox_ids) == ("create", person_id, ())


def test_who_has_no_mailbox_yet_leaves_without_a_request(desk):
    assert planned(desk, added(desk, "Đỗ Thị Bích Ngọc"), "retired").asks == ()
    assert planned(desk, with_mailbox(desk, state="proposed"), "retired").asks == ()


@pytest.mark.parametrize(
    ("kind", "said", "sentence"),
    [
        ("renamed", {}, "họ tên mới"),
        ("promoted", {"post": "Chuyên viên"}, "chức vụ mới"),
        ("transferred", {}, "đơn vị mới"),
    ],
)
def test_a_change_that_changes_nothing_is_refused(desk, kind, said, sentence):
    with pytest.raises(RuleBroken, match=sentence):
        planned(desk, with_mailbox(desk), kind, **said)


def test_who_has_left_already_does_not_leave_again(desk):
    person_id = with_mailbox(desk)
    record_personnel_change(desk, planned(desk, person_id, "retired"))
    with pytest.raises(RuleBroken, match="đã thôi làm việc từ 23/11/2026"):
        planned(desk, person_id, "left")


def test_who_comes_back_works_here_again(desk):
    person_id = with_mailbox(desk)
    record_personnel_change(desk, planned(desk, person_id, "left"))
    record_personnel_change(desk, planned(desk, person_id, "joined"))
    assert every(desk, Person, id=person_id)[0].left_on is None


def test_a_decision_of_tomorrow_is_refused(desk):
    with pytest.raises(RuleBroken, match="chưa tới"):
        plan_personnel_change(
            desk, person_id=with_mailbox(desk), decision=Decision(kind="retired", decided_on=date(2026, 11, 24))
        )


def test_a_plan_is_refused_once_the_register_has_moved(desk):
    plan = planned(desk, with_mailbox(desk), "retired")
    added(desk, "Lê Văn Ấn")
    with pytest.raises(RuleBroken, match="Sổ vừa có thay đổi"):
        record_personnel_change(desk, plan)
    assert every(desk, PersonnelChange) == []


@pytest.mark.parametrize(
    ("regulation_id", "kind", "asked", "cite"),
    [
        ("camau-24-2018", "retired", ["close"], "Đ8.6"),
        ("camau-24-2018", "transferred", ["change"], "Đ8.6"),
        ("camau-24-2018", "left", ["close"], None),
        ("quan4-03-2013", "left", ["close"], "Đ6.1"),
        ("quan4-03-2013", "transferred", ["change"], "Đ6.1"),
        ("ninhbinh-2020", "resigned", ["close"], "Đ7.2"),
        ("ninhbinh-2020", "died", ["close"], None),
        ("khanhhoa-dagt-2021", "retired", ["close"], "Đ4.4"),
        ("khanhhoa-dagt-2021", "promoted", ["change"], "Đ4.3"),
        ("soctrang-59-2024", "retired", ["close"], "Đ4.1, Đ11.2"),
        ("soctrang-59-2024", "promoted", ["change"], "Đ4.1"),
    ],
)
def test_each_regulation_says_what_follows(tmp_path, regulation_id, kind, asked, cite):
    with founded(tmp_path, regulation_id) as desk:
        (unit_id,) = add_unit(desk, name="Phòng Tổng hợp", parent_id=own_unit_id(desk), slug="pth").ids["unit"]
        said = {"transferred": {"unit_id": unit_id}, "promoted": {"post": "Phó Trưởng phòng"}}.get(kind, {})
        plan = planned(desk, with_mailbox(desk), kind, **said)
        assert [ask.kind for ask in plan.asks] == asked
        assert {ask.rule.cite for ask in plan.asks} == {cite}
        assert {ask.limit is None for ask in plan.asks} == {regulation_id != "ninhbinh-2020"}


def several(desk, person_ids, kind="retired", **said):
    decision = Decision(kind=kind, decided_on=MONDAY, document=DECISION, **said)
    return plan_personnel_changes(desk, person_ids=person_ids, decision=decision)


def two_with_mailboxes(desk):
    return [
        with_mailbox(desk),
        with_mailbox(desk, "Đỗ Thị Bích Ngọc", address="ngocdtb.stttt@ninhbinh.gov.vn"),
    ]


def test_several_people_under_one_decision_are_one_act(desk):
    ids = two_with_mailboxes(desk)
    changes = record_personnel_changes(desk, several(desk, ids))
    assert changes.sentence == "Ghi biến động: 2 người, nghỉ hưu"
    assert {change.person_id for change in every(desk, PersonnelChange)} == set(ids)
    assert {due.subject_id for due in every(desk, Due, subject_kind="person")} == set(ids)
    journals.take_back(desk, journals.plan_take_back(desk))
    assert every(desk, PersonnelChange) == every(desk, Due, subject_kind="person") == []
    assert [every(desk, Person, id=one)[0].left_on for one in ids] == [None, None]


def test_one_of_several_who_has_left_already_keeps_the_reason_and_stops_no_other(desk):
    first, second = two_with_mailboxes(desk)
    record_personnel_change(desk, planned(desk, first, "left"))
    joint = several(desk, [first, second])
    assert [plan.before.id for plan in joint.plans] == [second]
    assert [refusal.sentence for refusal in joint.refusals] == [
        "Nguyễn Văn Thành đã thôi làm việc từ 23/11/2026. Hãy xem lại người đã chọn."
    ]


def test_several_are_transferred_to_one_unit(desk):
    ids = two_with_mailboxes(desk)
    (unit_id,) = add_unit(desk, name="Phòng Chuyển đổi số", parent_id=own_unit_id(desk), slug="pcds").ids["unit"]
    record_personnel_changes(desk, several(desk, ids, "transferred", unit_id=unit_id))
    assert {every(desk, Person, id=one)[0].unit_id for one in ids} == {unit_id}


@pytest.mark.parametrize("kind", ["renamed", "promoted"])
def test_what_is_another_for_each_person_is_not_recorded_for_several(desk, kind):
    with pytest.raises(RuleBroken, match="ghi cho từng người"):
        several(desk, two_with_mailboxes(desk), kind)


def test_a_plan_for_nobody_is_refused_with_the_reason(desk):
    person_id = with_mailbox(desk)
    record_personnel_change(desk, planned(desk, person_id, "left"))
    with pytest.raises(RuleBroken, match="đã thôi làm việc"):
        record_personnel_changes(desk, several(desk, [person_id]))


def test_a_day_that_runs_already_does_not_begin_again(desk):
    person_id = with_mailbox(desk)
    (unit_id,) = add_unit(desk, name="Phòng Chuyển đổi số", parent_id=own_unit_id(desk), slug="pcds").ids["unit"]
    record_personnel_change(desk, planned(desk, person_id, "transferred", unit_id=unit_id))
    record_personnel_change(desk, planned(desk, person_id, "retired"))
    assert len(every(desk, Due, subject_kind="person", rule="request.limit.unit.close")) == 1


def test_a_new_mailbox_waits_for_the_old_one(desk):
    (unit_id,) = add_unit(desk, name="Phòng Chuyển đổi số", parent_id=own_unit_id(desk), slug="pcds").ids["unit"]
    close, create = planned(desk, with_mailbox(desk), "transferred", unit_id=unit_id).asks
    assert (close.is_next, create.is_next, create.is_later) == (True, False, True)


@pytest.mark.parametrize(("post", "cite"), [("Chuyên viên", "Đ3"), ("Giám đốc", None)])
def test_under_khanh_hoa_a_new_person_is_asked_a_mailbox_for_only_where_the_post_gets_one(tmp_path, post, cite):
    with founded(tmp_path, "khanhhoa-dagt-2021") as desk:
        (ask,) = planned(desk, added(desk, "Đỗ Thị Bích Ngọc", post=post), "joined").asks
        assert (ask.barred_by.cite if ask.barred_by else None) == cite
        assert ask.is_next == (cite is None)


def test_a_new_name_keeps_the_word_marked_as_its_ten(desk):
    plan = planned(desk, with_mailbox(desk), "renamed", full_name="H Hen Niê", given_word=2)
    assert (plan.after.full_name, plan.after.given_word) == ("H Hen Niê", 2)


def test_every_regulation_says_something_of_every_change():
    assert all(find(regulation_id).find(key) for regulation_id in UNITS for key in REQUEST_AFTER.values())


def test_someone_who_leaves_stands_in_for_nobody_any_more(desk):
    person_id = with_mailbox(desk)
    (head,) = every(desk, Custody, role="head")
    friday = date(2026, 11, 27)
    cover(desk, custody_id=head.id, person_id=person_id, from_on=date(2026, 11, 20), to_on=friday)
    plan = planned(desk, person_id, "resigned")
    assert [charge.role for charge in plan.ending] == ["cover"]
    assert plan.to_hand_over == ()
    record_personnel_change(desk, plan)
    assert [charge.to_on for charge in every(desk, Custody, role="cover")] == [MONDAY]


def test_a_charge_that_ended_before_stays_as_it_was(desk):
    person_id = with_mailbox(desk)
    march = {"from_on": date(2026, 3, 2), "to_on": date(2026, 3, 31)}
    appoint(desk, unit_id=own_unit_id(desk), person_id=person_id, role="custodian", **march)
    assert planned(desk, person_id, "resigned").ending == ()
