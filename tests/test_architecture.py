"""The house as failing tests: who may import whom, what the domain may not know, how long and how named things are.

The rooms are drawn as contracts in `pyproject.toml` and explained in `resources/help/developers/architecture.md`.
"""

from __future__ import annotations

import ast
import re
import socket
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "govmail_desk"
TESTS = ROOT / "tests"

LINES_IN_A_FILE = 400  # both only ever go down
LINES_IN_A_FUNCTION = 60

WORDS_THAT_NAME_NOTHING = {
    "base", "common", "data", "handler", "handlers", "helper", "helpers", "info", "manager", "managers", "misc",
    "service", "services", "util", "utils",
}  # fmt: skip
ASKS_THE_CLOCK = {
    "datetime.now", "datetime.today", "datetime.utcnow", "date.today", "time.time", "time.localtime", "time.gmtime",
    "QDate.currentDate", "QDateTime.currentDateTime", "QDateTime.currentDateTimeUtc", "QTime.currentTime",
}  # fmt: skip
TOUCHES_FILES = {
    "open", "read_text", "write_text", "read_bytes", "write_bytes", "mkdir", "unlink", "touch", "glob", "rglob",
    "iterdir",
}  # fmt: skip
SPEAKS_TO_THE_NETWORK = {
    "QNetworkAccessManager", "QNetworkRequest", "QTcpSocket", "QTcpServer", "QUdpSocket", "QSslSocket", "QHostInfo",
    "urllib.request", "urlopen",
}  # fmt: skip
GIVES_A_TEST_UP = {
    "pytest.skip", "pytest.xfail", "pytest.importorskip", "pytest.mark.skip", "pytest.mark.skipif", "pytest.mark.xfail",
}  # fmt: skip
TESTS_OF_THE_WHOLE = {
    "test_architecture",
    "test_first_five_minutes",
    "test_locks",
    "test_no_figures_of_law",
    "test_qt_canary",
    "test_readme",
}
FOLDERS_OF_THE_WHOLE = {"benchmarks", "cases", "features", "machine", "reliability"}


# Rooms


def test_each_room_imports_only_what_it_may(capsys: pytest.CaptureFixture[str]) -> None:
    broken = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True)
    assert not broken, capsys.readouterr().out


# What the domain and the rest may not know


def test_the_domain_touches_no_file() -> None:
    assert not [place for place, name in calls(PACKAGE / "domain") if name.split(".")[-1] in TOUCHES_FILES]


def test_only_the_desk_asks_the_clock() -> None:
    """And the report of a fault, which may come when no desk is open."""
    asked = {place for place, name in calls(PACKAGE) if ".".join(name.split(".")[-2:]) in ASKS_THE_CLOCK}
    assert {place.partition(":")[0] for place in asked} <= {"govmail_desk/desk.py", "govmail_desk/faults.py"}


def test_nothing_in_the_program_opens_a_way_to_the_network() -> None:
    assert not [place for place, name in names(PACKAGE) if name in SPEAKS_TO_THE_NETWORK]


def test_a_test_that_reaches_for_another_machine_is_refused() -> None:
    with socket.socket() as door, pytest.raises(PermissionError, match="network"):
        door.connect(("192.0.2.1", 80))  # an address reserved for documentation: no machine has it
    with pytest.raises(PermissionError, match="names"):
        socket.getaddrinfo("example.invalid", 80)


# Names and sizes


def test_every_module_and_class_has_a_name_that_says_something() -> None:
    given = [(file, file.stem) for file in modules_of(PACKAGE)] + [
        (file, node.name)
        for file in modules_of(PACKAGE)
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.ClassDef)
    ]
    assert not [f"{file.relative_to(ROOT)}: {name}" for file, name in given if words_of(name) & WORDS_THAT_NAME_NOTHING]


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    lengths = {str(file.relative_to(ROOT)): len(text_of(file).splitlines()) for file in modules_of(PACKAGE, TESTS)}
    assert not {file: length for file, length in lengths.items() if length > LINES_IN_A_FILE}


def test_no_function_is_longer_than_a_page() -> None:
    lengths = {
        f"{file.relative_to(ROOT)}: {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for file in modules_of(PACKAGE, TESTS)
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert not {function: length for function, length in lengths.items() if length > LINES_IN_A_FUNCTION}


def test_every_module_says_what_lives_in_it() -> None:
    silent = [file for file in modules_of(PACKAGE) if text_of(file).strip() and not ast.get_docstring(parsed(file))]
    assert not [str(file.relative_to(ROOT)) for file in silent]


# Tests


def test_every_test_file_stands_where_its_module_stands() -> None:
    lost = []
    for file in TESTS.rglob("test_*.py"):
        place = file.relative_to(TESTS)
        if place.parts[0] in FOLDERS_OF_THE_WHOLE or place.stem in TESTS_OF_THE_WHOLE:
            continue
        tested = PACKAGE / place.parent / place.stem.removeprefix("test_")
        if not (tested.is_dir() or tested.with_suffix(".py").is_file() or is_named_after_regulations(place)):
            lost.append(str(place))
    assert not lost


def test_no_test_is_skipped_or_left_to_fail() -> None:
    assert not [place for place, name in names(TESTS) if name in GIVES_A_TEST_UP]


# How they are read


def is_named_after_regulations(place: Path) -> bool:
    """Whether the file is named after regulations of `resources/`, such as `regulations/test_ninhbinh.py`."""
    named = place.stem.removeprefix("test_").split("_")
    shipped = ROOT / "resources" / "regulations"
    return place.parent.name == "regulations" and all(any(shipped.glob(f"{name}*.toml")) for name in named)


def modules_of(*folders: Path) -> list[Path]:
    return sorted(file for folder in folders for file in folder.rglob("*.py"))


@cache
def text_of(file: Path) -> str:
    return file.read_text(encoding="utf-8")


@cache
def parsed(file: Path) -> ast.Module:
    return ast.parse(text_of(file), filename=str(file))


def calls(folder: Path) -> Iterator[tuple[str, str]]:
    """Every call below the folder: where it stands, and the dotted name that is called."""
    for file in modules_of(folder):
        for node in ast.walk(parsed(file)):
            if isinstance(node, ast.Call):
                yield f"{file.relative_to(ROOT)}:{node.lineno}", ast.unparse(node.func)


def names(folder: Path) -> Iterator[tuple[str, str]]:
    """Every name below the folder, plain, dotted or imported, with where it stands."""
    for file in modules_of(folder):
        for node in ast.walk(parsed(file)):
            place = f"{file.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.Name | ast.Attribute):
                yield place, ast.unparse(node)
            elif isinstance(node, ast.Import | ast.ImportFrom):
                module = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
                for alias in node.names:
                    yield place, alias.name
                    yield place, module + alias.name


def words_of(name: str) -> set[str]:
    """The words of a snake_case or CamelCase name, in lower case."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", name)}
