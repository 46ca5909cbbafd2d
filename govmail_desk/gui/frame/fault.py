"""Faults of ours, in the window: that the fault is ours, that nothing was lost, and the report to copy or save.

Here: `FaultDialog`, `watch_faults` for what reaches nobody else, `show_fault`. The report, which holds nobody's data, is written by
`govmail_desk.faults`. Not here: what the clerk can mend (`RuleBroken`) and what the disk does (`StoreUnavailable`): `gui.run`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPlainTextEdit, QWidget

from govmail_desk import faults
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.look.icons import draw_icon
from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from types import TracebackType

_ICON: Final = 32


def report_of(failure: BaseException) -> str:
    """Write what is needed to find a fault, and nothing of what the clerk typed or the register holds."""
    return (
        f"{faults.anonymous(type(failure), failure.__traceback__)}Qt {qVersion()}, {QGuiApplication.platformName()}\n"
    )


class FaultDialog(Dialog):
    """Says that the fault is ours, that nothing was lost, and gives the report to copy or save."""

    def __init__(self, failure: BaseException, parent: QWidget | None) -> None:
        super().__init__(parent, title=self.tr("Lỗi của chương trình"), main_words=self.tr("Đóng"), has_back=False)
        self.report = report_of(failure)
        self._add_lead()
        shown = QPlainTextEdit(self.report, self)
        shown.setReadOnly(True)
        shown.setAccessibleName(self.tr("Báo cáo lỗi"))
        shown.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.body.addWidget(shown, 1)
        self.add_side_button(self.tr("Chép báo cáo"), self.copy_report)
        self.add_side_button(self.tr("Lưu báo cáo…"), self.save_report)

    def do(self) -> None:
        """Close."""
        self.accept()

    def copy_report(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report)
        self.notices.say(self.tr("Đã chép báo cáo. Hãy dán vào thư gửi người hỗ trợ."), tone="good")

    def save_report(self) -> None:
        """Save the report where the clerk says."""
        words = self.tr("Lưu báo cáo lỗi"), "bao-cao-loi.txt", self.tr("Văn bản (*.txt)")
        name, _ = QFileDialog.getSaveFileName(self, *words)
        if name:
            self.save_to(Path(name))

    def save_to(self, file: Path) -> None:
        """Write the report to a file; a refusal of the disk is said in place."""
        try:
            file.write_text(self.report, encoding="utf-8")
        except OSError:
            self.notices.say(self.tr("Không ghi được tệp vào nơi này. Hãy chọn thư mục khác."), tone="bad")
        else:
            self.notices.say(self.tr("Đã lưu báo cáo lỗi."), tone="good")

    def _add_lead(self) -> None:
        picture = QLabel(self)
        draw_icon(picture, "warning", "bad", side=_ICON)
        words = QLabel(
            self.tr(
                "Chương trình gặp lỗi của chính nó nên đã dừng việc vừa rồi; sổ vẫn như trước và những gì đang nhập vẫn còn. "
                "Báo cáo dưới đây không chứa tên người, địa chỉ hay nội dung nào: có thể gửi cho người hỗ trợ."
            ),
            self,
        )
        words.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(Space.USUAL)
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)
        self.body.addLayout(line)


class _Watch(QObject):
    """Carries a fault from whatever thread it happened in to the GUI thread."""

    met = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.met.connect(self._show)

    def take(self, kind: type[BaseException], failure: BaseException, traceback: TracebackType | None) -> None:
        """Stand in for `sys.excepthook`: keep a report in the log folder, and show it."""
        if issubclass(kind, KeyboardInterrupt):
            return
        faults.report(kind, traceback)
        self.met.emit(failure)

    def _show(self, failure: BaseException) -> None:
        show_fault(failure, self._window)


def watch_faults(window: QWidget) -> None:
    """Show every fault that nobody else caught; called once, when the window is made."""
    sys.excepthook = _Watch(window).take


def show_fault(failure: BaseException, near: QWidget) -> None:
    """Show a fault: in a dialog of its own, or in the dialog that is open, since there is one at most."""
    dialog = Dialog.open_on(near.window())
    if dialog is None:
        FaultDialog(failure, near.window()).open()
    else:
        dialog.show_fault(report_of(failure))
