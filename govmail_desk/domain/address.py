"""The small language in which a regulation writes addresses: patterns, what to do on a clash, and which unit gets which form.

A form is written as it stands in the regulation's file, `{tên}{họ:đầu}{đệm:đầu}{số}.{đơn vị}`, parsed once and filled many times.
How a name falls into its parts: `domain.person_name`, `domain.unit_name`. What is proposed to the clerk: `domain.address_proposal`.
How a regulation's provisions become the rules used there: `domain.addressing`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal
from unicodedata import normalize

from govmail_desk.domain.errors import RuleBroken

PERSON_TOKENS: Final = frozenset({"họ", "đệm", "tên", "họ:đầu", "đệm:đầu", "tên:đầu"})
UNIT_TOKENS: Final = frozenset({"loại", "loại:đầu", "riêng", "riêng:đầu", "cha"})
TOKENS: Final = PERSON_TOKENS | UNIT_TOKENS | {"đơn vị", "số"}

_PIECE: Final = re.compile(r"\{(?P<token>[^{}]*)\}|(?P<literal>[a-z0-9._-]+)|(?P<stray>.)", re.DOTALL)

UnitLevel = Literal["province", "attached", "section-of-province", "section-of-district", "district", "commune"]
"""Where a unit stands: sở, ban, ngành tỉnh | body attached to one | phòng of a sở | phòng of a huyện | huyện, thị xã, thành phố |
xã, phường, thị trấn."""


@dataclass(frozen=True)
class Pattern:
    """How the part of an address before the @ is built, as the regulation writes it.

    `form` holds literals of `a-z 0-9 . _ -` and tokens in braces; an unknown token or character is refused with `RuleBroken`.
    """

    form: str
    tokens: frozenset[str] = field(init=False, repr=False, compare=False)
    _template: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        form = normalize("NFC", self.form)
        pieces = [_checked(piece, form) for piece in _PIECE.finditer(form)]
        if not pieces:
            raise RuleBroken("Mẫu địa chỉ đang để trống; hãy viết mẫu, ví dụ «{tên}{họ:đầu}{đệm:đầu}».")
        object.__setattr__(self, "form", form)
        object.__setattr__(self, "tokens", frozenset(piece["token"] for piece in pieces if piece["token"]))
        object.__setattr__(self, "_template", "".join(_placeholder(piece) for piece in pieces))

    def fill(self, words: Mapping[str, str]) -> str:
        """Put the words in the places of the tokens; every token of the pattern must have its word, "" included."""
        return self._template % words


@dataclass(frozen=True)
class Collision:
    """What the regulation does when two people come to the same address.

    `ordinal`: a number in the place of `{số}`, counted from `first`; `swap`: other orders of the letters of họ, đệm and tên;
    `operator`: the body that runs the mail system decides.
    """

    rule: Literal["ordinal", "swap", "operator"]
    first: int | None = None


@dataclass(frozen=True)
class UnitForm:
    """The form of the unit mailboxes of one level, or of the one unit called `name`; then the form is usually the bare local part."""

    form: Pattern
    level: UnitLevel | None = None
    name: str | None = None


def _checked(piece: re.Match[str], form: str) -> re.Match[str]:
    token, stray = piece["token"], piece["stray"]
    if stray is not None:
        raise RuleBroken(f"Mẫu địa chỉ «{form}» có ký tự «{stray}» không dùng được; chỉ dùng a-z, 0-9, «.», «_», «-» và các phần trong ngoặc nhọn.")
    if token is not None and token not in TOKENS:
        known = ", ".join(f"{{{name}}}" for name in sorted(TOKENS))
        raise RuleBroken(f"Mẫu địa chỉ «{form}» có phần «{{{token}}}» chưa biết; hãy dùng một trong các phần: {known}.")
    return piece


def _placeholder(piece: re.Match[str]) -> str:
    return piece["literal"] or f"%({piece['token']})s"
