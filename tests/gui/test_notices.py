"""Messages in place."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from govmail_desk.gui.notices import NoticeBar, Offer, notices_near
from tests.gui.named_controls import unnamed_controls


class Answers:
    def __init__(self) -> None:
        self.given: list[str] = []

    def take(self) -> None:
        self.given.append("có")


@pytest.fixture
def bar(qtbot):
    place = QWidget()
    qtbot.addWidget(place)
    made = NoticeBar(place)
    layout = QVBoxLayout(place)
    layout.addWidget(made)
    place.show()
    yield made
    place.close()


def test_there_is_nothing_to_see_before_there_is_something_to_say(bar: NoticeBar) -> None:
    assert bar.isHidden()
    assert bar.sentence == ""


def test_a_message_is_seen_and_heard(bar: NoticeBar) -> None:
    bar.say("Đã thêm Lê Thị Mỹ Hạnh", tone="good")
    assert bar.sentence == bar.accessibleName() == "Đã thêm Lê Thị Mỹ Hạnh"
    assert unnamed_controls(bar) == []


def test_a_message_is_plain_text(bar: NoticeBar) -> None:
    bar.say("<b>không phải</b> chữ đậm")
    assert bar.sentence == "<b>không phải</b> chữ đậm"


def test_a_new_message_takes_the_place_of_the_old(bar: NoticeBar) -> None:
    answers = Answers()
    bar.say("Một", offers=(Offer("Hoàn tác", answers.take),))
    bar.say("Hai")
    assert bar.sentence == "Hai"
    assert bar.offers == []


def test_an_offer_taken_puts_the_message_away_first(bar: NoticeBar) -> None:
    answers = Answers()
    bar.say("Đã thêm", offers=(Offer("Hoàn tác", answers.take),))
    bar.offers[0].click()
    assert answers.given == ["có"]
    assert bar.isHidden()


def test_what_an_offer_says_stays(bar: NoticeBar) -> None:
    bar.say("Đã thêm", offers=(Offer("Hoàn tác", partial(bar.say, "Đã hoàn tác")),))
    bar.offers[0].click()
    assert bar.sentence == "Đã hoàn tác"


def test_a_question_has_the_focus_on_its_first_answer(bar: NoticeBar, qtbot) -> None:
    answers = Answers()
    bar.ask("Hoàn tác?", (Offer("Hoàn tác", answers.take), Offer("Thôi", bar.dismiss)))
    qtbot.waitUntil(bar.offers[0].hasFocus)
    qtbot.keyClick(bar.offers[0], Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert answers.given == []


def test_a_question_answered_gives_the_focus_back_to_where_it_was_asked_from(bar: NoticeBar, qtbot) -> None:
    line = QLineEdit(bar.parentWidget())
    line.show()
    bar.window().activateWindow()
    line.setFocus()
    bar.ask("Hoàn tác?", (Offer("Hoàn tác", Answers().take),))
    qtbot.waitUntil(bar.offers[0].hasFocus)
    bar.offers[0].click()
    assert line.hasFocus()


def test_the_bar_of_a_place_is_found_from_anything_in_it(bar: NoticeBar, qtbot) -> None:
    deep = QWidget(QWidget(bar.parentWidget()))
    assert notices_near(deep) is bar
    assert notices_near(QWidget()) is None


def test_an_offer_that_comes_later_stands_before_the_last_one(bar: NoticeBar) -> None:
    answers = Answers()
    bar.offer_too(Offer("Lập đề nghị…", answers.take))
    assert bar.offers == []
    bar.say("Đã ghi", offers=(Offer("Hoàn tác", bar.dismiss),))
    bar.offer_too(Offer("Lập đề nghị…", answers.take))
    first, last = sorted(bar.offers, key=lambda button: button.x())
    assert (first.text(), last.text()) == ("Lập đề nghị…", "Hoàn tác")
    first.click()
    assert answers.given == ["có"]
