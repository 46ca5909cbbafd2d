"""Who is working: the name the journal writes beside every act of this window.

Here: the name the clerk gave (at the first setup, or on Thiết lập), else the account of this machine. It is kept with the window's own
settings, since two people may work on one register from two machines.
"""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.vietnamese import clean

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

_KEY: Final = "person/name"


def person_at_work(settings: QSettings) -> str:
    """Name who is working."""
    return clean(str(settings.value(_KEY, ""))) or account_name()


def keep_person(settings: QSettings, name: str) -> None:
    """Keep the name for the next start; an empty one brings the account's back."""
    settings.setValue(_KEY, clean(name))


def account_name() -> str:
    """Name the account of this machine."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return "máy"
