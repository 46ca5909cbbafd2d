"""What a change of a mailbox brought with it elsewhere, in the panes of request and mailbox: to tick off, or to pass over with a reason.

Here: `FollowUpLines`; the same thing to do for several mailboxes is one line. The facts are `listings.request_life`, the acts
`gui.parts.follow_up_acts`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from govmail_desk import wording
from govmail_desk.gui.look.days import short_day
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.why_card import Why
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.rules.rule_line import RuleLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.listings.request_life import FollowUpRow

_MOST_NAMED: Final = 3


class FollowUpLines(QWidget):
    """The lines, what is still open first."""

    finish_asked = Signal(object)
    """It was done: its `FollowUpRow`s."""
    dismiss_asked = Signal(object)
    """It is not needed here: its `FollowUpRow`s."""

    def __init__(
        self, follow_ups: Sequence[FollowUpRow], *, names_mailboxes: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._names_mailboxes = names_mailboxes
        self.done_buttons: list[LinkButton] = []
        self.dismiss_buttons: list[LinkButton] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(Space.HAIR)
        for alike in _alike(follow_ups):
            self._tell(alike)

    def _tell(self, alike: Sequence[FollowUpRow]) -> None:
        one = alike[0]
        cite = f" ({one.cite})" if one.cite else ""
        self._rows.addWidget(RuleLine(f"{one.title}{cite}", Why(one.why, one.cite), self))
        if self._names_mailboxes:
            self._rows.addWidget(WrappedLabel(_addresses(alike), "small", self))
        if one.settled_on is None:
            self._rows.addLayout(self._acts(alike))
        else:
            said = f"{wording.FOLLOW_UP_OUTCOMES[one.outcome]} ngày {short_day(one.settled_on)}"
            self._rows.addWidget(WrappedLabel(": ".join(filter(None, (said, one.reason))), "small", self))

    def _acts(self, alike: Sequence[FollowUpRow]) -> QHBoxLayout:
        done = LinkButton(self.tr("Đã làm"), partial(self.finish_asked.emit, alike), self)
        dismiss = LinkButton(self.tr("Bỏ qua…"), partial(self.dismiss_asked.emit, alike), self)
        done.setAccessibleName(self.tr("Đã làm: {}").format(alike[0].title))
        dismiss.setAccessibleName(self.tr("Bỏ qua: {}").format(alike[0].title))
        self.done_buttons.append(done)
        self.dismiss_buttons.append(dismiss)
        line = QHBoxLayout()
        line.setSpacing(Space.USUAL)
        line.addWidget(done)
        line.addWidget(dismiss)
        line.addStretch(1)
        return line


def _alike(follow_ups: Sequence[FollowUpRow]) -> list[list[FollowUpRow]]:
    """Put together what is to be done alike, or was settled alike."""
    together: dict[tuple[object, ...], list[FollowUpRow]] = {}
    for one in follow_ups:
        together.setdefault((one.title, one.settled_on, one.outcome, one.reason), []).append(one)
    return list(together.values())


def _addresses(alike: Sequence[FollowUpRow]) -> str:
    named = ", ".join(one.address for one in alike[:_MOST_NAMED])
    rest = len(alike) - _MOST_NAMED
    return f"{named} và {rest} hộp thư khác" if rest > 0 else named
