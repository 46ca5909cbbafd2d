"""Writing the monthly sheet of checks to disk, as Word or Excel; that it went out is noted, nothing else in the register changes.

What it says is `listings.check_sheets`, how it looks `documents.check_sheet`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmail_desk.documents.check_sheet_docx import check_sheet_docx
from govmail_desk.documents.check_sheet_xlsx import check_sheet_xlsx
from govmail_desk.documents.file_names import safe_file_name
from govmail_desk.documents.writing import write_whole
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.operations.exports import record_export

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.documents.check_sheet import CheckSheet

_DRAWN: Final = {".docx": check_sheet_docx, ".xlsx": check_sheet_xlsx}


def sheet_name(month: date, ending: str) -> str:
    """Name the file of a month's sheet."""
    return safe_file_name(f"Kiem tra hop thu {month:%Y-%m}{ending}")


def export_check_sheet(desk: Desk, sheet: CheckSheet, *, file: Path) -> Changes:
    """Write a sheet and note that it went out: it names who looked into which mailbox. Raises as `write_check_sheet`."""
    write_check_sheet(sheet, file=file)
    subject = f"bảng theo dõi kiểm tra tháng {sheet.month:%m/%Y}"
    return record_export(desk, kind="list", subject=subject, row_count=len(sheet.mailboxes), name=file)


def write_check_sheet(sheet: CheckSheet, *, file: Path) -> None:
    """Write a sheet, whole or not at all; the ending says whether for Word (`.docx`) or Excel (`.xlsx`).

    Raises `RuleBroken` for any other ending, `StoreUnavailable` where the file cannot be written.
    """
    draw = _DRAWN.get(file.suffix.lower())
    if draw is None:
        raise RuleBroken(f"Tên tệp “{file.name}” phải kết thúc bằng .docx hoặc .xlsx. Hãy chọn một trong hai loại tệp.")
    write_whole(file, draw(sheet))
