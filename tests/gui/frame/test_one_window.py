"""One window a register: a second start finds it taken, calls the first one, and lets it go with its end."""

from __future__ import annotations

import subprocess
import sys

import pytest

from govmail_desk.gui.frame.one_window import OneWindow
from tests.commands import ROOT


@pytest.fixture
def register(tmp_path):
    return tmp_path / "Sổ của sở.govmail"


@pytest.fixture
def first(qapp, register, tmp_path):
    first = OneWindow(register, tmp_path / "nhà")
    assert first.claim()
    first.listen()
    yield first
    first.release()


def test_the_second_start_finds_it_taken_and_calls_the_first(first, register, tmp_path, qtbot):
    second = OneWindow(register, tmp_path / "nhà")
    assert not second.claim()
    with qtbot.waitSignal(first.called, timeout=5_000):
        second.call_first()


def test_it_is_called_as_often_as_someone_starts(first, register, tmp_path, qtbot):
    for _ in range(3):
        with qtbot.waitSignal(first.called, timeout=5_000):
            OneWindow(register, tmp_path / "nhà").call_first()


def test_another_register_has_a_window_of_its_own(first, tmp_path):
    other = OneWindow(tmp_path / "khác.govmail", tmp_path / "nhà")
    assert other.claim()
    other.release()


def test_let_go_it_may_be_opened_again(first, register, tmp_path):
    first.release()
    again = OneWindow(register, tmp_path / "nhà")
    assert again.claim()
    again.release()


HOLD = """
import os, sys
from pathlib import Path
from govmail_desk.gui.frame.one_window import OneWindow
one = OneWindow(Path(sys.argv[1]), Path(sys.argv[2]))
assert one.claim()
os._exit(9)
"""


def test_a_program_that_was_killed_leaves_nothing_behind(qapp, register, tmp_path):
    killed = [sys.executable, "-c", HOLD, str(register), str(tmp_path / "nhà")]
    assert subprocess.run(killed, check=False, cwd=ROOT).returncode == 9
    after = OneWindow(register, tmp_path / "nhà")
    assert after.claim()
    after.release()


def test_where_no_lock_can_be_kept_the_window_opens_all_the_same(qapp, register, tmp_path):
    (tmp_path / "nhà").write_text("một tệp", encoding="utf-8")
    lone = OneWindow(register, tmp_path / "nhà")
    assert lone.claim()
    lone.listen()
    lone.release()
