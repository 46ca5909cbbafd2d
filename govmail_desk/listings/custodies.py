"""Who answers for the units' mailboxes on a day, and every charge there was.

Appointing and covering are `operations.custodies`; the one answer is `domain.custody`; charges nobody took over are `listings.vacancies`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, select

from govmail_desk.domain.custody import Answering, Custody, answering
from govmail_desk.domain.mailbox import NEVER_ISSUED
from govmail_desk.listings.units import present_names
from govmail_desk.store.rows import records_of
from govmail_desk.store.tables import custody, custody_paper, mailbox, person, unit
from govmail_desk.wording import CUSTODY_ROLES

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from govmail_desk.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeLine:
    """One charge of a unit's history, in words."""

    charge: Custody
    full_name: str
    address: str
    """The one mailbox it is for; empty where it is for all of the unit's own."""
    covered: str
    """Whom the person stands in for."""
    has_left: bool
    paper_count: int

    @property
    def role_words(self) -> str:
        words = CUSTODY_ROLES[self.charge.role]
        return f"{words} (phụ trách chính)" if self.charge.is_lead else words


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """Who answers for one mailbox of a unit on a day; there is one answer, be it nobody."""

    mailbox_id: int
    address: str
    unit_id: int
    unit: str
    on: date
    answer: Answering
    full_name: str
    stands_for: str

    @property
    def words(self) -> str:
        """The answer as one sentence."""
        if self.answer.charge is None:
            return f"Ngày {self.on:%d/%m/%Y} chưa ghi ai phụ trách {self.address}."
        role = CUSTODY_ROLES[self.answer.charge.role].lower()
        whom = f" {self.stands_for}" if self.stands_for else ""
        return f"Ngày {self.on:%d/%m/%Y} {self.full_name} phụ trách {self.address} ({role}{whom})."


def history(desk: Desk, unit_id: int, *, mailbox_id: int | None = None) -> list[ChargeLine]:
    """Return every charge of a unit, those that stand first, the head's before others, then the latest; of one mailbox what reaches it."""
    with desk.reading() as connection:
        rows = connection.execute(_lines(unit_id)).mappings().all()
        papers = Counter(connection.execute(select(custody_paper.c.custody_id)).scalars())
    iso = desk.today().isoformat()
    charges = zip(rows, records_of(Custody, rows), strict=True)
    return [
        ChargeLine(
            charge=charge,
            full_name=row["full_name"],
            address=row["address"] or "",
            covered=row["covered"] or "",
            has_left=bool(row["left_on"]) and row["left_on"] <= iso,
            paper_count=papers[charge.id],
        )
        for row, charge in charges
        if mailbox_id is None or charge.mailbox_id in {None, mailbox_id}
    ]


def answer(desk: Desk, mailbox_id: int, on: date) -> AnswerRow | None:
    """Say who answered for a mailbox of a unit on a day; None where it is no unit's own, or gone."""
    return next(iter(answers(desk, on, mailbox_ids=[mailbox_id])), None)


def answers(desk: Desk, on: date, *, mailbox_ids: Sequence[int] = ()) -> list[AnswerRow]:
    """Say who answers for each mailbox of a unit on a day: for those asked for, or for all that are not closed."""
    with desk.reading() as connection:
        charges, names = _charges(connection), _names(connection)
        boxes = connection.execute(_mailboxes(mailbox_ids)).all()
    return [_answer_row(box, answering(charges[box.unit_id], on, box.id), names, on) for box in boxes]


def _charges(connection: Connection) -> Mapping[int, list[Custody]]:
    found: dict[int, list[Custody]] = defaultdict(list)
    for charge in records_of(Custody, connection.execute(select(custody).order_by(custody.c.id)).mappings().all()):
        found[charge.unit_id].append(charge)
    return found


def _names(connection: Connection) -> Mapping[int, str]:
    query = select(person.c.id, person.c.full_name).where(person.c.id.in_(select(custody.c.person_id)))
    return dict(connection.execute(query).all())


def _answer_row(box: Any, found: Answering, names: Mapping[int, str], on: date) -> AnswerRow:
    return AnswerRow(
        mailbox_id=box.id,
        address=box.address,
        unit_id=box.unit_id,
        unit=box.unit or "",
        on=on,
        answer=found,
        full_name=names[found.charge.person_id] if found.charge else "",
        stands_for=names[found.stands_for.person_id] if found.stands_for else "",
    )


def _mailboxes(mailbox_ids: Sequence[int]) -> Select[Any]:
    names = present_names()
    query = (
        select(mailbox.c.id, mailbox.c.address, mailbox.c.unit_id, names.c.name.label("unit"))
        .join(unit, unit.c.id == mailbox.c.unit_id)
        .outerjoin(names, names.c.unit_id == mailbox.c.unit_id)
        .where(mailbox.c.kind == "unit")
        .order_by(mailbox.c.id)
    )
    if mailbox_ids:
        return query.where(mailbox.c.id.in_(mailbox_ids))
    return query.where(mailbox.c.state.not_in(("closed", *NEVER_ISSUED)), unit.c.ended_on.is_(None))


def _lines(unit_id: int) -> Select[Any]:
    covered = person.alias("covered_person")
    return (
        select(custody, person.c.full_name, person.c.left_on, covered.c.full_name.label("covered"), mailbox.c.address)
        .join(person, person.c.id == custody.c.person_id)
        .outerjoin(covered, covered.c.id == custody.c.covers_id)
        .outerjoin(mailbox, mailbox.c.id == custody.c.mailbox_id)
        .where(custody.c.unit_id == unit_id)
        .order_by(
            custody.c.to_on.is_not(None),
            custody.c.to_on.desc(),
            custody.c.role != "head",
            custody.c.from_on.desc(),
            custody.c.id,
        )
    )
