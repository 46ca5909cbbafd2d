"""Signatures of PDF files made in the test: good, spoilt, twice, none, locked, and the file left as it was."""

from __future__ import annotations

import hashlib
import socket
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.documents.signed_pdf import signatures_in
from govmail_desk.domain.errors import RuleBroken
from tests.signed_pdfs import GIVER, RECEIVER, added_to, altered, locked, plain_pdf, signed

PAPER = plain_pdf("BIEN BAN", "noi dung ban giao")
SIGNED = signed(PAPER)


def test_a_good_signature_tells_who_signed_when_and_that_nothing_changed() -> None:
    (found,) = signatures_in(SIGNED, name="bien-ban.pdf")
    assert found.signer == GIVER
    assert found.signed_at is not None
    assert found.is_intact
    assert found.coverage == "whole"
    assert found.is_sound


def test_a_changed_letter_breaks_the_signature() -> None:
    (found,) = signatures_in(altered(SIGNED, old=b"ban giao", new=b"ban mua!"), name="bien-ban.pdf")
    assert found.signer == GIVER
    assert not found.is_intact
    assert not found.is_sound


def test_something_written_over_the_page_after_signing_is_found_out() -> None:
    (found,) = signatures_in(added_to(SIGNED, "them mot dong"), name="bien-ban.pdf")
    assert found.is_intact
    assert found.coverage == "changed-later"
    assert not found.is_sound


def test_both_parties_may_sign_one_after_the_other() -> None:
    first, second = signatures_in(signed(SIGNED, by=RECEIVER, is_visible=True), name="bien-ban.pdf")
    assert (first.signer, first.coverage, first.is_sound) == (GIVER, "signed-later", True)
    assert (second.signer, second.coverage, second.is_sound) == (RECEIVER, "whole", True)


def test_a_signature_with_another_keys_value_is_not_intact() -> None:
    mine = signed(PAPER, by=GIVER)
    place = mine.index(b"/Contents <") + len(b"/Contents <")
    end = mine.index(b">", place)
    value = bytearray(bytes.fromhex(mine[place:end].decode()))
    length = int.from_bytes(value[2:4], "big") + 4
    value[length - 1] ^= 1  # the last byte of the signature's own value
    spoilt = mine[:place] + value.hex().encode() + mine[end:]
    (found,) = signatures_in(spoilt, name="bien-ban.pdf")
    assert not found.is_intact


def test_an_unsigned_pdf_has_no_signatures() -> None:
    assert signatures_in(PAPER, name="bien-ban.pdf") == ()


def test_a_pdf_saved_by_word_and_signed_is_read() -> None:
    (found,) = signatures_in(signed(plain_pdf("BIEN BAN", is_from_word=True)), name="bien-ban.pdf")
    assert found.is_sound


def test_a_pdf_that_only_forbids_editing_is_read() -> None:
    assert signatures_in(locked(PAPER, to_open=""), name="bien-ban.pdf") == ()


def test_a_pdf_with_a_password_is_refused_by_name() -> None:
    with pytest.raises(RuleBroken, match=r"«bien-ban\.pdf» có mật khẩu"):
        signatures_in(locked(PAPER), name="bien-ban.pdf")


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 x", SIGNED[:-900], b"PK\x03\x04" + bytes(200)])
def test_a_damaged_file_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(RuleBroken, match=r"«bien-ban\.pdf».*bị hỏng"):
        signatures_in(content, name="bien-ban.pdf")


@settings(max_examples=60)
@given(st.data())
def test_whatever_is_done_to_a_file_it_is_read_or_refused_and_never_sound_where_signed_bytes_changed(
    data: st.DataObject,
) -> None:
    end = SIGNED.index(b"/Contents <")
    place = data.draw(st.integers(min_value=9, max_value=end))
    spoilt = bytearray(SIGNED)
    spoilt[place] ^= data.draw(st.integers(min_value=1, max_value=255))
    try:
        found = signatures_in(bytes(spoilt), name="bien-ban.pdf")
    except RuleBroken:
        return
    assert not any(one.is_sound for one in found)


def test_nothing_is_fetched_though_the_certificate_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *where, **_: asked.append(where))
    monkeypatch.setattr(socket.socket, "connect", lambda _, where: asked.append(where))
    assert b"http://ca.example.invalid/them".hex().encode() in SIGNED.lower()
    assert signatures_in(SIGNED, name="bien-ban.pdf")
    assert not asked


def test_the_bytes_are_left_as_they_were() -> None:
    before = hashlib.sha256(SIGNED).hexdigest()
    signatures_in(SIGNED, name="bien-ban.pdf")
    assert hashlib.sha256(SIGNED).hexdigest() == before


def test_the_reader_is_loaded_only_when_a_signature_is_asked_for() -> None:
    script = (
        "import sys, govmail_desk.app, govmail_desk.documents.signed_pdf;"
        "print([name for name in sys.modules if name.startswith(('pyhanko', 'aiohttp', 'cryptography'))])"
    )
    said = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, timeout=60, text=True)
    assert said.stdout.strip() == "[]"
