"""Where things lie on this computer: what ships with the program, and what belongs to the person who works with it.

Here: folders and the default register's file. Nothing is made or read: who writes a file makes its folder.
Not here: what the files hold (`regulations`, `documents`, `store`).
"""

from __future__ import annotations

import os
from pathlib import Path

PROGRAM = "GovMail Desk"
HOME_VARIABLE = "GOVMAIL_DESK_HOME"
REGISTER_SUFFIX = ".govmail"

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Regulations, holidays, icons, help and the theme."""
    return _shipped() / "resources"


def regulations() -> Path:
    """The regulations that ship with the program, one TOML file each."""
    return resources() / "regulations"


def holidays() -> Path:
    """The days off by official notice, one TOML file a year."""
    return resources() / "holidays"


def forms() -> Path:
    """The .docx and .xlsx templates, with a README that lists their fields."""
    return _shipped() / "forms"


def home() -> Path:
    """The person's own folder for this program: in AppData/Local on Windows, in ~/.local/share on Linux.

    The variable GOVMAIL_DESK_HOME moves it: for tests, for a portable copy on a stick, for two registers kept apart.
    """
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        return Path(chosen).absolute()
    import platformdirs  # noqa: PLC0415  (it loads for longer than the window's whole frame)

    return platformdirs.user_data_path(PROGRAM, appauthor=False)


def register_file() -> Path:
    """The register that opens when no other is named."""
    return home() / f"so-hop-thu{REGISTER_SUFFIX}"


def backups() -> Path:
    """Where copies of the register are kept unless the unit names another folder."""
    return home() / "sao-luu"


def logs() -> Path:
    """The program's own log and fault reports; neither holds personal data."""
    return home() / "nhat-ky-loi"


def _shipped() -> Path:
    """Inside the package once installed (the wheel puts it there), beside the package in a checkout."""
    installed = _PACKAGE / "_shipped"
    return installed if installed.is_dir() else _PACKAGE.parent
