"""What the papers of a review need of the register and the settings, read once: who asks, which department, where it gets its mail.

What they say is `domain.review_text`; making them `operations.review_sheets` and `operations.review_reminders`.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from sqlalchemy import case, func, or_, select

from govmail_desk.documents.file_names import safe_file_name
from govmail_desk.domain.citation import later_citation, written_out
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.regulation import REQUEST_BASIS_SHORT
from govmail_desk.domain.review import Review, ReviewPaper, ReviewReminder, ReviewSheet
from govmail_desk.domain.review_text import Asked, EarlierReminder, department_name
from govmail_desk.domain.unit import Unit, UnitName, names_on
from govmail_desk.domain.vietnamese import fold
from govmail_desk.operations.paper_settings import letterhead_of, own_address
from govmail_desk.operations.reviews import review_rule
from govmail_desk.store import journals
from govmail_desk.store.bulk import plain_rows
from govmail_desk.store.tables import custody, file_content, mailbox, review_row
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from sqlalchemy import Connection

    from govmail_desk.desk import Act, Desk
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.review import ReviewPaperRole
    from govmail_desk.domain.settings import Letterhead


@dataclass(frozen=True, slots=True)
class PaperMade:
    """One paper of a review before it is kept."""

    role: ReviewPaperRole
    sheet_id: int | None
    name: str
    content: bytes


class Asking:
    """A review as its papers speak of it on a day."""

    def __init__(self, desk: Desk, review_id: int, on: date) -> None:
        self.on = on
        self.head: Letterhead = letterhead_of(desk, on)
        self._desk = desk
        self._back_to = ""
        self.regulation: Regulation = desk.regulation(on)
        with desk.reading() as connection:
            asked = Transaction(connection)
            self.review = asked.get(Review, review_id)
            self.sheets = asked.find(ReviewSheet, review_id=review_id)
            self.names = names_on(asked.find(UnitName), self.review.as_of_on)
            self.own_ids = {unit.id for unit in asked.find(Unit, is_own=True)}
            self.reminders: Mapping[int, Sequence[ReviewReminder]] = _by_sheet(
                asked.find(ReviewReminder, review_id=review_id)
            )
            self.papers = asked.find(ReviewPaper, review_id=review_id)
            self._row_counts = _row_counts(connection, review_id)
            self._addresses = _addresses(connection, on)
        with suppress(RuleBroken):  # only a mail needs one
            self._back_to = self.sender
        began = desk.regulation(self.review.as_of_on)
        self._basis = _basis(began, self.review.as_of_on)

    @property
    def sender(self) -> str:
        """The unit's own mailbox, which mails are written for; refused where it has none."""
        return own_address(self._desk)

    def department(self, sheet: ReviewSheet) -> str:
        """Name the department of a sheet as it was called on the day of the review."""
        return department_name(self.names.get(sheet.unit_id, ""), is_own=sheet.unit_id in self.own_ids)

    def address(self, sheet: ReviewSheet) -> str:
        """Give the address its mail goes to: the department's own, else that of whoever is in charge; empty for none."""
        return self._addresses.get(sheet.unit_id, "")

    def row_count(self, sheet: ReviewSheet) -> int:
        """How many rows a sheet has."""
        return self._row_counts.get(sheet.id, 0)

    def kept_sheet(self, sheet: ReviewSheet) -> ReviewPaper | None:
        """Give the sheet as it was last made; None where it was not."""
        made = [one for one in self.papers if one.role == "sheet" and one.review_sheet_id == sheet.id]
        return made[-1] if made else None

    def asked(self, sheet: ReviewSheet) -> Asked:
        """Say of one department what its papers say."""
        review = self.review
        return Asked(
            title=review.title,
            unit=self.head.body,
            department=self.department(sheet),
            row_count=self.row_count(sheet),
            as_of_on=review.as_of_on,
            answer_by_on=review.answer_by_on,
            document=review.document,
            basis=self._basis,
            back_to=self._back_to,
            sent_on=sheet.sent_on,
            on=self.on,
            earlier=tuple(EarlierReminder(turn=one.turn, on=one.on_date) for one in self.reminders.get(sheet.id, ())),
        )

    def file_name(self, stem: str, sheet: ReviewSheet, ending: str) -> str:
        """Name a file of a department: `phieu-ra-soat-20261123-so-25-02-phong-chuyen-doi-so.xlsx`.

        The review's number keeps its files apart from those of one of the same day that was cancelled or taken back.
        """
        words = "-".join(
            "".join(letter if letter.isalnum() else " " for letter in fold(self.department(sheet))).split()
        )
        which = f"{self.review.as_of_on:%Y%m%d}-so-{self.review.id}"
        return safe_file_name(f"{stem}-{which}-{sheet.position:02d}-{words}{ending}")


def keep_papers(act: Act, desk: Desk, review_id: int, papers: Sequence[PaperMade]) -> list[ReviewPaper]:
    """Keep papers of a review byte for byte, inside a larger act."""
    return act.transaction.put_all([
        ReviewPaper(
            review_id=review_id,
            review_sheet_id=one.sheet_id,
            role=one.role,
            name=one.name,
            sha256=act.transaction.keep_bytes(one.content),
            byte_count=len(one.content),
            made_at=desk.clock().astimezone(UTC),
        )
        for one in papers
    ])


def contents_of(connection: Connection, papers: Sequence[ReviewPaper]) -> dict[int, bytes]:
    """Read what kept papers say, by their numbers."""
    wanted = sorted({one.sha256 for one in papers})
    query = select(file_content.c.sha256, file_content.c.content)
    found: dict[str, bytes] = {}
    for start in range(0, len(wanted), 100):
        part = query.where(file_content.c.sha256.in_(wanted[start : start + 100]))
        found.update((row.sha256, row.content) for row in connection.execute(part))
    return {one.id: found[one.sha256] for one in papers if one.sha256 in found}


def register_mark(connection: Connection) -> str:
    """Give what tells this register from any other: the hash its journal begins with."""
    first = journals.entry(connection, 1)
    return first.hash if first is not None else ""


def _by_sheet(reminders: Sequence[ReviewReminder]) -> dict[int, list[ReviewReminder]]:
    found: dict[int, list[ReviewReminder]] = defaultdict(list)
    for one in sorted(reminders, key=lambda reminder: reminder.turn):
        found[one.review_sheet_id].append(one)
    return found


def _row_counts(connection: Connection, review_id: int) -> dict[int, int]:
    row = review_row.c
    query = select(row.review_sheet_id, func.count()).where(row.review_id == review_id).group_by(row.review_sheet_id)
    return {told[0]: told[1] for told in plain_rows(connection, query)}


def _addresses(connection: Connection, on: date) -> dict[int, str]:
    """Give each unit the address its mail goes to: its own mailbox, else its head's or custodian's personal one."""
    iso = on.isoformat()
    in_use = mailbox.c.state == "active"
    own = select(mailbox.c.unit_id, mailbox.c.address).where(mailbox.c.kind == "unit", in_use)
    charged = (
        select(custody.c.unit_id, mailbox.c.address)
        .join(mailbox, mailbox.c.holder_id == custody.c.person_id)
        .where(
            in_use,
            or_(custody.c.from_on.is_(None), custody.c.from_on <= iso),
            or_(custody.c.to_on.is_(None), custody.c.to_on >= iso),
        )
        .order_by(case((custody.c.role == "custodian", 1), else_=0), custody.c.id)
    )
    found: dict[int, str] = {told[0]: told[1] for told in plain_rows(connection, charged)}
    return found | {told[0]: told[1] for told in plain_rows(connection, own.order_by(mailbox.c.id.desc()))}


def _basis(regulation: Regulation, on: date) -> str:
    """Cite the article a review carries out, and the regulation by its short name."""
    rule, short = review_rule(regulation, on), regulation.find(REQUEST_BASIS_SHORT, on)
    if rule is None or not rule.cite or short is None:
        return ""
    return f"{written_out(rule.cite)} {later_citation(short.value)}"
