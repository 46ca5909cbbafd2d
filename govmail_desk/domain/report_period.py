"""The period a report is about: a quarter, half a year or a year, as it is written, said, and followed by the next.

Here too: which period a report's due date is about. The day itself, counted from the article, is `domain.calendar_duties`; which
reports a regulation asks for is `domain.provision.ReportDuty`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Literal

from govmail_desk.domain.errors import RuleBroken

if TYPE_CHECKING:
    from govmail_desk.domain.provision import ReportDuty

PeriodKind = Literal["quarter", "half-year", "year"]

_FORM: Final = re.compile(r"(?P<year>[1-9]\d{3})(?:-(?P<part>Q[1-4]|H[12]))?")
_COUNTS: Final[dict[PeriodKind, int]] = {"quarter": 4, "half-year": 2, "year": 1}
"""How many of a kind a year has."""
_LETTERS: Final[dict[PeriodKind, str]] = {"quarter": "Q", "half-year": "H", "year": ""}
_KINDS: Final[dict[str, PeriodKind]] = {"Q": "quarter", "H": "half-year", "": "year"}
_QUARTERS: Final = ("I", "II", "III", "IV")
_HALVES: Final = ("đầu", "cuối")
_MONTHS_A_YEAR: Final = 12
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """A quarter, half a year or a year; `part` is its place in the year, from 1."""

    kind: PeriodKind
    year: int
    part: int = 1

    def __str__(self) -> str:
        letter = _LETTERS[self.kind]
        return f"{self.year}-{letter}{self.part}" if letter else str(self.year)

    @property
    def first_on(self) -> date:
        """Its first day."""
        return date(self.year, self._last_month - self._month_count + 1, 1)

    @property
    def last_on(self) -> date:
        """Its last day."""
        if self._last_month == _MONTHS_A_YEAR:
            return date(self.year, _MONTHS_A_YEAR, 31)
        return date(self.year, self._last_month + 1, 1) - _ONE_DAY

    @property
    def eve_on(self) -> date:
        """The last day before it."""
        return self.first_on - _ONE_DAY

    @property
    def words(self) -> str:
        """Say it as a paper does: `quý IV năm 2026`, `06 tháng đầu năm 2026`, `năm 2026`."""
        if self.kind == "quarter":
            return f"quý {_QUARTERS[self.part - 1]} năm {self.year}"
        if self.kind == "half-year":
            return f"06 tháng {_HALVES[self.part - 1]} năm {self.year}"
        return f"năm {self.year}"

    @property
    def following(self) -> ReportPeriod:
        """The next of its kind."""
        if self.part < _COUNTS[self.kind]:
            return ReportPeriod(self.kind, self.year, self.part + 1)
        return ReportPeriod(self.kind, self.year + 1)

    @property
    def preceding(self) -> ReportPeriod:
        """The one of its kind before it."""
        if self.part > 1:
            return ReportPeriod(self.kind, self.year, self.part - 1)
        return ReportPeriod(self.kind, self.year - 1, _COUNTS[self.kind])

    @property
    def _month_count(self) -> int:
        return _MONTHS_A_YEAR // _COUNTS[self.kind]

    @property
    def _last_month(self) -> int:
        return self._month_count * self.part


def read_period(text: str) -> ReportPeriod:
    """Read `2026-Q4`, `2026-H1` or `2026`. Raises `RuleBroken` for anything else."""
    found = _FORM.fullmatch(text.strip().upper())
    if found is None:
        raise RuleBroken(
            f"Kỳ báo cáo “{text}” chưa đúng. Hãy ghi dạng 2026-Q4 (quý), 2026-H1 (06 tháng) hoặc 2026 (năm)."
        )
    part = found["part"] or ""
    return ReportPeriod(_KINDS[part[:1]], int(found["year"]), int(part[1:] or 1))


def period_of(kind: PeriodKind, on: date) -> ReportPeriod:
    """Give the period of a kind that a day lies in."""
    months = _MONTHS_A_YEAR // _COUNTS[kind]
    return ReportPeriod(kind, on.year, (on.month - 1) // months + 1)


def kind_of(duty: ReportDuty) -> PeriodKind | None:
    """Say how long the period of a duty is; None where it follows each change rather than the calendar."""
    return None if duty.every == "change" else duty.every


def period_due(duty: ReportDuty, due_on: date) -> ReportPeriod | None:
    """Give the period that the report due on a day is about; None for a duty that follows each change.

    A day of the period's own last month is about that period, though it is not over; one of another month, or of the year after, is
    about the period that ended before it.
    """
    kind = kind_of(duty)
    if kind is None:
        return None
    stated_on = due_on + _ONE_DAY if duty.due is not None and duty.due.before else due_on
    around = period_of(kind, stated_on)
    return around if stated_on.month == around.last_on.month else around.preceding
