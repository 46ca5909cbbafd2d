"""What the columns of an export mean, by heading and by cells; which row holds the headings."""

from __future__ import annotations

import pytest

from govmail_desk.domain.usage_columns import UsageMeaning, find_usage_header, meaning_of
from tests.small_lists import sheet

M = UsageMeaning


@pytest.mark.parametrize(
    ("headings", "meaning"),
    [
        (("Email", "Địa chỉ thư công vụ", "PrimarySmtpAddress", "Tài khoản", "Hộp thư"), M.ADDRESS),
        (
            (
                "Last login", "LastLogonTime", "Last Access", "LastUserActionTime", "zimbraLastLogonTimestamp", "Lần đăng nhập gần nhất",
                "Đăng nhập lần cuối", "Lần cuối sử dụng", "Ngày đăng nhập cuối cùng", "Thời gian truy cập gần nhất", "Dùng gần nhất",
            ),
            M.LAST_USED,
        ),
        (("Đã kích hoạt", "Ngày kích hoạt", "Activated"), M.ACTIVATED),
        (("Status", "Trạng thái", "Tình trạng sử dụng", "zimbraAccountStatus", "Enabled"), M.STATUS),
        (("Quota used", "Đã dùng", "Dung lượng đã sử dụng", "TotalItemSize", "Mailbox Size", "Dung lượng hộp thư"), M.USED),
        (("Đã dùng (MB)", "Quota Used (MB)", "Dung lượng (MB)"), M.USED_MB),
        (("Quota", "Hạn mức", "Dung lượng được cấp", "ProhibitSendQuota"), M.QUOTA),
        (("Hạn mức (GB)", "Dung lượng được cấp (GB)", "Được cấp (GB)"), M.QUOTA_GB),
        (("zimbraMailQuota",), M.QUOTA_BYTES),
        (("Mật khẩu", "Password"), M.PASSWORD),
        (
            (
                "STT", "Họ và tên", "% đã dùng", "Tỷ lệ sử dụng", "LastLogoffTime", "IssueWarningQuota", "AccountDisabled", "Ngày tạo",
                "Số thư gửi", "Ghi chú", "",
            ),
            M.IGNORED,
        ),
    ],
)  # fmt: skip
def test_a_heading_means_what_servers_and_offices_mean_by_it(headings, meaning):
    assert {heading: meaning_of(heading) for heading in headings} == dict.fromkeys(headings, meaning)


def test_the_headings_are_found_below_titles():
    found = find_usage_header(
        sheet(("THỐNG KÊ SỬ DỤNG HỘP THƯ",), (), ("TT", "Hộp thư", "Lần dùng cuối"), ("1", "a@x.gov.vn", "22/11/2026"))
    )
    assert (found.row_number, found.address, found.columns_of(M.LAST_USED)) == (3, 1, (2,))


def test_the_cells_say_which_of_several_columns_holds_the_addresses():
    found = find_usage_header(
        sheet(("Account", "Email", "Last login"), ("an", "an@x.gov.vn", ""), ("chi", "chi@x.gov.vn", ""))
    )
    assert found.address == 1
    assert found.columns[0] is M.IGNORED


def test_a_column_of_addresses_under_no_known_heading_is_found():
    found = find_usage_header(sheet(("Name", "Last login"), ("an@x.gov.vn", "Never")))
    assert found.address == 0


@pytest.mark.parametrize(
    "lines",
    [(), (("Email", "Họ tên"), ("a@x.gov.vn", "An")), (("Họ tên", "Last login"), ("An", "Never")), (("x", "y"),)],
)
def test_a_sheet_that_names_no_address_or_no_use_has_no_headings(lines):
    assert find_usage_header(sheet(*lines)) is None


def test_the_clerk_says_what_columns_hold_but_never_reads_passwords():
    found = find_usage_header(
        sheet(("Email", "Mật khẩu", "Last login", "Mail khác"), ("a@x.gov.vn", "b", "", "c@y.vn"))
    )
    said = found.with_meanings({1: M.STATUS, 3: M.ADDRESS})
    assert said.columns == {0: M.IGNORED, 1: M.PASSWORD, 2: M.LAST_USED, 3: M.ADDRESS}
    assert found.recall(said.remembered()).columns == said.columns


def test_the_reading_is_remembered_apart_from_that_of_lists():
    assert find_usage_header(sheet(("Email", "Last login"), ("a@x.gov.vn", ""))).signature == "usage|email|last login"
