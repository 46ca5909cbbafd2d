"""The README's commands are real: each names a file that is there, and CI runs the very test command that it tells."""

from __future__ import annotations

import os
import re
import struct
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
FOR_CLERKS, FOR_DEVELOPERS = README.split("\n## Develop\n")

FIRST_MINUTES = FOR_CLERKS.split("## Năm phút đầu tiên")[1]
WINDOW = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "govmail_desk" / "gui").rglob("*.py"))

VIETNAMESE = "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
SCRIPTS = [".ci/run", *(f"packaging/linux/{name}" for name in ("run", "test", "bench", "libraries", "installed"))]
COMMANDS = sorted(set(re.findall(r"`((?:sh|bash|py -3\.11|make) [^`]+)`", README)))


def test_the_two_commands_of_each_system_stand_in_the_readme() -> None:
    assert {
        "sh packaging/linux/run demo",
        "sh packaging/linux/test",
        r"py -3.11 packaging\run.py demo",
        r"py -3.11 packaging\test.py",
    } <= set(COMMANDS)


@pytest.mark.parametrize("command", [words for words in COMMANDS if not words.startswith("make")])
def test_a_command_names_files_that_are_there(command: str) -> None:
    script = command.removeprefix("py -3.11").split()[0 if command.startswith("py") else 1]
    assert (ROOT / script.replace("\\", "/")).is_file()


@pytest.mark.parametrize("command", [words for words in COMMANDS if words.startswith("make")])
def test_a_word_for_make_is_one_that_it_knows(command: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{re.escape(command.split()[1])}:", makefile, re.MULTILINE)


def test_ci_runs_the_test_command_of_the_readme() -> None:
    last = (ROOT / ".ci" / "run").read_text(encoding="utf-8").strip().splitlines()[-1]
    assert last == "exec sh packaging/linux/test"


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_starts_and_its_shell_can_read_it(script: str) -> None:
    shell = (ROOT / script).read_text(encoding="utf-8").split("\n")[0].rpartition("/")[2].split()[-1]
    assert shell in {"sh", "bash"}
    if os.name == "posix":  # Windows has neither; its own two commands are Python
        assert os.access(ROOT / script, os.X_OK)
        subprocess.run([shell, "-n", ROOT / script], check=True)


@pytest.mark.parametrize("picture", re.findall(r"!\[[^]]+\]\(([^)]+)\)", README))
def test_a_picture_is_of_a_window_that_fits_a_small_screen(picture: str) -> None:
    content = (ROOT / picture).read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", content[16:24]) == (1366, 768)
    assert len(content) < 200_000


@pytest.mark.parametrize("name", re.findall(r"\*\*([^*]+)\*\*", FIRST_MINUTES))
def test_a_name_a_clerk_is_told_of_stands_in_the_window(name: str) -> None:
    """Three dots stand for what the window counts: “Ghi … dòng vào sổ” is "Ghi {} dòng vào sổ" there."""
    assert f'"{name.replace("…", "{}")}"' in WINDOW


@pytest.mark.parametrize("link", re.findall(r"(?<!!)\[[^]]+\]\(([^)#]+)\)", README))
def test_a_link_leads_to_a_file(link: str) -> None:
    assert (ROOT / link).is_file()


def test_the_clerks_part_comes_first_and_is_vietnamese() -> None:
    marked = [letter for letter in FOR_CLERKS.lower() if letter in VIETNAMESE]
    assert len(marked) > len(FOR_CLERKS) / 10


def test_the_changelog_opens_with_the_version_of_the_program() -> None:
    from govmail_desk import __version__

    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"^## (\S+)", changes, re.MULTILINE)[1] == __version__


def test_the_licence_named_is_the_licence_shipped() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert project["license"] == "GPL-3.0-or-later"
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "Version 3, 29 June 2007" in text
