"""The unit's password card written to disk, as Word or PDF; nothing in the register changes.

What it says is `domain.password_card`, how it looks `documents.password_card_docx`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmail_desk.documents.converter import as_pdf
from govmail_desk.documents.password_card_docx import password_card_docx
from govmail_desk.documents.writing import write_whole
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.password_card import PasswordCard, password_card
from govmail_desk.operations.paper_settings import letterhead_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from govmail_desk.desk import Desk
    from govmail_desk.documents.converter import Converter

CARD_NAME: Final = "the-mat-khau.docx"


def card_of(desk: Desk) -> PasswordCard:
    """Return the card of the regulation in use today, with the unit's own choices."""
    today = desk.today()
    return password_card(desk.regulation(today), today)


def write_password_card(desk: Desk, *, file: Path, converters: Sequence[Converter] | None = None) -> None:
    """Write the card, whole or not at all; the ending says whether for Word (`.docx`) or as pages (`.pdf`).

    Raises `RuleBroken` for any other ending and where no program here makes a PDF, `StoreUnavailable` where it cannot be written.
    """
    made = password_card_docx(card_of(desk), unit=letterhead_of(desk, desk.today()).body)
    ending = file.suffix.lower()
    if ending not in {".docx", ".pdf"}:
        raise RuleBroken(f"Tên tệp “{file.name}” phải kết thúc bằng .docx hoặc .pdf. Hãy chọn một trong hai loại tệp.")
    if ending == ".pdf":
        made = as_pdf({CARD_NAME: made}, converters=converters).pdf(CARD_NAME)
    write_whole(file, made)
