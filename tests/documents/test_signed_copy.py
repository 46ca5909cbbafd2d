"""Files a clerk brings as signed copies: what each is, and one sentence for each that is none."""

from __future__ import annotations

import pytest

from govmail_desk.documents.signed_copy import MOST_BYTES, read_copy_file
from govmail_desk.domain.errors import RuleBroken
from tests.signed_pdfs import GIVER, locked, plain_pdf, scanned_pdf, signed

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40) + b"IEND\xaeB`\x82"
JPEG = b"\xff\xd8\xff\xe0" + bytes(40) + b"\xff\xd9"


def test_a_signed_pdf_is_told_with_its_signatures_and_its_words() -> None:
    found = read_copy_file(signed(plain_pdf("Dau bien ban: 1A2B-3C4D")), name="x.pdf")
    assert (found.way, found.page_count) == ("signed-pdf", 1)
    assert [one.signer for one in found.signatures] == [GIVER]
    assert "1A2B-3C4D" in found.text


def test_a_scan_may_be_a_pdf_or_a_picture_under_any_name() -> None:
    assert read_copy_file(scanned_pdf(), name="x.pdf").way == "scan"
    assert read_copy_file(PNG, name="quet").way == "scan"
    assert read_copy_file(JPEG, name="quet.pdf").way == "scan"


def test_what_a_scanner_read_itself_is_there_to_be_searched() -> None:
    assert "1A2B-3C4D" in read_copy_file(scanned_pdf("Dau bien ban: 1A2B-3C4D"), name="x.pdf").text


def test_a_pdf_that_nobody_signed_is_told_from_a_scan_and_a_signed_one() -> None:
    assert read_copy_file(plain_pdf("BIEN BAN"), name="x.pdf").is_bare
    assert not read_copy_file(scanned_pdf(), name="x.pdf").is_bare
    assert not read_copy_file(signed(plain_pdf("BIEN BAN")), name="x.pdf").is_bare


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "trống"),
        (b"MZ\x90\x00" + bytes(200), "không phải PDF, PNG hay JPEG"),
        (b"PK\x03\x04" + bytes(200), "không phải PDF, PNG hay JPEG"),
        (PNG[:30], "hỏng hoặc chưa chép xong"),
        (JPEG[:30], "hỏng hoặc chưa chép xong"),
        (b"%PDF-1.7 nothing", "bị hỏng"),
        (locked(scanned_pdf()), "có mật khẩu"),
    ],
)
def test_what_is_no_signed_copy_is_refused_in_one_sentence(content: bytes, words: str) -> None:
    with pytest.raises(RuleBroken, match=words) as refused:
        read_copy_file(content, name="bien-ban.pdf")
    assert "«bien-ban.pdf»" in refused.value.sentence
    assert "Hãy" in refused.value.sentence


def test_a_file_too_large_for_the_register_is_refused() -> None:
    with pytest.raises(RuleBroken, match="lớn hơn 64 MB"):
        read_copy_file(b"%PDF-1.7" + bytes(MOST_BYTES), name="x.pdf")
