"""Which period the shelf Các đơn vị shows: the one asked for today, or another chosen in a field beside the search line.

Here: `OfficePeriods`. Which period is asked for on a day is `domain.exchange_due`, which are offered `listings.offices`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QSizePolicy

from govmail_desk.gui.fields.fields import ChoiceField
from govmail_desk.gui.fields.typed import not_an_input

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from govmail_desk.domain.report_period import ReportPeriod

_LETTERS: Final = 22


class OfficePeriods(ChoiceField):
    """The period shown; its id is empty for the one asked for today."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((), parent)
        self.setAccessibleName(self.tr("Kỳ đang xem"))
        self.setToolTip(self.tr("Kỳ đang xem"))
        self.setMinimumContentsLength(_LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)  # the chips need the room
        not_an_input(self)

    @property
    def period(self) -> str:
        """The period chosen; empty for the one asked for today."""
        chosen = self.choice()
        return chosen if isinstance(chosen, str) else ""

    def show_periods(self, offered: Sequence[ReportPeriod], today: ReportPeriod) -> None:
        """Offer these; the one that stood stays."""
        choices: list[tuple[object, str]] = [
            ("", self.tr("{} (đang hỏi)").format(_words(one))) if one == today else (str(one), _words(one))
            for one in offered
        ]
        if choices != [(self.itemData(place), self.itemText(place)) for place in range(self.count())]:
            before = self.period
            self.offer(choices)
            self.choose(before if self.findData(before) >= 0 else "")


def _words(one: ReportPeriod) -> str:
    return one.words[:1].upper() + one.words[1:]
