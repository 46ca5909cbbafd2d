"""`python packaging/bench.py [NAMES...]`: the benchmarks of `tests/benchmarks/`, all or those named, each in a process of its own.

Each prints its figures beside floor and bound. All of them run even when one is over; the exit code is 1 when any was.
They want a quiet machine, which is why they are not among the checks of `packaging/test.py`.
"""

import os
import subprocess
import sys
from pathlib import Path

import environment

BENCHMARKS = environment.ROOT / "tests" / "benchmarks"


def names() -> list[str]:
    """Every module of the folder that says how it is run; the others are parts of these."""
    return sorted(file.stem for file in BENCHMARKS.glob("*.py") if says_how_it_is_run(file))


def says_how_it_is_run(file: Path) -> bool:
    return f"`python -m tests.benchmarks.{file.stem}`" in file.read_text(encoding="utf-8")


def holds(name: str) -> bool:
    print("==", name, flush=True)
    command = [str(environment.started("python")), "-m", f"tests.benchmarks.{name}"]
    return subprocess.run(command, check=False, cwd=environment.ROOT, stdin=subprocess.DEVNULL).returncode == 0


chosen = sys.argv[1:] or names()
if strange := sorted(set(chosen) - set(names())):
    environment.say(f"Không có phép đo {', '.join(strange)}; có: {', '.join(names())}.")
    raise SystemExit(2)
environment.prepare("test")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHONUTF8"] = "1"
over = [name for name in chosen if not holds(name)]
if over:
    environment.say(f"Vượt mức: {', '.join(over)}")
    raise SystemExit(1)
