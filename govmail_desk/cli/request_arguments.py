"""The words behind `request`: five kinds of request to draft, and the steps that follow.

What they do: `cli.requests`, `cli.request_life`.
"""

from __future__ import annotations

from pathlib import Path

from govmail_desk.cli.parser import Parser, Verbs, day, takes_json
from govmail_desk.domain.request import Way

WAYS: tuple[Way, ...] = ("email", "document-system", "paper")


def add_request(verbs: Verbs) -> None:
    """Let the parser know `request` with all its acts."""
    request = verbs.add_parser("request", help="lập đề nghị, rồi ghi từng bước đến khi cập nhật sổ")
    acts = request.add_subparsers(dest="act", metavar="VIỆC", required=True, parser_class=Parser)
    _draft(acts, "create", "đề nghị cấp mới hộp thư")
    _draft(acts, "change", "đề nghị thay đổi thông tin hộp thư")
    _draft(acts, "reset", "đề nghị cấp lại mật khẩu")
    _draft(acts, "reopen", "đề nghị mở lại hộp thư bị khóa, tạm dừng")
    _draft(acts, "close", "đề nghị hủy, thu hồi hộp thư")
    _signed(acts)
    _sent(acts)
    _answered(acts)
    _step(acts, "applied", "đưa trả lời vào sổ")
    _chase(acts)
    _cancel(acts)


def _draft(acts: Verbs, kind: str, what: str) -> None:
    draft = acts.add_parser(kind, help=what)
    whom = draft.add_mutually_exclusive_group(required=True)
    whom.add_argument("--address", metavar="ĐỊA_CHỈ", nargs="+", help="hộp thư đã có trong sổ")
    whom.add_argument("--new", metavar="TỆP", type=Path, help=_LISTS[kind == "create"])
    draft.add_argument("--out", metavar="THƯ_MỤC", type=Path, required=True, help="nơi đặt các tệp")
    draft.add_argument("--on", metavar="NGÀY", type=day, help="ngày đề nghị, dạng 2026-11-22 (mặc định: hôm nay)")
    draft.add_argument("--reason", metavar="LÝ_DO", default="", help="lý do, in trong công văn và thư")
    takes_json(draft)
    if kind == "change":
        _new_address(draft)


def _new_address(draft: Parser) -> None:
    draft.add_argument(
        "--new-address",
        metavar="ĐỊA_CHỈ",
        nargs="+",
        default=[],
        help="địa chỉ mới, mỗi hộp thư của --address một địa chỉ, theo đúng thứ tự",
    )
    draft.set_defaults(refuse_usage=draft.error)


_LISTS = {
    True: "danh sách người mới, được ghi luôn vào sổ",
    False: "danh sách các hộp thư, nhận theo cột địa chỉ; với thay đổi thông tin thì theo cả các cột mới",
}


def _signed(acts: Verbs) -> None:
    signed = _step(acts, "signed", "ghi công văn đã ký, với số văn thư cấp; đề nghị đã gửi thì là công văn đôn đốc")
    signed.add_argument("--number", metavar="SỐ", required=True, help="số văn thư cấp, ví dụ 125")
    _on(signed, "ngày ký")


def _sent(acts: Verbs) -> None:
    sent = _step(acts, "sent", "ghi đề nghị đã gửi")
    sent.add_argument("--number", metavar="SỐ", default="", help="số văn thư cấp, nếu ký cùng ngày gửi")
    _on(sent, "ngày gửi")
    sent.add_argument("--from", dest="sender", metavar="ĐỊA_CHỈ", required=True, help="gửi từ hộp thư nào")
    sent.add_argument(
        "--way",
        choices=WAYS,
        default="email",
        help="gửi bằng thư (email), hệ thống văn bản (document-system) hay giấy (paper)",
    )


def _answered(acts: Verbs) -> None:
    answered = _step(acts, "answered", "ghi trả lời của nơi nhận; không có --results là được như đề nghị cả")
    _on(answered, "ngày trả lời")
    answered.add_argument("--number", metavar="SỐ", default="", help="số, ký hiệu văn bản trả lời")
    answered.add_argument(
        "--results", metavar="TỆP", type=Path, help="bảng kết quả: STT hoặc địa chỉ, kết quả, địa chỉ được cấp, ghi chú"
    )


def _chase(acts: Verbs) -> None:
    chase = _step(acts, "chase", "lập công văn đôn đốc khi quá hạn trả lời")
    chase.add_argument("--out", metavar="THƯ_MỤC", type=Path, required=True, help="nơi đặt các tệp")
    chase.add_argument("--on", metavar="NGÀY", type=day, help="ngày đôn đốc, dạng 2026-11-22 (mặc định: hôm nay)")
    chase.add_argument("--number", metavar="SỐ", default="", help="số văn thư cấp, nếu đã có")


def _cancel(acts: Verbs) -> None:
    cancel = _step(acts, "cancel", "hủy đề nghị")
    cancel.add_argument("--reason", metavar="LÝ_DO", required=True, help="vì sao hủy")


def _step(acts: Verbs, name: str, what: str) -> Parser:
    step = acts.add_parser(name, help=what)
    step.add_argument("id", metavar="MÃ", type=int, help="mã của đề nghị, nói ra khi lập")
    takes_json(step)
    return step


def _on(step: Parser, what: str) -> None:
    step.add_argument("--on", metavar="NGÀY", type=day, required=True, help=f"{what}, dạng 2026-11-22")
