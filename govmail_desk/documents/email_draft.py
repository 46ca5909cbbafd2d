"""The e-mail draft (.eml) that carries a request: written for the unit's own mailbox to send, never sent from here.

It bears no date, no Message-ID and `X-Unsent: 1`: the clerk's mail program opens it as a new message and gives it both. Not here:
what it says (`domain.letter_text`), which regulation allows what (the limits come in).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.header import Header
from email.headerregistry import Address, Group
from email.message import EmailMessage
from email.policy import EmailPolicy
from pathlib import PurePath
from typing import Any, Final

from govmail_desk.documents.attachment_kinds import ending_of, is_locked, refused_part
from govmail_desk.documents.file_names import safe_file_name
from govmail_desk.documents.form import without_controls
from govmail_desk.domain.errors import RuleBroken

ADDRESS: Final = re.compile(r"[a-z0-9_+-]+(\.[a-z0-9_+-]+)*@[a-z0-9-]+(\.[a-z0-9-]+)+", re.IGNORECASE | re.ASCII)
LONGEST_ADDRESS: Final = 254
BYTES_PER_MB: Final = 1024 * 1024
KINDS: Final = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pdf": "application/pdf",
}
ANY_KIND: Final = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file that goes with the mail."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftMail:
    """One mail as the clerk will find it, ready to look through and send."""

    sender: str
    """The unit's own mailbox."""
    to: str
    """The operator's address; empty where nobody has said it yet, so that the clerk fills it in before sending."""
    to_name: str = ""
    """Whom it goes to, shown in the place of an address that is not known."""
    subject: str
    body: str
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentLimits:
    """What the unit's regulation says of attached files, with its articles; None and empty where it says nothing."""

    most_mb: int | None = None
    most_cite: str | None = None
    refused_endings: tuple[str, ...] = ()
    refused_cite: str | None = None
    locked_endings: tuple[str, ...] = ()
    """Archives that must not be locked with a password."""
    locked_cite: str | None = None


class _WholeWords(EmailPolicy):
    """Folds Vietnamese headers so that no blank is lost.

    The standard policy breaks a long text between two encoded words and leaves the blank outside them, where every reader drops it
    (RFC 2047 §6.2): `đề nghị` arrives as `đềnghị`. `email.header.Header` keeps the blank inside a word.
    """

    def fold_binary(self, name: str, value: Any) -> bytes:
        text = str(value)
        if text.isascii() or name.lower() not in {"subject", "to"}:
            return super().fold_binary(name, value)
        group = _GROUP.fullmatch(text)
        words, end = (group["name"].strip('"'), ":;") if group else (text, "")
        folded = Header(words, "utf-8", maxlinelen=_LINE, header_name=name).encode(linesep=self.linesep)
        return f"{name}: {folded}{end}{self.linesep}".encode("ascii")


_LINE: Final = 74  # the usual 76, less the `:;` behind a group
_GROUP: Final = re.compile(r"(?P<name>.*):;", re.DOTALL)
"""An addressee who has a name and no address yet."""
_MAIL: Final = _WholeWords(linesep="\r\n")
_BOUNDARY: Final = 32
"""A longer one is broken over two lines (RFC 2231 §3), which fewer mail programs read than read a plain one."""
NO_LIMITS: Final = AttachmentLimits()


def made_draft(mail: DraftMail, limits: AttachmentLimits = NO_LIMITS) -> bytes:
    """Return the .eml. Raises `RuleBroken` for an address that is none, and for files the regulation does not let through."""
    refuse_attachments(mail.attachments, limits)
    message = EmailMessage(policy=_MAIL)
    message["From"] = _address(mail.sender, "gửi")
    message["To"] = _address(mail.to, "nhận") if mail.to else Group(_one_line(mail.to_name), ())
    message["Subject"] = _one_line(mail.subject)
    message["X-Unsent"] = "1"
    message.set_content(mail.body, cte="quoted-printable")
    for attachment in mail.attachments:
        _attach(message, attachment)
    if mail.attachments:  # the library draws the boundary by chance; the same mail is to be the same bytes
        said = hashlib.sha256(repr(mail).encode())
        message.set_boundary(f"=_{said.hexdigest()[:_BOUNDARY]}")
    return message.as_bytes()


def _address(text: str, side: str) -> Address:
    """Take one plain address and nothing else: no name, no second address, no look-alike letters."""
    if len(text) > LONGEST_ADDRESS or not ADDRESS.fullmatch(text):
        raise RuleBroken(f"Địa chỉ {side} «{text}» không phải một địa chỉ thư điện tử. Hãy sửa lại ở trang Thiết lập.")
    return Address(addr_spec=text)


def _one_line(text: str) -> str:
    return " ".join(without_controls(" ".join(text.split())).split())


def _attach(message: EmailMessage, attachment: Attachment) -> None:
    name = safe_file_name(attachment.name)
    maintype, subtype = kind_of(name)
    message.add_attachment(attachment.content, maintype=maintype, subtype=subtype, filename=name)


def kind_of(name: str) -> tuple[str, str]:
    """Say what kind of file a mail calls a name: its type and what type of that."""
    maintype, _, subtype = KINDS.get(PurePath(name).suffix.lower(), ANY_KIND).partition("/")
    return maintype, subtype


def refuse_attachments(attachments: Sequence[Attachment], limits: AttachmentLimits) -> None:
    """Hold files against what the regulation lets through; raises `RuleBroken` with its article."""
    _refuse_kinds(attachments, limits)
    _refuse_size(attachments, limits)


def _refuse_kinds(attachments: Sequence[Attachment], limits: AttachmentLimits) -> None:
    for attachment in attachments:
        found = refused_part(attachment.name, attachment.content, frozenset(limits.refused_endings))
        if found:
            kind = ending_of(found) if ending_of(found) in limits.refused_endings else "tệp chạy được"
            inside = "" if found == attachment.name else f" có tệp «{found}»"
            raise RuleBroken(
                f"Tệp «{attachment.name}»{inside} thuộc loại {kind}, quy chế không cho gửi, nhận. Hãy bỏ tệp này khỏi thư.",
                cite=limits.refused_cite,
            )
        if limits.locked_endings and is_locked(attachment.content):
            raise RuleBroken(
                f"Tệp nén «{attachment.name}» có đặt mật khẩu nên hệ thống thư không soi được bên trong. "
                "Hãy gửi các tệp bên trong, hoặc nén lại không đặt mật khẩu.",
                cite=limits.locked_cite,
            )


def _refuse_size(attachments: Sequence[Attachment], limits: AttachmentLimits) -> None:
    byte_count = sum(len(attachment.content) for attachment in attachments)
    if limits.most_mb is None or byte_count <= limits.most_mb * BYTES_PER_MB:
        return
    size = f"{byte_count / BYTES_PER_MB:.1f}".replace(".", ",")
    raise RuleBroken(
        f"Các tệp gửi kèm dài {size} MB, quá mức {limits.most_mb} MB mà quy chế cho phép với mỗi thư. "
        "Hãy chia danh sách thành nhiều đề nghị.",
        cite=limits.most_cite,
    )
