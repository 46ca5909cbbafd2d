"""Margins a form's paragraph is given when it is filled, so that a long name in it breaks evenly.

They cannot stand in the form itself, since Word would not open a tag where it expects a number; so they are put in while
the form is made ready. Not here: how wide they are (`documents.letter_column`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from lxml import etree

from govmail_desk.documents.package import WORD

ALONE: Final = re.compile(r"\{\{\s*(\w+)\s*\}\}")
AFTER_INDENT: Final = {
    f"{WORD}{name}"
    for name in (
        *("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"),
        *("textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
    )
}
"""What follows `ind` in the order a paragraph's properties must have."""


def let_margins_in(page: etree._Element, margins: Mapping[str, str]) -> None:
    """Set both margins of each paragraph that is one of these fields and nothing else to the field's margin value."""
    for paragraph in page.iter(f"{WORD}p"):
        said = ALONE.fullmatch("".join(text.text or "" for text in paragraph.iter(f"{WORD}t")).strip())
        if said and said[1] in margins:
            indent = _indent_of(paragraph)
            indent.attrib.clear()
            for side in ("left", "right"):
                indent.set(f"{WORD}{side}", f"{{{{ {margins[said[1]]} }}}}")


def _indent_of(paragraph: etree._Element) -> etree._Element:
    properties = paragraph.find(f"{WORD}pPr")
    if properties is None:
        properties = etree.Element(f"{WORD}pPr")
        paragraph.insert(0, properties)
    indent = properties.find(f"{WORD}ind")
    if indent is None:
        indent = etree.Element(f"{WORD}ind")
        follower = next((place for place, one in enumerate(properties) if one.tag in AFTER_INDENT), len(properties))
        properties.insert(follower, indent)
    return indent
