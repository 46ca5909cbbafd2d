"""What papers made again say otherwise than the editions kept: seen before they are kept.

Here: `differences`, line by line for papers with words in them. Making papers again is `operations.editions`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from govmail_desk.documents.plain_text import plain_lines
from govmail_desk.domain.request import File, FileRole
from govmail_desk.operations.kept_files import bytes_of, newest
from govmail_desk.operations.taken_in_files import can_be_taken_in
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.operations.editions import EditionPlan

MOST_LINES: Final = 200
"""Of a paper that is another from top to bottom no one reads more."""


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """A line that goes, or one that comes."""

    kind: Literal["gone", "come"]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One paper that becomes another edition."""

    role: FileRole
    name: str
    edition: int
    """The edition it becomes; 1 for a paper that was never made."""
    was_edited: bool
    """True where the edition kept is the clerk's own edit, which the new one would not have."""
    lines: tuple[ChangedLine, ...]
    """What changes in its words; none where only its looks or its form change, and for an e-mail, which carries the others."""


def differences(desk: Desk, plan: EditionPlan) -> tuple[Difference, ...]:
    """Compare each paper of a plan with the newest edition kept of it."""
    with desk.reading() as connection:
        kept = {
            (file.role, file.name): (file, bytes_of(connection, file))
            for file in newest(Transaction(connection).find(File, request_id=plan.request.id))
        }
    found = []
    for paper in plan.papers:
        file, content = kept.get((paper.role, paper.name), (None, b""))
        found.append(
            Difference(
                role=paper.role,
                name=paper.name,
                edition=file.edition + 1 if file else 1,
                was_edited=file is not None and file.origin == "edited",
                lines=_changed(paper.name, content, paper.content) if file else (),
            )
        )
    return tuple(found)


def _changed(name: str, before: bytes, after: bytes) -> tuple[ChangedLine, ...]:
    return tuple(_lines_changed(_words(name, before), _words(name, after)))[:MOST_LINES]


def _words(name: str, content: bytes) -> list[str]:
    if not can_be_taken_in(Path(name)):
        return []
    return [line for told in plain_lines(name, content) for line in told.text.splitlines()]


def _lines_changed(before: list[str], after: list[str]) -> Iterator[ChangedLine]:
    for tag, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from (ChangedLine("gone", line) for line in before[start:end])
            yield from (ChangedLine("come", line) for line in after[new_start:new_end])
