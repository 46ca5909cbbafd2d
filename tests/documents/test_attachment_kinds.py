"""What an attached file truly is, whatever its name says."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.documents.attachment_kinds import RAR4, RAR5, is_locked, refused_part
from govmail_desk.documents.email_draft import Attachment, AttachmentLimits, DraftMail, made_draft
from govmail_desk.domain.errors import RuleBroken

PROGRAMS = frozenset({".exe", ".com", ".dll", ".net"})
LIMITS = AttachmentLimits(
    refused_endings=tuple(sorted(PROGRAMS)), refused_cite="Đ9.8", locked_endings=(".zip", ".rar"), locked_cite="Đ9.7"
)


def archive(*names: str, is_encrypted: bool = False) -> bytes:
    """Make a .zip; the mark of a password is set by hand, since the standard library writes none."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        for name in names:
            opened.writestr(name, b"noi dung")
    content = bytearray(made.getvalue())
    if is_encrypted:
        for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            content[content.index(mark) + offset] |= 1
    return bytes(content)


def rar4(*blocks: tuple[int, int, bytes]) -> bytes:
    """Write RAR 4 blocks: kind, flags, and what follows the head."""
    return RAR4 + b"".join(
        b"\0\0" + bytes([kind]) + flags.to_bytes(2, "little") + (7 + len(rest)).to_bytes(2, "little") + rest
        for kind, flags, rest in blocks
    )


def rar5(*headers: bytes) -> bytes:
    """Write RAR 5 headers, each behind its sum and its length."""
    return RAR5 + b"".join(b"\0\0\0\0" + bytes([len(header)]) + header for header in headers)


MAIN4, FILE4 = (0x73, 0, bytes(6)), (0x74, 0, bytes(25))


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("setup.exe", b"", "setup.exe"),
        ("SETUP.EXE. ", b"", "SETUP.EXE. "),
        ("danh sách.xlsx", b"MZ\x90\x00", "danh sách.xlsx"),
        ("hồ sơ.zip", archive("a/đơn.docx", "a/cài đặt.Exe"), "a/cài đặt.Exe"),
        ("hồ sơ.docx", archive("word/document.xml"), ""),
        ("hồ sơ.pdf", b"%PDF-1.7", ""),
        ("hỏng.zip", b"PK\x05\x06" + bytes(40), ""),
    ],
)
def test_a_program_is_found_under_any_name_and_inside_an_archive(name, content, found):
    assert refused_part(name, content, PROGRAMS) == found


def test_where_nothing_is_refused_a_program_goes_through():
    assert refused_part("a.xlsx", b"MZ\x90\x00", frozenset()) == ""


@pytest.mark.parametrize(
    ("content", "locked"),
    [
        (archive("đơn.docx", is_encrypted=True), True),
        (archive("đơn.docx"), False),
        (rar4((0x73, 0x80, bytes(6))), True),
        (rar4(MAIN4, (0x74, 0x04, bytes(25))), True),
        (rar4(MAIN4, FILE4, FILE4), False),
        (rar5(b"\x04\x00\x00\x00"), True),
        (rar5(b"\x01\x00\x00", b"\x02\x03\x03\x00\x02\x01\x00"), True),
        (rar5(b"\x01\x00\x00", b"\x02\x00\x00"), False),
        (b"", False),
        (b"%PDF-1.7", False),
    ],
)
def test_an_archive_with_a_password_is_told_from_one_without(content, locked):
    assert is_locked(content) is locked


@settings(max_examples=100)
@given(st.sampled_from([b"", RAR4, RAR5, b"PK\x03\x04", archive("a")[:-10]]), st.binary(max_size=300))
def test_any_bytes_are_read_to_an_answer(start, rest):
    assert is_locked(start + rest) in {True, False}
    assert isinstance(refused_part("a.bin", start + rest, PROGRAMS), str)


@pytest.mark.parametrize(
    ("attachment", "cite", "sentence"),
    [
        (Attachment("hồ sơ.zip", archive("cài đặt.dll")), "Đ9.8", "có tệp «cài đặt.dll» thuộc loại .dll"),
        (Attachment("ảnh.png", b"MZ\x90\x00"), "Đ9.8", "thuộc loại tệp chạy được"),
        (Attachment("hồ sơ.zip", archive("đơn.docx", is_encrypted=True)), "Đ9.7", "có đặt mật khẩu"),
    ],
)
def test_the_draft_is_refused_with_the_article(attachment, cite, sentence):
    mail = DraftMail(
        sender="stttt@tinh.gov.vn", to="q4@tphcm.gov.vn", subject="đề nghị", body=".", attachments=(attachment,)
    )
    with pytest.raises(RuleBroken) as refused:
        made_draft(mail, LIMITS)
    assert (refused.value.cite, sentence in refused.value.sentence) == (cite, True)
    assert made_draft(mail)
