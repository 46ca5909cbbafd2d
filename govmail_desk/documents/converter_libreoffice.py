"""LibreOffice as a converter: an office of its own beside the clerk's, with no macros, no links followed and no way out.

Not here: running the program and ending it (`documents.converter_process`), choosing a converter (`documents.converter`).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from govmail_desk.documents.converter_process import Still, run_alone

ENDINGS: Final = frozenset({".docx", ".xlsx"})
PROFILE: Final = "profile"
_NEVER: Final = 2
_HIGHEST: Final = 3
_MANUAL_PROXY: Final = 2
_NOBODY: Final = "127.0.0.1"
_DISCARD_PORT: Final = 9

_SETTINGS: Final = (
    ("Office.Common/Misc", "FirstRun", False),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", True),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", _HIGHEST),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", True),
    ("Office.Writer/Content/Update", "Link", _NEVER),
    ("Office.Calc/Content/Update", "Link", _NEVER),
    ("Inet/Settings", "ooInetProxyType", _MANUAL_PROXY),
    ("Inet/Settings", "ooInetNoProxy", ""),
    *(
        setting
        for protocol in ("HTTP", "HTTPS", "FTP")
        for setting in (
            ("Inet/Settings", f"ooInet{protocol}ProxyName", _NOBODY),
            ("Inet/Settings", f"ooInet{protocol}ProxyPort", _DISCARD_PORT),
        )
    ),
)
"""What the office of its own may not do. A document that would fetch something is refused before (`documents.package`)."""

_PIPE_FOLDERS: Final = ("/tmp", "/var/tmp")  # noqa: S108  (where LibreOffice itself puts its pipe)


@dataclass(frozen=True)
class LibreOffice:
    """One installed LibreOffice."""

    program: Path
    name: str = "LibreOffice"
    endings: frozenset[str] = ENDINGS

    def convert(self, sources: list[Path], *, folder: Path, out: Path, seconds: float, still: Still) -> None:
        """Make PDFs of all sources in one start; what it could not make out has none. Raises as `run_alone`."""
        profile = folder / PROFILE
        _write_settings(profile)
        command = [
            str(self.program),
            f"-env:UserInstallation={profile.as_uri()}",
            *("--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault"),
            *("--convert-to", "pdf", "--outdir", str(out), *map(str, sources)),
        ]
        try:
            run_alone(command, folder=folder, seconds=seconds, still=still, environment=_ENVIRONMENT)
        finally:
            _remove_pipe(profile)


_ENVIRONMENT: Final = {} if sys.platform == "win32" else {"LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
"""Paths with Vietnamese letters are lost on LibreOffice where the system speaks plain C."""


def found_libreoffice() -> LibreOffice | None:
    """Find the LibreOffice installed on this computer."""
    for place in _places():
        if place.is_file():
            return LibreOffice(place)
    return None


def _places() -> Iterator[Path]:
    for name in ("soffice", "libreoffice"):
        on_path = shutil.which(name)
        if on_path:
            yield Path(on_path)
    if sys.platform == "win32":
        yield from _windows_places()


if sys.platform == "win32":
    import winreg

    def _windows_places() -> Iterator[Path]:
        """`soffice.com` waits for the office behind it, as `soffice.exe` may not."""
        for root in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
            with suppress(OSError):
                yield Path(winreg.QueryValue(root, r"SOFTWARE\LibreOffice\UNO\InstallPath")) / "soffice.com"
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)"):
            if variable in os.environ:
                yield Path(os.environ[variable]) / "LibreOffice" / "program" / "soffice.com"


def _write_settings(profile: Path) -> None:
    file = profile / "user" / "registrymodifications.xcu"
    file.parent.mkdir(parents=True, exist_ok=True)
    items = "".join(
        f'<item oor:path="/org.openoffice.{place}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{str(value).lower() if isinstance(value, bool) else value}</value></prop></item>\n"
        for place, name, value in _SETTINGS
    )
    file.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
        f"{items}</oor:items>\n",
        encoding="utf-8",
    )


def _remove_pipe(profile: Path) -> None:
    """Remove the pipe that a killed LibreOffice leaves behind; its name is made of the profile's address, digit by digit."""
    if sys.platform != "win32":
        digest = hashlib.md5(profile.as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
        name = f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{''.join(f'{byte:x}' for byte in digest)}"
        for folder in _PIPE_FOLDERS:
            with suppress(OSError):
                (Path(folder) / name).unlink()
