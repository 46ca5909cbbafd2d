"""What a signed copy brought by a clerk truly is, whatever its name says: a PDF that was signed, or a scan (PDF, PNG, JPEG).

Nothing is converted or saved again. Signatures are read by `documents.signed_pdf`; which text of the minutes it belongs to is
`domain.signed_copy`, keeping it `operations.signed_copies`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from govmail_desk.documents.preview import PaperPages
from govmail_desk.documents.signed_pdf import signatures_in
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.handover import CopyWay
from govmail_desk.domain.pdf_signature import PdfSignature
from govmail_desk.domain.word_for_word import PAGE_END

MOST_BYTES: Final = 1 << 26
"""More is no copy of minutes, and every byte of it would lie in the register for good."""
_PDF: Final = b"%PDF-"
_PDF_HEAD: Final = 1024
"""How far from the beginning a PDF may say that it is one."""
_PICTURES: Final = {b"\x89PNG\r\n\x1a\n": b"IEND", b"\xff\xd8\xff": b"\xff\xd9"}
"""How a picture begins, and what stands near its end where it is whole."""
_NEAR_END: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class CopyFile:
    """A copy as found: how it was signed, how many pages it has, what can be read on them, and the signatures in it."""

    way: CopyWay
    page_count: int
    text: str
    """Of all pages, a form feed between them; empty for a picture."""
    signatures: tuple[PdfSignature, ...] = ()
    is_scanned: bool = True
    """True where every page is, or holds, a picture: what can be read there was guessed from it."""
    is_bare: bool = False
    """True for a PDF with neither a signature nor a scanned page: as far as can be seen, nobody signed it."""


def read_copy_file(content: bytes, *, name: str) -> CopyFile:
    """Look at a file. Raises `RuleBroken` for one that is empty, too large, damaged, or of another kind."""
    if not content:
        raise RuleBroken(f"Tệp «{name}» trống. Hãy quét lại, hoặc chọn tệp khác.")
    if len(content) > MOST_BYTES:
        raise RuleBroken(f"Tệp «{name}» lớn hơn {MOST_BYTES >> 20} MB. Hãy quét lại ở độ phân giải thấp hơn.")
    if _PDF in content[:_PDF_HEAD]:
        return _pdf(content, name)
    for begins, ends in _PICTURES.items():
        if content.startswith(begins):
            if ends not in content[-_NEAR_END:]:
                raise RuleBroken(f"Tệp ảnh «{name}» bị hỏng hoặc chưa chép xong. Hãy quét lại, hoặc chọn tệp khác.")
            return CopyFile("scan", 1, "")
    raise RuleBroken(f"Tệp «{name}» không phải PDF, PNG hay JPEG. Hãy quét bản đã ký, hoặc chọn tệp PDF đã ký số.")


def _pdf(content: bytes, name: str) -> CopyFile:
    signatures = signatures_in(content, name=name)
    pages = PaperPages(content)
    try:
        text = PAGE_END.join(pages.text(index) for index in range(pages.count))
        pictured = [pages.has_picture(index) for index in range(pages.count)]
    finally:
        pages.close()
    return CopyFile(
        way="signed-pdf" if signatures else "scan",
        page_count=len(pictured),
        text=text,
        signatures=signatures,
        is_scanned=all(pictured),
        is_bare=not signatures and not any(pictured),
    )
