"""Copies of the shipped forms in a folder of the clerk's: to look at, or to make the unit's own from. The shipped ones stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmail_desk import paths
from govmail_desk.documents.file_names import free_path
from govmail_desk.documents.writing import write_whole
from govmail_desk.domain.errors import StoreUnavailable
from govmail_desk.operations.copies import made_folder

if TYPE_CHECKING:
    from pathlib import Path


def copy_form(*, file: str, folder: Path) -> Path:
    """Write a copy of a form and return where it lies; one the clerk has edited stays, and the new copy goes beside it."""
    try:
        content = (paths.forms() / file).read_bytes()
    except OSError as failure:
        raise StoreUnavailable(
            f"Không đọc được mẫu “{file}” của chương trình. Hãy cài đặt lại chương trình."
        ) from failure
    folder = made_folder(folder)
    target = folder / file.rpartition("/")[2]
    if target.exists():
        if target.read_bytes() == content:
            return target
        target = free_path(folder, target.name)
    write_whole(target, content)
    return target
