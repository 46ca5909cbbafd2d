"""Kept papers made into PDF by the real LibreOffice: every letter of Vietnamese there, whole or not at all, and nothing left behind."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from unicodedata import is_normalized

import pytest

from govmail_desk.documents import converter
from govmail_desk.documents.converter import NO_CONVERTER, NoConverter, as_pdf, found_converters
from govmail_desk.documents.converter_libreoffice import LibreOffice
from govmail_desk.documents.letter import made_letter
from govmail_desk.documents.list import made_list
from govmail_desk.documents.package import packed, unpacked
from govmail_desk.documents.preview import PaperPages
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from tests.documents.sample_papers import CA_MAU, LETTER_FORM, LIST, PERSONS_FORM

LETTER = made_letter(LETTER_FORM, CA_MAU)


class Stopped(Exception):
    pass


@dataclass(frozen=True)
class Broken:
    """An office that starts and makes nothing."""

    name: str = "Microsoft Word"
    endings: frozenset[str] = frozenset({".docx"})

    def convert(self, sources, **_how) -> None:
        pass


def pages_of(pdf: bytes) -> list[str]:
    pages = PaperPages(pdf)
    said = [pages.text(index) for index in range(pages.count)]
    pages.close()
    return said


def test_a_letter_and_its_list_are_made_in_one_start_in_a_folder_with_vietnamese_letters_and_blanks(tmp_path):
    folder = tmp_path / "Thư mục của Đỗ Thị Ứng"
    folder.mkdir()
    told: list[tuple[int, int]] = []
    papers = {"công văn.docx": LETTER, "danh sách.xlsx": made_list(PERSONS_FORM, LIST)}
    made = as_pdf(papers, work_in=folder, tick=lambda done, total: told.append((done, total)))
    (letter,), lists = (pages_of(made.pdf(name)) for name in papers)
    assert is_normalized("NFC", letter)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in letter
    assert "Kính gửi: Sở Thông tin và Truyền thông tỉnh Cà Mau" in letter
    assert LIST.rows[0]["ho_ten"] in " ".join("".join(lists).split())
    assert set(told) <= {(0, 2), (1, 2)}
    assert list(folder.iterdir()) == []


def test_a_damaged_file_is_refused_with_its_name_and_the_others_are_made(tmp_path):
    no_paper = packed({"ghi chú.xml": b"<a/>"})
    made = as_pdf({"hỏng.docx": LETTER[:3000], "lạ.docx": no_paper, "thư.docx": LETTER}, work_in=tmp_path)
    assert list(made.pdfs) == ["thư.docx"]
    for name in ("hỏng.docx", "lạ.docx"):
        with pytest.raises(RuleBroken, match=f"«{name}»"):
            made.pdf(name)
    assert list(tmp_path.iterdir()) == []


def test_a_paper_that_would_fetch_something_is_never_opened(tmp_path):
    parts = unpacked(LETTER, name="thư.docx")
    rels = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="r99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"'
        b' Target="http://192.0.2.1/a.png" TargetMode="External"/></Relationships>',
    )
    made = as_pdf({"thư.docx": packed({**parts, "word/_rels/document.xml.rels": rels})}, work_in=tmp_path)
    with pytest.raises(RuleBroken, match="liên kết ra ngoài"):
        made.pdf("thư.docx")


def test_without_an_office_one_sentence_says_what_to_install(tmp_path):
    with pytest.raises(NoConverter, match="hãy cài LibreOffice") as refused:
        as_pdf({"thư.docx": LETTER}, converters=(), work_in=tmp_path).pdf("thư.docx")
    assert refused.value.sentence == NO_CONVERTER


def test_an_office_taken_away_since_is_told_of_and_the_next_is_asked(tmp_path):
    gone = LibreOffice(tmp_path / "soffice", name="LibreOffice cũ")
    made = as_pdf({"thư.docx": LETTER}, converters=(gone, Broken()), work_in=tmp_path)
    with pytest.raises(RuleBroken, match="LibreOffice cũ và Microsoft Word không mở được tệp"):
        made.pdf("thư.docx")
    assert as_pdf({"thư.docx": LETTER}, converters=(Broken(), *found_converters()), work_in=tmp_path).pdf("thư.docx")


def test_too_long_is_told_and_leaves_nothing(tmp_path):
    with pytest.raises(StoreUnavailable, match="Hãy thử lại"):
        as_pdf({"thư.docx": LETTER}, work_in=tmp_path, seconds=0.4)
    assert list(tmp_path.iterdir()) == []


def test_a_stop_in_the_middle_leaves_nothing(tmp_path):
    def stop_once_the_office_stands(_done: int, _total: int) -> None:
        if list(tmp_path.glob("*/profile/user/*/")):
            raise Stopped

    with pytest.raises(Stopped):
        as_pdf({"thư.docx": LETTER}, work_in=tmp_path, tick=stop_once_the_office_stands)
    assert list(tmp_path.iterdir()) == []


def test_a_temporary_folder_that_is_not_there_is_told_of(tmp_path):
    with pytest.raises(StoreUnavailable, match="thư mục tạm"):
        as_pdf({"thư.docx": LETTER}, work_in=tmp_path / "không có")


def test_a_disk_too_full_for_a_pdf_is_told_of_rather_than_a_damaged_file(tmp_path, monkeypatch):
    monkeypatch.setattr(converter, "_LEAST_ROOM", 2**63)  # no disk has so much room
    with pytest.raises(StoreUnavailable, match="đã đầy"):
        as_pdf({"thư.docx": LETTER}, converters=(Broken(),), work_in=tmp_path)


def test_nobody_else_may_look_into_the_folder_of_the_papers(tmp_path):
    modes = []

    @dataclass(frozen=True)
    class Looking(Broken):
        def convert(self, _sources, *, folder: Path, **_how) -> None:
            modes.append(folder.stat().st_mode & 0o077)

    as_pdf({"thư.docx": LETTER}, converters=(Looking(),), work_in=tmp_path)
    assert modes == [0]
