"""The Hôm nay page: overdue, due today, coming, waiting, put off, and what the desk still lacks; each line with the act for it.

Here: the page put together, and the act behind each line. The lines: what falls due (`listings.due_groups`), what waits without a day
(`listings.waiting`), what is still lacking (`listings.gaps`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, exists, func, or_, select

from govmail_desk.domain.limits import counted
from govmail_desk.domain.mailbox import LOCKED
from govmail_desk.domain.provision import Period
from govmail_desk.domain.regulation import (
    HOUSEKEEPING_KEEP,
    INACTIVITY_LOCK,
    INACTIVITY_REMOVE,
    KEYS,
    PASSWORD_FIRST_LOGIN,
    PASSWORD_REISSUED,
    PASSWORD_ROTATION_ADMIN,
    PASSWORD_ROTATION_USER,
    REPORT_CHANGES,
    REPORT_OPERATOR,
    REPORT_UNIT,
    REQUEST_LIMIT_OPERATOR,
    REQUEST_LIMIT_UNIT,
    REVIEW_EVERY,
)
from govmail_desk.listings.checks import wanted
from govmail_desk.listings.due_groups import EVERYONE, Shown, begun_by, counts, groups
from govmail_desk.listings.dues import in_state
from govmail_desk.listings.entitled import without_mailbox
from govmail_desk.listings.gaps import gaps
from govmail_desk.listings.incidents import untold_count
from govmail_desk.listings.lead_times import leads_on
from govmail_desk.listings.notices import told_words
from govmail_desk.listings.request_states import is_in
from govmail_desk.listings.today_row import Today, TodayRow
from govmail_desk.listings.waiting import people_without_mailbox, waiting_rows
from govmail_desk.store.tables import due, handover, letterhead, mailbox, operator, person, request, signer
from govmail_desk.wording import DUE_ACTS

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ScalarSelect, Select, Table

    from govmail_desk.desk import Desk
    from govmail_desk.domain.reminder import SubjectKind
    from govmail_desk.domain.working_days import Counting
    from govmail_desk.listings.due_groups import DueGroup, Scope
    from govmail_desk.listings.dues import DueRow
    from govmail_desk.listings.today_row import Act

SHOWN_AT_MOST: Final = 200
ROTATIONS: Final = (PASSWORD_ROTATION_USER.name, PASSWORD_ROTATION_ADMIN.name)
IN_USE: Final = ("active", *sorted(LOCKED))
ON_THE_DESK: Final = ("draft", "signed", "overdue", "answered")
"""The states of a request in which the next step is the unit's own, not the operator's."""


def today(desk: Desk, scope: Scope = EVERYONE) -> Today:
    """Put together the page of this day; the same few statements, however much there is.

    With a scope it holds what falls due for a unit or a person, and leaves out what is the whole desk's.
    """
    day, rulebook = desk.today(), desk.rulebook()
    regulation = rulebook.regulations.on(day)
    with desk.reading() as connection:
        shown = Shown(day, leads_on(rulebook.leads, day), scope)
        wanting = without_mailbox(connection, regulation, day)
        facts = connection.execute(_facts(day, wanting, shown)).one()
        found = groups(connection, rulebook.regulations, day, shown.in_sight | shown.put_off, most_count=SHOWN_AT_MOST)
        rows = [_due_row(group) for group in found]
        if scope == EVERYONE:
            rows += waiting_rows(connection, day)
            rows += people_without_mailbox(facts.without_mailbox)
            rows += gaps(facts, regulation, day)
    totals = {section: getattr(facts, section) for section in ("overdue", "today", "upcoming", "snoozed")}
    for section in ("waiting", "setup"):
        totals[section] = sum(row.section == section for row in rows)
    return Today(day, tuple(rows), totals)


def counting(desk: Desk, row: TodayRow) -> Counting | None:
    """Count a line's day out again, day by day, from the act that began it; None where it was not counted from a period."""
    provision = desk.regulation(row.started_on).find(KEYS[row.rule], row.started_on) if row.rule else None
    if provision is None or row.started_on is None or not isinstance(provision.value, Period):
        return None
    found = counted(provision, row.started_on, desk.calendar())
    if found.due_on != row.due_on:
        return None
    began = " hoặc ".join(DUE_ACTS[act].lower() for act in begun_by(desk, row))
    return replace(found, event=began) if began else found


def waiting_counts(desk: Desk) -> dict[str, int]:
    """Count what waits for the clerk, by page: requests not yet gone, overdue or answered, open handovers, and work due by today.

    Of the work due by today it counts what Hôm nay shows: what was put off does not wait, a look into a mailbox not yet logged does.
    """
    day, rulebook = desk.today(), desk.rulebook()
    has_come = or_(in_state("overdue", day), in_state("today", day))
    shown = Shown(day, leads_on(rulebook.leads, day)).in_sight
    requests = select(func.count()).select_from(request).where(is_in(ON_THE_DESK, day))
    due_by_today = select(func.count()).select_from(due).where(shown, has_come)
    handovers = select(func.count()).select_from(handover).where(handover.c.state == "open")
    with desk.reading() as connection:
        return {
            "today": connection.execute(due_by_today).scalar_one() + len(wanted(desk, rulebook=rulebook)),
            "requests": connection.execute(requests).scalar_one(),
            "handovers": connection.execute(handovers).scalar_one(),
            "incidents": untold_count(desk, rulebook.regulations),
        }


def _due_row(group: DueGroup) -> TodayRow:
    row = group.first
    about = row.subject if group.size == 1 else f"{group.size} hộp thư"
    told = told_words(group.told_on, told_count=group.told_count, size=group.size)
    return TodayRow(
        section="snoozed" if group.until_on else row.state,
        title=row.title,
        detail=" · ".join(filter(None, (about, told))),
        act=_act(row),
        due_on=row.due_on,
        act_by=row.act_by,
        cite=row.cite,
        why=row.why,
        source=row.source,
        subject_id=row.subject_id,
        rule=row.rule,
        started_on=row.started_on,
        due_id=row.id,
        count=group.size,
        until_on=group.until_on,
    )


def _act(row: DueRow) -> Act:
    """Say what deals with it: a request whose answer is overdue is chased, one that someone's change wants is made."""
    if row.state == "overdue" and row.rule in _ANSWERS_DUE:
        return "chase_request"
    if row.subject_kind == "person" and row.rule in _UNIT_MUST_ASK:
        return "request_after_change"
    if row.subject_kind == "report":
        return "open_report"
    return _RECORDED.get(row.rule) or _OPENED[row.subject_kind]


_ANSWERS_DUE: Final = frozenset(key.name for key in REQUEST_LIMIT_OPERATOR.values())
_UNIT_MUST_ASK: Final = frozenset(key.name for key in REQUEST_LIMIT_UNIT.values())
_PASSWORDS: Final = (PASSWORD_ROTATION_USER, PASSWORD_ROTATION_ADMIN, PASSWORD_FIRST_LOGIN, PASSWORD_REISSUED)
_RECORDED: Final[dict[str, Act]] = {
    **{key.name: "record_password_change" for key in _PASSWORDS},
    INACTIVITY_LOCK.name: "record_use",
    INACTIVITY_REMOVE.name: "record_use",
    HOUSEKEEPING_KEEP.name: "record_cleaning",
    REPORT_UNIT.name: "record_report",
    REPORT_CHANGES.name: "record_report",
    REPORT_OPERATOR.name: "record_report",
    REVIEW_EVERY.name: "record_review",
}
"""Rules whose work is done elsewhere and only recorded here."""
_OPENED: Final[dict[SubjectKind, Act]] = {
    "mailbox": "open_mailbox",
    "request": "open_request",
    "person": "open_person",
    "unit": "open_person",  # its page shows units too
    "handover": "open_handover",
    "incident": "open_incident",
    "review": "open_review",
    "report": "open_report",
}


def _facts(day: date, wanting: ColumnElement[bool], shown: Shown) -> Select[Any]:
    """Ask everything the page counts in one statement."""
    iso = day.isoformat()
    now_first = ((operator.c.from_on <= iso).desc(), operator.c.from_on.desc(), operator.c.id.desc())
    asked: list[ColumnElement[Any]] = [
        *(column.label(section) for section, column in counts(day, shown).items()),
        (
            _count(mailbox, mailbox.c.state.in_(IN_USE))
            - _count(due, due.c.rule.in_(ROTATIONS), due.c.settled_on.is_(None))
        ).label("unknown_passwords"),
        _count(person).label("people"),
        _count(person, wanting).label("without_mailbox"),
        _count(signer, *_holds_on(iso)).label("signers"),
        _count(letterhead, letterhead.c.contact != "").label("contacts"),
        select(operator.c.name).order_by(*now_first).limit(1).scalar_subquery().label("operator"),
        select(operator.c.address).order_by(*now_first).limit(1).scalar_subquery().label("operator_address"),
    ]
    return select(*asked)


def _count(table: Table, *conditions: ColumnElement[bool]) -> ScalarSelect[int]:
    return select(func.count()).select_from(table).where(*conditions).scalar_subquery()


def _holds_on(iso: str) -> tuple[ColumnElement[bool], ...]:
    begun = or_(signer.c.from_on.is_(None), signer.c.from_on <= iso)
    return begun, or_(signer.c.to_on.is_(None), signer.c.to_on >= iso)


def with_unknown_password(desk: Desk) -> list[tuple[int, str]]:
    """Return the mailboxes in use of which nobody has said when the password was last changed: number, and name."""
    runs = exists().where(
        due.c.subject_kind == "mailbox",
        due.c.subject_id == mailbox.c.id,
        due.c.rule.in_(ROTATIONS),
        due.c.settled_on.is_(None),
    )
    named = func.coalesce(person.c.full_name + " · ", "") + mailbox.c.address
    query = select(mailbox.c.id, named).outerjoin(person, person.c.id == mailbox.c.holder_id)
    with desk.reading() as connection:
        wanted = query.where(mailbox.c.state.in_(IN_USE), ~runs).order_by(mailbox.c.sort_key, mailbox.c.id)
        return [(row[0], row[1]) for row in connection.execute(wanted)]
