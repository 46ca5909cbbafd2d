"""Made papers printed by LibreOffice, and what is then on the page. Times New Roman prints as Liberation Serif there."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Printed:
    """One printed paper: the text of each page and the fonts embedded in the file."""

    pages: tuple[str, ...]
    fonts: frozenset[str]


def printed(folder: Path, papers: Mapping[str, bytes]) -> dict[str, Printed]:
    """Print papers by file name, all in one start of LibreOffice, with a profile of its own in the folder."""
    for name, content in papers.items():
        (folder / name).write_bytes(content)
    profile = (folder / "profile").as_uri()
    asked = [
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
    ]
    subprocess.run([*asked, *(str(folder / name) for name in papers)], check=True, capture_output=True, timeout=110)
    return {name: _read((folder / name).with_suffix(".pdf")) for name in papers}


def _read(pdf: Path) -> Printed:
    text = _said("pdftotext", "-layout", str(pdf), "-")
    fonts = _said("pdffonts", str(pdf)).splitlines()[2:]
    return Printed(
        tuple(text.split("\f")[:-1]), frozenset(re.sub(r"^[A-Z]{6}\+", "", line.split()[0]) for line in fonts)
    )


def _said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, timeout=30).stdout.decode()
