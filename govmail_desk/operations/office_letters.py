"""The letters to late units and their mails: made, copied out, checked before signing, and taken in again as edited in Word.

Which units are written to and which number a letter has is `operations.office_chases`, what is said `domain.exchange_text`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from govmail_desk.documents import package
from govmail_desk.documents.email_draft import Attachment, DraftMail, made_draft
from govmail_desk.documents.layout.check import deviations
from govmail_desk.documents.letter import LetterContent, made_letter
from govmail_desk.documents.writing import write_whole
from govmail_desk.domain import exchange_text, letterhead
from govmail_desk.domain.calendar_duties import due_of_period, rule_of_period
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.exchange import Office, OfficeChase
from govmail_desk.domain.exchange_text import EarlierTurn, Late
from govmail_desk.domain.layout import ExpectedContent, Finding
from govmail_desk.domain.regulation import REPORT_UNIT, REQUEST_BASIS
from govmail_desk.domain.report_period import read_period
from govmail_desk.operations.copies import made_folder
from govmail_desk.operations.forms import copy_sample, form_bytes
from govmail_desk.operations.paper_settings import (
    attachment_limits,
    letterhead_of,
    own_address,
    recipients_of,
    signer_of,
)
from govmail_desk.operations.taken_in_files import read_copy
from govmail_desk.regulations import layout
from govmail_desk.store.tables import file_content
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.provision import Ended

_FORM: Final = "cong-van.docx"
_MAIN_PART: Final = "word/document.xml"


@dataclass(frozen=True, slots=True)
class SavedChase:
    """Where the copy of a letter and the draft of its mail lie."""

    office: str
    letter: Path
    draft: Path


def save_chases(desk: Desk, *, chase_ids: Sequence[int], folder: Path) -> list[SavedChase]:
    """Write copies of kept letters into a folder, each with the draft of its mail beside it."""
    with desk.reading() as connection:
        reading = Transaction(connection)
        chases = [reading.get(OfficeChase, chase_id) for chase_id in chase_ids]
        offices = reading.get_many(Office, [one.office_id for one in chases])
        earlier = reading.find_among(OfficeChase, "office_id", list(offices))
        contents = {one.sha256: _content(connection, one.sha256) for one in chases}
    into = made_folder(folder)
    makings = {on: LateLetters(desk, on) for on in {one.on_date for one in chases}}
    saved = []
    for chase in chases:
        letter = copy_sample(chase.name, contents[chase.sha256], folder=into)
        office, draft = offices[chase.office_id], letter.with_suffix(".eml")
        attached = Attachment(chase.name, contents[chase.sha256])
        write_whole(draft, makings[chase.on_date].mail(chase, office, _before(chase, earlier), attached))
        saved.append(SavedChase(office.name, letter, draft))
    return saved


def chase_to_open(desk: Desk, *, chase_id: int, folder: Path) -> Path:
    """Return the copy of a letter to be opened: the one that lies there, edited or not, else one written now."""
    with desk.reading() as connection:
        chase = Transaction(connection).get(OfficeChase, chase_id)
        content = _content(connection, chase.sha256)
    target = made_folder(folder) / chase.name
    if not target.is_file():
        write_whole(target, content)
    return target


def edited_chase(chase: OfficeChase, folder: Path) -> Path | None:
    """Return the copy of a letter that was edited; None where none lies there, none differs, or the letter has its number."""
    path = folder / chase.name
    try:
        is_edited = not chase.number and hashlib.sha256(path.read_bytes()).hexdigest() != chase.sha256
    except OSError:  # not there, or held by an office program
        return None
    return path if is_edited else None


def review_chase(desk: Desk, *, chase_id: int, copy: Path | None = None) -> tuple[Finding, ...]:
    """Hold a letter as it is kept, or a copy of it on the disk, to the decree on layout; what is wrong stands first."""
    with desk.reading() as connection:
        chase = Transaction(connection).get(OfficeChase, chase_id)
        office = Transaction(connection).get(Office, chase.office_id)
        content = read_copy(copy) if copy is not None else _content(connection, chase.sha256)
    on = chase.on_date
    expected = ExpectedContent(
        kind="letter",
        addresses=frozenset(filter(None, (own_address(desk), office.address))),
        row_count=None,
        has_list=False,
        body=letterhead_of(desk, on).body,
        ended_in=partial(_ended_in, desk, on),
    )
    try:
        found = deviations(content, layout=layout.in_force(), content=expected, name=chase.name)
    except RuleBroken as refusal:
        return (Finding("Tệp", refusal.sentence, "", "wrong"),)
    return tuple(sorted(found, key=lambda finding: finding.severity != "wrong"))


def take_in_chase(desk: Desk, *, chase_id: int, path: Path) -> Changes:
    """Take the clerk's edit of a letter in: it is the one kept, checked and sent from then on.

    Raises `RuleBroken` once the letter has its number, where the file is no letter any more or carries what acts when opened.
    """
    content = read_copy(path)
    if _MAIN_PART not in package.unpacked(content, name=path.name):
        raise RuleBroken(f"Tệp “{path.name}” không còn là tệp .docx đọc được. Hãy lưu lại từ Word.")
    with desk.transaction("take_in_chase", f"Nhận công văn đôn đốc đã sửa: {path.name}") as act:
        chase = act.transaction.get(OfficeChase, chase_id)
        if chase.number:
            raise RuleBroken(
                f"Công văn đôn đốc này đã ký, số {chase.number}, nên không đổi nữa. Hãy đôn đốc lần tiếp theo."
            )
        sha256 = act.transaction.keep_bytes(content)
        act.transaction.put(replace(chase, sha256=sha256, byte_count=len(content)))
    return act.changes


def _ended_in(desk: Desk, on: date, name: str) -> tuple[Ended, ...]:
    return desk.regulation(on).ended_in(name, max(on, desk.today()))


def _content(connection: Connection, sha256: str) -> bytes:
    wanted = select(file_content.c.content).where(file_content.c.sha256 == sha256)
    content: bytes = connection.execute(wanted).scalar_one()
    return content


def _before(chase: OfficeChase, everyone: Sequence[OfficeChase]) -> list[OfficeChase]:
    """Give the letters that went to the same unit for the same period before."""
    whose = (chase.office_id, chase.period)
    return [one for one in everyone if (one.office_id, one.period) == whose and one.turn < chase.turn]


class LateLetters:
    """The letters of one day to late units, and their mails: what the settings say on that day, read once for all."""

    def __init__(self, desk: Desk, on: date) -> None:
        self.desk, self.on = desk, on
        self.head = letterhead_of(desk, on)
        self.signer = signer_of(desk, on)
        self.recipients = recipients_of(desk, on)
        self.regulation = desk.regulation(on)
        self.address = own_address(desk)
        self.form = form_bytes(desk, self.regulation.id, _FORM)
        self._calendar = desk.calendar()

    def late(self, office: Office, chase: tuple[int, date, str], earlier: Sequence[OfficeChase], asked_by: str) -> Late:
        """Gather what a letter says; `chase` is its turn, the day it counts from, and the period."""
        turn, due_on, told = chase
        period = read_period(told)
        rule = rule_of_period(self.regulation, REPORT_UNIT, period, self.on)
        stated = due_of_period(rule.value, period, self._calendar) if rule is not None else None
        is_stated = rule is not None and stated is not None and stated.due_on == due_on
        basis = self.regulation.find(REQUEST_BASIS, self.on)
        return Late(
            turn=turn,
            on=self.on,
            unit=self.head.body,
            office=office.name,
            period=period.words,
            due_on=due_on,
            asked_by=asked_by,
            cite=rule.cite if rule is not None and is_stated else None,
            basis=basis.value if basis else "",
            address=self.address,
            earlier=tuple(
                EarlierTurn(turn=one.turn, on=one.sent_on or one.on_date, number=self._numbered(one)) for one in earlier
            ),
        )

    def letter(self, late: Late) -> bytes:
        """Fill the unit's letter form."""
        collective = letterhead.collective_name(self.head.body) if self.head.is_collective else ""
        content = LetterContent(
            parent_body=self.head.parent_body,
            body=self.head.body,
            place=self.head.place,
            drafted_on=self.on,
            symbol=self.head.symbol,
            subject=exchange_text.late_subject(late),
            addressees=(late.office,),
            paragraphs=exchange_text.late_letter(late, contact=self.head.contact),
            signature=letterhead.signature(self.signer, collective=collective),
            other_recipients=self.recipients,
            filing=self.head.filing,
            foot_line=self.head.foot_line,
        )
        return made_letter(self.form, content, form_name=_FORM)

    def mail(self, chase: OfficeChase, office: Office, earlier: Sequence[OfficeChase], letter: Attachment) -> bytes:
        """Draft the mail that carries a kept letter; it says what the letter says."""
        late = self.late(office, (chase.turn, chase.due_on, chase.period), earlier, chase.asked_by)
        mail = DraftMail(
            sender=self.address,
            to=office.address,
            to_name=office.name,
            subject=exchange_text.late_mail_subject(late),
            body=exchange_text.late_mail(late, file_names=[letter.name], contact=self.head.contact),
            attachments=(letter,),
        )
        return made_draft(mail, attachment_limits(self.regulation, self.on))

    def _numbered(self, chase: OfficeChase) -> str:
        """Write number and symbol of an earlier letter as they were on its own day."""
        if not chase.number or chase.sent_on is None:
            return ""
        return letterhead.numbered(letterhead_of(self.desk, chase.sent_on).symbol, chase.number)
