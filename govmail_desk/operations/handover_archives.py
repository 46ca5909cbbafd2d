"""What a file of archived mail is, for the line of a handover that hands it over: its hash and its size, read from the disk.

The file itself is never copied into the register, and not opened as mail. The line is ticked by `operations.handover_items`.
"""

from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import TYPE_CHECKING

from govmail_desk.domain.errors import StoreUnavailable

if TYPE_CHECKING:
    from pathlib import Path


def archive_details(path: Path) -> dict[str, str]:
    """Give the details of one archive as its line asks them: one file, its gigabytes, its SHA-256.

    It is read piece by piece, however large. Raises `StoreUnavailable` where it cannot be read.
    """
    try:
        with path.open("rb") as archive:
            digest = hashlib.file_digest(archive, "sha256").hexdigest()
            byte_count = archive.tell()
    except OSError as failure:
        raise StoreUnavailable(
            f"Không đọc được tệp “{path.name}”. Hãy cắm lại thiết bị lưu trữ hoặc chọn tệp khác rồi thử lại."
        ) from failure
    return {"file_count": "1", "gigabytes": _gigabytes(byte_count), "sha256": digest}


def _gigabytes(byte_count: int) -> str:
    """Say a size as the medium's maker prints it, to the megabyte."""
    return f"{Decimal(byte_count).scaleb(-9):.3f}".rstrip("0").rstrip(".").replace(".", ",")
