"""Whose a row of an export is, and why one is not taken: each reason by a row of its own."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.documents import spreadsheet
from govmail_desk.domain.regulation import ADDRESS_DOMAIN
from govmail_desk.operations.mailbox_acts import record_act
from govmail_desk.operations.mailboxes import record_state
from govmail_desk.operations.usage import plan_usage
from tests.desks import founded
from tests.mailboxes import issued
from tests.usage_exports import csv_of, export

EXPORTED_ON = date(2026, 11, 22)


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as open_desk:
        yield open_desk


@pytest.fixture
def planned(desk, tmp_path):
    def plan(*rows):
        """Plan a small export and give what becomes of each row, with its reasons."""
        domain = desk.regulation().find(ADDRESS_DOMAIN).value
        rows = plan_usage(desk, export(tmp_path, domain, *rows), as_of_on=EXPORTED_ON).rows
        return [(row.outcome, " ".join(row.reasons)) for row in rows]

    return plan


def test_a_use_later_than_known_says_what_was_known(desk, planned):
    an = issued(desk, "Lê An")
    record_act(desk, mailbox_ids=[an], kind="password-changed", on=date(2026, 10, 1))
    assert planned(("lean", "20/11/2026")) == [("new", "Sổ mới biết đến lần dùng 01/10/2026.")]


def test_a_use_after_the_day_of_the_figures_needs_a_look(desk, planned):
    issued(desk, "Lê An")
    assert planned(("lean", "23/11/2026")) == [("doubtful", "Lần dùng 23/11/2026 sau ngày lập số liệu 22/11/2026.")]


def test_a_use_before_the_mailbox_was_issued_needs_a_look(desk, planned):
    an = issued(desk, "Lê An", state="proposed")
    record_state(desk, mailbox_id=an, state="active", on=date(2026, 11, 16))
    assert planned(("lean", "15/11/2026")) == [("doubtful", "Lần dùng 15/11/2026 trước ngày cấp hộp thư 16/11/2026.")]


def test_a_mailbox_closed_or_never_issued_needs_a_look(desk, planned):
    issued(desk, "Lê An", state="closed")
    issued(desk, "Đỗ Chi", state="requested")
    (closed, asked) = planned(("lean", "20/10/2026"), ("dochi", "20/10/2026"))
    assert (closed[0], asked[0]) == ("doubtful", "doubtful")
    assert "đã đóng từ 11/11/2026" in closed[1]
    assert "chưa được cấp" in asked[1]


def test_a_locked_mailbox_used_since_needs_a_look(desk, planned):
    issued(desk, "Lê An", state="locked")
    assert [one[0] for one in planned(("lean", "11/11/2026"))] == ["new"]
    assert "có lần dùng sau đó" in planned(("lean", "13/11/2026"))[0][1]


def test_never_logged_in_against_a_known_use_needs_a_look(desk, planned):
    an = issued(desk, "Lê An")
    record_act(desk, mailbox_ids=[an], kind="used", on=date(2026, 10, 1))
    assert planned(("lean", "Never")) == [
        ("doubtful", "Nơi vận hành ghi chưa kích hoạt, nhưng sổ ghi đã dùng ngày 01/10/2026.")
    ]


def test_the_same_address_twice_counts_once_and_with_other_days_not_at_all(desk, planned):
    issued(desk, "Lê An")
    assert [one[0] for one in planned(("lean", "20/11/2026"), ("lean", "20/11/2026"))] == ["new", "set_aside"]
    both = planned(("lean", "20/11/2026"), ("LEAN", "19/11/2026"))
    assert [one[0] for one in both] == ["doubtful", "doubtful"]
    assert "còn ở dòng 3" in both[0][1]


@pytest.mark.parametrize("local", ["lean1", "lea", "lena", "1ean", "le.an"])
def test_an_address_one_slip_away_is_told_and_never_taken(desk, planned, local):
    issued(desk, "Lê An")
    ((outcome, reason),) = planned((local, "20/11/2026"))
    assert (outcome, "gần giống" in reason) == ("doubtful", True)


def test_a_stranger_is_unknown(desk, planned):
    issued(desk, "Lê An")
    assert planned(("phamhung", "20/11/2026")) == [("unknown", "Sổ không có địa chỉ này.")]


def test_another_state_at_the_operator_s_is_a_remark_and_changes_nothing(desk, tmp_path):
    issued(desk, "Lê An")
    domain = desk.regulation().find(ADDRESS_DOMAIN).value
    path = csv_of(tmp_path / "t.csv", "Email,Status,Last login", f"lean@{domain},Lockout,20/11/2026")
    (row,) = plan_usage(desk, spreadsheet.read(path), as_of_on=EXPORTED_ON).rows
    assert row.outcome == "new"
    assert "Nơi vận hành ghi hộp thư bị khóa, sổ ghi đang dùng" in row.reasons[-1]


def test_a_row_that_tells_nothing_is_set_aside(desk, planned):
    issued(desk, "Lê An")
    assert planned(("lean", "")) == [("set_aside", "Dòng không nêu gì về việc sử dụng.")]
