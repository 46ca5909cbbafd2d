"""Looks into mailboxes on Hôm nay: a line a half day, missing ones first; nothing where the article counts none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from govmail_desk.listings.mailboxes import MailboxFilter, ids
from govmail_desk.listings.today import waiting_counts
from govmail_desk.listings.today_checks import check_rows
from govmail_desk.operations.checks import record_check
from govmail_desk.operations.mailboxes import add_mailbox
from tests.desks import founded, own_unit_id
from tests.office import with_hours


def at(hour):
    return lambda: datetime(2026, 11, 26, hour, 0, tzinfo=UTC)  # Thursday; the register knows its mailbox since Monday


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as desk:
        with_hours(desk)
        yield desk


def test_in_the_morning_the_half_day_is_still_to_be_done(desk):
    desk.clock = at(9)
    (row,) = check_rows(desk)
    assert (row.section, row.act, row.title) == ("today", "record_check", "Kiểm tra hộp thư đơn vị, buổi sáng")
    assert row.detail.startswith("phuong9.q4@tphcm.gov.vn · trước ")
    assert (row.cite, bool(row.why)) == ("Đ8.2a", True)


def test_in_the_evening_both_halves_are_missing_until_they_are_logged(desk):
    desk.clock = at(20)
    assert [(row.section, row.title.rpartition(" ")[2]) for row in check_rows(desk)] == [
        ("overdue", "sáng"),
        ("overdue", "chiều"),
    ]
    record_check(desk, mailbox_ids=ids(desk, MailboxFilter(kind="unit")), on=desk.today(), slot="morning")
    assert [row.title.rpartition(" ")[2] for row in check_rows(desk)] == ["chiều"]


def test_many_mailboxes_stand_in_one_line(desk):
    for number in range(4):
        add_mailbox(
            desk,
            address=f"to{number}.q4@tphcm.gov.vn",
            kind="unit",
            unit_id=own_unit_id(desk),
            since=desk.today(),
        )
    desk.clock = at(9)
    (row,) = check_rows(desk)
    assert row.count == 5
    assert "và 2 hộp thư khác" in row.detail


def test_a_look_once_a_day_is_asked_for_within_the_day(tmp_path):
    with founded(tmp_path, "ninhbinh-2020") as desk:
        desk.clock = at(9)
        (row,) = check_rows(desk)
        assert row.detail.endswith(" · trong ngày")


def test_where_the_article_counts_no_looks_nothing_is_asked(tmp_path):
    with founded(tmp_path, "soctrang-59-2024") as desk:
        desk.clock = at(20)
        assert check_rows(desk) == ()


def test_the_rail_counts_the_looks_nobody_logged_yet(desk):
    desk.clock = at(20)
    assert waiting_counts(desk)["today"] == 2
    record_check(desk, mailbox_ids=ids(desk, MailboxFilter(kind="unit")), on=desk.today(), slot="morning")
    assert waiting_counts(desk)["today"] == 1
