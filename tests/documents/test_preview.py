"""The pages of a real PDF: as many pixels as asked for, every letter readable, and its page count beside Word's."""

from __future__ import annotations

import threading
from io import BytesIO
from itertools import pairwise
from operator import sub

import pypdfium2
import pytest

from govmail_desk.documents.converter import as_pdf
from govmail_desk.documents.letter import made_letter
from govmail_desk.documents.list import made_list
from govmail_desk.documents.package import packed, unpacked
from govmail_desk.documents.preview import PaperPages, StoredCount, count_told, stored_count
from govmail_desk.domain.errors import RuleBroken
from tests.documents.sample_papers import BY_REGULATION, LETTER_FORM, LIST, PERSONS_FORM, TWO_PAGES
from tests.signed_pdfs import plain_pdf, scanned_pdf

A4 = (595, 842)
A_SHADE = 16
APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Pages>{}</Pages><Application>{}</Application></Properties>"
)
LETTER = made_letter(LETTER_FORM, TWO_PAGES)


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory):
    """Letters of the five regulations, one of two pages, and a list, made in one start."""
    papers = {f"{name}.docx": made_letter(LETTER_FORM, content) for name, (content, _) in letters().items()}
    return as_pdf(
        {**papers, "dài.docx": LETTER, "danh sách.xlsx": made_list(PERSONS_FORM, LIST)},
        work_in=tmp_path_factory.mktemp("giấy tờ"),
    )


def letters():
    return {name: (content, content.subject) for name, content in BY_REGULATION.items()}


@pytest.fixture
def opened(pdfs):
    made = []

    def open_one(name):
        made.append(PaperPages(pdfs.pdf(name)))
        return made[-1]

    yield open_one
    for pages in made:
        pages.close()


def saved_by(program: str, pages: object, content: bytes = LETTER) -> bytes:
    return packed({**unpacked(content, name="x"), "docProps/app.xml": APP.format(pages, program).encode()})


def blank(*sizes: tuple[float, float]) -> bytes:
    paper, kept = pypdfium2.PdfDocument.new(), BytesIO()
    for width, height in sizes:
        paper.new_page(width, height)
    paper.save(kept)
    paper.close()
    return kept.getvalue()


@pytest.mark.parametrize("name", list(BY_REGULATION))
def test_a_letter_of_each_regulation_is_one_page_of_a4_with_all_its_letters(opened, name):
    pages = opened(f"{name}.docx")
    content = BY_REGULATION[name]
    assert pages.count == 1
    assert tuple(map(round, pages.size(0))) == A4
    said = " ".join(pages.text(0).split())
    assert " ".join(content.subject.split()) in said
    assert content.addressees[0] in said


def test_a_page_is_drawn_black_on_white_as_large_as_asked(opened):
    pages = opened("dài.docx")
    for scale in (0.5, 1.0, 2.75):
        picture = pages.drawn(1, scale=scale)
        assert abs(picture.width - 595 * scale) <= 2
        assert len(picture.pixels) == picture.stride * picture.height
        assert picture.pixels[:3] == b"\xff\xff\xff"
        assert min(picture.pixels) < 60, "nothing black stands on the page"


@pytest.mark.parametrize(("scale", "cuts"), [(0.7, (1, 588)), (1.0, (37, 222, 223)), (1.37, (400,)), (2.0, (900, 901))])
def test_a_page_drawn_in_bands_is_the_page(opened, scale, cuts):
    """But for the grey at the edge of a letter, which PDFium draws a shade lighter or darker where a band cuts it."""
    pages = opened("dài.docx")
    whole = pages.drawn(0, scale=scale)
    bands = [pages.drawn(0, scale=scale, rows=rows) for rows in pairwise((0, *cuts, whole.height))]
    assert [band.height for band in bands] == [last - first for first, last in pairwise((0, *cuts, whole.height))]
    joined = b"".join(band.pixels for band in bands)
    assert len(joined) == len(whole.pixels)
    assert max(map(abs, map(sub, joined, whole.pixels))) < A_SHADE


def test_letters_are_found_where_they_stand_and_their_words_copied(opened):
    pages = opened("dài.docx")
    first = pages.text(0).replace("\n", "\r\n").index("CỘNG HÒA")  # as PDFium counts
    (box,) = pages.boxes_between(0, first, first + 7)
    assert pages.letter_at(0, (box.left + box.right) / 2, (box.top + box.bottom) / 2) in range(first, first + 8)
    assert box.top < 120
    assert pages.text_between(0, first, first + 7) == "CỘNG HÒA"
    assert pages.letter_at(0, 3, 3) is None


def test_pages_lying_and_standing_keep_their_sizes():
    pages = PaperPages(blank(A4, (842, 595), (100, 50)))
    assert [pages.size(index) for index in range(pages.count)] == [A4, (842, 595), (100, 50)]
    assert pages.text(0) == ""
    pages.close()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK", blank(A4)[:200]])
def test_what_is_no_pdf_is_refused(content):
    with pytest.raises(RuleBroken, match="PDF"):
        PaperPages(content)


def test_several_threads_may_ask_at_once(pdfs):
    pages = PaperPages(pdfs.pdf("dài.docx"))
    drawn = []
    alone = pages.drawn(0, scale=1).pixels
    threads = [threading.Thread(target=lambda: drawn.append(pages.drawn(0, scale=1).pixels)) for _ in range(6)]
    for thread in threads:
        thread.start()
    assert "Kính gửi" in pages.text(0)
    for thread in threads:
        thread.join()
    pages.close()
    assert drawn == [alone] * 6


# How many pages


def test_the_count_word_left_is_read():
    assert stored_count(saved_by("Microsoft Office Word", 2)) == StoredCount(2, "Word")
    assert stored_count(saved_by("LibreOffice/7.4.7.2$Linux", 3)) == StoredCount(3, "LibreOffice")


@pytest.mark.parametrize("pages", ["", "0", "-1", "hai", "²"])
def test_no_count_is_read_from_what_is_none(pages):
    assert stored_count(saved_by("Word", pages)) is None


def test_no_count_is_read_where_none_was_left():
    assert stored_count(LETTER) is None
    assert stored_count(b"hong") is None
    assert stored_count(packed({"docProps/app.xml": b"<a"})) is None


def test_the_counts_are_told_in_one_sentence():
    assert count_told("thư.docx", LETTER, 2) == "Bản PDF có 2 trang."
    assert "bằng số trang Word đã ghi" in count_told("thư.docx", saved_by("Word", 2), 2)
    told = count_told("thư.docx", saved_by("Word", 2), 3)
    assert told.startswith("Bản PDF có 3 trang nhưng Word đã ghi trong tệp là 2 trang: hãy xem")
    assert count_told("danh sách.xlsx", b"", 1) == "Bản PDF có 1 trang."


def test_a_scanned_page_has_a_picture_and_a_written_one_has_none() -> None:
    scanned, written = PaperPages(scanned_pdf()), PaperPages(plain_pdf("BIEN BAN"))
    assert scanned.has_picture(0)
    assert not written.has_picture(0)
