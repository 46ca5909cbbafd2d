"""Files on disk: whole or not at all, the old one kept, and a sentence that names the file."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from govmail_desk.documents.writing import FileInUse, sweep, write_whole
from govmail_desk.domain.errors import StoreUnavailable


def refusing(number: int) -> object:
    """The operating system's answer to any call."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    target = tmp_path / "Công văn.docx"
    target.write_bytes(b"old")
    return target


def test_a_file_is_made_and_a_later_one_takes_its_place(letter: Path) -> None:
    write_whole(letter, b"new")
    assert letter.read_bytes() == b"new"
    assert [entry.name for entry in letter.parent.iterdir()] == ["Công văn.docx"]


def test_a_file_open_in_word_is_kept_and_a_free_name_is_offered(letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "replace", refusing(errno.EACCES))
    with pytest.raises(FileInUse, match=r"«Công văn\.docx» đang mở ở chương trình khác") as refused:
        write_whole(letter, b"new")
    assert "lưu thành «Công văn (2).docx»" in refused.value.sentence
    assert refused.value.offered == letter.with_name("Công văn (2).docx")
    assert letter.read_bytes() == b"old"
    assert [entry.name for entry in letter.parent.iterdir()] == ["Công văn.docx"]


def test_a_folder_of_that_name_is_in_the_way_and_another_name_is_offered(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(FileInUse) as refused:
        write_whole(tmp_path / "a.docx", b"new")
    assert refused.value.offered.name == "a (2).docx"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.docx"]


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(
    letter: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    monkeypatch.setattr(*((os, "fsync") if call == "fsync" else (Path, "replace")), refusing(errno.ENOSPC))
    with pytest.raises(StoreUnavailable, match="Ổ đĩa đã đầy"):
        write_whole(letter, b"new")
    assert letter.read_bytes() == b"old"
    assert [entry.name for entry in letter.parent.iterdir()] == ["Công văn.docx"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="Hãy chọn thư mục khác"):
        write_whole(tmp_path / "không có" / "a.docx", b"new")


def test_what_a_killed_program_left_begun_is_swept_away_and_nothing_else(letter: Path) -> None:
    names = ("~0123456789abcdef.tmp", "~$Công văn.docx", "~ghi chú.tmp")
    for name in names:
        letter.with_name(name).write_bytes(b"half")
        os.utime(letter.with_name(name), (0, 0))
    being_written = letter.with_name("~fedcba9876543210.tmp")
    being_written.write_bytes(b"half")
    sweep(letter.parent, now=being_written.stat().st_mtime)
    left = {entry.name for entry in letter.parent.iterdir()}
    assert left == {"Công văn.docx", "~$Công văn.docx", "~ghi chú.tmp", "~fedcba9876543210.tmp"}
