"""The command line's words: one parser, wrong usage told in Vietnamese. What each verb does is in the modules beside this one."""

from __future__ import annotations

import argparse
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any, Final, NoReturn, TypeAlias

from govmail_desk import __version__
from govmail_desk.domain.mailbox import STATES

WRONG_USAGE: Final = 2
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
)


class Parser(argparse.ArgumentParser):
    """An argument parser that says what is wrong in Vietnamese and exits with 2; every verb takes --register too."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        # Said before the verb or after it; a verb that is not told of it must not forget what stood before.
        self.add_argument("--register", metavar="SỔ", default=argparse.SUPPRESS, help="tệp sổ (mặc định: sổ của người dùng này)")

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
    parser = Parser(prog="govmail-desk", description="Bàn giấy tờ cho hộp thư điện tử công vụ.", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"govmail-desk {__version__}")
    parser.set_defaults(register=None)
    verbs = parser.add_subparsers(dest="verb", metavar="LỆNH", parser_class=Parser)
    for add in (_demo, _init, _regulations, _address, _import, _mailboxes, _request, _working_days, _verify):
        add(verbs)
    return parser


Verbs: TypeAlias = "argparse._SubParsersAction[Parser]"  # noqa: SLF001  (argparse gives the type no public name)


def _demo(verbs: Verbs) -> None:
    demo = verbs.add_parser("demo", help="lập một đơn vị mẫu, làm trọn việc chính rồi mở cửa sổ")
    demo.add_argument("--regulation", metavar="ID", default="ninhbinh-2020")
    demo.add_argument("--folder", metavar="THƯ_MỤC", type=Path)
    demo.add_argument("--no-gui", action="store_true", help="dừng sau khi có tệp, không mở cửa sổ")


def _init(verbs: Verbs) -> None:
    init = verbs.add_parser("init", help="lập sổ của một đơn vị")
    init.add_argument("--regulation", metavar="ID|TỆP", required=True)
    init.add_argument("--unit", metavar="TÊN", required=True)
    init.add_argument(
        "--slug", metavar="TÊN_HỘP_THƯ", required=True, help="phần trước @ của hộp thư đơn vị, ví dụ stttt"
    )
    init.add_argument("--head", metavar="HỌ_TÊN", default="", help="thủ trưởng đơn vị")


def _regulations(verbs: Verbs) -> None:
    regulations = verbs.add_parser("regulations", help="xem và kiểm tra quy chế")
    acts = regulations.add_subparsers(dest="act", metavar="VIỆC", required=True, parser_class=Parser)
    acts.add_parser("list", help="các quy chế có sẵn").add_argument("--json", action="store_true")
    show = acts.add_parser("show", help="in trọn một quy chế với điều khoản")
    show.add_argument("id", metavar="ID")
    show.add_argument("--json", action="store_true")
    check = acts.add_parser("check", help="kiểm tra một tệp quy chế")
    check.add_argument("file", metavar="TỆP", type=Path)
    check.add_argument("--json", action="store_true")


def _address(verbs: Verbs) -> None:
    address = verbs.add_parser("address", help="đề xuất địa chỉ theo quy chế")
    address.add_argument("names", metavar="TÊN", nargs="+")
    address.add_argument("--regulation", metavar="ID", required=True)
    address.add_argument("--kind", choices=("personal", "unit"), default="personal")
    address.add_argument("--unit", metavar="TÊN_HỘP_THƯ", default="")
    address.add_argument("--parent", metavar="TÊN_HỘP_THƯ", default="")
    address.add_argument("--parent-kind", choices=("so", "huyen"))
    address.add_argument("--leader", metavar="N", type=int, action="append", default=[])
    address.add_argument("--taken", metavar="ĐỊA_CHỈ", action="append", default=[])
    address.add_argument("--json", action="store_true")


def _import(verbs: Verbs) -> None:
    take = verbs.add_parser("import", help="nhập danh sách của đơn vị")
    take.add_argument("file", metavar="TỆP", type=Path)
    take.add_argument("--sheet", metavar="TRANG")
    take.add_argument("--dry-run", action="store_true", help="chỉ xem trước, không ghi gì")
    take.add_argument("--json", action="store_true")


def _mailboxes(verbs: Verbs) -> None:
    mailboxes = verbs.add_parser("mailboxes", help="liệt kê hộp thư trong sổ")
    mailboxes.add_argument("--search", metavar="CHỮ", default="")
    mailboxes.add_argument("--state", choices=STATES)
    mailboxes.add_argument("--json", action="store_true")


def _request(verbs: Verbs) -> None:
    request = verbs.add_parser("request", help="lập đề nghị: công văn, danh sách, thư nháp")
    acts = request.add_subparsers(dest="act", metavar="VIỆC", required=True, parser_class=Parser)
    create = acts.add_parser("create", help="đề nghị cấp mới hộp thư")
    whom = create.add_mutually_exclusive_group(required=True)
    whom.add_argument("--address", metavar="ĐỊA_CHỈ", nargs="+")
    whom.add_argument("--new", metavar="TỆP", type=Path)
    create.add_argument("--out", metavar="THƯ_MỤC", type=Path, required=True)
    create.add_argument("--on", metavar="NGÀY", type=day)
    create.add_argument("--reason", metavar="LÝ_DO", default="")
    create.add_argument("--json", action="store_true")


def _working_days(verbs: Verbs) -> None:
    count = verbs.add_parser("working-days", help="đếm thời hạn, có cách tính từng ngày")
    count.add_argument("--from", dest="start", metavar="NGÀY", type=day, required=True)
    count.add_argument("--days", metavar="N", type=int, required=True)
    count.add_argument("--unit", choices=("working-day", "day", "month"), default="working-day")
    count.add_argument("--json", action="store_true")


def _verify(verbs: Verbs) -> None:
    verbs.add_parser("verify", help="kiểm tra sổ, nhật ký và tệp")
