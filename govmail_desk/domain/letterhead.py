"""The fixed parts of a paper, by NĐ 30/2020, Phụ lục I: number line, addressees, bases, signature, recipients.

Not here: dates (`domain.paper_date`), what a request says (`domain.letter_text`), sizes and places on the page
(`documents.letter` and the forms).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.settings import Signer, SignerAuthority

ROOM_FOR_NUMBER: Final = " " * 5
"""The blank a draft keeps before the stroke; the number is given by văn thư, never by the program."""

ABBREVIATIONS: Final[dict[SignerAuthority, str]] = {
    "deputy": "KT.",
    "acting": "Q.",
    "by-order": "TL.",
    "by-authorisation": "TUQ.",
}
"""What stands before the post signed for, or before the acting head's own (NĐ 30/2020, PL I, II.7b)."""

COLLECTIVES: Final = ("Ủy ban nhân dân", "Uỷ ban nhân dân", "Hội đồng nhân dân")
"""Bodies that decide together, as both spellings have them; signed for without the name of the place."""

SHORTENED: Final = {"(ủy|uỷ) ban nhân dân": "UBND", "hội đồng nhân dân": "HĐND"}
"""Common words of names, in every spelling of them, and what is written for them."""

AS_ABOVE: Final = "Như trên"


@dataclass(frozen=True, slots=True)
class Signature:
    """The block a paper ends with: by which authority, in which post, who signs."""

    authority: tuple[str, ...]
    """`TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`; empty for a head who signs alone."""
    post: str
    name: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines above the room for the signature, in capitals."""
        return (*self.authority, self.post)


def numbered(symbol: str, number: str = "") -> str:
    """Write number and symbol: `05/STTTT-VP`; before văn thư has given a number, its room stays blank."""
    kept = number.strip()
    padded = kept.zfill(2) if kept.isdigit() else kept
    return f"{padded or ROOM_FOR_NUMBER}/{symbol.strip().upper()}"


def number_line(symbol: str, number: str = "") -> str:
    """Write the line under the issuing body: `Số: 05/STTTT-VP`, on a draft `Số:      /STTTT-VP`."""
    return f"Số: {numbered(symbol, number)}"


def signature(signer: Signer, *, collective: str = "") -> Signature:
    """Word the signature block of `signer`; `collective` is the body that decides together (a UBND), signed `TM.` for.

    Raises `RuleBroken` where someone signs for a head whose post is not known.
    """
    authority = [f"TM. {collective.upper()}"] if collective and signer.authority in {"head", "deputy", "acting"} else []
    post = signer.post.upper()
    abbreviation = ABBREVIATIONS.get(signer.authority)
    if signer.authority == "acting":
        post = f"{abbreviation} {post}"
    elif abbreviation:
        authority.append(f"{abbreviation} {_head_post(signer).upper()}")
    return Signature(tuple(authority), post, signer.full_name)


def abbreviated(parent_body: str) -> str:
    """Shorten the common words in the name of the body above, as the decree has it (PL I, II.2a): `UBND tỉnh Ninh Bình`."""
    for words, short in SHORTENED.items():
        parent_body = re.sub(words, short, parent_body, flags=re.IGNORECASE)
    return parent_body


def collective_name(body: str) -> str:
    """Return what `TM.` is written for: `Ủy ban nhân dân` of a UBND whatever its place, any other body whole."""
    return next((name for name in COLLECTIVES if body.lower().startswith(name.lower())), body)


def _head_post(signer: Signer) -> str:
    if signer.head_post:
        return signer.head_post
    raise RuleBroken(
        f"Người ký {signer.full_name} ký {ABBREVIATIONS[signer.authority]} nhưng chưa ghi ký thay chức vụ nào. "
        "Hãy ghi chức vụ người đứng đầu ở trang Thiết lập, mục Người ký.",
        cite="NĐ 30/2020, PL I, II.7b",
        why="Chữ viết tắt quyền hạn đứng trước chức vụ của người đứng đầu cơ quan, tổ chức.",
    )


def subject_line(subject: str) -> str:
    """Write a letter's subject under its number: `V/v đề nghị …`."""
    return f"V/v {subject.removeprefix('V/v').strip().rstrip('.')}"


def titled_subject(subject: str) -> str:
    """Write the subject under the name of a paper that has one: `Về việc đề nghị …`."""
    return f"Về việc {subject_line(subject).removeprefix('V/v ')}"


def addressee_lines(addressees: Sequence[str]) -> tuple[str, ...]:
    """Write two or more addressees, each on its line: `- Bộ Nội vụ;`, the last one ending with a full stop."""
    return _listed([f"- {_bare(addressee)}" for addressee in addressees])


def base_lines(bases: Sequence[str]) -> tuple[str, ...]:
    """End each legal basis with a semicolon and the last one with a full stop."""
    return _listed([_bare(base) for base in bases])


def recipient_lines(
    others: Sequence[str], *, filing: str, drafter_code: str = "", copies_count: int | None = None
) -> tuple[str, ...]:
    """Write the lines under `Nơi nhận` of a letter: `- Như trên;`, the others, and last `- Lưu:`.

    `filing` is the drafting section's short name, `drafter_code` (ô 12) the drafter's, with the count of copies made.
    """
    lines = [f"- {_bare(line.removeprefix('- '))};" for line in (AS_ABOVE, *others) if _bare(line)]
    section = f", {filing.strip()}" if filing.strip() else ""
    code = f" {_drafter(drafter_code, copies_count)}" if drafter_code.strip() else ""
    return (*lines, f"- Lưu: VT{section}.{code}")


def ended(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Close the body of a paper: its last paragraph ends with `./.` and nothing else."""
    kept = [paragraph.strip() for paragraph in paragraphs if paragraph.strip()]
    return (*kept[:-1], f"{_bare(kept[-1])}./.") if kept else ()


def attached_to(*, body: str, date_words: str, symbol: str, number: str = "", paper: str = "Công văn") -> str:
    """Write the line under an attached list's title, naming the paper it goes with (NĐ 30/2020, PL I, III.1c)."""
    return f"(Kèm theo {paper} số {numbered(symbol, number)} {date_words} của {body})"


def attached_to_mail(*, body: str, date_words: str) -> str:
    """Write the line under the title of a list that goes with an e-mail alone, which has no number."""
    return f"(Kèm theo thư điện tử {date_words} của {body})"


def _listed(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(line + (";" if place < len(lines) else ".") for place, line in enumerate(lines, start=1))


def _bare(line: str) -> str:
    """Take the closing marks off a line, so that ours can be set."""
    return line.strip().removesuffix("./.").rstrip(" ;.,")


def _drafter(code: str, copies_count: int | None) -> str:
    return code.strip().upper() + (f".({copies_count:02d})" if copies_count else "")
