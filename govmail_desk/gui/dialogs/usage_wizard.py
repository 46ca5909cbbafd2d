"""Taking the operator's figures in, in four steps: the file, its day and columns, what would become of each row, what became of it.

Here: the frame of the steps, and the dialog that shows the rows of figures taken in before. The steps are
`gui.dialogs.usage_columns` and `usage_rows`; the first is the list import's own (`gui.dialogs.import_file`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, QTimer

from govmail_desk.gui.dialogs.import_file import FileStep
from govmail_desk.gui.dialogs.usage_columns import UsageColumnsStep
from govmail_desk.gui.dialogs.usage_planning import UsagePlanning
from govmail_desk.gui.dialogs.usage_rows import UsagePreviewStep, UsageResultStep
from govmail_desk.gui.run import runner_of
from govmail_desk.gui.steps import SteppedDialog

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.listings.usage import UsagePane

SIZE: Final = QSize(1200, 760)
_TOLD_AFTER_MS: Final = 400
"""Planning that is over by then needs no strip of progress."""


class UsageFileStep(FileStep):
    """The file of the operator's figures; those taken in before stand on the shelf."""

    def enter(self) -> None:
        """Nothing stands beside the place to drop on."""
        self.earlier.hide()


class UsageWizard(SteppedDialog):
    """Open it with `open()`; `path` is a file dropped or chosen already."""

    def __init__(self, parent: QWidget, desk: Desk, path: Path | None = None) -> None:
        titles = (self.tr("Tệp"), self.tr("Ngày và cột"), self.tr("Xem trước"), self.tr("Kết quả"))
        super().__init__(parent, title=self.tr("Nhập số liệu sử dụng"), titles=titles, size=SIZE)
        self._path = path
        self.planning = UsagePlanning(desk, self)
        invitation = self.tr("Thả tệp số liệu của nơi vận hành vào đây")
        self.file = UsageFileStep(self.planning, self, invitation=invitation)
        self.columns = UsageColumnsStep(self.planning, self)
        self.preview = UsagePreviewStep(self.planning, self)
        self.result_step = UsageResultStep(self)
        for step in (self.file, self.columns, self.preview, self.result_step):
            self.add_step(step)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TOLD_AFTER_MS)
        self._connect()
        self.file.enter()

    @property
    def has_typed(self) -> bool:
        """What the clerk said of the columns would be lost."""
        return not self.is_over and self.planning.has_changed

    def showEvent(self, event: QShowEvent) -> None:
        """Read the file given at once."""
        super().showEvent(event)
        if self._path is not None:
            path, self._path = self._path, None
            self.file.take(path)

    def done(self, result: int) -> None:
        """Let the work under way end before the dialog goes."""
        self.planning.background.finish()
        super().done(result)

    def _connect(self) -> None:
        self.planning.began.connect(self._pause.start)
        self.planning.planned.connect(self._tell_planned)
        self.planning.failed.connect(self._tell_failure)
        self._pause.timeout.connect(self._tell_planning)
        self.progress.stop_asked.connect(self._stop)
        self.preview.taken.connect(self._show_taken)

    def _tell_planning(self) -> None:
        if self.planning.is_pending:
            name = self.planning.path.name if self.planning.path else ""
            self.progress.begin(self.tr("Đang đọc và xét số liệu «{}»").format(name))

    def _tell_planned(self) -> None:
        self._pause.stop()
        self.notices.dismiss()
        if not runner_of(self).is_running:
            self.progress.end()

    def _tell_failure(self, failure: BaseException) -> None:
        runner_of(self).tell_failure(failure, self, self._again)

    def _again(self) -> None:
        if self.planning.path is not None and self.planning.workbook is None:
            self.file.take(self.planning.path)
        else:
            self.planning.ask()

    def _stop(self) -> None:
        if self.planning.is_pending:
            self.planning.stop()

    def _show_taken(self, _changes: Changes) -> None:
        if self.planning.plan is not None:
            self.result_step.show_taken(self.planning.plan)


class UsageRowsDialog(SteppedDialog):
    """The rows of figures taken in before, each with its reason."""

    def __init__(self, parent: QWidget, kept: UsagePane) -> None:
        super().__init__(parent, title=self.tr("Các dòng đã đọc"), titles=(self.tr("Các dòng"),), size=SIZE)
        self.shown = UsageResultStep(self)
        self.add_step(self.shown)
        self.shown.show_kept(kept)
        self.show_step(0)
