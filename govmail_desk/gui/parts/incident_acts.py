"""What can be done with the incident shown on the page Sự cố: told, its letter and mail, closed, corrected, cancelled, opened again.

Here: `IncidentActs`, the acts and the dialogs behind them. Recording a new one is the page's own act.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from govmail_desk.domain.incident import IncidentPaper
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.notices import Offer, notices_near
from govmail_desk.gui.parts.act_menu import offer_at_button
from govmail_desk.gui.parts.kept_papers import KeptPapers, paper_of
from govmail_desk.gui.run import run
from govmail_desk.operations.incidents import reopen_incident

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.incident_duties import DutyStep
    from govmail_desk.listings.incidents import IncidentPane

_TELL: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.tell_incident:TellIncidentDialog")
_PASS: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.tell_incident:PassStepDialog")
_RECORD: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.record_incident:RecordIncidentDialog")
_CLOSE: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.end_incident:CloseIncidentDialog")
_CANCEL: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.end_incident:CancelIncidentDialog")
_PAPER: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.incident_paper:IncidentPaperDialog")
_PREVIEW: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.preview:PreviewDialog")
_RESET: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.request_wizard:RequestWizard")


class IncidentActs(QObject):
    """The acts on one incident of a page."""

    asked = Signal()
    """An act is asked for: the page shows what stands now, where it had not yet."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._desk: Desk
        self._facts: IncidentPane | None = None
        self.tell = act(page, "tell", self.tr("Ghi đã báo…"), self.tell_next, icon_name="send", shortcut="Ctrl+B")
        self.letter = act(page, "letter", self.tr("Công văn…"), self.make_letter, icon_name="request")
        self.mail = act(page, "mail", self.tr("Soạn thư…"), self.make_mail, icon_name="mailbox", shortcut="Ctrl+M")
        self.reset = act(page, "reset", self.tr("Đề nghị cấp lại mật khẩu…"), self.ask_reset, icon_name="key")
        self.close = act(page, "close", self.tr("Kết thúc…"), self.end, icon_name="done", shortcut="F6")
        self._correct = act(page, "correct", self.tr("Sửa sự cố…"), self.correct, icon_name="edit", shortcut="F2")
        self._cancel = act(page, "cancel", self.tr("Hủy dòng sự cố…"), self.cancel, icon_name="close")
        self.reopen = act(page, "reopen", self.tr("Mở lại sự cố"), self.open_again, icon_name="undo")
        self.more = act(page, "more", self.tr("Việc khác…"), self.offer_more, icon_name="more")
        self.lesser = (self.mail, self._correct, self._cancel)
        self.all = (self.tell, self.letter, self.reset, self.close, self.reopen, *self.lesser)
        self.show_incident(None)

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        self._desk = desk

    def show_incident(self, facts: IncidentPane | None) -> None:
        """Say which incident is meant, and so which acts can be done."""
        self._facts = facts
        state = facts.row.state if facts is not None else ""
        for offered in (self.tell, self.close, self._correct, self._cancel):
            offered.setVisible(state == "open")
        for offered in (self.letter, self.mail, self.more):
            offered.setVisible(state in {"open", "closed"})
        self.reset.setVisible(state == "open" and facts is not None and facts.row.kind == "leak")
        self.reopen.setVisible(state in {"closed", "cancelled"})

    @property
    def offered(self) -> list[QAction]:
        """The acts at the foot of the pane; telling somebody more, or closing too early, stand behind the others."""
        after = (self.main,) if self.main is not None else ()
        every = (*after, self.letter, self.reset, self.reopen, self.more)
        return [one for one in every if one.isVisible()]

    @property
    def main(self) -> QAction | None:
        """The act that comes next: tell whoever is still to be told, then close."""
        if self._facts is None or self._facts.row.state != "open":
            return None
        return self.tell if self._facts.waiting else self.close

    # telling

    def tell_next(self) -> None:
        """Record that the next one was told."""
        self.asked.emit()
        if self._facts is not None:
            waiting = self._facts.waiting
            self.tell_step(waiting[0] if waiting else None)

    def tell_step(self, step: DutyStep | None) -> None:
        """Record that one of the steps was done; None for somebody no rule names."""
        self._open(_TELL, step)

    def pass_step(self, step: DutyStep) -> None:
        """Record why somebody need not be told."""
        self._open(_PASS, step)

    # papers

    def make_letter(self) -> None:
        """Look at the letter to the operator, then keep it."""
        self._make("letter")

    def make_mail(self) -> None:
        """Look at the e-mail draft to the operator, then keep and open it."""
        self._make("mail")

    def open_paper(self, kept: IncidentPaper) -> None:
        """Open a copy of one paper."""
        KeptPapers.of_incident(self._desk, kept.incident_id).open(self._page, paper_of(kept))

    def preview_paper(self, kept: IncidentPaper) -> None:
        """Show the pages of one letter, and of the other letters beside it; they are printed from there."""
        if self._facts is not None:
            letters = [paper_of(one) for one in self._facts.papers if one.name.endswith(".docx")]
            copies = KeptPapers.of_incident(self._desk, kept.incident_id)
            _PREVIEW.load()(self._page, self._desk, letters, paper_of(kept), copies=copies).open()

    def _make(self, kind: str) -> None:
        self.asked.emit()
        if self._facts is not None:
            dialog = _PAPER.load()(self._page, self._desk, self._facts, kind)
            dialog.made.connect(self._offer_paper)
            dialog.open()

    def _offer_paper(self, changes: Changes) -> None:
        """Offer to open what was made, beside the message that it was."""
        self.asked.emit()
        bar, (made_id,) = notices_near(self._page), changes.ids["incident_paper"]
        kept = next((one for one in self._facts.papers if one.id == made_id), None) if self._facts else None
        if bar is not None and kept is not None:
            bar.offer_too(Offer(self.tr("Mở"), partial(self.open_paper, kept)))

    # the whole

    def ask_reset(self) -> None:
        """Begin the request for another password of its mailbox."""
        self.asked.emit()
        if self._facts is not None and self._facts.row.mailbox_id is not None:
            _RESET.load()(self._page, self._desk, kind="reset", mailbox_ids=[self._facts.row.mailbox_id]).open()

    def end(self) -> None:
        """Close it with measures and lessons."""
        self.asked.emit()
        self._open(_CLOSE)

    def correct(self) -> None:
        """Write it otherwise."""
        self.asked.emit()
        if self._facts is not None and self._facts.row.state == "open":
            _RECORD.load()(self._page, self._desk, self._facts.incident).open()

    def cancel(self) -> None:
        """Cancel the entry, with the reason."""
        self.asked.emit()
        self._open(_CANCEL)

    def open_again(self) -> None:
        """Open it again."""
        self.asked.emit()
        if self._facts is not None:
            run(self._page, partial(reopen_incident, self._desk, incident_id=self._facts.row.id))

    def offer_more(self) -> None:
        """Offer the lesser acts in a menu at the button."""
        every = (self.tell, self.close, *self.lesser)
        offer_at_button(self._page, self.more, [one for one in every if one.isVisible() and one is not self.main])

    def _open(self, dialog: Late[Any], *about: object) -> None:
        if self._facts is not None:
            dialog.load()(self._page, self._desk, self._facts, *about).open()
