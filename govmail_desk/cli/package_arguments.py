"""What may stand behind `package`: export, take, late. What each does is `cli.packages`."""

from __future__ import annotations

from pathlib import Path

from govmail_desk.cli.parser import Parser, Verbs, day, takes_json
from govmail_desk.cli.report_arguments import period


def add_package(verbs: Verbs) -> None:
    """Add the verb that exchanges packages between desks."""
    package = verbs.add_parser("package", help="gói dữ liệu giữa đơn vị và đầu mối công nghệ thông tin")
    acts = package.add_subparsers(dest="act", metavar="VIỆC", required=True, parser_class=Parser)
    _export(acts)
    _take(acts)
    _late(acts)


def _export(acts: Verbs) -> None:
    export = acts.add_parser("export", help="xuất gói của đơn vị, kèm thư nháp có ghi dấu của gói")
    export.add_argument(
        "--period", metavar="KỲ", type=period, help="2026-Q4, 2026-H1 hoặc 2026; bỏ trống là toàn bộ sổ"
    )
    export.add_argument("--as-of", metavar="NGÀY", type=day, help="chốt số liệu đến ngày này, dạng 2026-12-05")
    export.add_argument("--out", metavar="TỆP", type=Path, required=True, help="tệp .govmail-goi, hoặc thư mục đã có")
    takes_json(export)


def _take(acts: Verbs) -> None:
    take = acts.add_parser("take", help="nhận gói của các đơn vị")
    take.add_argument(
        "files",
        metavar="TỆP",
        type=Path,
        nargs="+",
        help="tệp .govmail-goi, thư .eml kèm gói, hoặc thư mục chứa các gói",
    )
    take.add_argument("--dry-run", action="store_true", help="chỉ xem trước, không ghi gì")
    takes_json(take)


def _late(acts: Verbs) -> None:
    late = acts.add_parser("late", help="các đơn vị quá hạn chưa gửi gói của kỳ")
    late.add_argument(
        "--period", metavar="KỲ", type=period, help="2026-Q4, 2026-H1 hoặc 2026; bỏ trống là kỳ vừa tới hạn"
    )
    takes_json(late)
