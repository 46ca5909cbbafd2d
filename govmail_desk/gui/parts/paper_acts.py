"""What is done with a request's papers on the page Đề nghị: checked before signing, made again, an edit taken in, the answer attached.

Here: `PaperActs`. Opening and copying them is `gui.parts.copies`, looking at their pages `gui.dialogs.preview`, the request's own life
`gui.parts.request_acts`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from govmail_desk.domain.layout import SIGNED_PAPERS
from govmail_desk.domain.request import PAPERS_OPEN
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.parts.answer_file import choose_answer
from govmail_desk.gui.parts.edited_copies import EditedCopies
from govmail_desk.gui.run import run

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.listings.requests import RequestPane
    from govmail_desk.operations.taken_in_files import EditedCopy

_CHECK: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.check_papers:CheckPapersDialog")
_REMAKE: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.remake_papers:RemakePapersDialog")
_TAKEN_IN: Final[Late[Any]] = Late("govmail_desk.operations.taken_in_files")
_ANSWERABLE: Final = frozenset({"sent", "overdue", "answered", "applied"})


class PaperActs(QObject):
    """The acts on the papers of the request a page shows."""

    asked = Signal()
    """An act is asked for: the page shows what stands now, where it had not yet."""
    sign_asked = Signal()
    """The papers are clean, and the letter's number is to be recorded."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._desk: Desk
        self._request: RequestPane | None = None
        self._may_sign = False
        self.edits = EditedCopies(page)
        self.check_act = act(
            page, "check_papers", self.tr("Kiểm tra trước khi ký"), self.check, icon_name="search", shortcut="F7"
        )
        self._remake = act(page, "remake", self.tr("Lập lại giấy tờ…"), self.remake, icon_name="refresh")
        self._attach = act(
            page, "attach_answer", self.tr("Đính kèm văn bản trả lời…"), self.choose_answer, icon_name="import"
        )
        self.lesser = (self._remake, self._attach)
        self._offer()

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        self._desk = desk
        self.edits.open_desk(desk)

    def show_request(self, request: RequestPane | None, *, may_sign: bool) -> None:
        """Say whose papers are meant, and whether a signature is what comes next."""
        self._request, self._may_sign = request, may_sign
        self._offer()
        self.edits.show_request(request)

    def check(self) -> None:
        """Look the papers through, the edited copies first of all."""
        self.asked.emit()
        question = self.edits.question
        if question is not None:
            dialog = _CHECK.load()(self._page, question, may_sign=self._may_sign)
            dialog.sign_asked.connect(self.sign_asked)
            dialog.open()

    def remake(self) -> None:
        """Make the papers again; what would be another is shown first."""
        self.asked.emit()
        if self._request is not None:
            _REMAKE.load()(self._page, self._desk, self._request.row.id).open()

    def take_in(self, copy: EditedCopy) -> None:
        """Take an edited copy in as the next edition."""
        run(self._page, partial(_TAKEN_IN.load().take_in_copy, self._desk, file_id=copy.file_id, path=copy.path))

    def choose_answer(self) -> None:
        """Let the clerk choose the operator's answer, and keep it beside the request."""
        self.asked.emit()
        path = choose_answer(self._page)
        if path is not None and self._request is not None:
            run(
                self._page,
                partial(_TAKEN_IN.load().attach_answer, self._desk, request_id=self._request.row.id, path=path),
            )

    def _offer(self) -> None:
        state = self._request.row.state if self._request is not None else ""
        papers = self._request.open_papers if self._request is not None else ()
        self.check_act.setVisible(any(kept.role in SIGNED_PAPERS for kept in papers))
        self._remake.setVisible(state in PAPERS_OPEN)
        self._attach.setVisible(state in _ANSWERABLE)
