"""People added, corrected and gone; what is typed comes in clean."""

from __future__ import annotations

from dataclasses import replace

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.listings import people as listing
from govmail_desk.operations.people import add_person, edit_person, tidy_name
from tests.desks import founded, keeps_id_numbers, own_unit_id


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        keeps_id_numbers(desk)
        yield desk


def test_typed_facts_come_in_clean(desk):
    changes = add_person(
        desk,
        full_name="  Nguye\u0302\u0303n\u00a0Văn\u200b  Ðức ",
        unit_id=own_unit_id(desk),
        post=" Trưởng\u00a0phòng ",
        birth_on=" 1990-05-01\u200b",
        phone="\u202d0912 000 111",
        id_number=" 037090000001 ",
        note="  biệt\nphái ",
    )
    person = listing.person_of(desk, min(changes.ids["person"]))
    assert changes.sentence == "Thêm Nguyễn Văn Đức"
    assert (person.full_name, person.post, person.birth_on) == ("Nguyễn Văn Đức", "Trưởng phòng", "1990-05-01")
    assert (person.phone, person.id_number, person.note) == ("0912 000 111", "037090000001", "biệt phái")
    edit_person(desk, person=person, corrected=replace(person, post="Phó\u00a0phòng", full_name=" Nguyễn  Văn Đức"))
    assert listing.person_of(desk, person.id).post == "Phó phòng"


@pytest.mark.parametrize("name", ["", "  ", "\u200b\u00a0"])
def test_a_name_is_never_empty(desk, name):
    head = desk.journal_head()
    with pytest.raises(RuleBroken, match="Họ và tên đang để trống"):
        add_person(desk, full_name=name, unit_id=own_unit_id(desk))
    person = listing.person_of(desk, min(listing.ids(desk, listing.PersonFilter())))
    with pytest.raises(RuleBroken, match="Họ và tên đang để trống"):
        edit_person(desk, person=person, corrected=replace(person, full_name=name))
    assert desk.journal_head() == head


def test_a_marked_word_that_is_not_there_is_refused_whole(desk):
    head = desk.journal_head()
    with pytest.raises(RuleBroken, match="không có từ thứ 5"):
        add_person(desk, full_name="Y Bhăm Êban", unit_id=own_unit_id(desk), given_word=5)
    assert desk.journal_head() == head


def test_names_are_kept_as_typed_save_for_look_alikes_of_d(desk):
    assert tidy_name("H'Hen Niê") == "H'Hen Niê"
    assert tidy_name("NGUYỄN VĂN ĐỨC") == "NGUYỄN VĂN ĐỨC"
    assert tidy_name("Ðặng Ɖức") == "Đặng Đức"


def test_the_offices_telephone_is_kept_apart_from_the_private_one(desk):
    changes = add_person(
        desk,
        full_name="Trần Thị An",
        unit_id=own_unit_id(desk),
        phone="0912000111",
        office_phone=" 0229 3871\u00a0001 ",
    )
    person = listing.person_of(desk, min(changes.ids["person"]))
    assert (person.phone, person.office_phone) == ("0912000111", "0229 3871 001")
    with pytest.raises(RuleBroken, match="trùng với điện thoại riêng"):
        edit_person(desk, person=person, corrected=replace(person, office_phone="0912 000 111"))
