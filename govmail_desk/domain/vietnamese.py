"""Vietnamese text: cleaned at the door, folded to plain letters, put in alphabetical order.

Folding uses our own table of the Vietnamese letters; only what is not Vietnamese goes to Unidecode. The look-alikes of đ
(U+00D0, U+00F0, U+0189, U+0256) are in neither: they are found and mended where a person can be told of it.
Not here: text typed in TCVN3 or VNI fonts (`domain.legacy_fonts`, which must see a column before it is cleaned, since U+00AD
is the letter ư there); the parts of a name (`domain.person_name`, `domain.unit_name`).
"""

import re
from functools import lru_cache
from typing import Final
from unicodedata import category, normalize

_LETTERS: Final = {
    "a": "àáảãạăằắẳẵặâầấẩẫậ",
    "d": "đ",
    "e": "èéẻẽẹêềếểễệ",
    "i": "ìíỉĩị",
    "o": "òóỏõọôồốổỗộơờớởỡợ",
    "u": "ùúủũụưừứửữự",
    "y": "ỳýỷỹỵ",
}
MARKED_LETTERS: Final = frozenset("".join(_LETTERS.values()) + "".join(_LETTERS.values()).upper())
"""The 134 letters of Vietnamese that ASCII lacks."""

_LOOK_ALIKES_OF_D: Final = {0x00D0: "Đ", 0x0189: "Đ", 0x00F0: "đ", 0x0256: "đ"}
_TONES: Final = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the order of Vietnamese dictionaries
_MARKS: Final = _TONES + "\u0302\u0306\u031b"
_ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"  # f, j, w, z stand where Latin has them
_APOSTROPHES: Final = "'\u2018\u2019\u02bc`\u00b4"

_FOLD: Final = (
    {ord(marked): plain for plain, group in _LETTERS.items() for marked in group + group.upper()}
    | {ord(capital): capital.lower() for capital in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    | dict.fromkeys(map(ord, _MARKS))
)
_ONE_APOSTROPHE: Final = dict.fromkeys(map(ord, _APOSTROPHES), "'")
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs"})  # control, format (zero-width, soft hyphen, BOM), lone surrogate
_WORD: Final = re.compile(r"[^\W_]+")


def clean(text: str) -> str:
    """Bring a text in at the door: NFC, nothing invisible, every kind of blank a single space, none at the ends."""
    if not text.isprintable():
        text = "".join(letter for letter in text if letter.isspace() or category(letter) not in _INVISIBLE)
    return " ".join(normalize("NFC", text).split())


def look_alikes_of_d(text: str) -> tuple[str, ...]:
    """List the letters of the text that look like đ or Đ and are not, in order, each once."""
    if text.isascii():
        return ()
    return tuple(dict.fromkeys(letter for letter in text if ord(letter) in _LOOK_ALIKES_OF_D))


def mend_look_alikes_of_d(text: str) -> str:
    """Write đ and Đ for the letters that look like them; whoever calls this tells the clerk."""
    return text.translate(_LOOK_ALIKES_OF_D)


def one_apostrophe(text: str) -> str:
    """Write each of the apostrophes met in lists as the plain one: H'Hen."""
    return text.translate(_ONE_APOSTROPHE)


def fold(text: str) -> str:
    """Write the text in lower-case letters without diacritics, đ as d; a look-alike of đ stays as it is."""
    folded = text.translate(_FOLD)
    return folded if folded.isascii() else "".join(map(_transliterated, folded))


def search_key(text: str) -> str:
    """The folded text a register is searched by: apostrophes dropped, look-alikes of đ found as d."""
    return fold(mend_look_alikes_of_d(one_apostrophe(clean(text))).replace("'", ""))


def initials(text: str) -> str:
    """Return the folded first letters of the words: `nva` of Nguyễn Văn An."""
    return "".join(word[0] for word in search_key(text).split() if word[0].isalnum())


@lru_cache(maxsize=8192)
def sort_key(text: str) -> str:
    """Return an ASCII key that puts texts in the order of a Vietnamese dictionary, syllable by syllable: letters first, then tone.

    Hoà and Hòa, upper and lower case get one key: the place of the tone mark in a syllable does not matter.
    """
    return " ".join(map(_syllable_key, _WORD.findall(mend_look_alikes_of_d(clean(text)).lower())))


@lru_cache(maxsize=1024)
def _transliterated(letter: str) -> str:
    """What Unidecode writes for a letter that is not Vietnamese, the look-alikes of đ excepted."""
    if letter.isascii() or ord(letter) in _LOOK_ALIKES_OF_D:
        return letter
    from unidecode import unidecode_expect_nonascii  # noqa: PLC0415  (its tables load only when a foreign letter is met)

    return unidecode_expect_nonascii(letter, errors="ignore").lower().strip()


@lru_cache(maxsize=4096)
def _syllable_key(syllable: str) -> str:
    decomposed = normalize("NFD", syllable)
    letters = normalize("NFC", "".join(mark for mark in decomposed if mark not in _TONES))
    tones = "".join(str(_TONES.index(mark) + 1) for mark in decomposed if mark in _TONES)
    return "".join(map(_letter_key, letters)) + "!" + tones


def _letter_key(letter: str) -> str:
    """A letter of the alphabet as one character from `A` on; digits stay and sort before them."""
    plain = letter if letter in _ALPHABET else fold(letter)
    places = ((_ALPHABET.find(each), each) for each in plain if each.isalnum())
    return "".join(each if place < 0 else chr(ord("A") + place) for place, each in places)
