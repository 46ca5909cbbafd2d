"""The notice of an assignment and the authorisation, filled into their forms; they share a letter's fields, without its addressee.

What they say is `domain.custody_text`; drafting one from a charge is `operations.custody_papers`.
"""

from __future__ import annotations

from govmail_desk.documents.form import read_form
from govmail_desk.documents.letter import FIELDS, LetterContent, printed_values


def made_custody_letter(form: bytes, content: LetterContent, *, recipients: tuple[str, ...], form_name: str) -> bytes:
    """Return the .docx; `recipients` are the lines under `Nơi nhận`. Raises `RuleBroken` where the form cannot be filled."""
    values = {**printed_values(content), "thong_tin": (), "noi_nhan": recipients}
    return read_form(form, name=form_name, fields=FIELDS).filled(values)
