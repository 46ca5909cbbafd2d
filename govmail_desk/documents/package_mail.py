"""The packages that came attached to an e-mail saved as a file (.eml): found, decoded, handed on as the bytes they are.

A mail from outside may be made to break its reader: headers without end, parts within parts, lines by the million. Size, lines, parts and
the length of a header are limited before anything is understood, and a mail past a limit is refused in one sentence. What a package's
bytes say, and whether they are whole, is `documents.desk_package`; drafts of our own are read by `documents.draft_again`.
"""

from __future__ import annotations

from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import EmailPolicy
from typing import TYPE_CHECKING, Any, Final

from govmail_desk.documents.desk_package import ENDING, STARTS, bytes_within
from govmail_desk.documents.file_names import safe_file_name
from govmail_desk.domain.errors import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

MAIL_ENDING: Final = ".eml"
MOST_MAIL_BYTES: Final = 48 * 1024 * 1024
"""The largest package in base64 with a line break behind every 76 letters, and room for the words."""
MOST_LINES: Final = 1_000_000
"""The same package has 600,000."""
MOST_PARTS: Final = 100
MOST_HEADER_BYTES: Final = 8_000
MOST_HEADERS: Final = 1_000
MOST_PACKAGES: Final = 20
_OUTLOOK: Final = "winmail.dat"
_ILL_MADE: Final = (MessageError, ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError)
"""What `email` raises on headers no program writes; each is known from its issue tracker."""


class _Strange(Exception):
    """A mail past one of the limits."""


class _Limited(EmailPolicy):
    """Reads as `email.policy.default` does, and stops at a header no mail program would write."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Take a header as it came, before anything is understood of it."""
        if sum(map(len, sourcelines)) > MOST_HEADER_BYTES:
            raise _Strange
        return super().header_source_parse(sourcelines)


class _Counted:
    """Makes the parts of one mail, and no more than a mail can have."""

    def __init__(self) -> None:
        self._count = 0

    def __call__(self, policy: Any = None) -> EmailMessage:
        self._count += 1
        if self._count > MOST_PARTS:
            raise _Strange
        return _Part(policy)


class _Part(EmailMessage):
    """One part, with no more headers than a mail can have."""

    def set_raw(self, name: str, value: str) -> None:
        """Take a header."""
        if len(self) >= MOST_HEADERS:
            raise _Strange
        super().set_raw(name, value)  # the parser's own way in


def is_mail(path: Path) -> bool:
    """Say whether a file is a saved e-mail, by its name."""
    return path.suffix.lower() == MAIL_ENDING


def packages_in(path: Path) -> tuple[tuple[str, bytes], ...]:
    """Take the packages out of a saved e-mail, also one forwarded within another: each with its name, in their order.

    Raises `RuleBroken` with one sentence where there is none or the mail is no mail, `StoreUnavailable` where the disk fails.
    """
    content = bytes_within(path, MOST_MAIL_BYTES, what="thư mang gói dữ liệu của một đơn vị")
    try:
        found = list(_attached(_read(content)))
    except (_Strange, *_ILL_MADE) as failure:
        raise _refused(path.name, "thư này không do chương trình thư bình thường lập ra", _BY_HAND) from failure
    _refuse_count(path.name, found)
    return tuple((safe_file_name(name), attached) for name, attached in found if name != _OUTLOOK)


def _read(content: bytes) -> EmailMessage:
    if content.count(b"\n") + content.count(b"\r") > MOST_LINES:
        raise _Strange
    message = BytesParser(policy=_Limited(message_factory=_Counted())).parsebytes(content)
    assert isinstance(message, EmailMessage), "made by our own factory"
    return message


def _attached(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """Yield every package, and what Outlook hides attachments in; a package is known by its name or by how it begins."""
    for part in message.walk():
        if part.is_multipart():
            continue
        name = (part.get_filename() or "").strip()
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes):
            continue
        if name.lower() == _OUTLOOK:
            yield _OUTLOOK, b""
        elif name.lower().rstrip(" .").endswith(ENDING) or content.startswith(STARTS):
            yield name or f"goi{ENDING}", content


_BY_HAND: Final = f"Hãy mở thư, lưu tệp kèm đuôi {ENDING} ra rồi chọn tệp ấy."


def _refuse_count(mail: str, found: Sequence[tuple[str, bytes]]) -> None:
    packages = [name for name, _ in found if name != _OUTLOOK]
    if len(packages) > MOST_PACKAGES:
        raise _refused(mail, f"thư kèm {len(packages)} gói, nhiều hơn {MOST_PACKAGES}", _BY_HAND)
    if not packages and found:
        raise _refused(mail, f"Outlook đã gói tệp kèm vào {_OUTLOOK}", _BY_HAND)
    if not packages:
        raise _refused(
            mail, f"thư không kèm gói dữ liệu (tệp {ENDING}) nào", "Hãy chọn thư có gói, hoặc chính tệp gói."
        )


def _refused(name: str, reason: str, advice: str) -> RuleBroken:
    return RuleBroken(f"Không nhận tệp «{name}»: {reason}. {advice}")
