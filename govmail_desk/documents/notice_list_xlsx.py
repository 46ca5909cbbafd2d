"""The list of whom a unit reminds as an Excel file: plain rows to sort and filter. What it says is `documents.notice_list`."""

from __future__ import annotations

from typing import Final

from govmail_desk.documents.notice_list import HEADINGS, NoticeList
from govmail_desk.documents.result_list import plain_book

_WIDTHS: Final = (6, 28, 34, 40, 30, 34)


def notice_list_xlsx(made: NoticeList) -> bytes:
    """Return the .xlsx of the list."""
    return plain_book("Danh sách nhắc", dict(zip(HEADINGS, _WIDTHS, strict=True)), made.rows())
