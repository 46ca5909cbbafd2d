"""What a clerk is told before asking: waits and last days with their working, and what nobody has said yet."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.request_details import ChangeDetails, CloseDetails, Fact, ReopenDetails, ResetDetails
from govmail_desk.operations.requests import plan_about
from tests.desks import NOW, founded
from tests.mailboxes import issued
from tests.request_lives import go_on_to

TODAY = NOW.date()


def remarks(desk, kind, mailbox_id, details, on=TODAY):
    (row,) = plan_about(desk, kind=kind, mailbox_ids=[mailbox_id], on=on, details={mailbox_id: details}).rows
    assert row.refusal == ""
    return row.remarks


@pytest.fixture
def quan4(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as desk:
        yield desk


@pytest.fixture
def ninhbinh(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


def test_a_missed_first_change_of_password_is_waited_out_day_by_day(quan4):
    # Khóa thứ Tư 11/11/2026; 12, 13, 14, 15, 16/11 là năm ngày; từ thứ Ba 17/11 mới được giải quyết.
    told = remarks(quan4, "reopen", issued(quan4, "Lê An", state="locked", cause="first-login"), ReopenDetails())
    assert told[0] == "Yêu cầu mở lại chỉ được giải quyết từ thứ Ba 17/11/2026 (Đ8.3b), không sớm hơn."
    assert [line for line in told if "ngày thứ 5" in line] == ["Thứ Hai 16/11/2026: ngày thứ 5."]
    assert "chậm nhất" not in " ".join(told)


@pytest.mark.parametrize("cause", ["inactivity", "violation", "other"])
def test_any_other_lock_is_not_waited_out(quan4, cause):
    told = remarks(quan4, "reopen", issued(quan4, "Lê An", state="locked", cause=cause), ReopenDetails())
    assert told == ()


@pytest.mark.parametrize("cause", ["inactivity", "violation"])
def test_reopening_is_asked_for_within_the_notice(ninhbinh, cause):
    # Thông báo 11/11/2026: 12, 13, 16 đến 20, 23, (24 nghỉ), 25, 26, 27, 30/11, 01, 02, 03/12 là 15 ngày làm việc.
    told = remarks(ninhbinh, "reopen", issued(ninhbinh, "Lê An", state="suspended", cause=cause), ReopenDetails())
    assert "chậm nhất thứ Năm 03/12/2026 (Đ7.1)" in told[0]
    assert any("ngày làm việc thứ 15" in line for line in told)


def test_past_the_notice_the_clerk_is_told_to_ask_first(ninhbinh):
    mailbox_id = issued(ninhbinh, "Lê An", state="suspended", cause="inactivity")
    go_on_to(ninhbinh, date(2026, 12, 4))
    told = remarks(ninhbinh, "reopen", mailbox_id, ReopenDetails(), on=date(2026, 12, 4))
    assert "đã hết ngày thứ Năm 03/12/2026" in told[0]


def test_an_unknown_cause_is_told(ninhbinh):
    (told,) = remarks(ninhbinh, "reopen", issued(ninhbinh, "Lê An", state="locked"), ReopenDetails())
    assert "Chưa rõ vì sao" in told


def test_a_reset_opens_no_lock_and_needs_a_telephone(ninhbinh):
    mailbox_id = issued(ninhbinh, "Lê An", state="locked")
    (locked,) = remarks(ninhbinh, "reset", mailbox_id, ResetDetails())
    assert "không mở khóa" in locked


def test_gaps_of_change_and_closing_are_told_each_once(ninhbinh):
    first, second = issued(ninhbinh, "Lê An"), issued(ninhbinh, "Lê Bình")
    (basis,) = remarks(ninhbinh, "change", first, ChangeDetails(facts=(Fact("Chức vụ", "A", "B"),)))
    assert "căn cứ" in basis
    told = remarks(ninhbinh, "close", second, CloseDetails())
    assert len(told) == 3
    complete = CloseDetails(reason="Nghỉ hưu", document="Quyết định số 1/QĐ", is_data_kept=True)
    assert remarks(ninhbinh, "close", second, complete) == ("Sổ chưa ghi Lê Bình thôi làm việc hay chuyển công tác.",)
