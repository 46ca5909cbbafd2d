"""A process that has limited itself is ended by the system when it goes beyond."""

from __future__ import annotations

import subprocess
import sys

import pytest

from govmail_desk.documents.spreadsheet_limits import MIB, Limits

LIMITED = (
    "from govmail_desk.documents.spreadsheet_limits import *; limit_this_process(memory_bytes={}, cpu_seconds={}); {}"
)


def ended(memory_bytes: int, cpu_seconds: int, work: str) -> subprocess.CompletedProcess[bytes]:
    code = LIMITED.format(memory_bytes, cpu_seconds, work)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)


def test_memory_beyond_the_limit_is_not_given() -> None:
    assert b"MemoryError" in ended(200 * MIB, 10, "bytearray(300 * MIB)").stderr
    assert ended(500 * MIB, 10, "bytearray(300 * MIB)").returncode == 0


def test_work_beyond_the_processor_time_is_ended() -> None:
    assert ended(500 * MIB, 1, "[n for n in iter(int, 1)]").returncode < 0


@pytest.mark.parametrize(("byte_count", "seconds"), [(0, 4), (2 * MIB - 1, 4), (2 * MIB, 8), (9 * MIB, 20)])
def test_a_larger_file_may_take_longer(byte_count: int, seconds: int) -> None:
    assert Limits().seconds_for(byte_count) == seconds


def test_a_machine_that_allows_less_is_obeyed() -> None:
    code = LIMITED.format(500 * MIB, 10, "bytearray(300 * MIB)")
    shell = ["/bin/sh", "-c", 'ulimit -v 200000; exec "$0" "$@"', sys.executable, "-c", code]
    assert b"MemoryError" in subprocess.run(shell, capture_output=True, check=False).stderr
