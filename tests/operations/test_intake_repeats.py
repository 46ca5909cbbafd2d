"""Rows of a list held against each other: written twice, or speaking against each other."""

from __future__ import annotations

import pytest

from govmail_desk.operations.intake_plan import IntakeRow
from govmail_desk.operations.intake_repeats import repeats, with_conflicts
from govmail_desk.operations.intakes import plan_intake
from tests.desks import founded
from tests.small_lists import HEADINGS, book, people, person, sheet, unit, units


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    yield desk
    desk.close()


def outcomes(desk, *rows):
    return [row.outcome for row in plan_intake(desk, people(*rows)).rows[1:]]


def rows(*facts):
    return [IntakeRow(sheet="Danh sách", row=number, outcome="new", **each) for number, each in enumerate(facts, 2)]


def test_a_row_written_twice_is_set_aside_the_second_time(desk):
    plan = plan_intake(desk, people(person("Nguyễn Văn An"), ("7", *person("Nguyễn Văn An")[1:])))
    assert [row.outcome for row in plan.rows[1:]] == ["new", "set_aside"]
    assert plan.rows[2].reasons == ("Dòng lặp lại của dòng 2.",)


def test_a_row_repeated_on_another_sheet_names_the_sheet(desk):
    plan = plan_intake(desk, book(*(sheet(HEADINGS, person("Nguyễn Văn An"), name=name) for name in ("Một", "Hai"))))
    assert plan.rows[-1].reasons == ("Dòng lặp lại của dòng 2 trang «Một».",)


def test_one_person_twice_with_other_facts_is_asked_about(desk):
    assert (
        outcomes(desk, person("Nguyễn Văn An", post="Kế toán"), person("Nguyễn Văn An", post="Văn thư"))
        == ["doubtful"] * 2
    )


def test_one_person_once_with_a_dirty_address_and_once_without_is_asked_about(desk):
    found = outcomes(desk, person("Nguyễn Văn An", address="an@@ninhbinh.gov.vn"), person("Nguyễn Văn An"))
    assert found == ["set_aside", "doubtful"]


def test_one_address_on_two_rows_is_asked_about(desk):
    address = "annv.stttt@ninhbinh.gov.vn"
    found = outcomes(desk, person("Nguyễn Văn An", address=address), person("Trần Thị Bình", address=address))
    assert found == ["doubtful"] * 2


def test_one_identity_number_on_two_rows_is_asked_about(desk):
    number = "037085000111"
    assert outcomes(desk, person("Nguyễn Văn An", id_number=number), person("Trần Thị Bình", id_number=number)) == [
        "doubtful",
        "doubtful",
    ]


def test_addresses_that_look_alike_are_asked_about(desk):
    found = outcomes(
        desk,
        person("Nguyễn Văn Loan", address="loannv.stttt@ninhbinh.gov.vn"),
        person("Trần Thị Bình", address="l0annv.stttt@ninhbinh.gov.vn"),
        person("Lê Thị Chi", address="stttt.loannv@ninhbinh.gov.vn"),
    )
    assert found == ["doubtful", "doubtful", "new"]


@pytest.mark.parametrize(
    "apart",
    [
        ({"address": "annv.stttt@ninhbinh.gov.vn"}, {"address": "annv1.stttt@ninhbinh.gov.vn"}),
        ({"birth": "01/01/1980"}, {"birth": "02/02/1990"}),
        ({"id_number": "037085000111"}, {"id_number": "037085000222"}),
        ({"section": "Văn phòng"}, {"section": "Thanh tra"}),
    ],
)
def test_namesakes_told_apart_are_two_people(desk, apart):
    assert outcomes(desk, *(person("Nguyễn Văn An", **facts) for facts in apart)) == ["new", "new"]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("1980", "1981", "new"),
        ("1980", "02/03/1981", "new"),
        ("1980", "1980", "doubtful"),
        ("1980", "02/03/1980", "doubtful"),
    ],
)
def test_a_bare_year_of_birth_speaks_only_where_it_is_not_the_others(desk, one, other, found):
    rows = (person("Nguyễn Văn An", birth=one), person("Nguyễn Văn An", birth=other, post="Văn thư"))
    assert outcomes(desk, *rows) == [found] * 2


@pytest.mark.parametrize(
    ("shared", "alike"),
    [
        ({"birth": "05/03/1985"}, "ngày sinh"),
        ({"phone": "0912000101"}, "số điện thoại"),
        ({"birth": "05/03/1985", "phone": "0912000101"}, "ngày sinh, số điện thoại"),
    ],
)
def test_one_name_in_two_sections_with_one_birth_date_or_telephone_may_be_one_person(desk, shared, alike):
    lines = (
        person("Nguyễn Văn An", section="Văn phòng", **shared),
        person("NGUYEN VAN AN", section="Thanh tra", **shared),
    )
    found = plan_intake(desk, people(*lines)).rows[1:]
    assert [row.outcome for row in found] == ["doubtful"] * 2
    assert found[0].reasons[-1] == (
        f"Dòng này và dòng 3 có thể là cùng một người (cùng họ tên, {alike}); hãy xem lại phòng, bộ phận."
    )


def test_a_telephone_written_with_84_is_the_same_one_in_another_section(desk):
    found = outcomes(
        desk,
        person("Nguyễn Văn An", section="Văn phòng", phone="+84912000101"),
        person("Nguyễn Văn An", section="Thanh tra", phone="0912000101"),
    )
    assert found == ["doubtful"] * 2


@pytest.mark.parametrize(
    "apart",
    [
        ({"birth": "01/01/1980"}, {"birth": "02/02/1990"}),
        ({"id_number": "037085000111"}, {"id_number": "037085000222"}),
        ({"birth": "1980"}, {"birth": "1981"}),
    ],
)
def test_namesakes_of_two_sections_with_one_telephone_are_two_people_by_another_fact(desk, apart):
    sections = ("Văn phòng", "Thanh tra")
    rows = [
        person("Nguyễn Văn An", section=section, phone="02293871001", **facts)
        for section, facts in zip(sections, apart, strict=True)
    ]
    assert outcomes(desk, *rows) == ["new", "new"]


def test_one_person_in_two_sections_is_no_longer_asked_about_once_the_clerk_says_they_are_two(desk):
    workbook = people(
        person("Nguyễn Văn An", section="Văn phòng", birth="05/03/1985"),
        person("Nguyễn Văn An", section="Thanh tra", birth="05/03/1985"),
    )
    plan = plan_intake(desk, workbook, mended={("Danh sách", 3): {"person": "new"}})
    assert [row.outcome for row in plan.rows[1:]] == ["new", "new"]


def test_two_people_the_register_has_in_two_sections_stay_two():
    facts = {"full_name": "Nguyễn Văn An", "birth_on": "1985-03-05"}
    known = rows(
        facts | {"unit_path": ("Văn phòng",), "person_id": 7}, facts | {"unit_path": ("Thanh tra",), "person_id": 8}
    )
    assert [row.outcome for row in with_conflicts(known)] == ["new", "new"]


def test_two_clear_namesakes_of_one_section_are_two_people(desk):
    found = outcomes(
        desk,
        person("Nguyễn Văn An", section="Văn phòng", birth="01/01/1980", phone="0912000101", post="Kế toán"),
        person("Nguyễn Văn An", section="Văn phòng", birth="02/02/1990", phone="0912000102", post="Văn thư"),
    )
    assert found == ["new", "new"]


def test_thousands_of_namesakes_in_their_own_sections_are_as_many_people():
    many = rows(
        *(
            {"full_name": "Nguyễn Văn An", "unit_path": (f"Phòng {number}",), "birth_on": f"{1960 + number % 40}"}
            for number in range(2000)
        )
    )
    assert {row.outcome for row in with_conflicts(many)} == {"new"}


def test_a_namesake_without_a_section_may_be_the_one_with_it(desk):
    assert outcomes(desk, person("Nguyễn Văn An", section="Văn phòng"), person("Nguyễn Văn An")) == ["doubtful"] * 2


def test_a_unit_twice_with_other_addresses_is_not_told_apart_by_them(desk):
    plan = plan_intake(
        desk,
        units(
            unit("Văn phòng", address="vp.stttt@ninhbinh.gov.vn"),
            unit("VĂN PHÒNG", address="vanphong.stttt@ninhbinh.gov.vn"),
        ),
    )
    assert [row.outcome for row in plan.rows[1:]] == ["doubtful", "doubtful"]


def test_two_rows_that_mean_one_person_of_the_register_are_asked_about():
    facts = ({"full_name": "Nguyễn Văn An", "person_id": 7}, {"full_name": "Nguyen An", "person_id": 7})
    assert [row.outcome for row in with_conflicts(rows(*facts))] == ["doubtful", "doubtful"]


def test_hundreds_of_namesakes_nothing_tells_apart_are_all_asked_about():
    many = rows(*({"full_name": "Nguyễn Văn An", "post": f"Việc {number}"} for number in range(300)))
    assert {row.outcome for row in with_conflicts(many)} == {"doubtful"}
    assert repeats(many) == {}


def test_thousands_of_namesakes_with_their_own_addresses_are_as_many_people():
    many = rows(
        *({"full_name": "Nguyễn Văn An", "address": f"annv{number}@ninhbinh.gov.vn"} for number in range(2, 5000, 2))
    )
    assert sum(row.outcome == "new" for row in with_conflicts(many)) > 2000


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        (person("Hoàng Thị Yến", phone=""), person("Hoàng Thị Yên", phone=""), "new"),  # two names
        (person("Hoàng Thị Yến", phone="0912000111"), person("Hoàng Thị Yên", phone="0912 000 111"), "doubtful"),
        (
            person("Hoàng Thị Yến", phone=""),
            person("Hoang Thi Yen", phone=""),
            "doubtful",
        ),  # one may be the other unmarked
        (person("Hoà An", phone="", post="Kế toán"), person("Hòa An", phone="", post="Văn thư"), "doubtful"),
    ],
)
def test_names_that_differ_in_their_marks_are_two_people_unless_a_fact_makes_them_one(desk, one, other, outcome):
    assert outcomes(desk, one, other) == [outcome] * 2
