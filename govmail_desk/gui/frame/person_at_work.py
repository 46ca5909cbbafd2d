"""Who is working: the name the journal writes beside every act of this window.

Here: the name the clerk gave (at the first setup, or on Thiết lập), else the account of this machine. It is kept with the window's own
settings, since two people may work on one register from two machines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

_KEY: Final = "person/name"


def person_at_work(settings: QSettings) -> str:
    """Name who is working."""
    return str(settings.value(_KEY, "")) or account_name()


def keep_person(settings: QSettings, name: str) -> None:
    """Keep the name for the next start; an empty one brings the account's back."""
    from govmail_desk.domain.vietnamese import clean  # noqa: PLC0415  (the first paint needs none of it)

    settings.setValue(_KEY, clean(name))


def account_name() -> str:
    """Name the account of this machine."""
    import getpass  # noqa: PLC0415

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return "máy"
