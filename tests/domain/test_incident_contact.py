"""Whom to call: the place the regulation prints, the operator of today where that place has ended, and nobody where nobody is known."""

from __future__ import annotations

from datetime import date

from govmail_desk import paths
from govmail_desk.domain.incident_contact import IncidentContact, contact_on
from govmail_desk.domain.settings import Operator
from govmail_desk.regulations import loader

BEFORE, AFTER = date(2025, 3, 3), date(2026, 11, 23)
NEW = Operator(from_on=BEFORE, name="Sở Khoa học và Công nghệ thành phố Cần Thơ", address="skhcn@cantho.gov.vn")


def regulation(regulation_id):
    return loader.load(paths.regulations() / f"{regulation_id}.toml")


def test_the_printed_place_comes_before_the_operator_while_it_stands():
    found = contact_on(regulation("soctrang-59-2024"), NEW, BEFORE)
    assert (found.phone, found.cite, found.has_ended) == ("0299 3 626 800", "Đ11.4", False)


def test_once_it_has_ended_the_operator_set_since_takes_its_place():
    found = contact_on(regulation("soctrang-59-2024"), NEW, AFTER)
    assert (found.name, found.phone, found.cite) == (NEW.name, "", None)


def test_with_no_other_known_it_stays_and_is_said_to_have_ended():
    found = contact_on(regulation("soctrang-59-2024"), None, AFTER)
    assert (found.phone, found.has_ended) == ("0299 3 626 800", True)


def test_where_nothing_is_printed_it_is_the_operator_or_nobody():
    assert contact_on(regulation("camau-24-2018"), NEW, AFTER).address == "skhcn@cantho.gov.vn"
    assert contact_on(regulation("camau-24-2018"), None, AFTER) == IncidentContact()
