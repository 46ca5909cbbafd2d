"""What the minutes of one handover say, gathered from the register at one moment: parties, mailboxes, checklist, open requests, grounds.

How it is worded is `domain.minutes_text`; making and keeping the minutes `operations.handover_minutes`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from govmail_desk.domain.citation import later_citation, written_out
from govmail_desk.domain.custody import Custody
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.handover import HandedMailbox, Handover, HandoverItem
from govmail_desk.domain.handover_checklist import speaks_of
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.minutes_text import ItemLine, MailboxLine, MinutesContent, Party
from govmail_desk.domain.person import Person
from govmail_desk.domain.regulation import HANDOVER_PARTIES, HANDOVER_SECRETS, REQUEST_BASIS, REQUEST_BASIS_SHORT
from govmail_desk.domain.request import Request
from govmail_desk.domain.unit import Unit, UnitName
from govmail_desk.operations.handover_opening import UNFINISHED
from govmail_desk.operations.paper_settings import letterhead_of
from govmail_desk.regulations.handover import rules
from govmail_desk.store.rows import records_of
from govmail_desk.store.tables import request, request_row
from govmail_desk.store.transaction import Transaction
from govmail_desk.wording import (
    HANDOVER_POSTS,
    HANDOVER_STATES,
    ITEM_STATES,
    MAILBOX_STATES,
    REQUEST_KINDS,
    REQUEST_STATES,
)

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.desk import Desk
    from govmail_desk.domain.regulation import Regulation


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesChoices:
    """What the clerk may fill in beside what the register knows; left out, the paper has room to write it by hand.

    A paper that is signed as a PDF takes no handwriting, so it needs the hours here.
    """

    begun_at: datetime | None = None
    ended_at: datetime | None = None
    number: str = ""


def content_of(desk: Desk, connection: Connection, found: Handover, choices: MinutesChoices) -> MinutesContent:
    """Gather what the minutes of a handover say. Raises `RuleBroken` for a cancelled one and for hours that run backwards."""
    _refuse(found, choices)
    head = letterhead_of(desk, desk.today())
    regulation = desk.regulation(found.effective_on)
    reading = _Reading(Transaction(connection), found)
    unit = reading.unit_name(found.unit_id)
    return MinutesContent(
        parent_body=head.parent_body,
        body=head.body,
        symbol=f"BB-{head.symbol.partition('-')[0].strip()}",
        number=choices.number,
        unit=unit,
        post=found.post,
        effective_on=found.effective_on,
        drafted_on=desk.today(),
        begun_at=choices.begun_at,
        ended_at=choices.ended_at,
        place=found.place or f"trụ sở {head.body}",
        bases=tuple(_bases(found, regulation)),
        giver=reading.party(found.giver_id) if found.giver_id else None,
        absence=found.giver_absence,
        in_place_of=found.in_place_of,
        receiver=reading.party(found.receiver_id),
        witness=found.witness,
        head=reading.head() if found.post == "clerk" else "",
        mailboxes=tuple(reading.mailboxes()),
        items=tuple(_line(item) for item in reading.items()),
        requests=tuple(_request_told(one, desk.today()) for one in reading.requests()),
        secrecy=_secrecy(found, regulation),
    )


def unit_name_on(asked: Transaction, unit_id: int, day: date) -> str:
    """Return the name a unit bears on a day; outside the days the register knows of, its latest."""
    names = asked.find(UnitName, unit_id=unit_id)
    valid = [
        one for one in names if (one.from_on is None or one.from_on <= day) and (one.to_on is None or day <= one.to_on)
    ]
    return (valid or names)[-1].name


class _Reading:
    """One handover in the reading, with the rows around it."""

    def __init__(self, transaction: Transaction, found: Handover) -> None:
        self.transaction = transaction
        self.found = found
        handed = sorted(transaction.find(HandedMailbox, handover_id=found.id), key=lambda one: one.position)
        boxes = transaction.get_many(Mailbox, [one.mailbox_id for one in handed])
        self.boxes = [boxes[one.mailbox_id] for one in handed]

    def party(self, person_id: int) -> Party:
        """Name someone with their post, or the post the handover is about where the register knows none."""
        person = self.transaction.get(Person, person_id)
        return Party(person.full_name, person.post or HANDOVER_POSTS[self.found.post])

    def unit_name(self, unit_id: int) -> str:
        return unit_name_on(self.transaction, unit_id, self.found.effective_on)

    def head(self) -> str:
        """Name who heads the unit on that day; empty where the register does not know."""
        heads = self.transaction.find(Custody, unit_id=self.found.unit_id, role="head")
        holding = [one for one in heads if one.holds_on(self.found.effective_on)]
        return self.transaction.get(Person, holding[-1].person_id).full_name if holding else ""

    def mailboxes(self) -> Iterator[MailboxLine]:
        for box in self.boxes:
            whose = self.unit_name(box.unit_id)
            yield MailboxLine(address=box.address, whose=whose, state=MAILBOX_STATES[box.state], note=box.note)

    def items(self) -> list[HandoverItem]:
        return sorted(self.transaction.find(HandoverItem, handover_id=self.found.id), key=lambda one: one.position)

    def requests(self) -> list[Request]:
        """Read what is still to be seen to its end: all of the register's where its own unit's mailbox changes hands, else these boxes'."""
        units = self.transaction.get_many(Unit, [box.unit_id for box in self.boxes])
        query = select(request).where(request.c.state.in_(UNFINISHED)).order_by(request.c.id)
        if not any(unit.is_own for unit in units.values()):
            rows = request_row.c.mailbox_id.in_([box.id for box in self.boxes])
            query = query.where(request.c.id.in_(select(request_row.c.request_id).where(rows)))
        return records_of(Request, self.transaction.connection.execute(query).mappings())


def _refuse(found: Handover, choices: MinutesChoices) -> None:
    if found.state == "cancelled":
        raise RuleBroken(
            f"Việc bàn giao này {HANDOVER_STATES[found.state].lower()} nên không có biên bản. Hãy lập bàn giao khác."
        )
    if choices.begun_at and choices.ended_at and choices.ended_at < choices.begun_at:
        raise RuleBroken("Giờ kết thúc phải sau giờ bắt đầu. Hãy xem lại hai giờ ghi trong biên bản.")


def _bases(found: Handover, regulation: Regulation) -> Iterator[str]:
    """Cite the regulation in full, then its article on handing over where it has one for this post, then the decision."""
    on = found.effective_on
    basis, short = regulation.find(REQUEST_BASIS, on), regulation.find(REQUEST_BASIS_SHORT, on)
    if basis is not None:
        yield f"Căn cứ {basis.value}"
    parties = regulation.find(HANDOVER_PARTIES, on)
    if parties is not None and parties.cite and short is not None and speaks_of(regulation, found.post, on):
        yield f"Căn cứ {written_out(parties.cite)} {later_citation(short.value)}"
    if found.document:
        yield f"Căn cứ {found.document.removeprefix('Căn cứ ')}"


def _secrecy(found: Handover, regulation: Regulation) -> str:
    secrets = regulation.find(HANDOVER_SECRETS, found.effective_on)
    return secrets.value if secrets and speaks_of(regulation, found.post, found.effective_on) else ""


def _line(item: HandoverItem) -> ItemLine:
    rule = rules()[item.item]
    details = (f"{ask.label}: {item.details[ask.key]}" for ask in rule.ask if item.details.get(ask.key))
    told = (item.choice, *details, item.note)
    return ItemLine(
        title=rule.title,
        state=ITEM_STATES[item.state],
        on=item.on_date,
        by=item.by,
        told=tuple(part for part in told if part),
    )


def _request_told(one: Request, today: date) -> str:
    number = f", số {one.number}" if one.number else ""
    due = f", hạn trả lời {one.due_on:%d/%m/%Y}" if one.due_on else ""
    state = REQUEST_STATES[one.state_on(today)].lower()
    return f"{REQUEST_KINDS[one.kind]}, {one.row_count} hộp thư, lập ngày {one.asked_on:%d/%m/%Y}{number}: {state}{due}"
