"""Copies of the shipped forms: the form itself is never touched, and neither is a copy the clerk has edited."""

from __future__ import annotations

import pytest

from govmail_desk import paths
from govmail_desk.domain.errors import StoreUnavailable
from govmail_desk.operations.forms import copy_form

LETTER = "chung/cong-van.docx"


def test_a_copy_is_the_form_byte_for_byte_and_is_made_once(tmp_path):
    first = copy_form(file=LETTER, folder=tmp_path / "mau")
    assert first.read_bytes() == (paths.forms() / LETTER).read_bytes()
    assert copy_form(file=LETTER, folder=tmp_path / "mau") == first


def test_a_copy_the_clerk_has_edited_stays_and_another_goes_beside_it(tmp_path):
    edited = copy_form(file=LETTER, folder=tmp_path)
    edited.write_bytes(b"da sua")
    fresh = copy_form(file=LETTER, folder=tmp_path)
    assert fresh.name == "cong-van (2).docx"
    assert edited.read_bytes() == b"da sua"


def test_a_form_that_is_gone_says_what_to_do(tmp_path):
    with pytest.raises(StoreUnavailable, match="cài đặt lại"):
        copy_form(file="chung/khong-co.docx", folder=tmp_path)


def test_a_folder_that_cannot_be_made_says_so(tmp_path):
    (tmp_path / "mau").write_text("", encoding="utf-8")
    with pytest.raises(StoreUnavailable, match="thư mục"):
        copy_form(file=LETTER, folder=tmp_path / "mau" / "con")
