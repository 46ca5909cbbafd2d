"""The columns of the table of handovers, and the chips of their states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmail_desk import wording
from govmail_desk.domain.signed_copy import SIGNINGS
from govmail_desk.gui.look.chips import ChipSpec
from govmail_desk.gui.look.marks import HANDOVER_MARKS, SIGNING_MARKS
from govmail_desk.gui.tables.columns import Column

if TYPE_CHECKING:
    from govmail_desk.gui.look.marks import Mark
    from govmail_desk.listings.handovers import HandoverRow

UNSIGNED: Final = SIGNINGS["none"]
STATE_CHIPS: Final = [ChipSpec(state, words, HANDOVER_MARKS[state]) for state, words in wording.HANDOVER_STATES.items()]


def parties(row: HandoverRow) -> str:
    """Say who hands over to whom: `Lê Thị Mỹ Hạnh → Phạm Đức Đạt`."""
    return f"{row.giver or 'chưa ai phụ trách'} → {row.receiver}"


def minutes_words(row: HandoverRow) -> str:
    """Say how many editions of the minutes were made."""
    return f"{row.minutes_count} bản" if row.minutes_count else "chưa lập"


def signed_words(row: HandoverRow) -> str:
    """Say how far the signing of the newest minutes has come; a cancelled handover needs none."""
    return "" if row.state == "cancelled" and row.signing == "none" else SIGNINGS[row.signing]


def signed_mark(row: HandoverRow) -> Mark | None:
    """Mark how far it has come."""
    return None if row.state == "cancelled" and row.signing == "none" else SIGNING_MARKS[row.signing]


def is_unsigned(row: HandoverRow) -> bool:
    """Say whether nothing signed is on file where something should be."""
    return signed_words(row) == UNSIGNED


def state_words(row: HandoverRow) -> str:
    """Say how far it is: `Đang bàn giao 7/11`."""
    words = wording.HANDOVER_STATES[row.state]
    return f"{words} {row.progress}" if row.state == "open" else words


def in_brief(row: HandoverRow) -> str:
    """Say of a mailbox that it is being handed over, or to whom it was last: `Đã bàn giao 30/11/2026`."""
    return state_words(row) if row.state == "open" else f"Đã bàn giao {row.closed_on:%d/%m/%Y}"


def handover_columns() -> list[Column[HandoverRow]]:
    """Return the columns of the page, in their first order."""
    return [
        Column(key="parties", title="Bên giao → bên nhận", width=24, text=parties, tip=parties, grows=True),
        Column(key="state", title="Trạng thái", width=20, text=state_words, mark=lambda row: HANDOVER_MARKS[row.state]),
        Column(key="signed", title="Bản ký", width=17, text=signed_words, mark=signed_mark, is_bad=is_unsigned),
        Column(key="effective", title="Nhận từ", width=10, text=lambda row: f"{row.effective_on:%d/%m/%Y}"),
        Column(key="minutes", title="Biên bản", width=8, text=minutes_words),
        Column(
            key="unit", title="Đơn vị", width=18, text=lambda row: row.unit, tip=lambda row: ", ".join(row.mailboxes)
        ),
        Column(
            key="post", title="Giữa hai", width=9, text=lambda row: wording.HANDOVER_POSTS[row.post], is_hidden=True
        ),
    ]
