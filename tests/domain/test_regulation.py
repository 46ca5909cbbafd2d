"""What a regulation answers on a day, and the values it can never hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.domain.provision import (
    AttachmentRule,
    Channel,
    CheckTimes,
    Contact,
    Ended,
    FixedDate,
    PasswordStrength,
    Period,
    Provision,
    Source,
    Step,
)
from govmail_desk.domain.regulation import (
    ADDRESS_DOMAIN,
    FORBIDDEN,
    HEADINGS,
    KEYS,
    PASSWORD_ROTATION_USER,
    REQUEST_CHAIN,
    REQUEST_CHAIN_OF,
    REQUEST_CHANNEL,
    REQUEST_CHANNEL_OF,
    REQUEST_PAPERS_ALSO,
    Heading,
    Key,
    Regulation,
)


def ruled(*provisions: Provision[Any]) -> Regulation:
    return Regulation("thu", "Quy chế thử", "Thử", "UBND tỉnh Thử", "tỉnh Thử", "in-force", provisions)


def rule(
    key: Key[Any], value: object, *, source: Source = "regulation", since: date | None = None, to: date | None = None
) -> Provision[Any]:
    cite = "Đ1" if source == "regulation" else None
    return Provision(key.name, value, cite, "Vì cần thử.", source, since, to)


HALF_A_YEAR = Period(6, "month")
A_QUARTER = Period(3, "month")


def test_a_regulation_that_is_silent_gives_nothing() -> None:
    assert ruled().find(PASSWORD_ROTATION_USER) is None
    assert ruled().all(FORBIDDEN) == ()


def test_a_rule_without_days_holds_on_every_day() -> None:
    regulation = ruled(rule(PASSWORD_ROTATION_USER, HALF_A_YEAR))

    found = regulation.find(PASSWORD_ROTATION_USER, date(1999, 1, 1))

    assert found is not None
    assert (found.value, found.cite) == (HALF_A_YEAR, "Đ1")


def test_a_later_rule_takes_over_on_its_first_day() -> None:
    regulation = ruled(
        rule(PASSWORD_ROTATION_USER, HALF_A_YEAR),
        rule(PASSWORD_ROTATION_USER, A_QUARTER, since=date(2025, 1, 1)),
    )

    assert regulation.find(PASSWORD_ROTATION_USER, date(2024, 12, 31)) == regulation.provisions[0]
    assert regulation.find(PASSWORD_ROTATION_USER, date(2025, 1, 1)) == regulation.provisions[1]
    assert regulation.find(PASSWORD_ROTATION_USER) == regulation.provisions[1]


def test_a_rule_holds_on_its_last_day_and_not_after() -> None:
    regulation = ruled(rule(PASSWORD_ROTATION_USER, HALF_A_YEAR, to=date(2025, 6, 30)))

    assert regulation.find(PASSWORD_ROTATION_USER, date(2025, 6, 30)) is not None
    assert regulation.find(PASSWORD_ROTATION_USER, date(2025, 7, 1)) is None


@given(
    days=st.sets(st.dates(date(2000, 1, 1), date(2030, 1, 1)), min_size=1),
    on=st.dates(date(2000, 1, 1), date(2030, 1, 1)),
)
def test_the_rule_that_began_last_before_a_day_holds_on_it(days: set[date], on: date) -> None:
    regulation = ruled(*(rule(PASSWORD_ROTATION_USER, HALF_A_YEAR, since=day) for day in days))
    begun = [day for day in days if day <= on]

    found = regulation.find(PASSWORD_ROTATION_USER, on)

    assert (found.valid_from if found else None) == max(begun, default=None)


def test_the_units_own_choice_holds_from_its_day_and_the_regulations_rule_stays_in_sight() -> None:
    own = rule(PASSWORD_ROTATION_USER, A_QUARTER, source="unit", since=date(2026, 3, 1))
    regulation = ruled(rule(PASSWORD_ROTATION_USER, HALF_A_YEAR, since=date(2026, 6, 1))).with_choices((own,))

    assert regulation.find(PASSWORD_ROTATION_USER, date(2026, 2, 28)) is None
    assert regulation.find(PASSWORD_ROTATION_USER, date(2026, 7, 1)) == own
    assert [held.source for held in regulation.all(PASSWORD_ROTATION_USER)] == ["regulation", "unit"]


def test_choices_of_the_unit_leave_the_regulation_itself_as_it_was() -> None:
    regulation = ruled(rule(PASSWORD_ROTATION_USER, HALF_A_YEAR))

    regulation.with_choices((rule(PASSWORD_ROTATION_USER, A_QUARTER, source="unit"),))

    assert regulation.find(PASSWORD_ROTATION_USER) == regulation.provisions[0]


def test_a_suggestion_yields_to_the_article() -> None:
    regulation = ruled(
        rule(PASSWORD_ROTATION_USER, A_QUARTER, source="suggested", since=date(2026, 1, 1)),
        rule(PASSWORD_ROTATION_USER, HALF_A_YEAR),
    )

    found = regulation.find(PASSWORD_ROTATION_USER, date(2026, 2, 1))

    assert found is not None
    assert found.value == HALF_A_YEAR


def test_rules_of_which_many_stand_keep_the_order_of_the_file() -> None:
    regulation = ruled(rule(FORBIDDEN, "thư rác"), rule(ADDRESS_DOMAIN, "thu.gov.vn"), rule(FORBIDDEN, "mạng xã hội"))

    assert [held.value for held in regulation.all(FORBIDDEN)] == ["thư rác", "mạng xã hội"]


BY_LETTER = Channel(("letter",), "văn bản")
BY_EMAIL = Channel(("email",), "thư", from_unit_mailbox=True)


def test_a_channel_for_this_kind_of_mailbox_comes_before_the_general_one() -> None:
    regulation = ruled(
        rule(REQUEST_CHANNEL["reopen"], BY_LETTER), rule(REQUEST_CHANNEL_OF["personal"]["reopen"], BY_EMAIL)
    )

    personal, unit = regulation.channel("reopen", "personal"), regulation.channel("reopen", "unit")

    assert personal is not None
    assert personal.value == BY_EMAIL
    assert unit is not None
    assert unit.value == BY_LETTER


def test_the_units_own_general_channel_outweighs_the_regulations_narrow_one() -> None:
    own = rule(REQUEST_CHANNEL["reopen"], BY_EMAIL, source="unit")
    regulation = ruled(rule(REQUEST_CHANNEL_OF["personal"]["reopen"], BY_LETTER)).with_choices((own,))

    assert regulation.channel("reopen", "personal") == own


def test_papers_are_those_asked_for_then_those_suggested_each_once() -> None:
    regulation = ruled(
        rule(REQUEST_CHANNEL["create"], BY_LETTER),
        rule(REQUEST_PAPERS_ALSO["create"], ("list", "letter"), source="suggested"),
    )

    assert regulation.papers("create", "personal") == ("letter", "list")
    assert regulation.papers("close", "personal") == ()


def test_the_chain_of_one_kind_of_request_comes_before_the_general_chain() -> None:
    general, closing = (Step("phòng A", "propose"),), (Step("phòng A", "submit"),)
    regulation = ruled(rule(REQUEST_CHAIN, general), rule(REQUEST_CHAIN_OF["close"], closing))

    chosen = {kind: regulation.chain(kind) for kind in ("create", "close")}

    assert {kind: found.value for kind, found in chosen.items() if found} == {"create": general, "close": closing}


def test_every_key_stands_once_in_the_catalogue_and_under_one_heading() -> None:
    under_headings = [key.name for heading in HEADINGS for key in heading.keys]

    assert sorted(under_headings) == sorted(KEYS)
    assert all(key.label and name == key.name for name, key in KEYS.items())


def test_a_key_cannot_be_entered_twice() -> None:
    with pytest.raises(AssertionError):
        Heading("Thử").key(ADDRESS_DOMAIN.name, str, "Lặp lại")


@pytest.mark.parametrize(
    "impossible",
    [
        lambda: Period(0, "day"),
        lambda: Period(-3, "month"),
        lambda: Period(1_201, "month"),
        lambda: FixedDate(31, 2),
        lambda: FixedDate(29, 2),
        lambda: FixedDate(0, 5),
        lambda: FixedDate(1, 13),
        lambda: FixedDate(31),
        lambda: Contact("Sở", "stttt.ninhbinh.gov.vn"),
        lambda: PasswordStrength(2, ("upper", "lower", "digit")),
        lambda: CheckTimes(0),
        lambda: CheckTimes(None, ("morning",)),
        lambda: CheckTimes(2, at_slot_start=True),
        lambda: AttachmentRule(("*.exe",)),
    ],
)
def test_an_impossible_value_cannot_be_made(impossible: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        impossible()


def test_the_last_days_of_months_are_possible() -> None:
    assert (FixedDate(28, 2).day, FixedDate(31, 12).day, FixedDate(30).day) == (28, 31, 30)


@pytest.mark.parametrize(
    ("name", "bodies"),
    [
        ("Sở A tỉnh B", ["Sở A", "tỉnh B"]),
        ("Văn phòng Ủy ban nhân dân Quận 4", ["Văn phòng Ủy ban nhân dân Quận 4"]),
        ("Ủy ban nhân dân Quận 4", ["Ủy ban nhân dân Quận 4"]),
        ("Sở C", []),
    ],
)
def test_the_bodies_in_a_name_that_have_ended_are_named_once_each(name, bodies):
    ended = ("Sở A", "tỉnh B", "Ủy ban nhân dân Quận 4", "Văn phòng Ủy ban nhân dân Quận 4")
    regulation = Regulation(
        id="mau",
        title="Mẫu",
        short_name="Mẫu",
        issuer="UBND",
        territory="tỉnh B",
        status="in-force",
        provisions=(),
        ended=tuple(Ended(body, date(2025, 7, 1), "NQ 202") for body in ended),
    )
    assert [one.body for one in regulation.ended_in(name, date(2025, 7, 1))] == bodies
    assert regulation.ended_in(name, date(2025, 6, 30)) == ()
