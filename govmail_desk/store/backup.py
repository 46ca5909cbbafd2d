"""Whole, verified copies of a register's file, made while others may be reading it. Opening one is `store.database`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from itertools import chain, count
from pathlib import Path

from govmail_desk.domain.errors import StoreDamaged, StoreUnavailable

DAMAGED = "Tệp sổ bị hỏng trên đĩa. Hãy khôi phục từ bản sao lưu gần nhất."


def copy_beside(register: Path, remark: str) -> Path:
    """Copy a register into its own folder under its name and a remark; return the copy, which never overwrites a file."""
    names = chain([remark], (f"{remark}, {number}" for number in count(2)))
    targets = (register.with_name(f"{register.stem} ({name}){register.suffix}") for name in names)
    target = next(path for path in targets if not path.exists())
    copy_whole(register, target)
    return target


def copy_whole(register: Path, target: Path) -> None:
    """Copy a register page by page, look through the copy, and only then give it its name.

    Raises `StoreDamaged` where what was copied is not whole, `StoreUnavailable` where it cannot be written; nothing is left then.
    """
    unfinished = target.with_name(f"~{target.name}.tmp")
    try:
        unfinished.unlink(missing_ok=True)
        with _read(register) as source, closing(sqlite3.connect(unfinished)) as copy:
            source.backup(copy)
        with _read(unfinished) as copy:
            _refuse_unless_whole(copy)
        unfinished.rename(target)
    except (sqlite3.OperationalError, OSError) as failure:
        raise StoreUnavailable(
            f"Chưa chép được sổ thành “{target.name}”: ổ đĩa đã đầy hoặc thư mục không cho ghi. Sổ vẫn như trước."
        ) from failure
    except sqlite3.DatabaseError as failure:
        raise StoreDamaged(DAMAGED) from failure
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


@contextmanager
def _read(register: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{register.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        yield connection


def _refuse_unless_whole(copy: sqlite3.Connection) -> None:
    if copy.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
        raise StoreDamaged(DAMAGED)
