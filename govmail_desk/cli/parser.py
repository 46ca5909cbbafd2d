"""How the command line is read: help and wrong usage in Vietnamese, days as ISO. Its verbs are `cli.arguments`."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from datetime import date
from typing import Any, Final, NoReturn, TypeAlias

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
    (
        r"argument (.*): invalid period value: (.*)",
        r"\1 không nhận \2; kỳ viết dạng 2026-Q4 (quý), 2026-H1 (06 tháng) hoặc 2026 (năm)",
    ),
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


def takes_json(parser: Parser) -> None:
    """Let a verb answer with one JSON document."""
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")


Verbs: TypeAlias = "argparse._SubParsersAction[Parser]"  # noqa: SLF001  (argparse gives the type no public name)
