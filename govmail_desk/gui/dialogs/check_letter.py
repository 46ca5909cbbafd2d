"""The check before signing of one letter: what is not as the decree on layout or the register has it.

Here: `CheckLetterDialog`, the ground of the checks of a report (`gui.dialogs.check_report`) and of a letter to a late unit
(`gui.dialogs.check_office_letter`). Read is the clerk's edited copy where there is one, else the newest edition kept; a worker does it.
Papers of a request are `gui.dialogs.check_papers`.
"""

from __future__ import annotations

from abc import abstractmethod
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from govmail_desk.gui.background import background_of
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.look.marks import CLEAN_MARK, FINDING_MARKS, Mark, StateLabel
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.parts.finding_lines import FindingLine
from govmail_desk.gui.run import run, runner_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

    from govmail_desk.desk import Changes
    from govmail_desk.domain.layout import Finding

_SIZE: Final = QSize(820, 320)
_MOST_SHOWN: Final = 40


class CheckLetterDialog(Dialog):
    """Look through, show what was found, look again after it was corrected, take the corrected copy in."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, title=self.tr("Kiểm tra trước khi ký"), main_words=self.tr("Kiểm tra lại"), size=_SIZE)
        self.findings: Sequence[Finding] | None = None
        self.state = StateLabel(self.fields)
        self.told = WrappedLabel("", "soft", self.fields)
        self._list = QWidget(self.fields)
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(Space.NEAR)
        self.take_button = self.add_side_button(self.tr("Nhận bản đã sửa"), self.take_in)
        for part in (self.state, self.told, self._list):
            self.body.addWidget(part)
        self.body.addStretch(1)

    @property
    def has_typed(self) -> bool:
        """Nothing is typed here."""
        return False

    @property
    @abstractmethod
    def edited(self) -> Path | None:
        """The clerk's edited copy, where there is one."""

    @abstractmethod
    def findings_in(self, copy: Path | None) -> Sequence[Finding]:
        """Look through the copy, else what is kept; it runs in a worker."""

    @abstractmethod
    def keep_edited(self, path: Path) -> Changes:
        """Take the edited copy in."""

    def do(self) -> None:
        """Look again."""
        self.check()

    def check(self) -> None:
        """Look the letter through as it is now, in a worker."""
        edited = self.edited
        self.take_button.setVisible(edited is not None)
        self.told.setText(
            self.tr("Đang xem bản đã sửa trong Word.") if edited else self.tr("Đang xem bản mới nhất trong sổ.")
        )
        self.state.show_state(self.tr("Đang đọc văn bản…"), Mark("ring", "quiet"))
        background_of(self).start(partial(self.findings_in, edited), self.take, self._tell_unread)

    def take_in(self) -> None:
        """Take the clerk's edit in as the next edition."""
        edited = self.edited
        if edited is not None:
            run(self, partial(self.keep_edited, edited), self.kept)

    def take(self, found: Sequence[Finding]) -> None:
        """Show what was found."""
        self.findings = found
        while (item := self._rows.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        for finding in found[:_MOST_SHOWN]:
            self._rows.addWidget(FindingLine(finding, self._list))
        wrong = sum(one.severity == "wrong" for one in found)
        if not found:
            self.state.show_state(self.tr("Không thấy gì phải sửa"), CLEAN_MARK)
        elif wrong:
            self.state.show_state(self.tr("Có {} chỗ phải sửa").format(wrong), FINDING_MARKS["wrong"], is_bad=True)
        else:
            self.state.show_state(self.tr("Có {} chỗ cần xem").format(len(found)), FINDING_MARKS["look"])

    def showEvent(self, event: QShowEvent) -> None:
        """Look through at once."""
        super().showEvent(event)
        if self.findings is None:
            self.check()

    def _tell_unread(self, failure: BaseException) -> None:
        self.state.show_state(self.tr("Chưa kiểm tra được"), FINDING_MARKS["wrong"], is_bad=True)
        runner_of(self).tell_failure(failure, self, self.check)
