"""Where the program looks, in a checkout and once installed."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from govmail_desk import paths

ROOT = Path(__file__).resolve().parent.parent


def test_a_checkout_reads_its_own_resources_and_forms() -> None:
    assert paths.resources() == ROOT / "resources"
    assert paths.forms() == ROOT / "forms"


@pytest.mark.parametrize("folder", [paths.resources, paths.regulations, paths.holidays, paths.forms])
def test_what_ships_is_there(folder: Callable[[], Path]) -> None:
    assert folder().is_dir()


def test_everything_of_the_person_lies_in_one_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "hồ sơ"))
    assert paths.register_file() == tmp_path / "hồ sơ" / "so-hop-thu.govmail"
    assert {paths.backups().parent, paths.logs().parent} == {tmp_path / "hồ sơ"}


def test_a_home_named_by_a_relative_path_is_taken_from_where_the_program_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(paths.HOME_VARIABLE, "kho")
    assert paths.home() == tmp_path / "kho"


def test_without_a_chosen_home_it_is_the_folder_the_system_gives_to_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE)
    assert paths.home().is_absolute()
    assert paths.home().name == paths.PROGRAM


def test_asking_where_makes_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "chưa có"))
    for ask in (paths.register_file, paths.backups, paths.logs):
        ask()
    assert not (tmp_path / "chưa có").exists()


def test_an_installed_program_carries_every_resource_and_form(tmp_path: Path) -> None:
    """The wheel itself, laid out as pip would: nothing may be read from the checkout."""
    wheel = _wheel(tmp_path)
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    question = "from govmail_desk import paths; print(paths.resources()); print(paths.forms())"
    answer = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", question],
        check=True,
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(installed)},
    )
    shipped = installed / "govmail_desk" / "_shipped"
    assert answer.stdout.split("\n")[:2] == [str(shipped / "resources"), str(shipped / "forms")]
    for room in ("resources", "forms"):
        assert _files(shipped / room) == _files(ROOT / room)


def _wheel(folder: Path) -> Path:
    words = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet", "--wheel-dir", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *words, str(ROOT)], check=True)
    return next(folder.glob("govmail_desk-*.whl"))


def _files(folder: Path) -> set[str]:
    return {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}
