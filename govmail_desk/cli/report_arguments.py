"""The words behind `report`. What it does: `cli.reports`."""

from __future__ import annotations

from pathlib import Path

from govmail_desk.cli.parser import Verbs, day, takes_json
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.report_period import read_period


def period(text: str) -> str:
    """Read a period of the command line."""
    try:
        return str(read_period(text))
    except RuleBroken as refusal:
        raise ValueError(text) from refusal


def add_report(verbs: Verbs) -> None:
    """Let the parser know `report`."""
    report = verbs.add_parser("report", help="lập báo cáo một kỳ: số liệu, văn bản và bảng số liệu")
    report.add_argument(
        "--period", metavar="KỲ", type=period, required=True, help="kỳ báo cáo: 2026-Q4, 2026-H1 hoặc 2026"
    )
    report.add_argument(
        "--as-of",
        metavar="NGÀY",
        type=day,
        help="ngày chốt số liệu, dạng 2026-11-22 (mặc định: hạn gửi hoặc ngày cuối kỳ, chậm nhất là hôm nay)",
    )
    report.add_argument("--merged", action="store_true", help="tổng hợp cả gói số liệu của các đơn vị gửi về")
    report.add_argument("--out", metavar="THƯ_MỤC", type=Path, required=True, help="nơi đặt tệp")
    takes_json(report)
