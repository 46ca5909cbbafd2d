"""A unit's name: the type word it starts with, the proper rest, where the unit stands, and the abbreviation.

What the name says of the unit above it (`… của Huyện Mỹ Xuyên`, `… tỉnh Ninh Bình`, `…, Sở Nội vụ`) is left out of the
rest: an address has that part from the unit above. Any other comma only parts words (`Sở Văn hóa, Thể thao và Du lịch`).
Not here: the register's dated names (`domain.unit`), forms (`domain.address`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from govmail_desk.domain.address import UnitLevel
from govmail_desk.domain.syllable import is_syllable
from govmail_desk.domain.vietnamese import clean, fold, look_alikes_of_d, mend_look_alikes_of_d, search_key

ParentKind = Literal["so", "huyen"]
"""What stands above a unit: a body of the province (sở, ban, ngành), or a huyện, quận, thị xã, thành phố."""

_PLACES: Final[dict[str, UnitLevel]] = {
    "tinh": "province",
    "huyen": "district",
    "quan": "district",
    "thi xa": "district",
    "thanh pho": "district",
    "xa": "commune",
    "phuong": "commune",
    "thi tran": "commune",
    "dac khu": "commune",
}
_SECTIONS: Final = frozenset({"phong", "van phong", "thanh tra", "bo phan", "to", "doi", "khoa"})
_ONLY_SECTIONS: Final = _SECTIONS - {"van phong", "thanh tra"}
_BODIES: Final = (
    "so", "ban", "trung tam", "chi cuc", "cuc", "vien", "truong", "benh vien", "tram", "hoi", "hoi dong nhan dan", "quy",
    "lien minh", "lien doan", "cong an", "bao tang", "thu vien", "dai", "uy ban nhan dan",
)  # fmt: skip
_TYPES: Final = frozenset({*_PLACES, *_SECTIONS, *_BODIES})
_LONGEST_TYPE: Final = max(len(each.split()) for each in _TYPES)

_COMMITTEE: Final = re.compile(r"(?:[uủ][yỷ]|uỷ) ban nhân dân|uy ban nhan dan|ubnd", re.IGNORECASE)
_SHORT_PLACE: Final = re.compile(r"(?P<short>tp|tx|tt|q|p|h|x)(?:\.\s*|\s+)(?=\S)", re.IGNORECASE)
_LONG_PLACE: Final = {
    "tp": "Thành phố",
    "tx": "Thị xã",
    "tt": "Thị trấn",
    "q": "Quận",
    "p": "Phường",
    "h": "Huyện",
    "x": "Xã",
}
_UNIT_ABOVE: Final = re.compile(
    r"""(?: \s? [,;] \s* (?: sở \s (?!hữu\b) | xã \s (?!hội\b) | (?:chi\ )?cục \s | trung\ tâm \s | bệnh\ viện \s
                       | (?:huyện|quận|thị\ xã|thị\ trấn|thành\ phố|tỉnh|phường|đặc\ khu|tp\.?|tx\.?) \s
                       | ban \s (?:quản\ lý | ql) | văn\ phòng \s (?=\S) | (?:ủy|uỷ)\ ban \s | ubnd | hđnd )
          | \s (?:của | (?:trực\ )?thuộc) \s
          | \s (?:huyện | quận | thị\ xã | thành\ phố | tp\.? | tỉnh) (?=\s|$) (?!\s(?:ủy|uỷ|đoàn)\b)
        ) .* $""",
    re.IGNORECASE | re.VERBOSE,
)
_SO_ABOVE: Final = re.compile(r"(?<!Cơ)(?<!cơ)\s+Sở(?!\s+hữu\b)(?:\s.*)?$")
_BETWEEN_WORDS: Final = re.compile(r"[\s,;&–—‐-―-]+")
_UNSPEAKABLE: Final = re.compile("[^aeiouy]{3}|^[^aeiouy]+$")  # tells UBND and TT from ĐẮK in a name all in capitals
_NOT_IN_ADDRESS: Final = re.compile("[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class UnitNameParts:
    """A unit's name as an address needs it: `type_words` and `proper` as written, and the level it stands at.

    `level` is None where the name alone cannot tell: a phòng that may stand under a sở or a huyện.
    """

    full: str
    type_words: str
    proper: tuple[str, ...]
    level: UnitLevel | None
    remarks: tuple[str, ...] = ()
    parent_kind: ParentKind | None = None

    @property
    def key(self) -> str:
        """What makes two writings the same unit: folded, the people's committee of a place being the place itself."""
        key = search_key(" ".join((self.type_words, *self.proper)))
        return key.replace("ubnd", "uy ban nhan dan").replace("hdnd", "hoi dong nhan dan").strip()

    def is_same_as(self, other: UnitNameParts) -> bool:
        """Say whether two writings name one unit; one of them may be shortened (Ban QLDA)."""
        if self.key == other.key:
            return True
        is_shortened = any(map(_is_abbreviation, (*self.proper, *other.proper)))
        same_type = fold(self.type_words) == fold(other.type_words)
        return is_shortened and same_type and self.abbreviation == other.abbreviation

    @property
    def abbreviation(self) -> str:
        """The folded initials of type and rest: `stttt` of Sở Thông tin và Truyền thông."""
        return _initials(self.type_words.split()) + _initials(self.proper)

    @property
    def symbol(self) -> str:
        """The abbreviation as papers write it, in capitals with Đ: `SLĐTBXH`."""
        words = (*self.type_words.split(), *self.proper)
        return "".join(map(_initial_in_capitals, words))

    def words(self) -> dict[str, str]:
        """Return the words an address pattern asks for."""
        types = self.type_words.split()
        return {
            "loại": _joined(types),
            "loại:đầu": _initials(types),
            "riêng": _joined(self.proper),
            "riêng:đầu": _initials(self.proper),
        }


def read_unit_name(text: str, *, parent_kind: ParentKind | None = None) -> UnitNameParts:
    """Read a unit's name; `parent_kind` says what stands above it, None where nothing does or it is not known."""
    full = mend_look_alikes_of_d(clean(text))
    type_words, rest = _split_type(_without_committee(full))
    rest = _UNIT_ABOVE.sub("", f" {rest}")
    if fold(type_words) != "so":
        rest = _SO_ABOVE.sub("", rest)
    level = _level(fold(type_words), parent_kind)
    return UnitNameParts(full, type_words, _proper_words(rest), level, _remarks(text), parent_kind)


def _without_committee(name: str) -> str:
    """Leave the place of a people's committee, whose mailbox is the place's own; the province's keeps its name, without tỉnh."""
    committee = _COMMITTEE.match(name)
    if not committee:
        return name
    place = name[committee.end() :].strip()
    if not place or fold(place).startswith("tinh"):
        return "Ủy ban nhân dân"
    return _SHORT_PLACE.sub(_long_place, place, count=1) if _SHORT_PLACE.match(place) else place


def _long_place(short: re.Match[str]) -> str:
    return _LONG_PLACE[short["short"].lower()] + " "


def _split_type(name: str) -> tuple[str, str]:
    """Part the longest known type at the start of the name from the rest."""
    words = name.split()
    for count in range(min(_LONGEST_TYPE, len(words)), 0, -1):
        kind = fold(" ".join(words[:count]))
        if kind in _TYPES and not (kind in _PLACES and _is_party_word(words[count : count + 1])):
            return " ".join(words[:count]), " ".join(words[count:])
    return "", name


def _is_party_word(words: list[str]) -> bool:
    """Tỉnh ủy, Huyện đoàn are bodies of their own, not places."""
    return bool(words) and words[0].lower() in {"ủy", "uỷ", "đoàn"}


def _proper_words(rest: str) -> tuple[str, ...]:
    """The words that count: without the hyphen and the joining và, which is never the last word (xã Mường Và)."""
    words = [word for word in _BETWEEN_WORDS.split(rest) if word]
    joining = {"và", "va", "VÀ"} if rest.isupper() else {"và", "va"}
    return tuple(word for place, word in enumerate(words) if word not in joining or place in {0, len(words) - 1})


def _level(type_words: str, parent_kind: ParentKind | None) -> UnitLevel | None:
    if type_words in _PLACES:
        return _PLACES[type_words]
    if parent_kind == "huyen":
        return "section-of-district"
    if parent_kind == "so":
        return "section-of-province" if type_words in _SECTIONS else "attached"
    return None if type_words in _ONLY_SECTIONS else "province"


def _remarks(text: str) -> tuple[str, ...]:
    found = ", ".join(f"«{letter}» (U+{ord(letter):04X})" for letter in look_alikes_of_d(text))
    return (f"Tên đơn vị có chữ {found} trông như chữ đ nhưng không phải, đã sửa thành chữ đ.",) if found else ()


def _joined(words: tuple[str, ...] | list[str]) -> str:
    return _NOT_IN_ADDRESS.sub("", fold("".join(words)))


def _initials(words: tuple[str, ...] | list[str]) -> str:
    return "".join(map(_initial, words))


def _initial(word: str) -> str:
    """The first letter of a word; all of a number or an abbreviation (UBND, TT)."""
    folded = _NOT_IN_ADDRESS.sub("", fold(word))
    return folded if _is_abbreviation(word) or folded.isdecimal() else folded[:1]


def _initial_in_capitals(word: str) -> str:
    letters = "".join("Đ" if letter in "đĐ" else fold(letter).upper() for letter in word if letter.isalnum())
    return letters if _is_abbreviation(word) or letters.isdecimal() else letters[:1]


def _is_abbreviation(word: str) -> bool:
    return word.isupper() and bool(_UNSPEAKABLE.search(fold(word))) and not is_syllable(word)
