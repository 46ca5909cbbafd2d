"""File names Windows takes, whatever a unit, a symbol or an attacker puts into them."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath
from unicodedata import category, normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.documents.file_names import LONGEST_NAME, LONGEST_PATH, free_path, safe_file_name
from govmail_desk.domain.errors import StoreUnavailable

RESERVED = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {
    f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³"
}
NASTY = st.text(
    alphabet=st.one_of(
        st.sampled_from('<>:"/\\|?*.\u202e\u200b\x00\n\t ~$%đĐơƯ'), st.characters(exclude_categories=["Cs"])
    ),
    max_size=300,
)


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("05/STTTT-VP Công văn.docx", "05-STTTT-VP Công văn.docx"),
        ("Danh sách  đề nghị .xlsx", "Danh sách đề nghị.xlsx"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("C:\\Windows\\x.docx", "C-Windows-x.docx"),
        ("CON", "_CON"),
        ("con.docx", "_con.docx"),
        ("Nul .txt", "_Nul.txt"),
        ("COM¹.docx", "_COM¹.docx"),
        ("công ty.docx", "công ty.docx"),
        ("thư\u202excod.exe", "thưxcod.exe"),
        ("a\u200bb.docx", "ab.docx"),
        ("tên. . .", "tên"),
        ("", "tep"),
        (" . ", "tep"),
        ("Quyết định số 12. Về việc cấp mới hộp thư", "Quyết định số 12. Về việc cấp mới hộp thư"),
        ("Nguye\u0302\u0303n.docx", "Nguyễn.docx"),
    ],
)
def test_names_are_mended_and_stay_readable(wanted: str, name: str) -> None:
    assert safe_file_name(wanted) == name


def test_a_long_name_is_shortened_and_keeps_its_ending() -> None:
    name = safe_file_name("Danh sách đề nghị cấp mới " * 20 + ".xlsx")
    assert len(name) <= LONGEST_NAME
    assert name.endswith(".xlsx")


@settings(max_examples=100)
@given(NASTY)
def test_any_text_becomes_one_plain_name(wanted: str) -> None:
    name = safe_file_name(wanted)
    assert name
    assert len(name.encode("utf-16-le")) // 2 <= LONGEST_NAME
    assert name == normalize("NFC", name)
    assert not set(name) & set('<>:"/\\|?*')
    assert not [letter for letter in name if category(letter) in {"Cc", "Cf", "Zl", "Zp"}]
    assert name[-1] not in " ."
    assert name.partition(".")[0].strip().upper() not in RESERVED
    assert PureWindowsPath(name).name == name == PurePosixPath(name).name
    assert safe_file_name(name) == name


@settings(max_examples=60)
@given(st.lists(NASTY, min_size=1, max_size=5))
def test_paths_stay_in_their_folder_and_never_meet(wanted: list[str]) -> None:
    folder = Path("/a/register")
    taken: list[str] = []
    for text in wanted:
        path = free_path(folder, text, taken=taken)
        assert path.parent == folder
        assert len(str(path).encode("utf-16-le")) // 2 <= LONGEST_PATH
        taken.append(path.name)
    assert len({normalize("NFC", name).casefold() for name in taken}) == len(taken)


def test_a_name_that_is_there_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "Công văn.docx").touch()
    (tmp_path / "công văn (2).docx").touch()
    assert free_path(tmp_path, "Công văn.docx").name == "Công văn (3).docx"


def test_a_name_composed_otherwise_is_the_same_name(tmp_path: Path) -> None:
    (tmp_path / normalize("NFD", "Nguyễn.docx")).touch()
    assert free_path(tmp_path, "Nguyễn.docx").name == "Nguyễn (2).docx"


def test_a_deep_folder_shortens_the_name_and_too_deep_a_one_is_told_of() -> None:
    deep = Path("/" + "x" * 200)
    path = free_path(deep, "Danh sách đề nghị cấp mới hộp thư điện tử công vụ.xlsx")
    assert len(str(path)) <= LONGEST_PATH
    assert path.name.endswith(".xlsx")
    with pytest.raises(StoreUnavailable, match="quá dài"):
        free_path(Path("/" + "x" * 238), "a.xlsx")


def test_a_second_package_keeps_its_ending(tmp_path: Path) -> None:
    (tmp_path / "phuong9.govmail-goi").write_bytes(b"")
    assert free_path(tmp_path, "phuong9.govmail-goi").name == "phuong9 (2).govmail-goi"
