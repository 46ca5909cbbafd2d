from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.domain.legacy_fonts import (
    ColumnProposal,
    FontedText,
    encoding_of_font,
    encoding_of_text,
    from_tcvn3,
    from_vni,
    propose_conversion,
)

LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ"
TCVN3_BYTES_OF_GLIBC = bytes.fromhex(
    "b5 b8 b6 b7 b9 a8 bb be bc bd c6 a9 c7 ca c8 c9 cb ae cc d0 ce cf d1 aa d2 d5 d3 d4 d6 d7 dd d8 dc de df e3 e1 e2 e4 ab "
    "e5 e8 e6 e7 e9 ac ea ed eb ec ee ef f3 f1 f2 f4 ad f5 f8 f6 f7 f9 fa fd fb fc fe a1 a2 a7 a3 a4 a5 a6"
)
"""What `iconv -f UTF-8 -t TCVN-5712` of glibc 2.36 makes of LETTERS."""

VNI_LETTERS = {
    "a": "aù aø aû aõ aï aâ aá aà aå aã aä aê aé aè aú aü aë",
    "e": "eù eø eû eõ eï eâ eá eà eå eã eä",
    "i": "í ì æ ó ò",
    "o": "où oø oû oõ oï oâ oá oà oå oã oä ô ôù ôø ôû ôõ ôï",
    "u": "uù uø uû uõ uï ö öù öø öû öõ öï",
    "y": "yù yø yû yõ î",
    "d": "ñ",
}
VIETNAMESE_LETTERS = {
    "a": "á à ả ã ạ â ấ ầ ẩ ẫ ậ ă ắ ằ ẳ ẵ ặ",
    "e": "é è ẻ ẽ ẹ ê ế ề ể ễ ệ",
    "i": "í ì ỉ ĩ ị",
    "o": "ó ò ỏ õ ọ ô ố ồ ổ ỗ ộ ơ ớ ờ ở ỡ ợ",
    "u": "ú ù ủ ũ ụ ư ứ ừ ử ữ ự",
    "y": "ý ỳ ỷ ỹ ỵ",
    "d": "đ",
}


def read_column(*cells: str | FontedText) -> ColumnProposal | None:
    return propose_conversion([cell if isinstance(cell, FontedText) else FontedText(cell) for cell in cells])


def afters(proposal: ColumnProposal | None) -> list[str]:
    assert proposal is not None
    return [cell.after for cell in proposal.cells]


def test_the_tcvn3_table_agrees_with_glibc() -> None:
    assert from_tcvn3(TCVN3_BYTES_OF_GLIBC.decode("latin-1")) == LETTERS


def test_the_vni_table_holds_every_letter_small_and_capital() -> None:
    for group, written in VNI_LETTERS.items():
        assert from_vni(written) == VIETNAMESE_LETTERS[group]
        assert from_vni(written.upper()) == VIETNAMESE_LETTERS[group].upper()


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "TCVN3"),
        (".VnArial NarrowH", "TCVN3"),
        (".vntimeh", "TCVN3"),
        ("VNI-Times", "VNI"),
        ("VNI Helve", "VNI"),
        ("Times New Roman", None),
        (None, None),
    ],
)
def test_a_font_name_tells_the_encoding(font: str | None, encoding: str | None) -> None:
    assert encoding_of_font(font) == encoding


def test_a_column_in_a_tcvn3_font_is_proposed_cell_by_cell() -> None:
    proposal = read_column(FontedText("NguyÔn V¨n H¶i", ".VnTime"), FontedText("Lan", ".VnTime"))
    assert proposal is not None
    assert (proposal.encoding, proposal.evidence, proposal.refusal) == ("TCVN3", "font", "")
    assert [(cell.place, cell.before, cell.after, cell.doubt) for cell in proposal.cells] == [
        (0, "NguyÔn V¨n H¶i", "Nguyễn Văn Hải", "")
    ]


def test_a_capitals_font_gives_the_capitals_tcvn3_lacks() -> None:
    proposal = read_column(FontedText("nguyÔn v¨n h¶i", ".VnTimeH"), FontedText("lan", ".VnTimeH"))
    assert afters(proposal) == ["NGUYỄN VĂN HẢI", "LAN"]


def test_a_tcvn3_column_without_fonts_is_known_by_its_impossible_sequences() -> None:
    proposal = read_column("NguyÔn V¨n H¶i", "TrÇn ThÞ Hång", "Lª Quý", "D\u00ad¬ng ChÝ Nguyªn", "Hµ-Néi")
    assert proposal is not None
    assert (proposal.encoding, proposal.evidence) == ("TCVN3", "sequences")
    assert afters(proposal) == ["Nguyễn Văn Hải", "Trần Thị Hồng", "Lê Quý", "Dương Chí Nguyên", "Hà-Nội"]
    assert not any(cell.doubt for cell in proposal.cells)


def test_a_vni_column_without_fonts_is_known_by_its_impossible_sequences() -> None:
    proposal = read_column("Nguyeãn Vaên Haûi", "LEÂ THÒ MYÕ HAÏNH", "Ñoã Vaên Lyù")
    assert proposal is not None
    assert (proposal.encoding, proposal.evidence) == ("VNI", "sequences")
    assert afters(proposal) == ["Nguyễn Văn Hải", "LÊ THỊ MỸ HẠNH", "Đỗ Văn Lý"]
    assert not any(cell.doubt for cell in proposal.cells)


def test_a_single_tcvn3_cell_without_its_font_is_only_doubtful() -> None:
    proposal = read_column("NguyÔn V¨n H¶i", "Lan", "Minh")
    assert proposal is not None
    assert afters(proposal) == ["Nguyễn Văn Hải"]
    assert all(cell.doubt for cell in proposal.cells)


@pytest.mark.parametrize(
    "cells",
    [
        ["Hoàng Văn Toàn", "Nguyễn Thị Hoà", "Quý Lê"],
        ["Hoàng", "Toàn", "Hoà", "Quý"],
        ["Hélène Crêpe", "Müller", "Citroën", "naïve"],
        ["Đình", "Quý Lê"],
        [normalize("NFD", "Nguyễn Thị Hoà"), "Hoàng"],
        ["5µm", "10µm", "25 m²", "«Nhà»", "© 2026"],
        ["0912 345 678", "", "nvan@soctrang.gov.vn"],
    ],
)
def test_right_text_is_never_touched(cells: list[str]) -> None:
    assert read_column(*cells) is None


@pytest.mark.parametrize("font", [".VnTime", "VNI-Times"])
def test_true_vietnamese_in_a_legacy_font_is_never_touched(font: str) -> None:
    assert read_column(FontedText("Hoàng Văn Toàn", font), FontedText("Nguyễn Thị Hoà", font)) is None


def test_a_column_that_holds_true_vietnamese_is_refused_and_its_odd_cells_are_shown() -> None:
    proposal = read_column("Hoàng Văn Toàn", "NguyÔn V¨n H¶i", "TrÇn ThÞ Hång")
    assert proposal is not None
    assert "Hoàng Văn Toàn" in proposal.refusal
    assert [cell.place for cell in proposal.cells] == [1, 2]
    assert all(cell.doubt for cell in proposal.cells)


def test_a_cell_that_reads_as_it_stands_is_doubtful_even_in_the_font() -> None:
    proposal = read_column(FontedText("Hoàng Toàn", "VNI-Times"), FontedText("Nguyeãn Vaên Haûi", "VNI-Times"))
    assert proposal is not None
    assert [(cell.after, bool(cell.doubt)) for cell in proposal.cells] == [
        ("Hồng Tồn", True),
        ("Nguyễn Văn Hải", False),
    ]


def test_a_foreign_name_amid_tcvn3_is_doubtful() -> None:
    proposal = read_column("NguyÔn V¨n H¶i", "TrÇn ThÞ Hång", "Hélène Crêpe")
    assert proposal is not None
    assert [bool(cell.doubt) for cell in proposal.cells] == [False, False, True]


def test_a_lost_u_is_put_back_and_doubtful() -> None:
    proposal = read_column("NguyÔn V¨n H¶i", "D-¬ng ChÝ Nguyªn", "Tr-êng An")
    assert afters(proposal) == ["Nguyễn Văn Hải", "Dương Chí Nguyên", "Trường An"]
    assert proposal is not None
    assert [bool(cell.doubt) for cell in proposal.cells] == [False, True, True]


def test_addresses_in_a_capitals_font_are_left_alone() -> None:
    proposal = read_column(FontedText("nguyÔn v¨n h¶i", ".VnTimeH"), FontedText("nvhai@ninhbinh.gov.vn", ".VnTimeH"))
    assert afters(proposal) == ["NGUYỄN VĂN HẢI"]


@given(
    st.lists(
        st.sampled_from(["Hoàng Văn Toàn", "Đỗ Thị Hoà", "Lê Quý", "Trần Mỹ Hạnh", "Vũ Tú"]), min_size=1, max_size=6
    )
)
@settings(max_examples=50)
def test_lists_of_right_names_never_become_a_proposal(names: list[str]) -> None:
    assert read_column(*names) is None


@given(st.text(max_size=30))
@settings(max_examples=100)
def test_text_with_a_true_vietnamese_letter_has_no_legacy_encoding(text: str) -> None:
    assert encoding_of_text(text + "ễ") is None
