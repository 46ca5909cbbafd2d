"""From one frozen selection to its papers: letter, list, proposal, slips, e-mail draft, all telling the same rows.

What a paper says is `domain.letter_text`, how it looks `forms/` and `documents`, what the unit's settings give `operations.paper_settings`;
keeping the files is `operations.requests`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from govmail_desk import paths
from govmail_desk.documents.email_draft import Attachment, DraftMail, made_draft
from govmail_desk.documents.file_names import safe_file_name
from govmail_desk.documents.letter import LetterContent, made_letter
from govmail_desk.documents.list import ListContent, made_list
from govmail_desk.documents.list_columns import ListKind
from govmail_desk.documents.read_back import letter_count, listed_rows, mail_count
from govmail_desk.documents.shipped_forms import Role, form_for
from govmail_desk.domain import letter_text, letterhead
from govmail_desk.domain.citation import later_citation, written_out
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.letter_text import Asked
from govmail_desk.domain.paper_date import draft_date, paper_date
from govmail_desk.domain.regulation import (
    REQUEST_BASIS,
    REQUEST_BASIS_SHORT,
    REQUEST_WORD,
)
from govmail_desk.domain.request import FileRole
from govmail_desk.domain.request_cells import case, slip_facts
from govmail_desk.domain.settings import Operator
from govmail_desk.domain.vietnamese import fold
from govmail_desk.operations.forms import form_content
from govmail_desk.operations.paper_checks import counted, naming, refuse_other_rows
from govmail_desk.operations.paper_settings import (
    attachment_limits,
    letterhead_of,
    operator_of,
    own_address,
    recipients_of,
    signer_of,
)
from govmail_desk.wording import FILE_ROLES

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.domain.provision import Paper as PaperRole
    from govmail_desk.operations.request_plan import RequestPlan

Tick = Callable[[int, int], None]
"""Told how many papers of how many are made; what it raises stops the making."""

_STEMS: Final[dict[FileRole, str]] = {
    "letter": "cong-van.docx",
    "list": "danh-sach.xlsx",
    "proposal": "phieu-trinh.docx",
    "slip": "phieu-yeu-cau",
    "email": "thu-nhap.eml",
}
_CARRIED: Final[tuple[FileRole, ...]] = ("letter", "list")
"""What the mail takes along."""
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


@dataclass(frozen=True, slots=True)
class Paper:
    """One made file, not yet kept."""

    role: FileRole
    name: str
    content: bytes


def make_papers(
    desk: Desk,
    *,
    plan: RequestPlan,
    choices: PaperChoices,
    label: str = "de-nghi",
    numbered: Numbered | None = None,
    tick: Tick | None = None,
) -> tuple[Paper, ...]:
    """Make every paper the regulation asks for, and those the program offers beside, in the order they are put together.

    `label` begins each file's name; `numbered` is what a signed letter bears, a draft leaves both blank; `tick` is told after each paper
    how many of all are made. Raises `RuleBroken` where the unit's settings lack what a paper needs, or the attachments are over the
    regulation's limit.
    """
    making = _Making(desk, plan, choices, label, numbered)
    made: list[Paper] = []
    for paper in making.papers():
        made.append(paper)
        if tick is not None:
            tick(len(made), making.count)
    return tuple(made)


def letter_content(desk: Desk, *, plan: RequestPlan, choices: PaperChoices) -> LetterContent:
    """Return what the letter would say, to be looked at before any paper is made; refuses as `make_papers` does."""
    return _Making(desk, plan, choices, "").letter_content()


def mail_content(desk: Desk, *, plan: RequestPlan, choices: PaperChoices, label: str = "de-nghi") -> DraftMail:
    """Return what the mail would say, its files only named, to be looked at before any paper is made; refuses as `make_papers` does."""
    making = _Making(desk, plan, choices, label)
    return making.mail_content([making.name_of(role) for role in _CARRIED if role in making.wanted])


class _Making:
    """One request's papers in the making: the settings valid on its day, read once."""

    def __init__(
        self, desk: Desk, plan: RequestPlan, choices: PaperChoices, label: str, numbered: Numbered | None = None
    ) -> None:
        self.plan, self.choices, self.label = plan, choices, label
        self.numbered = numbered or Numbered("", None)
        self.read_form = partial(form_content, desk)
        self.regulation = desk.regulation(plan.on)
        self.head = letterhead_of(desk, plan.on)
        self.operator = choices.operator or operator_of(desk, plan.on)
        self.own_address = own_address(desk)
        self.signer = signer_of(desk, plan.on, chosen_id=choices.signer_id)
        self.recipients = recipients_of(desk, plan.on) if choices.recipients is None else choices.recipients
        self.contact = self.head.contact if choices.contact is None else choices.contact
        self.wanted = self._wanted()
        self.asked = self._asked()

    @property
    def count(self) -> int:
        """How many papers there will be: a slip for each row, one of every other."""
        return len(self.wanted) + (len(self.plan.rows) - 1 if "slip" in self.wanted else 0)

    def papers(self) -> Iterator[Paper]:
        """Make the papers; the e-mail comes last, since it carries letter and list."""
        made: list[Paper] = []
        if "slip" in self.wanted:
            yield from self._slips()
        for role, make in (("proposal", self._proposal), ("letter", self._letter), ("list", self._list)):
            if role in self.wanted:
                made.append(Paper(role, self.name_of(role), make()))
                yield made[-1]
        if "email" in self.wanted:
            carried = [paper for paper in made if paper.role in _CARRIED]
            yield Paper("email", self.name_of("email"), self.mail(carried))

    def name_of(self, role: FileRole) -> str:
        """Name the file of a paper there is one of."""
        return f"{self.label}-{_STEMS[role]}"

    def letter_content(self) -> LetterContent:
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

    def _letter(self) -> bytes:
        name, content = self._form("letter")
        return counted(made_letter(content, self.letter_content(), form_name=name), letter_count, len(self.plan.rows))

    def _proposal(self) -> bytes:
        """Word what the section lays before the unit's leaders, who then ask the operator (Khánh Hòa's own chain)."""
        proposer, leaders = self._proposer(), self._leaders()
        body = letter_text.proposal_body(self.asked, proposer=_capital(proposer), leaders=leaders, contact=self.contact)
        name, content = self._form("proposal")
        return counted(made_letter(content, self._inside(body), form_name=name), letter_count, len(self.plan.rows))

    def _slips(self) -> Iterator[Paper]:
        """Make a slip for each mailbox, named after its holder; two of one name are told apart by their places."""
        name, content = self._form("slip")
        body = letter_text.slip_body(self.asked, proposer=_capital(self._proposer()), leaders=self._leaders())
        digits = len(str(len(self.plan.rows)))
        for place, row in enumerate(self.plan.rows, start=1):
            said = replace(self._inside(body), facts=slip_facts(row.cells))
            stem = "-".join(fold(row.name).split()) or row.address.partition("@")[0]
            file_name = f"{self.label}-{_STEMS['slip']}-{place:0{max(digits, 2)}d}-{stem}.docx"
            made = naming(made_letter(content, said, form_name=name), row.address)
            yield Paper("slip", safe_file_name(file_name), made)

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

    def _list(self) -> bytes:
        content = ListContent(
            title=letter_text.list_title(self.asked, self.plan.mailbox_kind),
            attached_to=self._attached_to(),
            unit=self.head.body,
            rows=tuple(row.cells for row in self.plan.rows),
        )
        name, form_content = self._form("list", self._list_kind())
        made = made_list(form_content, content, form_name=name)
        refuse_other_rows(listed_rows(made, form=form_content, form_name=name), content.rows)
        return made

    def _attached_to(self) -> str:
        """Name the paper the list goes with: the letter, or the mail where the regulation wants no letter."""
        date_words = paper_date(self.numbered.on) if self.numbered.on else draft_date(self.plan.on)
        if "letter" in self.wanted:
            return letterhead.attached_to(
                body=self.head.body, date_words=date_words, symbol=self.head.symbol, number=self.numbered.number
            )
        return letterhead.attached_to_mail(body=self.head.body, date_words=date_words)

    def _list_kind(self) -> ListKind:
        if self.plan.kind != "create":
            return self.plan.kind
        if self.plan.mailbox_kind == "unit":
            return "create-unit"
        return "create-personal-8" if self.choices.has_eight_columns else "create-personal"

    def mail(self, attached: Sequence[Paper]) -> bytes:
        """Write the mail with these papers."""
        files = tuple(Attachment(paper.name, paper.content) for paper in attached)
        mail = replace(self.mail_content([file.name for file in files]), attachments=files)
        return counted(
            made_draft(mail, attachment_limits(self.regulation, self.plan.on)), mail_count, len(self.plan.rows)
        )

    def mail_content(self, file_names: Sequence[str]) -> DraftMail:
        """Say what the mail says that takes these files along."""
        asked = self._as_mailed()
        return DraftMail(
            sender=self.own_address,
            to=self.operator.address,
            to_name=self.operator.name,
            subject=letter_text.mail_subject(asked),
            body=letter_text.mail_body(asked, file_names=file_names, contact=self.contact),
        )

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

    def _form(self, role: Role, list_kind: ListKind | None = None) -> tuple[str, bytes]:
        """Return a form's name and content: the unit's own where it has one, else the shipped one for the regulation."""
        found = form_for(paths.forms(), role, regulation_id=self.regulation.id, list_kind=list_kind)
        if found is None:
            raise RuleBroken(
                f"Chưa có mẫu “{FILE_ROLES[role]}” cho quy chế này. Hãy đưa mẫu vào ở trang Thiết lập, mục Biểu mẫu."
            )
        return found.file.rpartition("/")[2], self.read_form(found.file)

    def _collective(self) -> str:
        return letterhead.collective_name(self.head.body) if self.head.is_collective else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
