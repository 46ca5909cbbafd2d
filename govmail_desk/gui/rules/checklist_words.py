"""A line of a handover's checklist in words: its title with its article or as ours, why it is there, what was told of it.

The lines are `listings.handovers`; how they are laid out is `gui.panes.handover_items`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmail_desk import wording
from govmail_desk.gui.look.why_card import Why

if TYPE_CHECKING:
    from govmail_desk.listings.handovers import ItemLine

OURS: Final = "gợi ý của chương trình"
_SET_BY_US: Final = "Gợi ý của chương trình – quy chế không nêu"


def asks_more(line: ItemLine) -> bool:
    """Say whether a line asks for more than that it was done, beside what the register knows."""
    return bool(line.rule.choices or [ask for ask in line.rule.ask if ask.known is None])


def item_title(line: ItemLine) -> str:
    """Say a line, whether it has to be settled, and by which article: `Giao mật khẩu (bắt buộc, Đ8.3b)`."""
    required = "bắt buộc" if line.item.is_required else ""
    return f"{line.rule.title} ({', '.join(filter(None, (required, line.cite or OURS)))})"


def item_why(line: ItemLine) -> Why:
    """Explain a line."""
    return Why(line.rule.why, line.cite, "" if line.cite else _SET_BY_US)


def told_of(line: ItemLine) -> str:
    """Say how a line stands, who did it when and what was told: `Đã làm 23/11/2026, Phạm Đạt: trao trực tiếp giữa hai bên`."""
    item = line.item
    words = wording.ITEM_STATES[item.state]
    if item.state != "open" and item.on_date is not None:
        words += f" {item.on_date:%d/%m/%Y}, {item.by}"
    beside = "; ".join(filter(None, (*line.told, item.note)))
    return f"{words}: {beside}" if beside else words
