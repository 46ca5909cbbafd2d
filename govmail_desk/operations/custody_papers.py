"""The papers that give a charge over mailboxes: a notice of assignment or an authorisation, drafted from the charge and copied out.

The number and the day stay blank for văn thư and the signer; the head signs. What they say is `domain.custody_text`, appointing
`operations.custodies`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date
from typing import TYPE_CHECKING, Final

from govmail_desk import paths
from govmail_desk.documents.custody_letter import made_custody_letter
from govmail_desk.documents.letter import LetterContent
from govmail_desk.documents.plain_text import Line, plain_lines
from govmail_desk.documents.shipped_forms import form_for
from govmail_desk.domain import custody_text, letterhead
from govmail_desk.domain.citation import later_citation, written_out
from govmail_desk.domain.custody import Custody, CustodyPaper, CustodyPaperKind
from govmail_desk.domain.custody_text import Charge
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import NEVER_ISSUED, Mailbox
from govmail_desk.domain.minutes_text import Party
from govmail_desk.domain.person import Person
from govmail_desk.domain.regulation import CUSTODY_ASSIGNED, REQUEST_BASIS, REQUEST_BASIS_SHORT
from govmail_desk.domain.settings import Letterhead, Signer
from govmail_desk.domain.unit import Unit
from govmail_desk.domain.vietnamese import fold
from govmail_desk.operations.forms import form_content
from govmail_desk.operations.kept_copies import copy_kept
from govmail_desk.operations.minutes_content import unit_name_on
from govmail_desk.operations.paper_settings import letterhead_of, signer_of
from govmail_desk.store.transaction import Transaction
from govmail_desk.wording import CUSTODY_PAPERS

if TYPE_CHECKING:
    from pathlib import Path

    from govmail_desk.desk import Changes, Desk

_STEMS: Final[dict[CustodyPaperKind, str]] = {
    "assignment": "thong-bao-phan-cong",
    "authorisation": "giay-uy-quyen",
}
_HEADS_POST: Final = "Thủ trưởng đơn vị"
_AUTHORISES: Final = "uy quyen"


@dataclass(frozen=True, slots=True)
class CustodyPaperPlan:
    """A paper as it would be drafted now."""

    custody_id: int
    kind: CustodyPaperKind
    person: str
    name: str
    content: bytes

    @property
    def lines(self) -> tuple[Line, ...]:
        """Its words, to be looked at."""
        return plain_lines(self.name, self.content)


def usual_kind(desk: Desk, *, custody_id: int) -> CustodyPaperKind:
    """Say which of the two a charge is usually given by: an authorisation for a head's stand-in and where the regulation says so."""
    with desk.reading() as connection:
        asked = Transaction(connection)
        charge = asked.get(Custody, custody_id)
        heads = asked.find(Custody, unit_id=charge.unit_id, role="head")
    if charge.role == "cover" and charge.covers_id in {one.person_id for one in heads}:
        return "authorisation"
    said = desk.regulation().find(CUSTODY_ASSIGNED, desk.today())
    return "authorisation" if said is not None and _AUTHORISES in fold(said.value) else "assignment"


def plan_custody_paper(desk: Desk, *, custody_id: int, kind: CustodyPaperKind) -> CustodyPaperPlan:
    """Draft the paper for a look; nothing is written.

    Raises `RuleBroken` for a head, who is appointed from above, for a charge that has ended, and where the letterhead is missing.
    """
    today = desk.today()
    head = letterhead_of(desk, today)
    with desk.reading() as connection:
        asked = Transaction(connection)
        held = asked.get(Custody, custody_id)
        _refuse(held, today)
        signer = _signer(desk, asked, today)
        charge = _charge(asked, held, head, signer, today)
    said = _content(desk, kind, charge, head, signer)
    name, form = _form(desk, kind)
    made = made_custody_letter(form, said, recipients=custody_text.recipients(head.filing), form_name=name)
    person = "-".join(fold(charge.receiver.name).split())
    return CustodyPaperPlan(
        custody_id, kind, charge.receiver.name, f"{_STEMS[kind]}-{person}-{today:%Y%m%d}.docx", made
    )


def draft_custody_paper(desk: Desk, *, custody_id: int, kind: CustodyPaperKind) -> Changes:
    """Draft the paper and keep it; another draft of the same charge is kept beside it."""
    plan = plan_custody_paper(desk, custody_id=custody_id, kind=kind)
    sentence = f"Soạn {CUSTODY_PAPERS[kind].lower()} cho {plan.person}"
    with desk.transaction("draft_custody_paper", sentence) as act:
        sha256 = hashlib.sha256(plan.content).hexdigest()
        if act.transaction.find(CustodyPaper, custody_id=custody_id, kind=kind, sha256=sha256):
            raise RuleBroken(f"{CUSTODY_PAPERS[kind]} soạn lại giống hệt bản đang có. Hãy dùng bản đó.")
        act.transaction.put(
            CustodyPaper(
                custody_id=custody_id,
                kind=kind,
                name=plan.name,
                sha256=act.transaction.keep_bytes(plan.content),
                byte_count=len(plan.content),
                made_at=desk.clock().astimezone(UTC),
            )
        )
    return act.changes


def copy_custody_paper(desk: Desk, *, paper_id: int, folder: Path) -> Path:
    """Write a copy of a drafted paper into a folder and return where it lies; one the clerk has edited stays beside it."""
    return copy_kept(desk, CustodyPaper, record_id=paper_id, folder=folder)


def _refuse(held: Custody, today: date) -> None:
    if held.role == "head":
        raise RuleBroken(
            "Thủ trưởng do cấp trên bổ nhiệm nên không soạn giấy giao việc. Hãy chọn người theo dõi hộp thư."
        )
    if held.to_on is not None and held.to_on < today:
        raise RuleBroken(f"Việc này đã kết thúc từ {held.to_on:%d/%m/%Y}. Hãy ghi lần giao việc mới rồi soạn giấy.")


def _signer(desk: Desk, asked: Transaction, today: date) -> Signer:
    """Let the head whom the register knows sign, in the post the settings name for them; without one, whoever signs letters."""
    (own,) = asked.find(Unit, is_own=True)
    heads = [one for one in asked.find(Custody, unit_id=own.id, role="head") if one.holds_on(today)]
    if not heads:
        return signer_of(desk, today)
    person = asked.get(Person, heads[-1].person_id)
    named = [one for one in asked.find(Signer, full_name=person.full_name) if one.may_sign_on(today)]
    return named[0] if named else Signer(full_name=person.full_name, post=person.post or _HEADS_POST)


def _charge(asked: Transaction, held: Custody, head: Letterhead, signer: Signer, today: date) -> Charge:
    person = asked.get(Person, held.person_id)
    return Charge(
        body=head.body,
        giver=Party(signer.full_name, signer.post),
        receiver=Party(person.full_name, person.post),
        unit=unit_name_on(asked, held.unit_id, today),
        addresses=_addresses(asked, held),
        from_on=held.from_on,
        to_on=held.to_on,
        is_lead=held.is_lead,
        stands_in_for=asked.get(Person, held.covers_id).full_name if held.covers_id else "",
    )


def _addresses(asked: Transaction, held: Custody) -> tuple[str, ...]:
    if held.mailbox_id is not None:
        return (asked.get(Mailbox, held.mailbox_id).address,)
    boxes = asked.find(Mailbox, unit_id=held.unit_id, kind="unit")
    return tuple(box.address for box in boxes if box.state not in NEVER_ISSUED | {"closed"})


def _content(desk: Desk, kind: CustodyPaperKind, charge: Charge, head: Letterhead, signer: Signer) -> LetterContent:
    collective = letterhead.collective_name(head.body) if head.is_collective else ""
    return LetterContent(
        parent_body=head.parent_body,
        body=head.body,
        place=head.place,
        drafted_on=desk.today(),
        symbol=custody_text.symbol(kind, head.symbol),
        subject=custody_text.SUBJECTS[kind],
        addressees=(),
        bases=_bases(desk),
        paragraphs=custody_text.paragraphs(kind, charge),
        signature=letterhead.signature(signer, collective=collective),
        filing=head.filing,
        foot_line=head.foot_line,
    )


def _bases(desk: Desk) -> tuple[str, ...]:
    """Cite the regulation in full, then its article on who looks after the mailboxes where it has one."""
    regulation, on = desk.regulation(), desk.today()
    basis, short = regulation.find(REQUEST_BASIS, on), regulation.find(REQUEST_BASIS_SHORT, on)
    said = regulation.find(CUSTODY_ASSIGNED, on)
    lines = [f"Căn cứ {basis.value}"] if basis else []
    if said is not None and said.cite and short is not None:
        lines.append(f"Căn cứ {written_out(said.cite)} {later_citation(short.value)}")
    return tuple(lines)


def _form(desk: Desk, kind: CustodyPaperKind) -> tuple[str, bytes]:
    shipped = form_for(paths.forms(), kind, regulation_id=desk.regulation().id)
    if shipped is None:
        raise RuleBroken(
            f"Chưa có mẫu {CUSTODY_PAPERS[kind].lower()}. Hãy đưa mẫu vào ở trang Thiết lập, mục Biểu mẫu."
        )
    return shipped.file.rpartition("/")[2], form_content(desk, shipped.file)
