"""Which papers a request will have: those the regulation asks for, with the article, and those we offer besides.

Here: `paper_notes`. Whether a form is our own arrangement is said here too, since the paper never does. Making them is
`operations.papers`, the table of forms `documents.shipped_forms`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from govmail_desk import paths, wording
from govmail_desk.documents.shipped_forms import Role, form_for
from govmail_desk.domain.regulation import REQUEST_PAPERS_ALSO
from govmail_desk.gui.look.why_card import Why

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from govmail_desk.documents.list_columns import ListKind
    from govmail_desk.domain.mailbox import MailboxKind
    from govmail_desk.domain.provision import AnyProvision, Paper
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.request import RequestKind

_FORM_ROLES: Final[dict[Paper, Role]] = {"letter": "letter", "proposal": "proposal", "slip": "slip", "list": "list"}


@dataclass(frozen=True, slots=True)
class PaperNote:
    """One paper that will be made."""

    role: Paper
    words: str
    whose: Literal["regulation", "suggested", "unit"]
    why: Why | None
    form_note: str = ""
    """What to know of the form, the unit's own or one we laid out ourselves; the window says it, the paper never does."""


def paper_notes(
    regulation: Regulation,
    *,
    kind: RequestKind,
    mailbox_kind: MailboxKind,
    on: date,
    has_eight_columns: bool = False,
    own_forms: Mapping[str, str] | None = None,
) -> list[PaperNote]:
    """Name each paper of a request, in the order they are put together; `own_forms` are the unit's own, by the place each stands in."""
    asked, also = regulation.channel(kind, mailbox_kind, on), regulation.find(REQUEST_PAPERS_ALSO[kind], on)
    list_kind = _list_kind(kind, mailbox_kind, has_eight_columns=has_eight_columns)
    notes = []
    for role in regulation.papers(kind, mailbox_kind, on):
        rule = asked if asked is not None and role in asked.value.papers else also
        notes.append(
            PaperNote(
                role=role,
                words=_words(role, rule),
                whose=rule.source if rule else "suggested",
                why=Why.of(rule, regulation=regulation.short_name) if rule else None,
                form_note=_form_note(regulation.id, role, list_kind, own_forms or {}),
            )
        )
    return notes


def _words(role: Paper, rule: AnyProvision | None) -> str:
    name = wording.FILE_ROLES[role]
    if rule is None or rule.source == "suggested":
        return f"{name}: chương trình lập thêm"
    if rule.source == "unit":
        return f"{name}: theo lựa chọn của đơn vị"
    return f"{name}: quy chế yêu cầu ({rule.cite})"


def _form_note(regulation_id: str, role: Paper, list_kind: ListKind, own_forms: Mapping[str, str]) -> str:
    if role not in _FORM_ROLES:
        return ""
    form = form_for(
        paths.forms(),
        _FORM_ROLES[role],
        regulation_id=regulation_id,
        list_kind=list_kind if role == "list" else None,
    )
    if form is not None and form.file in own_forms:
        return f"{form.title}: theo mẫu của đơn vị “{own_forms[form.file]}”."
    return form.note if form is not None and form.own else ""


def _list_kind(kind: RequestKind, mailbox_kind: MailboxKind, *, has_eight_columns: bool) -> ListKind:
    if kind != "create":
        return kind
    if mailbox_kind == "unit":
        return "create-unit"
    return "create-personal-8" if has_eight_columns else "create-personal"
