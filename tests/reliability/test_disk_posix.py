"""Limits, permissions and kills of a POSIX system, tried on the real program: one sentence, and nothing half done."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from govmail_desk.desk import Desk
from govmail_desk.documents.writing import write_whole
from govmail_desk.domain.errors import StoreUnavailable
from govmail_desk.listings import people as people_listing
from govmail_desk.operations.journals import verify
from tests.commands import ROOT, started
from tests.desks import NOW, founded

PR_CAPBSET_DROP = 24
CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 1, 2


def obey_permissions() -> None:
    """Let the program that starts obey the permissions of files even where root starts it: root without the power over them."""
    if os.geteuid() == 0:
        for power in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, power, 0, 0, 0)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "Sổ của đơn vị"
    folder.mkdir()
    founded(folder).close()
    yield folder / "so.govmail"
    folder.chmod(0o755)
    (folder / "so.govmail").chmod(0o644)


# A full disk


def test_a_write_the_system_cuts_short_leaves_the_register_as_it_was(register, tmp_path):
    size = register.stat().st_size

    def let_files_grow_no_more() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    before = register.read_bytes()
    answer = started(
        "--register", register, "import", ROOT / "tests/lists/ninhbinh-2020.xlsx", before=let_files_grow_no_more
    )
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.strip().endswith("làm lại.")
    assert "Traceback" not in answer.err
    assert started("verify", "--register", register).code == 0
    assert register.read_bytes() == before


def test_a_pipe_or_a_device_is_never_put_aside_for_a_file(tmp_path):
    os.mkfifo(tmp_path / "a")
    with pytest.raises(StoreUnavailable, match="không cho ghi"):
        write_whole(tmp_path / "a", b"new")
    assert (tmp_path / "a").is_fifo()


def test_no_room_to_found_a_register_leaves_no_file(tmp_path):
    def let_files_grow_little() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))

    words = ("--regulation", "ninhbinh-2020", "--unit", "Sở Nội vụ", "--slug", "snv")
    answer = started("init", "--register", tmp_path / "mới" / "so.govmail", *words, before=let_files_grow_little)
    assert (answer.code, answer.out) == (3, "")
    assert list((tmp_path / "mới").iterdir()) == []


# What may not be written


def test_a_register_that_may_only_be_read_is_read_and_not_written(register):
    register.chmod(0o444)
    register.parent.chmod(0o555)
    before = register.read_bytes()
    listed = started("mailboxes", "--json", "--register", register, before=obey_permissions)
    verified = started("verify", "--register", register, before=obey_permissions)
    refused = started(
        "import", ROOT / "tests/lists/ninhbinh-2020.xlsx", "--register", register, before=obey_permissions
    )
    assert (listed.code, len(listed.document)) == (0, 1)
    assert verified.code == 0
    assert (refused.code, refused.out) == (3, "")
    assert "chỉ cho đọc" in refused.err
    assert register.read_bytes() == before


def test_a_folder_that_may_not_be_written_is_told_of(register):
    register.with_name("so.govmail-journal").unlink()  # as where the register was copied there alone
    register.parent.chmod(0o555)
    refused = started(
        "import", ROOT / "tests/lists/ninhbinh-2020.xlsx", "--register", register, before=obey_permissions
    )
    words = ("--regulation", "ninhbinh-2020", "--unit", "Sở Nội vụ", "--slug", "snv")
    unfounded = started("init", "--register", register.parent / "khác.govmail", *words, before=obey_permissions)
    assert (refused.code, unfounded.code) == (3, 3)
    assert "Traceback" not in refused.err + unfounded.err
    assert "“khác.govmail”" in unfounded.err
    assert not (register.parent / "khác.govmail").exists()


def test_a_register_that_may_not_even_be_read_is_told_of(register):
    register.chmod(0o000)
    answer = started("mailboxes", "--register", register, before=obey_permissions)
    register.chmod(0o644)
    assert (answer.code, answer.out) == (3, "")
    assert "Không đọc được tệp sổ “so.govmail”" in answer.err


def test_a_request_whose_papers_have_nowhere_to_lie_is_not_made(register, tmp_path):
    out = tmp_path / "ra"
    out.mkdir()
    out.chmod(0o555)
    answer = started(
        "request", "create", "--new", ROOT / "tests/lists/ninhbinh-2020.xlsx", "--out", out, "--register", register,
        before=obey_permissions,
    )  # fmt: skip
    out.chmod(0o755)
    assert (answer.code, answer.out) == (3, "")
    assert "Không ghi được vào thư mục" in answer.err
    assert started("mailboxes", "--state", "proposed", "--json", "--register", register).document == []


# A process killed

KILLED = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from govmail_desk.desk import Desk
from govmail_desk.listings import units
from govmail_desk.operations.people import add_person

desk = Desk.open(Path(sys.argv[1]), person="x", clock=lambda: datetime(2026, 11, 23, 8, tzinfo=UTC))
own = units.own(desk).id
number = 0
while True:
    number += 1
    add_person(desk, full_name=f"Ngô Ứng {number}", unit_id=own, phone=f"09{number:08}")
    print(number, flush=True)
"""


@pytest.mark.parametrize("kept", [1, 4, 9])
def test_every_act_acknowledged_before_a_kill_is_there_and_none_is_half_done(register, kept):
    with subprocess.Popen([sys.executable, "-c", KILLED, str(register)], stdout=subprocess.PIPE, cwd=ROOT) as program:
        assert program.stdout is not None
        acknowledged = [program.stdout.readline() for _ in range(kept)]
        program.send_signal(signal.SIGKILL)
        acknowledged += program.stdout.readlines()
    with Desk.open(register, person="x", clock=lambda: NOW) as desk:
        count = len(people_listing.ids(desk, people_listing.PersonFilter(search="ngo ung")))
        assert len(acknowledged) <= count <= len(acknowledged) + 1
        assert desk.journal_head()[0] == 1 + count
        assert verify(desk) == []
