"""Taking a list in, in four steps: the file, its sheet and columns, what would become of each row, what became of it.

Here: the frame of the steps. What each step shows is `gui.dialogs.import_*`; what a row would do is `operations.intakes`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmail_desk.gui.dialog import Dialog

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk


class ImportWizard(Dialog):
    """Open it with `open()`; `path` is a file dropped or chosen already."""

    def __init__(self, parent: QWidget, desk: Desk, path: Path | None = None) -> None:
        super().__init__(parent, title=self.tr("Nhập danh sách"), main_words=self.tr("Đóng"))
        self.desk = desk
        self.path = path

    def do(self) -> None:
        """Close."""
        self.accept()
