"""The rules a long act counts by, read before the register is locked: once much is written, nobody else may read it, ourselves included."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.desk import Rulebook
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.working_days import Calendar


class RulesInHand:
    """A rulebook as limits are counted by it (`request_limits.Rules`)."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._regulations = rulebook.regulations
        self._calendar = rulebook.calendar

    def regulation(self, on: date) -> Regulation:
        """Return the regulation in use on a day, as it was read."""
        return self._regulations.on(on)

    def calendar(self) -> Calendar:
        """Return the working-day calendar, as it was read."""
        return self._calendar
