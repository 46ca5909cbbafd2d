"""Lines drawn on a paper, however they were drawn: a paragraph's edge, a shape of today's Word, a shape of the old one.

Not here: which component a line belongs to and how long it should be (`layout.rules_check`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from govmail_desk.documents.layout.markup import LONGEST_FIGURE, Element
from govmail_desk.documents.package import WORD

DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
ON_PAGE: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
COMPATIBILITY: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
OLD: Final = "{urn:schemas-microsoft-com:vml}"
MM_PER_EMU: Final = 1 / 36_000
MM_PER_POINT: Final = 25.4 / 72
LINE_SHAPES: Final = ("line", "straightConnector1")
OLD_LINE: Final = "_x0000_t32"
UNITS_MM: Final = {"pt": MM_PER_POINT, "mm": 1.0, "cm": 10.0, "in": 25.4, "px": 25.4 / 96, "": MM_PER_POINT}
NOT_SOLID: Final = ("dash", "dot", "double", "wave", "triple", "thick", "inset", "outset", "stroke")
FLAT: Final = 0.1
"""A shape this much as high as long is no level line."""


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A level line: its length, and by how much it stands off the middle of its column where that can be told."""

    length_mm: float
    is_solid: bool = True
    off_middle_mm: float = 0.0
    is_edge: bool = False
    """True for the edge of a paragraph, False for a shape that floats."""


def edge_line(kind: str, length_mm: float, off_middle_mm: float) -> DrawnLine:
    """Take the edge of a paragraph as a line."""
    return DrawnLine(max(0.0, length_mm), _is_solid(kind), off_middle_mm, is_edge=True)


def shapes_in(paragraph: Element) -> Iterator[DrawnLine]:
    """Find the lines drawn as shapes in a paragraph; what stands twice, for old programs too, is taken once."""
    for anchor in paragraph.iter(f"{ON_PAGE}anchor", f"{ON_PAGE}inline"):
        shape = anchor.find(f".//{DRAWING}prstGeom")
        if shape is not None and shape.get("prst") in LINE_SHAPES and _is_own(anchor, paragraph):
            yield from _new_line(anchor)
    for shape in paragraph.iter(f"{OLD}line", f"{OLD}shape"):
        if _is_own(shape, paragraph) and next(shape.iterancestors(f"{COMPATIBILITY}Fallback"), None) is None:
            yield from _old_line(shape)


def _is_own(shape: Element, paragraph: Element) -> bool:
    return next(shape.iterancestors(f"{WORD}p"), None) is paragraph


def _new_line(anchor: Element) -> Iterator[DrawnLine]:
    extent = anchor.find(f"{ON_PAGE}extent")
    if extent is None:
        return
    length, height = (_emu(extent.get(side)) * MM_PER_EMU for side in ("cx", "cy"))
    dash = anchor.find(f".//{DRAWING}prstDash")
    if length > 0 and height <= length * FLAT:
        yield DrawnLine(length, dash is None or dash.get("val") == "solid")


def _old_line(shape: Element) -> Iterator[DrawnLine]:
    stroke = shape.find(f"{OLD}stroke")
    is_solid = stroke is None or stroke.get("dashstyle", "solid") == "solid"
    if shape.tag == f"{OLD}line":
        start, end = (_points(shape.get(name, "")) for name in ("from", "to"))
        length = abs(end - start)
    elif shape.get("type", "").endswith(OLD_LINE):
        found = re.search(r"width:\s*([\d.]+)(\w*)", shape.get("style", ""))
        length = _measured(found[1], found[2]) if found else 0.0
    else:
        return
    if length > 0:
        yield DrawnLine(length, is_solid)


def _points(pair: str) -> float:
    """The level part of a point `12pt,3pt`."""
    found = re.match(r"\s*(-?[\d.]+)(\w*)", pair)
    return _measured(found[1], found[2]) if found else 0.0


def _measured(figure: str, unit: str) -> float:
    try:
        return float(figure) * UNITS_MM.get(unit, MM_PER_POINT)
    except ValueError:
        return 0.0


def _emu(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < LONGEST_FIGURE else 0


def _is_solid(kind: str) -> bool:
    return not any(sign in kind.lower() for sign in NOT_SOLID)
