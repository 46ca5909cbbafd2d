"""One letter, and 200 of them with their counts read back, against docxtpl alone; memory over 800 letters. Lists are `lists`.

Run `python -m tests.benchmarks.letters`. All ways are interleaved in one process and compared by their median CPU time; the
first letter is measured with the form unread, as a clerk meets it, the later ones as a batch does.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from docxtpl import DocxTemplate

from govmail_desk.documents.form import read_form
from govmail_desk.documents.letter import made_letter, printed_values
from govmail_desk.documents.read_back import letter_count
from tests.documents.sample_papers import CA_MAU, LETTER_FORM

ROUNDS = 15
LETTERS = 800
WARMED_UP = 200
BATCH = 200
MOST_FOR_A_LETTER = 1.15
MOST_GROWTH_MIB = 10.0


def docxtpl_alone() -> None:
    template = DocxTemplate(BytesIO(LETTER_FORM))
    template.render(printed_values(CA_MAU), autoescape=True)
    template.save(BytesIO())


def first_letter() -> None:
    read_form.cache_clear()
    made_letter(LETTER_FORM, CA_MAU)


def later_letter() -> None:
    made_letter(LETTER_FORM, CA_MAU)


def batch_by_docxtpl() -> None:
    for _ in range(BATCH):
        docxtpl_alone()


def batch_of_ours() -> None:
    """Make what one act makes for many units: the form unread at first, every letter's count read back."""
    read_form.cache_clear()
    for _ in range(BATCH):
        letter_count(made_letter(LETTER_FORM, CA_MAU))


def medians(*ways: Callable[[], None], rounds: int) -> list[float]:
    """Return the median CPU seconds of each way, run in turn."""
    times: list[list[float]] = [[] for _ in ways]
    for _ in range(rounds):
        for way, taken in zip(ways, times, strict=True):
            start = time.process_time()
            way()
            taken.append(time.process_time() - start)
    return [statistics.median(taken) for taken in times]


def resident_mib() -> float:
    """Return the memory of this process now (Linux)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def growth_mib() -> float:
    """Return how much memory the letters from the 200th to the 800th leave behind."""
    before = 0.0
    for number in range(LETTERS):
        later_letter()
        if number == WARMED_UP:
            before = resident_mib()
    return resident_mib() - before


def main() -> int:
    """Print each ratio beside its bound; the exit status says whether all hold."""
    docxtpl_alone()
    first_letter()
    alone, first, later = medians(docxtpl_alone, first_letter, later_letter, rounds=ROUNDS)
    gc.collect()
    grown = growth_mib()
    floor, ours = medians(batch_by_docxtpl, batch_of_ours, rounds=3)
    found = (
        ("first letter / docxtpl alone", first / alone, MOST_FOR_A_LETTER),
        ("later letter / docxtpl alone", later / alone, MOST_FOR_A_LETTER),
        (f"MiB grown, letters {WARMED_UP} to {LETTERS}", grown, MOST_GROWTH_MIB),
        (f"{BATCH} letters read back / docxtpl alone", ours / floor, MOST_FOR_A_LETTER),
    )
    for label, value, most in found:
        sys.stdout.write(f"{label:40} {value:6.2f}  at most {most:.2f}  {'ok' if value <= most else 'OVER'}\n")
    sys.stdout.write(
        f"one letter {later * 1000:.1f} ms CPU, docxtpl {alone * 1000:.1f}; {BATCH} letters {ours:.2f} s, docxtpl {floor:.2f}\n"
    )
    return int(any(value > most for _, value, most in found))


if __name__ == "__main__":
    sys.exit(main())
