"""The lines of a handover's checklist and the details told of them, as the clerk reads them.

The lines are `resources/handover.toml`; the journal's other words are `listings.journal_words`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from govmail_desk.regulations import handover


def item_words(key: str) -> str:
    """Name a line by its key; one that the file no longer has keeps its key."""
    rule = handover.rules().get(key)
    return rule.title if rule else key


def detail_words(details: Mapping[str, str]) -> str:
    """Say the details told of a line: `Số thư: 12; Số thư mục: 3`."""
    return "; ".join(f"{_labels().get(key, key)}: {value}" for key, value in details.items() if value)


@cache
def _labels() -> dict[str, str]:
    return {ask.key: ask.label for rule in handover.rules().values() for ask in rule.ask}
