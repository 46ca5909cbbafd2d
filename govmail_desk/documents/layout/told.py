"""Findings in words: quotes, figures and the one sentence each finding is.

Not here: what is looked for (the checks beside this).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from govmail_desk.documents.layout.reading import Paragraph
from govmail_desk.domain.layout import Cited, Finding, Layout, Severity

LONGEST_QUOTE: Final = 60


def deviation(
    layout: Layout,
    rule: Cited,
    *,
    where: str,
    now: str,
    asks: str,
    mend: str,
    paragraph: Paragraph | None = None,
    severity: Severity = "wrong",
) -> Finding:
    """Say in one sentence where, what is there, what the decree asks and what to do."""
    sentence = f"{now}; {layout.title} yêu cầu {asks}, anh/chị {mend}."
    place = paragraph.place if paragraph is not None else None
    return Finding(where, sentence, layout.cited(rule), severity, place, rule.why)


def deviation_at(
    layout: Layout,
    rule: Cited,
    paragraph: Paragraph,
    where: str,
    *,
    now: str,
    asks: str,
    mend: str,
    severity: Severity = "wrong",
) -> Finding:
    """Say the same of one paragraph."""
    return deviation(layout, rule, where=where, now=now, asks=asks, mend=mend, paragraph=paragraph, severity=severity)


def quoted(text: str) -> str:
    """Quote the beginning of a text on one line, what cannot be printed left out."""
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return f"«{line if len(line) <= LONGEST_QUOTE else line[:LONGEST_QUOTE].rstrip() + '…'}»"


def quoted_all(paragraphs: Sequence[Paragraph]) -> str:
    """Quote the first and count the rest: `«1. Lý do…» và 3 đoạn khác`."""
    rest = len(paragraphs) - 1
    return quoted(paragraphs[0].text) + (f" và {rest} đoạn khác" if rest else "")


def figure(number: float) -> str:
    """Write a number as Vietnamese text does: `12,7`, `14`."""
    return f"{number:.1f}".removesuffix(".0").replace(".", ",")


def between(least: float, most: float) -> str:
    """Write a range, or its one figure."""
    return figure(least) if least == most else f"{figure(least)} đến {figure(most)}"
