"""How large a list may be, and how much memory and time the process that reads it may take.

None of these figures is law; each is ours, with its reason beside it. What is said when one is passed:
`spreadsheet_answer`.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Final

MIB: Final = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """The most a list may ask of the clerk's computer."""

    file_bytes: int = 32 * MIB
    """100,000 people in 12 columns make some 6 MB."""
    unpacked_bytes: int = 100_000_000
    """The parts of the same list, unpacked, are some 80 MB."""
    pack_ratio: int = 100
    """Real sheets pack 10 to 40 times; a bomb 1,000 times."""
    part_count: int = 2_000
    """A workbook has a handful of parts for each sheet."""
    row_count: int = 200_000
    """Twice the largest register the program is measured with."""
    cell_count: int = 1_000_000
    """As many cells as the window's own process can hold in 300 MiB: it took 258."""
    text_length: int = 20_000_000
    """Characters in all cells together, for the same reason: a small file may repeat one long text a million times."""
    memory_bytes: int = 768 * MIB
    """Address space of the reading process; a list at the limits above takes 300 MiB, with fonts half as much again."""
    cpu_seconds: int = 4
    """Seconds of processor time for each `seconds_per_bytes` begun; 10,000 people take about 0.3 s."""
    seconds_per_bytes: int = 2 * MIB
    wall_factor: int = 5
    """The clock may run this many times longer: a cold disk, a virus scanner, a busy machine."""

    def seconds_for(self, byte_count: int) -> int:
        """Return the seconds of processor time a file of that many bytes may take."""
        return self.cpu_seconds * (1 + byte_count // self.seconds_per_bytes)


def limit_this_process(*, memory_bytes: int, cpu_seconds: int) -> None:
    """Let the system end this process when it takes more memory or processor time; there is no way back.

    Raises OSError where the system does not allow it (a Windows session already inside a strict job).
    """
    if sys.platform == "win32":
        _limit_by_job(memory_bytes, cpu_seconds)
    else:
        _limit_by_resource(memory_bytes, cpu_seconds)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _PROCESS_TIME: Final = 0x00000002
    _PROCESS_MEMORY: Final = 0x00000100
    _DIE_ON_UNHANDLED_EXCEPTION: Final = 0x00000400  # no "stopped working" window on the clerk's screen
    _EXTENDED_LIMIT_INFORMATION: Final = 9
    _TICKS_PER_SECOND: Final = 10_000_000

    class _BasicLimits(ctypes.Structure):
        _fields_ = [
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        ]

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = [
            ("BasicLimitInformation", _BasicLimits),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        ]

    def _limit_by_job(memory_bytes: int, cpu_seconds: int) -> None:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.CreateJobObjectW.argtypes = [ctypes.c_void_p, wintypes.LPCWSTR]
        kernel.SetInformationJobObject.argtypes = [wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD]
        kernel.AssignProcessToJobObject.argtypes = [wintypes.HANDLE, wintypes.HANDLE]
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        limits = _ExtendedLimits(ProcessMemoryLimit=memory_bytes)
        limits.BasicLimitInformation.PerProcessUserTimeLimit = cpu_seconds * _TICKS_PER_SECOND
        limits.BasicLimitInformation.LimitFlags = _PROCESS_TIME | _PROCESS_MEMORY | _DIE_ON_UNHANDLED_EXCEPTION
        job = kernel.CreateJobObjectW(None, None)
        is_set = job and kernel.SetInformationJobObject(
            job, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        if not (is_set and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())):
            raise ctypes.WinError(ctypes.get_last_error())

else:
    import resource

    def _limit_by_resource(memory_bytes: int, cpu_seconds: int) -> None:
        for kind, most in (
            (resource.RLIMIT_AS, memory_bytes),
            (resource.RLIMIT_CPU, cpu_seconds),
            (resource.RLIMIT_CORE, 0),
        ):
            allowed = resource.getrlimit(kind)[1]
            lowest = most if allowed == resource.RLIM_INFINITY else min(most, allowed)
            resource.setrlimit(kind, (lowest, lowest))
