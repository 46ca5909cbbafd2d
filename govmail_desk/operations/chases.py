"""Chasing an answer that has not come: a letter “lần thứ N” that quotes the first, with its e-mail, kept beside the request.

What it says is `domain.chase_text`; the answer that ends it all is `operations.request_answers`. Where the regulation states no limit, an
answer may be asked for again on any day after sending.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from govmail_desk.documents.email_draft import Attachment, DraftMail, made_draft
from govmail_desk.documents.letter import LetterContent, made_letter
from govmail_desk.domain import chase_text, letter_text, letterhead
from govmail_desk.domain.chase_text import Chased, EarlierChase, RunOut
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.person import Person
from govmail_desk.domain.regulation import REQUEST_BASIS, REQUEST_WORD
from govmail_desk.domain.request import Request, RequestEvent, RequestRow
from govmail_desk.operations.forms import form_bytes
from govmail_desk.operations.kept_files import keep_next
from govmail_desk.operations.letter_numbers import refuse_used_number, tidy_number
from govmail_desk.operations.paper_content import PaperChoices
from govmail_desk.operations.paper_settings import (
    attachment_limits,
    letterhead_of,
    operator_of,
    own_address,
    recipients_of,
    signer_of,
)
from govmail_desk.operations.papers import Paper
from govmail_desk.operations.request_limits import answer_limit
from govmail_desk.operations.request_steps import (
    last_event,
    named,
    note_step,
    refuse_day,
    request_for,
)
from govmail_desk.store.tables import file, file_content

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.working_days import Counting
    from govmail_desk.operations.request_limits import Limit
    from govmail_desk.store.transaction import Transaction

_FORM: Final = "cong-van.docx"
_SENT_AGAIN: Final = ("letter", "list")
"""What of the first letter's files goes with the e-mail again."""


def chase_request(
    desk: Desk, *, request_id: int, on: date, choices: PaperChoices | None = None, number: str = ""
) -> Changes:
    """Make the next chase letter of a request, with its e-mail draft; both are kept under the role `chase`, named by its N.

    `number` only where văn thư has given one already (else `number_chase` once it is signed). Raises `RuleBroken` while the operator's
    limit still runs, with its article and its counting, and for a second one on the same day.
    """
    with desk.transaction("chase_request", "") as act:
        request = request_for(act, request_id, "chased")
        refuse_day(desk, act.transaction, request, on)
        _refuse_early(desk, act.transaction, request, on)
        tidy = _unused(act.transaction, number, on) if number else ""
        making = _Chase(desk, act.transaction, request, choices or PaperChoices(), on=on, number=tidy)
        papers = making.papers()
        note_step(act, desk, request, "chased", on=on, number=tidy, note=chase_text.times(making.time).capitalize())
        keep_next(act, desk, request, papers)
        act.sentence = f"Đôn đốc đề nghị {named(request)}, {chase_text.times(making.time)}"
    return act.changes


def number_chase(desk: Desk, *, request_id: int, number: str, on: date) -> Changes:
    """Record that the latest chase letter was signed, with the number văn thư gave it; unique in its year like any letter's."""
    with desk.transaction("number_chase", "") as act:
        request = request_for(act, request_id, "chased")
        chases = act.transaction.find(RequestEvent, request_id=request.id, act="chased")
        if not chases or chases[-1].number:
            raise RuleBroken("Không có công văn đôn đốc nào của đề nghị này còn chờ số. Hãy xem lại đề nghị.")
        refuse_day(desk, act.transaction, request, on)
        tidy = _unused(act.transaction, number, on)
        act.transaction.put(replace(chases[-1], number=tidy, on_date=on))
        act.sentence = f"Ghi công văn đôn đốc {chase_text.times(len(chases))} đã ký, số {tidy} ngày {on:%d/%m/%Y}"
    return act.changes


class _Chase:
    """One chase letter in the making: what the register and the settings say on its day, read once."""

    def __init__(
        self, desk: Desk, transaction: Transaction, request: Request, choices: PaperChoices, *, on: date, number: str
    ) -> None:
        self.desk, self.transaction, self.request, self.on, self.number = desk, transaction, request, on, number
        self.head = letterhead_of(desk, on)
        self.operator = choices.operator or operator_of(desk, on)
        self.signer = signer_of(desk, on, chosen_id=choices.signer_id)
        self.recipients = recipients_of(desk, on) if choices.recipients is None else choices.recipients
        self.contact = self.head.contact if choices.contact is None else choices.contact
        self.regulation = desk.regulation(on)
        self.earlier = transaction.find(RequestEvent, request_id=request.id, act="chased")
        self.time = len(self.earlier) + 1
        self.chased = self._chased()

    def papers(self) -> tuple[Paper, Paper]:
        """Make the letter and the e-mail that carries it with the first one."""
        stem = f"don-doc-lan-{self.time}-{self.on:%Y%m%d}-{self.request.selection_sha256[:4]}"
        letter = Paper("chase", f"{stem}-cong-van.docx", self._letter())
        return letter, Paper("chase", f"{stem}-thu-nhap.eml", self._mail(letter))

    def _letter(self) -> bytes:
        collective = letterhead.collective_name(self.head.body) if self.head.is_collective else ""
        content = LetterContent(
            parent_body=self.head.parent_body,
            body=self.head.body,
            place=self.head.place,
            on=self.on if self.number else None,
            drafted_on=self.on,
            symbol=self.head.symbol,
            number=self.number,
            subject=chase_text.subject(self.chased),
            addressees=(self.operator.name,),
            paragraphs=chase_text.letter_body(self.chased, contact=self.contact),
            signature=letterhead.signature(self.signer, collective=collective),
            other_recipients=self.recipients,
            filing=self.head.filing,
            foot_line=self.head.foot_line,
        )
        return made_letter(form_bytes(self.desk, self.regulation.id, _FORM), content, form_name=_FORM)

    def _mail(self, letter: Paper) -> bytes:
        attached = [Attachment(letter.name, letter.content), *self._sent_before()]
        mail = DraftMail(
            sender=own_address(self.desk),
            to=self.operator.address,
            to_name=self.operator.name,
            subject=chase_text.mail_subject(self.chased),
            body=chase_text.mail_body(self.chased, file_names=[one.name for one in attached], contact=self.contact),
            attachments=tuple(attached),
        )
        return made_draft(mail, attachment_limits(self.regulation, self.on))

    def _sent_before(self) -> list[Attachment]:
        """Take the first letter and its list along, each in its newest edition."""
        query = (
            select(file.c.role, file.c.name, file_content.c.content)
            .join(file_content, file_content.c.sha256 == file.c.sha256)
            .where(file.c.request_id == self.request.id, file.c.role.in_(_SENT_AGAIN))
            .order_by(file.c.edition, file.c.id)
        )
        newest = {row.role: Attachment(row.name, row.content) for row in self.transaction.connection.execute(query)}
        return [newest[role] for role in _SENT_AGAIN if role in newest]

    def _chased(self) -> Chased:
        request, began = self.request, self.desk.regulation(self.request.asked_on)
        word = began.find(REQUEST_WORD[request.kind], request.asked_on)
        verb = word.value if word else letter_text.ACTS[request.kind]
        rows = [row for row in self.transaction.find(RequestRow, request_id=request.id) if row.result != "withdrawn"]
        sent = last_event(self.transaction, request, "sent")
        signed = last_event(self.transaction, request, "signed").on_date if request.number else None
        return Chased(
            time=self.time,
            on=self.on,
            unit=self.head.body,
            operator=self.operator.name,
            act=f"{verb} {letter_text.MAILBOX}",
            verb=verb,
            mailbox_kind=request.mailbox_kind,
            row_count=len(rows),
            reason=request.reason,
            named=self._named(rows),
            letter=self._numbered(request.number, signed),
            signed_on=signed,
            sent_on=sent.on_date,
            sent_from=sent.address,
            run_out=self._run_out(sent.on_date),
            earlier=tuple(
                EarlierChase(time=time, on=one.on_date, number=self._numbered(one.number, one.on_date))
                for time, one in enumerate(self.earlier, start=1)
            ),
        )

    def _numbered(self, number: str, on: date | None) -> str:
        """Write number and symbol as they were on the letter's own day."""
        return letterhead.numbered(letterhead_of(self.desk, on).symbol, number) if number and on else ""

    def _named(self, rows: list[RequestRow]) -> tuple[str, ...]:
        mailboxes = self.transaction.get_many(Mailbox, [row.mailbox_id for row in rows])
        people = self.transaction.get_many(Person, [row.person_id for row in rows if row.person_id is not None])
        return tuple(
            f"{people[row.person_id].full_name} ({mailboxes[row.mailbox_id].address})"
            if row.person_id in people
            else mailboxes[row.mailbox_id].address
            for row in rows
        )

    def _run_out(self, sent_on: date) -> RunOut | None:
        found = answer_limit(self.desk, kind=self.request.kind, mailbox_kind=self.request.mailbox_kind, sent_on=sent_on)
        if found is None or self.request.due_on is None:
            return None
        basis = self.desk.regulation(sent_on).find(REQUEST_BASIS, sent_on)
        return RunOut(
            period=found.rule.value,
            due_on=self.request.due_on,
            cite=found.rule.cite,
            basis=basis.value if basis else "",
        )


def _refuse_early(desk: Desk, transaction: Transaction, request: Request, on: date) -> None:
    """An answer is chased once its limit has run out, and once a day."""
    if request.due_on is not None and on <= request.due_on:
        sent = last_event(transaction, request, "sent")
        found = answer_limit(desk, kind=request.kind, mailbox_kind=request.mailbox_kind, sent_on=sent.on_date)
        raise _still_running(found, request.due_on)
    if on <= (sent_on := last_event(transaction, request, "sent").on_date):
        raise RuleBroken(f"Đề nghị vừa gửi ngày {sent_on:%d/%m/%Y}. Hãy đôn đốc từ ngày sau đó.")
    chases = transaction.find(RequestEvent, request_id=request.id, act="chased")
    if any(chase.on_date == on for chase in chases):
        raise RuleBroken(
            f"Ngày {on:%d/%m/%Y} đã lập công văn đôn đốc {chase_text.times(len(chases))}. Hãy dùng công văn ấy."
        )


def _still_running(found: Limit | None, due_on: date) -> RuleBroken:
    sentence = f"Nơi nhận còn thời hạn trả lời đến hết ngày {due_on:%d/%m/%Y}{{}}. Hãy đôn đốc từ ngày sau đó."
    if found is None or found.counting.due_on != due_on:
        return RuleBroken(sentence.format(""))
    return RuleBroken(
        sentence.format(f" ({_working(found)})"), cite=found.rule.cite, why=" ".join(found.counting.steps)
    )


def _working(found: Limit) -> str:
    """Say in short how a limit was counted: its length, its first day, the days left out."""
    counting: Counting = found.counting
    length = f"{found.rule.value.count:02d} {chase_text.PERIOD_UNITS[found.rule.value.unit]}"
    left_out = ", ".join(f"{day.date:%d/%m} {day.why}" for day in counting.skipped)
    without = f", không tính {left_out}" if left_out else ""
    return f"{length} kể từ sau ngày gửi {counting.stated_on:%d/%m/%Y}{without}"


def _unused(transaction: Transaction, number: str, on: date) -> str:
    tidy = tidy_number(number)
    refuse_used_number(transaction, tidy, on)
    return tidy
