"""What every kept fact has in common. The facts themselves live in the modules beside this one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A fact kept in the register.

    `id` is its number, unique over the whole register, 0 until it is put; `version` counts its changes and keeps an edit that was
    held open from overwriting a later one.
    """

    id: int = 0
    version: int = 0
