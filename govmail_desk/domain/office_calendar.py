"""Which days the office works: the weekly rest, named days off and make-up days, and what is not yet certain of them.

Here: `Calendar` and what it is made of. Not here: counting limits (`domain.working_days`), reading the holiday files
(`govmail_desk.regulations.holidays`), the unit's corrections as rows of the register (`domain.settings.CalendarDay`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from govmail_desk.domain.settings import CalendarDay

Kind = Literal["holiday", "compensatory", "swapped", "own", "worked"]
Source = Literal["official", "computed", "unit"]

KIND_LABELS: Mapping[Kind, str] = {
    "holiday": "nghỉ lễ, tết theo luật",
    "compensatory": "nghỉ bù",
    "swapped": "nghỉ hoán đổi",
    "own": "nghỉ riêng của đơn vị",
    "worked": "ngày làm bù",
}
_SOURCE_MARKS: Mapping[Source, str] = {"official": "", "computed": " (dự kiến)", "unit": " (lịch riêng của đơn vị)"}
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_SATURDAY = 5
_WEEKLY_REST = {5: "thứ Bảy, nghỉ hằng tuần", 6: "Chủ nhật, nghỉ hằng tuần"}
ONE_DAY = timedelta(days=1)


def is_weekly_rest(day: date) -> bool:
    """Say whether a day is one of the weekly rest, Saturday or Sunday."""
    return day.weekday() >= _SATURDAY


def written(day: date) -> str:
    """Write a day as the desk says it in a sentence: `thứ Hai 23/02/2026`."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day:02d}/{day.month:02d}/{day.year:04d}"


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day of which a law, a notice or the unit says something: off, or worked although a Saturday."""

    on: date
    kind: Kind
    why: str
    cite: str | None
    """The document or article; None only where the unit gave none."""
    source: Source = "official"

    @property
    def is_off(self) -> bool:
        return self.kind != "worked"

    @property
    def kind_words(self) -> str:
        """Name the kind; a working day of the week that only the shipped calendar has off is no make-up day."""
        is_ordinary = self.kind == "worked" and not is_weekly_rest(self.on)
        return "ngày làm việc, lịch chung ghi nghỉ" if is_ordinary else KIND_LABELS[self.kind]

    @property
    def reason(self) -> str:
        """The reason with its mark: `dự kiến` where we only reckoned it, `lịch riêng` where the unit says so itself."""
        return self.why + _SOURCE_MARKS[self.source]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A swap proposed but not confirmed to us: it changes no count and warns until the calendar names its day off."""

    off: date
    worked: date
    why: str
    cite: str


@dataclass(frozen=True, slots=True)
class HolidayYear:
    """One holiday file: the named days of a year, and whether the yearly notice (thông báo) has been published."""

    year: int
    is_announced: bool
    days: tuple[NamedDay, ...]
    proposals: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A day off that a counting passed over, with its reason."""

    date: date
    why: str
    cite: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """The working days of a unit: Saturday and Sunday are the weekly rest, `days` holds what differs from that."""

    days: Mapping[date, NamedDay] = field(default_factory=dict)
    announced: Mapping[int, bool] = field(default_factory=dict)
    """The years known; False where the yearly notice is not out yet."""
    proposals: tuple[Proposal, ...] = ()

    @classmethod
    def of(cls, years: Iterable[HolidayYear]) -> Calendar:
        """Put holiday files together; where two name the same day, or the same year, the later one wins."""
        return cls().merged(years)

    def merged(self, years: Iterable[HolidayYear]) -> Calendar:
        """Lay further holiday files over this calendar, the later winning."""
        days, announced, proposals = dict(self.days), dict(self.announced), list(self.proposals)
        for year in years:
            days.update((day.on, day) for day in year.days)
            announced[year.year] = year.is_announced
            proposals += year.proposals
        return Calendar(MappingProxyType(days), MappingProxyType(announced), tuple(proposals))

    def corrected(self, corrections: Iterable[CalendarDay]) -> Calendar:
        """Lay the unit's own corrections over this calendar, marked as its own; the later of two wins.

        A year whose reckoned days the unit has all settled by a document is announced from then on.
        """
        days = dict(self.days)
        for entry in corrections:
            days[entry.on_date] = _corrected(entry, self.days.get(entry.on_date))
        announced = {year: said or self._is_settled(year, days) for year, said in self.announced.items()}
        return Calendar(MappingProxyType(days), MappingProxyType(announced), self.proposals)

    def of_year(self, year: int) -> tuple[NamedDay, ...]:
        """The named days of a year, in order."""
        return tuple(sorted((day for day in self.days.values() if day.on.year == year), key=lambda day: day.on))

    def is_working(self, day: date) -> bool:
        named = self.days.get(day)
        return not is_weekly_rest(day) if named is None else not named.is_off

    def skipped(self, day: date) -> Skipped:
        """Say why `day` is off; only for a day that is."""
        named = self.days.get(day)
        return Skipped(day, named.reason, named.cite) if named else Skipped(day, _WEEKLY_REST[day.weekday()])

    def last_working(self, day: date) -> date:
        """The last working day on or before `day`."""
        while not self.is_working(day):
            day -= ONE_DAY
        return day

    def next_working(self, day: date) -> date:
        """The first working day on or after `day`."""
        while not self.is_working(day):
            day += ONE_DAY
        return day

    def caveats(self, first: date, last: date) -> tuple[str, ...]:
        """Say what is uncertain from `first` to `last`: years not announced, years unknown, swaps only proposed."""
        years = range(first.year, last.year + 1)
        told = {day.year for day in self.days} - set(self.announced)
        unknown = [year for year in years if year not in self.announced and year not in told]
        return (
            *(_unannounced(year) for year in years if self.announced.get(year) is False),
            *(_told_by_the_unit(year) for year in years if year in told),
            *([_unknown(unknown)] if unknown else []),
            *(_proposed(swap) for swap in self.proposals if self._is_open(swap, first, last)),
        )

    def _is_settled(self, year: int, days: Mapping[date, NamedDay]) -> bool:
        """Say whether documents stand for every day of a year that was only reckoned and changes what the week says."""
        reckoned = [
            day for day in self.of_year(year) if day.source == "computed" and day.is_off != is_weekly_rest(day.on)
        ]
        return bool(reckoned) and all(days[day.on].source == "unit" and days[day.on].cite for day in reckoned)

    def _is_open(self, swap: Proposal, first: date, last: date) -> bool:
        touches = first <= swap.off <= last or first <= swap.worked <= last
        return touches and swap.off not in self.days


def _corrected(entry: CalendarDay, known: NamedDay | None) -> NamedDay:
    """Make the unit's day: what it confirms keeps the kind it had, what it changes is the unit's own."""
    kind: Kind = "own" if entry.is_off else "worked"
    if known is not None and known.is_off == entry.is_off:
        kind = known.kind
    return NamedDay(entry.on_date, kind, entry.why, entry.document or None, "unit")


def _unannounced(year: int) -> str:
    return f"Lịch nghỉ năm {year} chưa có thông báo chính thức: kết quả là dự kiến, hãy tính lại sau khi có thông báo."


def _told_by_the_unit(year: int) -> str:
    return f"Lịch nghỉ năm {year} chỉ có những ngày đơn vị đã ghi: hãy đối chiếu thông báo chính thức."


def _unknown(years: list[int]) -> str:
    span = f"năm {years[0]}" if len(years) == 1 else f"các năm {years[0]} đến {years[-1]}"
    return f"Chưa có tệp ngày nghỉ {span}: mới trừ thứ Bảy và Chủ nhật, hãy bổ sung tệp rồi tính lại."


def _proposed(swap: Proposal) -> str:
    return (
        f"{swap.why} (nghỉ {written(swap.off)}, làm bù {written(swap.worked)}): chưa áp dụng, "
        "hãy đối chiếu thông báo chính thức."
    )
