"""Opening the register a command works on, for the person at this machine."""

from __future__ import annotations

import argparse
import getpass
from pathlib import Path

from govmail_desk import paths
from govmail_desk.desk import Desk
from govmail_desk.domain.errors import RuleBroken


def register_path(chosen: argparse.Namespace) -> Path:
    """Return the register named with --register, as a file or as a URL of one, or else the user's own."""
    named: str | None = chosen.register
    if not named:
        return paths.register_file()
    scheme, found, rest = named.partition("://")
    if not found:
        return Path(named)
    if scheme != "sqlite" or not rest.startswith("/"):
        raise RuleBroken("Bản này chỉ mở được sổ là một tệp trên máy (SQLite). Hãy ghi tên tệp sổ sau --register.")
    return Path(rest.removeprefix("/"))


def open_desk(chosen: argparse.Namespace) -> Desk:
    """Open the register for a command, which closes it when done."""
    return Desk.open(register_path(chosen), person=person())


def person() -> str:
    """Name who is working: the account of this machine."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name, in a scheduled task's container
        return "máy"
