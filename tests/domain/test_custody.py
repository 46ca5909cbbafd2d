"""Who answered on which day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.domain.custody import Custody, answering, giving_way
from govmail_desk.domain.errors import RuleBroken

FIRST, LAST = date(2026, 1, 5), date(2026, 6, 30)


@pytest.mark.parametrize(
    ("from_on", "to_on", "day", "holds"),
    [
        (FIRST, LAST, date(2026, 1, 4), False),
        (FIRST, LAST, FIRST, True),
        (FIRST, LAST, LAST, True),
        (FIRST, LAST, date(2026, 7, 1), False),
        (None, LAST, date(1990, 1, 1), True),
        (FIRST, None, date(2099, 1, 1), True),
        (None, None, FIRST, True),
    ],
)
def test_the_first_and_the_last_day_are_in_it_and_an_open_end_holds_on(from_on, to_on, day, holds):
    custody = Custody(unit_id=1, person_id=2, role="head", from_on=from_on, to_on=to_on)
    assert custody.holds_on(day) is holds


# Who answers

HEAD, LAN, BINH, STAND_IN = 1, 2, 3, 4
BOX, OTHER_BOX = 70, 71
DAY = date(2026, 5, 3)


def charge(person_id, role="custodian", **facts):
    return Custody(id=person_id, unit_id=9, person_id=person_id, role=role, **facts)


@pytest.mark.parametrize(
    ("charges", "person_id", "stands_for"),
    [
        ([], None, None),
        ([charge(HEAD, "head")], HEAD, None),
        ([charge(HEAD, "head", to_on=date(2026, 5, 2))], None, None),
        ([charge(HEAD, "head"), charge(LAN)], LAN, None),
        ([charge(LAN, from_on=FIRST), charge(BINH)], BINH, None),
        ([charge(LAN, from_on=FIRST, is_lead=True), charge(BINH)], LAN, None),
        ([charge(LAN, is_lead=True), charge(BINH, mailbox_id=BOX)], BINH, None),
        ([charge(LAN), charge(BINH, mailbox_id=OTHER_BOX, is_lead=True)], LAN, None),
        ([charge(LAN), charge(STAND_IN, "cover", covers_id=LAN, from_on=DAY, to_on=DAY)], STAND_IN, LAN),
        ([charge(LAN), charge(STAND_IN, "cover", covers_id=LAN, from_on=FIRST, to_on=FIRST)], LAN, None),
        ([charge(HEAD, "head"), charge(LAN), charge(STAND_IN, "cover", covers_id=HEAD)], LAN, None),
        ([charge(HEAD, "head"), charge(STAND_IN, "cover", covers_id=HEAD)], STAND_IN, HEAD),
        ([charge(STAND_IN, "cover", covers_id=LAN)], STAND_IN, None),
        ([charge(LAN), charge(STAND_IN, "cover"), charge(BINH, "cover", from_on=FIRST)], BINH, LAN),
    ],
)
def test_who_answered_has_one_answer(charges, person_id, stands_for):
    answer = answering(charges, DAY, BOX)
    assert answer.person_id == person_id
    assert (answer.stands_for.person_id if answer.stands_for else None) == stands_for


days = st.none() | st.dates(date(2025, 12, 1), date(2026, 12, 31))
charges = st.builds(
    Custody,
    id=st.integers(1, 30),
    unit_id=st.just(9),
    person_id=st.integers(1, 4),
    role=st.sampled_from(("head", "custodian", "cover")),
    from_on=days,
    to_on=days,
    mailbox_id=st.sampled_from((None, BOX, OTHER_BOX)),
    is_lead=st.booleans(),
    covers_id=st.sampled_from((None, 1, 2)),
)


@given(st.lists(charges, max_size=8, unique_by=lambda one: one.id), st.dates(FIRST, LAST), st.randoms())
def test_on_any_day_exactly_one_answers_however_the_charges_lie(held, day, chance):
    answer = answering(held, day, BOX)
    chance.shuffle(held)
    assert answering(held, day, BOX) == answer
    holding = [one for one in held if one.holds_on(day) and one.mailbox_id in {None, BOX}]
    assert (answer.charge is None) == (not holding)
    assert answer.charge is None or answer.charge in holding


# Giving way


def test_whoever_is_followed_ends_the_day_before():
    (before,) = giving_way([charge(HEAD, "head")], charge(LAN, "head", from_on=DAY))
    assert before.to_on == date(2026, 5, 2)


def test_one_whose_last_day_was_the_new_ones_first_ends_a_day_sooner():
    (before,) = giving_way([charge(HEAD, "head", from_on=FIRST, to_on=DAY)], charge(LAN, "head", from_on=DAY))
    assert before.to_on == date(2026, 5, 2)


def test_one_told_later_of_earlier_times_comes_before_whoever_began_nobody_knows_when():
    (present,) = giving_way([charge(HEAD, "head")], charge(LAN, "head", from_on=FIRST, to_on=DAY))
    assert (present.from_on, present.to_on) == (date(2026, 5, 4), None)


@pytest.mark.parametrize(
    "new", [charge(LAN, "head"), charge(LAN, "head", from_on=FIRST), charge(LAN, "head", from_on=date(2025, 1, 1))]
)
def test_two_never_hold_the_same_at_once(new):
    with pytest.raises(RuleBroken, match="sau ngày bắt đầu"):
        list(giving_way([charge(HEAD, "head", from_on=FIRST)], new))


@given(charges, charges, st.dates(FIRST, LAST))
def test_what_gave_way_shares_no_day_with_what_came(earlier, new, day):
    try:
        after = list(giving_way([earlier], new))
    except RuleBroken:
        return
    assert not any(one.holds_on(day) and new.holds_on(day) for one in after)
