"""The unit's own dated choices: valid from their day on, one for each day, checked where they are typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from govmail_desk import paths
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.regulation import ATTACHMENT_LIMIT_MB
from govmail_desk.domain.settings import Letterhead, OfficeHours, Operator, Recipients, RegulationText, Signer
from govmail_desk.listings import settings as listing
from govmail_desk.operations import journals
from govmail_desk.operations.settings import (
    add_signer,
    adopt_regulation,
    choose_rule,
    edit_signer,
    set_letterhead,
    set_office_hours,
    set_operator,
    set_recipients,
)
from tests.desks import NOW, UNITS, founded

TODAY = NOW.date()
LATER = TODAY + timedelta(days=30)
LAST_YEAR = TODAY - timedelta(days=365)
HOURS = OfficeHours(
    from_on=TODAY, morning_from="07:30", morning_to="11:30", afternoon_from="13:30", afternoon_to="17:00"
)
LETTERHEAD = Letterhead(from_on=LATER, parent_body="UBND tỉnh", body="Sở Nội vụ", place="Hoa Lư", symbol="SNV-VP")


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


def toml(regulation_id):
    return (paths.regulations() / f"{regulation_id}.toml").read_text(encoding="utf-8")


def test_a_letterhead_is_valid_from_its_day_and_papers_before_keep_theirs(desk):
    set_letterhead(desk, letterhead=LETTERHEAD)
    assert desk.valid(Letterhead, LATER - timedelta(days=1)).body == "Sở Thông tin và Truyền thông"
    assert desk.valid(Letterhead, LATER).body == "Sở Nội vụ"
    assert desk.valid(Letterhead, LATER + timedelta(days=999)).body == "Sở Nội vụ"


def test_before_any_choice_began_the_first_one_holds(desk):
    assert desk.valid(Letterhead, LAST_YEAR).body == "Sở Thông tin và Truyền thông"


def test_a_choice_that_was_never_made_is_none(desk):
    assert desk.valid(Recipients, TODAY) is None


@pytest.mark.parametrize(
    ("set_twice", "kind"),
    [
        (lambda desk, text: set_letterhead(desk, letterhead=replace(LETTERHEAD, contact=text)), Letterhead),
        (lambda desk, text: set_operator(desk, name=text, address="", from_on=LATER), Operator),
        (lambda desk, text: set_recipients(desk, lines=(text,), from_on=LATER), Recipients),
        (lambda desk, text: set_office_hours(desk, hours=replace(HOURS, from_on=LATER, document=text)), OfficeHours),
    ],
)
def test_a_second_choice_for_the_same_day_takes_the_place_of_the_first(desk, set_twice, kind):
    set_twice(desk, "Một")
    set_twice(desk, "Hai")
    same_day = [one for one in listing.history(desk, kind) if one.from_on == LATER]
    assert ["Hai" in str(one) for one in same_day] == [True]
    changes = set_twice(desk, "Hai")
    assert changes.is_empty
    assert journals.verify(desk) == []


def test_summer_and_winter_hours_from_the_same_day_stand_beside_each_other(desk):
    set_office_hours(desk, hours=replace(HOURS, season_from="04-16", season_to="10-15", morning_from="07:00"))
    set_office_hours(desk, hours=replace(HOURS, season_from="10-16", season_to="04-15"))
    kept = listing.history(desk, OfficeHours)
    assert [(one.season_from, one.morning_from) for one in kept] == [("10-16", "07:30"), ("04-16", "07:00")]


def test_hours_set_before_are_corrected_with_their_season(desk):
    set_office_hours(desk, hours=replace(HOURS, season_from="04-16", season_to="10-15"))
    (kept,) = listing.history(desk, OfficeHours)
    set_office_hours(desk, hours=replace(kept, season_from="05-01", season_to="09-30"))
    (corrected,) = listing.history(desk, OfficeHours)
    assert (corrected.id, corrected.season_from, corrected.season_to) == (kept.id, "05-01", "09-30")


def test_typed_texts_come_in_clean(desk):
    dirty = "  Sở\u00a0Nội \u200bvu\u0323  "
    set_letterhead(desk, letterhead=replace(LETTERHEAD, body=dirty))
    set_operator(desk, name=dirty, address=" SNV@NinhBinh.gov.vn ", from_on=LATER)
    set_recipients(desk, lines=("", dirty, "\u200b"), from_on=LATER)
    add_signer(desk, signer=Signer(full_name=dirty, post="Giám đốc"))
    assert desk.valid(Letterhead, LATER).body == "Sở Nội vụ"
    operator = desk.valid(Operator, LATER)
    assert (operator.name, operator.address) == ("Sở Nội vụ", "snv@ninhbinh.gov.vn")
    assert desk.valid(Recipients, LATER).lines == ("Sở Nội vụ",)
    assert listing.signers(desk)[-1].full_name == "Sở Nội vụ"


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda desk: set_letterhead(desk, letterhead=replace(LETTERHEAD, body=" ")), "không được để trống"),
        (lambda desk: set_letterhead(desk, letterhead=replace(LETTERHEAD, symbol="")), "không được để trống"),
        (lambda desk: set_operator(desk, name="\u200b", address="", from_on=TODAY), "đang để trống"),
        (lambda desk: set_operator(desk, name="Sở", address="không phải địa chỉ", from_on=TODAY), "không phải là địa chỉ thư"),
        (lambda desk: set_office_hours(desk, hours=replace(HOURS, morning_from="7h30")), "giờ:phút"),
        (lambda desk: set_office_hours(desk, hours=replace(HOURS, morning_from="25:00")), "giờ:phút"),
        (lambda desk: set_office_hours(desk, hours=replace(HOURS, morning_to="14:00")), "trước giờ kết thúc"),
        (lambda desk: set_office_hours(desk, hours=replace(HOURS, season_from="04-16")), "cả ngày bắt đầu và ngày kết thúc"),
        (lambda desk: set_office_hours(desk, hours=replace(HOURS, season_to="10-15")), "cả ngày bắt đầu và ngày kết thúc"),
        (lambda desk: set_office_hours(desk, hours=replace(HOURS, season_from="02-30", season_to="10-15")), "có thật"),
        (lambda desk: add_signer(desk, signer=Signer(full_name="", post="Giám đốc")), "không được để trống"),
        (lambda desk: add_signer(desk, signer=Signer(full_name="Lê An", post="PGĐ", authority="deputy")), "được ký thay"),
        (
            lambda desk: add_signer(desk, signer=Signer(full_name="Lê An", post="GĐ", from_on=LATER, to_on=TODAY)),
            "từ ngày bắt đầu",
        ),
        (lambda desk: choose_rule(desk, rule="no.such", value=1, from_on=TODAY, why="Vì"), "không có quy tắc"),
        (lambda desk: choose_rule(desk, rule="attachment.limit_mb", value="mười", from_on=TODAY, why="Vì"), "Giá trị riêng"),
        (lambda desk: choose_rule(desk, rule="attachment.limit_mb", value=10, from_on=TODAY, why=" "), "ghi lý do"),
        (lambda desk: adopt_regulation(desk, toml="x = 1", name="la.toml", from_on=TODAY), r"la\.toml"),
    ],
)  # fmt: skip
def test_what_cannot_hold_is_refused_in_one_sentence_and_nothing_is_written(desk, act, said):
    head = desk.journal_head()
    with pytest.raises(RuleBroken, match=said):
        act(desk)
    assert desk.journal_head() == head


def test_signers_are_found_by_the_day_heads_first(desk):
    add_signer(
        desk, signer=Signer(full_name="Võ Ngọc Ánh", post="Phó Giám đốc", authority="deputy", head_post="Giám đốc")
    )
    (head, deputy) = listing.signers(desk, TODAY)
    assert (head.authority, deputy.full_name) == ("head", "Võ Ngọc Ánh")
    edit_signer(desk, signer=replace(deputy, to_on=TODAY))
    assert [one.full_name for one in listing.signers(desk, TODAY + timedelta(days=1))] == ["Lê Thị Mỹ Hạnh"]
    assert len(listing.signers(desk)) == 2


def limit_on(desk, day):
    found = desk.regulation(day).find(ATTACHMENT_LIMIT_MB, day)
    return (found.value, found.source) if found else None


def test_the_units_own_value_stands_beside_the_regulations_from_its_day(desk):
    before = limit_on(desk, TODAY)
    choose_rule(desk, rule="attachment.limit_mb", value=7, from_on=LATER, why="Công văn 5/STTTT")
    assert limit_on(desk, LATER - timedelta(days=1)) == before
    assert limit_on(desk, LATER) == (7, "unit")
    beside = desk.regulation(LATER).all(ATTACHMENT_LIMIT_MB, LATER)
    assert [one.source for one in beside][-1] == "unit"
    assert beside[-1].why == "Công văn 5/STTTT"
    assert beside[-1].cite is None


def test_a_later_choice_and_a_second_one_for_the_same_day_prevail(desk):
    choose_rule(desk, rule="attachment.limit_mb", value=7, from_on=TODAY, why="Lần một")
    choose_rule(desk, rule="attachment.limit_mb", value=8, from_on=TODAY, why="Lần hai")
    assert limit_on(desk, TODAY) == (8, "unit")
    choose_rule(desk, rule="attachment.limit_mb", value=9, from_on=LATER, why="Lần ba")
    assert (limit_on(desk, TODAY), limit_on(desk, LATER)) == ((8, "unit"), (9, "unit"))


def test_several_values_of_a_rule_that_has_many_stand_together(desk):
    for value in ("Không mở thư lạ", "Không cho mượn"):
        choose_rule(desk, rule="forbidden", value=value, from_on=TODAY, why="Nội quy")
    texts = [choice.value for choice in listing.choices(desk)]
    assert texts == ["Không mở thư lạ", "Không cho mượn"]


@pytest.mark.parametrize("regulation_id", [one for one in UNITS if one != "ninhbinh-2020"])
def test_another_regulation_holds_from_its_day_with_its_operator(desk, tmp_path, regulation_id):
    adopt_regulation(desk, toml=toml(regulation_id), name=f"{regulation_id}.toml", from_on=LATER)
    assert desk.regulation(LATER - timedelta(days=1)).id == "ninhbinh-2020"
    assert desk.regulation(LATER).id == regulation_id
    with founded(tmp_path / "nơi khác", regulation_id) as other:
        expected = other.valid(Operator, TODAY)
    operator = desk.valid(Operator, LATER)
    assert (operator.name, operator.address) == (expected.name, expected.address)
    assert desk.valid(Operator, LATER - timedelta(days=1)) == desk.valid(Operator, TODAY) != operator
    assert journals.verify(desk) == []


def test_a_new_edition_of_the_same_regulation_keeps_the_units_own_operator(desk):
    set_operator(desk, name="Sở Khoa học và Công nghệ", address="skhcn@ninhbinh.gov.vn", from_on=TODAY)
    edition = toml("ninhbinh-2020").replace("\n\n", "\n\n\n", 1)
    adopt_regulation(desk, toml=edition, name="ban-moi.toml", from_on=LATER)
    assert desk.valid(Operator, LATER).name == "Sở Khoa học và Công nghệ"
    assert len(listing.regulation_texts(desk)) == 2
    assert desk.valid(RegulationText, LATER).toml == edition


def test_own_choices_stay_beside_an_adopted_regulation(desk):
    choose_rule(desk, rule="attachment.limit_mb", value=7, from_on=TODAY, why="Công văn 5/STTTT")
    adopt_regulation(desk, toml=toml("soctrang-59-2024"), name="st.toml", from_on=LATER)
    assert limit_on(desk, LATER) == (7, "unit")


def test_an_adopted_regulation_is_taken_back(desk):
    adopt_regulation(desk, toml=toml("soctrang-59-2024"), name="st.toml", from_on=TODAY)
    journals.take_back(desk, journals.plan_take_back(desk))
    assert desk.regulation().id == "ninhbinh-2020"
    assert journals.verify(desk) == []
