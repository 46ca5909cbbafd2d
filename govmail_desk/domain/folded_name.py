"""A person's name as addresses are made of it: each part folded to plain letters, whole and by first letters.

Which address the parts make is `domain.personal_address`, the language of the patterns `domain.address`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from govmail_desk.domain.person_name import PersonName
from govmail_desk.domain.vietnamese import search_key

Words = dict[str, str]
FoldedPart = tuple[str, str]
"""The words of a part joined, and their first letters."""
Folded = tuple[FoldedPart, FoldedPart, FoldedPart]
"""Họ, đệm, tên."""

ORDINAL: Final = "#"
"""Holds the place of `{số}`; no pattern and no name brings one."""
_WORD: Final = re.compile("[a-z0-9]+")


def folded_name(name: PersonName) -> Folded:
    """Fold the three parts of a name."""
    return _folded(name.surname), _folded(name.middle), _folded(name.given)


def is_other_name(name: PersonName, other: PersonName) -> bool:
    """Tell namesakes from people whose names only come to one address; Hoà and Hòa are one name."""
    if name.full == other.full:
        return False
    return folded_name(name) != folded_name(other) or name.sort_key != other.sort_key


def pattern_words(folded: Folded, unit: str) -> Words:
    """Give what a name and its unit put in the place of each token of a pattern."""
    (surname, surname_initials), (middle, middle_initials), (given, given_initials) = folded
    return {
        "họ": surname,
        "họ:đầu": surname_initials,
        "đệm": middle,
        "đệm:đầu": middle_initials,
        "tên": given,
        "tên:đầu": given_initials,
        "đơn vị": unit,
        "số": ORDINAL,
    }


@lru_cache(maxsize=8192)
def _folded(part: str) -> FoldedPart:
    """The words of a part of a name joined, and their first letters; those of Kim-Anh are two, H'Hen is one."""
    words = _WORD.findall(search_key(part))
    return "".join(words), "".join([word[0] for word in words])
