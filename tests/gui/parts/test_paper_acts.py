"""What is offered of a request's papers, by how far it has come."""

from __future__ import annotations

import pytest

from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.listings import requests
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.dialogs.request_lives import RequestLife


@pytest.fixture
def lives(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("GOVMAIL_DESK_HOME", str(tmp_path / "home"))
    opened = []

    def begin(state):
        opened.append(RequestLife(qtbot, tmp_path, state=state))
        return opened[-1]

    yield begin
    for each in opened:
        each.close()
    stand_on(Desktop())


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        ("draft", ["Kiểm tra trước khi ký", "Lập lại giấy tờ…"]),
        ("signed", ["Kiểm tra trước khi ký", "Lập lại giấy tờ…"]),
        ("sent", ["Đính kèm văn bản trả lời…"]),
        ("answered", ["Đính kèm văn bản trả lời…"]),
    ],
)
def test_acts_fit_the_state(lives, state, offered):
    life = lives(state)
    acts = life.page.paper_acts
    assert [one.text() for one in (acts.check_act, *acts.lesser) if one.isVisible()] == offered
    assert (life.page.shown.check_link is not None) == ("Kiểm tra trước khi ký" in offered)


def test_nothing_is_offered_where_no_request_is_chosen(lives):
    life = lives("draft")
    life.page.table.clearSelection()
    life.page.settle()
    acts = life.page.paper_acts
    assert [one for one in (acts.check_act, *acts.lesser) if one.isVisible()] == []


def test_an_answer_that_came_later_is_attached_and_opened_from_the_pane(lives, tmp_path):
    life = lives("answered")
    scan = tmp_path / "88.pdf"
    scan.write_bytes(b"%PDF-1.7 ban quet")
    desktop = AnsweringDesktop(scan)
    stand_on(desktop)
    life.page.paper_acts.choose_answer()
    life.page.settle()
    link = life.page.shown.files[-1]
    assert link.words == "Văn bản trả lời, bản 1"
    link.click()
    assert desktop.opened[-1].read_bytes() == scan.read_bytes()


def test_the_same_answer_twice_is_refused_in_place(lives, tmp_path):
    life = lives("answered")
    scan = tmp_path / "88.pdf"
    scan.write_bytes(b"%PDF-1.7 ban quet")
    stand_on(AnsweringDesktop(scan))
    for _ in range(2):
        life.page.paper_acts.choose_answer()
    assert "đã được đính kèm rồi" in life.opened.said
    assert [kept.role for kept in requests.pane(life.desk, life.id).files].count("answer") == 1


def test_a_choice_thought_better_of_attaches_nothing(lives):
    life = lives("answered")
    stand_on(AnsweringDesktop(None))
    life.page.paper_acts.choose_answer()
    assert "answer" not in {kept.role for kept in requests.pane(life.desk, life.id).files}
