"""The one door for writing: rows go in through `put`, and the journal entry is derived from what passed.

Who opens it and with which sentence is `desk`; the hash chain's arithmetic is `domain.journal`, what the journal holds of private fields
`store.private_fields`.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.journal import GENESIS, Change, Entry, entry_hash
from govmail_desk.domain.record import Record
from govmail_desk.store import derived, rows, tables
from govmail_desk.store.bulk import insert_rows, insert_tuples, update_rows
from govmail_desk.store.private_fields import PrivateFields

R = TypeVar("R", bound=Record)

CHUNK: Final = rows.CHUNK

GONE = "Dòng đang chọn không còn trong sổ vì việc lập ra nó đã được hoàn tác. Hãy tải lại trang rồi chọn lại."


class Transaction:
    """One act on the register. Nothing is kept unless the whole act succeeds."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.changes: list[Change] = []
        self.touched: dict[str, set[int]] = defaultdict(set)
        self._next_id: int | None = None
        self._private = PrivateFields(connection)
        self._keys = derived.NewKeys(connection)

    # reading

    def get(self, kind: type[R], record_id: int) -> R:
        """Read one fact by its number; refused where it is gone, because the act that made it was taken back elsewhere."""
        found = self.find(kind, id=record_id)
        if not found:
            raise RuleBroken(GONE)
        return found[0]

    def find(self, kind: type[R], /, **equals: object) -> list[R]:
        """Read the facts whose columns equal these values, in the order they were put."""
        table = rows.table_of(kind)
        query = select(table).order_by(table.c.id)
        for name, value in equals.items():
            query = query.where(table.c[name].is_(None) if value is None else table.c[name] == value)
        return rows.records_of(kind, self.connection.execute(query).mappings().all())

    def get_many(self, kind: type[R], record_ids: Sequence[int]) -> dict[int, R]:
        """Read the facts of these numbers, by number; those that are not there are left out."""
        return {record.id: record for record in self.find_among(kind, "id", record_ids)}

    def find_among(self, kind: type[R], column: str, values: Sequence[object]) -> list[R]:
        """Read the facts whose column is one of these values, however many; those of one value in the order they were put."""
        table = rows.table_of(kind)
        found: list[R] = []
        for start in range(0, len(values), CHUNK):
            query = select(table).where(table.c[column].in_(values[start : start + CHUNK])).order_by(table.c.id)
            found += rows.records_of(kind, self.connection.execute(query).mappings())
        return found

    # writing

    def put(self, record: R) -> R:
        """Write one fact, new or changed, and return it as it now stands."""
        return self.put_all([record])[0]

    def put_all(self, records: Sequence[R]) -> list[R]:
        """Write many facts of one kind at once, new and changed alike, and return them as they now stand."""
        if not records:
            return []
        table = rows.table_of(type(records[0]))
        new = iter(self._insert(table, [record for record in records if not record.id]))
        changed = iter(self._update(table, [record for record in records if record.id]))
        return [next(changed) if record.id else next(new) for record in records]

    def put_without_past(self, records: Sequence[R]) -> list[R]:
        """Write facts of one kind and forget every private value they ever had but those they keep: none can be read or guessed back.

        The journal goes on holding the digests of what was; without the salt, which goes too, they stand for nothing any more.
        """
        return self._update(rows.table_of(type(records[0])), list(records), keeps_past=False) if records else []

    def forget_gone(self) -> int:
        """Forget the private values of rows whose act was taken back, which nothing brings back; return of how many rows."""
        return self._private.forget_gone()

    def keep_bytes(self, content: bytes) -> str:
        """Keep a file's bytes under their SHA-256 and return it; the same bytes are kept once."""
        sha256 = hashlib.sha256(content).hexdigest()
        kept = tables.file_content
        if self.connection.execute(select(kept.c.sha256).where(kept.c.sha256 == sha256)).first() is None:
            self.connection.execute(insert(kept).values(sha256=sha256, content=content))
        return sha256

    def canonical_rows(self, table: Table, row_ids: Sequence[int]) -> dict[int, bytes]:
        """Return rows as the journal would hold them now, by number; those that are not there are left out, nothing is written."""
        present = self._present(table, row_ids)
        covered, _ = self._private.covered(table, list(present.values()))
        return dict(zip(present, rows.canonical_all(covered), strict=True))

    def restore(self, table: Table, earlier: Mapping[int, bytes | None]) -> None:
        """Put rows back to their earlier states, out of their table where they were not there: to take back, or to give a day back.

        Rows leave in the order given, so that those that refer to others go first.
        """
        before = self.canonical_rows(table, list(earlier))
        gone = [row_id for row_id, was in earlier.items() if was is None]
        for start in range(0, len(gone), CHUNK):
            self.connection.execute(delete(table).where(table.c.id.in_(gone[start : start + CHUNK])))
        back = self._private.unsealed(table, [rows.decoded(was) for was in earlier.values() if was is not None])
        insert_rows(self.connection, table, [row for row in back if row["id"] not in before])
        update_rows(self.connection, table, [row for row in back if row["id"] in before])
        self._keys.forget(table)
        self._note_all(table, [(row_id, before.get(row_id)) for row_id in earlier], list(earlier.values()))

    def close(self, *, actor: str, at: str, act: str, sentence: str, takes_back: int | None) -> Entry | None:
        """Write the journal entry and the derived keys; None when the act changed nothing."""
        if self._next_id is not None:
            self.connection.execute(update(tables.counter).values(next_id=self._next_id))
        if not self.changes:
            return None
        derived.refresh(self.connection, self.touched, made=self._keys.made)
        entry = self._entry(actor=actor, at=at, act=act, sentence=sentence, takes_back=takes_back)
        self.connection.execute(insert(tables.journal).values(**_columns(entry)))
        insert_tuples(
            self.connection,
            tables.journal_change,
            [
                (entry.seq, position, change.table, change.row_id, change.before, change.after)
                for position, change in enumerate(self.changes)
            ],
        )
        return entry

    def _insert(self, table: Table, records: list[R]) -> list[R]:
        if not records:
            return []
        first = self._take_ids(len(records))
        new_rows = rows.rows_of(records)
        for row_id, row in enumerate(new_rows, start=first):
            row["id"], row["version"] = row_id, 1
        insert_rows(self.connection, table, self._keys.added_to(table, new_rows))
        self._note_all(
            table, [(row["id"], None) for row in new_rows], self._private.seal(table, new_rows, are_new=True)
        )
        return rows.records_of_whole(type(records[0]), new_rows)

    def _update(self, table: Table, records: list[R], *, keeps_past: bool = True) -> list[R]:
        if not records:
            return []
        present = self._present(table, [record.id for record in records])
        written_before = self._change_counts([record.id for record in records])
        standing, changed_rows = [], []
        for record in records:
            before = present.get(record.id)
            if before is None or before["version"] != record.version:
                raise RuleBroken(
                    "Dòng này vừa được sửa ở nơi khác. Hãy mở lại để xem bản mới rồi sửa tiếp; chưa có gì bị ghi đè."
                )
            row = rows.row_of(record)
            if row == before or rows.canonical(row) == rows.canonical(before):  # lists were written as tuples
                standing.append(record)
                continue
            # Taking back brings an earlier version back: one that was given out since must never be given again.
            version = max(record.version, written_before.get(record.id, 0)) + 1
            standing.append(replace(record, version=version))
            changed_rows.append(row | {"version": version})
        self._write_changed(table, present, changed_rows, keeps_past=keeps_past)
        return standing

    def _write_changed(
        self,
        table: Table,
        present: Mapping[int, dict[str, Any]],
        changed_rows: list[dict[str, Any]],
        *,
        keeps_past: bool,
    ) -> None:
        if not changed_rows:
            return
        ids = [row["id"] for row in changed_rows]
        earlier = [present[row_id] for row_id in ids]
        if keeps_past:
            before = self._private.seal(table, earlier)
        else:
            before = rows.canonical_all(self._private.covered(table, earlier)[0])
            self._private.forget(ids)
        update_rows(self.connection, table, changed_rows)
        self._keys.forget(table)
        self._note_all(table, list(zip(ids, before, strict=True)), self._private.seal(table, changed_rows))

    def _present(self, table: Table, ids: Sequence[int]) -> dict[int, dict[str, Any]]:
        columns = [table.c[name] for name in rows.journalled(table)]
        found: dict[int, dict[str, Any]] = {}
        for start in range(0, len(ids), CHUNK):
            query = select(*columns).where(table.c.id.in_(ids[start : start + CHUNK]))
            found.update((row["id"], dict(row)) for row in self.connection.execute(query).mappings())
        return found

    def _change_counts(self, ids: Sequence[int]) -> dict[int, int]:
        """Count how often earlier acts wrote these rows."""
        written = tables.journal_change.c.row_id
        counts: dict[int, int] = {}
        for start in range(0, len(ids), CHUNK):
            query = select(written, func.count()).where(written.in_(ids[start : start + CHUNK])).group_by(written)
            counts.update((row[0], row[1]) for row in self.connection.execute(query))
        return counts

    def _note_all(
        self, table: Table, before: Sequence[tuple[int, bytes | None]], after: Sequence[bytes | None]
    ) -> None:
        """Note for the journal what rows were, by number, and what they are now."""
        name = str(table.name)  # SQLAlchemy's own kind of text costs the driver a question for every row
        self.changes.extend(
            Change(name, row_id, was, becomes) for (row_id, was), becomes in zip(before, after, strict=True)
        )
        self.touched[name].update(row_id for row_id, _ in before)

    def _take_ids(self, count: int) -> int:
        if self._next_id is None:
            self._next_id = self.connection.execute(select(tables.counter.c.next_id)).scalar_one()
        first = self._next_id
        self._next_id += count
        return first

    # the chain

    def _entry(self, *, actor: str, at: str, act: str, sentence: str, takes_back: int | None) -> Entry:
        journal = tables.journal
        last = self.connection.execute(
            select(journal.c.seq, journal.c.hash).order_by(journal.c.seq.desc()).limit(1)
        ).first()
        entry = Entry(
            seq=last.seq + 1 if last else 1,
            at=at,
            actor=actor,
            act=act,
            sentence=sentence,
            takes_back=takes_back,
            previous_hash=last.hash if last else GENESIS,
            hash="",
        )
        return replace(entry, hash=entry_hash(entry, self.changes))


def _columns(entry: Entry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in Entry.__dataclass_fields__}
