"""A signature found in a PDF that was signed outside, and what a clerk is told of it.

Who issued a certificate and whether it still held is never judged here: the program has no list of those who may issue one. Reading a
file is `documents.signed_pdf`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

Coverage = Literal["whole", "signed-later", "changed-later", "unclear"]
"""What a signature covers: the file as it is; the file before others signed it too; the file before its content was changed; unknown."""

UNJUDGED: Final = (
    "Chương trình không xét chứng thư số do ai cấp và còn hiệu lực hay không; hãy kiểm tra điều đó bằng phần mềm ký số."
)
COVERAGES: Final[Mapping[Coverage, str]] = {
    "whole": "ký trên toàn bộ tệp",
    "signed-later": "sau đó chỉ có thêm chữ ký khác, nội dung không đổi",
    "changed-later": "tệp bị thay đổi sau khi ký",
    "unclear": "không xác định được đã ký trên phần nào của tệp",
}


@dataclass(frozen=True, slots=True)
class PdfSignature:
    """One signature: whose it says to be, when it says to have been made, and whether what it signed is still the same."""

    signer: str
    """The name in the certificate (CN)."""
    signed_at: datetime | None
    """As the signer's own machine stated it, in UTC; None where it states nothing."""
    is_intact: bool
    """True where the bytes it signed are unchanged and the certificate's key made it."""
    coverage: Coverage

    @property
    def is_sound(self) -> bool:
        """True where what was signed is what the file shows."""
        return self.is_intact and self.coverage in {"whole", "signed-later"}

    @property
    def sentence(self) -> str:
        """Tell it in one line, the time as of this machine's clock."""
        when = f"ghi giờ ký {self.signed_at.astimezone():%d/%m/%Y %H:%M}" if self.signed_at else "không ghi giờ ký"
        state = COVERAGES[self.coverage] if self.is_intact else "chữ ký không còn nguyên vẹn"
        return f"{self.signer}: {when}; {state}."

    def kept(self) -> dict[str, str]:
        """Return it as the register keeps it."""
        return {
            "signer": self.signer,
            "signed_at": self.signed_at.isoformat() if self.signed_at else "",
            "intact": "yes" if self.is_intact else "no",
            "coverage": self.coverage,
        }


def read_back(rows: Sequence[Mapping[str, str]]) -> tuple[PdfSignature, ...]:
    """Return the signatures a register kept."""
    return tuple(
        PdfSignature(
            signer=row["signer"],
            signed_at=datetime.fromisoformat(row["signed_at"]) if row["signed_at"] else None,
            is_intact=row["intact"] == "yes",
            coverage=next((known for known in COVERAGES if known == row["coverage"]), "unclear"),
        )
        for row in rows
    )
