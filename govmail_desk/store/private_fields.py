"""Private fields in the journal: their values as salted digests, the values themselves in the sealed table, which may be emptied.

What passes through and what the journal holds of the rest is `store.transaction`; a digest's arithmetic is `domain.journal`.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Table, delete, select, union_all

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.journal import private_digest
from govmail_desk.store import rows, tables
from govmail_desk.store.bulk import insert_rows, insert_tuples

SALT_BYTES: Final = 8


class PrivateFields:
    """The private values of the rows one act writes."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._salts: dict[int, str] = {}

    def seal(self, table: Table, plain: Sequence[dict[str, Any]], *, are_new: bool = False) -> list[bytes]:
        """Write rows as the journal keeps them: private values as digests, the values themselves in the sealed table."""
        holders = _with_private_values(table, plain)
        if not are_new:
            self._look_for_salts(holders)
        self._new_salts([row_id for row_id in holders if row_id not in self._salts])
        covered, sealed = self.covered(table, plain)
        known = set() if are_new else self._known_digests(list(sealed))
        insert_rows(self.connection, tables.sealed, [row for digest, row in sealed.items() if digest not in known])
        return rows.canonical_all(covered)

    def covered(
        self, table: Table, plain: Sequence[dict[str, Any]]
    ) -> tuple[Sequence[dict[str, Any]], dict[str, dict[str, Any]]]:
        """Put digests in the place of private values; return the rows and what is to lie sealed, by digest."""
        holders = _with_private_values(table, plain)
        sealed: dict[str, dict[str, Any]] = {}
        if not holders:
            return plain, sealed
        self._look_for_salts(holders)
        private = rows.private_columns(table)
        return [_covered(row, private, self._salts.get(row["id"], ""), sealed) for row in plain], sealed

    def forget(self, row_ids: Sequence[int]) -> None:
        """Take every value ever sealed of these rows away, and their salts, without which a digest cannot be tried out."""
        for start in range(0, len(row_ids), rows.CHUNK):
            some = row_ids[start : start + rows.CHUNK]
            self.connection.execute(delete(tables.sealed).where(tables.sealed.c.row_id.in_(some)))
            self.connection.execute(delete(tables.salt).where(tables.salt.c.row_id.in_(some)))
        for row_id in row_ids:
            self._salts.pop(row_id, None)

    def forget_gone(self) -> int:
        """Do the same for rows that lie in no table any more; return how many there were."""
        present = union_all(*(select(table.c.id) for table in tables.KEPT_TABLES if rows.private_columns(table)))
        gone = select(tables.sealed.c.row_id).where(tables.sealed.c.row_id.not_in(present)).distinct()
        row_ids = list(self.connection.execute(gone).scalars())
        self.forget(row_ids)
        return len(row_ids)

    def _new_salts(self, row_ids: Sequence[int]) -> None:
        chance = secrets.token_hex(SALT_BYTES * len(row_ids))
        width = 2 * SALT_BYTES
        fresh = {row_id: chance[place * width : (place + 1) * width] for place, row_id in enumerate(row_ids)}
        insert_tuples(self.connection, tables.salt, list(fresh.items()))
        self._salts.update(fresh)

    def _look_for_salts(self, row_ids: Sequence[int]) -> None:
        unknown = [row_id for row_id in row_ids if row_id not in self._salts]
        for start in range(0, len(unknown), rows.CHUNK):
            query = select(tables.salt).where(tables.salt.c.row_id.in_(unknown[start : start + rows.CHUNK]))
            self._salts.update((row.row_id, row.salt) for row in self.connection.execute(query))

    def _known_digests(self, digests: Sequence[str]) -> set[str]:
        known: set[str] = set()
        for start in range(0, len(digests), rows.CHUNK):
            query = select(tables.sealed.c.digest).where(
                tables.sealed.c.digest.in_(digests[start : start + rows.CHUNK])
            )
            known.update(self.connection.execute(query).scalars())
        return known

    def unsealed(self, table: Table, covered: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """Put private values back in the place of their digests; refused where one was emptied or is no longer the same."""
        private = rows.private_columns(table)
        digests = [row[name] for row in covered for name in private if row[name]]
        values: dict[str, str] = {}
        for start in range(0, len(digests), rows.CHUNK):
            query = select(tables.sealed).where(tables.sealed.c.digest.in_(digests[start : start + rows.CHUNK]))
            values.update((row.digest, row.value) for row in self.connection.execute(query))
        plain = [
            row | {name: rows.private_value(table, name, values.get(row[name], "")) for name in private if row[name]}
            for row in covered
        ]
        if digests and self.covered(table, plain)[0] != covered:
            raise RuleBroken(
                "Không hoàn tác được: thông tin riêng trước đó của dòng này không còn được giữ nguyên trong sổ."
            )
        return plain


def _with_private_values(table: Table, plain: Sequence[dict[str, Any]]) -> list[int]:
    private = rows.private_columns(table)
    return [row["id"] for row in plain if any(row[name] for name in private)] if private else []


def _covered(
    row: dict[str, Any], private: Iterable[str], salt: str, sealed: dict[str, dict[str, Any]]
) -> dict[str, Any]:
    covered = dict(row)
    for name in private:
        if row[name]:
            value = rows.private_text(row[name])
            covered[name] = private_digest(salt=salt, field=name, value=value)
            sealed[covered[name]] = {"digest": covered[name], "row_id": row["id"], "value": value}
    return covered
