"""Whom a row of a list means in the register: the same, changed, someone new, or to be asked about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from govmail_desk.listings import people as people_listing
from govmail_desk.listings.mailbox_pane import pane
from govmail_desk.listings.mailboxes import id_of
from govmail_desk.operations.custodies import appoint
from govmail_desk.operations.intakes import plan_intake, take_in
from govmail_desk.operations.mailboxes import add_mailbox, record_state
from govmail_desk.operations.people import add_person, edit_person
from govmail_desk.operations.units import add_unit
from tests.desks import added, founded, keeps_id_numbers, leave, own_unit_id
from tests.small_lists import people, person, unit, units

ADDRESS = "annv.stttt@ninhbinh.gov.vn"


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    keeps_id_numbers(desk)
    yield desk
    desk.close()


def judged(desk, row):
    (found,) = [one for one in plan_intake(desk, people(row)).rows if one.full_name or one.address]
    return found


def judged_unit(desk, row):
    return plan_intake(desk, units(row)).rows[-1]


def known(desk, name="Nguyễn Văn An", *, unit_id=None, **facts):
    changes = add_person(desk, full_name=name, unit_id=unit_id or own_unit_id(desk), **facts)
    (person_id,) = changes.ids["person"]
    return person_id


def issued(desk, person_id, address=ADDRESS, *, state="active"):
    add_mailbox(
        desk,
        address=address,
        kind="personal",
        unit_id=own_unit_id(desk),
        holder_id=person_id,
        state=state,
        since=desk.today(),
    )


def section(desk, name):
    changes = add_unit(desk, name=name, slug="", parent_id=own_unit_id(desk))
    (unit_id,) = changes.ids["unit"]
    return unit_id


# By address


def test_an_address_of_the_register_names_its_holder(desk):
    holder = known(desk)
    issued(desk, holder)
    row = judged(desk, person("NGUYEN VAN AN", address=ADDRESS.upper()))
    assert (row.outcome, row.person_id) == ("changed", holder)
    assert row.differences == (("Chức vụ", "", "Chuyên viên"),)


def test_an_address_pasted_on_someone_elses_row_is_doubtful(desk):
    issued(desk, known(desk))
    row = judged(desk, person("Trần Thị Bình", address=ADDRESS))
    assert row.outcome == "doubtful"
    assert row.reasons == (f"{ADDRESS} trong sổ là hộp thư của Nguyễn Văn An, không phải Trần Thị Bình.",)


def test_a_units_mailbox_is_nobodys_own(desk):
    row = judged(desk, person("Trần Thị Bình", address="stttt@ninhbinh.gov.vn"))
    assert row.outcome == "doubtful"
    assert "là hộp thư của đơn vị Sở Thông tin và Truyền thông" in row.reasons[0]


def test_a_closed_mailbox_is_doubtful(desk):
    issued(desk, known(desk))
    record_state(desk, mailbox_id=id_of(desk, ADDRESS), state="closed", on=desk.today())
    assert judged(desk, person("Nguyễn Văn An", address=ADDRESS)).outcome == "doubtful"


def test_a_mailbox_still_asked_for_keeps_its_state(desk):
    issued(desk, known(desk, post="Chuyên viên"), state="requested")
    row = judged(desk, person("Nguyễn Văn An", address=ADDRESS))
    assert row.outcome == "same"
    assert "không đổi trạng thái" in row.reasons[0]


def test_an_address_that_only_looks_like_a_known_one_is_doubtful(desk):
    issued(desk, known(desk), "loannv.stttt@ninhbinh.gov.vn")
    row = judged(desk, person("Trần Thị Bình", address="l0annv.stttt@ninhbinh.gov.vn"))
    assert row.outcome == "doubtful"
    assert "trông giống loannv.stttt@ninhbinh.gov.vn" in row.reasons[0]


def test_an_ordinal_beside_a_namesakes_address_is_no_look_alike(desk):
    issued(desk, known(desk, birth_on="1980-01-01"))
    row = judged(desk, person("Nguyễn Văn An", birth="01/02/1990", address="annv1.stttt@ninhbinh.gov.vn"))
    assert row.outcome == "new"


def test_someone_known_by_another_address_is_doubtful(desk):
    issued(desk, known(desk))
    row = judged(desk, person("Nguyễn Văn An", address="nvan.stttt@ninhbinh.gov.vn"))
    assert row.outcome == "doubtful"
    assert f"đang có hộp thư {ADDRESS}" in row.reasons[0]


# By identity number


def test_an_identity_number_names_someone_whatever_section_they_moved_to(desk):
    known(desk, id_number="037085000111", post="Chuyên viên")
    row = judged(desk, person("Nguyễn Văn An", section="Phòng Kế toán", id_number="037085000111"))
    assert row.outcome == "changed"
    assert row.differences == (("Phòng, bộ phận", "Sở Thông tin và Truyền thông", "Phòng Kế toán"),)


def test_an_identity_number_of_someone_else_is_doubtful_and_not_quoted(desk):
    known(desk, id_number="037085000111")
    row = judged(desk, person("Trần Thị Bình", id_number="037085000111"))
    assert row.outcome == "doubtful"
    assert "037085000111" not in " ".join(row.kept_reasons)


def test_two_people_of_one_identity_number_are_doubtful(desk):
    known(desk, id_number="037085000111")
    known(desk, id_number="037085000111")
    assert judged(desk, person("Nguyễn Văn An", id_number="037085000111")).outcome == "doubtful"


# By name, section and birth date


def test_nobody_of_that_name_is_someone_new(desk):
    assert judged(desk, person("Nguyễn Văn An")).outcome == "new"


def test_one_of_that_name_is_taken_for_the_same_without_regard_to_the_place_of_the_tone(desk):
    known(desk, "Lê Thị Thuý Hoà", post="Chuyên viên")
    row = judged(desk, person("LÊ THỊ THÚY HÒA"))
    assert (row.outcome, row.differences) == ("same", ())


def test_a_name_without_diacritics_does_not_spoil_the_registers(desk):
    known(desk, "Lê Thị Thúy", post="Chuyên viên")
    assert judged(desk, person("Le Thi Thuy")).outcome == "same"


def test_a_name_with_other_diacritics_is_asked_about(desk):
    known(desk, "Nguyễn Văn Tuấn")
    row = judged(desk, person("Nguyễn Văn Tuân"))
    assert row.outcome == "doubtful"
    assert "Nguyễn Văn Tuấn" in row.reasons[0]


def test_two_of_that_name_are_asked_about(desk):
    known(desk)
    known(desk)
    row = judged(desk, person("Nguyễn Văn An"))
    assert (row.outcome, row.person_id) == ("doubtful", None)


def test_a_birth_date_tells_two_of_one_name_apart(desk):
    known(desk, birth_on="1980-01-01")
    second = known(desk, birth_on="1990-02-02")
    assert judged(desk, person("Nguyễn Văn An", birth="02/02/1990")).person_id == second
    assert judged(desk, person("Nguyễn Văn An", birth="03/03/2000")).outcome == "new"


def test_a_bare_year_agrees_with_a_day_of_it_and_is_filled_by_one(desk):
    first = known(desk, birth_on="1980-01-01", post="Chuyên viên")
    assert judged(desk, person("Nguyễn Văn An", birth="1980")).outcome == "same"
    only = people_listing.person_of(desk, first)
    edit_person(desk, person=only, corrected=replace(only, birth_on="1980"))
    row = judged(desk, person("Nguyễn Văn An", birth="01/01/1980"))
    assert row.differences == (("Ngày sinh", "1980", "1980-01-01"),)


def test_the_section_tells_two_of_one_name_apart(desk):
    first, second = section(desk, "Văn phòng"), section(desk, "Phòng Công nghệ thông tin")
    known(desk, unit_id=first)
    meant = known(desk, unit_id=second)
    assert judged(desk, person("Nguyễn Văn An", section="PHÒNG CNTT")).person_id == meant


def test_a_namesake_in_a_section_nobody_of_that_name_is_in_is_new_and_said_so(desk):
    known(desk, unit_id=section(desk, "Văn phòng"))
    row = judged(desk, person("Nguyễn Văn An", section="Phòng Kế toán"))
    assert row.outcome == "new"
    assert row.reasons == ("Trong sổ đã có người cùng tên ở Văn phòng.",)


def test_the_same_birth_date_in_another_section_is_someone_who_moved(desk):
    meant = known(desk, unit_id=section(desk, "Văn phòng"), birth_on="1980-01-01")
    row = judged(desk, person("Nguyễn Văn An", birth="01/01/1980", section="Phòng Kế toán"))
    assert (row.outcome, row.person_id) == ("changed", meant)


def test_who_moves_takes_the_mailbox_along(desk):
    holder = known(desk, birth_on="1980-01-01")
    issued(desk, holder)
    take_in(desk, plan_intake(desk, people(person("Nguyễn Văn An", section="Phòng Kế toán", address=ADDRESS))))
    assert (
        pane(desk, id_of(desk, ADDRESS)).unit_id == people_listing.person_of(desk, holder).unit_id != own_unit_id(desk)
    )


def test_someone_who_left_is_asked_about(desk):
    person_id = added(desk, "Nguyễn Văn An")
    leave(desk, person_id, on=desk.today())
    assert judged(desk, person("Nguyễn Văn An")).outcome == "doubtful"


# What changes


def test_an_empty_cell_never_erases_a_fact(desk):
    facts = {
        "post": "Trưởng phòng",
        "phone": "0912000101",
        "birth_on": "1980-01-01",
        "id_number": "037080000111",
        "note": "x",
    }
    known(desk, **facts)
    assert judged(desk, person("Nguyễn Văn An", post="")).outcome == "same"


def test_a_telephone_written_otherwise_is_the_same(desk):
    known(desk, phone="0912 000 101", post="Chuyên viên")
    assert judged(desk, person("Nguyễn Văn An", phone="+84912000101")).outcome == "same"


def test_changed_facts_show_what_was_and_what_would_be(desk):
    known(desk, post="Chuyên viên", phone="0912000101")
    row = judged(desk, person("Nguyễn Văn An", post="Phó Trưởng phòng", phone="0912000999", address=ADDRESS))
    assert row.differences == (
        ("Chức vụ", "Chuyên viên", "Phó Trưởng phòng"),
        ("Số điện thoại", "0912000101", "0912000999"),
        ("Hộp thư", "", ADDRESS),
    )


def test_a_remark_on_the_request_is_no_note_about_the_person(desk):
    take_in(desk, plan_intake(desk, people(person("Nguyễn Văn An", note="Cấp mới"))))
    (found,) = people_listing.ids(desk, people_listing.PersonFilter(search="nguyen van an"))
    assert people_listing.person_of(desk, found).note == ""


# Units


def test_a_unit_is_found_by_its_shortened_name(desk):
    unit_id = section(desk, "Phòng Công nghệ thông tin")
    row = judged_unit(desk, unit("Phòng CNTT", address="pcntt.stttt@ninhbinh.gov.vn"))
    assert (row.outcome, row.unit_id) == ("changed", unit_id)
    assert row.differences == (("Hộp thư", "", "pcntt.stttt@ninhbinh.gov.vn"),)


def test_our_own_unit_is_never_added_again(desk):
    row = judged_unit(desk, unit("SỞ TT&TT", above="UBND tỉnh Ninh Bình", address="stttt@ninhbinh.gov.vn"))
    assert (row.outcome, row.unit_id) == ("same", own_unit_id(desk))


def test_a_second_mailbox_of_a_unit_is_asked_about(desk):
    row = judged_unit(desk, unit("Sở Thông tin và Truyền thông", address="sotttt@ninhbinh.gov.vn"))
    assert row.outcome == "doubtful"
    assert "đang có hộp thư stttt@ninhbinh.gov.vn" in row.reasons[0]


def test_another_units_address_is_asked_about(desk):
    row = judged_unit(desk, unit("Phòng Kế toán", address="stttt@ninhbinh.gov.vn"))
    assert row.outcome == "doubtful"


def test_a_custodian_several_people_may_be_is_asked_about(desk):
    known(desk, unit_id=section(desk, "Văn phòng"))
    known(desk, unit_id=section(desk, "Thanh tra"))
    row = judged_unit(desk, unit("Phòng Kế toán", custodian="Nguyễn Văn An"))
    assert row.outcome == "doubtful"
    assert "Trong sổ có 2 người tên Nguyễn Văn An" in row.reasons[0]


def test_a_custodian_the_register_has_is_not_replaced_by_a_list(desk):
    unit_id = section(desk, "Phòng Kế toán")
    appoint(desk, unit_id=unit_id, person_id=known(desk), role="custodian", from_on=None)
    assert judged_unit(desk, unit("Phòng Kế toán", custodian="Trần Thị Bình")).outcome == "same"
