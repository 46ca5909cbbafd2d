"""The columns of the table of people: states in words with a mark, private facts covered."""

from __future__ import annotations

import pytest

from govmail_desk.gui.tables.people_columns import covered, last_figures, people_columns
from govmail_desk.listings.people import PersonRow


def cells(**facts):
    person = {
        "id": 1, "full_name": "Bùi Thị Yến", "post": "Văn thư", "unit": "Văn phòng", "phone": "0912345678", "note": "",
        "has_left": False, "address": "", "state": "",
    }  # fmt: skip
    row = PersonRow(**(person | facts))
    return {column.key: (column.text(row), column.mark(row) if column.mark else None) for column in people_columns()}


def test_who_has_no_mailbox_is_marked_with_a_word_and_a_shape() -> None:
    shown = cells()
    assert shown["state"][0] == "Chưa có hộp thư"
    assert shown["state"][1].shape == "plus"
    assert shown["address"][0] == "–"


def test_who_has_one_shows_its_address_and_state() -> None:
    shown = cells(address="yenbt.stttt@ninhbinh.gov.vn", state="locked")
    assert (shown["address"][0], shown["state"][0], shown["state"][1].shape) == (
        "yenbt.stttt@ninhbinh.gov.vn", "Bị khóa", "square",
    )  # fmt: skip


def test_who_left_needs_none() -> None:
    shown = cells(has_left=True)
    assert (shown["name"][0], shown["state"]) == ("Bùi Thị Yến (đã thôi việc)", ("", None))


@pytest.mark.parametrize(("phone", "words"), [("0912345678", "•••• 678"), ("113", "••••"), ("", "")])
def test_a_phone_number_shows_its_last_figures_alone(phone, words) -> None:
    assert last_figures(phone) == words
    assert cells(phone=phone)["phone"][0] == words


def test_other_private_facts_show_nothing_but_that_they_are_there() -> None:
    assert (covered("037085001234"), covered("")) == ("••••", "")
