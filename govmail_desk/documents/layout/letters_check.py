"""The letters themselves: Unicode as TCVN 6909 has it, nothing of the old encodings, no marks apart from their letters.

Not here: old fonts by name (`layout.looks_check`), converting such text (`domain.legacy_fonts`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final
from unicodedata import category, combining, is_normalized

from govmail_desk.documents.layout.components import Components
from govmail_desk.documents.layout.reading import Paragraph
from govmail_desk.documents.layout.told import deviation, quoted
from govmail_desk.domain.layout import Finding, Layout, Severity
from govmail_desk.domain.legacy_fonts import encoding_of_text
from govmail_desk.domain.syllable import is_syllable
from govmail_desk.domain.vietnamese import MARKED_LETTERS, look_alikes_of_d

WHERE: Final = "Bộ mã ký tự"
UNSEEN: Final = frozenset({"Cf", "Co", "Cn"})
"""Formatting signs and letters of nobody; `\\xad` and zero widths come in with text copied from elsewhere."""

LETTERLIKE_SIGNS: Final = frozenset("ªº")
PUNCTUATION: Final = ".,;:!?()[]“”\"'…/-"
ASKED: Final = "chữ Việt dựng sẵn mã Unicode theo TCVN 6909:2001"

Odd = list[tuple[Paragraph, str]]


def letter_deviations(found: Components, layout: Layout) -> Iterator[Finding]:
    """Look at every word of the paper; each kind of fault is one finding with its first word."""
    paragraphs = [one for one in (*found.paper.paragraphs, *found.paper.margins) if not one.text.isascii()]
    kinds: tuple[tuple[Callable[[str], bool], str, str, Severity], ...] = (
        (_is_old, "gõ bằng bảng mã cũ (TCVN3, VNI)", "chuyển chữ này sang Unicode hoặc gõ lại", "wrong"),
        (_is_decomposed, "có dấu tách rời khỏi chữ", "gõ lại chữ này bằng bảng mã Unicode dựng sẵn", "wrong"),
        (_is_look_alike, "có chữ trông giống mà không phải chữ Việt", "gõ lại chữ này", "wrong"),
        (_is_foreign, "có chữ không thuộc chữ Việt", "xem lại và gõ lại nếu là nhầm", "look"),
        (_has_unseen, "có ký tự ẩn", "xóa rồi gõ lại chữ này", "look"),
    )
    told: set[tuple[int, str]] = set()
    for is_odd, now, mend, severity in kinds:
        odd = [(one, word) for one in paragraphs for word in _words(one, is_odd) if (id(one), word) not in told]
        told |= {(id(one), word) for one, said in odd for word in (said, *said.split())}
        if odd:
            yield _told(found, layout, odd, now=now, mend=mend, severity=severity)


def _words(paragraph: Paragraph, is_odd: Callable[[str], bool]) -> Iterator[str]:
    """The odd words; a text typed in an old font from end to end is odd as a whole."""
    odd = [word for word in paragraph.text.split() if not word.isascii() and is_odd(word)]
    is_whole = is_odd is _is_old and odd and encoding_of_text(paragraph.text) is not None
    yield from (paragraph.text,) if is_whole else odd


def _is_old(word: str) -> bool:
    """No syllable as it stands and one once converted: `Nguyeãn`; `Toán` is one already."""
    bare = word.strip(PUNCTUATION)
    return not is_syllable(bare) and encoding_of_text(bare) is not None


def _is_decomposed(word: str) -> bool:
    return not is_normalized("NFC", word) or any(map(combining, word))


def _is_look_alike(word: str) -> bool:
    """A đ of another alphabet, or a word of Latin letters with Cyrillic or Greek ones among them."""
    scripts = {ord(letter) >> 8 in FOREIGN_PAGES for letter in word if letter.isalpha()}
    return bool(look_alikes_of_d(word)) or scripts == {True, False}


FOREIGN_PAGES: Final = frozenset({0x03, 0x04, 0x05})
"""The pages of Unicode that hold Greek and Cyrillic; the marks of U+0300 are no letters."""


def _is_foreign(word: str) -> bool:
    return any(map(_is_outside, word))


def _is_outside(letter: str) -> bool:
    is_letter = category(letter)[0] == "L" and letter not in LETTERLIKE_SIGNS
    return is_letter and not letter.isascii() and letter not in MARKED_LETTERS


def _has_unseen(word: str) -> bool:
    return any(category(letter) in UNSEEN for letter in word)


def _told(found: Components, layout: Layout, odd: Odd, *, now: str, mend: str, severity: Severity) -> Finding:
    one, word = odd[0]
    rest = len({(id(paragraph), said) for paragraph, said in odd}) - 1
    is_placed = any(one is other for other in found.paper.paragraphs)
    return deviation(
        layout,
        layout.asks("charset"),
        where=WHERE,
        now=f"Chữ {quoted(word)}{f' và {rest} chỗ khác' if rest else ''} trong {quoted(one.text)} {now}",
        asks=ASKED,
        mend=mend,
        paragraph=one if is_placed else None,
        severity=severity,
    )
