"""What the desk would remind of at this moment: due lines in sight, and looks into mailboxes that are missing; for the tray's notices.

When it speaks up is `domain.digest`; the page Hôm nay shows the same lines and more (`listings.today`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmail_desk.domain.digest import Reminder, ReminderState, key_of
from govmail_desk.domain.regulation import CHECK_UNIT
from govmail_desk.listings.checks import missing
from govmail_desk.listings.due_groups import Shown, groups
from govmail_desk.listings.lead_times import leads_on
from govmail_desk.regulations.reminders import title_of
from govmail_desk.wording import SLOTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmail_desk.desk import Desk
    from govmail_desk.domain.reminder import SubjectKind
    from govmail_desk.listings.checks import WantedCheck
    from govmail_desk.listings.due_groups import DueGroup

SHOWN_AT_MOST: Final = 500
"""More lines than this at once are a register nobody has looked at for years; the notice counts them no further."""
_PAGES: Final[dict[SubjectKind, str]] = {
    "mailbox": "mailboxes",
    "request": "requests",
    "person": "people",
    "unit": "people",
    "handover": "handovers",
    "incident": "incidents",
    "review": "reports/reviews",
}


def standing(desk: Desk) -> list[Reminder]:
    """Return every reminder that holds now, overdue ones first; what was put off and what must be waited out is left out."""
    day, rulebook = desk.today(), desk.rulebook()
    shown = Shown(day, leads_on(rulebook.leads, day))
    with desk.reading() as connection:
        found = groups(connection, rulebook.regulations, day, shown.in_sight, most_count=SHOWN_AT_MOST)
    return [*_of_dues(found), *map(_of_check, missing(desk, rulebook=rulebook))]


def _of_dues(found: list[DueGroup]) -> Iterator[Reminder]:
    for group in found:
        row = group.first
        state: ReminderState | None = None if row.state == "waiting" else row.state
        if state is not None:
            is_alone = group.size == 1
            yield Reminder(
                key=key_of(row.rule, row.act_by, state, row.id if row.subject_kind != "mailbox" else None),
                day=row.act_by,
                state=state,
                title=row.title,
                detail=row.subject if is_alone else f"{group.size} hộp thư",
                last_id=group.last_id,
                page=_PAGES[row.subject_kind] if is_alone else "today",
                item_id=row.subject_id if is_alone else None,
                count=group.size,
            )


def _of_check(wanted: WantedCheck) -> Reminder:
    slot = f"{SLOTS[wanted.slot]}: " if wanted.slot else ""
    return Reminder(
        key=key_of(f"{CHECK_UNIT.name}.{wanted.slot or 'day'}", wanted.on, "today", wanted.mailbox_id),
        day=wanted.on,
        state="today",
        title=title_of(CHECK_UNIT.name),
        detail=f"{slot}{wanted.address}",
        last_id=wanted.mailbox_id,
        page="checks",
    )
