"""Copies of a request's papers: one folder whatever the editions, the newest opened, the clerk's work never written over."""

from __future__ import annotations

import docx
import pytest

from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.gui.parts.copies import Copies
from govmail_desk.listings import requests
from govmail_desk.operations.editions import plan_edition, remake_papers
from govmail_desk.operations.request_sending import sign_request
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.dialogs.request_lives import MONDAY, RequestLife


@pytest.fixture
def life(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("GOVMAIL_DESK_HOME", str(tmp_path / "home"))
    opened = RequestLife(qtbot, tmp_path)
    yield opened
    opened.close()
    stand_on(Desktop())


@pytest.fixture
def desktop():
    answering = AnsweringDesktop(None)
    stand_on(answering)
    return answering


def copies(life):
    return Copies(life.desk, requests.pane(life.desk, life.id))


def made_again(life):
    """Have every paper another edition."""
    sign_request(life.desk, request_id=life.id, number="125", on=MONDAY)
    remake_papers(life.desk, plan_edition(life.desk, request_id=life.id))
    return requests.pane(life.desk, life.id)


def test_the_folder_stays_when_papers_have_another_edition(life):
    before = copies(life).folder
    made_again(life)
    assert copies(life).folder == before


def test_the_newest_edition_takes_the_place_of_a_copy_nobody_edited(life, desktop):
    copies(life).open(life.page, requests.pane(life.desk, life.id).newest[0])
    first = desktop.opened[-1]
    newest = made_again(life).newest[0]
    copies(life).open(life.page, newest)
    assert desktop.opened[-1] == first
    assert first.read_bytes() == requests.content(life.desk, newest.sha256)


def test_a_copy_the_clerk_edited_is_opened_as_it_is(life, desktop):
    copies(life).open(life.page, requests.pane(life.desk, life.id).newest[0])
    path = desktop.opened[-1]
    document = docx.Document(path)
    document.paragraphs[-1].add_run(" thêm tay")
    document.save(path)
    edited = path.read_bytes()
    copies(life).open(life.page, made_again(life).newest[0])
    assert (desktop.opened[-1], path.read_bytes()) == (path, edited)


def test_an_earlier_edition_lies_in_a_folder_of_its_own(life, desktop):
    earlier = made_again(life).earlier[0]
    copies(life).open(life.page, earlier)
    assert desktop.opened[-1] == copies(life).folder / "ban-1" / earlier.name
    assert desktop.opened[-1].read_bytes() == requests.content(life.desk, earlier.sha256)


def test_the_folder_opened_holds_the_newest_of_each_paper_once(life, desktop):
    pane = made_again(life)
    copies(life).open_folder(life.page)
    assert sorted(path.name for path in desktop.opened[-1].iterdir()) == sorted(kept.name for kept in pane.newest)
