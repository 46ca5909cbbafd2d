"""When a mailbox was last confirmed in use, and who or what says so, as one expression in the statement that asks for its line.

Its acts (`used`, its password changed), looks into it, and the operator's word that nobody ever logged in. Taking that in is
`operations.usage`, the imports themselves are `listings.usage`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlalchemy import ScalarSelect, Select, case, desc, exists, literal, select, union_all

from govmail_desk.domain.regulation import INACTIVITY_LOCK, INACTIVITY_REMOVE
from govmail_desk.store.tables import check, due, mailbox, mailbox_act, usage_import, usage_reading

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement

NEVER: Final = "never"
_ACTIVATED: Final = "activated"
_PART: Final = "\x1f"  # parts fields as no text of ours does
_USES: Final = ("used", "password-changed")


class LastUse(NamedTuple):
    """The last use known: its day, what kind of act tells it, who recorded it, with its note.

    Of kind `never` the operator says that nobody ever logged in: `on` is empty, `as_of_on` the day of those figures, `note` their file.
    """

    on: str
    as_of_on: str
    kind: str
    by: str
    note: str


def last_use_of_mailbox() -> ScalarSelect[Any]:
    """Ask for the last use of the mailbox of the line, as `last_use` reads it; it sorts by day, those never used before all days."""
    found = union_all(_acts(), _looks_into(), _activations()).order_by(desc("said")).limit(1)
    return found.scalar_subquery()


def last_use(said: str | None) -> LastUse | None:
    """Read what the line says; None where no use is known."""
    told = LastUse._make(said.split(_PART)) if said else None
    return None if told is None or told.kind == _ACTIVATED else told


def is_unused_too_long(today: date) -> ColumnElement[bool]:
    """Say of which mailboxes the regulation's time without use has run out by a day."""
    return exists().where(
        due.c.subject_kind == "mailbox",
        due.c.subject_id == mailbox.c.id,
        due.c.rule.in_((INACTIVITY_LOCK.name, INACTIVITY_REMOVE.name)),
        due.c.settled_on.is_(None),
        due.c.due_on < today.isoformat(),
    )


def _acts() -> Select[Any]:
    act = mailbox_act.c
    said = _said(act.on_date, literal(""), act.kind, act.by, act.note)
    return select(said).where(act.mailbox_id == mailbox.c.id, act.kind.in_(_USES)).correlate(mailbox)


def _looks_into() -> Select[Any]:
    said = _said(check.c.on_date, literal(""), literal("checked"), check.c.by, check.c.note)
    return select(said).where(check.c.mailbox_id == mailbox.c.id).correlate(mailbox)


def _activations() -> Select[Any]:
    """The newest of these stands, so that a mailbox activated since is no longer one nobody ever logged in to."""
    kind = case((usage_reading.c.is_activated.is_(False), NEVER), else_=_ACTIVATED)
    said = _said(literal(""), usage_import.c.as_of_on, kind, usage_import.c.by, usage_import.c.file_name)
    return (
        select(said)
        .join_from(usage_reading, usage_import, usage_import.c.id == usage_reading.c.usage_import_id)
        .where(usage_reading.c.mailbox_id == mailbox.c.id, usage_reading.c.is_activated.is_not(None))
        .correlate(mailbox)
    )


def _said(*fields: ColumnElement[Any]) -> ColumnElement[Any]:
    joined = fields[0]
    for field in fields[1:]:
        joined = joined + _PART + field
    return joined.label("said")
