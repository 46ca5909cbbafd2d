"""The few facts the window's frame shows at once, read without loading SQLAlchemy. Everything else waits for the desk."""

from __future__ import annotations

import re
import sqlite3
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_OWN_UNIT = """
SELECT unit_name.name FROM unit JOIN unit_name ON unit_name.unit_id = unit.id
WHERE unit.is_own ORDER BY unit_name.to_on IS NOT NULL, unit_name.from_on DESC LIMIT 1
"""
_REGULATION = "SELECT regulation_id FROM regulation_text ORDER BY from_on DESC, id DESC LIMIT 1"
_HEAD = """
SELECT substr(toml, 1, instr(toml || char(10) || '[[provision]]', char(10) || '[[provision]]') - 1)
FROM regulation_text ORDER BY from_on DESC, id DESC LIMIT 1
"""
_SHORT_NAME: Final = re.compile(r'^short_name[ \t]*=[ \t]*"([^"\\\n]+)"', re.MULTILINE)
"""Reading it with tomllib takes as long as all the rest of this file."""
PATIENCE_S: Final = 0.1
"""How long the first look waits for whoever is writing: the frame is to be seen at once."""


class Glance(NamedTuple):
    """Whose register this is and which regulation it follows; empty texts where it cannot be read yet."""

    unit_name: str
    regulation_id: str
    regulation_name: str = ""


def glance(path: Path) -> Glance | None:
    """Look at a register; None where there is none or it is not ours, which opening it will explain."""
    if not path.is_file():
        return None
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=PATIENCE_S)
    except sqlite3.Error:
        return None
    try:
        unit_name, regulation_id, head = (_first(connection, sql) for sql in (_OWN_UNIT, _REGULATION, _HEAD))
    except sqlite3.Error:
        return None
    finally:
        connection.close()
    return Glance(unit_name, regulation_id, _short_name(head) or regulation_id)


def _first(connection: sqlite3.Connection, sql: str) -> str:
    row = connection.execute(sql).fetchone()
    return row[0] if row else ""


def _short_name(head: str) -> str:
    """Read the short name from what stands before a regulation's first provision; the opened desk says it exactly."""
    found = _SHORT_NAME.search(head)
    return found[1] if found else ""
