"""Whether a mailbox was activated, and its state on the server, as exports write them."""

from __future__ import annotations

import pytest

from govmail_desk.domain.sheet import Cell, CellKind
from govmail_desk.domain.usage_states import activated_by_state, read_activated, read_state


@pytest.mark.parametrize("text", ["Đã kích hoạt", "Có", "x", "Yes", "TRUE", "1", "Active", "20/11/2026", "✓"])
def test_activated_is_told(text):
    assert read_activated(Cell(text)) is True


@pytest.mark.parametrize("text", ["Chưa kích hoạt", "Không", "chưa", "No", "FALSE", "0", "Inactive", "Not activated"])
def test_not_activated_is_told(text):
    assert read_activated(Cell(text)) is False


@pytest.mark.parametrize("text", ["", "đang xem xét", "?"])
def test_neither_stays_unknown(text):
    assert read_activated(Cell(text)) is None


def test_the_day_of_activation_says_it_was_activated():
    assert read_activated(Cell("2026-11-05", CellKind.DATE)) is True


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Active", "active"), ("active", "active"), ("Đang hoạt động", "active"), ("Đang sử dụng", "active"),
        ("Locked", "locked"), ("lockout", "locked"), ("Tạm khóa", "locked"), ("Bị khoá", "locked"), ("Tạm dừng", "locked"),
        ("Closed", "closed"), ("Đã xóa", "closed"), ("Không hoạt động", None), ("Inactive", None), ("", None), ("Đã kích hoạt", None),
    ],
)  # fmt: skip
def test_the_server_s_state_is_told_in_ours(text, state):
    assert read_state(Cell(text)) == state


def test_an_open_account_activates_nothing_only_its_own_words_do():
    assert activated_by_state(Cell("Active")) is None
    assert activated_by_state(Cell("Đã kích hoạt")) is True
    assert activated_by_state(Cell("Chưa kích hoạt")) is False
