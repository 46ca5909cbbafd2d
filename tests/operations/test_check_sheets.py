"""The monthly sheet put together from the log of a real register and written to disk."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.settings import OfficeHours
from govmail_desk.listings import checks
from govmail_desk.operations.check_sheets import check_sheet, sheet_name, write_check_sheet
from govmail_desk.operations.checks import record_check
from govmail_desk.operations.settings import set_office_hours
from tests.desks import founded

NOVEMBER = date(2026, 11, 1)
WEDNESDAY = date(2026, 11, 25)
VIETNAM = timezone(timedelta(hours=7))


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path, "khanhhoa-dagt-2021")
    hours = OfficeHours(
        from_on=date(2026, 1, 1), morning_from="07:30", morning_to="11:30", afternoon_from="13:30", afternoon_to="17:00"
    )
    set_office_hours(desk, hours=hours)
    desk.clock = lambda: datetime(2026, 11, 26, 9, 12, tzinfo=VIETNAM)
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


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
def test_the_file_is_written_whole_under_its_month(desk, tmp_path, ending) -> None:
    file = tmp_path / sheet_name(NOVEMBER, ending)
    assert write_check_sheet(desk, month=NOVEMBER, file=file) == 1
    assert file.name == f"Kiem tra hop thu 2026-11{ending}"
    assert file.read_bytes().startswith(b"PK")


def test_another_kind_of_file_a_month_without_mailboxes_and_a_folder_that_is_not_there_are_refused(
    desk, tmp_path
) -> None:
    with pytest.raises(RuleBroken, match=r"\.docx hoặc \.xlsx"):
        write_check_sheet(desk, month=NOVEMBER, file=tmp_path / "bang.pdf")
    with pytest.raises(RuleBroken, match="không có hộp thư"):
        write_check_sheet(desk, month=NOVEMBER, file=tmp_path / "bang.docx", kind="personal")
    with pytest.raises(StoreUnavailable):
        write_check_sheet(desk, month=NOVEMBER, file=tmp_path / "khong-co" / "bang.docx")
