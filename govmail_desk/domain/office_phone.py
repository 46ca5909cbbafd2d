"""A telephone at the office: what may stand as one in the directory, and what is rather somebody's own.

The public directory prints it, so a number that looks private is asked about before it comes in. Private telephones are
`domain.list_cell.read_phone`.
"""

from __future__ import annotations

import re
from typing import Final

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.list_cell import read_phone
from govmail_desk.domain.vietnamese import clean, fold

LONGEST: Final = 60
_WORDS: Final = re.compile(r"may le|so le|le|ext|noi bo|nhanh|hoac|fax")
_NUMBERS: Final = re.compile(r"[\d\s.,;:/()+-]*\d[\d\s.,;:/()+-]*")
_MOBILE: Final = re.compile(r"(?:\+?84|0)?[35789]\d{8}")
_DRESS: Final = re.compile(r"[\s.()-]")
_MOST_OF_AN_EXTENSION: Final = 8


def tidy_office_phone(text: str, *, private_phone: str = "") -> str:
    """Bring a typed office telephone in clean; `private_phone` is the same person's own.

    Raises `RuleBroken` for what is no telephone, and for the private number, which a directory must not print (Luật 91/2025/QH15).
    """
    written = clean(text)
    if written and not is_office_phone(written):
        raise RuleBroken(
            f"Điện thoại cơ quan “{written}” chưa đúng. Hãy gõ số máy của cơ quan, ví dụ 0229 3871 001 máy lẻ 12."
        )
    if written and _digits(written) == _digits(private_phone):
        raise RuleBroken(
            "Điện thoại cơ quan trùng với điện thoại riêng của người này. Danh bạ công khai in số này: "
            "hãy xóa ở một trong hai ô.",
            why="Số điện thoại riêng là dữ liệu cá nhân, không đưa vào danh bạ công khai.",
        )
    return written


def is_office_phone(written: str) -> bool:
    """Say whether a text is one telephone or more, with an extension or without, and nothing else."""
    return len(written) <= LONGEST and bool(_NUMBERS.fullmatch(_WORDS.sub(" ", fold(written))))


def read_office_phone(text: str) -> tuple[str, str]:
    """Return the telephone of a list's cell and what is doubtful about it; a first 0 that a spreadsheet dropped is given back."""
    written = clean(text)
    digits = _DRESS.sub("", written)
    if _MOBILE.fullmatch(digits):
        return written, "Ô điện thoại cơ quan ghi một số di động, danh bạ công khai sẽ in số này; hãy kiểm tra lại."
    if written and not is_office_phone(written):
        return written, "Ô điện thoại cơ quan không chỉ gồm số máy; hãy ghi lại."
    has_lost_zero = digits.isdecimal() and digits[0] != "0" and len(digits) > _MOST_OF_AN_EXTENSION
    return (f"0{written}" if has_lost_zero and not read_phone(f"0{digits}").doubt else written), ""


def _digits(phone: str) -> str:
    """A number as it is dialled at home, so that +84 and 0 are one."""
    return re.sub(r"^\+?84(?=\d{9,10}$)", "0", _DRESS.sub("", phone))
