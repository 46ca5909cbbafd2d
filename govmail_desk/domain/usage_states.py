"""What an operator's export says of a mailbox' standing: whether it was ever activated, and its state on the server.

«Active» on a mail server says that the account is open, not that anybody ever came in, so it activates nothing; the clerk may say
otherwise of the column. The register's own states are dated acts and never change by an export (`domain.mailbox`).
"""

from __future__ import annotations

import re
from typing import Final, Literal

from govmail_desk.domain.sheet import Cell, CellKind
from govmail_desk.domain.usage_days import read_last_use
from govmail_desk.domain.vietnamese import clean, fold

ServerState = Literal["active", "locked", "closed"]

_LONGEST: Final = 64
_NOT_ACTIVATED: Final = re.compile(
    r"(?:chua|khong|not|never|un)[ -]?(?:duoc |yet |been )*(?:kich hoat|activated|active|su dung|dang nhap).*"
    r"|chua|khong|no|n|false|0|inactive|pending"
)
_ACTIVATED: Final = re.compile(r"(?:da |duoc )*kich hoat.*|co|da|x|v|yes|y|true|1|active|activated|roi|ok")
_TICKS: Final = frozenset("✓✔√☑")  # folding leaves nothing of them
_LOCKED: Final = re.compile(r"lock|khoa|tam (?:dung|ngung)|suspend|disabled|vo hieu|ngung|maintenance|bao tri")
_CLOSED: Final = re.compile(r"closed|da xoa|da huy|thu hoi|deleted|cham dut")
_ACTIVE: Final = re.compile(r"\bactive\b|enabled|\bhoat dong\b|dang (?:su )?dung|binh thuong|^true$|^mo$|\bnormal\b")
_IDLE: Final = re.compile(r"\b(?:khong|chua|not|in)\b|inactive")


def read_activated(cell: Cell) -> bool | None:
    """Read a cell of a column about activation: yes, no, the day it was; None where it says neither."""
    plain = fold(clean(cell.text[:_LONGEST]))
    if not plain:
        return True if clean(cell.text) in _TICKS else None
    if _NOT_ACTIVATED.fullmatch(plain):
        return False
    if cell.kind is CellKind.DATE or _ACTIVATED.fullmatch(plain):
        return True
    return True if read_last_use(cell, "day-first").on else None


def activated_by_state(cell: Cell) -> bool | None:
    """Read what a state says of activation, where it says anything: `Đã kích hoạt`, `Chưa kích hoạt`."""
    plain = fold(clean(cell.text[:_LONGEST]))
    return read_activated(cell) if "kich hoat" in plain or "activated" in plain else None


def read_state(cell: Cell) -> ServerState | None:
    """Read a mail server's state: `Active`, `Lockout`, `Tạm khóa`; None where it says none of ours."""
    plain = fold(clean(cell.text[:_LONGEST]))
    if _CLOSED.search(plain):
        return "closed"
    if _LOCKED.search(plain):
        return "locked"
    return "active" if _ACTIVE.search(plain) and not _IDLE.search(plain) else None
