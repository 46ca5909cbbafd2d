"""What an open due row is about, in words, where its subject has no name of its own column: asked within the row's own statement.

The rows are `listings.dues`.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, ScalarSelect, and_, case, func, or_, select

from govmail_desk import wording
from govmail_desk.store.tables import due, handed_mailbox, handover, incident, mailbox, report, review


def held_by_subject() -> ScalarSelect[str]:
    """Name the mailbox of the person a due row is about, the first of several; asked only of such rows."""
    held = mailbox.alias()
    query = select(func.min(held.c.address)).where(held.c.holder_id == due.c.subject_id, held.c.state != "closed")
    return query.correlate(due).scalar_subquery()


def handed_over() -> ScalarSelect[str]:
    """Name the mailbox that is handed over, the first of several."""
    query = select(func.min(mailbox.c.address)).join(handed_mailbox, handed_mailbox.c.mailbox_id == mailbox.c.id)
    return query.where(handed_mailbox.c.handover_id == due.c.subject_id).correlate(due).scalar_subquery()


def happening() -> ScalarSelect[str]:
    """Name an incident: its kind in words, and its mailbox where it is about one."""
    kinds = case(wording.INCIDENT_KINDS, value=incident.c.kind, else_="")
    query = select(kinds + func.coalesce(" · " + mailbox.c.address, "")).outerjoin_from(
        incident, mailbox, mailbox.c.id == incident.c.mailbox_id
    )
    return query.where(incident.c.id == due.c.subject_id).correlate(due).scalar_subquery()


def reviewed() -> ScalarSelect[str]:
    """Name a review by its title."""
    return select(review.c.title).where(review.c.id == due.c.subject_id).correlate(due).scalar_subquery()


def asked_for() -> ScalarSelect[str]:
    """Name a report by the letter that asked for it."""
    return select(report.c.asked_by).where(report.c.id == due.c.subject_id).correlate(due).scalar_subquery()


def letter() -> ColumnElement[str | None]:
    """Give a report's rule, the letter that set its day, that letter's own day, and the period, a line each; only where a letter set it.

    A unit's row bears no number of its report: that is the one drafted under its rule for its day.
    """
    of_unit = and_(report.c.rule == due.c.rule, report.c.due_on == due.c.due_on, report.c.state == "draft")
    of_itself = and_(due.c.subject_kind == "report", report.c.id == due.c.subject_id)
    told = (
        report.c.rule + "\n" + report.c.asked_by + "\n" + func.coalesce(report.c.asked_on, "") + "\n" + report.c.period
    )
    query = (
        select(told)
        .where(or_(of_itself, and_(due.c.subject_kind == "unit", of_unit)), report.c.asked_by != "")
        .where(report.c.supplements_id.is_(None))
        .order_by(report.c.id.desc())
        .limit(1)
    )
    return case((due.c.begun_by == "asked", query.correlate(due).scalar_subquery()), else_=None)


def receiver() -> ScalarSelect[int]:
    """Give who receives in a handover."""
    return select(handover.c.receiver_id).where(handover.c.id == due.c.subject_id).correlate(due).scalar_subquery()
