"""Reminding departments that have not answered a review, the n-th time, all at once: letter and mail each, with the sheet once more.

How often one was reminded is counted again in the act that writes it, so no number is given twice. What a reminder says is
`domain.review_text`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from govmail_desk.documents.email_draft import Attachment, DraftMail, made_draft
from govmail_desk.documents.letter import LetterContent, made_letter
from govmail_desk.documents.result_list import plain_book
from govmail_desk.documents.writing import write_whole
from govmail_desk.domain import letterhead
from govmail_desk.domain.chase_text import times
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.review import ReviewReminder, ReviewSheet
from govmail_desk.domain.review_text import reminder_letter, reminder_mail, reminder_subject
from govmail_desk.operations.copies import made_folder
from govmail_desk.operations.exports import note_export
from govmail_desk.operations.forms import form_bytes
from govmail_desk.operations.paper_settings import attachment_limits, recipients_of, signer_of
from govmail_desk.operations.review_asking import Asking, PaperMade, contents_of, keep_papers
from govmail_desk.operations.reviews import named, open_one, refuse_review_day
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from pathlib import Path

    from govmail_desk.desk import Act, Changes, Desk
    from govmail_desk.domain.review import Review
    from govmail_desk.domain.review_text import Asked

Told = Callable[[int, int], object]
Kept = Callable[["Changes"], object]

RESULT_NAME: Final = "ket-qua-nhac.xlsx"
_FORM: Final = "cong-van.docx"
_RESULT_COLUMNS: Final = {"STT": 6, "Bộ phận": 40, "Lần nhắc": 12, "Gửi đến": 40, "Tệp": 70, "Ghi chú": 50}
_MOVED: Final = (
    "Có bộ phận vừa được nhắc hoặc vừa trả lời ở nơi khác. Hãy xem lại danh sách rồi nhắc; chưa có gì được ghi."
)
_WAY: Final = "email"


@dataclass(frozen=True, slots=True)
class PlannedReminder:
    """One department that would be reminded, and for which time."""

    sheet: ReviewSheet
    asked: Asked
    address: str

    @property
    def text(self) -> str:
        """What the letter would say, to be looked at."""
        return "\n\n".join(reminder_letter(self.asked))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderPlan:
    """Who would be reminded on a day, and why the others not."""

    review: Review
    on: date
    reminders: tuple[PlannedReminder, ...]
    left_out: tuple[str, ...]


def plan_reminders(
    desk: Desk, *, review_id: int, on: date | None = None, sheet_ids: Collection[int] | None = None
) -> ReminderPlan:
    """Say who would be reminded (default: every department that has not answered); nothing is written.

    Left out, with the reason, is whom no sheet was sent to yet, and whoever was reminded on that day or later. Raises `RuleBroken` for a
    review that is over, a day to come, and where nobody is left to be reminded.
    """
    on = on or desk.today()
    asking = Asking(desk, review_id, on)
    with desk.reading() as connection:
        open_one(Transaction(connection), review_id)
    refuse_review_day(desk, asking.review, on)
    waiting = [one for one in asking.sheets if one.answered_on is None and (sheet_ids is None or one.id in sheet_ids)]
    refusals = {one.id: _refusal(asking, one, on) for one in waiting}
    reminders = tuple(
        PlannedReminder(one, asking.asked(one), asking.address(one)) for one in waiting if not refusals[one.id]
    )
    left_out = tuple(refusals[one.id] for one in waiting if refusals[one.id])
    if not reminders:
        raise RuleBroken(" ".join(left_out) or "Các bộ phận đã chọn đều đã trả lời nên không còn ai để nhắc.")
    return ReminderPlan(review=asking.review, on=on, reminders=reminders, left_out=left_out)


def remind(
    desk: Desk, plan: ReminderPlan, *, folder: Path, tick: Told | None = None, on_kept: Kept | None = None
) -> Changes:
    """Make the reminders of a plan, keep them, and copy them into a folder with a list of what was made.

    `tick` is told after each department and file; what it raises before they are kept keeps nothing, and `on_kept` is told once they
    are. Raises `RuleBroken` where somebody was reminded or has answered since, `StoreUnavailable` where the folder cannot be written.
    """
    folder = made_folder(folder)
    made = _papers(desk, plan, tick)
    with desk.transaction("remind_departments", "") as act:
        open_one(act.transaction, plan.review.id)
        _refuse_moved(act, plan)
        act.transaction.put_all([_reminder(plan, one, by=desk.person) for one in plan.reminders])
        papers = [paper for pair in made for paper in pair]
        keep_papers(act, desk, plan.review.id, papers)
        _note(act, desk, plan, papers)
        act.sentence = _sentence(plan)
    if on_kept is not None:
        on_kept(act.changes)
    _copy(folder, plan, made, tick)
    return act.changes


def _reminder(plan: ReminderPlan, one: PlannedReminder, *, by: str) -> ReviewReminder:
    return ReviewReminder(
        review_id=plan.review.id,
        review_sheet_id=one.sheet.id,
        turn=one.asked.turn,
        on_date=plan.on,
        by=by,
        way=_WAY,
    )


def _refusal(asking: Asking, sheet: ReviewSheet, on: date) -> str:
    """Say why a department is not reminded on a day; empty where it is."""
    department = asking.department(sheet)
    if sheet.sent_on is None:
        return f"{department}: chưa ghi ngày gửi phiếu."
    if on <= sheet.sent_on:
        return f"{department}: phiếu mới gửi ngày {sheet.sent_on:%d/%m/%Y}."
    last = asking.reminders.get(sheet.id, ())
    if last and last[-1].on_date >= on:
        return f"{department}: đã nhắc {times(last[-1].turn)} ngày {last[-1].on_date:%d/%m/%Y}."
    return ""


def _papers(desk: Desk, plan: ReminderPlan, tick: Told | None) -> list[tuple[PaperMade, PaperMade]]:
    asking = Asking(desk, plan.review.id, plan.on)
    kept = [paper for one in plan.reminders if (paper := asking.kept_sheet(one.sheet)) is not None]
    with desk.reading() as connection:
        contents = contents_of(connection, kept)
    sheets = {one.review_sheet_id: Attachment(one.name, contents[one.id]) for one in kept}
    making = _Reminding(desk, asking)
    made = []
    for place, one in enumerate(plan.reminders, start=1):
        made.append(making.papers(one, sheets.get(one.sheet.id)))
        if tick is not None:
            tick(place, 2 * len(plan.reminders))
    return made


class _Reminding:
    """Letters and mails in the making: form, signer and recipients read once."""

    def __init__(self, desk: Desk, asking: Asking) -> None:
        self.asking = asking
        self.form = form_bytes(desk, asking.regulation.id, _FORM)
        head, signer = asking.head, signer_of(desk, asking.on)
        collective = letterhead.collective_name(head.body) if head.is_collective else ""
        self.signature = letterhead.signature(signer, collective=collective)
        self.recipients = recipients_of(desk, asking.on)

    def papers(self, one: PlannedReminder, sheet: Attachment | None) -> tuple[PaperMade, PaperMade]:
        """Make the letter and the mail that carries it."""
        stem = f"nhac-lan-{one.asked.turn}"
        letter = PaperMade(
            "reminder", one.sheet.id, self.asking.file_name(stem, one.sheet, ".docx"), self._letter(one.asked)
        )
        attached = tuple(filter(None, (Attachment(letter.name, letter.content), sheet)))
        mail = self._mail(one, attached)
        return letter, PaperMade("reminder", one.sheet.id, letter.name.removesuffix(".docx") + ".eml", mail)

    def _letter(self, asked: Asked) -> bytes:
        head = self.asking.head
        content = LetterContent(
            parent_body=head.parent_body,
            body=head.body,
            place=head.place,
            drafted_on=asked.on,
            symbol=head.symbol,
            subject=reminder_subject(asked),
            addressees=(asked.department,),
            paragraphs=reminder_letter(asked, contact=head.contact),
            signature=self.signature,
            other_recipients=self.recipients,
            filing=head.filing,
            foot_line=head.foot_line,
        )
        return made_letter(self.form, content, form_name=_FORM)

    def _mail(self, one: PlannedReminder, attached: tuple[Attachment, ...]) -> bytes:
        asking = self.asking
        names = [file.name for file in attached]
        mail = DraftMail(
            sender=asking.sender,
            to=one.address,
            to_name=one.asked.department,
            subject=f"{one.asked.unit}: {reminder_subject(one.asked)}",
            body=reminder_mail(one.asked, file_names=names, contact=asking.head.contact),
            attachments=attached,
        )
        return made_draft(mail, attachment_limits(asking.regulation, asking.on))


def _refuse_moved(act: Act, plan: ReminderPlan) -> None:
    """Count again, now that nobody else can write: the same departments still wait, each for the same time."""
    sheets = act.transaction.get_many(ReviewSheet, [one.sheet.id for one in plan.reminders])
    reminders = act.transaction.find(ReviewReminder, review_id=plan.review.id)
    for one in plan.reminders:
        count = sum(earlier.review_sheet_id == one.sheet.id for earlier in reminders)
        if count + 1 != one.asked.turn or one.sheet.id not in sheets or sheets[one.sheet.id].answered_on is not None:
            raise RuleBroken(_MOVED)


def _note(act: Act, desk: Desk, plan: ReminderPlan, papers: Sequence[PaperMade]) -> None:
    note_export(
        act.transaction,
        desk,
        kind="review",
        subject=f"văn bản nhắc trả lời {named(plan.review)}",
        row_count=sum(one.asked.row_count for one in plan.reminders),
        name=f"{len(papers)} tệp nhắc",
        content_sha256=hashlib.sha256(b"".join(one.content for one in papers)).hexdigest(),
    )


def _sentence(plan: ReminderPlan) -> str:
    turns = sorted({one.asked.turn for one in plan.reminders})
    told = ", ".join(map(times, turns))
    whom = plan.reminders[0].asked.department if len(plan.reminders) == 1 else f"{len(plan.reminders)} bộ phận"
    return f"Nhắc {whom} trả lời {named(plan.review)}, {told}"


def _copy(folder: Path, plan: ReminderPlan, made: Sequence[tuple[PaperMade, PaperMade]], tick: Told | None) -> None:
    lines = []
    for place, (one, pair) in enumerate(zip(plan.reminders, made, strict=True), start=1):
        for paper in pair:
            write_whole(folder / paper.name, paper.content)
        note = "" if one.address else "Chưa có địa chỉ thư của bộ phận; hãy điền người nhận trước khi gửi."
        told = (one.asked.department, times(one.asked.turn), one.address)
        lines.append((place, *told, ", ".join(paper.name for paper in pair), note))
        if tick is not None:
            tick(len(made) + place, 2 * len(made))
    write_whole(folder / RESULT_NAME, plain_book("Nhắc trả lời", _RESULT_COLUMNS, lines))
