"""The second step of a request: the letter. Reason, day, signer, whom it goes to, contact, recipients, list; the letter beside it.

Where the regulation asks for no letter, the mail that asks in its place is written and shown here.

Here: `LetterStep`. Making the papers is its main act, in a worker. Not here: the letter as it reads (`gui.dialogs.request_sheet`), which
papers are made (`gui.dialogs.request_notes`), the plan (`gui.dialogs.request_drafting`).
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from govmail_desk.documents.email_draft import DraftMail
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.settings import Letterhead, Operator, Recipients, Signer
from govmail_desk.domain.vietnamese import clean
from govmail_desk.gui.background import Latest
from govmail_desk.gui.dialogs.request_notes import PaperNotes
from govmail_desk.gui.dialogs.request_sheet import LetterSheet
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField, LongTextField, TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.side_by_side import SideBySide, scrolled
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.warning_lines import WarningLines
from govmail_desk.gui.rules.operator_notes import operator_notes
from govmail_desk.gui.run import run_long, runner_of
from govmail_desk.gui.steps import Step
from govmail_desk.listings.settings import signers
from govmail_desk.operations.paper_content import PaperChoices
from govmail_desk.operations.papers import letter_content, mail_content
from govmail_desk.wording import SIGNER_AUTHORITIES

if TYPE_CHECKING:
    from collections.abc import Callable

    from govmail_desk.desk import Changes
    from govmail_desk.documents.letter import LetterContent
    from govmail_desk.gui.dialogs.request_drafting import Drafting

_SHEET_WIDTH: Final = 260
_LIST_FORMS: Final = ((False, "Mẫu thường dùng"), (True, "Mẫu 8 cột, có số CCCD"))


class LetterStep(Step):
    """The letter and what it rests on."""

    made = Signal(object)
    """The request is drafted: its number."""

    def __init__(self, drafting: Drafting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drafting = drafting
        self._is_told = False
        self._refusal = ""
        self.reason = LongTextField(lines=3)
        self.on = DateField(drafting.desk.today(), drafting.on)
        self.signer = ChoiceField()
        self.operator = TextField()
        self.operator_address = TextField(hint=self.tr("ten.donvi@tenmien"))
        self.contact = TextField(hint=self.tr("Họ tên, chức vụ, số điện thoại"))
        self.recipients = LongTextField(lines=2, hint=self.tr("Mỗi dòng một nơi; “Như trên” và “Lưu” đã có sẵn"))
        self.list_form = ChoiceField(_LIST_FORMS)
        self.form = self._made_form()
        self.warnings = WarningLines(self)
        self.more = self._made_more()
        self.papers = PaperNotes(self)
        self.sheet = LetterSheet(self)
        self._latest = Latest(drafting.background, self)
        self._lay_out()
        self._connect()

    @property
    def main_words(self) -> str:
        """Say what will be made."""
        count = len(self.drafting.plan.rows) if self.drafting.plan else 0
        return self.tr("Lập đề nghị {} hộp thư").format(count)

    @property
    def is_ready(self) -> bool:
        """True where the letter can be shown as it will be, and so be made."""
        return self.drafting.plan is not None and not self.drafting.is_pending and not self._refusal

    def enter(self) -> None:
        """Fill the fields from the unit's settings, once; what was typed meanwhile stays."""
        if not self._is_told:
            self._fill()
            self._is_told = True
        self.more.rows["list_form"].setVisible(self._has_list_forms)
        self._follow()

    def go_on(self) -> None:
        """Make the papers and draft the request."""
        if not self.form.show_errors(self._errors()):
            return
        self._take()
        run_long(self, self.drafting.draft, self.tr("Đang lập giấy tờ của đề nghị"), self._tell_made)

    @property
    def _has_list_forms(self) -> bool:
        """Only lists of new personal mailboxes have more than one form."""
        return self.drafting.kind == "create" and self.drafting.selection.seekers.kind == "personal"

    def _tell_made(self, changes: Changes) -> None:
        (request_id,) = changes.ids["request"]
        self.made.emit(request_id)
        self.done.emit()

    def _errors(self) -> dict[str, str]:
        errors = {}
        if not self.reason.typed():
            errors["reason"] = self.tr("Hãy ghi lý do: đề nghị không có lý do có thể bị từ chối.")
        if not self.operator.typed():
            errors["operator"] = self.tr("Hãy ghi tên đơn vị nhận đề nghị.")
        if self.on.day() is None:
            errors["on"] = self.on.problem() or self.tr("Hãy ghi ngày lập đề nghị.")
        return errors

    # from the fields to the plan

    def _take(self) -> None:
        self.drafting.selection.reason = self.reason.typed()
        self.drafting.choices = self._choices()

    def _choices(self) -> PaperChoices:
        signer = self.signer.choice()
        return PaperChoices(
            signer_id=signer if isinstance(signer, int) else None,
            operator=self._other_operator(),
            contact=self.contact.typed(),
            recipients=tuple(filter(None, map(clean, self.recipients.typed().splitlines()))),
            has_eight_columns=self.list_form.choice() is True,
        )

    def _typed_operator(self) -> Operator:
        return Operator(
            from_on=self.drafting.on, name=self.operator.typed(), address=self.operator_address.typed().lower()
        )

    def _other_operator(self) -> Operator | None:
        """Return the body asked where it is not the one of the unit's settings."""
        known, typed = self.drafting.desk.valid(Operator, self.drafting.on), self._typed_operator()
        is_known = known is not None and (known.name, known.address) == (typed.name, typed.address)
        return None if is_known else typed

    def _date(self, on: Any) -> None:
        if on is not None and on != self.drafting.on:
            self.drafting.date_from(on)
            self._offer_signers()
            self._follow()

    # from the plan to what is shown

    def _fill(self) -> None:
        desk, on, plan = self.drafting.desk, self.drafting.on, self.drafting.plan
        operator, recipients = desk.valid(Operator, on), desk.valid(Recipients, on)
        letterhead = desk.valid(Letterhead, on)
        self.reason.setPlainText(plan.reason if plan else "")
        self.operator.setText(operator.name if operator else "")
        self.operator_address.setText(operator.address if operator else "")
        self.contact.setText(letterhead.contact if letterhead else "")
        self.recipients.setPlainText("\n".join(recipients.lines) if recipients else "")
        for line in (self.operator, self.operator_address, self.contact):
            line.setCursorPosition(0)
        self._offer_signers()

    def _offer_signers(self) -> None:
        able = signers(self.drafting.desk, self.drafting.on)
        offered: list[tuple[object, str]] = [(one.id, _signer_words(one)) for one in able]
        self.signer.offer(offered or [(None, self.tr("Chưa có người ký; để trống"))])

    def _follow(self) -> None:
        """Show the letter as it would be now, after a pause in typing."""
        plan = self.drafting.plan
        if not self._is_told or plan is None:
            return
        self._show_notes()
        self._take()
        seen = replace(plan, reason=self.reason.typed(), on=self.drafting.on)
        has_letter = self.drafting.has_letter
        self._show_fields(has_letter=has_letter)
        content: Callable[..., LetterContent | DraftMail] = letter_content if has_letter else mail_content
        asked = partial(content, self.drafting.desk, plan=seen, choices=self.drafting.choices)
        self._latest.ask(asked, self._show, self._tell)

    def _show(self, content: LetterContent | DraftMail) -> None:
        self._refusal = ""
        if isinstance(content, DraftMail):
            self.sheet.show_mail(content)
        else:
            self.sheet.show_letter(content)
        self.changed.emit()

    def _show_fields(self, *, has_letter: bool) -> None:
        """Ask only for what the paper needs: nobody signs a mail, and no others are named on it."""
        self.form.rows["signer"].setVisible(has_letter)
        self.more.rows["recipients"].setVisible(has_letter)

    def _tell(self, failure: BaseException) -> None:
        if not isinstance(failure, RuleBroken):
            runner_of(self).tell_failure(failure, self, self._follow)
            return
        self._refusal = failure.sentence
        self.sheet.show_instead(failure.sentence)
        self.changed.emit()

    def _show_notes(self) -> None:
        drafting = self.drafting
        regulation = drafting.desk.regulation(drafting.on)
        warnings = operator_notes(regulation, self._typed_operator(), drafting.on)
        if self.signer.choice() is None and drafting.has_letter:
            warnings.append(
                self.tr("Ngày này chưa ai có thẩm quyền ký nên khối chữ ký để trống. Thêm ở Thiết lập, mục Người ký.")
            )
        self.warnings.show_sentences(warnings)
        if drafting.plan is not None:
            has_eight = self.list_form.choice() is True
            self.papers.show_papers(drafting.desk, drafting.plan, has_eight_columns=has_eight)

    # how it stands

    def _made_form(self) -> Form:
        form = Form(self)
        form.add("reason", self.tr("Lý do"), self.reason, is_needed=True)
        form.add("on", self.tr("Ngày lập"), self.on)
        form.add("signer", self.tr("Người ký"), self.signer)
        form.add("operator", self.tr("Nơi nhận đề nghị"), self.operator, is_needed=True)
        form.add("operator_address", self.tr("Địa chỉ thư của nơi nhận"), self.operator_address)
        return form

    def _made_more(self) -> Form:
        form = Form(self)
        form.add("contact", self.tr("Liên hệ, trao đổi"), self.contact)
        form.add("recipients", self.tr("Nơi nhận khác"), self.recipients)
        form.add("list_form", self.tr("Mẫu danh sách"), self.list_form)
        return form

    def _connect(self) -> None:
        for field in (self.operator, self.operator_address, self.contact, self.reason, self.recipients):
            field.textChanged.connect(self._follow)
        for choice in (self.signer, self.list_form):
            choice.picked.connect(self._follow)
        self.on.day_changed.connect(self._date)
        self.drafting.planned.connect(self._take_plan)
        self.setFocusProxy(self.reason)

    def _take_plan(self) -> None:
        if not self.drafting.is_pending:
            self._follow()
        self.changed.emit()

    def keeps_enter(self, focus: QWidget | None) -> bool:
        """Enter begins a line in a text of several lines."""
        return super().keeps_enter(focus) or isinstance(focus, QPlainTextEdit)

    def _lay_out(self) -> None:
        left = QWidget(self)
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, Space.USUAL, 0)
        rows.setSpacing(Space.USUAL)
        for part in (self.form, self.warnings, self.more, self.papers):
            rows.addWidget(part)
        rows.addStretch(1)
        self.sheet.setMinimumWidth(_SHEET_WIDTH)
        sides = SideBySide(scrolled(left, self), self.sheet, shares=(5, 6), parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(sides)


def _signer_words(signer: Signer) -> str:
    return f"{signer.full_name}, {signer.post} ({SIGNER_AUTHORITIES[signer.authority]})"
