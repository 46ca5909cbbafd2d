"""What a single cell of a unit's list says, an address, a telephone, an identity number, a day, or what is odd in it.

Nothing is invented and nothing is mended silently: a cell that is not clean goes back to the clerk as it is, with the
reason.
How new addresses are built: `domain.address`. Which column holds what: `domain.table_columns`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from govmail_desk.domain.vietnamese import clean, fold

LONGEST_LOCAL_PART: Final = 64  # RFC 5321 §4.5.3.1.1
PUBLIC_MAIL: Final = frozenset({
    "gmail.com",
    "yahoo.com",
    "yahoo.com.vn",
    "hotmail.com",
    "outlook.com",
    "icloud.com",
    "live.com",
    "ymail.com",
})

_NOT_YET: Final = {
    "", "-", "--", "x", "0", "khong", "khong co", "chua", "chua co", "chua cap", "cap moi", "de nghi cap",
    "de nghi cap moi",
}  # fmt: skip
_SURNAME: Final = re.compile(
    "an|âu|bạch|bùi|cao|chu|châu|cù|cung|dương|đàm|đặng|đào|đậu|điền|đinh|đỗ|đoàn|đồng|giang|giáp|hà|hàn|hồ|hoàng"
    "|hứa|huỳnh|kha|khổng|khuất|khúc|kiều|kim|la|lã|lại|lâm|lê|lò|lộc|lữ|lục|lương|lưu|lý|ma|mã|mạc|mai|nghiêm"
    "|ngô|ngụy|nguyễn|nhâm|ninh|nông|ông|phạm|phan|phí|phùng|phương|quách|quản|sầm|sơn|tạ|tăng|thạch|thái"
    "|thân|thiều|tiêu|tô|tống|trần|triệu|trịnh|trương|từ|tưởng|ứng|văn|vi|viên|võ|vũ|vương"
)
"""The surnames met most; one that is missing here only leaves two people in a cell unseen, as a wrapped name is."""
_BETWEEN_PEOPLE: Final = re.compile(r"[\r\n;/,|&+]|\bvà\b")
_NOT_YET_WHOLE: Final = {"thị", "văn"}
_POSTS_LIKE_NAMES: Final = (
    "văn thư",
    "văn phòng",
    "văn hoá",
    "văn hóa",
    "lưu trữ",
    "đoàn thanh niên",
    "viên chức",
)
_ADDRESSED_AS: Final = re.compile(r"(?:[-*•]|\d+[.)]?)\s*|(?:ông|bà|đồng chí)\s+", re.IGNORECASE)
_COMRADE: Final = re.compile(r"\bđ/c\b\.?", re.IGNORECASE)  # its stroke parts no people
_LOCAL_PART: Final = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")
_BARE_LOCAL_PART: Final = re.compile(r"(?=.*[a-z])[a-z0-9._-]+", re.IGNORECASE)
_BLANK: Final = re.compile(r"\s")
_BETWEEN_ADDRESSES: Final = re.compile(r"[;,/\s]+")
_WRITTEN_DAY: Final = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})")
_PHONE_DRESS: Final = re.compile(r"[\s.\-()]")
_PHONE_LENGTHS: Final = {10, 11}  # mobile and most fixed numbers; fixed numbers with a three-digit area code
_ID_LENGTHS: Final = {9, 12}  # chứng minh nhân dân; căn cước công dân


@dataclass(frozen=True, slots=True)
class Clean:
    """An address that can stand in the register, in lower case."""

    address: str


@dataclass(frozen=True, slots=True)
class Dirty:
    """A cell that is no sound address: as it was written, and the reason it is set aside."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Written:
    """A telephone or identity number as its digits; `doubt` says why the clerk should look, "" where nothing is odd."""

    text: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day, or None with the doubt that says why it could not be told."""

    day: date | None
    doubt: str = ""


def check_address(text: str, domain: str) -> Clean | Dirty | None:
    """Judge the cell of an address column of a unit whose mail domain is `domain`; None where no address is given yet.

    Blanks at the ends and capitals are no dirt: `NVAnh@CaMau.gov.vn ` is clean.
    """
    trimmed = text.strip().strip("\u200b\ufeff")
    local, _, tail = trimmed.lower().partition("@")
    if tail == domain.lower() and trimmed.isascii() and _is_sound(local):
        return Clean(f"{local}@{tail}")
    if fold(clean(trimmed)).strip(" .()") in _NOT_YET:
        return None
    reason = next(_reasons_against(trimmed, domain.lower()), None)
    return Dirty(text, reason) if reason else Clean(trimmed.lower())


def _is_sound(local_part: str) -> bool:
    return len(local_part) <= LONGEST_LOCAL_PART and bool(_LOCAL_PART.fullmatch(local_part))


def is_bare_local_part(text: str) -> bool:
    """Tell an address whose @ and domain were left out: `thanhnv.stttt`."""
    return bool(_BARE_LOCAL_PART.fullmatch(text.strip()))


def is_public_mail(text: str) -> bool:
    """Tell an address of a public mail service, which no regulation takes for an official one."""
    return text.strip().lower().rpartition("@")[2] in PUBLIC_MAIL


def people_in(text: str) -> tuple[str, ...]:
    """Return the people a name's cell holds where they are several, each a whole name; nothing where it is one.

    A name wrapped over two lines is one: what stands on a line of its own is whole only with a surname before it. Two
    writings of one name are one too.
    """
    if not _BETWEEN_PEOPLE.search(text):
        return ()
    names: dict[str, str] = {}
    begun = ""
    for part in map(_undressed, _BETWEEN_PEOPLE.split(_COMRADE.sub("", text))):
        begun = clean(f"{begun} {part}") if begun and not _is_whole_name(part) else part
        if _is_whole_name(begun):
            names.setdefault(fold(begun), begun)
            begun = ""
    return tuple(names.values()) if len(names) > 1 else ()


def _undressed(part: str) -> str:
    """A name without the number, dash or form of address before it."""
    written = clean(part)
    while found := _ADDRESSED_AS.match(written):
        written = written[found.end() :]
    return written


def _is_whole_name(text: str) -> bool:
    words = text.lower().split()
    if len(words) < 2 or not _SURNAME.fullmatch(words[0]):  # noqa: PLR2004  (họ and tên)
        return False
    is_cut = words[-1] == "thị" or (len(words) == 2 and words[1] in _NOT_YET_WHOLE)  # noqa: PLR2004
    return not is_cut and not text.lower().startswith(_POSTS_LIKE_NAMES) and "".join(words).isalpha()


def read_phone(text: str) -> Written:
    """Return the digits of a telephone number, with its + where it has one; a doubtful number is not changed."""
    if _is_plain_number(text, _PHONE_LENGTHS) and text.startswith("0"):
        return Written(text)
    written = clean(text)
    digits = _PHONE_DRESS.sub("", written)
    national = re.sub(r"^(?:\+84|84(?=\d{9,10}$))", "0", digits)
    if not written:
        return Written("")
    if not re.fullmatch(r"\+?\d+", digits):
        return Written(written, f"Ô điện thoại «{written}» không chỉ gồm một số; hãy ghi lại một số điện thoại.")
    if len(national) == 9 and not national.startswith("0"):  # noqa: PLR2004  (ten digits less the lost zero)
        return Written(digits, f"Số điện thoại {digits} chỉ có 9 chữ số, có thể mất số 0 đầu; hãy kiểm tra lại.")
    if not national.startswith("0") or len(national) not in _PHONE_LENGTHS:
        return Written(digits, f"Số điện thoại {digits} không đúng độ dài hoặc số đầu; hãy kiểm tra lại.")
    return Written(digits)


def read_id_number(text: str) -> Written:
    """Return the digits of an identity number; one of another length than 9 or 12 is doubtful and stays as it is."""
    if _is_plain_number(text, _ID_LENGTHS):
        return Written(text)
    written = clean(text)
    digits = _PHONE_DRESS.sub("", written)
    if not written:
        return Written("")
    if not digits.isdecimal():
        return Written(written, f"Số CCCD «{written}» có ký tự không phải chữ số; hãy kiểm tra lại.")
    if len(digits) not in _ID_LENGTHS:
        lost = ", có thể mất số 0 đầu" if len(digits) in {8, 10, 11} else ""
        return Written(digits, f"Số CCCD {digits} có {len(digits)} chữ số{lost}; hãy kiểm tra lại.")
    return Written(digits)


def _is_plain_number(text: str, lengths: Container[int]) -> bool:
    """Say whether a cell holds digits and nothing else, as many as it should: most cells do."""
    return len(text) in lengths and text.isascii() and text.isdecimal()


def read_day(text: str) -> WrittenDay:
    """Read a day as ISO or as dd/MM/yyyy, with any of / . - between; the day is never guessed from a year alone."""
    written = clean(text)
    if not written:
        return WrittenDay(None)
    found = _WRITTEN_DAY.fullmatch(written)
    try:
        day = date(int(found[3]), int(found[2]), int(found[1])) if found else date.fromisoformat(written[:10])
    except ValueError:
        return WrittenDay(None, f"Ngày «{written}» không đọc được thành ngày/tháng/năm; hãy ghi lại, ví dụ 05/3/1985.")
    return WrittenDay(day)


def _reasons_against(text: str, domain: str) -> Iterator[str]:
    """Yield what is wrong with an address, what explains the most first."""
    if "@" not in text:
        is_cut = is_bare_local_part(text)
        yield f"Địa chỉ «{text}» thiếu phần @{domain}." if is_cut else f"«{text}» không phải địa chỉ thư."
    if text.count("@") > 1 and "@@" not in text and _BETWEEN_ADDRESSES.search(text.strip(" ;,/")):
        yield f"Ô «{text}» có hai địa chỉ; hãy để lại một địa chỉ."
    if text.count("@") > 1:
        yield f"Địa chỉ «{text}» có hai dấu @."
    if _BLANK.search(text):
        yield f"Địa chỉ «{text}» có khoảng trắng ở giữa."
    yield from _reasons_against_letters(text)
    local, _, tail = text.lower().partition("@")
    if not local:
        yield f"Địa chỉ «{text}» chỉ có phần tên miền, thiếu tên hộp thư."
    if tail != domain:
        yield _reason_against_domain(tail, domain)
    if not _LOCAL_PART.fullmatch(local):
        yield f"Tên hộp thư «{local}» có dấu chấm thừa hoặc ký tự không dùng được."
    if len(local) > LONGEST_LOCAL_PART:
        yield f"Tên hộp thư «{local}» dài quá {LONGEST_LOCAL_PART} ký tự."


def _reasons_against_letters(text: str) -> Iterator[str]:
    odd = next((letter for letter in text if not letter.isascii()), None)
    if odd and not odd.isprintable():
        yield f"Địa chỉ «{clean(text)}» có ký tự ẩn."
    if odd:
        yield f"Địa chỉ «{text}» có chữ «{odd}» không dùng trong địa chỉ thư."
    if "," in text or ";" in text:
        yield f"Địa chỉ «{text}» có dấu phẩy hoặc chấm phẩy, có thể gõ nhầm dấu chấm."
    if "<" in text or ":" in text:
        yield f"Ô «{text}» có thêm chữ ngoài địa chỉ thư."


def _reason_against_domain(tail: str, domain: str) -> str:
    if not tail:
        return f"Địa chỉ thiếu tên miền sau dấu @, lẽ ra là {domain}."
    if tail.strip(".") == domain:
        return f"Tên miền «{tail}» thừa dấu chấm."
    if domain.startswith(tail) or domain.endswith("." + tail):
        return f"Tên miền «{tail}» bị cụt, lẽ ra là {domain}."
    if tail in PUBLIC_MAIL:
        return f"Thư {tail} không phải hộp thư công vụ."
    if _are_near(tail, domain):
        return f"Tên miền «{tail}» gần giống {domain}, có thể gõ nhầm."
    return f"Tên miền «{tail}» khác tên miền {domain} của đơn vị."


def _are_near(one: str, other: str) -> bool:
    """At most two letters differ, were added or left out."""
    row = list(range(len(other) + 1))
    for count, letter in enumerate(one, start=1):
        above, row[0] = row[:], count
        for place, against in enumerate(other, start=1):
            row[place] = min(above[place] + 1, row[place - 1] + 1, above[place - 1] + (letter != against))
    return row[-1] <= 2  # noqa: PLR2004
