"""Reads the signatures of a PDF that was signed outside with a signing tool: offline, and the file is never saved again.

Only mathematics is asked here: whether the signed bytes are unchanged, whether the certificate's key made the signature, and what was
added to the file afterwards. No chain of certificates is built, so nothing is fetched and nobody's trust is judged. Telling the result is
`domain.pdf_signature`; keeping the file `operations.signed_copies`.
"""

from __future__ import annotations

import logging
from datetime import UTC
from io import BytesIO
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.pdf_signature import Coverage, PdfSignature

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

logging.getLogger("pyhanko").addHandler(
    logging.NullHandler()
)  # what it finds in a spoilt file is told by our sentences
_UNNAMED: Final = "Không rõ tên người ký"


def signatures_in(pdf: bytes, *, name: str) -> tuple[PdfSignature, ...]:
    """Return the signatures of a PDF in the order they were made; none where nobody signed. `name` is the file's, for the sentence.

    Raises `RuleBroken` where the file is damaged, no PDF, or locked with a password.
    """
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415  (a second of loading, for this one question)

    try:
        # Not strict: Word's own PDF files name their objects in two tables (hybrid references), which a strict reader refuses
        reader = PdfFileReader(BytesIO(pdf), strict=False)
        is_locked = _is_locked(reader)
        found = [] if is_locked else list(reader.embedded_regular_signatures)
    except Exception as error:  # a file from anywhere can break the reader in any way
        raise RuleBroken(
            f"Không đọc được tệp «{name}»: tệp PDF bị hỏng hoặc không phải PDF. Hãy chọn tệp khác."
        ) from error
    if is_locked:
        raise RuleBroken(f"Tệp «{name}» có mật khẩu nên không kiểm tra được. Hãy chọn tệp PDF không đặt mật khẩu.")
    return tuple(_read(signature) for signature in found)


def _is_locked(reader: PdfFileReader) -> bool:
    """Say whether a password is needed to read it; a file that only forbids printing or editing opens without one."""
    from pyhanko.pdf_utils.crypt import AuthStatus  # noqa: PLC0415  (as above)

    return reader.encrypted and reader.decrypt(b"").status == AuthStatus.FAILED


def _read(signature: EmbeddedPdfSignature) -> PdfSignature:
    try:
        stated = signature.self_reported_timestamp
        return PdfSignature(
            signer=_signer(signature),
            signed_at=stated.astimezone(UTC) if stated else None,
            is_intact=_is_intact(signature),
            coverage=_coverage(signature),
        )
    except Exception:  # a signature nobody can read is told as broken, and the others of the file are still read
        return PdfSignature(_UNNAMED, None, is_intact=False, coverage="unclear")


def _signer(signature: EmbeddedPdfSignature) -> str:
    subject = signature.signer_cert.subject
    named = subject.native.get("common_name", "")
    return " ".join(named) if isinstance(named, list) else str(named or subject.human_friendly)


def _is_intact(signature: EmbeddedPdfSignature) -> bool:
    from pyhanko.sign.validation.errors import SignatureValidationError  # noqa: PLC0415  (as above)
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity  # noqa: PLC0415

    try:
        is_unchanged, is_of_the_key = validate_sig_integrity(
            signature.signer_info,
            signature.signer_cert,
            expected_content_type="data",
            actual_digest=signature.compute_digest(),
        )
    except SignatureValidationError:
        return False
    return is_unchanged and is_of_the_key


def _coverage(signature: EmbeddedPdfSignature) -> Coverage:
    from pyhanko.sign.validation.status import SignatureCoverageLevel  # noqa: PLC0415  (as above)

    signature.compute_integrity_info()  # type: ignore[no-untyped-call]
    if signature.coverage is None or signature.coverage < SignatureCoverageLevel.ENTIRE_REVISION:
        return "unclear"
    if signature.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return "whole"
    return "signed-later" if signature.summarise_integrity_info()["docmdp_ok"] else "changed-later"
