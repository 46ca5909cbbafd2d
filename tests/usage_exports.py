"""Exports of use for tests, as real files of the kinds operators send: Zimbra, Exchange, MDaemon, a Vietnamese sheet, a .csv of Excel's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook

from govmail_desk.documents import spreadsheet
from govmail_desk.documents.spreadsheet import Workbook as Book

_MORNING: Final = datetime(2026, 11, 20, 8, 15)  # noqa: DTZ001  (a cell of Excel's knows no zone)
AN, BINH, CHI = "lean@{}", "tranbinh@{}", "dochi@{}"


def zimbra(folder: Path, domain: str) -> Path:
    """What `zmprov` and the admin console give: sizes in bytes, moments in UTC, nothing where nobody logged in."""
    return csv_of(
        folder / "zimbra.csv",
        "name,zimbraAccountStatus,zimbraLastLogonTimestamp,zimbraMailQuota,quotaUsed (bytes)",
        f"{AN.format(domain)},active,20261120011533Z,1073741824,524288000",
        f"{BINH.format(domain)},lockout,20260801171533.123Z,1073741824,1048576",
        f"{CHI.format(domain)},active,,0,0",
    )


def exchange(folder: Path, domain: str) -> Path:
    """What `Get-MailboxStatistics | Export-Csv` gives: names in one word, American days, sizes said twice."""
    return csv_of(
        folder / "exchange.csv",
        '"DisplayName","PrimarySmtpAddress","LastLogonTime","LastLogoffTime","LastUserActionTime","TotalItemSize","ProhibitSendQuota"',
        f'"Lê An","{AN.format(domain)}","11/20/2026 8:15:33 AM","11/22/2026 9:00:00 AM","11/19/2026 7:00:00 AM",'
        '"500 MB (524,288,000 bytes)","2 GB (2,147,483,648 bytes)"',
        f'"Trần Bình","SMTP:{BINH.format(domain)}","8/2/2026 1:00:00 PM","","","1.5 GB (1,610,612,736 bytes)","Unlimited"',
        f'"Đỗ Chi","{CHI.format(domain)}","Never","","","0 B (0 bytes)","Unlimited"',
    )


def mdaemon(folder: Path, domain: str) -> Path:
    """What MDaemon's account list gives: the local part alone, room in MB."""
    return csv_of(
        folder / "mdaemon.csv",
        "MailBox,Domain,FullName,Last Access,Mailbox Size (MB),Max Quota (MB),Enabled",
        f"lean,{domain},Le An,2026-11-20 08:15:33,500,1024,Yes",
        f"tranbinh,{domain},Tran Binh,2026-08-02 13:00:00,1,1024,Yes",
        f"dochi,{domain},Do Chi,Never,0,1024,Yes",
    )


def vietnamese(folder: Path, domain: str) -> Path:
    """A sheet a Sở sends: letterhead, merged headings of two rows, real dates beside text, a total and a signature."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Thống kê"
    lines: list[Sequence[Any]] = [
        ("UBND TỈNH",),
        ("THỐNG KÊ TÌNH HÌNH SỬ DỤNG HỘP THƯ ĐIỆN TỬ CÔNG VỤ",),
        ("(Số liệu đến ngày 22/11/2026)",),
        (),
        ("TT", "Họ và tên", "Địa chỉ thư công vụ", "Tình trạng", "Lần đăng nhập gần nhất", "Dung lượng (MB)", None),
        (None, None, None, None, None, "Đã dùng (MB)", "Được cấp (MB)"),
        ("I", "Văn phòng"),
        (1, "Lê An", AN.format(domain), "Đã kích hoạt", _MORNING, 500, 1024),
        (2, "Trần Bình", BINH.format(domain).upper(), "Đã kích hoạt", "ngày 02 tháng 8 năm 2026", "1,5", 1024),
        ("II", "Phòng Chuyển đổi số"),
        (3, "Đỗ Chi", CHI.format(domain), "Chưa kích hoạt", "Chưa đăng nhập", None, 1024),
        ("Tổng cộng: 3 hộp thư",),
        ("", "Người lập biểu", "", "Giám đốc"),
    ]
    for line in lines:
        sheet.append(line)
    sheet.merge_cells("A2:G2")
    sheet.merge_cells("F5:G5")
    for column in "ABCDE":
        sheet.merge_cells(f"{column}5:{column}6")
    path = folder / "thong-ke.xlsx"
    book.save(path)
    return path


def semicolons(folder: Path, domain: str) -> Path:
    """A .csv as Excel in Vietnam saves it: a byte-order mark, semicolons, days first."""
    path = folder / "su-dung.csv"
    path.write_text(
        "Tài khoản;Đăng nhập lần cuối;Kích hoạt;Đã dùng;Hạn mức\r\n"
        f"{AN.format(domain)};20/11/2026 08:15;Có;500 MB;1 GB\r\n"
        f"{BINH.format(domain)};02/08/2026 13:00;Có;1,5 GB;1 GB\r\n"
        f"{CHI.format(domain)};Chưa đăng nhập;Không;0 MB;1 GB\r\n",
        encoding="utf-8-sig",
        newline="",
    )
    return path


KINDS: Final = (zimbra, exchange, mdaemon, vietnamese, semicolons)


def csv_of(path: Path, *lines: str) -> Path:
    """Write a text file of these lines."""
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def export(folder: Path, domain: str, *rows: tuple[str, str], name: str = "xuat.csv") -> Book:
    """Read a small export of local parts and days of last use."""
    lines = [f"{local}@{domain},{last}" for local, last in rows]
    return spreadsheet.read(csv_of(folder / name, "Email,Last login", *lines))
