"""What a person's name brings to an address."""

from __future__ import annotations

import pytest

from govmail_desk.domain.folded_name import ORDINAL, folded_name, is_other_name, pattern_words
from govmail_desk.domain.person_name import read_name


def test_each_part_is_folded_whole_and_by_first_letters() -> None:
    assert folded_name(read_name("Lê Thị Mỹ Hạnh")) == (("le", "l"), ("thimy", "tm"), ("hanh", "h"))
    words = pattern_words(folded_name(read_name("Đỗ Văn Lý")), "stttt")
    assert [words[token] for token in ("họ", "đệm:đầu", "tên", "đơn vị", "số")] == ["do", "v", "ly", "stttt", ORDINAL]


def test_a_hyphen_parts_words_and_an_apostrophe_does_not() -> None:
    assert folded_name(read_name("Nguyễn Kim-Anh"))[1:] == (("", ""), ("kimanh", "ka"))
    assert folded_name(read_name("H'Hen Niê"))[2] == ("hhen", "h")


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Nguyễn Thị Hoà", "Nguyễn Thị Hòa", False),
        ("Nguyễn Thị Hòa", "Nguyễn Thị Hoa", True),
        ("Nguyễn Văn An", "Ngô Vĩnh An", True),
        ("Trần Ánh", "Trần Ánh", False),
    ],
)
def test_namesakes_are_told_from_names_that_only_come_to_one_address(one: str, other: str, differ: bool) -> None:
    assert is_other_name(read_name(one), read_name(other)) is differ
