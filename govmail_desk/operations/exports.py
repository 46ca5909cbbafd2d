"""A file with people in it leaves the register: who let it out, when, of what, how many rows.

What counts as such a file is one rule: whoever writes people's fields outside the register notes it, unless the paper is kept in the
register whole and its own act already says so (a request's papers, the minutes of a handover). Lists of what went out are
`listings.exports`; writing a file is `documents.writing`.
"""

from __future__ import annotations

from datetime import UTC
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.journal import EXPORTING
from govmail_desk.domain.privacy import Export, ExportKind
from govmail_desk.wording import EXPORT_COUNTS

if TYPE_CHECKING:
    from pathlib import Path

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.store.transaction import Transaction

ROWS: Final = "dòng"


def note_export(
    transaction: Transaction,
    desk: Desk,
    *,
    kind: ExportKind,
    subject: str,
    row_count: int,
    name: str | Path,
    content_sha256: str = "",
) -> Export:
    """Note, within the act that makes it, that a file with people in it goes out; of its path only the name is kept.

    `subject` goes on after “Xuất”: `danh bạ công khai`, `danh sách thư nhắc tháng 11/2026`.
    """
    return transaction.put(
        Export(
            kind=kind,
            on_date=desk.today(),
            made_at=desk.clock().astimezone(UTC),
            by=desk.person,
            subject=subject,
            row_count=row_count,
            name=_without_folders(name),
            content_sha256=content_sha256,
        )
    )


def record_export(
    desk: Desk, *, kind: ExportKind, subject: str, row_count: int, name: str | Path, content_sha256: str = ""
) -> Changes:
    """Note that a file with people in it went out, as an act of its own: where no other act makes the file."""
    counted = "" if kind == "extract" else f" ({row_count} {EXPORT_COUNTS.get(kind, ROWS)})"
    with desk.transaction(EXPORTING, f"Xuất {subject}{counted} ra tệp “{_without_folders(name)}”") as act:
        note_export(
            act.transaction,
            desk,
            kind=kind,
            subject=subject,
            row_count=row_count,
            name=name,
            content_sha256=content_sha256,
        )
    return act.changes


def _without_folders(name: str | Path) -> str:
    """Windows' own reading of a path knows both kinds of stroke."""
    return PureWindowsPath(name).name
