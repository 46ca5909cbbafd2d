"""Taking back: what may go back, what stands in the way, and that nothing is ever half done."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from govmail_desk.desk import Desk
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.reminder import Due
from govmail_desk.domain.unit import Unit
from govmail_desk.listings import journals as listing
from govmail_desk.listings import mailboxes as mailbox_listing
from govmail_desk.listings import people as people_listing
from govmail_desk.listings import units as unit_listing
from govmail_desk.operations import custodies, mailboxes, people, units
from govmail_desk.operations.journals import export_journal, plan_take_back, take_back, verify
from govmail_desk.operations.requests import draft_request, plan_request
from govmail_desk.store.database import DAMAGED
from tests.desks import NOW, added, founded, own_unit_id

TODAY = NOW.date()


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


def undo(desk, seq=None):
    return take_back(desk, plan_take_back(desk, seq=seq))


def refused(desk, seq, said):
    """The act cannot be taken back, and trying leaves everything as it was."""
    before = state_of(desk)
    with pytest.raises(RuleBroken, match=said):
        undo(desk, seq)
    assert state_of(desk) == before
    assert verify(desk) == []


def state_of(desk):
    with desk.reading() as connection:
        raw = connection.connection.driver_connection
        return list(raw.iterdump())


def edit(desk, person_id, **facts):
    seen = people_listing.person_of(desk, person_id)
    return people.edit_person(desk, person=seen, corrected=replace(seen, **facts))


def box_of(desk, person_id, address="thanhnv.stttt@ninhbinh.gov.vn", state="active"):
    changes = mailboxes.add_mailbox(
        desk, address=address, kind="personal", unit_id=own_unit_id(desk), holder_id=person_id, state=state, since=TODAY
    )
    return min(changes.ids["mailbox"])


def test_an_act_goes_back_whole_and_both_stay_in_the_journal(desk):
    before = rows_of(desk)
    person = added(desk, "Nguyễn Văn Thành")
    changes = undo(desk)
    assert rows_of(desk) == before
    assert people_listing.person_of(desk, person) is None
    assert (changes.act, changes.sentence, changes.ids) == (
        "take_back",
        "Hoàn tác: Thêm Nguyễn Văn Thành",
        {"person": {person}},
    )
    undone, act, *_ = listing.acts(desk)
    assert (undone.takes_back, act.taken_back_by) == (act.seq, undone.seq)
    assert verify(desk) == []


def rows_of(desk):
    """All rows of the register without its journal."""
    beside = ("journal", "journal_change", "counter", "salt", "sealed")
    return [line for line in state_of(desk) if not line.startswith(tuple(f'INSERT INTO "{name}"' for name in beside))]


def test_acts_go_back_one_after_another_to_the_founding(desk):
    before = rows_of(desk)
    person = added(desk, "Nguyễn Văn Thành")
    edit(desk, person, phone="0977717717", full_name="Nguyễn Văn Thanh")
    mailbox = box_of(desk, person)
    mailboxes.record_state(desk, mailbox_id=mailbox, state="locked", on=TODAY)
    custodies.appoint(desk, unit_id=own_unit_id(desk), person_id=person, role="custodian", from_on=TODAY)
    for _ in range(5):
        undo(desk)
    assert rows_of(desk) == before
    with pytest.raises(RuleBroken, match="Việc lập sổ không hoàn tác được"):
        plan_take_back(desk)
    assert verify(desk) == []


def test_an_act_in_the_middle_goes_back_where_nothing_stands_on_it(desk):
    added(desk, "Nguyễn Văn Thành")
    second = added(desk, "Đỗ Thị Bích Ngọc")
    undo(desk, 2)
    assert people_listing.person_of(desk, second) is not None
    assert verify(desk) == []


def test_a_row_changed_later_stands_in_the_way_until_that_goes_back(desk):
    person = added(desk, "Nguyễn Văn Thành")
    edit(desk, person, post="Trưởng phòng")
    refused(desk, 2, "một việc sau đó đã sửa lại cùng dòng")
    undo(desk)
    undo(desk)
    assert people_listing.person_of(desk, person) is None


def test_a_row_changed_and_changed_back_by_hand_still_stands_in_the_way(desk):
    person = added(desk, "Nguyễn Văn Thành", post="Chuyên viên")
    edit(desk, person, post="Trưởng phòng")
    edit(desk, person, post="Chuyên viên")
    refused(desk, 2, "một việc sau đó đã sửa lại cùng dòng")


def test_a_row_referred_to_later_stands_in_the_way(desk):
    person = added(desk, "Nguyễn Văn Thành")
    box_of(desk, person)
    refused(desk, 2, "có việc sau đó đã dùng đến dòng này")


def test_a_mailbox_that_something_falls_due_for_stands_in_the_way(desk):
    mailbox = box_of(desk, added(desk, "Nguyễn Văn Thành"))
    with desk.transaction("start_due", "Bắt đầu một hạn") as act:
        act.transaction.put(
            Due(
                rule="password.rotation.user",
                subject_kind="mailbox",
                subject_id=mailbox,
                started_on=TODAY,
                due_on=TODAY,
                act_by=TODAY,
            )
        )
    refused(desk, 3, "có việc sau đó đã dùng đến dòng này")


def test_a_request_goes_back_with_its_papers_people_and_mailboxes(desk):
    before = rows_of(desk)
    person = added(desk, "Nguyễn Văn Thành")
    draft_request(desk, plan_request(desk, on=TODAY, people_ids=[person]))
    undo(desk)
    undo(desk)
    kept = [line for line in rows_of(desk) if not line.startswith('INSERT INTO "file_content"')]
    assert kept == before
    assert verify(desk) == []


def test_a_request_whose_mailbox_moved_on_does_not_go_back(desk):
    person = added(desk, "Nguyễn Văn Thành")
    draft_request(desk, plan_request(desk, on=TODAY, people_ids=[person]))
    (row,) = mailbox_listing.every(desk, mailbox_listing.MailboxFilter(kind="personal"))
    mailboxes.record_state(desk, mailbox_id=row.id, state="requested", on=TODAY)
    refused(desk, 3, "một việc sau đó đã sửa lại cùng dòng")


def test_nothing_goes_back_twice_and_a_taking_back_does_not_go_back(desk):
    added(desk, "Nguyễn Văn Thành")
    undo(desk)
    refused(desk, 2, "đã được hoàn tác rồi")
    refused(desk, 3, "đã được hoàn tác rồi")
    refused(desk, 99, "Không còn việc nào để hoàn tác")


def test_the_same_plan_is_followed_only_once(desk):
    added(desk, "Nguyễn Văn Thành")
    plan = plan_take_back(desk)
    take_back(desk, plan)
    with pytest.raises(RuleBroken, match="đã được hoàn tác rồi"):
        take_back(desk, plan)
    assert verify(desk) == []


def test_a_plan_made_before_another_act_looks_again(desk):
    person = added(desk, "Nguyễn Văn Thành")
    plan = plan_take_back(desk)
    edit(desk, person, post="Trưởng phòng")
    with pytest.raises(RuleBroken, match="một việc sau đó"):
        take_back(desk, plan)
    other = added(desk, "Lê An")
    plan = plan_take_back(desk)
    added(desk, "Lê Bình")
    take_back(desk, plan)
    assert people_listing.person_of(desk, other) is None


def test_planning_says_what_would_happen_and_writes_nothing(desk):
    person = added(desk, "Nguyễn Văn Thành")
    draft_request(desk, plan_request(desk, on=TODAY, people_ids=[person]))
    before = state_of(desk)
    plan = plan_take_back(desk)
    assert (plan.seq, plan.sentence, plan.row_count) == (3, "Lập đề nghị cấp mới 1 hộp thư", 7)
    assert state_of(desk) == before


def test_private_values_come_back_and_an_emptied_one_is_not_made_up(desk):
    person = added(desk, "Nguyễn Văn Thành", phone="0977717717", birth_on="1977-07-17")
    edit(desk, person, phone="0912000999", birth_on="")
    with closing(sqlite3.connect(desk.engine.url.database)) as outside:
        outside.execute("UPDATE sealed SET value = '' WHERE value = '0977717717'")
        outside.commit()
    refused(desk, 3, "thông tin riêng trước đó")
    with closing(sqlite3.connect(desk.engine.url.database)) as outside:
        outside.execute("UPDATE sealed SET value = '0977717717' WHERE value = ''")
        outside.commit()
    undo(desk)
    found = people_listing.person_of(desk, person)
    assert (found.phone, found.birth_on) == ("0977717717", "1977-07-17")


def test_units_never_come_to_stand_under_themselves_by_taking_back(desk):
    own = own_unit_id(desk)
    (upper,) = units.add_unit(desk, name="Chi cục A", slug="a", parent_id=own).ids["unit"]
    (lower,) = units.add_unit(desk, name="Phòng B", slug="b", parent_id=upper).ids["unit"]
    units.edit_unit(desk, unit=unit_listing.unit_of(desk, lower), slug="b", short_name="", parent_id=own)
    units.edit_unit(desk, unit=unit_listing.unit_of(desk, upper), slug="a", short_name="", parent_id=lower)
    refused(desk, 4, "trực thuộc chính nó")
    undo(desk, 5)
    undo(desk, 4)
    assert unit_listing.unit_of(desk, lower).parent_id == upper


def test_no_address_is_given_twice_by_taking_back(desk):
    person = added(desk, "Nguyễn Văn Thành")
    mailbox = box_of(desk, person, address="thanh.stttt@ninhbinh.gov.vn", state="proposed")
    plan = plan_request(desk, on=TODAY, mailbox_ids=[mailbox], chosen={0: "thanhnv.stttt@ninhbinh.gov.vn"})
    draft_request(desk, plan)
    box_of(desk, added(desk, "Lê An"), address="thanh.stttt@ninhbinh.gov.vn")
    refused(desk, 4, r"địa chỉ thanh\.stttt@ninhbinh\.gov\.vn đã được dùng")


def test_a_renaming_goes_back_with_the_day_the_former_name_ended(desk):
    units.rename_unit(desk, unit_id=own_unit_id(desk), name="Sở Khoa học và Công nghệ", from_on=TODAY)
    undo(desk)
    (name,) = unit_listing.names(desk, own_unit_id(desk))
    assert (name.name, name.to_on) == ("Sở Thông tin và Truyền thông", None)


def test_what_was_never_kept_cannot_be_taken_back(desk):
    seen = people_listing.person_of(desk, added(desk, "Nguyễn Văn Thành"))
    unchanged = people.edit_person(desk, person=seen, corrected=seen)
    assert (unchanged.is_empty, unchanged.seq) == (True, 0)
    assert plan_take_back(desk).seq == 2


def test_two_desks_on_one_file_see_each_others_acts(desk, tmp_path):
    with Desk.open(tmp_path / "so.govmail", person="Dòng lệnh", clock=lambda: NOW) as other:
        person = added(desk, "Nguyễn Văn Thành")
        assert people_listing.person_of(other, person).full_name == "Nguyễn Văn Thành"
        edit(other, person, post="Trưởng phòng")
        with pytest.raises(RuleBroken, match="một việc sau đó"):
            plan_take_back(desk, seq=2)
        undo(desk)
        undo(desk)
        with pytest.raises(RuleBroken, match="không còn trong sổ"):
            box_of(other, person)
        assert [act.actor for act in listing.acts(other)][:3] == ["Ngô Thị Kim Uyên", "Ngô Thị Kim Uyên", "Dòng lệnh"]
        assert verify(other) == verify(desk) == []


def test_of_two_edits_held_open_in_two_desks_the_second_is_refused(desk, tmp_path):
    person = added(desk, "Nguyễn Văn Thành")
    with Desk.open(tmp_path / "so.govmail", person="Dòng lệnh", clock=lambda: NOW) as other:
        seen_here, seen_there = people_listing.person_of(desk, person), people_listing.person_of(other, person)
        people.edit_person(desk, person=seen_here, corrected=replace(seen_here, post="Trưởng phòng"))
        with pytest.raises(RuleBroken, match="vừa được sửa ở nơi khác"):
            people.edit_person(other, person=seen_there, corrected=replace(seen_there, post="Phó phòng"))
    assert people_listing.person_of(desk, person).post == "Trưởng phòng"


def test_a_request_planned_in_one_desk_is_refused_after_an_act_in_the_other(desk, tmp_path):
    person = added(desk, "Nguyễn Văn Thành")
    plan = plan_request(desk, on=TODAY, people_ids=[person])
    with Desk.open(tmp_path / "so.govmail", person="Dòng lệnh", clock=lambda: NOW) as other:
        draft_request(other, plan_request(other, on=TODAY, people_ids=[person]))
    with pytest.raises(RuleBroken, match="xem lại đề nghị"):
        draft_request(desk, plan)
    assert len(mailbox_listing.every(desk, mailbox_listing.MailboxFilter(kind="personal"))) == 1


def test_an_act_of_ten_thousand_rows_goes_back(desk):
    own = own_unit_id(desk)
    with desk.transaction("many", "Thêm nhiều đơn vị") as act:
        parents = act.transaction.put_all([Unit(slug=f"p{number}", parent_id=own) for number in range(2_000)])
        act.transaction.put_all([
            Unit(slug=f"c{number}", parent_id=parents[number % 2_000].id) for number in range(8_000)
        ])
    assert plan_take_back(desk).row_count == 10_000
    undo(desk)
    assert len(unit_listing.tree(desk)) == 1
    assert verify(desk) == []


def test_every_act_is_written_into_the_file_of_the_journal(desk, tmp_path):
    added(desk, "Nguyễn Văn Thành")
    _, head = desk.journal_head()
    changes = export_journal(desk, file=tmp_path / "nhật ký.csv")
    assert changes.sentence == "Xuất nhật ký (2 việc) ra tệp “nhật ký.csv”"
    text = (tmp_path / "nhật ký.csv").read_text(encoding="utf-8-sig")
    assert "Thêm Nguyễn Văn Thành" in text
    assert head in text


def test_the_stamp_of_an_act_is_told_in_utc(tmp_path):
    hanoi = timezone(timedelta(hours=7))
    founded(tmp_path).close()
    clock = datetime(2026, 11, 24, 0, 30, tzinfo=hanoi)
    with Desk.open(tmp_path / "so.govmail", person="Văn thư", clock=lambda: clock) as desk:
        added(desk, "Nguyễn Văn Thành")
        assert listing.acts(desk)[0].at == "2026-11-23T17:30:00+00:00"
        assert desk.today() == date(2026, 11, 24)


@pytest.mark.parametrize("column", ["search_key", "sort_key"])
def test_a_key_changed_outside_so_that_search_misses_a_row_is_found(tmp_path, column):
    desk = founded(tmp_path)
    with desk.engine.connect() as outside:
        outside.exec_driver_sql(f"UPDATE mailbox SET {column} = 'zz'")
        outside.commit()
    (finding,) = verify(desk)
    assert "không tìm thấy được" in finding.sentence
    desk.close()


def test_a_table_dropped_outside_is_a_finding_not_a_fault(tmp_path):
    desk = founded(tmp_path)
    with desk.engine.connect() as outside:
        outside.exec_driver_sql("DROP TABLE signer")
        outside.commit()
    assert [finding.sentence for finding in verify(desk)] == [DAMAGED]
    desk.close()
