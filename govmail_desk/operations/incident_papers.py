"""The letter to the operator about an incident and the e-mail draft from the unit's own mailbox: looked at, kept as editions, copied out.

Of a state secret both state the fact alone (`domain.incident_text`). Nothing is sent from here; that somebody was told is recorded by
`operations.incident_notices`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date
from typing import TYPE_CHECKING, Final

from govmail_desk.documents.email_draft import DraftMail, made_draft
from govmail_desk.documents.layout.check import deviations
from govmail_desk.documents.letter import LetterContent, made_letter
from govmail_desk.documents.plain_text import Line, plain_lines
from govmail_desk.domain import incident_text, letterhead
from govmail_desk.domain.citation import later_citation, written_out
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.incident import Incident, IncidentNotice, IncidentPaper
from govmail_desk.domain.incident_contact import IncidentContact, contact_on
from govmail_desk.domain.incident_duties import PASSED
from govmail_desk.domain.incident_text import Reported
from govmail_desk.domain.layout import ExpectedContent, Finding
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.regulation import REQUEST_BASIS, REQUEST_BASIS_SHORT
from govmail_desk.domain.settings import Operator
from govmail_desk.operations.forms import form_bytes
from govmail_desk.operations.incident_dues import named, steps_of
from govmail_desk.operations.kept_copies import copy_kept
from govmail_desk.operations.paper_settings import (
    attachment_limits,
    letterhead_of,
    own_address,
    recipients_of,
    signer_of,
)
from govmail_desk.regulations import layout
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from pathlib import Path

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.incident_duties import DutyStep
    from govmail_desk.domain.settings import Letterhead

_FORM: Final = "cong-van.docx"
_LETTER, _MAIL = ".docx", ".eml"


@dataclass(frozen=True, slots=True)
class IncidentPaperPlan:
    """A paper as it would be made now."""

    incident_id: int
    edition: int
    name: str
    content: bytes
    text: str
    """The words of an e-mail; empty for a letter, whose pages are looked at."""
    findings: tuple[Finding, ...] = ()
    """What the check before signing found in a letter."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """The words of a letter, to be looked at."""
        return plain_lines(self.name, self.content)


def incident_contact(desk: Desk, on: date) -> IncidentContact:
    """Say whom to turn to on a day."""
    return contact_on(desk.regulation(on), desk.valid(Operator, on), on)


def plan_incident_letter(desk: Desk, *, incident_id: int) -> IncidentPaperPlan:
    """Make the letter for a look, number and day left blank; nothing is written.

    Raises `RuleBroken` for a cancelled entry, and where letterhead or addressee are missing.
    """
    making = _Making(desk, incident_id)
    head = letterhead_of(desk, making.today)
    content = made_letter(form_bytes(desk, desk.regulation().id, _FORM), making.letter(head), form_name=_FORM)
    name = making.name("cong-van", _LETTER)
    return IncidentPaperPlan(
        incident_id, making.edition(_LETTER), name, content, "", _checked(content, name, making, head)
    )


def plan_incident_mail(desk: Desk, *, incident_id: int) -> IncidentPaperPlan:
    """Make the e-mail draft for a look; nothing is written, and nothing is attached."""
    making = _Making(desk, incident_id)
    mail = making.mail()
    content = made_draft(mail, attachment_limits(desk.regulation(), making.today))
    text = f"Gửi: {mail.to or mail.to_name}\nTiêu đề: {mail.subject}\n\n{mail.body}"
    return IncidentPaperPlan(incident_id, making.edition(_MAIL), making.name("thu-nhap", _MAIL), content, text)


def keep_incident_letter(desk: Desk, *, incident_id: int) -> Changes:
    """Keep the letter to the operator as the next edition; the earlier ones stay."""
    return _keep(desk, plan_incident_letter(desk, incident_id=incident_id), "Soạn công văn báo sự cố")


def keep_incident_mail(desk: Desk, *, incident_id: int) -> Changes:
    """Keep the e-mail draft to the operator as the next edition; the earlier ones stay."""
    return _keep(desk, plan_incident_mail(desk, incident_id=incident_id), "Soạn thư nháp báo sự cố")


def copy_incident_paper(desk: Desk, *, paper_id: int, folder: Path) -> Path:
    """Write a copy of a kept paper into a folder and return where it lies; a file there that says otherwise stays beside it."""
    return copy_kept(desk, IncidentPaper, record_id=paper_id, folder=folder)


def _keep(desk: Desk, plan: IncidentPaperPlan, deed: str) -> Changes:
    with desk.transaction("keep_incident_paper", "") as act:
        transaction = act.transaction
        sha256 = hashlib.sha256(plan.content).hexdigest()
        if transaction.find(IncidentPaper, incident_id=plan.incident_id, sha256=sha256):
            raise RuleBroken("Bản soạn lại giống hệt bản đang có. Hãy mở bản đó ở mục Giấy tờ của sự cố.")
        act.sentence = f"{deed} {named(transaction, transaction.get(Incident, plan.incident_id))}"
        transaction.put(
            IncidentPaper(
                incident_id=plan.incident_id,
                name=plan.name,
                sha256=transaction.keep_bytes(plan.content),
                byte_count=len(plan.content),
                edition=plan.edition,
                made_at=desk.clock().astimezone(UTC),
            )
        )
    return act.changes


class _Making:
    """A paper in the making: what the register says of the incident today, read once."""

    def __init__(self, desk: Desk, incident_id: int) -> None:
        self.desk, self.today = desk, desk.today()
        self.contact = incident_contact(desk, self.today)
        with desk.reading() as connection:
            asked = Transaction(connection)
            self.found = asked.get(Incident, incident_id)
            self.notices = asked.find(IncidentNotice, incident_id=incident_id)
            self.papers = asked.find(IncidentPaper, incident_id=incident_id)
            self.steps = steps_of(asked, desk, self.found)
            mailbox_id = self.found.mailbox_id
            self.address = asked.get(Mailbox, mailbox_id).address if mailbox_id is not None else ""
        self._refuse()

    def edition(self, ending: str) -> int:
        """Count on from the papers of the same kind."""
        return 1 + max((paper.edition for paper in self.papers if paper.name.endswith(ending)), default=0)

    def name(self, stem: str, ending: str) -> str:
        on = self.found.happened_on
        return f"{stem}-bao-su-co-{on:%Y%m%d}-so-{self.found.id}-ban-{self.edition(ending)}{ending}"

    def letter(self, head: Letterhead) -> LetterContent:
        collective = letterhead.collective_name(head.body) if head.is_collective else ""
        return LetterContent(
            parent_body=head.parent_body,
            body=head.body,
            place=head.place,
            drafted_on=self.today,
            symbol=head.symbol,
            subject=incident_text.subject(self._reported(head.body)),
            addressees=(self.contact.name,),
            paragraphs=incident_text.letter_body(self._reported(head.body), contact=head.contact),
            signature=letterhead.signature(signer_of(self.desk, self.today), collective=collective),
            other_recipients=recipients_of(self.desk, self.today),
            filing=head.filing,
            foot_line=head.foot_line,
        )

    def mail(self) -> DraftMail:
        head = letterhead_of(self.desk, self.today)
        reported = self._reported(head.body)
        return DraftMail(
            sender=own_address(self.desk),
            to=self.contact.address,
            to_name=self.contact.name,
            subject=incident_text.mail_subject(reported),
            body=incident_text.mail_body(reported, contact=head.contact),
        )

    def _reported(self, unit: str) -> Reported:
        found = self.found
        cites = ", ".join(step.cite for step in self._stated() if step.cite)
        return Reported(
            kind=found.kind,
            unit=" ".join(unit.split()),
            operator=self.contact.name,
            basis=self._basis() if cites else "",
            ground=self._ground(cites),
            address=self.address,
            on=found.happened_on,
            at=found.happened_at,
            found_by=found.found_by,
            content="" if found.kind == "secret" else found.content,
            told=tuple(_told(notice) for notice in self.notices if notice.way != PASSED),
        )

    def _stated(self) -> list[DutyStep]:
        return [step for step in self.steps if step.source == "regulation"]

    def _basis(self) -> str:
        basis = self.desk.regulation(self.found.happened_on).find(REQUEST_BASIS, self.found.happened_on)
        return basis.value if basis else ""

    def _ground(self, cites: str) -> str:
        short = self.desk.regulation(self.found.happened_on).find(REQUEST_BASIS_SHORT, self.found.happened_on)
        article = written_out(", ".join(dict.fromkeys(part.strip() for part in cites.split(","))))
        return f"{article} {later_citation(short.value)}" if article and short else ""

    def _refuse(self) -> None:
        if self.found.state == "cancelled":
            raise RuleBroken("Dòng sự cố này đã hủy nên không soạn giấy tờ. Hãy mở lại sự cố trước.")
        if not self.contact.name:
            raise RuleBroken("Chưa có nơi tiếp nhận sự cố. Hãy ghi đơn vị quản lý, vận hành ở trang Thiết lập.")


def _told(notice: IncidentNotice) -> str:
    at = f"{incident_text.hour_words(notice.at_time)} " if notice.at_time else ""
    return f"{notice.told} ({at}ngày {notice.on_date:%d/%m/%Y})"


def _checked(content: bytes, name: str, making: _Making, head: Letterhead) -> tuple[Finding, ...]:
    """Hold the letter to the decree and to what the register knows, as every paper that is to be signed."""
    desk = making.desk
    addresses = frozenset(filter(None, (making.address, making.contact.address, own_address(desk))))
    expected = ExpectedContent(
        kind="letter",
        addresses=addresses,
        row_count=None,
        has_list=False,
        body=head.body,
        ended_in=lambda body: desk.regulation().ended_in(body, making.today),
    )
    return deviations(content, layout=layout.in_force(), content=expected, name=name)
