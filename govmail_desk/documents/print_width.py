"""How wide a text prints in Times New Roman, so that drawn rules and line breaks fit it.

Widths are those of Times in the Adobe Core 14 metrics, in thousandths of the size; Times New Roman and Liberation Serif
share them. A marked letter is as wide as its plain one, ơ and ư apart. Not here: drawing (`documents.letter`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Final
from unicodedata import normalize

MM_PER_POINT: Final = 25.4 / 72

_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzĐđƠƯơư0123456789 !\"#$%&'()*+,-./:;<=>?@_"
_DIGITS: Final = (500,) * 10

_REGULAR: Final = (
    *(722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889),
    *(722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611),
    *(444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778),
    *(500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444),
    *(722, 500, 722, 776, 529, 542, *_DIGITS),
    *(250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250),
    *(333, 250, 278, 278, 278, 564, 564, 564, 444, 921, 500),
)
_BOLD: Final = (
    *(722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944),
    *(722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667),
    *(500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833),
    *(556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444),
    *(722, 556, 778, 796, 554, 600, *_DIGITS),
    *(250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250),
    *(333, 250, 278, 333, 333, 570, 570, 570, 500, 930, 500),
)
_WIDTHS: Final = {
    False: dict(zip(_LETTERS, _REGULAR, strict=True)),
    True: dict(zip(_LETTERS, _BOLD, strict=True)),
}
_UNKNOWN: Final = 722
HORN: Final = "\u031b"


@lru_cache(maxsize=4096)
def text_width_mm(text: str, *, size_pt: float, is_bold: bool = False) -> float:
    """Return how wide the text prints on one line, in millimetres."""
    return sum(_letter_width(letter, is_bold) for letter in text) * size_pt * MM_PER_POINT / 1000


@lru_cache(maxsize=256)
def balanced_lines(text: str, *, width_mm: float, size_pt: float, is_bold: bool = False) -> tuple[str, ...]:
    """Break the text into as few lines as fit the width, about equally long; breaks written in it are kept."""
    measured = _Measured(size_pt, is_bold)
    return tuple(line for written in text.splitlines() for line in _balanced(measured, written.split(), width_mm))


@lru_cache(maxsize=4096)
def line_count(text: str, *, width_mm: float, size_pt: float) -> int:
    """Count the lines an upright text takes in a column; a word wider than the column is broken, as Excel does."""
    measured = _Measured(size_pt, False)
    lines = [line for written in text.splitlines() for line in measured.filled(written.split(), width_mm)]
    return max(1, sum(max(1, ceil(measured.width(line) / width_mm)) for line in lines))


@dataclass(frozen=True, slots=True)
class _Measured:
    """Words measured in one size of letter."""

    size_pt: float
    is_bold: bool

    def width(self, text: str) -> float:
        return text_width_mm(text, size_pt=self.size_pt, is_bold=self.is_bold)

    def filled(self, words: list[str], limit: float) -> list[str]:
        """Put each word on the line before it while it fits, as Word does."""
        lines: list[list[str]] = []
        space, room = self.width(" "), 0.0
        for word in words:
            width = self.width(word)
            room -= space + width
            if lines and room >= 0:
                lines[-1].append(word)
            else:
                lines.append([word])
                room = limit - width
        return [" ".join(line) for line in lines]


def _balanced(measured: _Measured, words: list[str], limit: float) -> list[str]:
    best = measured.filled(words, limit)
    for narrower in range(int(limit), 0, -2):
        tried = measured.filled(words, narrower)
        if len(tried) > len(best):
            break
        if not any(line.startswith("-") for line in tried):
            best = tried
    return best


@lru_cache(maxsize=1024)
def _letter_width(letter: str, is_bold: bool) -> int:
    widths = _WIDTHS[is_bold]
    return widths.get(letter) or widths.get(_without_tone(letter)) or widths.get(normalize("NFKD", letter)[0], _UNKNOWN)


def _without_tone(letter: str) -> str:
    """Keep the horn of ơ and ư, which makes them wider, and drop the tone."""
    decomposed = normalize("NFD", letter)
    return normalize("NFC", decomposed[0] + HORN) if HORN in decomposed else decomposed[0]
