"""Whether the program starts with the person's computer, hidden in the tray: what the desktop itself keeps of that.

On Windows it is an entry of the person's own `Run` key, no administrator's right needed; elsewhere a file of the desktop's autostart
folder (freedesktop.org, Desktop Application Autostart). Nothing of it lies in the register.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QSaveFile, QSettings, QStandardPaths

NAME: Final = "GovMail Desk"
IN_TRAY: Final = "--in-tray"
_RUN: Final = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"


class Autostart(Protocol):
    """Where the desktop keeps what it starts."""

    @property
    def is_on(self) -> bool:
        """Say whether the program is among it."""
        ...

    def set_on(self, *, is_on: bool) -> None:
        """Put it there, or take it away. Raises `OSError` where that cannot be written."""
        ...


class RunKey:
    """The `Run` key of the person who is signed in to Windows."""

    @property
    def is_on(self) -> bool:
        return QSettings(_RUN, QSettings.Format.NativeFormat).contains(NAME)

    def set_on(self, *, is_on: bool) -> None:
        kept = QSettings(_RUN, QSettings.Format.NativeFormat)
        if is_on:
            kept.setValue(NAME, subprocess.list2cmdline(command()))
        else:
            kept.remove(NAME)
        kept.sync()
        if kept.status() is not QSettings.Status.NoError:
            raise OSError("the Run key cannot be written")


class AutostartFile:
    """A `.desktop` file in the desktop's autostart folder."""

    def __init__(self, folder: Path | None = None) -> None:
        config = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
        self.path = (folder or Path(config) / "autostart") / "govmail-desk.desktop"

    @property
    def is_on(self) -> bool:
        return self.path.exists()

    def set_on(self, *, is_on: bool) -> None:
        if not is_on:
            self.path.unlink(missing_ok=True)
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        lines = (
            "[Desktop Entry]",
            "Type=Application",
            f"Name={NAME}",
            f"Exec={shlex.join(command())}",
            "Terminal=false",
        )
        content = ("\n".join(lines) + "\n").encode()
        kept = QSaveFile(str(self.path))
        is_kept = kept.open(QSaveFile.OpenModeFlag.WriteOnly) and kept.write(content) == len(content) and kept.commit()
        if not is_kept:
            raise OSError(kept.errorString())


def autostart() -> Autostart:
    """Find where this desktop keeps it."""
    return RunKey() if os.name == "nt" else AutostartFile()


def command() -> list[str]:
    """Say how this very program is started again, hidden."""
    program = Path(sys.argv[0]).resolve()
    is_own = program.stem.startswith("govmail") and program.suffix != ".py"
    started = [str(program)] if is_own else [sys.executable, "-m", "govmail_desk"]
    return [*started, IN_TRAY]
