"""The sizes operators' exports write, read as whole megabytes: `1.5 GB`, `512`, `1.5 GB (1,610,612,736 bytes)`.

A number without a unit is read by the unit its heading names, or by the one the clerk says; else it says nothing and asks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from govmail_desk.domain.sheet import Cell, CellKind
from govmail_desk.domain.vietnamese import clean, fold

SizeUnit = Literal["bytes", "kb", "mb", "gb", "tb"]

_SIZES: Final[tuple[SizeUnit, ...]] = ("bytes", "kb", "mb", "gb", "tb")
_BYTES: Final = {unit: 1024**place for place, unit in enumerate(_SIZES)}
_UNITS: Final[dict[str, SizeUnit]] = {
    "b": "bytes", "byte": "bytes", "bytes": "bytes",
    "k": "kb", "kb": "kb", "kib": "kb", "m": "mb", "mb": "mb", "mib": "mb",
    "g": "gb", "gb": "gb", "gib": "gb", "t": "tb", "tb": "tb", "tib": "tb",
}  # fmt: skip
_EXACT: Final = re.compile(r"\(\s*([\d.,\s]{1,24})\s*bytes?\s*\)", re.ASCII)
_SIZE: Final = re.compile(r"(\d[\d.,\s]{0,23})\s*([a-z]{1,5})?", re.ASCII)
_PLAIN: Final = re.compile(r"\d+(?:[.,\s]\d+)*", re.ASCII)
_GROUPED: Final = re.compile(r"\d{1,3}(?:([.,\s])\d{3})(?:\1\d{3})*", re.ASCII)
_UNLIMITED: Final = frozenset({
    "unlimited", "khong gioi han", "vo han", "no limit", "none", "khong han che", "-1",
})  # fmt: skip
_NOTHING: Final = frozenset({"", "-", "--", "n/a", "na", "null", "chua co", "khong ro", "?"})
_LONGEST: Final = 64
_LARGEST: Final = 10**8  # in megabytes: no mailbox of anybody's

_IN_HEADING: Final[tuple[tuple[SizeUnit, re.Pattern[str]], ...]] = (
    ("gb", re.compile(r"\bgi?b\b")),
    ("mb", re.compile(r"\bmi?b\b")),
    ("kb", re.compile(r"\bki?b\b")),
    ("bytes", re.compile(r"\bbytes?\b")),
)


@dataclass(frozen=True, slots=True)
class Size:
    """What a cell says of a size, in whole megabytes; None where it says nothing or that there is no limit."""

    mb: int | None = None
    doubt: str = ""


def unit_in_heading(heading: str) -> SizeUnit | None:
    """Say which unit a heading names: `Đã dùng (MB)`."""
    plain = fold(clean(heading))
    return next((unit for unit, named in _IN_HEADING if named.search(plain)), None)


def read_size(cell: Cell, unit: SizeUnit | None) -> Size:
    """Read one cell; `unit` is what a number without one is in."""
    plain = fold(clean(cell.text[:_LONGEST]))
    if plain in _NOTHING or plain in _UNLIMITED:
        return Size()
    if exact := _EXACT.search(plain):
        return _told(_number(exact[1], cell.kind, "bytes"), "bytes", cell)
    found = _SIZE.fullmatch(plain)
    if found is None or (found[2] and found[2] not in _UNITS):
        return _unreadable(cell)
    said = _UNITS[found[2]] if found[2] else unit
    if said is None:
        return Size(doubt=f"Dung lượng «{clean(cell.text)}» không ghi đơn vị; hãy chọn MB, GB hay byte cho cột này.")
    return _told(_number(found[1], cell.kind, said), said, cell)


def _told(number: float | None, unit: SizeUnit, cell: Cell) -> Size:
    if number is None:
        return _unreadable(cell)
    megabytes = int(number * _BYTES[unit] / _BYTES["mb"] + 0.5)
    return Size(megabytes) if megabytes <= _LARGEST else _unreadable(cell)


def _number(text: str, kind: CellKind, unit: SizeUnit) -> float | None:
    """Read a number as people and programs group it; one lone mark before three digits groups, save in gigabytes."""
    tight = text.strip()
    if not _PLAIN.fullmatch(tight):
        return None
    if kind is not CellKind.NUMBER and _GROUPED.fullmatch(tight) and (unit not in {"gb", "tb"} or _marks(tight) > 1):
        return float(re.sub(r"[.,\s]", "", tight))
    plain = re.sub(r"\s", "", tight)
    last = max(plain.rfind("."), plain.rfind(","))
    if last >= 0:
        plain = re.sub(r"[.,]", "", plain[:last]) + "." + plain[last + 1 :]
    return float(plain)


def _marks(text: str) -> int:
    return sum(not letter.isdigit() for letter in text)


def _unreadable(cell: Cell) -> Size:
    return Size(doubt=f"Dung lượng «{clean(cell.text[:_LONGEST])}» không đọc được.")
