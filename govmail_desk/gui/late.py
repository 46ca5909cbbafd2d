"""Names that are imported only when they are first asked for, so that the first paint loads nothing heavy.

Here: `Late`, a module or a name in it. A test resolves every one, so a misspelt name does not wait for a clerk to find it.
"""

from __future__ import annotations

from importlib import import_module
from typing import Generic, TypeVar, cast

T = TypeVar("T")


class Late(Generic[T]):
    """Something that stands at `where` (`package.module:name`, or a module alone); safe to load in a worker thread."""

    def __init__(self, where: str) -> None:
        self.where = where

    def load(self) -> T:
        """Import the module if need be and return the thing itself."""
        module, _, name = self.where.partition(":")
        found = import_module(module)
        return cast("T", getattr(found, name) if name else found)
