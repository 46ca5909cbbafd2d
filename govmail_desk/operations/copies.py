"""Copies of kept files in a folder of the clerk's: to open, print and send. The register's own bytes stay as they are."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, select

from govmail_desk.documents.file_names import free_path
from govmail_desk.documents.writing import sweep, write_whole
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.operations.exports import record_export
from govmail_desk.store.tables import file, file_content, request
from govmail_desk.store.transaction import GONE
from govmail_desk.wording import FILE_ROLES

if TYPE_CHECKING:
    from govmail_desk.desk import Changes, Desk


@dataclass(frozen=True, slots=True)
class Copy:
    """Where the copy of a kept file lies."""

    role: str
    path: Path


def copy_files(desk: Desk, *, request_id: int, folder: Path) -> list[Copy]:
    """Write copies of a request's newest files into a folder; each is written whole or not at all."""
    with desk.reading() as connection:
        kept = list(connection.execute(_contents().where(file.c.request_id == request_id).order_by(file.c.id)))
    newest = {(row.role, row.name): row for row in kept}
    return [Copy(row.role, _copied(folder, row, _hashes(kept, row.name))) for row in newest.values()]


def save_copies(desk: Desk, *, request_id: int, folder: Path) -> tuple[list[Copy], Changes]:
    """Write copies where the clerk says, and note that they went out: papers that left before are in nobody else's journal."""
    copies = copy_files(desk, request_id=request_id, folder=folder)
    with desk.reading() as connection:
        found = connection.execute(select(request).where(request.c.id == request_id)).one()
    names = ", ".join(copy.path.name for copy in copies)
    return copies, record_export(
        desk, kind="list", subject=f"giấy tờ của {_called(found)}", row_count=found.row_count, name=names
    )


def record_saved_paper(desk: Desk, *, file_id: int, saved_as: Path) -> Changes | None:
    """Note that the clerk saved a request's paper in another shape; None for a paper that is of no request and lists nobody."""
    query = select(request, file.c.role).join(file, file.c.request_id == request.c.id).where(file.c.id == file_id)
    with desk.reading() as connection:
        found = connection.execute(query).first()
    if found is None:
        return None
    subject = f"{FILE_ROLES[found.role].lower()} của {_called(found)}"
    return record_export(desk, kind="list", subject=subject, row_count=found.row_count, name=saved_as)


def _called(found: Any) -> str:
    """Call a request by its number, or by its day as long as it has none."""
    asked_on = date.fromisoformat(found.asked_on)
    return f"đề nghị số {found.number}" if found.number else f"đề nghị ngày {asked_on:%d/%m/%Y}"


def copy_file(desk: Desk, *, file_id: int, folder: Path) -> Path:
    """Write a copy of one kept file into a folder and return where it lies; whole or not at all."""
    return _copied(folder, *_one(desk, file_id))


def copy_to_open(desk: Desk, *, file_id: int, folder: Path) -> Path:
    """Return the copy of a kept file to be opened: the one that lies there, unless it is another edition of it or missing.

    What the clerk edited is opened as it is; a copy that a program holds is not written over.
    """
    kept, editions = _one(desk, file_id)
    target: Path = folder / kept.name
    if target.exists() and (_holds(target, frozenset({kept.sha256})) or not _holds(target, editions)):
        return target
    return _copied(folder, kept, editions)


def _one(desk: Desk, file_id: int) -> tuple[Any, frozenset[str]]:
    """Read one kept file, and what every edition of it says."""
    with desk.reading() as connection:
        kept = connection.execute(_contents().where(file.c.id == file_id)).first()
        if kept is None:
            raise RuleBroken(GONE)
        of_request = select(file.c.name, file.c.sha256).where(file.c.request_id == kept.request_id)
        return kept, _hashes(connection.execute(of_request), kept.name)


def _contents() -> Select[Any]:
    return select(file.c.request_id, file.c.role, file.c.name, file.c.sha256, file_content.c.content).join(
        file_content, file_content.c.sha256 == file.c.sha256
    )


def _hashes(kept: Iterable[Any], name: str) -> frozenset[str]:
    return frozenset(row.sha256 for row in kept if row.name == name)


def _copied(folder: Path, kept: Any, editions: frozenset[str]) -> Path:
    """Write one copy over that of any edition; a file of that name with other bytes is the clerk's, so the copy goes beside it."""
    folder = made_folder(folder)
    target: Path = folder / kept.name
    if target.exists() and not _holds(target, editions):
        target = free_path(folder, target.name)
    write_whole(target, kept.content)
    return target


def _holds(target: Path, editions: frozenset[str]) -> bool:
    try:
        return hashlib.sha256(target.read_bytes()).hexdigest() in editions
    except OSError:  # a folder of that name, or a file Word has locked
        return False


def made_folder(folder: Path) -> Path:
    """Make a folder for copies where it is not there yet; refused where nothing can be written into it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise StoreUnavailable(f"Không tạo được thư mục “{folder}”. Hãy chọn thư mục khác.") from failure
    try:
        with TemporaryFile(dir=folder) as tried:
            now = os.fstat(tried.fileno()).st_mtime
    except OSError as failure:
        raise StoreUnavailable(
            f"Không ghi được vào thư mục “{folder}”. Hãy xin quyền ghi hoặc chọn thư mục khác."
        ) from failure
    sweep(folder, now=now)
    return folder
