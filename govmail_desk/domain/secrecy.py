"""A note that seems to hold a password is refused before it is written: no table, file or journal has a place for one.

What a regulation asks of keeping passwords secret is data (`password.secrecy`, `handover.secrets`); it is not here.
"""

from __future__ import annotations

import re
from typing import Final

from govmail_desk.domain.errors import SecretTold
from govmail_desk.domain.vietnamese import clean, fold

_NAMED: Final = re.compile(
    r"(?<!\w)(?:m[aâậ]t\s?kh[aâấẩ]u|mk|mkhau|pass(?:\s?word|wd|code|phrase)?|pwd?|otp|m[aã]\s?pin)(?!\w)", re.IGNORECASE
)
"""What people call a password in a note."""
_CLAUSE_END: Final = re.compile(r"[,;]|\.(?=\s|$)")
_TOLD: Final = re.compile(r"[:=→]|->|(?<!\w)(?:là|la|thành|thanh)(?!\w)", re.IGNORECASE)
"""What comes before a password once it is named: `mật khẩu: …`, `pass=…`, `mật khẩu mới là …`, `đổi thành …`."""
_AROUND: Final = " \"'“”‘’()[]<>{}-–—/.,;!?"
_NO_SECRET: Final = re.compile(
    r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{1,2}[h:]\d{0,2}|[\w.-]+@[\w-]+(?:\.[\w-]+)+|\d+/(?:\d{4}/)?[A-ZĐ][A-ZĐ\d-]*"
    r"|(?:[NQ]?Đ|TT|Q)\d{1,3}(?:\.\d+)*[a-zđ]?|\d+%|https?:\S*"
)
"""A day, an hour, a mail address, a document's number, an article, a share: what has digits in it and is no password."""
_SYMBOL: Final = re.compile(r"[!@#$%^&*?+=~|\\_]")
_FILE: Final = re.compile(r".+\.[a-z0-9]{2,4}", re.IGNORECASE)
_DEEDS: Final = frozenset({"giao", "trao", "doi", "nhan", "gui", "cap", "dan", "niem", "so", "ngay", "luc", "tai"})
"""Words between the name and the mark that tell of a deed: what follows is then a person, a place, a number or a day."""
_PLAIN_WORDS: Final = {
    "ai", "ba", "ban", "bao", "bi", "bon", "can", "cap", "cho", "chua", "chung", "co", "con", "cong", "cu", "cua",
    "da", "dan", "dat", "do", "doi", "dung", "duoc", "ghi", "giao", "giay", "giu", "gui", "hai", "het", "hom",
    "khi", "khong", "loai", "luc", "manh", "mat", "moi", "mot", "nam", "nay", "nen", "ngay", "nguoi", "nhan",
    "nhu", "niem", "phai", "phong", "qua", "rieng", "roi", "sai", "sau", "se", "tai", "thang", "theo", "thu",
    "tiep", "trao", "trong", "truc", "truoc", "truong", "tu", "van", "xem", "xong", "yeu",
}  # fmt: skip
"""With these a sentence about a password goes on; letters alone that are none of them may be the password."""
_SHORTEST_NUMBER: Final = 4
_SHORTEST_BARE: Final = 6
_NEAR: Final = 5
"""How many words after the name are looked at where nothing marks it."""
_LOOKS_MIXED: Final = 3

SENTENCE: Final = (
    "Ghi chú có vẻ chứa mật khẩu. Hãy bỏ phần đó đi; sổ chỉ ghi mật khẩu đã giao, đã đổi ngày nào và bằng cách nào."
)


def refuse_password(text: str) -> None:
    """Refuse a free note that looks as if it held a password; the refusal never repeats it.

    Raises `SecretTold`.
    """
    if holds_password(text):
        raise SecretTold(SENTENCE, why="Ai đọc được sổ, bản sao lưu hay biên bản cũng sẽ đọc được mật khẩu ấy.")


def without_password(text: str) -> str:
    """Take a free note, clean; one that seems to hold a password is refused."""
    refuse_password(text)
    return clean(text)


def holds_password(text: str) -> bool:
    """Say whether a note seems to hold a password: one named and told, or a word by itself that can hardly be anything else."""
    note = clean(text)
    return _is_bare_password(note) or any(_told_after(note[named.end() :]) for named in _NAMED.finditer(note))


def _told_after(rest: str) -> bool:
    clause = _clause(rest)
    return any(_is_told(clause, mark) for mark in _TOLD.finditer(clause)) or any(
        _is_strong(word) for word in clause.split()[:_NEAR]
    )


def _clause(rest: str) -> str:
    """Cut off where the clause ends: another one speaks of something else."""
    end = _CLAUSE_END.search(rest)
    return rest[: end.start()] if end else rest


def _is_told(clause: str, mark: re.Match[str]) -> bool:
    between, after = clause[: mark.start()], clause[mark.end() :].split()
    word = after[0].strip(_AROUND) if after else ""
    if not word or _NO_SECRET.fullmatch(word):
        return False
    has_deed = not _DEEDS.isdisjoint(fold(between).split())
    if word.isdigit():
        return len(word) >= _SHORTEST_NUMBER and not has_deed
    if not word.isalpha():
        return _is_mixed(word)
    return _may_be_word(word) and (len(after) == 1 if mark[0].isalpha() else not has_deed)


def _may_be_word(word: str) -> bool:
    """A word of plain letters with no mark of Vietnamese on it, and none a sentence would go on with."""
    return word.isascii() and word.lower() not in _PLAIN_WORDS


def _is_mixed(word: str) -> bool:
    return _class_count(word) > 1 and any(letter.isalnum() for letter in word)


def _is_strong(word: str) -> bool:
    """A word with nothing to mark it, made as only passwords are: letters, digits and more mixed, or a long row of digits."""
    bare = word.strip(_AROUND)
    if len(bare) < _SHORTEST_BARE or "/" in bare or _NO_SECRET.fullmatch(bare):
        return False
    return bare.isdigit() or _class_count(bare) >= _LOOKS_MIXED or (_has_digit(bare) and bool(_SYMBOL.search(bare)))


def _is_bare_password(note: str) -> bool:
    """A whole note of one word with letters, digits and a sign of a password: no address, number or file's name."""
    is_one_word = len(note) >= _SHORTEST_BARE and " " not in note and "/" not in note
    if not is_one_word or _NO_SECRET.fullmatch(note) or _FILE.fullmatch(note):
        return False
    return _has_digit(note) and any(letter.isalpha() for letter in note) and bool(re.search(r"[!@#$%^&*?]", note))


def _has_digit(word: str) -> bool:
    return any(letter.isdigit() for letter in word)


def _class_count(word: str) -> int:
    return sum((
        any(letter.islower() for letter in word),
        any(letter.isupper() for letter in word),
        _has_digit(word),
        bool(_SYMBOL.search(word)),
    ))
