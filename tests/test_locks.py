"""The locks in `packaging/locks/`: what pip is told to install is exactly known and names no address."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "packaging" / "locks"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

GROUPS = PROJECT["dependency-groups"]
ASKED_FOR = {
    "run": [*PROJECT["project"]["dependencies"], *GROUPS["build"]],
    "test": [*PROJECT["project"]["dependencies"], *GROUPS["build"], *(w for w in GROUPS["dev"] if isinstance(w, str))],
}


@pytest.mark.parametrize("lock", ["run", "test"])
def test_every_requirement_is_pinned_to_a_version_that_fits(lock: str) -> None:
    pins = pins_of(lock)
    asked = [Requirement(words) for words in ASKED_FOR[lock]]
    assert not [str(wish) for wish in asked if not wish.specifier.contains(pins[canonicalize_name(wish.name)])]


@pytest.mark.parametrize("lock", ["run", "test"])
def test_every_pin_has_its_hashes(lock: str) -> None:
    for entry in entries_of(lock):
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry), entry.splitlines()[0]


@pytest.mark.parametrize("lock", ["run", "test"])
def test_no_address_stands_in_a_lock(lock: str) -> None:
    address = re.compile(r"://|file:|--(?:extra-)?index-url|--find-links|--trusted-host|^-[ief]| @ ", re.MULTILINE)
    assert not address.findall(text_of(lock))


def test_the_checks_run_on_the_very_packages_that_the_program_runs_on() -> None:
    assert set(entries_of("run")) <= set(entries_of("test"))


def test_qt_stays_where_python_3_11_and_older_windows_10_live() -> None:
    """6.12.0 aborts on Python 3.11; from 6.10 on Qt needs a DLL that Windows 10 before 1903 lacks."""
    qt = pins_of("run")["pyside6-essentials"]
    assert (qt.major, qt.minor) == (6, 9)
    assert pins_of("run")["shiboken6"] == qt


def text_of(lock: str) -> str:
    return (LOCKS / f"{lock}.txt").read_text(encoding="utf-8")


def entries_of(lock: str) -> list[str]:
    """One entry a package: its pin and its hashes."""
    return re.split(r"\n(?=\S)", text_of(lock).strip())


def pins_of(lock: str) -> dict[str, Version]:
    pins = (re.match(r"([\w.-]+)==([^\s;]+)", entry) for entry in entries_of(lock))
    return {canonicalize_name(pin[1]): Version(pin[2]) for pin in pins if pin}
