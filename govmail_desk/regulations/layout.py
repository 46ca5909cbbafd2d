"""The decree on layout, from `resources/layout/*.toml` to a `Layout`; a file with anything odd in it never enters.

Every rule must have its place in the decree and its reason, every component and every point must stand there once. Not
here: the shapes (`domain.layout`), reading one value (`regulations.value`), comparing a paper (`documents.layout`).
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, get_args

from govmail_desk import paths
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.layout import ComponentKey, Layout, PointKey, Side
from govmail_desk.regulations.value import Misfit, read

LARGEST_FILE: Final = 1_000_000
IN_FORCE: Final = "nd30-2020"
"""The file of the decree that holds today; another decree comes as another file beside it."""


@cache
def in_force() -> Layout:
    """Read the shipped decree once."""
    return load(paths.resources() / "layout" / f"{IN_FORCE}.toml")


def load(path: Path) -> Layout:
    """Read one file; raises `RuleBroken` naming file, place and reason."""
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise _refused(path.name, "không mở được; hãy cài đặt lại chương trình") from fault
    if len(content) > LARGEST_FILE:
        raise _refused(path.name, "lớn hơn 1 MB nên không phải tệp thể thức")
    return load_text(content.decode("utf-8", "replace"), name=path.name)


def load_text(toml: str, *, name: str) -> Layout:
    """Read a layout from its text; `name` stands for the file in a refusal."""
    try:
        layout: Layout = read(Layout, tomllib.loads(toml), "tệp")
    except (ValueError, RecursionError) as fault:
        raise _refused(name, "viết sai cú pháp TOML") from fault
    except Misfit as misfit:
        raise _refused(name, str(misfit)) from misfit
    for reason in _faults(layout):
        raise _refused(name, reason)
    return layout


def _refused(name: str, reason: str) -> RuleBroken:
    return RuleBroken(f"Tệp thể thức {name}: {reason}.")


def _faults(layout: Layout) -> Iterator[str]:
    """Name what every value alone is right about and the whole is not."""
    yield from _not_once("component", [one.key for one in layout.component], get_args(ComponentKey))
    yield from _not_once("point", [one.key for one in layout.point], get_args(PointKey))
    yield from _not_once("margin", [one.side for one in layout.margin], get_args(Side))
    for part in layout.component:
        if part.least_pt > part.most_pt:
            yield f"cỡ chữ {part.least_pt} đến {part.most_pt} bị đảo"
    for margin in layout.margin:
        if margin.least_mm > margin.most_mm:
            yield f"lề {margin.least_mm} đến {margin.most_mm} mm bị đảo"
    for rule in layout.rule:
        if rule.least.value > rule.most.value:
            yield f"đường kẻ {rule.least} đến {rule.most} bị đảo"


def _not_once(table: str, keys: list[str], wanted: tuple[str, ...]) -> Iterator[str]:
    counted = Counter(keys)
    yield from (f"[[{table}]] «{key}» phải có đúng một mục" for key in wanted if counted[key] != 1)
