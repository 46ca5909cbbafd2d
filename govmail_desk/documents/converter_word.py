"""Microsoft Word and Excel as converters: asked through PowerShell, in a copy of their own that nobody sees.

What PowerShell is told stands in `office_pages.ps1`. Not here: choosing a converter (`documents.converter`).
"""

from __future__ import annotations

import base64
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from govmail_desk.documents.converter_process import Still, run_alone

Program = Literal["Word", "Excel"]

SCRIPT: Final = Path(__file__).with_name("office_pages.ps1")
STARTED: Final = "started.txt"
_ENDINGS: Final[dict[Program, str]] = {"Word": ".docx", "Excel": ".xlsx"}


@dataclass(frozen=True)
class MicrosoftOffice:
    """The clerk's own Word or Excel; an open window of it is left alone."""

    program: Program
    shell: Sequence[str]
    """What starts PowerShell."""

    @property
    def name(self) -> str:
        """What the clerk calls it."""
        return f"Microsoft {self.program}"

    @property
    def endings(self) -> frozenset[str]:
        """The files it opens."""
        return frozenset({_ENDINGS[self.program]})

    def convert(self, sources: list[Path], *, folder: Path, out: Path, seconds: float, still: Still) -> None:
        """Make PDFs of all sources in one start; what it could not make out has none. Raises as `run_alone`."""
        started = folder / STARTED
        run_alone(
            self.command(),
            folder=folder,
            seconds=seconds,
            still=still,
            environment={
                "GOVMAIL_PROGRAM": self.program,
                "GOVMAIL_SOURCES": "\n".join(map(str, sources)),
                "GOVMAIL_OUT": str(out),
                "GOVMAIL_STARTED": str(started),
            },
            also_started=lambda: _process_ids(started),
        )

    def command(self) -> list[str]:
        """Say how the script is started: encoded, so that no policy for script files stands in its way."""
        script = base64.b64encode(SCRIPT.read_text(encoding="ascii").encode("utf-16-le")).decode("ascii")
        return [*self.shell, "-NoLogo", "-NoProfile", "-NonInteractive", "-EncodedCommand", script]


def found_microsoft_office() -> list[MicrosoftOffice]:
    """Find Word and Excel where they are installed."""
    shell = Path(os.environ.get("SYSTEMROOT", "")) / "System32/WindowsPowerShell/v1.0/powershell.exe"
    programs: tuple[Program, ...] = ("Word", "Excel")
    return [MicrosoftOffice(program, (str(shell),)) for program in programs if _is_installed(program)]


if sys.platform == "win32":
    import winreg

    def _is_installed(program: Program) -> bool:
        with suppress(OSError):
            return bool(winreg.QueryValue(winreg.HKEY_CLASSES_ROOT, rf"{program}.Application\CLSID"))
        return False

else:

    def _is_installed(_program: Program) -> bool:
        """There is none beside Windows."""
        return False


def _process_ids(started: Path) -> list[int]:
    """Read which process the script started; none where it had not come so far."""
    try:
        return [int(started.read_text(encoding="ascii"))]
    except (OSError, ValueError):
        return []
