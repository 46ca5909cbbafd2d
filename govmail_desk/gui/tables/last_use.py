"""The last use of a mailbox in words: short for a table, with its source for a pane. Finding it is `listings.last_use`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmail_desk.gui.look.days import short_day
from govmail_desk.listings.last_use import NEVER
from govmail_desk.wording import MAILBOX_ACTS, USAGE_SOURCE

if TYPE_CHECKING:
    from govmail_desk.listings.last_use import LastUse

UNKNOWN: Final = "Chưa có số liệu"
_NEVER: Final = "Chưa đăng nhập"
_LOOKED_INTO: Final = "Kiểm tra hộp thư"


def last_used(use: LastUse | None) -> str:
    """Say the day of the last use, or that nobody ever logged in; nothing where no use is known."""
    if use is None:
        return ""
    return _NEVER if use.kind == NEVER else short_day(use.on)


def use_with_source(use: LastUse | None) -> str:
    """Say the last use and who or what says so."""
    if use is None:
        return UNKNOWN
    if use.kind == NEVER:
        return f"{_NEVER} lần nào, theo số liệu ngày {short_day(use.as_of_on)}, tệp «{use.note}»"
    if use.note.startswith(USAGE_SOURCE):
        return f"{short_day(use.on)}, {use.note[:1].lower()}{use.note[1:]}"
    done = _LOOKED_INTO if use.kind == "checked" else MAILBOX_ACTS[use.kind]
    told = f": {use.note}" if use.note else ""
    return f"{short_day(use.on)}, {done.lower()}, {use.by} ghi{told}"
