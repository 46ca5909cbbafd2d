"""Opening a register: engine, pragmas, schema, version gate.

What lies in it is `store.tables`, the way from an earlier schema `store.migrations`.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, Engine, create_engine, event, insert, make_url
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError

from govmail_desk.domain.errors import RuleBroken, StoreDamaged, StoreUnavailable
from govmail_desk.store.tables import SCHEMA_VERSION, counter, metadata

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sqlalchemy.engine.interfaces import DBAPIConnection
    from sqlalchemy.pool import ConnectionPoolEntry

SQLITE_MAGIC = b"SQLite format 3\x00"
APPLICATION_ID = int.from_bytes(b"GMDk", "big")
"""What SQLite's header says of whose file it is; https://www.sqlite.org/fileformat.html#application_id."""
APPLICATION_ID_AT = slice(68, 72)
HEADER_BYTES = 100
DAMAGED = "Tệp sổ bị hỏng. Hãy khôi phục từ bản sao lưu gần nhất."
BUSY_MS = 5000
"""How long a writer waits for another one (the window beside a scheduled task) before it gives up."""


def create_register(where: str | Path) -> Engine:
    """Make an empty register and open it; an existing one is refused, never overwritten."""
    url = _url(where)
    path = Path(url.database or "")
    _claim(path)
    engine = _engine(url)
    try:
        with translated_errors(), writing(engine).begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            metadata.create_all(connection)
            connection.execute(insert(counter).values(name="row", next_id=1))
            connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
    except BaseException:
        engine.dispose()
        discard(path)
        raise
    return engine


def discard(path: Path) -> None:
    """Remove a register that was only just made and came to nothing, with the journal file SQLite left beside it."""
    for file in (path, path.with_name(f"{path.name}-journal")):
        file.unlink(missing_ok=True)


def open_register(where: str | Path, *, actor: str, at: datetime) -> Engine:
    """Open a register made before; anything that is not one is refused with its reason and left byte for byte as it is.

    One of an earlier schema is brought to the present one, which the journal notes under the actor's name and this moment.
    """
    url = _url(where)
    path = Path(url.database or "")
    if not path.is_file():
        raise RuleBroken(f"Chưa có sổ “{path.name}”. Hãy lập sổ bằng lệnh init, hoặc mở cửa sổ để thiết lập đơn vị.")
    _refuse_foreign_file(path)
    engine = _engine(url)
    try:
        with translated_errors():
            if 0 < _schema(engine) < SCHEMA_VERSION:
                _upgrade(engine, path, actor=actor, at=at)
            found = _schema(engine)
        if found != SCHEMA_VERSION:
            raise RuleBroken(_newer_sentence(path, found)) if found > SCHEMA_VERSION else StoreDamaged(DAMAGED)
    except BaseException:
        engine.dispose()
        raise
    return engine


def writing(engine: Engine) -> Engine:
    """Return the engine in the form that takes the write lock at once, so that two writers never lose an update."""
    return engine.execution_options(writes=True)


@contextmanager
def translated_errors() -> Iterator[None]:
    """Turn what disk and lock do to a register into one sentence for the clerk."""
    try:
        yield
    except OperationalError as failure:
        if "no such" in str(failure.orig):
            raise StoreDamaged(DAMAGED) from failure
        raise StoreUnavailable(_store_sentence(str(failure.orig))) from failure
    except IntegrityError as failure:
        if "FOREIGN KEY" not in str(failure.orig):
            raise
        raise RuleBroken("Việc này cần một dòng không còn trong sổ. Hãy tải lại trang rồi chọn lại.") from failure
    except DatabaseError as failure:
        if "malformed" in str(failure.orig) or "not a database" in str(failure.orig):
            raise StoreDamaged(DAMAGED) from failure
        raise


def _schema(engine: Engine) -> int:
    with engine.connect() as connection:
        version: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    return version


def _upgrade(engine: Engine, path: Path, *, actor: str, at: datetime) -> None:
    from govmail_desk.store.migrations.upgrade import upgrade_register  # noqa: PLC0415  (Alembic loads for such a one alone)

    upgrade_register(engine, path, actor=actor, at=at)


def _engine(url: URL) -> Engine:
    engine = create_engine(url, hide_parameters=True)
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(raw: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    # The driver's own transaction handling commits behind our back (DDL, savepoints); we say BEGIN ourselves.
    raw.isolation_level = None
    cursor = raw.cursor()
    for pragma in (
        f"busy_timeout={BUSY_MS}",
        "foreign_keys=ON",
        "journal_mode=TRUNCATE",
        "synchronous=FULL",
        "secure_delete=ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _on_begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _url(where: str | Path) -> URL:
    text = str(where)
    url = make_url(text) if "://" in text else URL.create("sqlite", database=text)
    if url.get_backend_name() != "sqlite":
        raise RuleBroken("Bản này chỉ mở được sổ là một tệp trên máy (SQLite). Hãy chỉ ra tệp sổ.")
    return url


def _claim(path: Path) -> None:
    """Make the empty file, so that of two who found a register in one place only the first does."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise StoreUnavailable(
            f"Không tạo được thư mục “{path.parent.name}” để đặt sổ. Hãy chọn nơi khác."
        ) from failure
    try:
        path.open("xb").close()
    except FileExistsError:
        raise RuleBroken(f"Sổ “{path.name}” đã có. Hãy mở sổ đó, hoặc chọn một tên tệp khác.") from None
    except OSError as failure:
        raise StoreUnavailable(
            f"Không tạo được tệp sổ “{path.name}” trong thư mục “{path.parent.name}”. Hãy xem quyền ghi hoặc chọn nơi khác."
        ) from failure


def _refuse_foreign_file(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(HEADER_BYTES)
    except OSError as failure:
        raise StoreUnavailable(f"Không đọc được tệp sổ “{path.name}”. Hãy xem quyền mở tệp hoặc ổ đĩa.") from failure
    if head[: len(SQLITE_MAGIC)] != SQLITE_MAGIC or head[APPLICATION_ID_AT] != APPLICATION_ID.to_bytes(4, "big"):
        raise RuleBroken(
            f"Tệp “{path.name}” không phải là sổ của GovMail Desk, hoặc đã hỏng. Hãy chọn tệp khác hay khôi phục từ bản sao lưu."
        )


def _newer_sentence(path: Path, found: int) -> str:
    return f"Sổ “{path.name}” do bản GovMail Desk mới hơn lập (bản sổ {found}). Hãy cài bản mới rồi mở lại; sổ chưa bị sửa gì."


def _store_sentence(reason: str) -> str:
    if "decode" in reason:
        return DAMAGED
    if "locked" in reason:
        return "Sổ đang được nơi khác ghi. Hãy đợi giây lát rồi làm lại; chưa có gì bị thay đổi."
    if "full" in reason:
        return "Ổ đĩa đã đầy nên chưa ghi được vào sổ. Hãy dọn bớt tệp bên ngoài sổ rồi làm lại."
    if "readonly" in reason or "read-only" in reason:
        return "Sổ hoặc thư mục chứa sổ chỉ cho đọc. Hãy xin quyền ghi hoặc chép sổ sang nơi khác."
    return "Không ghi hoặc đọc được sổ trên đĩa. Hãy kiểm tra ổ đĩa, thư mục và phần mềm diệt vi-rút rồi làm lại."


def sqlite_version() -> str:
    """Say which SQLite the program runs on, for the About card."""
    return sqlite3.sqlite_version
