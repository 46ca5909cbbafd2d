"""A person's name as it stands in a list or is typed: họ, đệm, tên, and what the clerk should be told about it.

The reading is a default: the last word is the tên and the first the họ, save for compound surnames and for names led by
Y or H', as in the Tây Nguyên. The clerk can mark the word that is the tên. What is no name is set aside, with a remark.
Not here: cleaning and folding (`domain.vietnamese`), addresses made of the parts (`domain.address_proposal`).
"""

import re
from typing import Final, Literal, NamedTuple
from unicodedata import normalize

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.legacy_fonts import Encoding, encoding_of_text
from govmail_desk.domain.syllable import is_syllable
from govmail_desk.domain.vietnamese import (
    MARKED_LETTERS,
    clean,
    fold,
    look_alikes_of_d,
    mend_look_alikes_of_d,
    one_apostrophe,
    sort_key,
)

RemarkKind = Literal[
    "case",
    "look-alike",
    "foreign-letter",
    "alias",
    "set-aside",
    "honorific",
    "order",
    "one-word",
    "empty",
    "font",
    "digit",
]
UNREADABLE: Final[frozenset[RemarkKind]] = frozenset({"font", "digit"})
"""Remarks on a name that cannot be read for sure: no address is made of it before the clerk has mended it."""

_CAPITAL: Final = "A-Z" + "".join(letter for letter in sorted(MARKED_LETTERS) if letter.isupper())
_SMALL: Final = "a-z" + "".join(letter for letter in sorted(MARKED_LETTERS) if letter.islower())
_FAULTLESS: Final = re.compile(f"[{_CAPITAL}][{_SMALL}]*(?: [{_CAPITAL}][{_SMALL}]*)+")
_LETTERS_ONLY: Final = re.compile(f"[{_CAPITAL}{_SMALL} ]*")
_BRACKETED: Final = re.compile(r"[(\[{<«“\"]([^)\]}>»”\"]*)(?:[)\]}>»”\"]|$)")
_ALSO_CALLED: Final = re.compile(r"\s(?:tức|bí danh|hay còn gọi là|tên gọi khác|tên thường gọi)\b[\s:]*(.+)$")
_DASH: Final = re.compile(r"[\u2010-\u2015\u2212]")
_COMRADE: Final = re.compile(r"^đ/c\b\.?\s*", re.IGNORECASE)
_AFTERTHOUGHT: Final = re.compile(r"(?:\s-|-\s|[,;/|])(.*)$")
_DIGIT_IN_A_WORD: Final = re.compile(r"[^\W_]*(?:[^\W\d_]\d|\d[^\W\d_])[^\W_]*")
_SEGMENT: Final = re.compile("[^'-]+")
_TITLES_AS_WRITTEN: Final = frozenset({"GS", "PGS", "TS", "CN", "KS", "BS", "BSCKI", "BSCKII", "DS"})
_TITLES: Final = frozenset({"gs", "pgs", "ts", "ths", "cn", "ks", "bs", "bscki", "bsckii", "ds", "đc"})
_FORMS_OF_ADDRESS: Final = frozenset({"ông", "bà", "anh", "chị", "cô", "chú"})
_COMPOUND_SURNAMES: Final = {
    "công": (["công", "tằng", "tôn", "nữ"], ["công", "huyền", "tôn", "nữ"], ["công", "tôn", "nữ"]),
    "huyền": (["huyền", "tôn", "nữ"],),
    "tôn": (["tôn", "nữ"], ["tôn", "thất"]),
    "âu": (["âu", "dương"],),
    "hoàng": (["hoàng", "phủ"],),
    "tư": (["tư", "mã"], ["tư", "đồ"]),
    "gia": (["gia", "cát"],),
    "thượng": (["thượng", "quan"],),
    "rơ": (["rơ", "châm"], ["rơ", "mah"], ["rơ", "ô"]),
    "rah": (["rah", "lan"],),
}
_LEADING_MARKERS: Final = frozenset({"Y", "H"})  # before a man's or a woman's name among the Ê-đê, M'nông, Gia Rai
_FIRST_WORDS_TO_WEIGH: Final = _LEADING_MARKERS | {
    word.capitalize() for word in (*_TITLES, *_FORMS_OF_ADDRESS, *_COMPOUND_SURNAMES, "đồng")
}


class Remark(NamedTuple):
    """Something the clerk should know about a name, as a sentence; `kind` lets a list decide which need a look."""

    kind: RemarkKind
    sentence: str


class PersonName(NamedTuple):
    """A name and its parts; họ and đệm may be empty, the tên only where the text holds no name at all.

    `full` is for print: the clerk's own spelling, cleaned, in proper case, without what was set aside.
    """

    full: str
    surname: str
    middle: str
    given: str
    aliases: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def sort_key(self) -> str:
        """The key of a Vietnamese list of people: by tên, then họ, then đệm."""
        return "\t".join((sort_key(self.given), sort_key(self.surname), sort_key(self.middle)))


class _Parts(NamedTuple):
    surname: list[str]
    middle: list[str]
    given: list[str]


def read_name(text: str, *, given_word: int | None = None) -> PersonName:
    """Read a name; `given_word` is the word (1 for the first) the clerk marked as the tên.

    Raises `RuleBroken` where the name has no such word.
    """
    is_faultless = _FAULTLESS.fullmatch(text) is not None
    if is_faultless and given_word is None:
        first, *between, last = text.split()
        if first not in _FIRST_WORDS_TO_WEIGH and not _font_of(text):
            return PersonName(text, first, " ".join(between), last)
    encoding = _font_of(normalize("NFC", text))
    if encoding:
        return _unread(clean(text), encoding, given_word)
    remarks: list[Remark] = []
    aliases: list[str] = []
    words = _without_titles((text if is_faultless else _mended(text, aliases, remarks)).split(), remarks)
    parts = _usual_parts(words, remarks) if given_word is None else _marked_parts(words, given_word)
    surname, middle, given = map(" ".join, parts)
    return PersonName(" ".join(words), surname, middle, given, tuple(aliases), tuple(remarks))


def _font_of(text: str) -> Encoding | None:
    """Tell the legacy font from a word that is none as it stands; Toán is one, though VNI writes Tốn so."""
    if not encoding_of_text(text):
        return None
    strange = (word for word in text.split() if not is_syllable(word))
    return next(filter(None, map(encoding_of_text, strange)), None)


def _unread(text: str, encoding: Encoding, given_word: int | None) -> PersonName:
    """A name that only a legacy font draws as Vietnamese: kept letter for letter, since its column is converted first."""
    words = text.split()
    surname, middle, given = map(" ".join, _marked_parts(words, given_word) if given_word else _usual_parts(words, []))
    sentence = f"Họ tên «{text}» như gõ bằng phông {encoding}; hãy chuyển sang Unicode hoặc gõ lại họ tên."
    return PersonName(text, surname, middle, given, remarks=(Remark("font", sentence),))


def _mended(text: str, aliases: list[str], remarks: list[Remark]) -> str:
    """Bring a name that is not written as names are to its plain form, noting each change that matters."""
    text = _with_right_d(one_apostrophe(clean(text)), remarks)
    text = _without_also_called(text, aliases, remarks)
    if not _LETTERS_ONLY.fullmatch(text):
        text = _letters_only(text, aliases, remarks)
    return _in_proper_case(text, remarks)


def _usual_parts(words: list[str], remarks: list[Remark]) -> _Parts:
    if len(words) <= 1:
        remarks.append(_remark_on_shortness(words))
        return _Parts([], [], words)
    if _is_led_by_a_marker(words):
        parts = _highland_parts(words)
        remarks.append(_remark_on_order(parts))
        return parts
    if words[0].lower() in _FORMS_OF_ADDRESS or words[:2] == ["Đồng", "Chí"]:
        remarks.append(Remark("honorific", f"«{words[0]}» đang được coi là họ; nếu là cách xưng hô, hãy xóa đi."))
    surname_count = _surname_count(words[:-1])
    return _Parts(words[:surname_count], words[surname_count:-1], words[-1:])


def _marked_parts(words: list[str], given_word: int) -> _Parts:
    if not 1 <= given_word <= len(words):
        full = " ".join(words)
        raise RuleBroken(f"Họ tên «{full}» không có từ thứ {given_word}; hãy đánh dấu lại từ là tên.")
    before, given, after = words[: given_word - 1], words[given_word - 1 : given_word], words[given_word:]
    if after and _is_led_by_a_marker(words):
        return _Parts(after, before, given)
    family = after or before
    surname_count = _surname_count(family)
    rest = family[surname_count:]
    return _Parts(family[:surname_count], before + rest if after else rest, given)


def _is_led_by_a_marker(words: list[str]) -> bool:
    return words[0] in _LEADING_MARKERS or words[0].startswith("H'")


def _highland_parts(words: list[str]) -> _Parts:
    """Y Bhăm Êban: đệm Y, tên Bhăm, họ Êban; H'Hen Niê: tên H'Hen, họ Niê."""
    given_at = 1 if words[0] in _LEADING_MARKERS else 0
    return _Parts(words[given_at + 1 :], words[:given_at], words[given_at : given_at + 1])


def _surname_count(words: list[str]) -> int:
    """How many of the words, from the first, are the họ."""
    compounds = _COMPOUND_SURNAMES.get(words[0].lower(), ()) if words else ()
    return next((len(each) for each in compounds if [word.lower() for word in words[: len(each)]] == each), 1)


def _remark_on_shortness(words: list[str]) -> Remark:
    if not words:
        return Remark("empty", "Ô họ tên không có chữ nào; hãy nhập họ tên.")
    return Remark("one-word", f"Họ tên chỉ có một từ «{words[0]}», đang được coi là tên; hãy bổ sung họ nếu thiếu.")


def _remark_on_order(parts: _Parts) -> Remark:
    given, surname = " ".join(parts.given), " ".join(parts.surname)
    order = f"tên là «{given}», họ là «{surname}»" if surname else f"tên là «{given}», không có họ"
    return Remark("order", f"Đang hiểu {order}; nếu không đúng, hãy đánh dấu từ là tên.")


def _with_right_d(text: str, remarks: list[Remark]) -> str:
    found = look_alikes_of_d(text)
    if not found:
        return text
    letters = ", ".join(f"«{letter}» (U+{ord(letter):04X})" for letter in found)
    sentence = f"Họ tên có chữ {letters} trông như chữ đ nhưng không phải, đã sửa thành chữ đ."
    remarks.append(Remark("look-alike", sentence))
    return mend_look_alikes_of_d(text)


def _without_also_called(text: str, aliases: list[str], remarks: list[Remark]) -> str:
    found = _ALSO_CALLED.search(text)
    if not found:
        return text
    _note_alias(found[1], aliases, remarks)
    return text[: found.start()]


def _letters_only(text: str, aliases: list[str], remarks: list[Remark]) -> str:
    """Leave only what can be a name, saying what was set aside."""
    for found in _BRACKETED.finditer(text):
        _note_alias(found[1], aliases, remarks)
    text = _DASH.sub("-", _BRACKETED.sub(" ", text)).strip(" -")
    comrade = _COMRADE.match(text)
    if comrade:
        _note_set_aside(comrade[0], remarks)
        text = text[comrade.end() :]
    afterthought = _AFTERTHOUGHT.search(text)
    if afterthought:
        _note_set_aside(afterthought[1], remarks)
        text = text[: afterthought.start()]
    _note_digits(text, remarks)
    kept = "".join(letter if letter.isalpha() or letter in "'- " else " " for letter in text)
    _note_set_aside(" ".join(dict.fromkeys(letter for letter in text if letter not in kept and letter != ".")), remarks)
    _note_foreign_letters(kept, remarks)
    return " ".join(filter(None, (word.strip("'-") for word in kept.split())))


def _note_alias(alias: str, aliases: list[str], remarks: list[Remark]) -> None:
    alias = alias.strip(" .,:;-()[]")
    if alias:
        aliases.append(alias)
        remarks.append(Remark("alias", f"Phần «{alias}» được coi là tên gọi khác hoặc ghi chú, không đưa vào địa chỉ."))


def _note_set_aside(part: str, remarks: list[Remark]) -> None:
    part = part.strip(" -")
    if part:
        remarks.append(Remark("set-aside", f"Phần «{part}» không phải họ tên, đã để riêng."))


def _note_digits(text: str, remarks: list[Remark]) -> None:
    found = _DIGIT_IN_A_WORD.search(text)
    if found:
        remarks.append(Remark("digit", f"Họ tên có chữ số trong từ «{found[0]}»; hãy sửa lại họ tên cho đúng."))


def _note_foreign_letters(text: str, remarks: list[Remark]) -> None:
    foreign = dict.fromkeys(letter for letter in text if not letter.isascii() and letter not in MARKED_LETTERS)
    if foreign:
        written = ", ".join(f"«{letter}» thành «{fold(letter)}»" for letter in foreign)
        remarks.append(Remark("foreign-letter", f"Họ tên có chữ không thuộc tiếng Việt; trong địa chỉ viết {written}."))


def _without_titles(words: list[str], remarks: list[Remark]) -> list[str]:
    count = 0
    while count < len(words) - 1 and words[count].lower() in _TITLES:
        count += 1
    if count:
        _note_set_aside(" ".join(words[:count]), remarks)
    return words[count:]


def _in_proper_case(text: str, remarks: list[Remark]) -> str:
    proper = " ".join(map(_proper, text.split()))
    if proper != text:
        remarks.append(Remark("case", f"Họ tên đã được viết lại hoa thường thành «{proper}»."))
    return proper


def _proper(word: str) -> str:
    """Mend ALL CAPS and all small letters, with a capital after an apostrophe and a hyphen too: H'Hen, Kim-Anh."""
    if word in _TITLES_AS_WRITTEN or not (word.islower() or (word.isupper() and len(word) > 1)):
        return word
    return _SEGMENT.sub(lambda segment: segment[0].capitalize(), word)
