"""The command line in tests: its own `main` in this process, or the program as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from govmail_desk import app

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on stdout."""
        return json.loads(self.out)


def told(capsys: pytest.CaptureFixture[str], *words: object) -> Answer:
    """Run a command in this process."""
    capsys.readouterr()
    try:
        code = app.main([str(word) for word in words])
    except SystemExit as wrong_usage:
        code = int(wrong_usage.code or 0)
    said = capsys.readouterr()
    return Answer(code, said.out, said.err)


def started(*words: object, before: Callable[[], None] | None = None, **environment: str) -> Answer:
    """Run a command as a process of its own, without a display; `before` is done in it before the program starts."""
    own = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    ended = subprocess.run(
        [sys.executable, "-m", "govmail_desk", *map(str, words)],
        check=False,
        capture_output=True,
        cwd=ROOT,
        env=own | environment,
        preexec_fn=before,
    )
    return Answer(ended.returncode, ended.stdout.decode("utf-8"), ended.stderr.decode("utf-8"))
