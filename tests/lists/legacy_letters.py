"""Writes Vietnamese the way TCVN3 and VNI fonts did, for the invented lists; the program itself only reads them.

The tables are written from the published code charts and share nothing with `govmail_desk.domain.legacy_fonts`.
"""

from __future__ import annotations

from unicodedata import normalize

_TCVN3_LETTERS = (
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ",
    "B5 B8 B6 B7 B9 A8 BB BE BC BD C6 A9 C7 CA C8 C9 CB AE CC D0 CE CF D1 AA D2 D5 D3 D4 D6 D7 DD D8 DC DE"
    " DF E3 E1 E2 E4 AB E5 E8 E6 E7 E9 AC EA ED EB EC EE EF F3 F1 F2 F4 AD F5 F8 F6 F7 F9 FA FD FB FC FE",
)
_TCVN3 = {letter: chr(int(code, 16)) for letter, code in zip(_TCVN3_LETTERS[0], _TCVN3_LETTERS[1].split(), strict=True)}
_TCVN3_CAPITALS = dict(zip("ĂÂĐÊÔƠƯ", "¡¢§£¤¥¦", strict=True))

_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_VNI_TONES = {_GRAVE: "ø", _ACUTE: "ù", _HOOK: "û", _TILDE: "õ", _DOT: "ï"}
_VNI_HATS = {
    "\u0302": {"": "â", _ACUTE: "á", _GRAVE: "à", _HOOK: "å", _TILDE: "ã", _DOT: "ä"},
    "\u0306": {"": "ê", _ACUTE: "é", _GRAVE: "è", _HOOK: "ú", _TILDE: "ü", _DOT: "ë"},
}
_VNI_WHOLE = {"đ": "ñ", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}
_VNI_HORNS = {"o": "ô", "u": "ö"}


def in_tcvn3(text: str) -> str:
    """Write a text in TCVN3: capitals with tones do not exist there and lose nothing but their size."""
    return "".join(_TCVN3_CAPITALS.get(letter) or _TCVN3.get(letter.lower(), letter) for letter in text)


def in_vni(text: str) -> str:
    """Write a text in VNI: a vowel, then its tone or hat as a letter of its own."""
    return "".join(_vni_letter(letter) for letter in text)


def _vni_letter(letter: str) -> str:
    plain = letter.lower()
    written = _VNI_WHOLE.get(plain) or _vni_vowel(plain)
    return written.upper() if letter != plain else written


def _vni_vowel(plain: str) -> str:
    base, *marks = normalize("NFD", plain)
    tone = "".join(mark for mark in marks if mark in _VNI_TONES)
    hat = next((_VNI_HATS[mark] for mark in marks if mark in _VNI_HATS), None)
    if hat:
        return base + hat[tone]
    horned = _VNI_HORNS[base] if "\u031b" in marks else base
    return horned + _VNI_TONES.get(tone, "")
