"""A program run alone: its code, its time, its end when asked, and nothing of it left."""

from __future__ import annotations

import sys
from time import sleep

import pytest

from govmail_desk.documents.converter_process import OutOfTime, run_alone

STARTS_ANOTHER = """
import subprocess, sys, pathlib, time
child = subprocess.Popen([sys.executable, "-c", "import time, pathlib\\nwhile True:\\n pathlib.Path('alive').touch(); time.sleep(.02)"])
time.sleep(60)
"""


class Unwanted(Exception):
    pass


def nothing() -> None:
    pass


def run(words, folder, *, seconds=30.0, still=nothing, **more):
    return run_alone([sys.executable, "-c", words], folder=folder, seconds=seconds, still=still, **more)


def is_quiet(folder):
    """Whether nobody touches the file any more."""
    file = folder / "alive"
    file.unlink(missing_ok=True)
    sleep(0.2)
    return not file.exists()


def test_the_exit_code_comes_back_and_the_work_is_done_in_the_folder(tmp_path):
    code = run(
        "import os, sys; open(os.environ['NAME'], 'w').close(); sys.exit(7)", tmp_path, environment={"NAME": "ừ"}
    )
    assert code == 7
    assert (tmp_path / "ừ").exists()


def test_a_program_that_takes_too_long_is_ended_with_what_it_started(tmp_path):
    with pytest.raises(OutOfTime):
        run(STARTS_ANOTHER, tmp_path, seconds=1.0)
    assert is_quiet(tmp_path)


def test_what_is_raised_while_it_runs_ends_it_with_what_it_started(tmp_path):
    def stop_once_begun() -> None:
        if (tmp_path / "alive").exists():
            raise Unwanted

    with pytest.raises(Unwanted):
        run(STARTS_ANOTHER, tmp_path, still=stop_once_begun)
    assert is_quiet(tmp_path)


def test_a_child_that_outlives_its_parent_is_ended_too(tmp_path):
    leaves = STARTS_ANOTHER.replace("time.sleep(60)", "")
    assert run(leaves, tmp_path) == 0
    assert is_quiet(tmp_path)


def test_a_program_that_is_not_there_is_an_error_of_the_system(tmp_path):
    with pytest.raises(OSError, match="soffice-nowhere"):
        run_alone([str(tmp_path / "soffice-nowhere")], folder=tmp_path, seconds=1, still=nothing)
