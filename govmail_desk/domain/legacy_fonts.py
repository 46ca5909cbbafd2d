"""Text typed in TCVN3 (ABC, .VnTime) and VNI fonts: found by column, its conversion proposed and never simply done.

Such text is Latin letters that only the font draws as Vietnamese: `NguyÔn` and `Nguyeãn` are Nguyễn. The same letters
can be right as they stand (`Hoàng` is also how VNI writes Hồng), so no cell is judged alone: font names first, then
sequences no Vietnamese text can hold, over the whole column; and nothing where true Vietnamese letters stand already.
Pass cells as they were read: `domain.vietnamese.clean` would drop U+00AD, which is the letter ư in TCVN3.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from govmail_desk.domain.syllable import is_syllable

Encoding = Literal["TCVN3", "VNI"]

_TCVN3: Final = str.maketrans(
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
)
_VNI_VOWELS: Final = {
    "a": ("ùøûõï", "áàảãạ"),
    "e": ("ùøûõï", "éèẻẽẹ"),
    "o": ("ùøûõï", "óòỏõọ"),
    "u": ("ùøûõï", "úùủũụ"),
    "y": ("ùøûõ", "ýỳỷỹ"),
    "ô": ("ùøûõï", "ớờởỡợ"),
    "ö": ("ùøûõï", "ứừửữự"),
}
_VNI_HATS: Final = {
    "a": ("âáàåãäêéèúüë", "âấầẩẫậăắằẳẵặ"),
    "e": ("âáàåãä", "êếềểễệ"),
    "o": ("âáàåãä", "ôốồổỗộ"),
}
_VNI_ALONE: Final = {"ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ"}
_VNI: Final = _VNI_ALONE | {
    base + mark: letter
    for table in (_VNI_VOWELS, _VNI_HATS)
    for base, (marks, letters) in table.items()
    for mark, letter in zip(marks, letters, strict=True)
}
_VNI_PIECE: Final = re.compile("|".join(sorted(_VNI, key=len, reverse=True)), re.IGNORECASE)

_TRUE_VIETNAMESE: Final = re.compile("[\u1ea0-\u1ef9ăĂđĐĩĨũŨơƠưƯ\u0300-\u036f]")
_IMPOSSIBLE: Final[dict[Encoding, re.Pattern[str]]] = {
    "TCVN3": re.compile("[¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾×ÞßþÆ÷]|(?<=[a-z])[À-Þ]"),  # TrÇn: a capital after a small letter
    "VNI": re.compile("[øûïöüëîåäñæ]|a[âáàãêéèúùõ]|e[âáàãùõ]|o[âáõù]|[uyô][ùõ]", re.IGNORECASE),
}
_FONTS: Final[dict[Encoding, re.Pattern[str]]] = {
    "TCVN3": re.compile(r"\.vn", re.IGNORECASE),
    "VNI": re.compile("vni", re.IGNORECASE),
}
_CAPITALS_FONT: Final = re.compile(r"\.vn.*h", re.IGNORECASE)  # .VnTimeH and its like draw small letters as capitals
_BETWEEN_WORDS: Final = re.compile(r"[\s.,;:()\[\]/&'\"-]+")
_HYPHENATED: Final = re.compile(r"\S*-\S*")


class FontedText(NamedTuple):
    """A cell as it was read: its text, untouched, and the name of its font where the file tells."""

    text: str
    font: str | None = None


@dataclass(frozen=True, slots=True)
class CellProposal:
    """What one cell would become; `place` is its 0-based place in the column as given.

    `doubt` says in Vietnamese why the clerk must look, and is empty where nothing is odd. A doubtful cell is never
    written before the clerk has mended or confirmed it.
    """

    place: int
    before: str
    after: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class ColumnProposal:
    """How a column seems to have been typed, and what would become of each cell that is not right as it stands.

    `refusal` is set where the column also holds true Vietnamese text: then nothing may be converted as a column, and
    `cells` holds only the odd ones, all doubtful.
    """

    encoding: Encoding
    evidence: Literal["font", "sequences"]
    why: str
    cells: tuple[CellProposal, ...]
    refusal: str = ""


def encoding_of_font(font: str | None) -> Encoding | None:
    """Tell TCVN3 or VNI from a font's name: `.VnTime`, `VNI-Times`."""
    return next((encoding for encoding, names in _FONTS.items() if font and names.match(font.strip())), None)


def from_tcvn3(text: str, *, in_capitals_font: bool = False) -> str:
    """Read TCVN3 text; in a capitals font (`.VnTimeH`) the small letters are the capitals the encoding lacks."""
    converted = text.translate(_TCVN3)
    return converted.upper() if in_capitals_font else converted


def from_vni(text: str) -> str:
    """Read VNI text, in which a tone or hat is a letter of its own behind the vowel."""
    return _VNI_PIECE.sub(_vni_letter, text)


def propose_conversion(column: Sequence[FontedText]) -> ColumnProposal | None:
    """Read the body of one column, headings left out, and propose its conversion; None where nothing speaks for one."""
    fonts = Counter(encoding for cell in column if (encoding := _font_that_matters(cell)))
    sequences = Counter(encoding for cell in column if (encoding := encoding_of_text(cell.text)))
    counted = fonts or sequences
    if not counted:
        return None
    encoding = counted.most_common(1)[0][0]
    is_lonely = not fonts and sequences[encoding] == 1
    truth = next((cell.text for cell in column if _TRUE_VIETNAMESE.search(cell.text)), "")
    doubt = _doubt_of_all(encoding, is_lonely=is_lonely, truth=truth)
    cells = tuple(_proposals(column, encoding, doubt))
    if not cells:
        return None
    evidence: Literal["font", "sequences"] = "font" if fonts else "sequences"
    return ColumnProposal(encoding, evidence, _why(encoding, fonts, sequences), cells, _refusal(truth))


def encoding_of_text(text: str) -> Encoding | None:
    """Tell TCVN3 or VNI from a text alone: impossible in Vietnamese as it stands, it reads as Vietnamese once converted."""
    if text.isascii() or _TRUE_VIETNAMESE.search(text):
        return None
    if not (_IMPOSSIBLE["TCVN3"].search(text) or _IMPOSSIBLE["VNI"].search(text)):
        return None
    counts = {encoding: _mended_word_count(text, encoding) for encoding in _IMPOSSIBLE}
    best = max(counts, key=lambda encoding: counts[encoding])
    return best if counts[best] else None


def _font_that_matters(cell: FontedText) -> Encoding | None:
    return None if cell.text.isascii() and not _is_in_capitals(cell) else encoding_of_font(cell.font)


def _is_in_capitals(cell: FontedText) -> bool:
    return bool(cell.font and _CAPITALS_FONT.fullmatch(cell.font.strip()))


def _mended_word_count(text: str, encoding: Encoding) -> int:
    odd = (word for word in _BETWEEN_WORDS.split(text) if _IMPOSSIBLE[encoding].search(word))
    return sum(is_syllable(_converted(word, encoding)) for word in odd)


def _converted(text: str, encoding: Encoding) -> str:
    return from_tcvn3(text) if encoding == "TCVN3" else from_vni(text)


def _refusal(truth: str) -> str:
    return f"Cột này đã có chữ Việt đúng mã («{truth}») nên không chuyển cả cột; hãy sửa từng ô lạ." if truth else ""


def _doubt_of_all(encoding: Encoding, *, is_lonely: bool, truth: str) -> str:
    if truth:
        return f"Ô này như gõ bằng phông {encoding} trong khi cột đã có chữ Việt đúng mã; hãy xem và sửa tay."
    if is_lonely:
        return f"Cả cột chỉ có một ô như gõ bằng phông {encoding}; hãy xem kỹ trước khi nhận."
    return ""


def _proposals(column: Sequence[FontedText], encoding: Encoding, doubt: str) -> Iterator[CellProposal]:
    for place, cell in enumerate(column):
        if "@" in cell.text or _TRUE_VIETNAMESE.search(cell.text):
            continue
        own = _font_that_matters(cell) or encoding_of_text(cell.text) or encoding
        after = _mended(cell, own)
        if after != cell.text:
            yield CellProposal(place, cell.text, after, doubt or _doubt(cell, after, own))


def _mended(cell: FontedText, encoding: Encoding) -> str:
    if encoding == "VNI":
        return from_vni(cell.text)
    return from_tcvn3(_with_lost_u(cell.text), in_capitals_font=_is_in_capitals(cell))


def _with_lost_u(text: str) -> str:
    """Put back U+00AD, ư in TCVN3, where a program wrote it as a plain hyphen and only ư makes a word."""
    return _HYPHENATED.sub(_hyphen_or_u, text)


def _hyphen_or_u(word: re.Match[str]) -> str:
    with_u = word[0].replace("-", "\u00ad")
    if is_syllable(from_tcvn3(with_u)) and _strange_word(from_tcvn3(word[0])):
        return with_u
    return word[0]


def _doubt(cell: FontedText, after: str, encoding: Encoding) -> str:
    if not cell.text.isascii() and not _IMPOSSIBLE[encoding].search(cell.text) and _strange_word(cell.text) is None:
        return f"«{cell.text}» đọc được cả khi để nguyên; hãy chọn «{cell.text}» hay «{after}»."
    if encoding == "TCVN3" and _with_lost_u(cell.text) != cell.text:
        return "Dấu gạch nối trong ô này có thể là chữ ư bị mất; hãy so với bản gốc."
    strange = _strange_word(after)
    return f"Sau khi chuyển, «{strange}» không giống tiếng Việt; hãy so với bản gốc." if strange else ""


def _strange_word(text: str) -> str | None:
    words = (word for word in _BETWEEN_WORDS.split(text) if word and not word.isdecimal())
    return next((word for word in words if not (is_syllable(word) or _is_abbreviation(word))), None)


def _is_abbreviation(word: str) -> bool:
    """UBND, CNTT: capitals that no font changes."""
    return word.isascii() and word.isupper()


def _vni_letter(piece: re.Match[str]) -> str:
    letter = _VNI[piece[0].lower()]
    return letter.upper() if piece[0][0].isupper() else letter


def _why(encoding: Encoding, fonts: Counter[Encoding], sequences: Counter[Encoding]) -> str:
    if fonts:
        return f"{fonts[encoding]} ô của cột dùng phông {encoding}."
    return f"{sequences[encoding]} ô của cột có những chữ chỉ đọc được khi hiểu là gõ bằng phông {encoding}."
