"""Days of the register as the window writes them."""

from __future__ import annotations

import pytest

from govmail_desk.gui.look.days import birth_words, from_to, short_day, whole_day


def test_a_day_is_written_day_first_with_its_whole_year() -> None:
    assert short_day("2026-02-03") == "03/02/2026"
    assert whole_day("2026-11-22") == "Chủ nhật, 22/11/2026"
    assert (short_day(None), whole_day("")) == ("", "")


@pytest.mark.parametrize(
    ("from_on", "to_on", "words"),
    [
        ("2025-03-01", None, "từ 01/03/2025"),
        ("2025-03-01", "2026-06-30", "01/03/2025 – 30/06/2026"),
        (None, "2026-06-30", "đến 30/06/2026"),
        (None, None, "chưa ghi từ ngày nào"),
    ],
)
def test_from_when_to_when(from_on, to_on, words) -> None:
    assert from_to(from_on, to_on) == words


def test_a_birth_date_is_a_day_or_a_bare_year() -> None:
    assert [birth_words(birth_on) for birth_on in ("1985-09-05", "1985", "")] == ["05/09/1985", "1985", ""]
