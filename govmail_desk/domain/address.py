"""The small language in which a regulation writes addresses: patterns, the way out of a clash, forms for units.

A form stands in the regulation's file as `{tên}{họ:đầu}{đệm:đầu}{số}.{đơn vị}`; it is parsed once, filled many times.
Not here: how a name falls into parts (`domain.person_name`, `domain.unit_name`), what is proposed to the clerk
(`domain.address_proposal`), how a regulation's provisions become rules (`domain.addressing`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import permutations
from typing import Final, Literal
from unicodedata import normalize

from govmail_desk.domain.errors import RuleBroken

PERSON_TOKENS: Final = frozenset({"họ", "đệm", "tên", "họ:đầu", "đệm:đầu", "tên:đầu"})
UNIT_TOKENS: Final = frozenset({"loại", "loại:đầu", "riêng", "riêng:đầu", "cha"})
TOKENS: Final = PERSON_TOKENS | UNIT_TOKENS | {"đơn vị", "số"}

_PIECE: Final = re.compile(r"\{(?P<token>[^{}]*)\}|(?P<literal>[a-z0-9._-]+)|(?P<stray>.)", re.DOTALL)

_LOCAL_PART: Final = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")
LONGEST_LOCAL_PART: Final = 64  # octets, RFC 5321 4.5.3.1.1

UnitLevel = Literal["province", "attached", "section-of-province", "section-of-district", "district", "commune"]
"""Where a unit stands, in order: sở, ban, ngành of the province; a body attached to one; a phòng of a sở; a phòng of a
huyện; huyện, quận, thị xã, thành phố; xã, phường, thị trấn."""


@dataclass(frozen=True)
class Pattern:
    """How the part of an address before the @ is built, as the regulation writes it.

    `form` holds literals of `a-z 0-9 . _ -` and tokens in braces; anything else is refused with `RuleBroken`.
    """

    form: str
    tokens: frozenset[str] = field(init=False, repr=False, compare=False)
    template: str = field(init=False, repr=False, compare=False)
    """The form as a text that `%` fills with words by their tokens."""

    def __post_init__(self) -> None:
        form = normalize("NFC", self.form)
        pieces = [_checked(piece, form) for piece in _PIECE.finditer(form)]
        if not pieces:
            raise RuleBroken("Mẫu địa chỉ đang để trống; hãy viết mẫu, ví dụ «{tên}{họ:đầu}{đệm:đầu}».")
        object.__setattr__(self, "form", form)
        object.__setattr__(self, "tokens", frozenset(piece["token"] for piece in pieces if piece["token"]))
        object.__setattr__(self, "template", _template(form))

    @cached_property
    def swapped(self) -> tuple[Pattern, ...]:
        """The other patterns with a person's parts in other orders; literals and unit stay in place.

        Those that keep the tên at an end come first: they are the easier to read.
        """
        pieces = [piece[0] for piece in _PIECE.finditer(self.form)]
        places = [place for place, piece in enumerate(pieces) if piece.strip("{}") in PERSON_TOKENS]
        orders = list(permutations(pieces[place] for place in places))[1:]
        orders.sort(key=lambda order: "{tên}" in order[1:-1])
        return tuple(_in_order(pieces, places, order) for order in orders)

    def fill(self, words: Mapping[str, str]) -> str:
        """Put the words in the places of the tokens; every token of the pattern must have its word, "" included."""
        return self.template % words


@dataclass(frozen=True)
class Collision:
    """What the regulation does when two people come to the same address.

    `ordinal`: a number in the place of `{số}`, from `first` on; `swap`: other orders of the letters of họ, đệm and tên;
    `operator`: the body that runs the mail system decides.
    """

    rule: Literal["ordinal", "swap", "operator"]
    first: int | None = None


@dataclass(frozen=True)
class UnitForm:
    """The form of the unit mailboxes of one level, or of the one unit called `name`; with neither, of every unit.

    A form of a level may be narrowed to units of one `type` (Sở) and to those whose body above has the local part
    `parent` (tpb; `so*` for any that begins so).
    """

    form: Pattern
    level: UnitLevel | None = None
    name: str | None = None
    type: str | None = None
    parent: str | None = None


def local_part_problem(local_part: str) -> str | None:
    """Say why a text cannot stand before the @, as a Vietnamese sentence; None where it can."""
    if not local_part:
        return "Không lập được địa chỉ vì tên không còn chữ nào; hãy kiểm tra lại tên."
    if not _LOCAL_PART.fullmatch(local_part):
        return f"«{local_part}» không dùng làm địa chỉ được: chỉ gồm a-z, 0-9, «_», «-» và dấu chấm đơn giữa các phần."
    if len(local_part) > LONGEST_LOCAL_PART:
        return f"«{local_part}» dài {len(local_part)} ký tự, quá {LONGEST_LOCAL_PART} ký tự cho phép; hãy tự rút gọn."
    return None


def _checked(piece: re.Match[str], form: str) -> re.Match[str]:
    token, stray = piece["token"], piece["stray"]
    if stray is not None:
        allowed = "a-z, 0-9, «.», «_», «-» và các phần trong ngoặc nhọn"
        raise RuleBroken(f"Mẫu địa chỉ «{form}» có ký tự «{stray}» không dùng được; chỉ dùng {allowed}.")
    if token is not None and token not in TOKENS:
        known = ", ".join(f"{{{name}}}" for name in sorted(TOKENS))
        raise RuleBroken(f"Mẫu địa chỉ «{form}» có phần «{{{token}}}» chưa biết; hãy dùng một trong các phần: {known}.")
    return piece


def _in_order(pieces: list[str], places: list[int], order: tuple[str, ...]) -> Pattern:
    swapped = dict(zip(places, order, strict=True))
    return Pattern("".join(swapped.get(place, piece) for place, piece in enumerate(pieces)))


def _template(form: str) -> str:
    return "".join([piece["literal"] or f"%({piece['token']})s" for piece in _PIECE.finditer(form)])
