"""Every verb of the parser is done by a module of its own, and only that one is loaded."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module

import pytest

from govmail_desk.cli import request_life, verbs
from govmail_desk.cli.arguments import build
from tests.commands import ROOT

WORDS = {
    "demo": (),
    "init": ("--regulation", "x", "--unit", "x", "--slug", "x"),
    "regulations": ("list",),
    "address": ("--regulation", "x", "An"),
    "import": ("x.xlsx",),
    "mailboxes": (),
    "request": ("create", "--new", "x.xlsx", "--out", "x"),
    "record": ("used", "--address", "x", "--on", "2026-11-23"),
    "usage": ("x.xlsx", "--on", "2026-11-23"),
    "due": (),
    "working-days": ("--from", "2026-11-23", "--days", "1"),
    "handover": ("list",),
    "report": ("--period", "2026-Q4", "--out", "x"),
    "package": ("late",),
    "directory": ("--out", "x.xlsx"),
    "verify": (),
}


def test_the_parser_knows_the_verbs_that_are_done_and_no_other():
    assert set(verbs._MODULES) == set(WORDS)
    assert [build().parse_args([verb, *words]).verb for verb, words in WORDS.items()] == list(WORDS)


@pytest.mark.parametrize("verb", WORDS)
def test_each_verb_has_its_function(verb):
    module = import_module(f"govmail_desk.cli.{verbs._MODULES[verb]}")
    assert callable(getattr(module, verb.replace("-", "_").replace("import", "take_in")))


@pytest.mark.parametrize("act", ["signed", "sent", "answered", "applied", "chase", "cancel"])
def test_each_step_of_a_request_has_its_function(act):
    assert callable(getattr(request_life, act))


def test_a_verb_loads_no_module_of_another():
    question = (
        "import sys; from govmail_desk import app; app.main(['working-days', '--from', '2026-03-05', '--days', '1']); "
        "print(sorted(name.rpartition('.')[2] for name in sys.modules if name.startswith('govmail_desk.cli.')))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", question], check=True, capture_output=True, cwd=ROOT, encoding="utf-8"
    )
    loaded = set(ast.literal_eval(ended.stdout.splitlines()[-1]))
    assert {name for name in loaded if not name.endswith("_arguments")} == {
        "arguments", "opening", "output", "parser", "verbs", "working_days",
    }  # fmt: skip
