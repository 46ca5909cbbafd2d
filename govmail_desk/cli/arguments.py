"""The command line's words: one parser, wrong usage told in Vietnamese. What each verb does is in the modules beside this one."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, Final, NoReturn, TypeAlias

from govmail_desk import __version__
from govmail_desk.domain.mailbox import STATES

WRONG_USAGE: Final = 2
_HEADINGS: Final = {"positional arguments": "tham số", "options": "lựa chọn"}
_SAYINGS: Final = (
    (r"the following arguments are required: (.*)", r"còn thiếu \1"),
    (r"one of the arguments (.*) is required", r"còn thiếu một trong \1"),
    (r"unrecognized arguments: (.*)", r"không có lựa chọn \1"),
    (r"argument (.*): not allowed with argument (.*)", r"\1 không dùng cùng \2"),
    (r"argument (.*): expected one argument", r"\1 cần một giá trị"),
    (r"argument (.*): expected at least one argument", r"\1 cần ít nhất một giá trị"),
    (r"argument (.*): invalid choice: (.*) \(choose from (.*)\)", r"\1 không nhận \2; hãy chọn \3"),
    (r"argument (.*): invalid day value: (.*)", r"\1 không nhận \2; ngày viết dạng 2026-11-22"),
    (r"argument (.*): invalid int value: (.*)", r"\1 phải là số nguyên, không phải \2"),
    (r"argument (.*): ignored explicit argument (.*)", r"\1 không nhận giá trị \2"),
    (r"ambiguous option: (.*) could match (.*)", r"\1 có thể là \2; hãy viết đủ"),
)


class Help(argparse.HelpFormatter):
    """The help of the command line, with argparse's own words in Vietnamese."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=32)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "cách dùng: " if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        super().start_section(_HEADINGS.get(heading or "", heading))


class Parser(argparse.ArgumentParser):
    """An argument parser that says what is wrong in Vietnamese and exits with 2; every verb takes --register too."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, add_help=False, allow_abbrev=False, formatter_class=Help)
        self.add_argument("-h", "--help", action="help", help="xem cách dùng")
        # Said before the verb or after it; a verb that is not told of it must not forget what stood before.
        self.add_argument(
            "--register", metavar="SỔ", default=argparse.SUPPRESS, help="tệp sổ (mặc định: sổ của người dùng này)"
        )

    def error(self, message: str) -> NoReturn:
        for pattern, saying in _SAYINGS:
            message = re.sub(pattern, saying, message)
        print(f"Lệnh chưa đúng: {message}. Gõ “{self.prog} --help” để xem cách dùng.", file=sys.stderr)
        raise SystemExit(WRONG_USAGE)


def day(text: str) -> date:
    """Read an ISO date of the command line."""
    return date.fromisoformat(text)


def build() -> Parser:
    """Build the whole parser; loads nothing heavier than argparse."""
    parser = Parser(prog="govmail-desk", description="Bàn giấy tờ cho hộp thư điện tử công vụ.")
    parser.add_argument("--version", action="version", version=f"govmail-desk {__version__}", help="xem số bản")
    parser.set_defaults(register=None)
    verbs = parser.add_subparsers(dest="verb", metavar="LỆNH", parser_class=Parser)
    for add in (_demo, _init, _regulations, _address, _import, _mailboxes, _request, _working_days, _verify):
        add(verbs)
    return parser


Verbs: TypeAlias = "argparse._SubParsersAction[Parser]"  # noqa: SLF001  (argparse gives the type no public name)


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
    _takes_json(acts.add_parser("list", help="các quy chế có sẵn"))
    show = acts.add_parser("show", help="in trọn một quy chế với điều khoản")
    show.add_argument("id", metavar="ID", help="quy chế có sẵn, hoặc tệp quy chế")
    _takes_json(show)
    check = acts.add_parser("check", help="kiểm tra một tệp quy chế")
    check.add_argument("file", metavar="TỆP", type=Path, help="tệp quy chế (.toml)")
    _takes_json(check)


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
    _takes_json(address)


def _import(verbs: Verbs) -> None:
    take = verbs.add_parser("import", help="nhập danh sách của đơn vị")
    take.add_argument("file", metavar="TỆP", type=Path, help="tệp .xlsx, .xls, .ods hoặc .csv")
    take.add_argument("--sheet", metavar="TRANG", help="chỉ nhập trang tính này")
    take.add_argument("--dry-run", action="store_true", help="chỉ xem trước, không ghi gì")
    _takes_json(take)


def _mailboxes(verbs: Verbs) -> None:
    mailboxes = verbs.add_parser("mailboxes", help="liệt kê hộp thư trong sổ")
    mailboxes.add_argument("--search", metavar="CHỮ", default="", help="tìm theo tên, địa chỉ, đơn vị; không cần dấu")
    mailboxes.add_argument("--state", choices=STATES, help="chỉ hộp thư ở trạng thái này")
    _takes_json(mailboxes)


def _request(verbs: Verbs) -> None:
    request = verbs.add_parser("request", help="lập đề nghị: công văn, danh sách, thư nháp")
    acts = request.add_subparsers(dest="act", metavar="VIỆC", required=True, parser_class=Parser)
    create = acts.add_parser("create", help="đề nghị cấp mới hộp thư")
    whom = create.add_mutually_exclusive_group(required=True)
    whom.add_argument("--address", metavar="ĐỊA_CHỈ", nargs="+", help="hộp thư đã đề xuất trong sổ")
    whom.add_argument("--new", metavar="TỆP", type=Path, help="danh sách người mới, được ghi luôn vào sổ")
    create.add_argument("--out", metavar="THƯ_MỤC", type=Path, required=True, help="nơi đặt các tệp")
    create.add_argument("--on", metavar="NGÀY", type=day, help="ngày đề nghị, dạng 2026-11-22 (mặc định: hôm nay)")
    create.add_argument("--reason", metavar="LÝ_DO", default="", help="lý do, in trong công văn và thư")
    _takes_json(create)


def _working_days(verbs: Verbs) -> None:
    count = verbs.add_parser("working-days", help="đếm thời hạn, có cách tính từng ngày")
    count.add_argument(
        "--from", dest="start", metavar="NGÀY", type=day, required=True, help="ngày xảy ra sự việc, dạng 2026-11-22"
    )
    count.add_argument("--days", metavar="N", type=int, required=True, help="độ dài thời hạn")
    count.add_argument(
        "--unit", choices=("working-day", "day", "month"), default="working-day", help="ngày làm việc, ngày hay tháng"
    )
    _takes_json(count)


def _verify(verbs: Verbs) -> None:
    verbs.add_parser("verify", help="kiểm tra sổ, nhật ký và tệp")


def _takes_json(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
