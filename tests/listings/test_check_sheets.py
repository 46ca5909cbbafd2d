"""The monthly sheet put together from the log of a real register."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.listings import checks, settings
from govmail_desk.listings.check_sheets import check_sheet, month_sheet
from govmail_desk.operations.checks import record_check
from govmail_desk.operations.settings import edit_signer
from tests.desks import founded
from tests.office import at, with_hours

NOVEMBER = date(2026, 11, 1)
WEDNESDAY = date(2026, 11, 25)


@pytest.fixture
def desk(tmp_path):
    desk = with_hours(founded(tmp_path, "khanhhoa-dagt-2021"))
    at(desk, date(2026, 11, 26), 9, 12)
    yield desk
    desk.close()


@pytest.fixture
def own_id(desk):
    return checks.month(desk, month=NOVEMBER).mailboxes[0].id


def test_the_sheet_holds_the_days_in_use_and_nothing_that_nobody_entered(desk, own_id) -> None:
    record_check(desk, mailbox_ids=[own_id], on=WEDNESDAY, slot="morning", by="Trần Ánh", note="Mất điện")
    (mailbox,) = check_sheet(desk, checks.month(desk, month=NOVEMBER)).mailboxes
    days = {day.on.day: day for day in mailbox.days}
    assert sorted(days) == [24, 25, 26, 27, 30]
    assert days[24].note == "nghỉ: Ngày Văn hóa Việt Nam"
    assert [look.by for look in mailbox.looks] == ["Trần Ánh"]
    assert days[25].note == "Mất điện; ghi lúc 09:12 26/11/2026"
    assert days[26].note == "còn trong buổi; chưa tới"
    assert mailbox.missing == "1 buổi"


def test_the_sheet_says_what_the_article_asks_and_that_the_month_is_not_over(desk) -> None:
    sheet = check_sheet(desk, checks.month(desk, month=NOVEMBER))
    assert sheet.rules[0].startswith("Việc kiểm tra phải làm: ít nhất 02 lần mỗi ngày (buổi sáng, buổi chiều)")
    assert "Đ6" in sheet.rules[0]
    assert sheet.legend[-1] == "Bảng lập lúc 09:12 ngày 26/11/2026, khi tháng chưa hết."


def test_where_no_number_is_stated_the_sheet_says_that_blanks_are_not_missing(tmp_path) -> None:
    desk = founded(tmp_path, "soctrang-59-2024")
    sheet = check_sheet(desk, checks.month(desk, month=NOVEMBER))
    assert any("không nêu số lần" in line for line in sheet.legend)
    assert sheet.mailboxes[0].missing == ""
    desk.close()


def test_a_month_without_a_mailbox_of_the_kind_has_no_sheet(desk) -> None:
    with pytest.raises(RuleBroken, match="không có hộp thư"):
        month_sheet(desk, month=NOVEMBER, kind="personal")


def test_the_head_signs_and_where_nobody_may_sign_the_place_is_left_blank(desk) -> None:
    sheet = month_sheet(desk, month=NOVEMBER)
    assert (sheet.signing, sheet.signer) == (("GIÁM ĐỐC",), "Lê Thị Mỹ Hạnh")
    (signer,) = settings.signers(desk)
    edit_signer(desk, signer=replace(signer, to_on=WEDNESDAY))
    sheet = month_sheet(desk, month=NOVEMBER)
    assert (sheet.signing, sheet.signer) == (("THỦ TRƯỞNG ĐƠN VỊ",), "")
