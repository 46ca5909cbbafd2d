"""What a clerk is told of a signature, and that the register gives back what it was given."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.domain.pdf_signature import COVERAGES, Coverage, PdfSignature, read_back

AT = datetime(2026, 11, 23, 8, 15, tzinfo=UTC)


@given(
    st.builds(
        PdfSignature,
        signer=st.text(),
        signed_at=st.none() | st.datetimes(timezones=st.just(UTC)),
        is_intact=st.booleans(),
        coverage=st.sampled_from(sorted(COVERAGES)),
    )
)
def test_a_kept_signature_is_read_back_as_it_was(signature: PdfSignature) -> None:
    assert read_back([signature.kept()]) == (signature,)


@pytest.mark.parametrize(
    ("is_intact", "coverage", "is_sound"),
    [
        (True, "whole", True),
        (True, "signed-later", True),
        (True, "changed-later", False),
        (True, "unclear", False),
        (False, "whole", False),
    ],
)
def test_only_an_unchanged_file_with_an_unchanged_signature_is_sound(
    is_intact: bool, coverage: Coverage, is_sound: bool
) -> None:
    assert PdfSignature("Lê Thị Mỹ Hạnh", AT, is_intact, coverage).is_sound is is_sound


def test_the_sentence_says_who_when_and_in_which_state() -> None:
    sentence = PdfSignature("Lê Thị Mỹ Hạnh", AT, True, "whole").sentence
    assert sentence == f"Lê Thị Mỹ Hạnh: ghi giờ ký {AT.astimezone():%d/%m/%Y %H:%M}; ký trên toàn bộ tệp."


def test_a_broken_signature_is_never_told_by_what_it_covers() -> None:
    sentence = PdfSignature("Lê Thị Mỹ Hạnh", None, False, "whole").sentence
    assert sentence == "Lê Thị Mỹ Hạnh: không ghi giờ ký; chữ ký không còn nguyên vẹn."
