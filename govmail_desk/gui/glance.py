"""The few facts the window's frame shows before the register is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Glance(NamedTuple):
    """Whose register this is, by which regulation, who is working, in which file; empty texts where not known yet."""

    unit_name: str
    regulation_name: str
    person: str
    register_path: Path
