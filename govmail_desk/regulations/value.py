"""Read a value of the catalogue strictly from what TOML or JSON gives, and turn it back.

Nothing is coerced: an unknown field, a number in quotes or a missing part is refused with a Vietnamese reason that
names the place. msgspec passes over unknown fields of a dataclass and cannot build `Pattern`, so the walk is ours.
Which value belongs to which key: `govmail_desk.domain.regulation`. Whole files: `govmail_desk.regulations.loader`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints
from unicodedata import normalize

from govmail_desk.domain.address import Pattern
from govmail_desk.domain.errors import RuleBroken

LONGEST_TEXT: Final = 2_000
LARGEST_NUMBER: Final = 1_000_000
LONGEST_SHOWN: Final = 80
"""These only keep nonsense out of the window and out of arithmetic; no regulation comes near them."""


class Misfit(Exception):
    """A value that does not fit: where inside the provision, and why, in Vietnamese."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"«{shown(place)}» {reason}")


def shown(text: str) -> str:
    """Cut a text taken from a stranger's file to what a sentence can carry."""
    return "".join(letter if letter.isprintable() else "?" for letter in text[:LONGEST_SHOWN])


@dataclass(frozen=True, slots=True)
class Part:
    """One field of a shape: its type, and whether it may be left out."""

    type: Any
    is_required: bool


def read(kind: Any, raw: object, place: str) -> Any:
    """Return `raw` as a value of type `kind`; `place` names it in the `Misfit` raised where it does not fit."""
    if kind in READERS:
        return READERS[kind](raw, place)
    origin = get_origin(kind)
    if origin in {Union, UnionType}:
        return read(get_args(kind)[0], raw, place)
    if origin is Literal:
        return _word(get_args(kind), raw, place)
    if origin is tuple:
        return _several(get_args(kind)[0], raw, place)
    return _shape(kind, raw, place)


def read_fields(kind: Any, raw: object, place: str, *, leaving: Collection[str] = ()) -> dict[str, Any]:
    """Read a dataclass's fields from a table; those in `leaving` must not stand in it."""
    if not isinstance(raw, dict):
        raise Misfit(place, "phải là một bảng { … }")
    known = {name: part for name, part in parts_of(kind).items() if name not in leaving}
    inside = f"{place}." if place else ""
    for name in raw:
        if name not in known:
            raise Misfit(f"{inside}{name}", f"là phần lạ; chỉ có các phần {', '.join(known)}")
    for name, part in known.items():
        if part.is_required and name not in raw:
            raise Misfit(f"{inside}{name}", "còn thiếu")
    return {name: read(known[name].type, value, f"{inside}{name}") for name, value in raw.items()}


def plain(value: Any) -> Any:
    """Turn a value into what JSON and TOML know; `read` gives it back. Parts left at their default are left out."""
    if isinstance(value, Pattern):
        return value.form
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        held = {field.name: (getattr(value, field.name), field.default) for field in fields(value) if field.init}
        return {name: plain(part) for name, (part, default) in held.items() if part != default}
    return value


@cache
def parts_of(kind: Any) -> dict[str, Part]:
    """Name the fields of a shape in order, with their types."""
    hints = get_type_hints(kind)
    return {
        field.name: Part(hints[field.name], field.default is MISSING and NoneType not in get_args(hints[field.name]))
        for field in fields(kind)
        if field.init
    }


def _shape(kind: type[Any], raw: object, place: str) -> Any:
    parts = read_fields(kind, raw, place)
    try:
        return kind(**parts)
    except ValueError as impossible:
        raise Misfit(place, f"không dùng được: {impossible}") from impossible


def _text(raw: object, place: str) -> str:
    if not isinstance(raw, str):
        raise Misfit(place, "phải là chữ, đặt trong dấu ngoặc kép")
    text = normalize("NFC", raw)
    if not text.strip():
        raise Misfit(place, "đang để trống")
    if len(text) > LONGEST_TEXT:
        raise Misfit(place, f"dài quá {LONGEST_TEXT} chữ cái")
    if not text.isprintable():
        raise Misfit(place, "có ký tự điều khiển hoặc ký tự ẩn; hãy viết trên một dòng")
    return text


def _whole_number(raw: object, place: str) -> int:
    if not isinstance(raw, int) or isinstance(raw, bool):
        raise Misfit(place, "phải là số nguyên, không có ngoặc kép")
    if not 1 <= raw <= LARGEST_NUMBER:
        raise Misfit(place, "phải là số từ 1 trở lên và không quá lớn")
    return raw


def _measure(raw: object, place: str) -> float:
    if not isinstance(raw, int | float) or isinstance(raw, bool):
        raise Misfit(place, "phải là số, không có ngoặc kép")
    if not 0 < raw <= LARGEST_NUMBER:
        raise Misfit(place, "phải là số lớn hơn 0 và không quá lớn")
    return float(raw)


def _truth(raw: object, place: str) -> bool:
    if not isinstance(raw, bool):
        raise Misfit(place, "phải là true hoặc false")
    return raw


def _day(raw: object, place: str) -> date:
    if not isinstance(raw, date) or isinstance(raw, datetime):
        raise Misfit(place, "phải là ngày, viết như 2025-01-31, không có ngoặc kép")
    return raw


def _pattern(raw: object, place: str) -> Pattern:
    try:
        return Pattern(_text(raw, place))
    except RuleBroken as unknown:
        raise Misfit(place, f"không dùng được: {unknown.sentence.rstrip('.')}") from unknown


def _word(words: tuple[str, ...], raw: object, place: str) -> str:
    if not isinstance(raw, str) or raw not in words:
        raise Misfit(place, f"phải là một trong các chữ: {', '.join(words)}")
    return raw


def _several(kind: Any, raw: object, place: str) -> tuple[Any, ...]:
    if not isinstance(raw, list) or not raw:
        raise Misfit(place, "phải là một danh sách [ … ] có ít nhất một phần")
    parts = tuple(read(kind, part, f"{place}[{at}]") for at, part in enumerate(raw, start=1))
    if len(set(parts)) < len(parts):
        raise Misfit(place, "có phần viết lặp lại")
    return parts


READERS: Final = {str: _text, int: _whole_number, float: _measure, bool: _truth, date: _day, Pattern: _pattern}
