"""What the papers of one request say: its frozen rows, in the words of the regulation and with the unit's settings of its day.

How it is worded is `domain.letter_text`, what the settings give `operations.paper_settings`; the files are made in `operations.papers`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from govmail_desk.documents.email_draft import DraftMail
from govmail_desk.documents.letter import LetterContent
from govmail_desk.documents.list import ListContent
from govmail_desk.documents.list_columns import ListKind
from govmail_desk.domain import letter_text, letterhead
from govmail_desk.domain.citation import later_citation, written_out
from govmail_desk.domain.letter_text import Asked
from govmail_desk.domain.paper_date import draft_date, paper_date
from govmail_desk.domain.regulation import REQUEST_BASIS, REQUEST_BASIS_SHORT, REQUEST_WORD
from govmail_desk.domain.request_cells import case, slip_facts
from govmail_desk.domain.secrecy import without_password
from govmail_desk.domain.settings import Operator
from govmail_desk.operations.paper_settings import letterhead_of, operator_of, own_address, recipients_of, signer_of

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.domain.provision import Paper as PaperRole
    from govmail_desk.operations.request_plan import PlanRow, RequestPlan

_SECTION_HEAD: Final = "TRƯỞNG PHÒNG"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperChoices:
    """What the clerk may set for one request's papers; anything left out comes from the unit's settings on that day."""

    signer_id: int | None = None
    operator: Operator | None = None
    """Another body to ask than the settings name; kept as the unit's own choice when the request is drafted."""
    contact: str | None = None
    recipients: tuple[str, ...] | None = None
    has_eight_columns: bool = False
    """True for the eight-column list some operators ask for."""


class Numbered(NamedTuple):
    """What văn thư gave a signed letter."""

    number: str
    on: date | None


class PaperContent:
    """What one request's papers say: the settings valid on its day, read once."""

    def __init__(self, desk: Desk, plan: RequestPlan, choices: PaperChoices, numbered: Numbered | None = None) -> None:
        self.plan, self.choices = plan, choices
        self.numbered = numbered or Numbered("", None)
        self.regulation = desk.regulation(plan.on)
        self.head = letterhead_of(desk, plan.on)
        self.operator = choices.operator or operator_of(desk, plan.on)
        self.own_address = own_address(desk)
        self.signer = signer_of(desk, plan.on, chosen_id=choices.signer_id)
        self.recipients = recipients_of(desk, plan.on) if choices.recipients is None else choices.recipients
        self.contact = self.head.contact if choices.contact is None else without_password(choices.contact)
        self.wanted = self._wanted()
        self.asked = self._asked()

    def letter(self) -> LetterContent:
        """Say what the letter to the operator says."""
        return LetterContent(
            parent_body=self.head.parent_body,
            body=self.head.body,
            place=self.head.place,
            on=self.numbered.on,
            drafted_on=self.plan.on,
            symbol=self.head.symbol,
            number=self.numbered.number,
            subject=letter_text.subject(self.asked),
            addressees=(self.operator.name,),
            paragraphs=letter_text.letter_body(self.asked, contact=self.contact),
            signature=letterhead.signature(self.signer, collective=self._collective()),
            other_recipients=self.recipients,
            filing=self.head.filing,
            foot_line=self.head.foot_line,
        )

    def proposal(self) -> LetterContent:
        """Word what the section lays before the unit's leaders, who then ask the operator (Khánh Hòa's own chain)."""
        proposer, leaders = _capital(self._proposer()), self._leaders()
        return self._inside(
            letter_text.proposal_body(self.asked, proposer=proposer, leaders=leaders, contact=self.contact)
        )

    def slips(self) -> Iterator[tuple[PlanRow, LetterContent]]:
        """Word a slip for each mailbox, with the row it is for."""
        body = letter_text.slip_body(self.asked, proposer=_capital(self._proposer()), leaders=self._leaders())
        for row in self.plan.rows:
            yield row, replace(self._inside(body), facts=slip_facts(row.cells))

    def list(self) -> ListContent:
        """Say what the list says: the rows frozen with the request."""
        return ListContent(
            title=letter_text.list_title(self.asked, self.plan.mailbox_kind),
            attached_to=self._attached_to(),
            unit=self.head.body,
            rows=tuple(row.cells for row in self.plan.rows),
        )

    @property
    def list_kind(self) -> ListKind:
        """Which of the lists it is."""
        if self.plan.kind != "create":
            return self.plan.kind
        if self.plan.mailbox_kind == "unit":
            return "create-unit"
        return "create-personal-8" if self.choices.has_eight_columns else "create-personal"

    def mail(self, file_names: Sequence[str]) -> DraftMail:
        """Say what the mail says that takes these files along."""
        asked = self._as_mailed()
        return DraftMail(
            sender=self.own_address,
            to=self.operator.address,
            to_name=self.operator.name,
            subject=letter_text.mail_subject(asked),
            body=letter_text.mail_body(asked, file_names=file_names, contact=self.contact),
        )

    def _inside(self, body: tuple[str, ...]) -> LetterContent:
        """Say what a paper from the section to the unit's own leaders says: no number, and the section's head signs."""
        return LetterContent(
            parent_body=self.head.body,
            body=_capital(self._proposer()),
            place=self.head.place,
            drafted_on=self.plan.on,
            symbol="",
            subject=letter_text.subject(self.asked),
            addressees=(_capital(self._leaders()),),
            paragraphs=body,
            signature=letterhead.Signature((), _SECTION_HEAD, ""),
        )

    def _attached_to(self) -> str:
        """Name the paper the list goes with: the letter, or the mail where the regulation wants no letter."""
        date_words = paper_date(self.numbered.on) if self.numbered.on else draft_date(self.plan.on)
        if "letter" in self.wanted:
            return letterhead.attached_to(
                body=self.head.body, date_words=date_words, symbol=self.head.symbol, number=self.numbered.number
            )
        return letterhead.attached_to_mail(body=self.head.body, date_words=date_words)

    def _as_mailed(self) -> Asked:
        """A section that mails the operator itself says so, before the name of the unit."""
        chain = self.regulation.chain(self.plan.kind, self.plan.on)
        if chain is None or chain.value[-1].act != "email":
            return self.asked
        return replace(self.asked, unit=f"{_capital(chain.value[-1].by)}, {self.head.body}")

    def _wanted(self) -> tuple[PaperRole, ...]:
        """Name the papers; a mailbox that is locked sends no mail about itself."""
        wanted = self.regulation.papers(self.plan.kind, self.plan.mailbox_kind, self.plan.on)
        is_own_locked = self.plan.kind == "reopen" and any(row.address == self.own_address for row in self.plan.rows)
        return tuple(role for role in wanted if not (role == "email" and is_own_locked))

    def _asked(self) -> Asked:
        count, is_personal = len(self.plan.rows), self.plan.mailbox_kind == "personal"
        basis = self.regulation.find(REQUEST_BASIS, self.plan.on)
        word = self.regulation.find(REQUEST_WORD[self.plan.kind], self.plan.on)
        return Asked(
            kind=self.plan.kind,
            unit=self.head.body,
            operator=self.operator.name,
            basis=basis.value if basis else "",
            reason=self.plan.reason,
            personal_count=count if is_personal else 0,
            unit_count=0 if is_personal else count,
            word=word.value if word else letter_text.ACTS[self.plan.kind],
            ground=self._ground(),
            cases=() if "list" in self.wanted else tuple(case(row.cells) for row in self.plan.rows),
        )

    def _ground(self) -> str:
        """Cite the article the request is made by a second time, short; empty where the regulation names no such request."""
        channel, short = self.plan.channel, self.regulation.find(REQUEST_BASIS_SHORT, self.plan.on)
        if channel is None or channel.cite is None or short is None or not (article := written_out(channel.cite)):
            return ""
        return f"{article} {later_citation(short.value)}"

    def _proposer(self) -> str:
        chain = self.regulation.chain(self.plan.kind, self.plan.on)
        return chain.value[0].by if chain else ""

    def _leaders(self) -> str:
        """Name whom the section's paper is laid before: the last hand of the chain, or whom the channel names."""
        channel, chain = self.plan.channel, self.regulation.chain(self.plan.kind, self.plan.on)
        if channel is not None and channel.value.to:
            return channel.value.to
        return chain.value[-1].by if chain else ""

    def _collective(self) -> str:
        return letterhead.collective_name(self.head.body) if self.head.is_collective else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
