"""What the heading of a column in a unit's list means, told by its words.

The words are those met in real lists (research/domain.md §1.1 and §1.2), folded, so that capitals, tone placement and
legacy fonts do not matter. Which row holds the headings, and whether the cells agree with them: `domain.table_columns`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from govmail_desk.domain.legacy_fonts import encoding_of_text, from_tcvn3, from_vni
from govmail_desk.domain.vietnamese import clean, search_key


class Meaning(StrEnum):
    """What a column holds; the value is the name kept when a reading of columns is remembered."""

    ORDINAL = "ordinal"
    FULL_NAME = "full-name"
    FAMILY_AND_MIDDLE = "family-and-middle"
    GIVEN = "given"
    BIRTH_ON = "birth-on"
    PHONE = "phone"
    OFFICE_PHONE = "office-phone"
    ID_NUMBER = "id-number"
    POST = "post"
    DEPARTMENT = "department"
    UNIT = "unit"
    PARENT_UNIT = "parent-unit"
    CUSTODIAN = "custodian"
    ADDRESS = "address"
    OTHER_ADDRESS = "other-address"
    BASIS = "basis"
    NOTE = "note"
    PASSWORD = "password"  # noqa: S105  (the kind of column, so that it is never read)
    SENSITIVE = "sensitive"
    IGNORED = "ignored"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS: Final = {
    Meaning.ORDINAL: "Số thứ tự",
    Meaning.FULL_NAME: "Họ và tên",
    Meaning.FAMILY_AND_MIDDLE: "Họ và đệm",
    Meaning.GIVEN: "Tên",
    Meaning.BIRTH_ON: "Ngày sinh",
    Meaning.PHONE: "Số điện thoại",
    Meaning.OFFICE_PHONE: "Điện thoại cơ quan",
    Meaning.ID_NUMBER: "Số CCCD",
    Meaning.POST: "Chức vụ",
    Meaning.DEPARTMENT: "Phòng, bộ phận",
    Meaning.UNIT: "Cơ quan, đơn vị",
    Meaning.PARENT_UNIT: "Cơ quan chủ quản",
    Meaning.CUSTODIAN: "Người được giao theo dõi",
    Meaning.ADDRESS: "Địa chỉ hộp thư công vụ",
    Meaning.OTHER_ADDRESS: "Thư điện tử khác",
    Meaning.BASIS: "Căn cứ (quyết định)",
    Meaning.NOTE: "Ghi chú",
    Meaning.PASSWORD: "Mật khẩu (không bao giờ đọc)",
    Meaning.SENSITIVE: "Dữ liệu nhạy cảm (không bao giờ đọc)",
    Meaning.IGNORED: "Bỏ qua",
}
NEVER_READ: Final = frozenset({Meaning.PASSWORD, Meaning.SENSITIVE})
"""Columns that are set aside whatever is asked: passwords, and what the law calls sensitive."""

_WHOLE: Final = {
    Meaning.ORDINAL: "stt|tt|so tt|so thu tu|thu tu|s tt",
    Meaning.FAMILY_AND_MIDDLE: (
        "ho|ho va dem|ho dem|ho lot|ho va lot|ho va ten dem|ho ten dem|ho va chu dem|ho va ten lot"
    ),
    Meaning.GIVEN: "ten|ten rieng",
    Meaning.FULL_NAME: "can bo|can bo cong chuc|can bo cong chuc vien chuc|nguoi dung|ca nhan|ten ca nhan",
    Meaning.BIRTH_ON: "ns|sinh ngay",
    Meaning.PHONE: "dt|so may|phone|mobile|tel|dien thoai|so lien he",
    Meaning.POST: "cong viec|nhiem vu",
    Meaning.DEPARTMENT: "phong|khoa|to",
    Meaning.UNIT: "co quan|don vi|to chuc",
    Meaning.IGNORED: "dia chi|nam|nu",
    Meaning.NOTE: "gc",
}
"""Headings that mean something only when they stand alone."""

_WITHIN: Final = {
    Meaning.FULL_NAME: "ho va ten|ho ten|ho dem va ten|ho va dem ten|ten nguoi dung|ten nguoi su dung|ten can bo",
    Meaning.BIRTH_ON: "ngay sinh|nam sinh|ngay thang nam sinh|thang nam sinh",
    Meaning.PHONE: "so dien thoai|dien thoai|di dong|so di dong|sdt|dtdd|so dt|zalo",
    Meaning.OFFICE_PHONE: (
        "dien thoai co quan|dien thoai cq|dt co quan|dt cq|dtcq|sdt co quan|so dt co quan|so dien thoai co quan|dien thoai don vi"
        "|so dien thoai don vi|dien thoai van phong|dien thoai lam viec|dien thoai noi lam viec|dien thoai ban|so may ban|dt ban"
        "|dien thoai co dinh|so co dinh|dt co dinh|so may le|may le|dien thoai noi bo|so noi bo"
        "|so dien thoai co dinh|so dien thoai van phong|so dien thoai ban|sdt ban|sdt co dinh"
    ),
    Meaning.ID_NUMBER: (
        "cccd|so cccd|cmnd|so cmnd|cmt|can cuoc|so can cuoc|so dinh danh|ma dinh danh|chung minh nhan dan"
    ),
    Meaning.POST: "chuc vu|chuc danh|vi tri viec lam|vi tri cong tac",
    Meaning.DEPARTMENT: "phong ban|phong bo phan|bo phan|phong chuyen mon|khoa phong|phong khoa|phong to|to chuc cap 2",
    Meaning.UNIT: "don vi|ten don vi|co quan|ten co quan|don vi cong tac|noi cong tac|ten to chuc|to chuc cap 1",
    Meaning.PARENT_UNIT: "co quan chu quan|don vi chu quan|don vi cap tren|co quan cap tren|truc thuoc",
    Meaning.CUSTODIAN: (
        "nguoi duoc giao|nguoi quan ly|nguoi theo doi|nguoi phu trach|can bo phu trach|can bo theo doi|can bo dau moi"
    ),
    Meaning.ADDRESS: (
        "email|e mail|mail|thu dien tu|hop thu|thu cong vu|mail cong vu|ten hop thu|dia chi email|dia chi e mail"
        "|dia chi mail|dia chi thu|dia chi hop thu|tai khoan email|tai khoan mail|tai khoan thu|tai khoan hop thu"
    ),
    Meaning.BASIS: "can cu|quyet dinh|so quyet dinh|qd so|so qd",
    Meaning.NOTE: "ghi chu|chu thich|ly do",
    Meaning.IGNORED: (
        "ngay cap|noi cap|gioi tinh|trinh do|que quan|noi sinh|noi o|dia chi nha|dia chi thuong tru|ngach|ma so"
        "|nha mang|loai thiet bi|serial|tinh thanh pho|to chuc cap|tai khoan|ten tai khoan|ten dang nhap|trang thai"
        "|loai hop thu|thong tin cu|thong tin moi|noi dung thay doi|ngay bi khoa|ngay co hieu luc|la chuyen so"
    ),
}
"""Phrases that tell the meaning inside a longer heading too; the one that begins first decides, then the longest."""

_PASSWORD: Final = re.compile(r"\b(?:mat khau|password|pass)\b")
_SENSITIVE: Final = re.compile(
    r"\b(?:dan toc|ton giao|tin nguong|dang vien|vao dang|the dang|dang phai|quan diem chinh tri|suc khoe|nhom mau|khuyet tat)\b"
    r"|^dang$"
)
_OF_A_BODY: Final = re.compile(r"^(?:so|ban|phong|vu|uy ban|hoi|bo)\b")
"""A body whose name has such a word in it, as the Sở Dân tộc và Tôn giáo, is no column about people."""
_OTHER_MAIL: Final = re.compile(
    r"\b(?:gmail|yahoo|(?:e ?mail|mail|thu|thu dien tu|hop thu|hop thu dien tu) (?:ca nhan|khac|phu|rieng|du phong))\b"
)
_PRIVATE_PHONE: Final = re.compile(r"\b(?:di dong|dd|dtdd|ca nhan|rieng|nha rieng|zalo|mobile)\b")
_OFFICIAL_MAIL: Final = re.compile(r"\b(?:cong vu|de nghi|hop thu)\b")
_REMARK: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\*")
_NOT_IN_WORDS: Final = re.compile(r"[\W_]+")
_LABEL_WITH_VALUE: Final = re.compile(r":\s*\S")
_LAST_LATIN_1: Final = "\u00ff"
_LONGEST_HEADING: Final = 80  # longer ones are titles and remarks

_MEANING_OF_WHOLE: Final = {phrase: meaning for meaning, phrases in _WHOLE.items() for phrase in phrases.split("|")}
_MEANING_WITHIN: Final = {phrase: meaning for meaning, phrases in _WITHIN.items() for phrase in phrases.split("|")}
_PHRASE: Final = re.compile(rf"\b(?:{'|'.join(sorted(_MEANING_WITHIN, key=len, reverse=True))})\b")


class Heading(NamedTuple):
    """A heading understood: what it means, whether the whole of it says so or only a part, and how a person reads it."""

    meaning: Meaning
    is_exact: bool
    text: str


def readings(text: str) -> Iterator[str]:
    """Yield the ways a text may be meant: as it stands, or in the letters of a TCVN3 or a VNI font; the likeliest first.

    Only for knowing headings, groups and totals when they are met; what goes into the register is converted where the
    clerk sees it (`domain.legacy_fonts`).
    """
    if text.isascii() or any(letter > _LAST_LATIN_1 for letter in text):
        yield clean(text)
        return
    encoding = encoding_of_text(text)
    ways = {None: clean(text), "TCVN3": clean(from_tcvn3(text)), "VNI": clean(from_vni(text))}
    yield ways.pop(encoding)
    yield from ways.values()


@lru_cache(maxsize=4096)
def plain_heading(text: str) -> str:
    """Return a heading as plain lower-case words, without remarks in brackets: `ho va ten`."""
    words = search_key(text)
    return _NOT_IN_WORDS.sub(" ", _REMARK.sub(" ", words)).strip() or _NOT_IN_WORDS.sub(" ", words).strip()


def understand(text: str) -> Heading | None:
    """Tell what a heading means; None for a text that is no heading known to us."""
    if not text or len(text) > _LONGEST_HEADING or _LABEL_WITH_VALUE.search(text):
        return None
    return next(filter(None, map(_understood, readings(text))), None)


def _understood(reading: str) -> Heading | None:
    plain = plain_heading(reading)
    if _PASSWORD.search(plain):
        return Heading(Meaning.PASSWORD, is_exact=True, text=reading)
    if _SENSITIVE.search(plain) and not _OF_A_BODY.search(plain):
        return Heading(Meaning.SENSITIVE, is_exact=True, text=reading)
    if plain in _MEANING_OF_WHOLE:
        return Heading(_MEANING_OF_WHOLE[plain], is_exact=True, text=reading)
    if _OTHER_MAIL.search(plain) and "cong vu" not in plain:
        return Heading(Meaning.OTHER_ADDRESS, is_exact=True, text=reading)
    first = min(_phrases_within(plain), default=None)
    if not first or plain.startswith("danh sach"):
        return None
    meaning = _MEANING_WITHIN[first[2]]
    if meaning is Meaning.OFFICE_PHONE and _PRIVATE_PHONE.search(plain):
        meaning = Meaning.PHONE  # what may be somebody's own is never published
    return Heading(meaning, is_exact=first[2] == plain, text=reading)


def names_official_mail(text: str) -> bool:
    """Tell whether a heading says that its addresses are the official ones, and not just any e-mail."""
    return bool(_OFFICIAL_MAIL.search(plain_heading(text)))


def signature(headings: list[str]) -> str:
    """Return the text under which a reading of columns is remembered for the next list with the same headings."""
    return "|".join(map(plain_heading, headings))


def _phrases_within(plain: str) -> Iterator[tuple[int, int, str]]:
    return ((found.start(), -len(found[0]), found[0]) for found in _PHRASE.finditer(plain))
