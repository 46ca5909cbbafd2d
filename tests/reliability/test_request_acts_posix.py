"""A disk that is full, folders that may not be written, a kill in the middle of what is done with requests: all of it or nothing."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.request import File, Request
from govmail_desk.operations.journals import verify
from tests.commands import ROOT
from tests.reliability.request_acts import ACTS, PAPERS, done, every, opened, prepared
from tests.reliability.test_disk_posix import obey_permissions
from tests.store.migrations.earlier import contents

BATCH_COUNT = 3
"""Units of the batch, each a request of its own."""


@contextmanager
def files_no_longer_than(byte_count: int) -> Iterator[None]:
    """As on a disk that is full: no file of this process grows beyond so many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (byte_count, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def requests_of(register: Path) -> list[Request]:
    """Read the requests of a register in which all agrees, each with all its papers."""
    with opened(register) as desk:
        assert verify(desk) == []
        found = every(desk, Request)
        for request in found:
            assert {"letter", "list", "email"} <= {file.role for file in every(desk, File, request_id=request.id)}
        return found


def left_over(folder: Path) -> list[str]:
    """Name what a write that was cut off left on the clerk's disk."""
    return [path.name for path in folder.rglob("*") if path.suffix == ".tmp" or path.stat().st_size == 0]


# A full disk


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("room", [0.0, 0.5, 1.0], ids=["none", "for-half", "for-nothing-more"])
def test_on_a_full_disk_nothing_is_written_and_with_room_again_it_goes(tmp_path, act, room):
    register = prepared(tmp_path / "sổ", act)
    before, papers = contents(register), files_in(register.parent / PAPERS)
    with files_no_longer_than(100 + int(register.stat().st_size * room)):
        refusal = tried(register, act)
    if refusal:
        assert refusal.endswith("làm lại.")
        requests_of(register)
        assert contents(register) == before or act == "batch"
        assert {path: files_in(register.parent / PAPERS).get(path) for path in papers} == papers
        assert left_over(register.parent / PAPERS) == []
        done(register, act)
    assert len(requests_of(register)) == (BATCH_COUNT if act == "batch" else 1)


def files_in(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def tried(register: Path, act: str) -> str:
    try:
        done(register, act)
    except StoreUnavailable as failure:
        return failure.sentence
    return ""


# What may not be written


@pytest.mark.parametrize("is_folder", [False, True], ids=["register", "folder"])
def test_where_nothing_may_be_written_each_act_is_refused_in_one_sentence(tmp_path, is_folder):
    registers = {act: prepared(tmp_path / act, act) for act in ACTS}
    before = {act: contents(register) for act, register in registers.items()}
    for register in registers.values():
        register.chmod(0o644 if is_folder else 0o444)
        register.with_name("so.govmail-journal").unlink(missing_ok=True)
        register.parent.chmod(0o555)
    said = subprocess.run(
        [sys.executable, "-m", "tests.reliability.request_acts", str(tmp_path), *ACTS],
        check=False,
        capture_output=True,
        cwd=ROOT,
        preexec_fn=obey_permissions,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    for register in registers.values():
        register.parent.chmod(0o755)
        register.chmod(0o644)
    lines = said.stdout.decode("utf-8").splitlines()
    assert said.stderr == b""
    assert [line.partition(":")[0] for line in lines] == list(ACTS)
    assert all(line.endswith(".") for line in lines), lines
    assert {act: contents(register) for act, register in registers.items()} == before


# A process killed


def killed(register: Path, act: str, arm: Callable[[Callable[[], object]], object]) -> None:
    """Do the act in a child of this process that is killed where `arm` calls what it is given."""
    child = os.fork()
    if child == 0:
        try:
            arm(partial(os.kill, os.getpid(), signal.SIGKILL))
            done(register, act)
        finally:
            os._exit(0)
    assert os.waitpid(child, 0)[0] == child


def at_statement(number: int, kill: Callable[[], object]) -> None:
    """Kill before the so many-th statement that writes."""
    written = 0

    def count(_connection, _cursor, statement, *_):
        nonlocal written
        written += statement.startswith(("INSERT", "UPDATE", "DELETE"))
        if written > number:
            kill()

    event.listen(Engine, "before_cursor_execute", count)


def at_commit(kill: Callable[[], object]) -> None:
    """Kill when all is written, before it is made to last."""
    event.listen(Engine, "commit", lambda connection: kill() if connection.in_transaction() else None)


def at_copy(number: int, kill: Callable[[], object]) -> None:
    """Kill while the so many-th copy of a paper is put into the clerk's folder."""
    written = 0
    replace = Path.replace

    def count(path: Path, target: Path) -> Path:
        nonlocal written
        written += 1
        if written > number:
            kill()
        return replace(path, target)

    Path.replace = count


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("at", [0, 2, 5, 9, None])
def test_a_kill_in_the_middle_leaves_all_or_nothing(tmp_path, act, at):
    register = prepared(tmp_path / "sổ", act)
    before = contents(register)
    killed(register, act, at_commit if at is None else partial(at_statement, at))
    requests_of(register)
    if act == "batch" or contents(register) == before:
        done(register, act)
    assert len(requests_of(register)) == (BATCH_COUNT if act == "batch" else 1)
    assert left_over(register.parent / PAPERS) == []
    if act != "batch":
        with pytest.raises((RuleBroken, ValueError)):  # it was done whole, and is done once
            done(register, act)


@pytest.mark.parametrize("at", [0, 3, 7, 9])
def test_a_batch_killed_while_it_copies_goes_on_and_leaves_no_half_of_a_copy(tmp_path, at):
    register = prepared(tmp_path / "sổ", "batch")
    folder = register.parent / PAPERS
    killed(register, "batch", partial(at_copy, at))
    assert [path.suffix for path in folder.rglob("*") if path.is_file() and not is_whole(path)] == [".tmp"]
    for path in folder.rglob("*.tmp"):
        os.utime(path, (LONG_AGO, LONG_AGO))
    done(register, "batch")
    assert left_over(folder) == []
    assert all(is_whole(path) for path in folder.rglob("*") if path.is_file())
    assert len(requests_of(register)) == BATCH_COUNT


LONG_AGO = 1_700_000_000.0


def is_whole(path: Path) -> bool:
    """A copy has its own name, and reads as what it is."""
    return path.suffix == ".eml" or (path.suffix in {".docx", ".xlsx"} and zipfile.is_zipfile(path))
