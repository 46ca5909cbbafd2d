"""What the papers of a request print of one mailbox of the register: the cells of its list, by column, the facts of its slip.

The columns themselves are `documents.list_columns`; new mailboxes print theirs in `operations.sought`. No cell is for a password.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from govmail_desk.domain.mailbox import LockCause, MailboxKind
from govmail_desk.domain.request_details import ChangeDetails, CloseDetails, Details, Fact, ReopenDetails, ResetDetails

LOCK_REASONS: Final[dict[LockCause, str]] = {
    "": "",
    "first-login": "Không đổi mật khẩu ở lần đăng nhập đầu",
    "inactivity": "Không sử dụng trong thời gian dài",
    "violation": "Bị tạm dừng theo quy chế",
    "other": "Lý do khác",
}
"""What the list says of a lock; one whose cause nobody told stays blank, to be filled in by hand."""

DATA_KEPT: Final = {True: "Đã sao lưu, bàn giao", False: "Không cần lưu giữ", None: ""}

SLIP_FACTS: Final = (
    ("ten_don_vi", "Cơ quan, đơn vị"),
    ("ho_ten", "Họ và tên"),
    ("chuc_vu", "Chức vụ"),
    ("phong_ban", "Phòng, bộ phận"),
    ("dia_chi", "Địa chỉ hộp thư"),
    ("ly_do", "Lý do"),
    ("can_cu", "Căn cứ"),
    ("ngay_hieu_luc", "Ngày có hiệu lực"),
    ("du_lieu", "Dữ liệu trong hộp thư"),
    ("ghi_chu", "Ghi chú"),
)
LEFT_TO_FILL: Final = frozenset({"can_cu", "ngay_hieu_luc", "du_lieu"})
"""Facts of a slip that stand there even when nobody said them, to be filled in by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Whose mailbox it is, as papers name it."""

    mailbox_kind: MailboxKind
    name: str
    post: str = ""
    section: str = ""
    """The section the person works in; for a unit, the body above it."""
    body: str = ""
    address: str
    caretaker: str = ""
    """Who looks after a unit's mailbox."""


def cells(subject: Subject, details: Details, *, changes: Sequence[Fact] = ()) -> dict[str, str]:
    """Return what the list prints; `changes` are those of a change, each with what it was and what it is to be."""
    return _of_subject(subject) | _KINDS[type(details)](subject, details, changes) | {"ghi_chu": details.note}


def cited(document: str, decided_on: date | None) -> str:
    """Cite a decision: `Quyết định số 125/QĐ-SNV ngày 09/11/2026`."""
    day = f"ngày {decided_on:%d/%m/%Y}" if decided_on else ""
    return " ".join(part for part in (document, day) if part)


def slip_facts(cells: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return what a slip tells of its one mailbox, each behind its name, in the order a reader looks for it."""
    told = (name for name, _ in SLIP_FACTS if cells.get(name) or (name in cells and name in LEFT_TO_FILL))
    labels = dict(SLIP_FACTS)
    return tuple((labels[name], cells[name]) for name in told)


def case(cells: Mapping[str, str]) -> str:
    """Tell one mailbox in a line, for a paper that no list goes with."""
    name = cells.get("ten") or cells.get("ho_ten") or cells.get("ten_don_vi", "")
    told = (name, cells.get("chuc_vu", ""), f"hộp thư {cells.get('dia_chi', '')}", cells.get("ly_do", ""))
    return ", ".join(part for part in told if part)


def _of_subject(subject: Subject) -> dict[str, str]:
    if subject.mailbox_kind == "unit":
        return {
            "ten": subject.name,
            "ten_don_vi": subject.name,
            "co_quan_chu_quan": subject.section,
            "nguoi_quan_ly": subject.caretaker,
            "chuc_vu": "",
            "dia_chi": subject.address,
        }
    return {
        "ten": subject.name,
        "ho_ten": subject.name,
        "chuc_vu": subject.post,
        "phong_ban": subject.section,
        "don_vi": subject.body,
        "dia_chi": subject.address,
    }


def _changed(_subject: Subject, details: ChangeDetails, changes: Sequence[Fact]) -> dict[str, str]:
    return {
        "noi_dung": "\n".join(change.what for change in changes),
        "thong_tin_cu": _told([(change.what, change.old) for change in changes]),
        "thong_tin_moi": _told([(change.what, change.new) for change in changes]),
        "can_cu": cited(details.document, details.decided_on),
    }


def _told(told: Sequence[tuple[str, str]]) -> str:
    """Tell one value alone, several each behind its name: lines of cells side by side do not stay level on paper."""
    if len(told) == 1:
        return told[0][1]
    return "\n".join(f"{what}: {value}" for what, value in told if value)


def _reset(subject: Subject, details: ResetDetails, _changes: Sequence[Fact]) -> dict[str, str]:
    post = {"chuc_vu": f"Người quản lý: {subject.caretaker}"} if subject.caretaker else {}
    return post | {"so_dien_thoai": details.phone, "ly_do": details.reason}


def _reopened(_subject: Subject, details: ReopenDetails, _changes: Sequence[Fact]) -> dict[str, str]:
    return {
        "ngay_khoa": _day(details.locked_on),
        "ly_do_khoa": LOCK_REASONS[details.cause],
        "ly_do": details.reason,
    }


def _closed(_subject: Subject, details: CloseDetails, _changes: Sequence[Fact]) -> dict[str, str]:
    return {
        "ly_do": details.reason,
        "can_cu": cited(details.document, details.decided_on),
        "ngay_hieu_luc": _day(details.effective_on),
        "du_lieu": DATA_KEPT[details.is_data_kept],
    }


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


_KINDS: Final[dict[type, Callable[..., dict[str, str]]]] = {
    ChangeDetails: _changed,
    ResetDetails: _reset,
    ReopenDetails: _reopened,
    CloseDetails: _closed,
}
