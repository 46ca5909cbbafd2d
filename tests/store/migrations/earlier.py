"""Registers of earlier schemas for tests: copies of the kept ones, and what lies in a register's file."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

KEPT = Path(__file__).resolve().parent.parent / "kept"
ACT_COUNT = 16
"""How many acts the kept register of schema 1 holds."""


def earlier_register(folder: Path, name: str = "so.govmail", *, schema: int = 1) -> Path:
    """Lay a copy of a kept register into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(KEPT / f"schema-{schema}.govmail", folder / name))


def contents(register: Path) -> tuple[int, list[str]]:
    """Return a register's schema and everything in it, as statements that would make it again."""
    with closing(sqlite3.connect(f"{register.as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0], list(connection.iterdump())


def changed_outside(register: Path, *statements: str) -> None:
    """Change a register as another program would, past its journal."""
    with closing(sqlite3.connect(register)) as outside, outside:
        for statement in statements:
            outside.execute(statement)


def copies_beside(register: Path) -> list[Path]:
    """Return the other registers in its folder."""
    return sorted(path for path in register.parent.iterdir() if path != register and path.suffix == register.suffix)
