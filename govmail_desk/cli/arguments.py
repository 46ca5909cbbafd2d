"""The command line's words: every verb and what may stand behind it. What each does is in the modules beside this one."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from govmail_desk import __version__
from govmail_desk.cli.handover_arguments import add_handover
from govmail_desk.cli.package_arguments import add_package
from govmail_desk.cli.parser import Parser, Verbs, day, takes_json
from govmail_desk.cli.report_arguments import add_report
from govmail_desk.cli.request_arguments import add_request
from govmail_desk.domain.check import SLOTS
from govmail_desk.domain.mailbox import STATES

RECORDED: Final = (
    "issued",
    "password-changed",
    "used",
    "checked",
    "notified",
    "locked",
    "suspended",
    "reopened",
)
CAUSES: Final = ("first-login", "inactivity", "violation", "other")
BY_LEAD_TIME: Final = float("inf")
"""What `--days` without a number stands for: each rule's own lead time."""


def build() -> Parser:
    """Build the whole parser; loads nothing heavier than argparse."""
    parser = Parser(prog="govmail-desk", description="Bàn giấy tờ cho hộp thư điện tử công vụ.")
    parser.add_argument("--version", action="version", version=f"govmail-desk {__version__}", help="xem số bản")
    parser.add_argument(
        "--in-tray", action="store_true", help="mở ẩn ở khay hệ thống để nhắc việc; máy không có khay thì mở cửa sổ"
    )
    parser.set_defaults(register=None)
    verbs = parser.add_subparsers(dest="verb", metavar="LỆNH", parser_class=Parser)
    for add in (
        _demo,
        _init,
        _regulations,
        _address,
        _import,
        _mailboxes,
        _record,
        _usage,
        add_request,
        _due,
        _working_days,
        add_handover,
        add_report,
        add_package,
        _directory,
        _verify,
    ):
        add(verbs)
    return parser


def _demo(verbs: Verbs) -> None:
    demo = verbs.add_parser("demo", help="lập một đơn vị mẫu, làm trọn việc chính rồi mở cửa sổ")
    demo.add_argument("--regulation", metavar="ID", default="ninhbinh-2020", help="quy chế của đơn vị mẫu")
    demo.add_argument("--folder", metavar="THƯ_MỤC", type=Path, help="nơi đặt sổ và các tệp")
    demo.add_argument("--no-gui", action="store_true", help="dừng sau khi có tệp, không mở cửa sổ")


def _init(verbs: Verbs) -> None:
    init = verbs.add_parser("init", help="lập sổ của một đơn vị")
    init.add_argument(
        "--regulation", metavar="ID|TỆP", required=True, help="quy chế có sẵn, hoặc tệp quy chế của tỉnh khác"
    )
    init.add_argument("--unit", metavar="TÊN", required=True, help="tên đầy đủ của đơn vị")
    init.add_argument(
        "--slug", metavar="TÊN_HỘP_THƯ", required=True, help="phần trước @ của hộp thư đơn vị, ví dụ stttt"
    )
    init.add_argument("--head", metavar="HỌ_TÊN", default="", help="thủ trưởng đơn vị")


def _regulations(verbs: Verbs) -> None:
    regulations = verbs.add_parser("regulations", help="xem và kiểm tra quy chế")
    acts = regulations.add_subparsers(dest="act", metavar="VIỆC", required=True, parser_class=Parser)
    takes_json(acts.add_parser("list", help="các quy chế có sẵn"))
    show = acts.add_parser("show", help="in trọn một quy chế với điều khoản")
    show.add_argument("id", metavar="ID", help="quy chế có sẵn, hoặc tệp quy chế")
    takes_json(show)
    check = acts.add_parser("check", help="kiểm tra một tệp quy chế")
    check.add_argument("file", metavar="TỆP", type=Path, help="tệp quy chế (.toml)")
    takes_json(check)


def _address(verbs: Verbs) -> None:
    address = verbs.add_parser("address", help="đề xuất địa chỉ theo quy chế")
    address.add_argument("names", metavar="TÊN", nargs="+", help="họ tên người, hoặc tên đơn vị")
    address.add_argument("--regulation", metavar="ID", required=True, help="quy chế có sẵn, hoặc tệp quy chế")
    address.add_argument("--kind", choices=("personal", "unit"), default="personal", help="hộp thư cá nhân hay đơn vị")
    address.add_argument(
        "--unit", metavar="TÊN_HỘP_THƯ", default="", help="phần trước @ của hộp thư đơn vị của những người này"
    )
    address.add_argument("--parent", metavar="TÊN_HỘP_THƯ", default="", help="phần trước @ của sở hoặc huyện cấp trên")
    address.add_argument("--parent-kind", choices=("so", "huyen"), help="cấp trên là sở (so) hay huyện (huyen)")
    address.add_argument("--leader", metavar="N", type=int, action="append", default=[], help="tên thứ N là lãnh đạo")
    address.add_argument("--taken", metavar="ĐỊA_CHỈ", action="append", default=[], help="địa chỉ đã có người dùng")
    takes_json(address)


def _import(verbs: Verbs) -> None:
    take = verbs.add_parser("import", help="nhập danh sách của đơn vị")
    take.add_argument("file", metavar="TỆP", type=Path, help="tệp .xlsx, .xls, .ods hoặc .csv")
    take.add_argument("--sheet", metavar="TRANG", help="chỉ nhập trang tính này")
    take.add_argument("--dry-run", action="store_true", help="chỉ xem trước, không ghi gì")
    takes_json(take)


def _mailboxes(verbs: Verbs) -> None:
    mailboxes = verbs.add_parser("mailboxes", help="liệt kê hộp thư trong sổ")
    mailboxes.add_argument("--search", metavar="CHỮ", default="", help="tìm theo tên, địa chỉ, đơn vị; không cần dấu")
    mailboxes.add_argument("--state", choices=STATES, help="chỉ hộp thư ở trạng thái này")
    takes_json(mailboxes)


def _record(verbs: Verbs) -> None:
    record = verbs.add_parser("record", help="ghi một việc đã làm với hộp thư, có ngày và người làm")
    record.add_argument("act", metavar="VIỆC", choices=RECORDED, help=", ".join(RECORDED))
    record.add_argument("--address", metavar="ĐỊA_CHỈ", required=True, help="địa chỉ hộp thư")
    record.add_argument("--on", metavar="NGÀY", type=day, required=True, help="ngày xảy ra việc, dạng 2026-11-22")
    record.add_argument("--slot", choices=SLOTS, help="với checked: buổi đã kiểm tra, sáng hay chiều")
    record.add_argument("--by", metavar="HỌ_TÊN", default="", help="người làm việc này (mặc định: người đang làm)")
    record.add_argument(
        "--cause", choices=CAUSES, default="", help="với locked, suspended: vì sao, nếu nơi vận hành có nêu"
    )


def _usage(verbs: Verbs) -> None:
    usage = verbs.add_parser("usage", help="nhập số liệu sử dụng của nơi vận hành")
    usage.add_argument("file", metavar="TỆP", type=Path, help="tệp .xlsx, .xls, .ods hoặc .csv nơi vận hành gửi")
    usage.add_argument("--on", metavar="NGÀY", type=day, required=True, help="ngày lập số liệu, dạng 2026-11-22")
    usage.add_argument("--sheet", metavar="TRANG", help="chỉ đọc trang tính này")
    usage.add_argument("--dry-run", action="store_true", help="chỉ xem trước, không ghi gì")
    takes_json(usage)


def _due(verbs: Verbs) -> None:
    due = verbs.add_parser("due", help="việc đến hạn, quá hạn và phải chờ, kèm điều khoản và cách đếm")
    due.add_argument("--on", metavar="NGÀY", type=day, help="xem như ở ngày này, dạng 2026-11-22 (mặc định: hôm nay)")
    due.add_argument(
        "--days",
        metavar="N",
        type=int,
        nargs="?",
        const=BY_LEAD_TIME,
        help="chỉ việc phải làm trong N ngày tới; không ghi N thì theo số ngày nhắc trước của từng loại việc "
        "(mặc định: mọi việc)",
    )
    answer = due.add_mutually_exclusive_group()
    answer.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    answer.add_argument("--ics", metavar="TỆP", type=Path, help="ghi ra tệp lịch .ics")


def _working_days(verbs: Verbs) -> None:
    count = verbs.add_parser("working-days", help="đếm thời hạn, có cách tính từng ngày")
    count.add_argument(
        "--from", dest="start", metavar="NGÀY", type=day, required=True, help="ngày xảy ra sự việc, dạng 2026-11-22"
    )
    count.add_argument("--days", metavar="N", type=int, required=True, help="độ dài thời hạn")
    count.add_argument(
        "--unit", choices=("working-day", "day", "month"), default="working-day", help="ngày làm việc, ngày hay tháng"
    )
    takes_json(count)


def _directory(verbs: Verbs) -> None:
    directory = verbs.add_parser("directory", help="lập danh bạ thư công vụ và ghi ra tệp")
    directory.add_argument(
        "--out", metavar="TỆP", type=Path, required=True, help="tệp .xlsx, .docx, .html, .vcf hoặc .csv"
    )
    directory.add_argument(
        "--internal", action="store_true", help="bản nội bộ, có trạng thái hộp thư; không đăng ra ngoài"
    )
    directory.add_argument("--as-of", metavar="NGÀY", type=day, help="ngày chốt số liệu (mặc định: hôm nay)")
    takes_json(directory)


def _verify(verbs: Verbs) -> None:
    verbs.add_parser("verify", help="kiểm tra sổ, nhật ký và tệp")
