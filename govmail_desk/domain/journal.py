"""The journal's hash chain: each entry seals the one before it. Writing it is `desk`, storing it `store`.

The chain finds an edit, a removal or a renumbering. It cannot find a cut tail or a chain forged anew from some entry on; for that
its head (count and hash) is printed on papers and kept in backups.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

GENESIS = "0" * 64
FOUNDING: Final = "found_register"
MIGRATION: Final = "migrate_register"
EXPORTING: Final = "record_export"
MINIMISING: Final = "minimise_people"
NEVER_TAKEN_BACK: Final = frozenset({FOUNDING, MIGRATION, EXPORTING, MINIMISING})
"""The acts that everything after them stands on, and those that nothing undoes: a file that left, private values that are emptied."""
PASSED_OVER: Final = frozenset({MIGRATION, EXPORTING})
"""Acts that are not meant where the last one is to be taken back: they changed nothing a clerk would take back."""


class Change(NamedTuple):
    """One row before and after an act, as canonical JSON bytes; None where it was not there."""

    table: str
    row_id: int
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One act of a named person: its number, UTC stamp, verb, sentence and the rows it wrote."""

    seq: int
    at: str
    actor: str
    act: str
    sentence: str
    takes_back: int | None
    previous_hash: str
    hash: str


def entry_hash(entry: Entry, changes: Iterable[Change]) -> str:
    """Seal an entry and its changes to the entry before; `entry.hash` itself is not read."""
    heading = (entry.previous_hash, entry.seq, entry.at, entry.actor, entry.act, entry.sentence, entry.takes_back or "")
    digest = hashlib.sha256(_sealed([str(part).encode("utf-8") for part in heading]))
    for change in changes:
        row_id = str(change.row_id).encode("ascii")
        digest.update(_sealed((change.table.encode("utf-8"), row_id, change.before or b"", change.after or b"")))
    return digest.hexdigest()


def first_break(entries: Sequence[Entry], changes_of: dict[int, list[Change]]) -> Entry | None:
    """Return the first entry whose number, link or seal is off, or None when the chain is whole."""
    previous = GENESIS
    for number, entry in enumerate(entries, start=1):
        whole = entry.seq == number and entry.previous_hash == previous
        if not whole or entry_hash(entry, changes_of.get(entry.seq, [])) != entry.hash:
            return entry
        previous = entry.hash
    return None


def private_digest(*, salt: str, field: str, value: str) -> str:
    """Stand in for a private value in the journal: without the row's salt it cannot be guessed back."""
    return "~" + hashlib.sha256(f"{salt}|{field}|{value}".encode()).hexdigest()[:40]


def _sealed(parts: Sequence[bytes]) -> bytes:
    """Put each part after its length, so that no two lists of parts read the same."""
    return b"".join([piece for part in parts for piece in (len(part).to_bytes(8, "big"), part)])
