"""Which module does which verb; only the one asked for is loaded."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib import import_module
from typing import Final, cast

_MODULES: Final = {
    "demo": "demo",
    "init": "registers",
    "verify": "registers",
    "regulations": "regulations",
    "address": "addresses",
    "import": "intakes",
    "mailboxes": "mailboxes",
    "request": "requests",
    "record": "records",
    "usage": "usage",
    "due": "dues",
    "working-days": "working_days",
    "handover": "handovers",
    "report": "reports",
    "package": "packages",
    "directory": "directories",
}
Opener = Callable[[str | None], int]


def run(chosen: argparse.Namespace, *, open_window: Opener | None) -> int:
    """Do the verb and return the exit code; `open_window` is None where there is no display. Refusals are raised."""
    module = import_module(f"govmail_desk.cli.{_MODULES[chosen.verb]}")
    if chosen.verb == "demo":
        return cast("int", module.demo(chosen, open_window=open_window))
    return cast("int", getattr(module, chosen.verb.replace("-", "_").replace("import", "take_in"))(chosen))
