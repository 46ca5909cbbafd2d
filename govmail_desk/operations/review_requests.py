"""Decisions of a review that ask for something, on their way to requests: grouped by kind and unit, linked once a request was drafted.

A decision never changes a mailbox: the request does, once it is answered (`operations.requests`). What each request says of a mailbox
comes from the department's note.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, cast

from sqlalchemy import and_, or_, select

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.request_details import NONE_GIVEN, with_reason
from govmail_desk.domain.review import Review, ReviewRow, ReviewSheet
from govmail_desk.domain.review_text import department_name
from govmail_desk.domain.unit import Unit, UnitName, names_on
from govmail_desk.operations.reviews import named
from govmail_desk.store.bulk import plain_rows
from govmail_desk.store.tables import mailbox, request, request_row, review, review_row
from govmail_desk.store.transaction import Transaction
from govmail_desk.wording import REQUEST_KINDS

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.mailbox import MailboxKind
    from govmail_desk.domain.request import RequestKind
    from govmail_desk.domain.request_details import Details

ASKING: Final[tuple[RequestKind, ...]] = ("close", "change", "create")
"""The decisions that ask for something; each is a request of the kind of its own name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionGroup:
    """What one unit decided of one kind and is not asked for yet."""

    kind: RequestKind
    unit_id: int
    unit: str
    mailbox_kind: MailboxKind
    subject_ids: tuple[int, ...]
    """People for new mailboxes, mailboxes for any other kind."""
    row_ids: tuple[int, ...]
    named: tuple[str, ...]
    notes: Mapping[int, str] = field(default_factory=dict)
    """What the department wrote, by subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What a review still has to ask for, what it cannot any more, and what nobody knows."""

    groups: tuple[DecisionGroup, ...]
    gone: tuple[str, ...]
    """Mailboxes decided upon that were closed meanwhile, or people who left or got a mailbox: nothing is left to ask."""
    unknown: tuple[str, ...]
    """What was answered with “không rõ”; it stays open."""

    def of_kind(self, kind: RequestKind) -> tuple[DecisionGroup, ...]:
        """Give the groups of one kind."""
        return tuple(group for group in self.groups if group.kind == kind)


def open_decisions(desk: Desk, *, review_id: int) -> Decisions:
    """Read the decisions of a review that no request asks for yet."""
    with desk.reading() as connection:
        asked = Transaction(connection)
        held = asked.get(Review, review_id)
        rows = [row for row in asked.find(ReviewRow, review_id=review_id, request_id=None) if row.decision]
        units = {one.id: one.unit_id for one in asked.find(ReviewSheet, review_id=review_id)}
        names = names_on(asked.find(UnitName), held.as_of_on)
        own_ids = {unit.id for unit in asked.find(Unit, is_own=True)}
        states = _states(connection, review_id)
    departments = {one: department_name(name, is_own=one in own_ids) for one, name in names.items()}
    groups: dict[tuple[str, int, str], list[ReviewRow]] = defaultdict(list)
    gone: list[str] = []
    for row in rows:
        if row.decision in ASKING:
            is_open, kind = states[row.id]
            if is_open:
                groups[row.decision, units[row.review_sheet_id], kind].append(row)
            else:
                gone.append(_told(row))
    return Decisions(
        groups=tuple(_group(key, found, departments) for key, found in sorted(groups.items(), key=_in_order)),
        gone=tuple(gone),
        unknown=tuple(_told(row) for row in rows if row.decision == "unknown"),
    )


def details_of(groups: Sequence[DecisionGroup]) -> dict[int, Details]:
    """Give what the departments wrote of each mailbox as the reason of its request; new mailboxes have none."""
    return {
        subject_id: with_reason(NONE_GIVEN[group.kind], note)
        for group in groups
        if group.kind != "create"
        for subject_id, note in group.notes.items()
    }


def has_requests_to_link(desk: Desk, *, review_id: int) -> bool:
    """Say whether a standing request asks for a decision it is not noted with yet, or a noted one was cancelled."""
    with desk.reading() as connection:
        wanted = _requests(connection, review_id)
        query = select(review_row.c.id, review_row.c.request_id).where(review_row.c.review_id == review_id)
        return any(request_id != wanted.get(row_id) for row_id, request_id in plain_rows(connection, query))


def link_requests(desk: Desk, *, review_id: int) -> Changes:
    """Note with each decision the standing request that asks for it, and forget those that were cancelled; nothing where none is new.

    A request asks for a decision where it is of its kind, about its mailbox (or its person), and not older than the review. Raises
    `RuleBroken` for a review that was cancelled.
    """
    with desk.transaction("link_review_requests", "") as act:
        held = act.transaction.get(Review, review_id)
        if held.state == "cancelled":
            raise RuleBroken(f"Đợt {named(held)} đã hủy nên không lập đề nghị từ đợt này.")
        wanted = _requests(act.transaction.connection, review_id)
        rows = act.transaction.find(ReviewRow, review_id=review_id)
        linked = [replace(row, request_id=wanted.get(row.id)) for row in rows if row.request_id != wanted.get(row.id)]
        act.transaction.put_all(linked)
        count = sum(row.request_id is not None for row in linked)
        act.sentence = f"Ghi {count} quyết định {named(held)} đã thành đề nghị"
    return act.changes


def _requests(connection: Connection, review_id: int) -> dict[int, int]:
    """Find for each decision the latest standing request that asks for it, in one statement."""
    is_about = or_(
        and_(review_row.c.mailbox_id.is_not(None), request_row.c.mailbox_id == review_row.c.mailbox_id),
        and_(review_row.c.mailbox_id.is_(None), request_row.c.person_id == review_row.c.person_id),
    )
    query = (
        select(review_row.c.id, request.c.id)
        .join(review, review.c.id == review_row.c.review_id)
        .join(request_row, is_about)
        .join(request, request.c.id == request_row.c.request_id)
        .where(
            review_row.c.review_id == review_id,
            request.c.kind == review_row.c.decision,
            request.c.state != "cancelled",
            request_row.c.result != "withdrawn",
            request.c.asked_on >= review.c.opened_on,
        )
        .order_by(request.c.id)
    )
    return {row_id: request_id for row_id, request_id in plain_rows(connection, query)}  # noqa: C416  (the last one wins)


def _states(connection: Connection, review_id: int) -> dict[int, tuple[bool, str]]:
    """Say of each row whether there is anything left to ask for, and of which kind of mailbox."""
    held = mailbox.alias()
    has_one = (
        select(held.c.id)
        .where(held.c.holder_id == review_row.c.person_id, held.c.state.not_in(("closed", "proposed")))
        .exists()
    )
    query = (
        select(review_row.c.id, review_row.c.mailbox_id, mailbox.c.state, mailbox.c.kind, has_one)
        .outerjoin(mailbox, mailbox.c.id == review_row.c.mailbox_id)
        .where(review_row.c.review_id == review_id, review_row.c.decision.in_(ASKING))
    )
    return {
        row_id: (state != "closed", kind) if mailbox_id is not None else (not is_held, "personal")
        for row_id, mailbox_id, state, kind, is_held in plain_rows(connection, query)
    }


def _group(key: tuple[str, int, str], rows: Sequence[ReviewRow], names: Mapping[int, str]) -> DecisionGroup:
    kind, unit_id, mailbox_kind = key
    subject = {row.id: row.person_id if kind == "create" else row.mailbox_id for row in rows}
    return DecisionGroup(
        kind=cast("RequestKind", kind),
        unit_id=unit_id,
        unit=names.get(unit_id, ""),
        mailbox_kind=cast("MailboxKind", mailbox_kind),
        subject_ids=tuple(one for one in subject.values() if one is not None),
        row_ids=tuple(subject),
        named=tuple(map(_told, rows)),
        notes={one: row.note for row in rows if row.note and (one := subject[row.id]) is not None},
    )


def _in_order(item: tuple[tuple[str, int, str], object]) -> tuple[int, int, str]:
    kind, unit_id, mailbox_kind = item[0]
    return ASKING.index(cast("RequestKind", kind)), unit_id, mailbox_kind


def _told(row: ReviewRow) -> str:
    return row.cells.get("address") or row.cells.get("holder", "")


def group_words(group: DecisionGroup) -> str:
    """Name a group: `Hủy, thu hồi: 3 hộp thư, Phòng Chuyển đổi số`."""
    what = "người" if group.kind == "create" else "hộp thư"
    return f"{REQUEST_KINDS[group.kind]}: {len(group.subject_ids)} {what}, {group.unit}"
