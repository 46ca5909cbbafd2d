"""What the unit keeps of people: no identity numbers until it says why, and none that slip in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.heading import Meaning
from govmail_desk.domain.person import Person
from govmail_desk.domain.privacy import PrivacyChoice
from govmail_desk.operations.intakes import plan_intake, take_in
from govmail_desk.operations.journals import plan_take_back, take_back, verify
from govmail_desk.operations.people import add_person, edit_person
from govmail_desk.operations.privacy import choose_privacy
from govmail_desk.regulations.privacy import privacy_law
from tests.desks import founded, keeps_id_numbers, own_unit_id
from tests.request_lives import every, one
from tests.small_lists import HEADINGS, book, people, person, sheet

NUMBER = "037085000111"
AN = person("Nguyễn Văn An", birth="05/3/1985", id_number=NUMBER)


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


def test_a_new_register_keeps_no_identity_numbers_and_the_rest_as_long_as_we_suggest(desk):
    choice = desk.privacy()
    assert not choice.is_id_number_kept
    assert choice.keep_month_count == privacy_law().suggested.month_count


def test_a_choice_holds_from_its_day_on_and_goes_back(desk):
    changes = choose_privacy(desk, is_id_number_kept=False, keep_month_count=12, from_on=date(2026, 12, 1))
    assert changes.sentence == "Không ghi số CCCD, giữ dữ liệu riêng 12 tháng, từ 01/12/2026"
    assert desk.privacy().keep_month_count != 12
    assert desk.privacy(date(2026, 12, 1)).keep_month_count == 12
    take_back(desk, plan_take_back(desk))
    assert every(desk, PrivacyChoice) == []
    assert verify(desk) == []


def test_a_choice_of_the_same_day_takes_the_place_of_the_earlier(desk):
    for months in (12, 36):
        choose_privacy(desk, is_id_number_kept=False, keep_month_count=months, from_on=desk.today())
    assert [choice.keep_month_count for choice in every(desk, PrivacyChoice)] == [36]


@pytest.mark.parametrize(
    ("months", "keeps", "said"), [(0, False, "từ 1 trở lên"), (9999, False, "một trăm năm"), (12, True, "vì sao")]
)
def test_a_choice_that_cannot_be_is_refused(desk, months, keeps, said):
    with pytest.raises(RuleBroken, match=said):
        choose_privacy(desk, is_id_number_kept=keeps, keep_month_count=months, from_on=desk.today())


def test_a_number_is_refused_where_none_are_kept(desk):
    with pytest.raises(RuleBroken, match="Sổ không ghi số CCCD"):
        add_person(desk, full_name="Lê An", unit_id=own_unit_id(desk), id_number=NUMBER)


def test_a_number_of_before_stays_when_something_else_is_corrected(desk):
    keeps_id_numbers(desk)
    add_person(desk, full_name="Lê An", unit_id=own_unit_id(desk), id_number=NUMBER)
    choose_privacy(desk, is_id_number_kept=False, keep_month_count=12, from_on=desk.today())
    seen = one(desk, Person, full_name="Lê An")
    edit_person(desk, person=seen, corrected=replace(seen, post="Văn thư"))
    assert one(desk, Person, full_name="Lê An").id_number == NUMBER


def test_a_list_brings_no_numbers_and_says_so_once(desk):
    plan = plan_intake(desk, people(AN, person("Trần Thị Bình", id_number="sai số")))
    assert [row.outcome for row in plan.rows[1:]] == ["new", "new"]
    assert [said for said in plan.warnings if "không ghi vào sổ" in said] == [
        said for said in plan.warnings if "số CCCD" in said
    ]
    assert len([said for said in plan.warnings if "số CCCD" in said]) == 1
    take_in(desk, plan)
    assert one(desk, Person, full_name="Nguyễn Văn An").id_number == ""


def test_a_list_brings_numbers_where_the_unit_keeps_them(desk):
    keeps_id_numbers(desk)
    plan = plan_intake(desk, people(AN))
    assert not [said for said in plan.warnings if "số CCCD" in said]
    take_in(desk, plan)
    assert one(desk, Person, full_name="Nguyễn Văn An").id_number == NUMBER


def test_namesakes_are_still_told_apart_by_a_number_that_is_not_kept(desk):
    other = person("Nguyễn Văn An", id_number="037085000222")
    plan = plan_intake(desk, people(person("Nguyễn Văn An", id_number=NUMBER), other))
    assert [row.outcome for row in plan.rows[1:]] == ["new", "new"]


def test_a_column_of_ethnicity_is_never_read_whatever_is_asked(desk):
    line = ("1", "Thạch Sô Phia", "", "Văn thư", "Văn phòng", "", "", "", "Khmer", "Phật giáo", "x")
    headings = (*HEADINGS[:8], "Dân tộc", "Tôn giáo", "Đảng viên")
    listed = book(sheet(headings, line, name="Danh sách"))
    asked = {"Danh sách": {8: Meaning.NOTE, 9: Meaning.POST, 10: Meaning.NOTE}}
    for plan in (plan_intake(desk, listed), plan_intake(desk, listed, meanings=asked)):
        (columns,) = plan.columns
        assert [columns.meanings[column] for column in (8, 9, 10)] == [Meaning.SENSITIVE] * 3
        said = [sentence for sentence in plan.warnings if "«Dân tộc», «Tôn giáo», «Đảng viên»" in sentence]
        assert len(said) == 1
        assert privacy_law().sensitive.cite in said[0]
        assert "Khmer" not in str(plan.rows)
        assert "Phật giáo" not in str(plan.rows)
