"""What the table of requests says of a request's limit."""

from __future__ import annotations

import pytest

from govmail_desk.gui.tables.request_columns import due_words, number_words
from govmail_desk.listings.requests import RequestListRow


def row(state, due_on=None):
    return RequestListRow(1, "create", "personal", state, "2026-11-23", 2, "", "", due_on)


def test_a_limit_that_runs_is_told_by_its_day():
    assert due_words(row("sent", "2026-11-27")) == "27/11/2026"


@pytest.mark.parametrize("state", ["draft", "signed"])
def test_before_it_is_sent_the_limit_is_not_counted_yet(state):
    assert due_words(row(state)) == "chưa tính"


@pytest.mark.parametrize("state", ["sent", "answered", "applied"])
def test_once_it_is_sent_and_no_limit_runs_nothing_is_left_to_count(state):
    assert due_words(row(state)) == "không nêu"


def test_one_given_up_waits_for_no_answer():
    assert due_words(row("cancelled")) == ""


def test_a_number_is_awaited_by_a_draft_alone():
    assert [number_words(row(state)) for state in ("draft", "sent", "cancelled")] == [
        "chưa có số",
        "không số",
        "không số",
    ]
