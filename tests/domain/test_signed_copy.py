"""Marks read and typed, whose they are, and when a handover counts as signed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import get_args

import pytest

from govmail_desk.domain.handover import Belongs, Minutes, SignedCopy
from govmail_desk.domain.signed_copy import (
    SIGNINGS,
    Signing,
    belonging,
    marks_in,
    signing,
    stray_mark,
    told,
    typed_mark,
)

AT = datetime(2026, 11, 23, 8, 15, tzinfo=UTC)


def minutes(number: int, mark: str, *, handover_id: int = 1) -> Minutes:
    return Minutes(
        id=number,
        handover_id=handover_id,
        edition=number,
        text="BIÊN BẢN",
        text_sha256="",
        mark=mark,
        journal_seq=1,
        journal_hash="",
        name="",
        sha256="",
        byte_count=0,
        made_at=AT,
    )


FIRST, SECOND, OTHER = minutes(1, "1A2B-3C4D"), minutes(2, "0000-00FF"), minutes(3, "FFFF-0001", handover_id=2)
EDITIONS = (FIRST, SECOND)


def copy(of: Minutes | None, *, belongs: Belongs = "yes") -> SignedCopy:
    return SignedCopy(
        handover_id=1,
        minutes_id=of.id if of else None,
        way="signed-pdf",
        name="x.pdf",
        sha256="",
        byte_count=1,
        belongs=belongs,
        attached_on=date(2026, 11, 23),
        by="Ngô Thị Kim Uyên",
    )


@pytest.mark.parametrize(
    "text",
    ["Dấu biên bản: 1A2B-3C4D. Bản thứ 1.", "DẤU BIÊN BẢN 1a2b - 3c4d", "mã 1A2B–3C4D", "Dau bien ban:1A2B-3C4D"],
)
def test_a_mark_is_read_as_it_may_stand_in_a_file(text: str) -> None:
    assert marks_in(text)[0] == "1A2B-3C4D"
    assert belonging(text, EDITIONS, (OTHER,)).minutes == FIRST


def test_numbers_that_only_look_like_a_mark_tell_nothing() -> None:
    text = "Điện thoại 0912-0001, công văn 1234-5678"
    assert belonging(text, EDITIONS, (OTHER,)).belongs == "unknown"


def test_a_known_mark_is_found_among_numbers_that_look_like_one() -> None:
    assert belonging("Gọi 0912-0001. Dấu biên bản: 0000-00FF", EDITIONS, ()).minutes == SECOND


def test_an_older_edition_says_so() -> None:
    found = belonging("Dấu biên bản: 1A2B-3C4D", EDITIONS, ())
    assert found.belongs == "yes"
    assert "bản thứ 1" in found.sentence
    assert "đã có bản thứ 2" in found.sentence


@pytest.mark.parametrize("mark", ["FFFF-0001", "ABCD-ABCD"])
def test_a_mark_of_another_handover_or_of_none_is_not_ours(mark: str) -> None:
    found = belonging(f"Dấu biên bản: {mark}", EDITIONS, (OTHER,))
    assert (found.belongs, found.minutes) == ("no", None)
    assert mark in found.sentence


def test_without_any_mark_it_is_unknown_and_the_clerk_is_asked() -> None:
    found = belonging("BIÊN BẢN bàn giao", EDITIONS, ())
    assert found.belongs == "unknown"
    assert "gõ dấu" in found.sentence


@pytest.mark.parametrize(
    ("typed", "mark"),
    [(" 1a2b-3c4d ", "1A2B-3C4D"), ("1A2B - 3C4D", "1A2B-3C4D"), ("1A2B3C4D", ""), ("xyz", ""), ("", "")],
)
def test_a_typed_mark_is_two_groups_of_four(typed: str, mark: str) -> None:
    assert typed_mark(typed) == mark


def test_a_typed_mark_of_no_edition_is_told_with_those_there_are() -> None:
    said = stray_mark("ffff-0001", EDITIONS)
    assert "mang dấu FFFF-0001" in said
    assert "bản thứ 1 in dấu 1A2B-3C4D; bản thứ 2 in dấu 0000-00FF" in said
    assert "chưa lập biên bản nào" in stray_mark("1A2B-3C4D", ())


@pytest.mark.parametrize("typed", ["", "1A2B-3C", "1a2b-3c4d", "0000-00FF"])
def test_a_mark_of_an_edition_or_half_typed_is_no_stray(typed: str) -> None:
    assert stray_mark(typed, EDITIONS) == ""


def test_a_copy_of_the_newest_text_signs_the_handover() -> None:
    assert signing([copy(SECOND)], EDITIONS) == "signed"
    assert signing([copy(FIRST)], EDITIONS) == "older"
    assert signing([], EDITIONS) == "none"


def test_a_copy_found_to_be_of_something_else_signs_nothing() -> None:
    assert signing([copy(SECOND, belongs="no"), copy(None, belongs="no")], EDITIONS) == "none"


def test_a_copy_nobody_told_the_text_of_is_neither_signed_nor_none() -> None:
    assert signing([copy(FIRST), copy(None, belongs="unknown")], EDITIONS) == "unidentified"
    assert signing([copy(None, belongs="unknown")], ()) == "unidentified"
    assert signing([copy(SECOND), copy(None, belongs="unknown")], EDITIONS) == "signed"


def test_every_state_of_signing_has_words_of_its_own() -> None:
    assert set(SIGNINGS) == set(get_args(Signing))
    assert len(set(SIGNINGS.values())) == len(SIGNINGS)


def test_each_kept_copy_is_told_in_one_sentence() -> None:
    assert told(copy(SECOND), EDITIONS) == "Bản đã ký của biên bản bản thứ 2, dấu 0000-00FF."
    assert "đã có bản thứ 2" in told(copy(FIRST), EDITIONS)
    assert "không phải" in told(copy(None, belongs="no"), EDITIONS)
    assert "bản thứ 2 nhưng" in told(copy(SECOND, belongs="no"), EDITIONS)
    assert "Chưa xác định" in told(copy(None, belongs="unknown"), EDITIONS)
