import pytest

from govmail_desk.domain.syllable import is_syllable

RIGHT = [
    "Nguyễn",
    "Thị",
    "Thanh",
    "Hường",
    "Quỳnh",
    "Giang",
    "Giêng",
    "gì",
    "Quốc",
    "Huỳnh",
    "Khuê",
    "Thuý",
    "Thúy",
    "Hoà",
    "Hòa",
    "Hoàng",
    "Toàn",
    "Mỹ",
    "Uyên",
    "Yến",
    "Khánh",
    "Hoạch",
    "Nghĩa",
    "Đặng",
    "Đức",
    "Phước",
    "Dương",
    "Hữu",
    "Ưng",
    "Quyết",
    "Triệu",
    "Luyến",
    "Xuân",
    "Huệ",
    "Khuyến",
    "Vũ",
    "Võ",
    "Bùi",
    "Lý",
    "Thạch",
    "Sở",
    "Ủy",
    "Uỷ",
    "ban",
    "NHÂN",
    "DÂN",
    "Thuở",
    "Nguyệt",
    "Ông",
    "Ý",
]
WRONG = [
    "Kbuôr",
    "HHen",
    "TT",
    "UBND",
    "BQL",
    "CNTT",
    "Dơng",
    "Crờpe",
    "Hộlốne",
    "Müller",
    "Đơng",
    "Bácn",
    "bac",
    "Nguyến̉",
    "4",
]


@pytest.mark.parametrize("word", RIGHT)
def test_a_vietnamese_syllable_is_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", WRONG)
def test_damaged_and_foreign_words_and_abbreviations_are_no_syllables(word: str) -> None:
    assert not is_syllable(word)
