"""An e-mail draft made before, with another edition of one of the files it carries; what else it says stays to the letter.

Making a draft is `documents.email_draft`. Only drafts of our own are read here; a mail that came from outside never is.
"""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import EmailPolicy
from typing import Final

from govmail_desk.documents.email_draft import (
    NO_LIMITS,
    Attachment,
    AttachmentLimits,
    kind_of,
    refuse_attachments,
)
from govmail_desk.documents.file_names import safe_file_name

_AS_IT_STANDS: Final = EmailPolicy(linesep="\r\n", refold_source="none")


def carrying(eml: bytes, attachment: Attachment, limits: AttachmentLimits = NO_LIMITS) -> bytes | None:
    """Put another content in the place of one of a draft's files; None where it carries none of that name.

    Raises `RuleBroken` for files the regulation does not let through.
    """
    message = message_from_bytes(eml, _class=EmailMessage, policy=_AS_IT_STANDS)
    name = safe_file_name(attachment.name)
    parts = {part.get_filename(): part for part in message.iter_attachments()}
    if name not in parts:
        return None
    maintype, subtype = kind_of(name)
    del parts[name]["MIME-Version"]  # is written again, in its place
    parts[name].set_content(attachment.content, maintype=maintype, subtype=subtype, filename=name)
    refuse_attachments([Attachment(said or "", part.get_content()) for said, part in parts.items()], limits)
    return message.as_bytes()
