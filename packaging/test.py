"""`python packaging/test.py [PYTEST WORDS...]`: every check of the house, the quickest first.

All of them run even when one fails, so that one look tells everything; the exit code is 1 when any has failed.
"""

import os
import subprocess
import sys

import environment

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports", "--no-logo", "--no-cache"),
    ("pytest", "-q", "-n", "2", "--durations", "10"),
)

environment.prepare("test")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHONUTF8"] = "1"
failed = []
for check in CHECKS:
    tool, *words = check
    print("==", *check, flush=True)
    command = [environment.started(tool), *words, *(sys.argv[1:] if tool == "pytest" else ())]
    if subprocess.run(command, check=False, cwd=environment.ROOT, stdin=subprocess.DEVNULL).returncode:
        failed.append(" ".join(check))
if failed:
    environment.say(f"Chưa đạt: {'; '.join(failed)}")
    raise SystemExit(1)
