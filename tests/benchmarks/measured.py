"""How the benchmarks measure and tell: process CPU time, ways run in turn, medians, each figure beside its floor and its bound."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured work: our CPU seconds, those of its floor in the same run, and what it may cost at most."""

    name: str
    ours: float
    floor: float | None = None
    most_times_floor: float | None = None
    most_ms: float | None = None

    @property
    def holds(self) -> bool:
        """True where every bound holds."""
        within_ratio = (
            self.floor is None or self.most_times_floor is None or self.ours <= self.most_times_floor * self.floor
        )
        return within_ratio and (self.most_ms is None or self.ours * 1000 <= self.most_ms)

    def line(self) -> str:
        """Say the figure in one line."""
        parts = [f"ours {self.ours * 1000:.1f} ms CPU" + (f" (at most {self.most_ms:.0f} ms)" if self.most_ms else "")]
        if self.floor is not None:
            bound = f" (at most {self.most_times_floor})" if self.most_times_floor else ""
            parts += [f"floor {self.floor * 1000:.1f} ms", f"ratio {self.ours / self.floor:.2f}{bound}"]
        return f"{self.name}: {', '.join(parts)}{'' if self.holds else '  OVER'}"


def medians(*ways: Work, rounds: int) -> list[float]:
    """Return the median CPU seconds of each way; they are run in turn, so that a busy machine is busy for all."""
    times: list[list[float]] = [[] for _ in ways]
    for _ in range(rounds):
        for way, taken in zip(ways, times, strict=True):
            taken.append(seconds(way))
    return [statistics.median(taken) for taken in times]


def best(work: Work, *, rounds: int) -> float:
    """Return the least CPU seconds of some rounds: what else runs on the machine can only add to them."""
    return min(seconds(work) for _ in range(rounds))


def seconds(work: Work) -> float:
    """Return the CPU seconds of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def tell(figures: Sequence[Figure]) -> int:
    """Print every figure; return the exit status, 1 where one is over its bound."""
    for figure in figures:
        sys.stdout.write(figure.line() + "\n")
    return int(not all(figure.holds for figure in figures))
