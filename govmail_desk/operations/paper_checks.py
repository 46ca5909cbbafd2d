"""Made papers held against the rows they were made from, before anything is kept: a difference is a fault of the program.

Reading the files again is `documents.read_back`; what a clerk may have to mend in a letter is `documents.layout`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from govmail_desk.documents.list import cell_text
from govmail_desk.documents.read_back import slip_tells


class PapersDisagree(Exception):
    """Made papers do not tell the rows they were made from: a fault of the program, never the clerk's to mend."""


def counted(content: bytes, read: Callable[[bytes], int | None], row_count: int) -> bytes:
    """Hold the count a made paper says against the rows it was made from."""
    if (told := read(content)) != row_count:
        raise PapersDisagree(f"a paper tells {told} mailboxes of {row_count}")
    return content


def naming(content: bytes, address: str) -> bytes:
    """Hold a made slip against the one mailbox it is for."""
    if not slip_tells(content, address):
        raise PapersDisagree("a slip does not name its mailbox")
    return content


def refuse_other_rows(listed: Sequence[Mapping[str, str]], rows: Sequence[Mapping[str, str]]) -> None:
    """Hold the rows of a made list against those it was made from, cell by cell."""
    wanted = [{"stt": str(place), **row} for place, row in enumerate(rows, start=1)]
    agree = len(listed) == len(wanted) and all(
        text == cell_text(row.get(name, ""))
        for read, row in zip(listed, wanted, strict=True)
        for name, text in read.items()
    )
    if not agree:
        raise PapersDisagree(f"a list tells {len(listed)} rows of {len(wanted)}, or other cells")
