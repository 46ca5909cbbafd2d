"""What a pane says of who looks after a unit's mailboxes: every charge with its papers, the handovers under way, who answers on a day.

Each of these alone is `listings.custodies`, `listings.handover_table`; changing them is `operations.custodies`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import select

from govmail_desk.domain.custody import CustodyPaper
from govmail_desk.listings import custodies, handover_table
from govmail_desk.store.rows import records_of
from govmail_desk.store.tables import custody, custody_paper, mailbox

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.desk import Desk
    from govmail_desk.listings.custodies import ChargeLine
    from govmail_desk.listings.handovers import HandoverRow


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyFacts:
    """Who looks after one mailbox of a unit, or after all of them."""

    unit_id: int
    lines: tuple[ChargeLine, ...]
    papers: dict[int, tuple[CustodyPaper, ...]]
    """The drafted papers of each charge, by its number, the newest first."""
    handovers: tuple[HandoverRow, ...]
    """Of a unit those under way; of a mailbox also those done."""
    mailbox_ids: tuple[int, ...]
    today: date
    answer: Callable[[date], tuple[str, ...]]
    """Says who answers for each of the mailboxes on a day, a sentence each."""


def of_unit(desk: Desk, unit_id: int) -> CustodyFacts:
    """Say it of all mailboxes of a unit."""
    query = select(mailbox.c.id).where(
        mailbox.c.unit_id == unit_id, mailbox.c.kind == "unit", mailbox.c.state != "closed"
    )
    with desk.reading() as connection:
        boxes = tuple(connection.execute(query.order_by(mailbox.c.id)).scalars())
    return _facts(desk, unit_id, boxes, custodies.history(desk, unit_id), handover_table.of_unit(desk, unit_id))


def of_mailbox(desk: Desk, mailbox_id: int, unit_id: int) -> CustodyFacts:
    """Say it of one mailbox of a unit."""
    lines = custodies.history(desk, unit_id, mailbox_id=mailbox_id)
    return _facts(desk, unit_id, (mailbox_id,), lines, handover_table.of_mailbox(desk, mailbox_id))


def _answers(desk: Desk, mailbox_ids: tuple[int, ...], on: date) -> tuple[str, ...]:
    if not mailbox_ids:
        return ("Đơn vị chưa có hộp thư chung.",)
    return tuple(row.words for row in custodies.answers(desk, on, mailbox_ids=mailbox_ids))


def _facts(
    desk: Desk,
    unit_id: int,
    mailbox_ids: tuple[int, ...],
    lines: Sequence[ChargeLine],
    handovers: Sequence[HandoverRow],
) -> CustodyFacts:
    return CustodyFacts(
        unit_id=unit_id,
        lines=tuple(lines),
        papers=_papers(desk, unit_id),
        handovers=tuple(handovers),
        mailbox_ids=mailbox_ids,
        today=desk.today(),
        answer=partial(_answers, desk, mailbox_ids),
    )


def _papers(desk: Desk, unit_id: int) -> dict[int, tuple[CustodyPaper, ...]]:
    charges = select(custody.c.id).where(custody.c.unit_id == unit_id)
    query = select(custody_paper).where(custody_paper.c.custody_id.in_(charges)).order_by(custody_paper.c.id.desc())
    found: dict[int, list[CustodyPaper]] = defaultdict(list)
    with desk.reading() as connection:
        for paper in records_of(CustodyPaper, connection.execute(query).mappings().all()):
            found[paper.custody_id].append(paper)
    return {custody_id: tuple(papers) for custody_id, papers in found.items()}
