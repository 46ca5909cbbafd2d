"""The act "Mỗi đơn vị một đề nghị…" of a page whose choice stands over several units.

Here: `BatchAct`. The dialog is `gui.dialogs.request_batch`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from govmail_desk.gui.late import Late
from govmail_desk.gui.look.act_button import act

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.domain.request import RequestKind

_BATCH: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.request_batch:RequestBatchDialog")


class BatchAct(QObject):
    """Requests for many units, begun from one page."""

    def __init__(self, page: QWidget, *, kinds: Sequence[RequestKind], settle: Callable[[], object]) -> None:
        """Act on a page; `settle` lets it take up the row last moved to before it is acted on."""
        super().__init__(page)
        self._page = page
        self._settle = settle
        self._kinds = tuple(kinds)
        self._desk: Desk
        self._subject_ids: tuple[int, ...] = ()
        self.offered = act(page, "batch", self.tr("Mỗi đơn vị một đề nghị…"), self.begin, icon_name="request")
        self.show_subjects((), unit_count=0)

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        self._desk = desk

    def show_subjects(self, subject_ids: Sequence[int], *, unit_count: int) -> None:
        """Say who, or which mailboxes, are meant, and over how many units they stand."""
        self._subject_ids = tuple(subject_ids)
        self.offered.setVisible(bool(subject_ids) and unit_count > 1)

    def begin(self) -> None:
        """Show the plan of the batch."""
        self._settle()
        _BATCH.load()(self._page, self._desk, kinds=self._kinds, subject_ids=self._subject_ids).open()
