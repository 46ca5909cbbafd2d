"""Copies of a report's papers on the clerk's disk."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.privacy import Export
from govmail_desk.operations import journals
from govmail_desk.operations.report_copies import edited_report_papers, save_report_papers, take_in_report_paper
from govmail_desk.operations.report_papers import make_papers, newest_papers, paper_bytes, report_of
from govmail_desk.operations.reports import edit_report
from govmail_desk.store.transaction import Transaction
from tests.desks import founded
from tests.report_rows import drafted


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as opened:
        yield opened


@pytest.fixture
def made(desk):
    report_id = drafted(desk)
    make_papers(desk, report_id=report_id)
    return report_id


def changed(path) -> None:
    paper = docx.Document(str(path))
    paper.paragraphs[-1].add_run("Câu của đơn vị")
    saved = BytesIO()
    paper.save(saved)
    path.write_bytes(saved.getvalue())


def test_saving_copies_notes_that_they_went_out(desk, made, tmp_path) -> None:
    written = save_report_papers(desk, report_id=made, folder=tmp_path / "gui")
    assert sorted(path.name for path in written) == ["bang-so-lieu-2026-Q4.xlsx", "bao-cao-2026-Q4.docx"]
    with desk.reading() as connection:
        noted = Transaction(connection).find(Export)
    assert [(one.kind, one.row_count) for one in noted] == [("report", 5), ("report", 5)]
    assert noted[0].content_sha256 in {paper.sha256 for paper in newest_papers(desk, made)}


def test_a_copy_as_it_was_made_is_no_edit(desk, made, tmp_path) -> None:
    save_report_papers(desk, report_id=made, folder=tmp_path / "gui")
    assert edited_report_papers(desk, report_id=made, folder=tmp_path / "gui") == ()


def test_a_newer_edition_takes_the_place_of_an_untouched_one_and_goes_beside_an_edited_one(
    desk, made, tmp_path
) -> None:
    letter, _ = save_report_papers(desk, report_id=made, folder=tmp_path)
    edit_report(desk, seen=report_of(desk, made), usage={}, remarks={"assessment": "Các bộ phận dùng hộp thư đều."})
    make_papers(desk, report_id=made)
    assert save_report_papers(desk, report_id=made, folder=tmp_path)[0] == letter
    changed(letter)
    assert save_report_papers(desk, report_id=made, folder=tmp_path)[0].name == "bao-cao-2026-Q4 (2).docx"


def test_a_copy_edited_in_word_is_found_and_becomes_the_next_edition(desk, made, tmp_path) -> None:
    folder = tmp_path / "gui"
    save_report_papers(desk, report_id=made, folder=folder)
    changed(folder / "bao-cao-2026-Q4.docx")
    (edited,) = edited_report_papers(desk, report_id=made, folder=folder)
    take_in_report_paper(desk, paper_id=edited.paper_id, path=edited.path)
    letter = newest_papers(desk, made)[0]
    assert (letter.edition, letter.origin) == (2, "edited")
    with desk.reading() as connection:
        assert paper_bytes(connection, letter.sha256) == edited.path.read_bytes()
    assert edited_report_papers(desk, report_id=made, folder=folder) == ()


def test_taking_one_in_can_be_taken_back(desk, made, tmp_path) -> None:
    save_report_papers(desk, report_id=made, folder=tmp_path)
    changed(tmp_path / "bao-cao-2026-Q4.docx")
    take_in_report_paper(desk, paper_id=newest_papers(desk, made)[0].id, path=tmp_path / "bao-cao-2026-Q4.docx")
    journals.take_back(desk, journals.plan_take_back(desk))
    assert newest_papers(desk, made)[0].edition == 1


def test_what_is_kept_already_is_refused(desk, made, tmp_path) -> None:
    save_report_papers(desk, report_id=made, folder=tmp_path)
    letter = newest_papers(desk, made)[0]
    with pytest.raises(RuleBroken, match="giống hệt"):
        take_in_report_paper(desk, paper_id=letter.id, path=tmp_path / letter.name)


def test_another_kind_of_file_is_refused(desk, made, tmp_path) -> None:
    save_report_papers(desk, report_id=made, folder=tmp_path)
    letter, workbook = newest_papers(desk, made)
    with pytest.raises(RuleBroken, match="không còn là tệp docx"):
        take_in_report_paper(desk, paper_id=letter.id, path=tmp_path / workbook.name)


def test_without_papers_there_is_nothing_to_save(desk, tmp_path) -> None:
    with pytest.raises(RuleBroken, match="chưa có giấy tờ"):
        save_report_papers(desk, report_id=drafted(desk), folder=tmp_path)
