"""Work off the GUI thread."""

from __future__ import annotations

import gc
import weakref
from functools import partial
from threading import Event, get_ident

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import delete

from govmail_desk.gui.background import Background, Latest, background_of, weakly


class Asker(QObject):
    """Something that asks and keeps what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []
        self.failures: list[object] = []
        self.threads: list[int] = []

    def take(self, answer: object) -> None:
        self.answers.append(answer)
        self.threads.append(get_ident())

    def fail(self, failure: object) -> None:
        self.failures.append(failure)


@pytest.fixture
def background(qapp):
    made = Background()
    yield made
    made.finish()


def test_work_is_done_elsewhere_and_answered_here(qtbot, background: Background) -> None:
    asker = Asker()
    background.start(get_ident, asker.take, asker.fail)
    qtbot.waitUntil(lambda: bool(asker.answers))
    assert asker.answers[0] != get_ident()
    assert asker.threads == [get_ident()]
    assert not background.is_busy


def test_what_the_work_raised_is_handed_over(qtbot, background: Background) -> None:
    asker = Asker()
    background.start(partial(int, "x"), asker.take, asker.fail)
    qtbot.waitUntil(lambda: bool(asker.failures))
    assert isinstance(asker.failures[0], ValueError)
    assert asker.answers == []


def test_finishing_waits_for_the_work_and_drops_its_answer(qtbot, background: Background) -> None:
    asker, begun = Asker(), Event()
    background.start(begun.set, asker.take, asker.fail)
    background.finish()
    assert begun.is_set()
    qtbot.wait(10)
    assert asker.answers == []


class Ring:
    """Something only the collector ends, as a closed dialog whose parts know each other."""

    def __init__(self) -> None:
        self.itself = self


def test_no_work_ends_what_belongs_to_the_window(qtbot, background: Background) -> None:
    asker, ended_in = Asker(), []
    weakref.finalize(Ring(), lambda: ended_in.append(get_ident()))
    background.start(lambda: len([[number] for number in range(100_000)]), asker.take)
    qtbot.waitUntil(lambda: bool(asker.answers))
    gc.collect()
    assert ended_in == [get_ident()]


def test_the_collector_rests_until_the_last_work_is_over(qtbot, background: Background) -> None:
    asker, may_end = Asker(), Event()
    background.start(partial(may_end.wait, 10), asker.take)
    background.start(gc.isenabled, asker.take)
    qtbot.waitUntil(lambda: bool(asker.answers))
    assert asker.answers == [False]
    assert not gc.isenabled()
    may_end.set()
    qtbot.waitUntil(lambda: not background.is_busy)
    assert gc.isenabled()


def test_the_collector_wakes_when_the_window_ends_its_work(background: Background) -> None:
    background.start(int, print)
    background.finish()
    assert gc.isenabled()


def test_a_collector_turned_off_by_somebody_else_stays_off(background: Background) -> None:
    gc.disable()
    try:
        background.start(int, print)
        background.finish()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_page_that_is_gone_gets_no_answer_and_is_not_kept_alive(qtbot, background: Background) -> None:
    asker, may_end = Asker(), Event()
    background.start(may_end.wait, asker.take)
    watched = weakref.ref(asker)
    del asker
    gc.collect()
    assert watched() is None
    may_end.set()
    qtbot.waitUntil(lambda: not background.is_busy)


def test_an_object_qt_has_deleted_is_not_called() -> None:
    asker = Asker()
    call = weakly(asker.take)
    call("trước")
    answers = asker.answers
    delete(asker)
    call("sau")
    assert answers == ["trước"]


def test_only_the_newest_question_is_answered(qtbot, background: Background) -> None:
    asker, latest = Asker(), Latest(background)
    for text in ("n", "ng", "nguyen"):
        latest.ask(partial(str.upper, text), asker.take)
    qtbot.waitUntil(lambda: bool(asker.answers))
    assert asker.answers == ["NGUYEN"]


def test_a_late_answer_to_an_older_question_is_dropped(qtbot, background: Background) -> None:
    asker, latest, may_end = Asker(), Latest(background), Event()
    latest.ask(may_end.wait, asker.take)
    qtbot.waitUntil(lambda: background.is_busy)
    latest.ask(partial(str.upper, "an"), asker.take)
    qtbot.waitUntil(lambda: asker.answers == ["AN"])
    may_end.set()
    qtbot.waitUntil(lambda: not background.is_busy)
    assert asker.answers == ["AN"]


def test_forgetting_asks_nothing_more(qtbot, background: Background) -> None:
    asker, latest = Asker(), Latest(background)
    latest.ask(partial(str.upper, "an"), asker.take)
    latest.forget()
    qtbot.wait(200)
    assert asker.answers == []


def test_a_failed_question_is_told(qtbot, background: Background) -> None:
    asker, latest = Asker(), Latest(background)
    latest.ask(partial(int, "x"), asker.take, asker.fail)
    qtbot.waitUntil(lambda: bool(asker.failures))
    assert isinstance(asker.failures[0], ValueError)


def test_a_page_first_shown_beside_a_closing_wizard_takes_the_windows_threads_not_the_wizards(qapp):
    window = QWidget()
    pages = QWidget(window)
    wizard = QDialog(QWidget(pages))
    of_wizard = Background(wizard)
    works = QObject(window)
    of_window = Background(works)
    assert background_of(QWidget(pages)) is of_window
    assert background_of(wizard) is of_window
    assert of_wizard.parent() is wizard


def test_a_widget_without_a_window_that_has_threads_is_told(qapp):
    with pytest.raises(LookupError):
        background_of(QWidget())
