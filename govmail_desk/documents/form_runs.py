"""Tags that Word split over several runs of text, joined again: in the form that is kept, each tag stands whole in one run.

Word splits a run wherever spelling, language or an edit changed, in the middle of a tag as well. What a tag may say is
`documents.form_fields`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from lxml import etree

from govmail_desk.documents.form_check import FILLED_PARTS, TAG
from govmail_desk.documents.package import WORD, Parts, parsed

SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def joined(parts: Parts) -> tuple[Parts, int]:
    """Return the parts with each split tag whole, and how many there were; a form without any comes back as it is."""
    made, count = dict(parts), 0
    for name, content in parts.items():
        if FILLED_PARTS.fullmatch(name) and b"{" in content:
            root = parsed(content)
            found = sum(_join_in(paragraph) for paragraph in root.iter(f"{WORD}p"))
            if found:
                count += found
                made[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return made, count


def _join_in(paragraph: etree._Element) -> int:
    """Put the whole of each split tag where it begins, and take it out of the texts behind."""
    texts = [text for text in paragraph.iter(f"{WORD}t") if next(text.iterancestors(f"{WORD}p"), None) is paragraph]
    count = 0
    for first, last, tag, begins, ends in _split_tags(texts):
        _say(texts[first], (texts[first].text or "")[:begins] + tag)
        for between in texts[first + 1 : last]:
            _say(between, "")
        _say(texts[last], (texts[last].text or "")[ends:])
        count += 1
    return count


def _split_tags(texts: Sequence[etree._Element]) -> Iterator[tuple[int, int, str, int, int]]:
    """Yield each split tag, the last one first: the texts it begins and ends in, itself, and where in them.

    From the last to the first, so that joining one moves nothing before it.
    """
    words = [text.text or "" for text in texts]
    starts = [0, *accumulate(map(len, words))]
    for tag in reversed(list(TAG.finditer("".join(words)))):
        first = max(place for place, start in enumerate(starts[:-1]) if start <= tag.start() and words[place])
        last = max(place for place, start in enumerate(starts[:-1]) if start < tag.end() and words[place])
        if first != last:
            yield first, last, tag[0], tag.start() - starts[first], tag.end() - starts[last]


def _say(text: etree._Element, words: str) -> None:
    text.text = words
    if words != words.strip():
        text.set(SPACE, "preserve")
