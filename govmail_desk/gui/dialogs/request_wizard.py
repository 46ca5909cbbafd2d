"""Asking for mailboxes in three steps: for whom, the letter, the files made and what happens next.

Here: the frame of the steps. What each step shows is `gui.dialogs.request_*`; planning and drafting is `operations.requests`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmail_desk.gui.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.operations.intake_plan import IntakePlan


class RequestWizard(Dialog):
    """Open it with `open()`; the ids are those chosen on the page it was asked from."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        *,
        people_ids: Sequence[int] = (),
        unit_ids: Sequence[int] = (),
        mailbox_ids: Sequence[int] = (),
        intake: IntakePlan | None = None,
    ) -> None:
        super().__init__(parent, title=self.tr("Lập đề nghị"), main_words=self.tr("Đóng"))
        self.desk = desk
        self.people_ids, self.unit_ids, self.mailbox_ids, self.intake = people_ids, unit_ids, mailbox_ids, intake

    def do(self) -> None:
        """Close."""
        self.accept()
