"""Writing the yearly list of incidents to disk, as Word or Excel; that it went out is noted, nothing else in the register changes.

What it says is `listings.incident_years`, how it looks `documents.incident_list`.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from govmail_desk.documents.file_names import safe_file_name
from govmail_desk.documents.incident_list_docx import incident_list_docx
from govmail_desk.documents.incident_list_xlsx import incident_list_xlsx
from govmail_desk.documents.writing import write_whole
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.operations.exports import record_export

if TYPE_CHECKING:
    from pathlib import Path

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.documents.incident_list import IncidentList

_DRAWN: Final = {".docx": incident_list_docx, ".xlsx": incident_list_xlsx}


def list_name(year: int, ending: str) -> str:
    """Name the file of a year's list."""
    return safe_file_name(f"So su co {year}{ending}")


def export_incident_list(desk: Desk, made: IncidentList, *, file: Path) -> Changes:
    """Write a list, whole or not at all, and note that it went out; the ending says whether for Word or Excel.

    Raises `RuleBroken` for any other ending, `StoreUnavailable` where the file cannot be written.
    """
    draw = _DRAWN.get(file.suffix.lower())
    if draw is None:
        raise RuleBroken(f"Tên tệp “{file.name}” phải kết thúc bằng .docx hoặc .xlsx. Hãy chọn một trong hai loại tệp.")
    content = draw(made)
    write_whole(file, content)
    return record_export(
        desk,
        kind="incidents",
        subject=f"sổ sự cố năm {made.year}",
        row_count=len(made.lines),
        name=file,
        content_sha256=hashlib.sha256(content).hexdigest(),
    )
