"""A register of an earlier schema opened by the real program: kills, limits, permissions, two programs at once."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from govmail_desk.desk import Desk
from govmail_desk.operations.journals import verify
from tests.commands import ROOT, Answer, started
from tests.reliability.test_disk_posix import obey_permissions
from tests.store.migrations.earlier import ACT_COUNT, contents, copies_beside, earlier_register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Path]:
    file = earlier_register(tmp_path / "Sổ của đơn vị")
    yield file
    file.parent.chmod(0o755)
    file.chmod(0o644)


# A process killed

STOPPED_AT = """
import sys, time
from pathlib import Path
from sqlalchemy import Engine, event
from govmail_desk.desk import Desk

def stop(connection, cursor, statement, *_):
    if statement.strip().startswith(sys.argv[2]):
        print("there", flush=True)
        time.sleep(600)

event.listen(Engine, "before_cursor_execute", stop)
Desk.open(Path(sys.argv[1]), person="x")
"""


@pytest.mark.parametrize(
    "at",
    [
        "CREATE TABLE _alembic_tmp_request_row",
        "DROP TABLE request",
        "CREATE TABLE own_form",
        "INSERT INTO journal_change",
    ],
)
def test_a_kill_in_the_middle_leaves_the_register_as_it_was(register, at):
    before = contents(register)
    program = [sys.executable, "-c", STOPPED_AT, str(register), at]
    with subprocess.Popen(program, stdout=subprocess.PIPE, cwd=ROOT) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline() == b"there\n"
        killed.send_signal(signal.SIGKILL)
    assert contents(copies_beside(register)[0]) == before
    with Desk.open(register, person="x", clock=lambda: datetime(2027, 1, 5, 8, tzinfo=UTC)) as desk:
        assert verify(desk) == []
        assert desk.journal_head()[0] == ACT_COUNT + 1
    assert contents(copies_beside(register)[0]) == contents(copies_beside(register)[1]) == before


# A full disk


@pytest.mark.parametrize("share", [0.3, 1.0], ids=["no-room-for-the-copy", "no-room-for-the-new-tables"])
def test_a_full_disk_leaves_the_register_as_it_was_and_no_copy(register, share):
    size = int(register.stat().st_size * share)
    before = register.read_bytes()

    def let_files_grow_no_more() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    refused = started("mailboxes", "--register", register, before=let_files_grow_no_more)
    assert (refused.code, refused.out) == (3, "")
    assert "Traceback" not in refused.err
    assert register.read_bytes() == before
    assert {path.name for path in register.parent.iterdir()} <= {register.name, f"{register.name}-journal"}
    assert started("verify", "--register", register).code == 0


# What may not be written


@pytest.mark.parametrize("mode", [0o444, 0o644], ids=["register-only-read", "folder-only-read"])
def test_where_nothing_may_be_written_the_register_is_left_and_it_is_said(register, mode):
    register.chmod(mode)
    register.parent.chmod(0o555)
    before = register.read_bytes()
    refused = started("mailboxes", "--register", register, before=obey_permissions)
    assert (refused.code, refused.out) == (3, "")
    assert refused.err.count("\n") == 1
    assert register.read_bytes() == before


# Two programs at once


def test_two_programs_at_once_bring_it_up_once(register):
    answers: list[Answer] = []
    programs = [
        threading.Thread(target=lambda: answers.append(started("mailboxes", "--json", "--register", register)))
        for _ in range(3)
    ]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    assert [answer.code for answer in answers] == [0, 0, 0]
    assert len(copies_beside(register)) == 1
    with Desk.open(register, person="x") as desk:
        assert desk.journal_head()[0] == ACT_COUNT + 1
        assert verify(desk) == []
