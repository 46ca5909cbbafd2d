"""The form a paper is made from, and copies of it in a folder of the clerk's: the unit's own where it has one, else the shipped one.

The shipped ones are files of the program and stay as they are; the unit's own lie in the register, where no upgrade reaches them.
Taking one in, and going back, is `operations.own_forms`.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sqlalchemy import select

from govmail_desk import paths
from govmail_desk.documents.file_names import free_path
from govmail_desk.documents.writing import write_whole
from govmail_desk.domain.errors import StoreDamaged, StoreUnavailable
from govmail_desk.operations.copies import made_folder
from govmail_desk.store.tables import file_content, own_form

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from govmail_desk.desk import Desk


def form_bytes(desk: Desk, regulation_id: str, name: str) -> bytes:
    """Read the form of a file name a regulation's papers are made from; its own place first, else the common one."""
    own = f"{regulation_id}/{name}"
    return form_content(desk, own if (paths.forms() / own).is_file() else f"chung/{name}")


def form_content(desk: Desk, place: str) -> bytes:
    """Read the form that stands at a place, such as `chung/cong-van.docx`: the unit's own, else the shipped one."""
    query = (
        select(file_content.c.content, own_form.c.sha256)
        .select_from(own_form.outerjoin(file_content, file_content.c.sha256 == own_form.c.sha256))
        .where(own_form.c.place == place, own_form.c.dropped_on.is_(None))
        .order_by(own_form.c.id.desc())
    )
    with desk.reading() as connection:
        found = connection.execute(query).first()
    if found is None:
        return shipped_content(place)
    if found.content is None:
        raise StoreDamaged(
            "Mẫu của đơn vị không còn nguyên vẹn trong sổ. Hãy dùng lại mẫu có sẵn ở trang Thiết lập, mục Biểu mẫu."
        )
    content: bytes = found.content
    return content


def shipped_content(place: str) -> bytes:
    """Read a form as it came with the program."""
    try:
        return (paths.forms() / place).read_bytes()
    except OSError as failure:
        raise StoreUnavailable(
            f"Không đọc được mẫu “{place}” của chương trình. Hãy cài đặt lại chương trình."
        ) from failure


def copy_form(desk: Desk, *, place: str, folder: Path) -> Path:
    """Write a copy of the form in use and return where it lies; one the clerk has edited stays, and the new copy goes beside it."""
    return _copied(place.rpartition("/")[2], form_content(desk, place), folder)


def copy_sample(name: str, content: bytes, *, folder: Path, instead_of: Collection[str] = ()) -> Path:
    """Write a paper made for a look and return where it lies; one that is open or was changed stays, and it goes beside it.

    `instead_of` are the hashes of what was written there earlier and may be written over, untouched as it is.
    """
    return _copied(name, content, folder, instead_of)


def _copied(name: str, content: bytes, folder: Path, instead_of: Collection[str] = ()) -> Path:
    folder = made_folder(folder)
    target = folder / name
    if target.exists():
        lying = target.read_bytes()
        if lying == content:
            return target
        if hashlib.sha256(lying).hexdigest() not in instead_of:
            target = free_path(folder, name)
    write_whole(target, content)
    return target
