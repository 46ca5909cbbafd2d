"""How the pane of a request tells its papers apart."""

from __future__ import annotations

from govmail_desk.gui.panes.request import _named_apart
from govmail_desk.listings.requests import FileRow


def kept(number, role, name, edition=1):
    return FileRow(number, role, name, 6000, edition, "")


def names(*files):
    return [words for _kept, words in _named_apart(files)]


def test_a_chase_letter_and_the_draft_that_takes_it_along_have_names_of_their_own():
    assert names(kept(1, "chase", "don-doc-1.docx"), kept(2, "chase", "don-doc-1.eml")) == [
        "Công văn đôn đốc",
        "Thư nháp đôn đốc",
    ]


def test_the_slips_of_several_people_are_told_apart_by_their_number():
    files = [kept(1, "slip", "phieu-01.docx"), kept(2, "slip", "phieu-02.docx"), kept(3, "letter", "cong-van.docx")]
    assert names(*files) == ["Phiếu yêu cầu 1", "Phiếu yêu cầu 2", "Công văn"]


def test_two_editions_of_one_paper_are_no_two_papers():
    assert names(kept(1, "letter", "cong-van.docx"), kept(2, "letter", "cong-van.docx", 2)) == ["Công văn", "Công văn"]
