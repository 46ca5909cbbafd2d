"""How answers leave: one JSON document, or lines for a person. Refusals leave through `app`."""

from __future__ import annotations

import json
from collections.abc import Iterable


def print_json(document: object) -> None:
    """Print one JSON document on stdout and nothing else."""
    print(json.dumps(document, ensure_ascii=False, indent=2))


def print_lines(lines: Iterable[str]) -> None:
    """Print lines for a person to read."""
    for line in lines:
        print(line)


def print_columns(rows: list[tuple[str, ...]]) -> None:
    """Print rows under each other, each column as wide as its widest word."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
