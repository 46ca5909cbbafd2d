"""Opening the register a command works on, for the person at this machine."""

from __future__ import annotations

import argparse
import getpass
from pathlib import Path

from govmail_desk import paths
from govmail_desk.desk import Desk


def register_path(chosen: argparse.Namespace) -> Path:
    """Return the register named with --register, or the user's own."""
    return Path(chosen.register) if chosen.register else paths.register_file()


def open_desk(chosen: argparse.Namespace) -> Desk:
    """Open the register for a command."""
    return Desk.open(register_path(chosen), person=person())


def person() -> str:
    """Name who is working: the account of this machine."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name, in a scheduled task's container
        return "máy"
