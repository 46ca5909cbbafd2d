"""Who is told: the holder, whoever answers for a unit's mailbox that day, both sides of a handover; one person once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from govmail_desk.domain.custody import Custody
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.handover import Circumstances
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.reminder import Due
from govmail_desk.operations.custodies import cover
from govmail_desk.operations.notices import plan_notices
from tests.desks import NOW, added, founded, leave
from tests.handovers import clerk, opened, own_mailbox
from tests.mailboxes import issued, issued_to_unit
from tests.password_dues import due_for
from tests.request_lives import every, one

TODAY = NOW.date()


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


def told(desk, ids):
    """Return who is told, at which address, about which mailboxes."""
    plan = plan_notices(desk, due_ids=ids, way="list")
    return {
        one.to.full_name: (one.to.address, [address for task in one.to.tasks for address in task.addresses])
        for one in plan.notices
    }


def held(desk, person_id):
    """Issue a mailbox to someone already in the register and return its address."""
    with desk.transaction("issue", "Cấp hộp thư") as act:
        unit_id = own_mailbox(desk).unit_id
        box = Mailbox(
            address=f"nguoi{person_id}@ninhbinh.gov.vn",
            kind="personal",
            unit_id=unit_id,
            holder_id=person_id,
            state="active",
            since=TODAY,
        )
        return act.transaction.put(box).address


def test_of_a_units_mailbox_the_one_who_answers_that_day_is_told_at_their_own(desk):
    person_id = clerk(desk, "Phạm Đức Đạt", is_lead=True)
    address, box = held(desk, person_id), own_mailbox(desk)
    assert told(desk, due_for(desk, box.id, rule="housekeeping.keep")) == {"Phạm Đức Đạt": (address, [box.address])}


def test_whoever_stands_in_is_told_instead(desk):
    person_id = clerk(desk, "Phạm Đức Đạt", is_lead=True)
    (charge,) = every(desk, Custody, person_id=person_id)
    stand_in = added(desk, "Trần Thị Lan")
    cover(desk, custody_id=charge.id, person_id=stand_in, from_on=TODAY, to_on=TODAY + timedelta(days=5))
    assert list(told(desk, due_for(desk, own_mailbox(desk).id))) == ["Trần Thị Lan"]


def test_the_units_own_sending_mailbox_is_never_written_to(desk):
    clerk(desk, "Phạm Đức Đạt", is_lead=True)
    plan = plan_notices(desk, due_ids=due_for(desk, own_mailbox(desk).id), way="email")
    (one,) = plan.notices
    assert (one.to.address, one.to.refusal, one.file_name) == ("", "chưa có hộp thư cá nhân trong sổ", "")


def test_where_nobody_looks_after_a_mailbox_that_is_said(desk):
    box = one(desk, Mailbox, id=issued_to_unit(desk, "Phòng Chuyển đổi số"))
    with pytest.raises(RuleBroken, match=f"{box.address} chưa giao ai theo dõi"):
        told(desk, due_for(desk, box.id))


def test_who_has_left_is_not_told_and_the_clerk_is(desk):
    box_ids = issued(desk, "Nguyễn Văn Thành"), issued(desk, "Trần Thị Lan")
    ids = due_for(desk, *box_ids)
    leave(desk, one(desk, Mailbox, id=box_ids[0]).holder_id, on=TODAY)
    plan = plan_notices(desk, due_ids=ids, way="email")
    assert [planned.to.full_name for planned in plan.notices] == ["Trần Thị Lan"]
    assert plan.left_out[0].startswith("Nguyễn Văn Thành đã thôi làm việc từ 23/11/2026")


def test_both_sides_of_a_handover_are_told_and_one_who_is_gone_is_not(desk):
    clerk(desk, "Phạm Thị Mai", is_lead=True)
    handover = opened(desk, post="clerk")
    (due,) = every(desk, Due, subject_kind="handover", subject_id=handover.id)
    assert set(told(desk, [due.id])) == {"Phạm Thị Mai", "Phạm Đức Đạt"}


def test_a_giver_who_is_ill_is_not_written_to(desk):
    clerk(desk, "Phạm Thị Mai", is_lead=True)
    around = Circumstances(giver_absence="ill", in_place_of="Lê Thị Mỹ Hạnh, Giám đốc")
    handover = opened(desk, post="clerk", around=around)
    (due,) = every(desk, Due, subject_kind="handover", subject_id=handover.id)
    assert set(told(desk, [due.id])) == {"Phạm Đức Đạt"}


def test_people_stand_in_vietnamese_order_and_once_each(desk):
    ids = due_for(desk, *(issued(desk, name) for name in ("Đỗ Văn Lý", "Dương Chí Nguyên", "Ân Văn Tú")))
    ids += due_for(desk, every(desk, Mailbox, kind="personal")[0].id, rule="inactivity.lock")
    assert list(told(desk, ids)) == ["Ân Văn Tú", "Dương Chí Nguyên", "Đỗ Văn Lý"]
