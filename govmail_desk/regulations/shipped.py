"""The regulations that ship with the program, found by their ids and read only when asked for.

Reading a file: `govmail_desk.regulations.loader`. Where the files lie: `govmail_desk.paths`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from govmail_desk import paths
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.regulation import Regulation
from govmail_desk.regulations import loader

NOT_A_REGULATION: Final = "not_in_data"
"""The list of what is deliberately not in the data lies beside the regulations."""


def ids() -> tuple[str, ...]:
    """Name the shipped regulations, sorted; no file is opened."""
    return tuple(sorted(file.stem for file in paths.regulations().glob("*.toml") if file.stem != NOT_A_REGULATION))


def file_of(regulation_id: str) -> Path:
    """Give the file of a shipped regulation; an unknown id is refused with the known ones named."""
    if regulation_id not in ids():
        known = ", ".join(ids())
        raise RuleBroken(f"Chương trình không có quy chế «{regulation_id}»; hãy chọn một trong: {known}.")
    return paths.regulations() / f"{regulation_id}.toml"


@cache
def find(regulation_id: str) -> Regulation:
    """Read a shipped regulation once."""
    return loader.load(file_of(regulation_id))


def every() -> tuple[Regulation, ...]:
    """Read all shipped regulations, in the order of their ids."""
    return tuple(find(regulation_id) for regulation_id in ids())


def named(regulation: str) -> Regulation:
    """Take what a clerk gave, the id of a shipped regulation or the path of a file, and read it."""
    is_file = regulation not in ids() and (regulation.endswith(".toml") or Path(regulation).is_file())
    return loader.load(Path(regulation)) if is_file else find(regulation)
