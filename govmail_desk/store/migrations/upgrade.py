"""Bringing a register of an earlier schema to the present one: copied first, then all in one transaction, with its entry in the journal.

Alembic draws the steps; it is loaded only here, and this module only where a register has another schema. Whether one has, and the
refusal of a newer one, is `store.database`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine

from govmail_desk.domain.journal import MIGRATION, Change
from govmail_desk.store import backup
from govmail_desk.store.migrations import schema_2, schema_3, schema_4
from govmail_desk.store.migrations.snapshot import columns_of, snapshot
from govmail_desk.store.tables import SCHEMA_VERSION
from govmail_desk.store.transaction import Transaction

STEPS: Final[dict[int, Callable[[Operations], None]]] = {2: schema_2.climb, 3: schema_3.climb, 4: schema_4.climb}
"""What leads to each schema from the one before it."""


def upgrade_register(engine: Engine, path: Path, *, actor: str, at: datetime) -> None:
    """Bring the register to the present schema, whole or not at all; whoever comes second finds it done and does nothing.

    A verified copy of it as it was stays beside it; where nothing came of the upgrade, no copy stays.
    """
    copy: Path | None = None
    try:
        with _altering(engine) as connection:
            found = _version(connection)
            if found >= SCHEMA_VERSION:
                return
            copy = backup.copy_beside(path, f"bản sổ {found}, trước khi nâng {at:%Y-%m-%d %H.%M.%S}")
            _note(connection, _climb(connection, found), actor=actor, at=at, sentence=_sentence(found, copy))
    except BaseException:
        if copy is not None:
            copy.unlink(missing_ok=True)
        raise


@contextmanager
def _altering(engine: Engine) -> Iterator[Connection]:
    """Hold the write lock with foreign keys off: a table made anew is dropped under those that refer to it.

    SQLite takes that setting only outside a transaction, so it goes past SQLAlchemy, which would have begun one.
    """
    try:
        with engine.connect().execution_options(writes=True) as connection:
            connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")
            with connection.begin():
                yield connection
    finally:
        engine.dispose()


def _climb(connection: Connection, found: int) -> list[Change]:
    """Take every step from the schema found on, and return what the journal must hear of it."""
    columns, broken = columns_of(connection), _broken_links(connection)
    steps = Operations(MigrationContext.configure(connection))
    for version in range(found + 1, SCHEMA_VERSION + 1):
        STEPS[version](steps)
    if _broken_links(connection) != broken:
        raise RuntimeError("a step to another schema broke links between rows")
    connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
    return list(snapshot(connection, before=columns))


def _note(connection: Connection, changes: list[Change], *, actor: str, at: datetime, sentence: str) -> None:
    transaction = Transaction(connection)
    transaction.changes.extend(changes)
    transaction.close(
        actor=actor,
        at=at.astimezone(UTC).isoformat(timespec="seconds"),
        act=MIGRATION,
        sentence=sentence,
        takes_back=None,
    )


def _sentence(found: int, copy: Path) -> str:
    return f"Nâng sổ từ bản {found} lên bản {SCHEMA_VERSION} theo chương trình mới; sổ cũ còn ở tệp “{copy.name}”"


def _version(connection: Connection) -> int:
    version: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    return version


def _broken_links(connection: Connection) -> set[tuple[str, int, str]]:
    """Return each row that refers to one that is not there: its table, its number, the other's table."""
    return {(row[0], row[1], row[2]) for row in connection.exec_driver_sql("PRAGMA foreign_key_check")}
