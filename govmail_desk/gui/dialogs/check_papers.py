"""The check before signing: what in a request's papers is not as the decree on layout or the register has it.

Here: `CheckPapersDialog`. Read are the clerk's edited copies where there are any, else the newest editions kept; a worker does it. What
each finding looks like is `gui.parts.finding_lines`, the looking through itself `operations.paper_review`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from govmail_desk.domain.layout import SIGNED_PAPERS
from govmail_desk.gui.background import background_of
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.look.marks import CLEAN_MARK, FINDING_MARKS, Mark, StateLabel
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.parts.copies import Copies
from govmail_desk.gui.parts.finding_lines import PaperFindings, findings_as_text
from govmail_desk.gui.run import run, runner_of
from govmail_desk.operations.paper_review import review_papers
from govmail_desk.operations.taken_in_files import take_in_copy
from govmail_desk.regulations.layout import in_force

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from govmail_desk.gui.parts.edited_copies import Edits
    from govmail_desk.operations.paper_review import Reviewed
    from govmail_desk.operations.taken_in_files import EditedCopy

SIZE: Final = QSize(860, 300)
_MOST_SHOWN: Final = 40
_MOST_CLEAN_NAMED: Final = 4
"""More papers without a finding (slips) are counted, not named."""


class Looked(NamedTuple):
    """What was read: the copies edited since, and what was found in each paper."""

    copies: tuple[EditedCopy, ...]
    reviews: tuple[Reviewed, ...]


class CheckPapersDialog(Dialog):
    """Look through, show what was found, and look again after it was corrected."""

    sign_asked = Signal()
    """Nothing in the papers is wrong, and the letter's number is to be recorded."""

    def __init__(self, parent: QWidget, edits: Edits, *, may_sign: bool) -> None:
        super().__init__(parent, title=self.tr("Kiểm tra trước khi ký"), main_words=self.tr("Kiểm tra lại"), size=SIZE)
        self._edits = edits
        self._may_sign = may_sign
        self._copies = Copies(edits.desk, edits.request)
        self._background = background_of(self)
        self.reviews: Sequence[Reviewed] | None = None
        self._waiting: list[EditedCopy] = []
        self.papers: list[PaperFindings] = []
        self.state = StateLabel(self.fields)
        self.told = WrappedLabel("", "soft", self.fields)
        self._list = QWidget(self.fields)
        self._rows = QVBoxLayout(self._list)
        self.copy_button = self.add_side_button(self.tr("Chép tất cả"), self.copy_all)
        self.again_button = self.add_side_button(self.tr("Kiểm tra lại"), self.check)
        self._lay_out_findings()

    @property
    def has_typed(self) -> bool:
        """Nothing is typed here."""
        return False

    @property
    def is_clean(self) -> bool:
        """True where papers were looked through and nothing was found in any."""
        return bool(self.reviews) and not any(reviewed.findings for reviewed in self.reviews or ())

    @property
    def may_go_on(self) -> bool:
        """True where papers were looked through and nothing is wrong; what is to be looked at is the clerk's to decide."""
        return bool(self.reviews) and not any(reviewed.wrong_count for reviewed in self.reviews or ())

    def check(self) -> None:
        """Look through the papers as they are now, in a worker."""
        self.reviews = None
        self.notices.dismiss()
        self._say(self.tr("Đang đọc giấy tờ…"), Mark("ring", "quiet"), "")
        self._offer_acts()
        self._background.start(partial(_look_through, self._edits), self.take, self._tell_unread)

    def do(self) -> None:
        """Look again; where nothing is wrong, take the edits in, or go on to the signature."""
        if self.may_go_on and self._waiting:
            self._take_in()
        elif self.may_go_on and self._may_sign:
            self.accept()
            self.sign_asked.emit()
        else:
            self.check()

    def copy_all(self) -> None:
        """Copy everything found as text."""
        QGuiApplication.clipboard().setText(findings_as_text(self.reviews or ()))
        self.notices.say(self.tr("Đã chép. Dán vào thư hoặc văn bản để gửi người sửa."), tone="good")

    def showEvent(self, event: QShowEvent) -> None:
        """Look through at once."""
        super().showEvent(event)
        if self.reviews is None:
            self.check()

    def take(self, looked: Looked) -> None:
        """Show what was found."""
        self.reviews = reviews = looked.reviews
        self._waiting = list(looked.copies)
        self._clear()
        found = [reviewed for reviewed in reviews if reviewed.findings]
        clean = [reviewed for reviewed in reviews if not reviewed.findings]
        named = clean if len(clean) <= _MOST_CLEAN_NAMED else []
        for reviewed in (*found, *named):
            self._show_paper(reviewed)
        if len(clean) > len(named):
            words = self.tr("{} văn bản khác không có điểm nào.").format(len(clean))
            self._rows.addWidget(WrappedLabel(words, parent=self._list))
        self._rows.addStretch(1)
        self._tell_outcome(reviews)
        self._offer_acts()
        self.main_button.setFocus()

    def _take_in(self, _changes: object = None) -> None:
        """Take one edited copy in after the other, then close."""
        if not self._waiting:
            self.accept()
            return
        copy = self._waiting.pop(0)
        run(self, partial(take_in_copy, self._edits.desk, file_id=copy.file_id, path=copy.path), self._take_in)

    def _show_paper(self, reviewed: Reviewed) -> None:
        shown = PaperFindings(reviewed, partial(self._open, reviewed.file_id), self._list, most=_MOST_SHOWN)
        self.papers.append(shown)
        self._rows.addWidget(shown)

    def _tell_outcome(self, reviews: Sequence[Reviewed]) -> None:
        wrong = sum(reviewed.wrong_count for reviewed in reviews)
        look = sum(len(reviewed.findings) for reviewed in reviews) - wrong
        if not reviews:
            self._say(self.tr("Không có văn bản phải ký"), Mark("ring", "quiet"), _no_papers(self))
        elif not wrong and not look:
            said = self.tr("Đúng thể thức theo {}; số lượng khớp danh sách; hộp thư được nêu đều có trong sổ.")
            self._say(self.tr("Không có điểm nào phải sửa"), CLEAN_MARK, said.format(in_force().title))
        else:
            counted = ((wrong, self.tr("{} điểm phải sửa")), (look, self.tr("{} điểm cần xem")))
            words = ", ".join(word.format(count) for count, word in counted if count)
            said = self.tr("Sửa trong Word, lưu lại rồi bấm “Kiểm tra lại”. Điểm cần xem là để anh/chị tự quyết định.")
            self._say(words, FINDING_MARKS["wrong" if wrong else "look"], said)

    def _say(self, words: str, mark: Mark, told: str) -> None:
        self.state.show_state(words, mark)
        self.told.setText(told)
        self.told.setVisible(bool(told))

    def _offer_acts(self) -> None:
        """The main act is what comes next: the signature where nothing is wrong, else another look."""
        goes_on = self.may_go_on and (self._may_sign or bool(self._waiting))
        words = self.tr("Kiểm tra lại")
        if goes_on:
            words = self.tr("Nhận bản đã sửa") if self._waiting else self.tr("Ghi đã ký…")
        self.main_button.setText(words)
        self.main_button.setAccessibleName(words)
        self.main_button.setEnabled(self.reviews is not None)
        self.again_button.setVisible(goes_on)
        self.copy_button.setEnabled(bool(self.reviews))

    def _open(self, file_id: int) -> None:
        kept = next(kept for kept in self._edits.request.newest if kept.id == file_id)
        self._copies.open(self, kept)

    def _tell_unread(self, failure: BaseException) -> None:
        self._clear()
        self._say(self.tr("Chưa kiểm tra được"), FINDING_MARKS["look"], "")
        self.main_button.setEnabled(True)
        runner_of(self).tell_failure(failure, self, self.check)

    def _clear(self) -> None:
        self.papers = []
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _lay_out_findings(self) -> None:
        self.back_button.setText(self.tr("Đóng"))
        self.back_button.setAccessibleName(self.back_button.text())
        self._rows.setContentsMargins(0, Space.NEAR, 0, 0)
        self._rows.setSpacing(Space.USUAL)
        self.body.addWidget(self.state)
        self.body.addWidget(self.told)
        self.body.addWidget(self._list, 1)


def _look_through(edits: Edits) -> Looked:
    """Look through the edited copies, and of the other papers what is kept."""
    copies = tuple(copy for copy in edits.read() if copy.role in SIGNED_PAPERS)
    paths = {copy.file_id: copy.path for copy in copies}
    return Looked(copies, review_papers(edits.desk, request_id=edits.request.row.id, copies=paths))


def _no_papers(dialog: QWidget) -> str:
    return dialog.tr("Đề nghị này đi bằng thư điện tử từ hộp thư của đơn vị, không có công văn hay phiếu để ký.")
