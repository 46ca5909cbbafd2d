"""The sentences of the minutes: hours known and left open, who signs for an absent giver, what both sides agree to."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.domain.minutes_text import (
    NO_REQUESTS,
    closing,
    giving_side,
    journal_told,
    mark_of,
    open_requests,
    opening,
    parties,
    promises,
    witness_name,
)
from tests.documents.sample_minutes import LONG, OF_THE_DEAD, SHORT


def test_an_hour_not_told_yet_is_left_to_be_written_in() -> None:
    assert opening(SHORT).startswith("Hôm nay, hồi …… giờ …… phút, ngày     tháng 11 năm 2026, tại trụ sở")
    assert closing(SHORT).endswith("kết thúc vào hồi …… giờ …… phút cùng ngày./.")


def test_hours_that_are_known_stand_there() -> None:
    assert opening(LONG).startswith("Hôm nay, hồi 08 giờ 30 phút, ngày 23 tháng 11 năm 2026, tại ")
    assert closing(LONG).endswith("vào hồi 10 giờ 05 phút cùng ngày./.")


def test_a_handover_that_ends_on_another_day_says_which() -> None:
    over_night = replace(LONG, ended_at=datetime(2026, 11, 24, 9, 0))  # noqa: DTZ001
    assert closing(over_night).endswith("kết thúc hồi 09 giờ 00 phút, ngày 24 tháng 11 năm 2026./.")


def test_an_absent_giver_is_named_with_the_reason_and_who_signs() -> None:
    lines = parties(OF_THE_DEAD)
    assert lines[0].endswith("(đã mất).")
    assert lines[1] == f"2. Người ký thay bên giao: {OF_THE_DEAD.in_place_of}."
    assert giving_side(OF_THE_DEAD) == ("NGƯỜI KÝ THAY BÊN GIAO", OF_THE_DEAD.in_place_of)


def test_where_nobody_held_the_charge_before_it_is_said() -> None:
    first = replace(SHORT, giver=None)
    assert parties(first)[0] == "1. Bên giao: trước đó chưa có người phụ trách."
    assert parties(first)[1] == "2. Người ký thay bên giao: ……."


def test_a_giver_who_is_there_gives_up_the_mailboxes_and_a_dead_one_promises_nothing() -> None:
    assert any("bên giao không đăng nhập" in line for line in promises(SHORT))
    assert not any("bên giao không đăng nhập" in line for line in promises(OF_THE_DEAD))


def test_the_duty_of_secrecy_stands_where_the_regulation_lays_it_on_the_giver() -> None:
    assert promises(LONG)[-1] == f"3. {LONG.secrecy}."
    assert len(promises(SHORT)) == 2


def test_open_requests_are_listed_or_said_to_be_none() -> None:
    assert open_requests(replace(SHORT, requests=("một", "hai"))) == ("- một;", "- hai.")
    assert open_requests(replace(SHORT, requests=())) == (NO_REQUESTS,)


def test_under_a_signature_stands_the_name_without_the_post() -> None:
    assert witness_name(SHORT) == "Đỗ Văn Lý"


def test_the_journals_head_is_told_by_its_number_and_a_short_hash() -> None:
    assert journal_told(57, "9f3a6c21aa00bbcc") == "57, mã 9f3a6c21aa00"


@given(st.binary(min_size=32, max_size=32))
def test_a_mark_is_eight_digits_of_the_hash_that_can_be_read_aloud(digest: bytes) -> None:
    mark = mark_of(digest.hex())
    assert re.fullmatch(r"[0-9A-F]{4}-[0-9A-F]{4}", mark)
    assert digest.hex().startswith(mark.replace("-", "").lower())
