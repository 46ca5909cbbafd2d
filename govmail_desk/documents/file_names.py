"""Names for files on a clerk's disk: safe on Windows, readable in Vietnamese, never over another file.

Not here: writing the files (`documents.writing`).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path, PurePath
from typing import Final
from unicodedata import category, normalize

from govmail_desk.domain.errors import StoreUnavailable

LONGEST_NAME: Final = 120
LONGEST_PATH: Final = 240
"""Windows programs still fail beyond 260 characters; the rest is room for Word's own lock and temporary files."""

LONGEST_ENDING: Final = 10
OUR_ENDINGS: Final = (".govmail-goi",)
"""Endings of ours that are longer."""
NAMELESS: Final = "tep"
FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*]+')
UNSEEN: Final = {"Cc", "Cf", "Cs", "Cn", "Co"}
RESERVED: Final = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)
"""Device names of Windows: a file of that name, with whatever ending, cannot be made."""


def safe_file_name(wanted: str) -> str:
    """Return a name Windows takes, at most 120 characters long, ending kept: `05/STTTT-VP.docx` becomes `05-STTTT-VP.docx`."""
    stem, ending = _parted(_cleaned(wanted))
    if RESERVED.fullmatch(stem.partition(".")[0].strip()):
        stem = f"_{stem}"
    return _shortened(stem, LONGEST_NAME - _units(ending)) + ending


def free_path(folder: Path, wanted: str, *, taken: Collection[str] = ()) -> Path:
    """Return a path in the folder that no file has, `taken` names included; a second one gets ` (2)`.

    Names that differ only in case or in how their letters are composed are one name. Raises `StoreUnavailable` where the
    folder's own path leaves no room.
    """
    there = {_sameness(name) for name in taken}
    if folder.is_dir():
        there |= {_sameness(entry.name) for entry in folder.iterdir()}
    name, count = _fitting(folder, safe_file_name(wanted)), 1
    while _sameness(name) in there:
        count += 1
        name = _fitting(folder, safe_file_name(wanted), mark=f" ({count})")
    return folder / name


def _fitting(folder: Path, name: str, *, mark: str = "") -> str:
    """Shorten a name so that the whole path fits, its mark and ending kept."""
    stem, ending = _parted(name)
    room = min(LONGEST_NAME, LONGEST_PATH - _units(str(folder.absolute())) - 1) - _units(mark + ending)
    if room < 1:
        raise StoreUnavailable(f"Đường dẫn thư mục «{folder}» quá dài. Hãy chọn thư mục khác, gần gốc ổ đĩa hơn.")
    return _shortened(stem, room) + mark + ending


def _cleaned(wanted: str) -> str:
    visible = "".join(" " if letter.isspace() else letter for letter in normalize("NFC", wanted))
    seen = "".join(letter for letter in visible if category(letter) not in UNSEEN)
    return " ".join(FORBIDDEN.sub("-", seen).split()).strip(" .")


def _parted(name: str) -> tuple[str, str]:
    """Part a name from its ending; a long tail behind a full stop is no ending."""
    ending = PurePath(name).suffix
    if (len(ending) > LONGEST_ENDING and ending not in OUR_ENDINGS) or " " in ending:
        ending = ""
    return (name.removesuffix(ending).rstrip(" .") or NAMELESS), ending


def _shortened(stem: str, most: int) -> str:
    while _units(stem) > most:
        stem = stem[:-1]
    return stem.rstrip(" .") or NAMELESS[:most]


def _units(text: str) -> int:
    """Count as Windows does, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _sameness(name: str) -> str:
    return normalize("NFC", name).casefold()
