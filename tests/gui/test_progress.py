"""Long work in sight."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.gui.progress import Progress, ProgressStrip, Stopped, TimeLeft


class Clock:
    """A clock that is put forward by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_time_left_is_guessed_from_the_pace_so_far() -> None:
    clock = Clock()
    left = TimeLeft(clock)
    clock.now += 10
    assert left.words(100, 400) == "còn khoảng 30 giây"
    assert left.words(10, 400) == "còn khoảng 6 phút"


def test_nothing_is_guessed_too_early_or_when_all_is_done() -> None:
    clock = Clock()
    left = TimeLeft(clock)
    clock.now += 0.5
    assert left.words(10, 400) == ""
    clock.now += 10
    assert left.words(0, 400) == ""
    assert left.words(400, 400) == ""


@given(done=st.integers(1, 10**6), more=st.integers(1, 10**6), passed=st.floats(1, 10**5))
def test_a_guess_is_always_a_sentence(done: int, more: int, passed: float) -> None:
    clock = Clock()
    left = TimeLeft(clock)
    clock.now += passed
    assert left.words(done, done + more).startswith("còn khoảng ")


def test_a_tick_is_told_at_once_at_the_end(qtbot) -> None:
    progress = Progress()
    told = []
    progress.moved.connect(lambda done, total: told.append((done, total)))
    for done in range(1, 1001):
        progress.tick(done, 1000)
    assert told[-1] == (1000, 1000)
    assert len(told) < 100


def test_a_stopped_work_ends_at_its_next_tick() -> None:
    progress = Progress()
    progress.tick(1, 10)
    progress.stop()
    assert progress.is_stopping
    with pytest.raises(Stopped):
        progress.tick(2, 10)


def test_the_strip_shows_count_and_time_left(qtbot) -> None:
    strip, clock = ProgressStrip(), Clock()
    qtbot.addWidget(strip)
    strip.begin("Đang nhập danh sách", TimeLeft(clock))
    clock.now += 5
    strip.show_moved(1250, 10000)
    assert strip.words == "1.250 / 10.000 · còn khoảng 35 giây"
    assert not strip.isHidden()
    strip.end()
    assert strip.isHidden()


def test_stopping_is_asked_once_and_said(qtbot) -> None:
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    strip.begin("Đang nhập danh sách")
    with qtbot.waitSignal(strip.stop_asked):
        strip.stop_button.click()
    assert strip.words == "Đang dừng…"
    assert not strip.stop_button.isEnabled()
