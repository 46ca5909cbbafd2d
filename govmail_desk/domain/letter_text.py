"""What a request says: the wording of its letter, its proposal, its slip, its e-mail and its list's title.

Reason, need and concrete request always stand there, each under its own word. The first citation of the regulation
comes in whole, as text from the regulation's data. Not here: the fixed parts of a paper (`domain.letterhead`), the page
(`documents`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from govmail_desk.domain.mailbox import MailboxKind
from govmail_desk.domain.request import RequestKind

ACTS: Final[dict[RequestKind, str]] = {
    "create": "cấp mới",
    "change": "thay đổi thông tin",
    "reset": "cấp lại mật khẩu",
    "reopen": "mở lại",
    "close": "thu hồi",
}
"""What is asked for, before `hộp thư điện tử công vụ`, where the regulation has no word of its own."""

_NO_MAILBOX: Final[dict[MailboxKind, str]] = {
    "personal": "người được nêu tại danh sách chưa có hộp thư điện tử công vụ để trao đổi văn bản, thông tin trong công việc",
    "unit": "đơn vị được nêu tại danh sách chưa có hộp thư điện tử công vụ để gửi, nhận văn bản, thông tin trong công việc",
}
_USUAL_REASONS: Final[dict[RequestKind, str]] = {
    "change": "thông tin về hộp thư đang dùng không còn đúng với thực tế của đơn vị",
    "reset": "người quản lý, sử dụng hộp thư không đăng nhập được bằng mật khẩu hiện có",
    "reopen": "hộp thư đang bị khóa hoặc tạm dừng nhưng vẫn cần dùng trong công việc",
    "close": "hộp thư không còn được sử dụng trong đơn vị",
}

REQUESTS: Final[dict[RequestKind, str]] = {
    "create": "{act} theo đúng thông tin của từng trường hợp {listed}{ground}",
    "change": "{act} từ thông tin cũ sang thông tin mới của từng trường hợp {listed}{ground}",
    "reset": "{act} cho từng trường hợp {listed}{ground}; mật khẩu mới xin báo trực tiếp cho người quản lý, sử dụng hộp thư, không "
    "ghi trong văn bản trả lời",
    "reopen": "{act} cho từng trường hợp {listed}{ground}",
    "close": "{act} theo đúng thông tin của từng trường hợp {listed}{ground}",
}
"""The concrete request of each kind; `{listed}` says where each case stands, `{ground}` by which article it is asked for."""

MAILBOX: Final = "hộp thư điện tử công vụ"
LIST_NOTE: Final = "(Danh sách kèm theo)"
HOLDERS: Final[dict[MailboxKind, str]] = {"unit": "của cơ quan, đơn vị", "personal": "của cá nhân"}
CLOSING_MARKS: Final = " ;.,"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What one request asks for, in the words its papers share, so that their counts and reasons agree."""

    kind: RequestKind
    unit: str
    """The asking unit, as a text names it: `Sở Thông tin và Truyền thông`."""
    operator: str
    basis: str = ""
    """The first citation in full, from the regulation; empty where the regulation gives none."""
    reason: str
    personal_count: int = 0
    unit_count: int = 0
    word: str = ""
    """The regulation's own word for the act, where it has one: `hủy`, `lấy lại mật khẩu`."""
    ground: str = ""
    """The article such requests are made by, as a later citation; empty where the regulation names no such request."""
    cases: tuple[str, ...] = ()
    """Each mailbox in a line, where no list goes with the paper; the text then names them itself."""

    @property
    def verb(self) -> str:
        """What is to be done: `cấp mới`."""
        return self.word or ACTS[self.kind]

    @property
    def act(self) -> str:
        """What is to be done, in full: `cấp mới hộp thư điện tử công vụ`."""
        return f"{self.verb} {MAILBOX}"


def default_reason(kind: RequestKind, mailbox_kind: MailboxKind, *, of_rows: Iterable[str] = ()) -> str:
    """Word the reason of a request whose clerk gave none: that of its rows where they all have the same one."""
    if kind == "create":
        return _NO_MAILBOX[mailbox_kind]
    match sorted(set(of_rows)):
        case [reason] if reason:
            return reason[:1].lower() + reason[1:]
        case _:
            return _USUAL_REASONS[kind]


def subject(asked: Asked) -> str:
    """Word the subject of the letter, behind `V/v`."""
    return f"đề nghị {asked.act}"


def letter_body(asked: Asked, *, contact: str = "") -> tuple[str, ...]:
    """Word the body of the letter to the operator, its attached list noted, paragraph by paragraph."""
    return _joined(
        _opening(asked, f"{asked.unit} đề nghị {asked.operator}"),
        *_three_points(asked, listed="nêu tại danh sách"),
        "" if asked.cases else LIST_NOTE,
        contact_paragraph(contact),
        f"{asked.unit} trân trọng đề nghị {asked.operator} quan tâm, giải quyết.",
    )


def proposal_body(asked: Asked, *, proposer: str, leaders: str, contact: str = "") -> tuple[str, ...]:
    """Word the body of a section's proposal to the unit's own leaders, who then ask the operator."""
    return _joined(
        _opening(asked, f"{proposer} kính trình {leaders}", asks=f"yêu cầu {asked.operator} "),
        *_three_points(asked, listed="nêu tại danh sách"),
        "" if asked.cases else LIST_NOTE,
        contact_paragraph(contact),
        f"{proposer} kính trình {leaders} xem xét, quyết định.",
    )


def slip_body(asked: Asked, *, proposer: str, leaders: str) -> tuple[str, ...]:
    """Word the slip a section lays before the unit's leaders for one mailbox, whose facts stand in a table below the opening."""
    basis, ground = asked.basis.strip(CLOSING_MARKS), f" theo {asked.ground}" if asked.ground else ""
    opening = f"{proposer} trình {leaders} yêu cầu {asked.act} sau đây:"
    return (
        f"Thực hiện {basis}, {opening}" if basis else opening,
        f"{proposer} kính trình {leaders} xem xét, quyết định{ground}.",
    )


def contact_paragraph(contact: str) -> str:
    """Say whom the operator may ask; empty without a contact."""
    kept = contact.strip(CLOSING_MARKS)
    return f"Thông tin liên hệ, trao đổi: {kept}." if kept else ""


def mail_subject(asked: Asked) -> str:
    """Word the subject of the e-mail, which names the asking unit too."""
    return f"{asked.unit}: {subject(asked)}"


def mail_body(asked: Asked, *, file_names: Sequence[str], contact: str = "") -> str:
    """Word the e-mail from the unit's mailbox: reason, need, concrete request, what is attached, whom to ask."""
    parts = _joined(
        f"Kính gửi: {asked.operator}",
        _opening(asked, f"{asked.unit} đề nghị {asked.operator}"),
        *_three_points(asked, listed="nêu tại danh sách gửi kèm thư này"),
        "\n".join(("Tệp gửi kèm thư này:", *(f"- {name}" for name in file_names))) if file_names else "",
        contact_paragraph(contact),
        f"Trân trọng,\n{asked.unit}",
    )
    return "\n\n".join(parts) + "\n"


def list_title(asked: Asked, mailbox_kind: MailboxKind) -> str:
    """Word the title of the attached list, in capitals."""
    return f"Danh sách đề nghị {asked.act} {HOLDERS[mailbox_kind]}".upper()


def _joined(*parts: str) -> tuple[str, ...]:
    return tuple(part for part in parts if part)


def _opening(asked: Asked, addressed: str, *, asks: str = "") -> str:
    """Say under which regulation who asks whom for what; a first citation is full (NĐ 30/2020, PL I, II.6b)."""
    sentence = f"{addressed} xem xét, {asks}{asked.act}, cụ thể như sau:"
    basis = asked.basis.strip(CLOSING_MARKS)
    return f"Thực hiện {basis}, {sentence}" if basis else sentence


def _three_points(asked: Asked, *, listed: str) -> tuple[str, ...]:
    """Give reason, need and concrete request; where one is missing, an operator may refuse the request."""
    listed = "dưới đây" if asked.cases else listed
    ground = f", theo quy định tại {asked.ground}" if asked.ground else ""
    request = REQUESTS[asked.kind].format(act=asked.act, listed=listed, ground=ground)
    return (
        f"1. Lý do: {asked.reason.strip(CLOSING_MARKS)}.",
        f"2. Nhu cầu: {asked.verb} {_counts(asked)}.",
        f"3. Yêu cầu cụ thể: {request}{':' if asked.cases else '.'}",
        *(f"- {case}{'.' if case == asked.cases[-1] else ';'}" for case in asked.cases),
    )


def _counts(asked: Asked) -> str:
    """Count the mailboxes, each kind where there are both; below 10 with a zero, as official papers write it."""
    counted: tuple[tuple[int, MailboxKind], ...] = ((asked.unit_count, "unit"), (asked.personal_count, "personal"))
    kinds = [(count, HOLDERS[kind]) for count, kind in counted if count]
    if len(kinds) == 1:
        count, holder = kinds[0]
        return f"{count:02d} {MAILBOX} {holder}"
    parts = " và ".join(f"{count:02d} hộp thư {holder}" for count, holder in kinds)
    return f"{sum(count for count, _ in kinds):02d} {MAILBOX}, gồm {parts}"
