"""Copies of kept files in a folder of the clerk's: to open, print and send. The register's own bytes stay as they are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from sqlalchemy import select

from govmail_desk.documents.file_names import free_path
from govmail_desk.documents.writing import write_whole
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.store.tables import file, file_content
from govmail_desk.store.transaction import GONE

if TYPE_CHECKING:
    from govmail_desk.desk import Desk


@dataclass(frozen=True, slots=True)
class Copy:
    """Where the copy of a kept file lies."""

    role: str
    path: Path


def copy_files(desk: Desk, *, request_id: int, folder: Path) -> list[Copy]:
    """Write copies of a request's newest files into a folder; each is written whole or not at all."""
    query = (
        select(file.c.role, file.c.name, file_content.c.content)
        .join(file_content, file_content.c.sha256 == file.c.sha256)
        .where(file.c.request_id == request_id)
        .order_by(file.c.id)
    )
    with desk.reading() as connection:
        kept = list(connection.execute(query))
    return [Copy(row.role, _copied(folder, row.name, row.content)) for row in kept]


def copy_file(desk: Desk, *, file_id: int, folder: Path) -> Path:
    """Write a copy of one kept file into a folder and return where it lies; whole or not at all."""
    query = (
        select(file.c.name, file_content.c.content)
        .join(file_content, file_content.c.sha256 == file.c.sha256)
        .where(file.c.id == file_id)
    )
    with desk.reading() as connection:
        kept = connection.execute(query).first()
    if kept is None:
        raise RuleBroken(GONE)
    return _copied(folder, kept.name, kept.content)


def _copied(folder: Path, name: str, content: bytes) -> Path:
    """Write one copy; a file of that name with other bytes is the clerk's, so the copy goes beside it."""
    folder = made_folder(folder)
    target = folder / name
    if target.exists() and not _holds(target, content):
        target = free_path(folder, target.name)
    write_whole(target, content)
    return target


def _holds(file: Path, content: bytes) -> bool:
    try:
        return file.read_bytes() == content
    except OSError:  # a folder of that name, or a file Word has locked
        return False


def made_folder(folder: Path) -> Path:
    """Make a folder for copies where it is not there yet; refused where nothing can be written into it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise StoreUnavailable(f"Không tạo được thư mục “{folder}”. Hãy chọn thư mục khác.") from failure
    try:
        TemporaryFile(dir=folder).close()
    except OSError as failure:
        raise StoreUnavailable(
            f"Không ghi được vào thư mục “{folder}”. Hãy xin quyền ghi hoặc chọn thư mục khác."
        ) from failure
    return folder
