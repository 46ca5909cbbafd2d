"""Which layer of formatting decides how text looks: the file's defaults, its styles, or the text's own; the nearest comes last.

Not here: which layers a text lies under and what they come to (`layout.styles`).
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from govmail_desk.documents.layout.markup import Properties, child, is_on, value_of
from govmail_desk.documents.package import WORD


def last_said(layers: Sequence[Properties], name: str) -> str:
    """Give the value the last layer says that speaks of a property; empty where none does."""
    said = [value for layer in layers if (value := value_of(layer, name))]
    return said[-1] if said else ""


def toggled(
    name: str,
    defaults: Sequence[Properties],
    by_paragraph: Sequence[Properties],
    by_letters: Sequence[Properties],
    own: Properties,
) -> bool:
    """Own formatting decides; else paragraph style and character style each turn the property over (ECMA-376, 17.7.3)."""
    if (said := _switch(own, name)) is not None:
        return said
    groups = [
        [said for layer in group if (said := _switch(layer, name)) is not None] for group in (by_paragraph, by_letters)
    ]
    by_style = [group[-1] for group in groups if group]
    base = [said for layer in defaults if (said := _switch(layer, name)) is not None]
    return sum(by_style) % 2 == 1 if by_style else bool(base and base[-1])


def _switch(layer: Properties, name: str) -> bool | None:
    found = child(layer, name)
    return None if found is None else is_on(found.get(f"{WORD}val"), missing=True)


def merged(layers: Sequence[Properties], name: str) -> dict[str, str]:
    """Put the attributes of all layers together, a later one over an earlier; first line and hanging exclude each other."""
    together: dict[str, str] = {}
    for layer in layers:
        found = child(layer, name)
        if found is None:
            continue
        said = {etree.QName(str(key)).localname: str(value) for key, value in found.attrib.items()}
        for one, other in (("firstLine", "hanging"), ("hanging", "firstLine"), ("start", "left"), ("left", "start")):
            if one in said:
                together.pop(other, None)
        together |= said
    return together
