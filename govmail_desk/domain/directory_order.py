"""In which order a directory names units and people: the tree from its top, in a unit its head, then by post, then by name.

Here: the rank a post gives, read from its words, and the tree of units. Vietnamese order of names is `domain.person_name`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from govmail_desk.domain.vietnamese import search_key, sort_key

_DEPUTY: Final = re.compile(r"^(?:pho|q\.? ?pho) ")
_ACTING: Final = re.compile(r"^(?:quyen|q\.) ")
_OF_THE_BODY: Final = re.compile(
    r"^(?:tong )?giam doc|^chu tich|^bi thu|^(?:chi )?cuc truong|^hieu truong|^vien truong|^chanh an|^truong ban"
)
_OF_A_SECTION: Final = re.compile(r"^chanh |^truong |^tp\.? |^doi truong|^to truong|^tram truong|^ke toan truong")

HEAD_OF_THE_UNIT: Final = -1
_OTHERS: Final = 4


@dataclass(frozen=True, slots=True)
class TreeUnit:
    """A unit as the tree needs it."""

    id: int
    parent_id: int | None
    name: str
    is_own: bool = False


@lru_cache(maxsize=4096)
def post_rank(post: str) -> int:
    """Rank a post by its words: 0 who leads the body, 1 their deputies, 2 who leads a section, 3 those deputies, 4 all others.

    What a post is called is the unit's own affair; a word we do not know ranks with the others, never before them.
    """
    words = _ACTING.sub("", search_key(post))
    named = _DEPUTY.sub("", words)
    steps = 1 if named != words else 0
    if _OF_THE_BODY.search(named):
        return steps
    return 2 + steps if _OF_A_SECTION.search(named) else _OTHERS


def in_tree_order(units: Iterable[TreeUnit]) -> Iterator[tuple[TreeUnit, int]]:
    """Give every unit with its level, each before those under it: the desk's own first, the others in Vietnamese order.

    A unit whose unit above is not among them stands at the top.
    """
    known = {unit.id: unit for unit in units}
    below: dict[int | None, list[TreeUnit]] = defaultdict(list)
    for unit in sorted(known.values(), key=lambda one: (not one.is_own, sort_key(one.name), one.id)):
        below[unit.parent_id if unit.parent_id in known else None].append(unit)
    return _walked(below)


def _walked(below: Mapping[int | None, list[TreeUnit]]) -> Iterator[tuple[TreeUnit, int]]:
    """Walk without recursion: a tree from outside may be as deep as it likes."""
    waiting = [(unit, 0) for unit in reversed(below.get(None, ()))]
    while waiting:
        unit, level = waiting.pop()
        yield unit, level
        waiting += [(one, level + 1) for one in reversed(below.get(unit.id, ()))]
