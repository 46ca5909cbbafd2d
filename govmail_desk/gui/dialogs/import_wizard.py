"""Taking a list in, in four steps: the file, its sheet and columns, what would become of each row, what became of it.

Here: the frame of the steps. What each step shows is `gui.dialogs.import_file`, `import_columns`, `import_preview`, `import_result`;
what a row would do is `operations.intakes`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, QTimer

from govmail_desk.gui.dialogs.import_columns import ColumnsStep
from govmail_desk.gui.dialogs.import_file import FileStep
from govmail_desk.gui.dialogs.import_planning import Planning
from govmail_desk.gui.dialogs.import_preview import PreviewStep
from govmail_desk.gui.dialogs.import_result import ResultStep
from govmail_desk.gui.late import Late
from govmail_desk.gui.run import runner_of
from govmail_desk.gui.steps import SteppedDialog

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.gui.dialogs.request_wizard import RequestWizard

SIZE: Final = QSize(1400, 800)
_REQUEST: Final[Late[type[RequestWizard]]] = Late("govmail_desk.gui.dialogs.request_wizard:RequestWizard")
_TOLD_AFTER_MS: Final = 400
"""Planning that is over by then needs no strip of progress."""


class ImportWizard(SteppedDialog):
    """Open it with `open()`; `path` is a file dropped or chosen already."""

    def __init__(self, parent: QWidget, desk: Desk, path: Path | None = None) -> None:
        titles = (self.tr("Tệp"), self.tr("Trang và cột"), self.tr("Xem trước"), self.tr("Kết quả"))
        super().__init__(parent, title=self.tr("Nhập danh sách"), titles=titles, size=SIZE)
        self._path = path
        self.planning = Planning(desk, self)
        self.file = FileStep(self.planning, self)
        self.columns = ColumnsStep(self.planning, self)
        self.preview = PreviewStep(self.planning, self)
        self.result_step = ResultStep(desk, self)
        for step in (self.file, self.columns, self.preview, self.result_step):
            self.add_step(step)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TOLD_AFTER_MS)
        self._connect()
        self.file.enter()

    @property
    def has_typed(self) -> bool:
        """What the clerk said and mended would be lost."""
        return not self.is_over and (self.planning.has_changed or bool(self.preview.card.typed))

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
        self.file.earlier_asked.connect(self._show_earlier)
        self.result_step.request_asked.connect(self._request)

    def _tell_planning(self) -> None:
        if self.planning.is_pending:
            name = self.planning.path.name if self.planning.path else ""
            self.progress.begin(self.tr("Đang đọc và xét danh sách «{}»").format(name))

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

    def _show_taken(self, changes: Changes) -> None:
        if self.planning.plan is not None:
            self.result_step.show_taken(changes, self.planning.plan)

    def _show_earlier(self, kept: Any) -> None:
        self.result_step.show_kept(kept)
        self.show_step(self.stack.count() - 1)

    def _request(self, people_ids: Any, mailbox_ids: Any) -> None:
        """Begin the next act on the same page, once this dialog is gone."""
        page = self.parentWidget()
        assert page is not None, "a wizard stands on a page"
        wizard = _REQUEST.load()(page, self.planning.desk, people_ids=people_ids, mailbox_ids=mailbox_ids)
        wizard.open()
