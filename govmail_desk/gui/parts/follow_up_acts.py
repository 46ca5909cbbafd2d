"""What is done with a follow-up from wherever it is shown: ticked off at once, or passed over with a reason.

Here: `FollowUpActs`. The lines are `gui.panes.follow_ups`, what is written `operations.follow_ups`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from govmail_desk.gui.late import Late
from govmail_desk.gui.run import run
from govmail_desk.operations.follow_ups import finish_follow_ups

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.listings.request_life import FollowUpRow

_DISMISS: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.dismiss_follow_up:DismissFollowUpDialog")


class FollowUpActs(QObject):
    """The acts on the follow-ups of one page."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._desk: Desk

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        self._desk = desk

    def finish(self, alike: Sequence[FollowUpRow]) -> None:
        """Record that it was done today, for every mailbox named."""
        ids = [one.id for one in alike]
        run(self._page, partial(finish_follow_ups, self._desk, follow_up_ids=ids, on=self._desk.today()))

    def dismiss(self, alike: Sequence[FollowUpRow]) -> None:
        """Ask why it is not needed."""
        _DISMISS.load()(self._page, self._desk, alike).open()
