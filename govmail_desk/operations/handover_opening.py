"""Opening a handover inside a larger act: its mailboxes, its checklist with what the register knows, the day it falls due.

The clerk opens one by `operations.handovers`; a change of head, or of the clerk under a regulation that speaks of the clerk, opens it by
itself (`operations.custodies`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from govmail_desk.domain.custody import Custody
from govmail_desk.domain.handover import Absence, Circumstances, HandedMailbox, Handover, HandoverItem, Post
from govmail_desk.domain.mailbox import NEVER_ISSUED, Mailbox
from govmail_desk.domain.person import Person, PersonnelChange
from govmail_desk.domain.regulation import HANDOVER_PARTIES, QUOTA_GB
from govmail_desk.domain.reminder import Due
from govmail_desk.domain.request import Request
from govmail_desk.domain.succession import predecessor
from govmail_desk.domain.working_days import fixed
from govmail_desk.regulations import handover as checklist
from govmail_desk.store.rows import records_of
from govmail_desk.store.tables import request, request_row
from govmail_desk.wording import REQUEST_KINDS, REQUEST_STATES

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.domain.handover_checklist import ChecklistRule, Known
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.store.transaction import Transaction

UNFINISHED: Final = ("draft", "signed", "sent", "answered")
"""The stored states of a request that somebody still has to see to its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Who hands over which mailboxes of a unit to whom, from which day on."""

    unit_id: int
    post: Post
    giver_id: int | None
    receiver_id: int
    effective_on: date
    mailboxes: Sequence[Mailbox]
    around: Circumstances


def put_handover(transaction: Transaction, desk: Desk, opening: Opening) -> Handover:
    """Write a handover with its mailboxes, its checklist under the regulation of that day, and the day it falls due."""
    regulation = desk.regulation(opening.effective_on)
    kept = transaction.put(_handover(desk, opening, regulation))
    transaction.put_all([
        HandedMailbox(handover_id=kept.id, mailbox_id=box.id, position=place)
        for place, box in enumerate(opening.mailboxes, start=1)
    ])
    transaction.put_all(_items(transaction, kept, opening.mailboxes, regulation))
    _put_due(transaction, desk, kept)
    return kept


def open_where_followed(
    transaction: Transaction, desk: Desk, *, before: Sequence[Custody], new: Custody
) -> Handover | None:
    """Open the handover a new charge brings with it; None where nobody is followed, or there is no mailbox to hand over.

    Between heads always; between custodians where the regulation of that day speaks of the clerk (Ninh Bình Đ8.3).
    """
    post: Post = "head" if new.role == "head" else "clerk"
    if new.from_on is None or (post == "clerk" and post_of(desk.regulation(new.from_on), new.from_on) != "clerk"):
        return None
    followed = predecessor(before, transaction.find(Custody, unit_id=new.unit_id), new)
    mailboxes = [box for box in own_mailboxes(transaction, new.unit_id) if new.mailbox_id in {None, box.id}]
    if followed is None or not mailboxes or _is_open(transaction, new, post):
        return None
    return put_handover(
        transaction,
        desk,
        Opening(
            unit_id=new.unit_id,
            post=post,
            giver_id=followed.person_id,
            receiver_id=new.person_id,
            effective_on=new.from_on,
            mailboxes=mailboxes,
            around=Circumstances(
                document=new.document, giver_absence=absence_of(transaction, followed.person_id, new.from_on)
            ),
        ),
    )


def post_of(regulation: Regulation, on: date) -> Post | None:
    """Say between whom the regulation wants it handed over: two heads or two clerks; None where it is silent."""
    parties = regulation.find(HANDOVER_PARTIES, on)
    return parties.value.post if parties else None


def own_mailboxes(transaction: Transaction, unit_id: int) -> list[Mailbox]:
    """Read the mailboxes of a unit itself that were issued and are not closed."""
    found = transaction.find(Mailbox, unit_id=unit_id, kind="unit")
    return [box for box in found if box.state not in NEVER_ISSUED | {"closed"}]


def absence_of(transaction: Transaction, person_id: int, effective_on: date) -> Absence:
    """Say why the giver will not be there, as far as the register knows: they died, or left before the receiver takes charge."""
    changes = transaction.find(PersonnelChange, person_id=person_id, kind="died")
    left_on = transaction.get(Person, person_id).left_on
    if left_on is None:
        return ""
    if changes:
        return "dead"
    return "gone" if left_on < effective_on else ""


def known_details(
    transaction: Transaction, rule: ChecklistRule, mailbox_ids: Iterable[int], regulation: Regulation, on: date
) -> dict[str, str]:
    """Fill in what the register itself knows of a line: the open requests of these mailboxes, the quota the regulation gives."""
    facts = _Facts(transaction, tuple(mailbox_ids), regulation, on)
    return {ask.key: told for ask in rule.ask if ask.known and (told := _KNOWN[ask.known](facts))}


@dataclass(frozen=True, slots=True)
class _Facts:
    transaction: Transaction
    mailbox_ids: tuple[int, ...]
    regulation: Regulation
    on: date


def _handover(desk: Desk, opening: Opening, regulation: Regulation) -> Handover:
    return Handover(
        unit_id=opening.unit_id,
        post=opening.post,
        giver_id=opening.giver_id,
        receiver_id=opening.receiver_id,
        opened_on=desk.today(),
        effective_on=opening.effective_on,
        regulation_id=regulation.id,
        **asdict(opening.around),
    )


def _items(
    transaction: Transaction, kept: Handover, mailboxes: Sequence[Mailbox], regulation: Regulation
) -> list[HandoverItem]:
    ids = [box.id for box in mailboxes]
    on = kept.effective_on
    return [
        HandoverItem(
            handover_id=kept.id,
            position=place,
            item=line.rule.key,
            is_required=line.is_required,
            details=known_details(transaction, line.rule, ids, regulation, on),
        )
        for place, line in enumerate(checklist.lines(regulation, post=kept.post, on=on), start=1)
    ]


def _put_due(transaction: Transaction, desk: Desk, kept: Handover) -> None:
    """Let it fall due on the day the receiver takes charge, a stated day that never moves."""
    counting = fixed(kept.effective_on, desk.calendar())
    transaction.put(
        Due(
            rule=HANDOVER_PARTIES.name,
            subject_kind="handover",
            subject_id=kept.id,
            started_on=min(kept.opened_on, kept.effective_on),
            due_on=counting.due_on,
            act_by=counting.act_by,
            begun_by="handover",
        )
    )


def _is_open(transaction: Transaction, new: Custody, post: Post) -> bool:
    """Say whether this handover was opened before the appointment was written."""
    same = {"unit_id": new.unit_id, "receiver_id": new.person_id, "post": post, "state": "open"}
    return bool(transaction.find(Handover, **same))


def _open_requests(facts: _Facts) -> list[Request]:
    query = (
        select(request)
        .where(
            request.c.id.in_(select(request_row.c.request_id).where(request_row.c.mailbox_id.in_(facts.mailbox_ids))),
            request.c.state.in_(UNFINISHED),
        )
        .order_by(request.c.id)
    )
    return records_of(Request, facts.transaction.connection.execute(query).mappings())


def _told(one: Request) -> str:
    number = f", số {one.number}" if one.number else ""
    return f"{REQUEST_KINDS[one.kind]} ({REQUEST_STATES[one.state].lower()}{number}, lập {one.asked_on:%d/%m/%Y})"


def _quota(facts: _Facts) -> str:
    quota = facts.regulation.find(QUOTA_GB, facts.on)
    return str(quota.value) if quota else ""


_KNOWN: Final[Mapping[Known, Callable[[_Facts], str]]] = {
    "open-requests": lambda facts: str(len(_open_requests(facts))),
    "open-requests-listed": lambda facts: "; ".join(map(_told, _open_requests(facts))),
    "quota": _quota,
}
