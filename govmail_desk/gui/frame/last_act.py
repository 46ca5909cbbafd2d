"""Taking the last act back from the window: Ctrl+Z says what it would take back and asks; "Hoàn tác" beside a message does it.

Here: the two ways to ask. What taking back means, and when it is refused, is `operations.journals`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.gui.notices import NoticeBar, Offer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.gui.frame.wiring import TakeBack
    from govmail_desk.gui.run import Runner


class LastAct(QObject):
    """The last act of the opened register, as far as it can be taken back."""

    def __init__(self, desk: Desk, acts: TakeBack, runner: Runner, bar: NoticeBar, asked_by: QWidget) -> None:
        super().__init__(runner)
        self._desk = desk
        self._acts = acts
        self._runner = runner
        self._bar = bar
        self._asked_by = asked_by

    def ask(self) -> None:
        """Say what would be taken back, and ask."""
        plan = self._planned(None, self.ask)
        if plan is not None:
            offers = (
                Offer(self.tr("Hoàn tác việc này"), partial(self._take, plan)),
                Offer(self.tr("Thôi"), self._bar.dismiss),
            )
            self._bar.ask(self.tr("Việc gần nhất: {} Hoàn tác?").format(_as_sentence(plan.sentence)), offers)

    def offer(self, changes: Changes) -> Offer:
        """Offer to take back an act that was just kept."""
        return Offer(self.tr("Hoàn tác"), partial(self._take_seq, changes.seq))

    def _take_seq(self, seq: int) -> None:
        plan = self._planned(seq, partial(self._take_seq, seq))
        if plan is not None:
            self._take(plan)

    def _take(self, plan: Any) -> None:
        self._runner.run(self._asked_by, partial(self._acts.take_back, self._desk, plan), can_undo=False)

    def _planned(self, seq: int | None, again: Callable[[], object]) -> Any:
        try:
            return self._acts.plan_take_back(self._desk, seq=seq)
        except (RuleBroken, StoreUnavailable) as failure:
            self._runner.tell_failure(failure, self._asked_by, again)
            return None


def _as_sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."
