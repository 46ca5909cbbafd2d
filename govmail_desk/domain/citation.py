"""An article as papers write it out: the desk's `Đ8.3b` is `điểm b khoản 3 Điều 8` in a letter.

The articles themselves stand with each provision of a regulation; how a first citation reads is the regulation's own text.
"""

from __future__ import annotations

import re
from typing import Final

ARTICLE: Final = re.compile(r"Đ(?P<article>\d+)(?:\.(?P<clause>\d+)(?P<points>[a-zđ](?:[–-][a-zđ])?)?)?")
ISSUED_WITH: Final = "Quy chế ban hành kèm theo "
"""Articles are those of the rule; a decision only issues it."""


def written_out(cite: str) -> str:
    """Write articles out, those of one Điều together: `Đ4.1, Đ4.5` is `khoản 1, khoản 5 Điều 4`; empty where one is no article."""
    found = [ARTICLE.fullmatch(part.strip()) for part in cite.split(",")]
    within: dict[str, list[str]] = {}
    for one in found:
        if one is None:
            return ""
        within.setdefault(one["article"], []).append(_place(one))
    return "; ".join(
        f"{', '.join(place for place in places if place)} Điều {article}".strip() for article, places in within.items()
    )


def later_citation(short: str) -> str:
    """Name the rule again after its first citation in full: by kind and number only (NĐ 30/2020, PL I, II.6b)."""
    return ISSUED_WITH + short if short.startswith("Quyết định") else short


def _place(one: re.Match[str]) -> str:
    points = f"điểm {one['points']} " if one["points"] else ""
    return f"{points}khoản {one['clause']}" if one["clause"] else ""
