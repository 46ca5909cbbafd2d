"""The letters of a paper: right Vietnamese of every kind passes, what is no TCVN 6909 Unicode is told."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.layout.seeded import of_camau, says

RIGHT = [
    "Phòng Toán, khoa Hoá, chị Thuý, TOÀN CƠ QUAN, Ủy ban và Uỷ ban.",
    "Phòng Toán",
    "H'Hen Niê, K’Brêu, Y Bhăm Êban, Thạch Sa Rươl.",
    "Giá 25 °C; 5 m²; 1/2; “ngoặc kép”; «ngoặc»; số №; § 3; © 2026.",
    "Một\u00a0khoảng trắng không ngắt – và gạch dài — cùng dấu ba chấm…",
]


@pytest.mark.parametrize("text", RIGHT)
def test_right_vietnamese_passes(text: str) -> None:
    assert of_camau(says("Thông tin liên hệ", text)) == ()


SYLLABLES = (
    "Nguyễn",
    "Hoàng",
    "Đặng",
    "Thuý",
    "Toán",
    "quý",
    "ngoài",
    "khoá",
    "Huệ",
    "nghiêng",
    "đường",
    "ƯỚC",
    "Ỷ",
    "ữ",
    "ẫ",
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(SYLLABLES), min_size=2, max_size=8))
def test_words_in_any_order_pass_composed_and_are_told_decomposed(words: list[str]) -> None:
    text = f"Nhân sự: {' '.join(words)}."
    assert of_camau(says("Thông tin liên hệ", text)) == ()
    (told,) = of_camau(says("Thông tin liên hệ", normalize("NFD", text)))
    assert (told.where, told.paragraph) == ("Bộ mã ký tự", 17)


@pytest.mark.parametrize("word", ["Traàn", "Nguyeãn", "Vaên", "TrÇn", "§ç", "NguyÔn"])
def test_one_word_of_an_old_font_among_right_ones_is_told(word: str) -> None:
    (told,) = of_camau(says("Thông tin liên hệ", f"Thông tin liên hệ: chị {word} Thị Hương, văn thư."))
    assert (told.where, told.severity) == ("Bộ mã ký tự", "wrong")
    assert f"«{word}» " in told.sentence


def test_a_letter_of_another_alphabet_standing_alone_is_for_a_person_to_judge() -> None:
    (told,) = of_camau(says("Thông tin liên hệ", "Góc α của thiết bị."))
    assert (told.where, told.severity) == ("Bộ mã ký tự", "look")
