"""Word's markup in small: its parts, children, switches and lengths, read without trusting what stands there.

Not here: what they come to (`layout.styles`, `layout.reading`).
"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from govmail_desk.documents.package import WORD, Parts, parsed

MM_PER_TWIP: Final = 25.4 / 1440
TWIPS_PER_POINT: Final = 20
LONGEST_FIGURE: Final = 12
"""No length on paper has as many digits."""

OFF: Final = {"0", "false", "off", "none"}
UNITS_TWIPS: Final = (("mm", 1440 / 25.4), ("cm", 1440 / 2.54), ("in", 1440.0), ("pt", 20.0))

Element = etree._Element  # noqa: SLF001  (lxml has no public name for it)
Properties = Element | None


def part_root(parts: Parts, name: str) -> Properties:
    """Parse a part by name, whatever case its file writes it in; None where there is none or it is damaged."""
    found = next((content for part, content in parts.items() if part.lower() == name.lower()), None)
    try:
        return None if found is None else parsed(found)
    except etree.XMLSyntaxError:
        return None


def child(element: Properties, name: str) -> Properties:
    """Return the first child of this name, if both are there."""
    return None if element is None else element.find(f"{WORD}{name}")


def number(text: str | None, missing: float = 0.0) -> float:
    """Read a number a file may write badly."""
    found = re.match(r"-?\d+(\.\d+)?", (text or "").strip())
    return float(found[0]) if found and len(found[0]) < LONGEST_FIGURE else missing


def value_of(holder: Properties, name: str) -> str:
    found = child(holder, name)
    return "" if found is None else found.get(f"{WORD}val", "")


def is_on(value: str | None, *, missing: bool) -> bool:
    return missing if value is None else value.lower() not in OFF


def twips(text: str) -> float:
    """Word's own files count in twentieths of a point; the standard also allows a unit behind the number."""
    for unit, size in UNITS_TWIPS:
        if text.endswith(unit):
            return number(text) * size
    return number(text)
