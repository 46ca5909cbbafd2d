"""What can be done with the review shown: its sheets, answers, reminders, requests, its end.

Here: `ReviewActs`, the acts and the dialogs behind them. Opening a new one is the shelf's own act.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from govmail_desk import paths
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.parts.act_menu import offer_at_button
from govmail_desk.gui.parts.copies import open_copy
from govmail_desk.gui.run import run, run_long, runner_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.domain.request import RequestKind
    from govmail_desk.domain.review import ReviewPaper
    from govmail_desk.listings.review_pane import ReviewPane
    from govmail_desk.operations.review_requests import DecisionGroup

_DIALOGS: Final = "govmail_desk.gui.dialogs"
_MAKE: Final[Late[Any]] = Late(f"{_DIALOGS}.review_sheets:MakeSheetsDialog")
_SENT: Final[Late[Any]] = Late(f"{_DIALOGS}.review_sheets:MarkSentDialog")
_REMIND: Final[Late[Any]] = Late(f"{_DIALOGS}.review_sheets:RemindDialog")
_ANSWERS: Final[Late[Any]] = Late(f"{_DIALOGS}.review_answers:TakeInAnswersDialog")
_ROWS: Final[Late[Any]] = Late(f"{_DIALOGS}.decide_review_rows:DecideRowsDialog")
_CLOSE: Final[Late[Any]] = Late(f"{_DIALOGS}.close_review:CloseReviewDialog")
_CANCEL: Final[Late[Any]] = Late(f"{_DIALOGS}.close_review:CancelReviewDialog")
_WIZARD: Final[Late[Any]] = Late(f"{_DIALOGS}.request_wizard:RequestWizard")
_BATCH: Final[Late[Any]] = Late(f"{_DIALOGS}.request_batch:RequestBatchDialog")
_REMINDERS: Final[Late[Any]] = Late("govmail_desk.operations.review_reminders")
_REQUESTS: Final[Late[Any]] = Late("govmail_desk.operations.review_requests")
_CLOSING: Final[Late[Any]] = Late("govmail_desk.operations.review_closing")
_KIND_WORDS: Final[dict[RequestKind, str]] = {
    "close": "Đề nghị hủy {} hộp thư",
    "change": "Đề nghị thay đổi {} hộp thư",
    "create": "Đề nghị cấp mới cho {} người",
}


class ReviewActs(QObject):
    """The acts on one review of the shelf."""

    asked = Signal()
    """An act is asked for: the shelf shows what stands now, where it had not yet."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._desk: Desk
        self._facts: ReviewPane | None = None
        self.make = act(page, "sheets", self.tr("Lập phiếu…"), self.make_sheets, icon_name="export", shortcut="Ctrl+L")
        self.sent = act(page, "sent", self.tr("Ghi đã gửi…"), self.mark_sent, icon_name="send")
        self.take = act(
            page, "answers", self.tr("Nhận trả lời…"), self.take_answers, icon_name="import", shortcut="Ctrl+I"
        )
        self.remind = act(page, "remind", self.tr("Nhắc…"), self.remind_departments, icon_name="clock")
        self.ask = act(page, "requests", self.tr("Lập đề nghị…"), self.offer_requests, icon_name="request")
        self.close = act(page, "close", self.tr("Kết thúc…"), self.end, icon_name="done", shortcut="F6")
        self._cancel = act(page, "cancel", self.tr("Hủy đợt rà soát…"), self.cancel, icon_name="close")
        self._again = act(page, "evidence", self.tr("Lập lại hồ sơ"), self.make_evidence, icon_name="folder")
        self.more = act(page, "more", self.tr("Việc khác…"), self.offer_more, icon_name="more")
        self.all = (self.make, self.sent, self.take, self.remind, self.ask, self.close, self._cancel, self._again)
        self.show_review(None)

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        self._desk = desk

    def show_review(self, facts: ReviewPane | None) -> None:
        """Say which review is meant, and so which acts can be done."""
        self._facts = facts
        is_open = facts is not None and facts.line.state == "open"
        is_closed = facts is not None and facts.line.state == "closed"
        for offered in (self.make, self.take, self.close, self._cancel):
            offered.setVisible(is_open)
        self.sent.setVisible(is_open and facts is not None and bool(facts.unsent))
        self.remind.setVisible(is_open and facts is not None and bool(facts.waiting))
        self.ask.setVisible((is_open or is_closed) and facts is not None and facts.to_ask > 0)
        self._again.setVisible(is_closed)

    @property
    def offered(self) -> list[QAction]:
        """What stands at the foot of the pane: the next act, those of every day, and the way to the others."""
        daily = [one for one in self._daily if one.isVisible()]
        return [*daily, *([self.more] if self._lesser else [])]

    @property
    def _daily(self) -> tuple[QAction, ...]:
        begun = self.main if self.main in {self.make, self.sent, self._again} else None
        return (*((begun,) if begun is not None else ()), self.take, self.remind, self.ask, self.close)

    @property
    def _lesser(self) -> list[QAction]:
        return [one for one in self.all if one.isVisible() and one not in self._daily]

    def offer_more(self) -> None:
        """Offer the lesser acts in a menu at the button."""
        offer_at_button(self._page, self.more, self._lesser)

    @property
    def main(self) -> QAction | None:
        """The act that comes next."""
        facts = self._facts
        if facts is None or facts.line.state == "cancelled":
            return None
        if facts.line.state == "closed":
            return self.ask if facts.to_ask else None
        if not facts.has_sheets:
            return self.make
        if facts.unsent and not facts.line.decided_count:
            return self.sent
        if facts.waiting:
            return self.take
        return self.ask if facts.to_ask else self.close

    # sheets and answers

    def make_sheets(self) -> None:
        """Make the sheets into a folder."""
        self._open(_MAKE)

    def mark_sent(self) -> None:
        """Record on which day sheets were sent."""
        self._open(_SENT)

    def take_answers(self) -> None:
        """Take in what departments sent back."""
        self.take_files(())

    def take_files(self, files: Sequence[Path]) -> None:
        """Take in these files; their marks say of which review they are, so none has to be chosen."""
        self.asked.emit()
        sheets = self._facts.sheets if self._facts is not None else ()
        _ANSWERS.load()(self._page, self._desk, sheets, tuple(files)).open()

    def show_rows(self, sheet_id: int) -> None:
        """Show the rows of a department, to be decided by hand."""
        sheet = next((one for one in self._facts.sheets if one.id == sheet_id), None) if self._facts else None
        if sheet is not None and self._facts is not None:
            may_decide = self._facts.line.state == "open"
            _ROWS.load()(self._page, self._desk, sheet, may_decide=may_decide).open()

    def remind_departments(self) -> None:
        """Remind whoever has not answered."""
        self.asked.emit()
        if self._facts is None:
            return
        try:
            plan = _REMINDERS.load().plan_reminders(self._desk, review_id=self._facts.line.id)
        except (RuleBroken, StoreUnavailable) as failure:
            runner_of(self._page).tell_failure(failure, self._page, self.remind_departments)
        else:
            self._open(_REMIND, plan)

    # requests

    def offer_requests(self) -> None:
        """Offer, in a menu at the button, a request of each kind that was decided; first note those drafted already."""
        self.asked.emit()
        if self._facts is None:
            return
        self._link(self._facts.line.id)
        found = _REQUESTS.load().open_decisions(self._desk, review_id=self._facts.line.id)
        offered = [one for kind in _KIND_WORDS for one in self._requests(kind, found.of_kind(kind))]
        if offered:
            offer_at_button(self._page, self.ask, offered)

    def _requests(self, kind: RequestKind, groups: Sequence[DecisionGroup]) -> list[QAction]:
        """One request for all, and where several units decided, one a unit."""
        if not groups:
            return []
        count = sum(len(group.subject_ids) for group in groups)
        words = f"{self.tr(_KIND_WORDS[kind]).format(count)}…"
        made = [self._act(words, partial(self.begin_request, kind, groups))]
        if len({group.unit_id for group in groups}) > 1:
            each = self.tr("{}, mỗi đơn vị một đề nghị…").format(words.removesuffix("…"))
            made.append(self._act(each, partial(self.begin_batch, kind, groups)))
        return made

    def _act(self, words: str, does: Any) -> QAction:
        made = QAction(words, self._page)
        made.triggered.connect(does)
        return made

    def begin_request(self, kind: RequestKind, groups: Sequence[DecisionGroup]) -> None:
        """Begin one request for everything decided of a kind, its selection filled in."""
        ids = [one for group in groups for one in group.subject_ids]
        chosen = {"people_ids": ids} if kind == "create" else {"mailbox_ids": ids}
        details = _REQUESTS.load().details_of(groups)
        self._begin(_WIZARD.load()(self._page, self._desk, kind=kind, details=details, **chosen))

    def begin_batch(self, kind: RequestKind, groups: Sequence[DecisionGroup]) -> None:
        """Begin one request a unit."""
        ids = [one for group in groups for one in group.subject_ids]
        self._begin(_BATCH.load()(self._page, self._desk, kinds=(kind,), subject_ids=ids))

    def _begin(self, dialog: Any) -> None:
        """Open a dialog that drafts requests, and note what it drafted once it closes."""
        if self._facts is not None:
            dialog.finished.connect(partial(self._link_after, self._facts.line.id))
            dialog.open()

    def _link_after(self, review_id: int, _result: int) -> None:
        self._link(review_id)

    def _link(self, review_id: int) -> None:
        requests = _REQUESTS.load()
        if requests.has_requests_to_link(self._desk, review_id=review_id):
            run(self._page, partial(requests.link_requests, self._desk, review_id=review_id))

    # the end

    def end(self) -> None:
        """Show what is still open, then end it."""
        self.asked.emit()
        if self._facts is None:
            return
        self._link(self._facts.line.id)
        try:
            plan = _CLOSING.load().plan_closing(self._desk, review_id=self._facts.line.id)
        except (RuleBroken, StoreUnavailable) as failure:
            runner_of(self._page).tell_failure(failure, self._page, self.end)
        else:
            _CLOSE.load()(self._page, self._desk, plan).open()

    def cancel(self) -> None:
        """Give it up, with the reason."""
        self.asked.emit()
        if self._facts is not None:
            _CANCEL.load()(self._page, self._desk, self._facts.line).open()

    def make_evidence(self) -> None:
        """Make the file of the review again, with the numbers its requests have got since."""
        if self._facts is not None:
            act = partial(_CLOSING.load().keep_evidence, self._desk, review_id=self._facts.line.id)
            run_long(self._page, lambda tick: act(tick=tick), self.tr("Đang lập hồ sơ rà soát"))

    def open_paper(self, paper: ReviewPaper) -> None:
        """Open a copy of a kept paper with its own program."""
        folder = paths.home() / "giay-to" / f"ra-soat-{paper.review_id}"
        try:
            open_copy(_CLOSING.load().copy_review_paper(self._desk, paper_id=paper.id, folder=folder))
        except StoreUnavailable as failure:
            runner_of(self._page).tell_failure(failure, self._page, partial(self.open_paper, paper))

    def _open(self, dialog: Late[Any], *about: object) -> None:
        self.asked.emit()
        if self._facts is not None:
            dialog.load()(self._page, self._desk, self._facts, *about).open()
