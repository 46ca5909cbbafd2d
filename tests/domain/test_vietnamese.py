from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.domain.vietnamese import (
    MARKED_LETTERS,
    clean,
    fold,
    initials,
    look_alikes_of_d,
    mend_look_alikes_of_d,
    one_apostrophe,
    search_key,
    sort_key,
)

VIETNAMESE = st.text(
    alphabet=sorted(MARKED_LETTERS) + list("abcdeghiklmnopqrstuvxyABCDEGHIKLMNOPQRSTUVXY '-"), max_size=40
)


def test_the_marked_letters_are_the_134_of_the_alphabet() -> None:
    assert len(MARKED_LETTERS) == 134


@pytest.mark.parametrize("letter", sorted(MARKED_LETTERS))
def test_each_marked_letter_folds_to_one_plain_letter_however_it_is_composed(letter: str) -> None:
    half_composed = normalize("NFC", normalize("NFD", letter)[:2]) + normalize("NFD", letter)[2:]
    folded = {fold(letter), fold(normalize("NFD", letter)), fold(half_composed)}
    assert len(folded) == 1
    assert folded.pop() in set("adeiouy")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Nguyễn\u00a0Văn\u2003An", "Nguyễn Văn An"),
        ("\ufeffNguyễn \u200bVăn\u200d An\u00ad", "Nguyễn Văn An"),
        ("  Nguyễn\t\r\n Văn  An ", "Nguyễn Văn An"),
        (normalize("NFD", "Đặng Thị Huệ"), "Đặng Thị Huệ"),
        ("Hue\u200b\u0323\u0302", "Huệ"),
        ("Hoà", "Hoà"),
        ("Trần\x00 Tú\ud800", "Trần Tú"),
    ],
)
def test_a_text_is_cleaned_at_the_door(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(st.text(max_size=60))
@settings(max_examples=100)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(VIETNAMESE)
@settings(max_examples=100)
def test_decomposed_text_is_searched_and_sorted_as_composed(text: str) -> None:
    decomposed = normalize("NFD", text)
    assert search_key(decomposed) == search_key(text)
    assert sort_key(decomposed) == sort_key(text)
    assert fold(text).isascii()


@given(st.text(max_size=60))
@settings(max_examples=100)
def test_keys_hold_only_ascii(text: str) -> None:
    assert search_key(text).isascii()
    assert sort_key(text).isascii()


@pytest.mark.parametrize(
    ("foreign", "plain"), [("Müller", "muller"), ("Straße", "strasse"), ("Čedomir Ñlô", "cedomir nlo")]
)
def test_letters_that_are_not_vietnamese_are_transliterated(foreign: str, plain: str) -> None:
    assert fold(foreign) == plain


@pytest.mark.parametrize("letter", ["\u00d0", "\u0189", "\u00f0", "\u0256"])
def test_a_look_alike_of_d_is_reported_and_never_folded_silently(letter: str) -> None:
    assert look_alikes_of_d(f"{letter}ức") == (letter,)
    assert letter.lower() in fold(f"{letter}ức").lower()
    assert fold(mend_look_alikes_of_d(f"{letter}ức")) == "duc"
    assert search_key(f"{letter}ức") == "duc"


def test_true_d_is_no_look_alike() -> None:
    assert look_alikes_of_d("Đỗ đức Dũng") == ()


@pytest.mark.parametrize("apostrophe", ["'", "\u2018", "\u2019", "\u02bc", "`", "\u00b4"])
def test_the_apostrophes_are_one(apostrophe: str) -> None:
    assert one_apostrophe(f"H{apostrophe}Hen") == "H'Hen"
    assert search_key(f"H{apostrophe}Hen Niê") == "hhen nie"


def test_old_and_new_places_of_the_tone_are_found_by_one_key() -> None:
    assert search_key("Nguyễn Thị Hoà") == search_key("Nguyễn Thị Hòa")
    assert sort_key("Thuý") == sort_key("Thúy")


def test_initials_are_the_first_letters_of_the_words() -> None:
    assert initials("Đỗ Văn  Ánh") == "dva"
    assert initials("Văn hóa - Thông tin") == "vhtt"


def test_words_stand_in_the_order_of_a_vietnamese_dictionary() -> None:
    ordered = [
        "a",
        "à",
        "ả",
        "ã",
        "á",
        "ạ",
        "ai",
        "ăn",
        "ân",
        "b",
        "c",
        "da",
        "đa",
        "đà",
        "e",
        "em",
        "ê",
        "êm",
        "i",
        "o",
        "ô",
        "ơ",
        "u",
        "ư",
        "y",
        "1",
    ]
    assert sorted(ordered, key=sort_key) == ["1", *ordered[:-1]]


def test_a_shorter_syllable_stands_before_a_longer_one_and_letters_weigh_more_than_tones() -> None:
    ordered = ["ba", "ba an", "bà", "bạ", "ban", "bán", "băn", "bân"]
    assert sorted(ordered, key=sort_key) == ordered
