"""The words behind `handover`: opening one, ticking its lines, its minutes and signed copies, closing it. What they do: `cli.handovers`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from govmail_desk.cli.parser import Parser, Verbs, day, takes_json

POSTS: Final = ("head", "clerk")
ABSENCES: Final = ("gone", "ill", "dead")
STATES: Final = ("open", "closed", "cancelled")


def add_handover(verbs: Verbs) -> None:
    """Let the parser know `handover` with all its acts."""
    handover = verbs.add_parser("handover", help="bàn giao hộp thư của đơn vị: mở, làm từng mục, lập biên bản, xong")
    acts = handover.add_subparsers(dest="act", metavar="VIỆC", required=True, parser_class=Parser)
    _open(acts)
    _tick(acts)
    minutes = _step(acts, "minutes", "lập biên bản bàn giao")
    minutes.add_argument("--out", metavar="THƯ_MỤC", type=Path, required=True, help="nơi đặt tệp")
    attach = _step(acts, "attach", "đưa bản đã ký vào sổ: bản quét, hoặc PDF đã ký số")
    attach.add_argument("file", metavar="TỆP", type=Path, help="tệp bản đã ký")
    attach.add_argument("--note", metavar="GHI_CHÚ", default="", help="ghi chú; không ghi mật khẩu")
    attach.add_argument(
        "--mark",
        metavar="DẤU",
        default="",
        help="dấu in ở chân trang, khi tệp quét không đọc được chữ; cả khi tệp đã đưa vào trước đó",
    )
    close = _step(acts, "close", "ghi đã bàn giao xong")
    close.add_argument("--on", metavar="NGÀY", type=day, help="ngày xong, dạng 2026-11-22 (mặc định: hôm nay)")
    cancel = _step(acts, "cancel", "hủy lần bàn giao")
    cancel.add_argument("--reason", metavar="LÝ_DO", required=True, help="vì sao không bàn giao nữa")
    _step(acts, "show", "xem một lần bàn giao với từng mục")
    every = acts.add_parser("list", help="các lần bàn giao")
    every.add_argument("--state", choices=STATES, help="chỉ lần bàn giao ở trạng thái này")
    takes_json(every)


def _open(acts: Verbs) -> None:
    opening = acts.add_parser("open", help="mở một lần bàn giao")
    opening.add_argument("--address", metavar="ĐỊA_CHỈ", nargs="+", required=True, help="hộp thư của đơn vị")
    opening.add_argument("--to", metavar="HỌ_TÊN", required=True, help="người nhận, đã có trong sổ")
    opening.add_argument(
        "--on", metavar="NGÀY", type=day, required=True, help="ngày người nhận bắt đầu phụ trách, dạng 2026-11-22"
    )
    opening.add_argument("--post", choices=POSTS, help="giữa hai thủ trưởng (head) hay hai văn thư (clerk)")
    opening.add_argument("--document", metavar="VĂN_BẢN", default="", help="quyết định về việc thay người")
    opening.add_argument("--absent", choices=ABSENCES, help="bên giao đã đi (gone), ốm (ill) hay đã mất (dead)")
    opening.add_argument("--in-place-of", metavar="AI", default="", help="ai ký thay bên giao: hội đồng hoặc cấp trên")
    opening.add_argument("--witness", metavar="HỌ_TÊN", default="", help="người chứng kiến")
    opening.add_argument("--place", metavar="NƠI", default="", help="nơi bàn giao")
    takes_json(opening)


def _tick(acts: Verbs) -> None:
    tick = _step(acts, "tick", "ghi một mục đã làm, không áp dụng, hoặc chưa làm")
    tick.add_argument("item", metavar="MỤC", help="tên mục như lệnh show in ra, hoặc số thứ tự của mục")
    tick.add_argument("--by", metavar="HỌ_TÊN", default="", help="người làm (mặc định: người đang dùng máy)")
    tick.add_argument("--on", metavar="NGÀY", type=day, help="ngày làm, dạng 2026-11-22 (mặc định: hôm nay)")
    tick.add_argument("--choice", metavar="CÁCH", default="", help="cách làm, chọn trong danh sách của mục")
    tick.add_argument(
        "--detail", metavar="TÊN=GIÁ_TRỊ", action="append", default=[], help="chi tiết mục hỏi, nhiều lần được"
    )
    tick.add_argument(
        "--archive", metavar="TỆP", type=Path, help="tệp thư đã lưu: đọc dung lượng và mã SHA-256, không sao vào sổ"
    )
    tick.add_argument("--note", metavar="GHI_CHÚ", default="", help="ghi chú; không ghi mật khẩu")
    other = tick.add_mutually_exclusive_group()
    other.add_argument("--not-applicable", action="store_true", help="mục không áp dụng; lý do ghi ở --note")
    other.add_argument("--reopen", action="store_true", help="ghi lại là chưa làm")


def _step(acts: Verbs, name: str, what: str) -> Parser:
    step = acts.add_parser(name, help=what)
    step.add_argument("id", metavar="MÃ", type=int, help="mã của lần bàn giao, nói ra khi mở")
    takes_json(step)
    return step
