"""A handover as the command line tells of it: as JSON, the same after every act, or in columns for a person."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from govmail_desk.domain.signed_copy import SIGNINGS
from govmail_desk.wording import BELONGS, HANDOVER_POSTS, HANDOVER_STATES, ITEM_STATES

if TYPE_CHECKING:
    from govmail_desk.listings.handovers import HandoverPane, HandoverRow, ItemLine


def document(shown: HandoverPane, *, files: Sequence[Path] = ()) -> dict[str, object]:
    """Give one handover as JSON: as in the list, with its lines; `cite` is null for what is ours."""
    return {
        **row_document(shown.row),
        "cite": shown.cite,
        "items": [item_document(line) for line in shown.lines],
        "files": [str(path) for path in files],
        "signed_copies": [
            {"name": copy.name, "way": copy.way, "belongs": copy.belongs, "words": BELONGS[copy.belongs]}
            for copy in shown.copies
        ],
    }


def row_document(row: HandoverRow) -> dict[str, object]:
    return {
        "id": row.id,
        "state": row.state,
        "post": row.post,
        "unit": row.unit,
        "addresses": list(row.mailboxes),
        "giver": row.giver or None,
        "receiver": row.receiver,
        "effective_on": row.effective_on.isoformat(),
        "settled": row.settled_count,
        "total": row.item_count,
        "open_required": row.open_required_count,
        "minutes": row.minutes_count,
        "signed": row.has_signed_copy,
        "signing": SIGNINGS[row.signing],
    }


def item_document(line: ItemLine) -> dict[str, object]:
    item = line.item
    return {
        "item": line.key,
        "title": line.rule.title,
        "group": line.rule.group,
        "required": item.is_required,
        "state": item.state,
        "on": item.on_date.isoformat() if item.on_date else None,
        "by": item.by or None,
        "choice": item.choice or None,
        "details": item.details,
        "note": item.note or None,
        "cite": line.cite,
        "why": line.rule.why,
    }


def title(row: HandoverRow) -> str:
    """Say one handover in a sentence."""
    return (
        f"Bàn giao {row.id} ({HANDOVER_POSTS[row.post].lower()}): {', '.join(row.mailboxes)}, "
        f"{row.giver or 'chưa ai phụ trách'} → {row.receiver}, nhận từ {row.effective_on:%d/%m/%Y}, "
        f"{HANDOVER_STATES[row.state].lower()}, xong {row.progress} mục, {SIGNINGS[row.signing].lower()}."
    )


def row_words(row: HandoverRow) -> tuple[str, ...]:
    """Say one handover in columns."""
    return (
        str(row.id),
        ", ".join(row.mailboxes),
        f"{row.giver or '—'} → {row.receiver}",
        f"{row.effective_on:%d/%m/%Y}",
        row.progress,
        HANDOVER_STATES[row.state],
        SIGNINGS[row.signing],
    )


def item_words(line: ItemLine) -> tuple[str, ...]:
    """Say one line of a checklist in columns."""
    needed = "bắt buộc" if line.item.is_required else ""
    return (
        str(line.item.position),
        line.key,
        line.rule.title,
        needed,
        line.cite or "gợi ý",
        ITEM_STATES[line.item.state],
    )
