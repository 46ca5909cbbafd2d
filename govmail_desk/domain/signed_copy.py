"""Which text of the minutes a signed copy belongs to, told by the mark printed in its footer; and what that makes of the handover.

The mark is made in `domain.minutes_text`, a file is read by `documents.signed_copy`, kept by `operations.signed_copies`; whether it
says the text word for word is `domain.word_for_word`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from govmail_desk.domain.handover import Belongs, Minutes, SignedCopy
from govmail_desk.domain.vietnamese import fold

Signing = Literal["none", "older", "unidentified", "signed"]
"""How far signing has come: no copy yet, one of an earlier text only, one nobody told the text of, one of the newest text."""

SIGNINGS: Final[Mapping[Signing, str]] = {
    "none": "Chưa có bản ký",
    "older": "Chỉ có bản ký của biên bản trước",
    "unidentified": "Có bản ký, chưa rõ của biên bản nào",
    "signed": "Đã có bản ký",
}
"""What the register and the list say of a handover."""
SIGNED: Final = SIGNINGS["signed"]
_MARK: Final = re.compile(r"(?<![0-9A-F])([0-9A-F]{4})\s?[-–]\s?([0-9A-F]{4})(?![0-9A-F])", re.IGNORECASE)
_NAMED_MARK: Final = re.compile(r"dau bien ban\W*([0-9a-f]{4})\s?[-–]\s?([0-9a-f]{4})(?![0-9a-f])")


@dataclass(frozen=True, slots=True)
class Belonging:
    """What the mark of a copy says: whether it is of this handover's minutes, of which edition, and in a sentence."""

    belongs: Belongs
    sentence: str
    minutes: Minutes | None = None


def marks_in(text: str) -> tuple[str, ...]:
    """Find everything in a text that looks like a mark, those named as one first."""
    named = (f"{first}-{last}".upper() for first, last in _NAMED_MARK.findall(fold(text)))
    shaped = (f"{first}-{last}".upper() for first, last in _MARK.findall(text))
    return tuple(dict.fromkeys((*named, *shaped)))


def typed_mark(text: str) -> str:
    """Return a mark as typed, tidy; empty where it is none."""
    found = _MARK.fullmatch(text.strip())
    return f"{found[1]}-{found[2]}".upper() if found else ""


def stray_mark(text: str, editions: Sequence[Minutes]) -> str:
    """Say that a mark as typed is of no edition of this handover, and which there are; empty where it is of one, or no mark yet."""
    mark = typed_mark(text)
    if not mark or mark in {one.mark for one in editions}:
        return ""
    if not editions:
        return "Lần bàn giao này chưa lập biên bản nào nên chưa có dấu. Hãy để trống."
    printed = "; ".join(f"bản thứ {one.edition} in dấu {one.mark}" for one in editions)
    return (
        f"Không có biên bản nào của lần bàn giao này mang dấu {mark}. Ở chân trang, {printed}. Hãy xem lại bản đã ký."
    )


def belonging(text: str, editions: Sequence[Minutes], others: Sequence[Minutes]) -> Belonging:
    """Say what a text tells by its mark; `editions` are of this handover, the newest last, `others` of all other handovers."""
    marks = marks_in(text)
    own = {one.mark: one for one in editions}
    strange = {one.mark: one for one in others}
    for mark in marks:
        if mark in own:
            return _of_this(own[mark], editions[-1])
    for mark in marks:
        if mark in strange:
            return Belonging("no", f"Tệp mang dấu {mark} của biên bản lần bàn giao khác. Hãy kiểm tra lại tệp.")
    if named := _NAMED_MARK.search(fold(text)):
        mark = f"{named[1]}-{named[2]}".upper()
        return Belonging("no", f"Tệp mang dấu {mark}, không phải của biên bản nào trong sổ. Hãy kiểm tra lại tệp.")
    return Belonging("unknown", "Không đọc được dấu biên bản trong tệp. Hãy gõ dấu in ở chân trang của bản đã ký.")


def signing(copies: Iterable[SignedCopy], editions: Sequence[Minutes]) -> Signing:
    """Say how far the signing of a handover's minutes has come; a copy found to be of something else does not count."""
    standing = [one for one in copies if one.belongs != "no"]
    signed_ids = {one.minutes_id for one in standing if one.belongs == "yes"}
    if editions and editions[-1].id in signed_ids:
        return "signed"
    if any(one.belongs == "unknown" for one in standing):
        return "unidentified"
    return "older" if signed_ids else "none"


def told(copy: SignedCopy, editions: Sequence[Minutes]) -> str:
    """Say in one sentence which text a kept copy belongs to."""
    mine = next((one for one in editions if one.id == copy.minutes_id), None)
    match copy.belongs:
        case "yes" if mine is not None:
            return _of_this(mine, editions[-1]).sentence
        case "no" if mine is not None:
            return (
                f"Tệp mang dấu của biên bản bản thứ {mine.edition} nhưng chữ ký số hoặc nội dung không đúng bản đó, "
                "nên không tính là bản đã ký."
            )
        case "no":
            return "Bản này không phải biên bản của lần bàn giao này."
        case _:
            return "Chưa xác định bản này thuộc bản nào của biên bản. Hãy gõ dấu in ở chân trang."


def _of_this(mine: Minutes, newest: Minutes) -> Belonging:
    later = "" if mine.id == newest.id else f", sau đó đã có bản thứ {newest.edition}"
    return Belonging("yes", f"Bản đã ký của biên bản bản thứ {mine.edition}, dấu {mine.mark}{later}.", mine)
