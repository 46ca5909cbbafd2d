"""From one frozen selection to its papers: letter, list, proposal, e-mail draft, all telling the same rows.

What a paper says is `domain.letter_text`, how it looks `forms/` and `documents`; keeping the files is `operations.requests`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from govmail_desk import paths
from govmail_desk.documents.email_draft import Attachment, AttachmentLimits, DraftMail, made_draft
from govmail_desk.documents.letter import LetterContent, made_letter
from govmail_desk.documents.list import ListContent, made_list
from govmail_desk.domain import letter_text, letterhead
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.letter_text import Asked
from govmail_desk.domain.paper_date import draft_date
from govmail_desk.domain.regulation import (
    ATTACHMENT_LIMIT_MB,
    ATTACHMENT_REFUSED,
    REQUEST_BASIS,
    REQUEST_WORD,
)
from govmail_desk.domain.request import FileRole
from govmail_desk.domain.settings import Letterhead, Operator, Recipients, Signer
from govmail_desk.store.tables import mailbox, unit
from govmail_desk.store.transaction import Transaction
from govmail_desk.wording import REQUEST_KINDS

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.operations.request_plan import RequestPlan

Tick = Callable[[int, int], None]
"""Told how many papers of how many are made; what it raises stops the making."""

_STEMS: Final[dict[FileRole, str]] = {
    "letter": "cong-van.docx",
    "list": "danh-sach.xlsx",
    "proposal": "phieu-trinh.docx",
    "slip": "phieu-yeu-cau.docx",
    "email": "thu-nhap.eml",
}
_LIST_FORMS: Final = {
    ("personal", False): "danh-sach-cap-moi-ca-nhan.xlsx",
    ("personal", True): "danh-sach-cap-moi-8-cot.xlsx",
    ("unit", False): "danh-sach-cap-moi-don-vi.xlsx",
    ("unit", True): "danh-sach-cap-moi-don-vi.xlsx",
}
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


@dataclass(frozen=True, slots=True)
class Paper:
    """One made file, not yet kept."""

    role: FileRole
    name: str
    content: bytes


def make_papers(
    desk: Desk, *, plan: RequestPlan, choices: PaperChoices, label: str = "de-nghi", tick: Tick | None = None
) -> tuple[Paper, ...]:
    """Make every paper the regulation asks for, and those the program offers beside, in the order they are put together.

    `label` begins each file's name; `tick` is told after each paper how many of all are made. Raises `RuleBroken` where the unit's
    settings lack what a paper needs, or the attachments are over the regulation's limit.
    """
    making = _Making(desk, plan, choices, label)
    made: list[Paper] = []
    for paper in making.papers():
        made.append(paper)
        if tick is not None:
            tick(len(made), len(making.wanted))
    return tuple(made)


def letter_content(desk: Desk, *, plan: RequestPlan, choices: PaperChoices) -> LetterContent:
    """Return what the letter would say, to be looked at before any paper is made; refuses as `make_papers` does."""
    return _Making(desk, plan, choices, "").letter_content()


class _Making:
    """One request's papers in the making: the settings valid on its day, read once."""

    def __init__(self, desk: Desk, plan: RequestPlan, choices: PaperChoices, label: str) -> None:
        self.plan, self.choices, self.label = plan, choices, label
        self.regulation = desk.regulation(plan.on)
        self.head = self._letterhead(desk)
        self.operator = self._operator(desk)
        self.own_address = own_address(desk)
        self.signer = self._signer(desk)
        found = desk.valid(Recipients, plan.on)
        self.recipients = found.lines if found else ()
        if choices.recipients is not None:
            self.recipients = choices.recipients
        self.contact = self.head.contact if choices.contact is None else choices.contact
        self.wanted = self.regulation.papers(plan.kind, plan.mailbox_kind, plan.on)
        self.asked = self._asked()

    def papers(self) -> Iterator[Paper]:
        """Make the papers; the e-mail comes last, since it carries letter and list."""
        made: list[Paper] = []
        for role, make in (("proposal", self._proposal), ("letter", self._letter), ("list", self._list)):
            if role in self.wanted:
                made.append(self._paper(role, make()))
                yield made[-1]
        if "email" in self.wanted:
            yield self._paper("email", self._email([paper for paper in made if paper.role in {"letter", "list"}]))

    def _paper(self, role: FileRole, content: bytes) -> Paper:
        return Paper(role, f"{self.label}-{_STEMS[role]}", content)

    def letter_content(self) -> LetterContent:
        """Say what the letter to the operator says."""
        return LetterContent(
            parent_body=self.head.parent_body,
            body=self.head.body,
            place=self.head.place,
            drafted_on=self.plan.on,
            symbol=self.head.symbol,
            subject=letter_text.subject(self.asked),
            addressees=(self.operator.name,),
            paragraphs=letter_text.letter_body(self.asked, contact=self.contact),
            signature=letterhead.signature(self.signer, collective=self._collective()),
            other_recipients=self.recipients,
            filing=self.head.filing,
            foot_line=self.head.foot_line,
        )

    def _letter(self) -> bytes:
        return made_letter(form(self.regulation.id, "cong-van.docx"), self.letter_content())

    def _proposal(self) -> bytes:
        """Word what the section lays before the unit's leaders, who then ask the operator (Khánh Hòa's own chain)."""
        chain = self.regulation.chain(self.plan.kind, self.plan.on)
        proposer, leaders = ("", "") if chain is None else (chain.value[0].by, chain.value[-1].by)
        content = LetterContent(
            parent_body=self.head.body,
            body=_capital(proposer),
            place=self.head.place,
            drafted_on=self.plan.on,
            symbol="",
            subject=letter_text.subject(self.asked),
            addressees=(_capital(leaders),),
            paragraphs=letter_text.proposal_body(
                self.asked, proposer=_capital(proposer), leaders=leaders, contact=self.contact
            ),
            signature=letterhead.Signature((), _SECTION_HEAD, ""),
        )
        return made_letter(form(self.regulation.id, "phieu-trinh.docx"), content, form_name="phieu-trinh.docx")

    def _list(self) -> bytes:
        content = ListContent(
            title=letter_text.list_title(self.asked, self.plan.mailbox_kind),
            attached_to=letterhead.attached_to(
                body=self.head.body, date_words=draft_date(self.plan.on), symbol=self.head.symbol
            ),
            unit=self.head.body,
            rows=tuple(row.cells for row in self.plan.rows),
        )
        name = _LIST_FORMS[self.plan.mailbox_kind, self.choices.has_eight_columns]
        return made_list(form(self.regulation.id, name), content, form_name=name)

    def _email(self, attached: list[Paper]) -> bytes:
        mail = DraftMail(
            sender=self.own_address,
            to=self.operator.address,
            to_name=self.operator.name,
            subject=letter_text.mail_subject(self.asked),
            body=letter_text.mail_body(self.asked, file_names=[paper.name for paper in attached], contact=self.contact),
            attachments=tuple(Attachment(paper.name, paper.content) for paper in attached),
        )
        return made_draft(mail, self._limits())

    def _limits(self) -> AttachmentLimits:
        most = self.regulation.find(ATTACHMENT_LIMIT_MB, self.plan.on)
        refused = self.regulation.find(ATTACHMENT_REFUSED, self.plan.on)
        return AttachmentLimits(
            most_mb=most.value if most else None,
            most_cite=most.cite if most else None,
            refused_endings=refused.value.endings if refused and not refused.value.encrypted_only else (),
            refused_cite=refused.cite if refused else None,
        )

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
            word=word.value if word else REQUEST_KINDS[self.plan.kind].lower(),
        )

    def _collective(self) -> str:
        return letterhead.collective_name(self.head.body) if self.head.is_collective else ""

    def _letterhead(self, desk: Desk) -> Letterhead:
        found = desk.valid(Letterhead, self.plan.on)
        if found is None:
            raise RuleBroken("Chưa có thể thức văn bản của đơn vị. Hãy điền ở trang Thiết lập, mục Thể thức văn bản.")
        return found

    def _operator(self, desk: Desk) -> Operator:
        found = self.choices.operator or desk.valid(Operator, self.plan.on)
        if found is None or not found.name:
            raise RuleBroken("Chưa có nơi nhận đề nghị. Hãy ghi đơn vị quản lý, vận hành ở trang Thiết lập.")
        return found

    def _signer(self, desk: Desk) -> Signer:
        """Choose the signer: the clerk's choice, else the head or another with authority that day, else a block left to be filled in."""
        with desk.reading() as connection:
            able = [one for one in Transaction(connection).find(Signer) if one.may_sign_on(self.plan.on)]
        if self.choices.signer_id is not None:
            able = [one for one in able if one.id == self.choices.signer_id]
            if not able:
                raise RuleBroken(
                    f"Người ký đã chọn không có thẩm quyền ký ngày {self.plan.on:%d/%m/%Y}. Hãy chọn người khác."
                )
        heads = sorted(able, key=lambda one: (one.authority != "head", one.id))
        return heads[0] if heads else Signer(full_name="", post="Thủ trưởng đơn vị")


def form(regulation_id: str, name: str) -> bytes:
    """Read a shipped form: the regulation's own where there is one, else the common one."""
    own = paths.forms() / regulation_id / name
    return (own if own.is_file() else paths.forms() / "chung" / name).read_bytes()


def own_address(desk: Desk) -> str:
    """Return the address of the unit's own mailbox, which requests are sent from."""
    query = (
        select(mailbox.c.address)
        .join(unit, unit.c.id == mailbox.c.unit_id)
        .where(unit.c.is_own, mailbox.c.kind == "unit", mailbox.c.state != "closed")
        .order_by(mailbox.c.state != "active", mailbox.c.id)
    )
    with desk.reading() as connection:
        address: str | None = connection.execute(query).scalar()
    if address is None:
        raise RuleBroken("Sổ chưa có hộp thư của chính đơn vị, nơi gửi đề nghị đi. Hãy thêm ở trang Hộp thư.")
    return address


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
