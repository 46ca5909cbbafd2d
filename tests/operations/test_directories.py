"""Publishing the directory: what stands in it on a day, what changed, what is settled, and that it can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from govmail_desk.domain.directory import DirectoryEdition, placed
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.reminder import FollowUp
from govmail_desk.operations import journals
from govmail_desk.operations.directories import EditionUnchanged, plan_edition, publish_edition
from govmail_desk.operations.mailboxes import record_state
from govmail_desk.operations.people import edit_person
from govmail_desk.operations.personnel import Decision, plan_personnel_change, record_personnel_change
from govmail_desk.operations.units import end_unit, rename_unit
from govmail_desk.store.transaction import Transaction
from tests.desks import founded, leave, own_unit_id
from tests.directories import TODAY, employed, person, published, section, staffed
from tests.gui.statements import counted_statements
from tests.large_register import large_register


@pytest.fixture
def desk(tmp_path):
    with staffed(tmp_path) as opened:
        yield opened


def facts(desk, kind, **equals):
    with desk.reading() as connection:
        return Transaction(connection).find(kind, **equals)


def names(plan):
    return [line.name for line in plan.lines]


def plan(desk, on=TODAY, **options):
    return plan_edition(desk, as_of_on=on, **options)


def mailbox_id(desk, address):
    from govmail_desk.listings.mailboxes import id_of

    found = id_of(desk, f"{address}.stttt@ninhbinh.gov.vn")
    assert found is not None
    return found


def test_units_stand_as_a_tree_and_people_by_post_and_given_name(desk):
    assert names(plan(desk)) == [
        "Sở Thông tin và Truyền thông",
        "Phòng Chuyển đổi số",
        "Nguyễn Ngọc Đạt",
        "Trần Thị An",
        "Đỗ Văn Ánh",
        "Văn phòng",
        "Phạm Văn Hạnh",
    ]


def test_the_head_comes_first_whatever_the_post_is_called(desk):
    from govmail_desk.operations.custodies import appoint

    an = person(desk, "Trần Thị An")
    appoint(desk, unit_id=an.unit_id, person_id=an.id, role="head", from_on=date(2026, 11, 1), document="QĐ 7")
    assert names(plan(desk))[1:4] == ["Phòng Chuyển đổi số", "Trần Thị An", "Nguyễn Ngọc Đạt"]
    assert names(plan(desk, date(2026, 10, 31)))[1:3] == ["Phòng Chuyển đổi số", "Nguyễn Ngọc Đạt"]


def test_who_has_no_mailbox_in_use_is_left_out_and_told(desk):
    record_state(desk, mailbox_id=mailbox_id(desk, "antt"), state="locked", on=TODAY)
    told = plan(desk)
    assert "Trần Thị An" not in names(told)
    assert sorted(one.full_name for one in told.left_out) == ["Lê Thị Mỹ Hạnh", "Trần Thị An", "Vũ Thị Chưa Có"]
    assert [one.kind for one in told.warnings].count("no-address") == 3


def test_an_edition_for_the_office_has_everyone_and_the_states(desk):
    record_state(desk, mailbox_id=mailbox_id(desk, "antt"), state="locked", on=TODAY)
    lines = {line.name: line for line in plan(desk, is_public=False).lines}
    assert lines["Trần Thị An"].states == ("locked",)
    assert lines["Vũ Thị Chưa Có"].addresses == ()
    assert all(line.states == () for line in plan(desk).lines)


def test_it_stands_as_it_did_at_the_end_of_the_day(desk):
    rename_unit(
        desk,
        unit_id=person(desk, "Phạm Văn Hạnh").unit_id,
        name="Văn phòng Sở",
        from_on=date(2026, 11, 20),
        document="",
    )
    leave(desk, person(desk, "Đỗ Văn Ánh").id, on=date(2026, 11, 20))
    before, after = plan(desk, date(2026, 11, 19)), plan(desk, date(2026, 11, 23))
    assert {"Văn phòng", "Đỗ Văn Ánh"} <= set(names(before))
    assert "Văn phòng Sở" in names(after)
    assert "Đỗ Văn Ánh" not in names(after)


def test_who_came_later_stands_in_no_edition_of_a_day_before(desk):
    decision = Decision(kind="joined", decided_on=date(2026, 11, 16))
    someone = person(desk, "Vũ Thị Chưa Có")
    record_personnel_change(desk, plan_personnel_change(desk, person_id=someone.id, decision=decision))
    assert someone.full_name not in names(plan(desk, date(2026, 11, 15), is_public=False))
    assert someone.full_name in names(plan(desk, date(2026, 11, 16), is_public=False))


def test_a_unit_that_ended_and_one_with_nothing_to_say_are_left_out(desk):
    with desk.reading() as connection:
        from govmail_desk.domain.unit import Unit

        office = Transaction(connection).get(Unit, person(desk, "Phạm Văn Hạnh").unit_id)
    section(desk, "Phòng Trống")
    below = section(desk, "Tổ Tin học", parent_id=section(desk, "Phòng Trung gian"))
    employed(desk, "Hà Văn Tổ", address="tohv", unit_id=below)
    end_unit(desk, unit=office, on=date(2026, 11, 10))
    levels = {one.line.name: one.line.level for one in placed(plan(desk).lines)}
    assert "Phòng Trống" not in levels
    assert "Văn phòng" not in levels
    assert (levels["Phòng Trung gian"], levels["Tổ Tin học"], levels["Hà Văn Tổ"]) == (1, 2, 3)


def test_an_edition_is_frozen_with_the_next_number_and_its_hash(desk):
    changes = publish_edition(desk, plan(desk))
    (edition,) = facts(desk, DirectoryEdition)
    assert changes.sentence == "Lập danh bạ công khai bản số 1, số liệu đến ngày 23/11/2026"
    assert (edition.number, edition.as_of_on, edition.is_public, edition.by) == (1, TODAY, True, "Ngô Thị Kim Uyên")
    assert edition.entries == plan(desk).entries
    hoa = person(desk, "Trần Thị An")
    edit_person(desk, person=hoa, corrected=replace(hoa, post="Văn thư"))
    assert facts(desk, DirectoryEdition)[0].entries == edition.entries
    published(desk)
    assert [one.number for one in facts(desk, DirectoryEdition)] == [1, 2]
    published(desk, is_public=False)
    assert facts(desk, DirectoryEdition, is_public=False)[0].number == 1


def test_what_changed_since_the_last_of_its_kind_is_told(desk):
    published(desk)
    an, dat = person(desk, "Trần Thị An"), person(desk, "Nguyễn Ngọc Đạt")
    edit_person(desk, person=an, corrected=replace(an, office_phone="0229 3871 104"))
    leave(desk, dat.id, on=TODAY)
    employed(desk, "Bùi Thị Mới", address="moibt")
    change = plan(desk).change
    assert [one.line.name for one in change.added] == ["Bùi Thị Mới"]
    assert [one.line.name for one in change.gone] == ["Nguyễn Ngọc Đạt"]
    assert [one.after.line.office_phone for one in change.changed] == ["0229 3871 104"]


def test_an_edition_that_says_the_same_is_told_and_not_made_again(desk):
    last = published(desk)
    with pytest.raises(EditionUnchanged, match="không có gì khác bản số 1") as told:
        published(desk)
    assert told.value.edition_id == last
    assert len(facts(desk, DirectoryEdition)) == 1


def test_a_private_fact_corrected_changes_no_edition(desk):
    published(desk)
    an = person(desk, "Trần Thị An")
    edit_person(desk, person=an, corrected=replace(an, phone="0911222333", birth_on="1990-01-02", note="khác"))
    assert plan(desk).is_unchanged


@pytest.mark.parametrize(
    ("on", "words"),
    [(date(2026, 11, 24), "chưa tới"), (date(2020, 1, 1), "không có hộp thư nào đang dùng")],
)
def test_a_day_to_come_and_a_day_without_mailboxes_are_refused(desk, on, words):
    with pytest.raises(RuleBroken, match=words):
        published(desk, on=on)
    assert facts(desk, DirectoryEdition) == []


def test_a_day_before_the_last_edition_is_refused(desk):
    published(desk)
    with pytest.raises(RuleBroken, match="đã chốt số liệu đến ngày 23/11/2026"):
        plan(desk, date(2026, 11, 22))


def test_a_plan_the_register_has_left_behind_is_refused_and_one_it_has_not_is_kept(desk):
    seen = plan(desk)
    an = person(desk, "Trần Thị An")
    edit_person(desk, person=an, corrected=replace(an, note="việc khác"))
    publish_edition(desk, seen)
    stale = plan(desk, is_public=False)
    an = person(desk, "Trần Thị An")
    edit_person(desk, person=an, corrected=replace(an, post="Văn thư"))
    with pytest.raises(RuleBroken, match="Sổ vừa thay đổi"):
        publish_edition(desk, stale)


def test_work_on_the_directory_is_settled_only_where_asked_and_taken_back_with_the_edition(desk):
    with desk.transaction("test", "Có việc cập nhật danh bạ") as act:
        act.transaction.put_all([
            FollowUp(kind="directory", after="create", mailbox_id=mailbox_id(desk, name), raised_on=on)
            for name, on in (("antt", TODAY), ("datnn", date(2026, 11, 20)))
        ])
    told = plan(desk)
    assert [one.address for one in told.covered] == ["antt.stttt@ninhbinh.gov.vn", "datnn.stttt@ninhbinh.gov.vn"]
    chosen = told.covered[0].follow_up_id
    changes = publish_edition(desk, told, settles=[chosen, 999_999])
    assert {one.id: one.outcome for one in facts(desk, FollowUp)} == {chosen: "done", told.covered[1].follow_up_id: ""}
    journals.take_back(desk, journals.plan_take_back(desk, seq=changes.seq))
    assert facts(desk, DirectoryEdition) == []
    assert {one.outcome for one in facts(desk, FollowUp)} == {""}
    assert plan(desk).number == 2, "a number once given is not given again"
    assert journals.verify(desk) == []


def test_a_large_register_is_read_in_as_many_statements_as_a_small_one(tmp_path):
    with large_register(tmp_path, 20_000) as desk:
        with counted_statements(desk) as sent:
            told = plan_edition(desk, as_of_on=desk.today())
        assert len([one for one in sent if one.startswith(("SELECT", "WITH"))]) <= 5
        assert len(told.lines) > 10_000
        assert published(desk, on=desk.today())


def test_a_fresh_register_has_its_units_own_mailbox(tmp_path):
    with founded(tmp_path) as desk:
        (line,) = plan(desk).lines
        assert (line.kind, line.subject_id, line.address) == ("unit", own_unit_id(desk), "stttt@ninhbinh.gov.vn")
