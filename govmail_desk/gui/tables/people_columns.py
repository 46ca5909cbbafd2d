"""The columns of the table of people, and its chips. Phone numbers are private: a list shows their last figures alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmail_desk import wording
from govmail_desk.gui.look.chips import ChipSpec
from govmail_desk.gui.look.marks import MAILBOX_MARKS, Mark
from govmail_desk.gui.tables.columns import Column

if TYPE_CHECKING:
    from govmail_desk.listings.people import PersonRow

WITHOUT: Final = "without"
LEFT: Final = "left"
NO_MAILBOX: Final = Mark("plus", "waiting")
PEOPLE_CHIPS: Final = [
    ChipSpec(WITHOUT, "Chưa có hộp thư", NO_MAILBOX),
    ChipSpec(LEFT, "Gồm cả người đã thôi việc"),
]
_SEEN: Final = 3


def people_columns() -> list[Column[PersonRow]]:
    """Return the columns, in their first order."""
    return [
        Column(key="name", title="Họ và tên", width=21, text=_name, sort_by="name"),
        Column(key="state", title="Trạng thái hộp thư", width=16, text=_state, mark=_mark),
        Column(key="address", title="Hộp thư", width=24, text=_address, grows=True),
        Column(key="post", title="Chức vụ", width=14, text=lambda row: row.post, sort_by="post"),
        Column(key="unit", title="Đơn vị", width=15, text=lambda row: row.unit, sort_by="unit", grows=True),
        Column(key="office_phone", title="ĐT cơ quan", width=14, text=lambda row: row.office_phone, is_hidden=True),
        Column(key="phone", title="ĐT riêng", width=12, text=lambda row: last_figures(row.phone), is_hidden=True),
        Column(key="note", title="Ghi chú", width=16, text=lambda row: row.note, is_hidden=True),
    ]


def covered(private: str) -> str:
    """Show that there is a private value, and nothing of it."""
    return "••••" if private else ""


def last_figures(phone: str) -> str:
    """Show the last figures of a number, enough to tell two people apart: `•••• 678`."""
    return f"{covered(phone)} {phone[-_SEEN:]}" if len(phone) > _SEEN else covered(phone)


def _name(row: PersonRow) -> str:
    return f"{row.full_name} (đã thôi việc)" if row.has_left else row.full_name


def _address(row: PersonRow) -> str:
    return row.address or "–"


def _state(row: PersonRow) -> str:
    if row.address:
        return wording.MAILBOX_STATES[row.state]
    return "" if row.has_left else "Chưa có hộp thư"


def _mark(row: PersonRow) -> Mark | None:
    if row.address:
        return MAILBOX_MARKS[row.state]
    return None if row.has_left else NO_MAILBOX
