"""The columns of the table of mailboxes, and its chips."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmail_desk import wording
from govmail_desk.domain.signed_copy import SIGNINGS
from govmail_desk.gui.look.chips import ChipSpec
from govmail_desk.gui.look.days import short_day
from govmail_desk.gui.look.marks import HANDOVER_MARKS, MAILBOX_MARKS, SIGNING_MARKS
from govmail_desk.gui.tables.columns import Column
from govmail_desk.gui.tables.last_use import last_used, use_with_source

if TYPE_CHECKING:
    from govmail_desk.listings.mailboxes import MailboxRow

KIND_CHIPS: Final = [ChipSpec(kind, words) for kind, words in reversed(wording.MAILBOX_KINDS.items())]
UNUSED_CHIP: Final = ChipSpec("unused", "Lâu không dùng")
"""The mailboxes whose time without use, as the regulation states it, has run out."""
STATE_CHIPS: Final = [ChipSpec(state, words, MAILBOX_MARKS[state]) for state, words in wording.MAILBOX_STATES.items()]
_HANDOVER_MARKS: Final = {"open": HANDOVER_MARKS["open"], **SIGNING_MARKS}


def whose(row: MailboxRow) -> str:
    """Say whose mailbox it is: its holder, or who looks after a unit's own."""
    if row.kind == "personal":
        return row.holder
    if not row.custodian:
        return "Chưa giao ai"
    more = f" và {row.custodian_count - 1} người" if row.custodian_count > 1 else ""
    return f"{row.custodian}{more} (theo dõi)"


def handing_over(row: MailboxRow) -> str:
    """Say where a unit's own mailbox stands in being handed over."""
    match row.handover:
        case "":
            return ""
        case "open":
            return "Đang bàn giao"
        case signing:
            return SIGNINGS[signing]


def mailbox_columns() -> list[Column[MailboxRow]]:
    """Return the columns, in their first order."""
    return [
        Column(key="address", title="Địa chỉ", width=27, text=lambda row: row.address, sort_by="address", grows=True),
        Column(key="holder", title="Người được cấp, theo dõi", width=19, text=whose, sort_by="holder"),
        Column(key="unit", title="Đơn vị", width=17, text=lambda row: row.unit, sort_by="unit", grows=True),
        Column(
            key="state",
            title="Trạng thái",
            width=12,
            text=lambda row: wording.MAILBOX_STATES[row.state],
            sort_by="state",
            mark=lambda row: MAILBOX_MARKS[row.state],
        ),
        Column(
            key="handover",
            title="Bàn giao",
            width=16,
            text=handing_over,
            tip=handing_over,
            mark=lambda row: _HANDOVER_MARKS.get(row.handover),
        ),
        Column(key="since", title="Từ ngày", width=11, text=lambda row: short_day(row.since), sort_by="since"),
        Column(
            key="last_use",
            title="Dùng gần nhất",
            width=14,
            text=lambda row: last_used(row.last_use),
            tip=lambda row: use_with_source(row.last_use),
            sort_by="last-use",
            is_hidden=True,
        ),
        Column(key="kind", title="Loại", width=8, text=lambda row: wording.MAILBOX_KINDS[row.kind], sort_by="kind"),
        Column(key="note", title="Ghi chú", width=16, text=lambda row: row.note, sort_by="note"),
    ]
