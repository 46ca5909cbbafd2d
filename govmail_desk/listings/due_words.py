"""A due row in words, the same on the command line and in a calendar: by when, and on what ground; and the letter that set its day.

The row itself is `listings.dues`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Self

from govmail_desk.domain.limits import WAITS
from govmail_desk.domain.provision import ReportDuty
from govmail_desk.domain.report_period import kind_of, read_period
from govmail_desk.wording import SOURCES, day_words

if TYPE_CHECKING:
    from govmail_desk.domain.provision import AnyProvision
    from govmail_desk.listings.dues import DueRow


class AskingLetter(NamedTuple):
    """The letter that set the day of a report in the article's place."""

    rule: str
    """Of the article that asks for the report; empty where only the letter does."""
    named: str
    on: date | None
    period: str

    @classmethod
    def read(cls, told: str) -> Self:
        """Read it as the register tells it, a line each."""
        rule, named, on, period = told.split("\n")
        return cls(rule, named, date.fromisoformat(on) if on else None, period)

    @property
    def words(self) -> str:
        """Name it by its number and its day: `Công văn số 12/STTTT ngày 01/11/2026`."""
        return f"{self.named} ngày {self.on:%d/%m/%Y}" if self.on else self.named

    def is_beside(self, provision: AnyProvision | None) -> bool:
        """True where an article asks for a report on such a period too; one about quarters alone asks for no half year."""
        if not self.rule or provision is None or not isinstance(provision.value, ReportDuty):
            return False
        return provision.value.on_demand or kind_of(provision.value) == read_period(self.period).kind

    def cited_after(self, article: str | None) -> str:
        """Cite it beside the article that asks for the report."""
        return "; ".join(filter(None, (article, self.words)))

    def reason(self, due_on: date, why: str) -> str:
        """Say whose day it is before what the article says."""
        return f"Hạn {due_on:%d/%m/%Y} do {self.words} đặt. {why}".rstrip()


def by_when(row: DueRow) -> str:
    """Say by when to act, and the stated day where it lies on a day off; what has to be waited out says from when."""
    if row.rule in WAITS:
        return f"Từ {day_words(row.act_by)}"
    stated = f" (làm chậm nhất {day_words(row.act_by)})" if row.act_by != row.due_on else ""
    return f"Hạn {day_words(row.due_on)}{stated}"


def ground(row: DueRow) -> str:
    """Say the article, or whose rule it is, and why."""
    return f"{row.cite or SOURCES[row.source]}: {row.why}"
