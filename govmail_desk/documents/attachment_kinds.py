"""What an attached file truly is, whatever its name says: a program, an archive with one inside, an archive locked with a password.

Which of these a regulation refuses comes in with its article (`documents.email_draft`). Nothing is unpacked: an archive's own list of
names tells enough. RAR signatures and flags: https://www.rarlab.com/technote.htm; ZIP: APPNOTE 6.3.10 §4.4.4.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

PROGRAM_MARK: Final = b"MZ"
"""Programs and libraries of Windows begin with it however they are named."""
RAR4: Final = b"Rar!\x1a\x07\x00"
RAR5: Final = b"Rar!\x1a\x07\x01\x00"
_IS_LOCKED: Final = 0x1
_RAR4_HEAD: Final = 0x73
_RAR4_FILE: Final = 0x74
_RAR4_HEAD_LOCKED: Final = 0x80
_RAR4_FILE_LOCKED: Final = 0x04
_RAR4_HAS_DATA: Final = 0x8000
_RAR5_LOCKED: Final = 4
_LONGEST_WALK: Final = 10_000


def ending_of(name: str) -> str:
    """Return a name's ending as Windows takes it: lower case, dots and blanks at its end passed over."""
    return PurePath(name.rstrip(" .")).suffix.lower()


def refused_part(name: str, content: bytes, endings: frozenset[str]) -> str:
    """Name what of a file is of a refused kind: itself, or a file in the archive it is; empty where nothing is.

    Where kinds are refused at all, a program is refused under any name.
    """
    if ending_of(name) in endings:
        return name
    if endings and content.startswith(PROGRAM_MARK):
        return name
    return next((inside for inside in _names_inside(content) if ending_of(inside) in endings), "")


def is_locked(content: bytes) -> bool:
    """Say whether an archive asks for a password, for its files or for its very list of them."""
    if content.startswith(RAR4):
        return _is_locked_rar4(content)
    if content.startswith(RAR5):
        return _is_locked_rar5(content)
    return any(entry.flag_bits & _IS_LOCKED for entry in _entries(content))


def _entries(content: bytes) -> list[zipfile.ZipInfo]:
    if b"PK\x05\x06" not in content[-(1 << 17) :]:
        return []
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError):
        return []


def _names_inside(content: bytes) -> Iterator[str]:
    return (entry.filename for entry in _entries(content))


def _is_locked_rar4(content: bytes) -> bool:
    """Walk the blocks of a RAR 4 archive; each tells its kind, its flags and its length."""
    place = len(RAR4)
    for _ in range(_LONGEST_WALK):
        head = content[place : place + 11]
        if len(head) < 7:  # noqa: PLR2004  (the shortest block)
            return False
        kind, flags, length = head[2], int.from_bytes(head[3:5], "little"), int.from_bytes(head[5:7], "little")
        if (kind == _RAR4_HEAD and flags & _RAR4_HEAD_LOCKED) or (kind == _RAR4_FILE and flags & _RAR4_FILE_LOCKED):
            return True
        data = int.from_bytes(head[7:11], "little") if kind == _RAR4_FILE or flags & _RAR4_HAS_DATA else 0
        place += max(length + data, 7)
    return False


def _is_locked_rar5(content: bytes) -> bool:
    """Say whether a RAR 5 archive's list is locked, or one of its files has the record of a password."""
    place = len(RAR5)
    for _ in range(_LONGEST_WALK):
        size, start = _number(content, place + 4)
        if not size or start > len(content):
            return False
        kind, at = _number(content, start)
        if kind == _RAR5_LOCKED:
            return True
        flags, at = _number(content, at)
        extra, at = _number(content, at) if flags & 1 else (0, at)
        data, at = _number(content, at) if flags & 2 else (0, at)
        end = start + size
        if extra and _has_password_record(content, end - extra, end):
            return True
        place = end + data
    return False


def _has_password_record(content: bytes, place: int, end: int) -> bool:
    """Look through the extra records of a RAR 5 file for the one of type 1, file encryption."""
    while 0 < place < end:
        size, start = _number(content, place)
        kind, _ = _number(content, start)
        if kind == 1:
            return True
        if not size:
            return False
        place = start + size
    return False


def _number(content: bytes, place: int) -> tuple[int, int]:
    """Read a RAR 5 number (seven bits a byte, the lowest first) and the place behind it."""
    value = 0
    for shift in range(0, 70, 7):
        if place >= len(content):
            return 0, place
        byte = content[place]
        place += 1
        value |= (byte & 0x7F) << shift
        if not byte & 0x80:
            break
    return value, place
