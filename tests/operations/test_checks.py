"""Looks into mailboxes, logged by a named person and read back from the register's own file."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from govmail_desk.desk import Desk
from govmail_desk.domain.check import Check
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.regulation import INACTIVITY_LOCK
from govmail_desk.listings import dues
from govmail_desk.operations.checks import mark_reported, record_check
from govmail_desk.store.transaction import Transaction
from tests.desks import founded
from tests.mailboxes import ISSUED_ON, LOCKED_ON, issued, issued_to_unit
from tests.office import at, with_hours

MONDAY = date(2026, 11, 23)


@pytest.fixture
def desk(tmp_path):
    desk = with_hours(founded(tmp_path, "quan4-03-2013"))
    at(desk, MONDAY, 9)
    yield desk
    desk.close()


def logged(desk: Desk) -> list[Check]:
    with desk.reading() as connection:
        return Transaction(connection).find(Check)


def test_a_look_is_kept_with_who_when_and_how_many_letters(desk) -> None:
    mailbox_id = issued_to_unit(desk, "Phòng Kinh tế")
    changes = record_check(
        desk,
        mailbox_ids=[mailbox_id],
        on=MONDAY,
        slot="morning",
        by="  Trần  Thị Bình ",
        mail_count=4,
        is_reported=True,
    )
    (check,) = logged(desk)
    assert changes.ids["check"] == {check.id}
    assert (check.mailbox_id, check.on_date, check.slot, check.by) == (mailbox_id, MONDAY, "morning", "Trần Thị Bình")
    assert (check.mail_count, check.is_reported, check.is_late) == (4, True, False)
    assert check.entered_at == datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


def test_who_is_not_named_is_the_one_working_and_letters_not_counted_are_not_none_at_all(desk) -> None:
    record_check(desk, mailbox_ids=[issued_to_unit(desk, "Phòng Kinh tế")], on=MONDAY, slot="morning")
    (check,) = logged(desk)
    assert check.by == desk.person
    assert check.mail_count is None


def test_several_mailboxes_are_one_act_with_a_number_of_letters_each(desk) -> None:
    first, second = issued_to_unit(desk, "Phòng Kinh tế"), issued_to_unit(desk, "Phòng Tư pháp")
    changes = record_check(desk, mailbox_ids=[first, second], on=MONDAY, slot="morning", mail_count={second: 0})
    assert [(check.mailbox_id, check.mail_count) for check in logged(desk)] == [(first, None), (second, 0)]
    assert changes.sentence == "Ghi đã kiểm tra 2 hộp thư: buổi sáng thứ Hai 23/11/2026"


def test_one_number_of_letters_for_two_mailboxes_is_refused(desk) -> None:
    both = [issued_to_unit(desk, "Phòng Kinh tế"), issued_to_unit(desk, "Phòng Tư pháp")]
    with pytest.raises(RuleBroken, match="từng hộp thư"):
        record_check(desk, mailbox_ids=both, on=MONDAY, slot="morning", mail_count=3)
    assert logged(desk) == []


def test_an_entry_after_the_half_day_ended_is_late_for_good(desk) -> None:
    mailbox_id = issued_to_unit(desk, "Phòng Kinh tế")
    at(desk, MONDAY, 11, 31)
    changes = record_check(desk, mailbox_ids=[mailbox_id], on=MONDAY, slot="morning")
    assert changes.sentence.endswith("(ghi muộn)")
    record_check(desk, mailbox_ids=[mailbox_id], on=date(2026, 11, 20), slot="afternoon", note="Mất điện")
    assert [check.is_late for check in logged(desk)] == [True, True]


def test_a_half_day_that_has_not_begun_cannot_have_been_checked(desk) -> None:
    mailbox_id = issued_to_unit(desk, "Phòng Kinh tế")
    with pytest.raises(RuleBroken, match=r"bắt đầu lúc 13:30"):
        record_check(desk, mailbox_ids=[mailbox_id], on=MONDAY, slot="afternoon")
    with pytest.raises(RuleBroken, match="chưa tới"):
        record_check(desk, mailbox_ids=[mailbox_id], on=date(2026, 11, 24), slot="morning")


def test_a_day_off_is_taken_and_remarked_upon(desk) -> None:
    sunday = date(2026, 11, 22)
    changes = record_check(desk, mailbox_ids=[issued_to_unit(desk, "Phòng Kinh tế")], on=sunday, slot="morning")
    assert "ngày nghỉ: Chủ nhật" in changes.sentence


def test_a_mailbox_closed_or_never_issued_cannot_be_looked_into(desk) -> None:
    closed = issued_to_unit(desk, "Phòng Kinh tế", state="closed")
    asked_for = issued(desk, "Nguyễn Văn An", state="requested")
    with pytest.raises(RuleBroken, match="đã đóng"):
        record_check(desk, mailbox_ids=[closed], on=MONDAY, slot="morning")
    with pytest.raises(RuleBroken, match="chưa được cấp"):
        record_check(desk, mailbox_ids=[asked_for], on=MONDAY, slot="morning")
    with pytest.raises(RuleBroken, match="có trong sổ từ 05/01/2026"):
        record_check(desk, mailbox_ids=[closed], on=ISSUED_ON - timedelta(days=1), slot="morning")


def test_a_mailbox_that_came_into_the_register_in_use_was_looked_into_before(desk) -> None:
    record_check(
        desk, mailbox_ids=[issued_to_unit(desk, "Phòng Kinh tế")], on=ISSUED_ON - timedelta(days=3), slot="morning"
    )
    (check,) = logged(desk)
    assert check.is_late


def test_what_was_done_before_a_mailbox_closed_may_still_be_entered(desk) -> None:
    closed = issued_to_unit(desk, "Phòng Kinh tế", state="closed")
    record_check(desk, mailbox_ids=[closed], on=LOCKED_ON - timedelta(days=1), slot="morning")
    (check,) = logged(desk)
    assert check.is_late


def test_a_mailbox_the_register_holds_for_locked_is_remarked_upon(desk) -> None:
    locked = issued_to_unit(desk, "Phòng Kinh tế", state="locked")
    changes = record_check(desk, mailbox_ids=[locked], on=MONDAY, slot="morning")
    assert "bị khóa" in changes.sentence


def test_nothing_chosen_and_less_than_no_letters_are_refused(desk) -> None:
    with pytest.raises(RuleBroken, match="Chưa chọn hộp thư"):
        record_check(desk, mailbox_ids=[], on=MONDAY, slot="morning")
    with pytest.raises(RuleBroken, match="nhỏ hơn 0"):
        record_check(
            desk, mailbox_ids=[issued_to_unit(desk, "Phòng Kinh tế")], on=MONDAY, slot="morning", mail_count=-1
        )


def test_reporting_to_the_head_may_be_noted_later_and_only_once(desk) -> None:
    mailbox_id = issued_to_unit(desk, "Phòng Kinh tế")
    record_check(desk, mailbox_ids=[mailbox_id], on=MONDAY, slot="morning")
    at(desk, MONDAY, 14)
    record_check(desk, mailbox_ids=[mailbox_id], on=MONDAY, slot="afternoon", is_reported=True)
    ids = [check.id for check in logged(desk)]
    assert mark_reported(desk, check_ids=ids).ids["check"] == {ids[0]}
    assert all(check.is_reported for check in logged(desk))
    assert mark_reported(desk, check_ids=ids).is_empty


def test_looking_into_a_mailbox_is_using_it_and_its_months_without_use_begin_anew(desk) -> None:
    mailbox_id = issued_to_unit(desk, "Phòng Kinh tế")
    record_check(desk, mailbox_ids=[mailbox_id], on=MONDAY, slot="morning")
    begun = {row.rule: row.started_on for row in dues.of_subject(desk, "mailbox", mailbox_id)}
    assert begun[INACTIVITY_LOCK.name] == MONDAY


def test_a_second_press_of_the_button_is_no_second_look_and_another_persons_look_is(desk) -> None:
    mailbox_id = issued_to_unit(desk, "Phòng Kinh tế")
    for by in ("Trần Thị Lan", "Trần Thị Lan", "Đỗ Văn Lý"):
        record_check(desk, mailbox_ids=[mailbox_id], on=MONDAY, slot="morning", by=by, mail_count=3)
    assert [check.by for check in logged(desk)] == ["Trần Thị Lan", "Đỗ Văn Lý"]
