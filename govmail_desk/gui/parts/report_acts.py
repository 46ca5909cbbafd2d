"""What can be done with the report shown on the shelf Báo cáo: its papers, its words, number and sending, a supplement, giving it up.

Here: `ReportActs`, the acts and the dialogs behind them. Drafting a new one is the shelf's own act.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.notices import Offer, notices_near
from govmail_desk.gui.parts.act_menu import offer_at_button
from govmail_desk.gui.parts.report_copies import ReportCopies, paper_of
from govmail_desk.gui.run import run, run_long, runner_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.report import ReportPaper
    from govmail_desk.listings.reports import ReportPane
    from govmail_desk.operations.report_copies import EditedReportPaper

_DRAFT: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.draft_report:DraftReportDialog")
_USAGE: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.report_usage:ReportUsageDialog")
_REMARKS: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.report_remarks:ReportRemarksDialog")
_SEND: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.send_report:SendReportDialog")
_CHECK: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.check_report:CheckReportDialog")
_SUPPLEMENT: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.supplement_report:SupplementReportDialog")
_CANCEL: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.cancel_report:CancelReportDialog")
_PREVIEW: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.preview:PreviewDialog")
_PAPERS: Final[Late[Any]] = Late("govmail_desk.operations.report_papers")
_COPIES: Final[Late[Any]] = Late("govmail_desk.operations.report_copies")
_PLAN: Final[Late[Any]] = Late("govmail_desk.operations.report_plan")


class ReportActs(QObject):
    """The acts on one report of a page."""

    asked = Signal()
    """An act is asked for: the page shows what stands now, where it had not yet."""
    made = Signal(object)
    """Another report was drafted: the `Changes`."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._desk: Desk
        self._facts: ReportPane | None = None
        tr = self.tr
        self.papers = act(page, "papers", tr("Lập giấy tờ"), self.make_papers, icon_name="request", shortcut="Ctrl+L")
        self.look = act(page, "preview", tr("Xem trước"), self.preview_newest, icon_name="look")
        self.check = act(page, "check", tr("Kiểm tra trước khi ký"), self.check_letter, icon_name="done")
        self.send = act(page, "send", tr("Ghi số và gửi…"), self.record_sent, icon_name="send", shortcut="F6")
        self.supply = act(page, "supplement", tr("Lập báo cáo bổ sung…"), self.supplement, icon_name="add")
        self.usage = act(page, "usage", tr("Nhập số liệu sử dụng…"), self.write_usage, icon_name="edit")
        self.remarks = act(page, "remarks", tr("Viết nhận xét…"), self.write_remarks, icon_name="edit", shortcut="F2")
        self.again = act(page, "again", tr("Lập lại số liệu…"), self.count_again, icon_name="refresh")
        self.save = act(page, "save", tr("Lưu giấy tờ ra thư mục…"), self.save_papers, icon_name="export")
        self.give_up = act(page, "cancel", tr("Hủy báo cáo…"), self.cancel, icon_name="close")
        self.more = act(page, "more", tr("Việc khác…"), self.offer_more, icon_name="more")
        self.all = (
            *(self.papers, self.look, self.check, self.send, self.supply),
            *(self.usage, self.remarks, self.again, self.save, self.give_up),
        )
        self.show_report(None)

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        self._desk = desk

    def show_report(self, facts: ReportPane | None) -> None:
        """Say which report is meant, and so which acts can be done."""
        self._facts = facts
        is_draft = facts is not None and facts.row.state == "draft"
        has_papers = facts is not None and bool(facts.papers)
        for offered in (self.papers, self.usage, self.remarks, self.again, self.give_up):
            offered.setVisible(is_draft)
        for offered in (self.look, self.save):
            offered.setVisible(has_papers)
        for offered in (self.check, self.send):
            offered.setVisible(is_draft and has_papers)
        self.supply.setVisible(facts is not None and facts.row.state == "sent")
        self.more.setVisible(any(offered.isVisible() for offered in self._lesser))

    @property
    def main(self) -> QAction | None:
        """The act that comes next."""
        if self._facts is None or self._facts.row.state != "draft":
            return None
        return self.send if self._facts.papers else self.papers

    def foot(self, *, is_low: bool) -> tuple[QAction, ...]:
        """Give what stands at the foot of the pane; where that is low, only what comes next and a look, the rest in the menu."""
        first = (self.send, self.supply, self.look, *(() if is_low else (self.check,)))
        has_papers = self.look.isVisible()
        offered = first if has_papers else (self.papers, *first)
        return tuple(one for one in (*offered, self.more) if one.isVisible())

    @property
    def copies(self) -> ReportCopies | None:
        """The copies of the report shown."""
        return ReportCopies(self._desk, self._facts) if self._facts is not None else None

    @property
    def edited(self) -> tuple[EditedReportPaper, ...]:
        """The copies of the report shown that were edited outside."""
        copies = self.copies
        return copies.edited if copies is not None else ()

    @property
    def _lesser(self) -> tuple[QAction, ...]:
        again = (self.papers, self.check) if self.look.isVisible() else ()
        return (*again, self.usage, self.remarks, self.again, self.save, self.give_up)

    # papers

    def make_papers(self) -> None:
        """Make letter and workbook, in a worker: a long list of names takes a moment."""
        self.asked.emit()
        if self._facts is not None:
            make = partial(_PAPERS.load().make_papers, self._desk, report_id=self._facts.row.id)
            run_long(self._page, lambda _tick: make(), self.tr("Đang lập giấy tờ"), self._offer_papers)

    def preview_newest(self) -> None:
        """Look at the newest papers, the letter first."""
        self.asked.emit()
        if self._facts is not None and self._facts.newest_papers:
            self.preview(self._facts.newest_papers[0])

    def preview(self, kept: ReportPaper) -> None:
        """Show the pages of a paper, and of the other beside it; they are printed from there."""
        copies = self.copies
        if self._facts is not None and copies is not None:
            papers = [paper_of(one) for one in self._facts.newest_papers]
            _PREVIEW.load()(self._page, self._desk, papers, paper_of(kept), copies=copies).open()

    def open_paper(self, kept: ReportPaper) -> None:
        """Open a copy of a paper."""
        copies = self.copies
        if copies is not None:
            copies.open(self._page, paper_of(kept))

    def check_letter(self) -> None:
        """Hold the letter to the decree and to the figures."""
        self.asked.emit()
        self._open(_CHECK, self.copies)

    def take_in(self, edited: EditedReportPaper) -> None:
        """Take the clerk's edit in as the next edition."""
        take = _COPIES.load().take_in_report_paper
        run(self._page, partial(take, self._desk, paper_id=edited.paper_id, path=edited.path))

    def save_papers(self) -> None:
        """Write copies into a folder the clerk chooses; it is noted that they went out."""
        self.asked.emit()
        folder = desktop().choose_folder(self._page)
        if folder is not None and self._facts is not None:
            self._save_into(folder)

    def _save_into(self, folder: Path) -> None:
        if self._facts is None:
            return
        try:
            written = _COPIES.load().save_report_papers(self._desk, report_id=self._facts.row.id, folder=folder)
        except (RuleBroken, StoreUnavailable) as failure:
            runner_of(self._page).tell_failure(failure, self._page, partial(self._save_into, folder))
            return
        bar = notices_near(self._page)
        if bar is not None:
            words = self.tr("Đã lưu {} tệp vào thư mục {}.").format(len(written), folder)
            bar.say(words, tone="good", offers=(Offer(self.tr("Mở thư mục"), partial(desktop().open, folder)),))

    def _offer_papers(self, _changes: Changes) -> None:
        self.asked.emit()
        bar = notices_near(self._page)
        if bar is not None:
            bar.offer_too(Offer(self.tr("Xem trước, in…"), self.preview_newest))
            bar.offer_too(Offer(self.tr("Kiểm tra trước khi ký"), self.check_letter))

    # words, number, supplement

    def write_usage(self) -> None:
        """Write the figures of use."""
        self.asked.emit()
        self._open(_USAGE, then=self._offer_papers_again)

    def write_remarks(self) -> None:
        """Write the clerk's words, whom it goes to, and the letter that asks for it."""
        self.asked.emit()
        if self.remarks.isVisible():
            self._open(_REMARKS, then=self._offer_papers_again)

    def count_again(self) -> None:
        """Count the draft's figures anew, to another cut-off where wanted."""
        self.asked.emit()
        if self._facts is None:
            return
        if self._facts.row.is_supplement:
            self.supplement()
            return
        dialog = _DRAFT.load()(self._page, self._desk, None, row=self._facts.row)
        dialog.made.connect(self.made)
        dialog.open()

    def record_sent(self) -> None:
        """Record number, day and addressee."""
        self.asked.emit()
        self._open(_SEND)

    def supplement(self) -> None:
        """Show what the register tells otherwise since, then draft the supplement."""
        self.asked.emit()
        if self._facts is None:
            return
        report_id = self._facts.report.supplements_id or self._facts.row.id
        try:
            plan = _PLAN.load().plan_supplement(self._desk, report_id=report_id)
        except (RuleBroken, StoreUnavailable) as failure:
            runner_of(self._page).tell_failure(failure, self._page, self.supplement)
            return
        dialog = _SUPPLEMENT.load()(self._page, self._desk, plan)
        dialog.made.connect(self.made)
        dialog.open()

    def cancel(self) -> None:
        """Give it up, with the reason."""
        self.asked.emit()
        self._open(_CANCEL)

    def offer_more(self) -> None:
        """Offer the lesser acts in a menu at the button."""
        offer_at_button(self._page, self.more, [offered for offered in self._lesser if offered.isVisible()])

    def _offer_papers_again(self) -> None:
        """What was written stands in no paper yet."""
        bar = notices_near(self._page)
        if bar is not None and self._facts is not None and self._facts.papers:
            bar.offer_too(Offer(self.tr("Lập lại giấy tờ"), self.make_papers))

    def _open(self, dialog: Late[Any], *about: object, then: Callable[[], object] | None = None) -> None:
        if self._facts is None:
            return
        opened = dialog.load()(self._page, self._desk, self._facts, *about)
        if then is not None:
            opened.accepted.connect(then)
        opened.open()
