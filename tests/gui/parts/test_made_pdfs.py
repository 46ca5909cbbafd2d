"""PDFs made once for a window, and gone with it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from govmail_desk.documents.converter import NO_CONVERTER
from govmail_desk.gui.parts.made_pdfs import MadePdfs, has_pages, made_pdfs_of
from govmail_desk.listings import requests as listing
from govmail_desk.operations.requests import draft_request, plan_request
from tests.desks import added, founded


class Stopped(Exception):
    pass


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as opened:
        draft_request(opened, plan_request(opened, on=opened.today(), people_ids=[added(opened, "Đỗ Thị Ứng")]))
        yield opened


@pytest.fixture
def pdfs(qapp):
    made = MadePdfs()
    yield made
    made.deleteLater()


def papers_of(desk):
    return [kept for kept in listing.pane(desk, listing.every(desk)[0].id).files if has_pages(kept)]


def nothing(_done, _total):
    pass


def test_a_paper_is_made_once_and_its_companions_with_it(desk, pdfs):
    letter, sheet = papers_of(desk)
    first = pdfs.shown(desk, letter, [sheet], nothing)
    pdfs.converters = ()
    assert pdfs.shown(desk, letter, [sheet], nothing) == first
    assert pdfs.shown(desk, sheet, [letter], nothing).pdf.startswith(b"%PDF")
    assert first.told == "Bản PDF có 1 trang."


def test_without_an_office_there_are_words(desk, pdfs):
    pdfs.converters = ()
    letter, sheet = papers_of(desk)
    shown = [pdfs.shown(desk, paper, [], nothing) for paper in (letter, sheet)]
    assert [one.told for one in shown] == [NO_CONVERTER] * 2
    assert any("Đỗ Thị Ứng" in line.cells for line in shown[1].lines)


def test_a_stop_keeps_nothing(desk, pdfs):
    def stop(_done, _total):
        raise Stopped

    with pytest.raises(Stopped):
        pdfs.shown(desk, papers_of(desk)[0], [], stop)
    assert list(pdfs.folder.glob("*.pdf")) == []


def test_one_window_has_one_folder_and_takes_it_away(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    part = QWidget(window)
    pdfs = made_pdfs_of(part)
    folder = pdfs.folder
    (folder / "a.pdf").write_bytes(b"%PDF")
    assert made_pdfs_of(window) is pdfs
    with qtbot.waitSignal(pdfs.destroyed):
        pdfs.deleteLater()
    assert not folder.exists()
