"""A figure, an article or an address of a regulation stands in its TOML file and nowhere in the program.

What counts is gathered from the shipped regulations themselves, so a figure added to them is looked for at once.
Docstrings may name the article a function follows; strings the program shows or compares may not.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import govmail_desk
from govmail_desk.domain.provision import AttachmentRule, Contact, FixedDate, ReportDuty
from govmail_desk.domain.regulation import ATTACHMENT_LIMIT_MB, ATTACHMENT_REFUSED, QUOTA_GB
from govmail_desk.regulations import shipped

PACKAGE = Path(govmail_desk.__file__).parent

ARTICLE = re.compile(r"(?<![^\W\d_])Đ[1-9]\d*(\.\d+)?[a-zđ]?(?![^\W\d_])")
WRITTEN_OUT = re.compile(r"Điều \d|khoản \d|\d{1,3}/(19|20)\d\d/QĐ-UBND")
OFFICIAL_DOMAIN = re.compile(r"[a-z0-9-]\.gov\.vn\b")
COUNTED = re.compile(r"(?:^|(?<!per)_)(days|months|mb|gb|password_length|times_a_day)$", re.IGNORECASE)
SHAPES = {"Period", "FixedDate", "PasswordStrength", "CheckTimes", "Collision"}
STEPS = {"timedelta", "relativedelta"}

CALENDAR_STEPS = {-1, 0, 1}
"""The day before, the same day, the day after: arithmetic, no limit of anyone's."""

OURS = {
    ("domain/digest.py", "KEPT_DAYS"): "how long the desk remembers what it told: no limit of anyone's",
}
"""Counts of days and months that are the program's own, each with its reason."""


@cache
def law() -> dict[str, set[Any]]:
    """Gather from the data what must not stand in the program."""
    provisions = [provision for regulation in shipped.every() for provision in regulation.provisions]
    values = [provision.value for provision in provisions]
    sizes = [(provision.key, provision.value) for provision in provisions]
    contacts = [value for value in values if isinstance(value, Contact)]
    return {
        "bytes": {count for key, size in sizes for count in in_bytes(key, size)},
        "days of the year": {day for value in values for day in day_of_year(value)},
        "endings": {end for key, value in sizes if key == ATTACHMENT_REFUSED.name for end in refused_endings(value)},
        "contacts": {text for contact in contacts for text in (contact.address, contact.phone) if text},
        "ids": set(shipped.ids()),
    }


def in_bytes(key: str, size: Any) -> set[int]:
    if key == ATTACHMENT_LIMIT_MB.name:
        return {size * 1024**2, size * 10**6}
    return {size * 1024**3, size * 10**9} if key == QUOTA_GB.name else set()


def day_of_year(value: object) -> Iterator[tuple[int, int]]:
    if isinstance(value, ReportDuty) and isinstance(value.due, FixedDate) and value.due.month:
        yield value.due.month, value.due.day


def refused_endings(value: AttachmentRule) -> tuple[str, ...]:
    return value.endings


def offences(source: str, module: str = "x.py") -> list[str]:
    """Name every place of a module's source where something of a regulation is written out."""
    tree = ast.parse(source)
    docstrings = {id(node) for node in ast.walk(tree) if is_docstring_holder(node) for node in docstring_of(node)}
    return [
        f"{module}:{getattr(node, 'lineno', 0)} {said}"
        for node in ast.walk(tree)
        if id(node) not in docstrings
        for said in (*of_text(node), *of_number(node), *of_name(node, module), *of_call(node), *of_comparison(node))
    ]


def is_docstring_holder(node: ast.AST) -> bool:
    return isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)


def docstring_of(holder: Any) -> list[ast.AST]:
    """Find the strings that stand as statements: docstrings, and the notes below constants and fields."""
    return [line.value for line in holder.body if isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant)]


def of_text(node: ast.AST) -> Iterator[str]:
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return
    text = node.value
    if ARTICLE.search(text) or WRITTEN_OUT.search(text):
        yield f"an article or a decision in a string: {text[:60]!r}"
    if OFFICIAL_DOMAIN.search(text) or any(contact in text for contact in law()["contacts"]):
        yield f"an official address in a string: {text[:60]!r}"
    if text in law()["endings"]:
        yield f"a refused kind of file: {text!r}"


def of_number(node: ast.AST) -> Iterator[str]:
    value = folded(node)
    if isinstance(value, int) and value in law()["bytes"]:
        yield f"a size the law gives: {value}"


def of_name(node: ast.AST, module: str) -> Iterator[str]:
    """Look at what is given to names that count something: constants, variables, defaults, keywords."""
    for name, value in named(node):
        if COUNTED.search(name) and is_figure(value) and (module, name) not in OURS:
            yield f"a figure under the name {name}"


def named(node: ast.AST) -> Iterator[tuple[str, ast.expr | None]]:
    if isinstance(node, ast.Assign):
        yield from ((target.id, node.value) for target in node.targets if isinstance(target, ast.Name))
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield node.target.id, node.value
    elif isinstance(node, ast.keyword) and node.arg:
        yield node.arg, node.value
    elif isinstance(node, ast.arguments):
        positional = [*node.posonlyargs, *node.args]
        given = [*zip(positional[len(positional) - len(node.defaults) :], node.defaults, strict=True)]
        given += [pair for pair in zip(node.kwonlyargs, node.kw_defaults, strict=True) if pair[1] is not None]
        yield from ((argument.arg, default) for argument, default in given)


def of_call(node: ast.AST) -> Iterator[str]:
    if not isinstance(node, ast.Call):
        return
    called = getattr(node.func, "id", getattr(node.func, "attr", ""))
    given = [*node.args, *(keyword.value for keyword in node.keywords)]
    if called in SHAPES and any(isinstance(folded(value), int) for value in given):
        yield f"a figure given to {called}"
    if called in STEPS and any(is_figure(value) for value in given):
        yield f"a number of days given to {called}"
    if called in {"date", "replace"} and tuple(folded(value) for value in given[-2:]) in law()["days of the year"]:
        yield "a day of the year the law gives"


def of_comparison(node: ast.AST) -> Iterator[str]:
    """A rule that hangs on which regulation it is, or a password measured against a number."""
    if not isinstance(node, ast.Compare):
        return
    sides = [node.left, *node.comparators]
    texts = {part.value for side in sides for part in ast.walk(side) if isinstance(part, ast.Constant)}
    if texts & law()["ids"]:
        yield "a rule that hangs on the id of a regulation"
    if "password" in ast.unparse(node).lower() and any(is_figure(side) for side in sides):
        yield "a password measured against a figure"


def is_figure(node: ast.AST | None) -> bool:
    value = folded(node)
    return isinstance(value, int | float) and not isinstance(value, bool) and value not in CALENDAR_STEPS


def folded(node: ast.AST | None) -> object:
    """Work out an expression of plain numbers: `15 * 1024 * 1024`, `-1`, `15 << 20`."""
    if not isinstance(node, ast.Constant | ast.BinOp | ast.UnaryOp):
        return None
    if any(isinstance(part, ast.Name | ast.Call | ast.Attribute | ast.JoinedStr) for part in ast.walk(node)):
        return None
    if any(isinstance(part, ast.Constant) and not isinstance(part.value, int | float) for part in ast.walk(node)):
        return None
    try:
        return eval(compile(ast.Expression(node), "<figure>", "eval"), {"__builtins__": {}})  # plain numbers only
    except (ArithmeticError, TypeError, ValueError):
        return None


MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


def test_the_program_holds_no_figure_article_or_address_of_a_regulation() -> None:
    found = [said for module in MODULES for said in offences((PACKAGE / module).read_text(encoding="utf-8"), module)]

    assert found == []


SEEDED = [
    'cite = "Đ8.3b"',
    'raise RuleBroken("Không được, xem QĐ Đ2.")',
    'said = f"theo Đ8.1 của {name}"',
    'said = "theo khoản 3 Điều 8"',
    'said = "Quyết định 59/2024/QĐ-UBND"',
    'domain = "ninhbinh.gov.vn"',
    'to = f"stttt@{name}.ninhbinh.gov.vn"',
    'office = "q4@tphcm.gov.vn"',
    'phone = "Gọi 0299 3 626 800"',
    "limit = Period(15, unit)",
    'limit = Period(count=3, unit="working-day")',
    "due = start + timedelta(days=15)",
    "due = start + timedelta(5)",
    "due = start + datetime.timedelta(weeks=2)",
    "ROTATION_MONTHS = 6",
    "ANSWER_DAYS: Final = 3",
    "def due(start, days=15): ...",
    "def due(start, *, months=6): ...",
    "due = count(start, days=5)",
    "class Limits:\n    quota_gb: int = 2",
    "LIMIT_MB = 50",
    "limit = 15 * 1024 * 1024",
    "limit = 50 << 20",
    "limit = 15_000_000",
    "strength = PasswordStrength(8, classes)",
    "weak = len(password) < 8",
    "due = date(year, 12, 15)",
    "due = day.replace(month=7, day=20)",
    "due = FixedDate(5)",
    "checks = CheckTimes(times_a_day=2)",
    'rule = Collision("ordinal", 1)',
    'if ending in {".exe", ".zip"}: ...',
    'if regulation.id == "quan4-03-2013": ...',
    'if regulation.id in ("quan4-03-2013", "x"): ...',
]


@pytest.mark.parametrize("source", SEEDED)
def test_a_seeded_figure_is_found(source: str) -> None:
    assert offences(source)


CLEAN = [
    '"""Due dates by Đ7.2 of the regulation."""',
    'def due():\n    """Count the 05 days of Đ7.2."""',
    'LIMIT: Final = 7\n"""Đ7.2 says so."""',
    "yesterday = day - timedelta(days=1)",
    "due = start + timedelta(days=period.count)",
    "limit = Period(provision.value.count, provision.value.unit)",
    "limit = regulation.find(ATTACHMENT_LIMIT_MB, on)",
    "columns = 15",
    'law = "Nghị định 30/2020/NĐ-CP"',
    'font = ".ttf"',
    "later = day.replace(day=1)",
    'find("ninhbinh-2020")',
    'said = "Đ"',
]


@pytest.mark.parametrize("source", CLEAN)
def test_what_is_no_figure_of_law_is_left_alone(source: str) -> None:
    assert offences(source) == []


def test_the_law_looked_for_is_what_the_regulations_say() -> None:
    gathered = law()

    assert {15 * 1024**2, 50 * 1024**2, 1024**3, 2 * 10**9} <= gathered["bytes"]
    assert (12, 15) in gathered["days of the year"]
    assert ".exe" in gathered["endings"]
    assert "q4@tphcm.gov.vn" in gathered["contacts"]
    assert date(2001, *max(gathered["days of the year"])) > date(2001, 12, 1)


def test_every_exception_is_still_needed() -> None:
    for module, name in OURS:
        tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
        assert name in {given for node in ast.walk(tree) for given, value in named(node) if is_figure(value)}
