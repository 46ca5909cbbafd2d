"""Due dates counted out again by another calendar: which of those kept would move, and where to.

Here: `counted_again` for one due date, `Recount` for many that share their rules and days. Not here: the counting itself
(`domain.limits`, `domain.working_days`), writing what moves (`operations.calendar_changes`).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from govmail_desk.domain.limits import stated
from govmail_desk.domain.provision import ReportDuty
from govmail_desk.domain.regulation import KEYS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from govmail_desk.domain.provision import AnyProvision
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.settings import Choice, RegulationText
    from govmail_desk.domain.working_days import Calendar, Counting


def counted_again(rule: AnyProvision | None, *, started_on: date, due_on: date, calendar: Calendar) -> Counting | None:
    """Count a due date out again; None where it stays whatever the calendar says.

    It stays where the rule is no longer said, where the rule names no day, and where no calendar leads from the rule to it, because
    the unit has since chosen another length. A report's day never moves, only the last working day before it does.
    """
    if rule is None:
        return None
    found = stated(rule, due_on if isinstance(rule.value, ReportDuty) else started_on, calendar)
    return found if found is not None and _may_lead_to(due_on, rule, found) else None


def _may_lead_to(due_on: date, rule: AnyProvision, found: Counting) -> bool:
    """Say whether some calendar would have led the same limit to a day."""
    if found.period is not None and found.counts_working_days:
        return due_on >= found.stated_on + timedelta(days=found.period.count)
    stated_end = found.skipped[0].date if found.has_moved else found.due_on
    return due_on == stated_end or (rule.when_off == "moves" and due_on > stated_end)


class Recount:
    """What a calendar says of kept due dates; each rule with its days is counted once, since many rows share them.

    `texts` and `choices` are what the rules were read from: numbers are given in the order of writing, so a due date with a lower
    number than its rule was counted by another rule, which held for its day until then, and stays.
    """

    def __init__(
        self,
        regulation_on: Callable[[date], Regulation],
        calendar: Calendar,
        *,
        texts: Sequence[RegulationText],
        choices: Sequence[Choice],
    ) -> None:
        self._regulation_on = regulation_on
        self._calendar = calendar
        self._texts = texts
        self._choices = choices
        self._known: dict[tuple[str, str, str, str], Counting | None] = {}

    def moving(self, kept: Iterable[tuple[int, str, str, str, str]]) -> dict[int, Counting]:
        """Count due dates out, each given by its number, its rule and its days in ISO form; return those that move, by number."""
        known, moved = self._known, self.moved
        counted = ((row, known[row[1:]] if row[1:] in known else moved(*row[1:])) for row in kept)
        return {
            row[0]: counting
            for row, counting in counted
            if counting is not None and row[0] > self._written_at(row[1], date.fromisoformat(row[2]))
        }

    def moved(self, rule: str, started_on: str, due_on: str, act_by: str) -> Counting | None:
        """Count a due date out by its rule and its days in ISO form; None where it stays as it is kept."""
        key = (rule, started_on, due_on, act_by)
        if key not in self._known:
            self._known[key] = self._moved(*key)
        return self._known[key]

    def rule(self, rule: str, started_on: date) -> AnyProvision | None:
        """Return the rule as it was said on the day that began a due date."""
        return self._regulation_on(started_on).due_rule(rule, started_on) if rule in KEYS else None

    def _written_at(self, rule: str, started_on: date) -> int:
        """Return the number of what says a rule for a day: the unit's own choice, else the regulation."""
        provision = self.rule(rule, started_on)
        if provision is not None and provision.source == "unit":
            return _in_force([choice for choice in self._choices if choice.rule == rule], started_on)
        return _in_force(self._texts, started_on)

    def _moved(self, rule: str, started_on: str, due_on: str, act_by: str) -> Counting | None:
        begun = date.fromisoformat(started_on)
        found = counted_again(
            self.rule(rule, begun), started_on=begun, due_on=date.fromisoformat(due_on), calendar=self._calendar
        )
        is_same = found is None or (found.due_on.isoformat(), found.act_by.isoformat()) == (due_on, act_by)
        return None if is_same else found


def _in_force(dated: Sequence[RegulationText | Choice], day: date) -> int:
    """Return the number of what holds on a day; before any began, of the first."""
    begun = [one for one in dated if one.from_on <= day]
    chosen = max(begun, key=_order) if begun else min(dated, key=_order, default=None)
    return chosen.id if chosen is not None else 0


def _order(one: RegulationText | Choice) -> tuple[date, int]:
    return one.from_on, one.id
