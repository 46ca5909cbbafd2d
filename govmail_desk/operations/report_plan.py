"""Planning a report: its days, whose cut-off it opens at, its figures, and what came late for the days reported before; nothing is written.

A report is cut off on its due day, or on the period's last where that is earlier or no day is stated, and never later than today. It opens
where the last one of its kind and length was cut off. Drafting what was planned, and sending it, is `operations.reports`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.calendar_duties import due_of_period, rule_of_period
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.regulation import KEYS, REPORT_CHANGES, REPORT_OPERATOR, REPORT_UNIT
from govmail_desk.domain.report import Report, ReportScope
from govmail_desk.domain.report_chain import chained, goes_on_from, last_before, sent_after
from govmail_desk.domain.report_period import ReportPeriod, read_period
from govmail_desk.domain.secrecy import without_password
from govmail_desk.operations import report_words as words
from govmail_desk.operations.merged_figures import counted_merged
from govmail_desk.operations.report_figures import counted
from govmail_desk.operations.report_lateness import Lateness, lateness
from govmail_desk.store import journals
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from govmail_desk.desk import Desk
    from govmail_desk.domain.provision import Provision, ReportDuty
    from govmail_desk.domain.report_figures import Figures

RULES: Final = frozenset({"", REPORT_UNIT.name, REPORT_CHANGES.name, REPORT_OPERATOR.name})
NOTHING_LATE: Final = Lateness()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPlan:
    """A report as it would be drafted now, with all that the clerk should know before."""

    report: Report
    """To be; its number is that of the draft it brings up to date, 0 for a new one."""
    figures: Figures
    before: Report | None
    """The report it opens at; for a supplement, the one it corrects as it was last sent."""
    late: Lateness
    """What the report before would say otherwise now; for a supplement, what it corrects."""
    cite: str | None
    """The article that asks for it; None where the regulation does not."""
    why: str
    remarks: tuple[str, ...]
    """Sentences the clerk should read: where the opening comes from, what is missing, what came late."""
    journal_hash: str


@dataclass(frozen=True, slots=True)
class Asking:
    """The letter that asks for a report, or sets another day for it."""

    by: str = ""
    """Number and issuer, as the papers cite it."""
    on: date | None = None
    due_on: date | None = None


def plan_report(
    desk: Desk,
    *,
    period: str,
    cut_off_on: date | None = None,
    scope: ReportScope = "unit",
    rule: str | None = None,
    asked_by: str = "",
    asked_on: date | None = None,
    due_on: date | None = None,
) -> ReportPlan:
    """Plan the report on a period, new or brought up to date; `due_on` is the day a letter sets instead of the article's.

    Raises `RuleBroken` for a period or a cut-off still to come, a day set by no letter, a period reported already, and figures that do
    not balance.
    """
    asking = Asking(without_password(asked_by), asked_on, due_on)
    with desk.reading() as connection:
        planning = _Planning(desk, connection, read_period(period), scope, rule)
        return planning.plan(asking, cut_off_on)


def plan_supplement(desk: Desk, *, report_id: int) -> ReportPlan:
    """Plan the report that corrects one already sent: the same days counted again, with every difference.

    Raises `RuleBroken` for one not sent yet, and where nothing would be otherwise.
    """
    with desk.reading() as connection:
        asked = Transaction(connection)
        first = asked.get(Report, report_id)
        first = asked.get(Report, first.supplements_id) if first.supplements_id else first
        if first.state != "sent":
            raise RuleBroken("Chỉ lập báo cáo bổ sung cho báo cáo đã gửi. Báo cáo dự thảo thì hãy lập lại số liệu.")
        last = as_last_sent(asked, first)
        now = figures_of(connection, first)
        late = lateness(connection, last, now)
        if late.is_empty:
            raise RuleBroken(
                f"Số liệu của báo cáo số {last.number} không thay đổi từ khi gửi nên không có gì để bổ sung."
            )
        drafts = asked.find(Report, supplements_id=first.id, state="draft")
        rule = _rule_of(desk, first)
        return ReportPlan(
            report=_supplement(desk, first, drafts[0] if drafts else None, now),
            figures=now,
            before=last,
            late=late,
            cite=rule.cite if rule else None,
            why=rule.why if rule else "",
            remarks=(words.supplements(first, late),),
            journal_hash=journals.head(connection)[1],
        )


def figures_of(connection: Connection, report: Report) -> Figures:
    """Count the figures of a report's days as the register tells them now; lines that do not balance are refused."""
    days = {"opening_on": report.opening_on, "cut_off_on": report.cut_off_on}
    if report.scope == "merged":
        return counted_merged(connection, read_period(report.period), **days).checked()
    return counted(connection, **days).checked()


def as_last_sent(asked: Transaction, first: Report) -> Report:
    """Give what was said last of a report's days: the report itself, or the newest supplement that was sent."""
    sent = asked.find(Report, supplements_id=first.id, state="sent")
    return sent[-1] if sent else first


class _Planning:
    """One report in the planning, and what the register and the regulation say of it."""

    def __init__(
        self, desk: Desk, connection: Connection, period: ReportPeriod, scope: ReportScope, rule: str | None
    ) -> None:
        self.desk, self.connection, self.period, self.scope = desk, connection, period, scope
        self.asked, self.today = Transaction(connection), desk.today()
        book = desk.rulebook()
        self.regulation, self.calendar = book.regulations.on(self.today), book.calendar
        self.rule = self._rule(rule)
        self.of_kind = chained(self.asked.find(Report, scope=scope, rule=self.rule), period)
        """Those it chains with: a year does not open where one of its quarters was cut off."""
        self.draft = next((one for one in self.of_kind if one.state == "draft" and one.period == str(period)), None)

    def plan(self, asking: Asking, cut_off_on: date | None) -> ReportPlan:
        """Plan it whole."""
        provision = rule_of_period(self.regulation, KEYS[self.rule], self.period, self.today) if self.rule else None
        asking = self._kept(asking)
        due_on = self._due_on(asking, provision)
        report = self._dated(asking, due_on, cut_off_on or self._usual_cut_off(due_on))
        figures = figures_of(self.connection, report)
        report = replace(report, figures=figures.to_plain(), figures_sha256=figures.sha256)
        before = self._before(report.cut_off_on)
        late = self._late(before)
        return ReportPlan(
            report=report,
            figures=figures,
            before=before,
            late=late,
            cite=provision.cite if provision else None,
            why=provision.why if provision else "",
            remarks=words.remarks(report, figures, before, late, regulation=self.regulation, provision=provision),
            journal_hash=journals.head(self.connection)[1],
        )

    def _rule(self, rule: str | None) -> str:
        if rule is not None:
            if rule not in RULES:
                raise RuleBroken(f"Không có loại báo cáo “{rule}”. Hãy chọn một loại báo cáo mà quy chế nêu.")
            return rule
        key = REPORT_OPERATOR if self.scope == "merged" else REPORT_UNIT
        return key.name if self.regulation.find(key, self.today) else ""

    def _kept(self, asking: Asking) -> Asking:
        """A draft keeps the letter it was asked by until another is told."""
        if asking.due_on is not None and not asking.by:
            raise RuleBroken(
                "Hạn khác với quy định phải theo một văn bản. Hãy ghi số và nơi gửi văn bản yêu cầu báo cáo."
            )
        if asking.by or self.draft is None or not self.draft.asked_by:
            return asking
        return Asking(self.draft.asked_by, self.draft.asked_on, self.draft.due_on)

    def _due_on(self, asking: Asking, provision: Provision[ReportDuty] | None) -> date | None:
        if asking.due_on is not None:
            return asking.due_on
        stated = due_of_period(provision.value, self.period, self.calendar) if provision else None
        return stated.due_on if stated else None

    def _usual_cut_off(self, due_on: date | None) -> date:
        """The due day, no later than the period goes and than today; where a later period was reported first, the day that one opens at."""
        after = sent_after(self.of_kind, self.period)
        if after is not None and self.period.first_on <= after.opening_on <= self.period.last_on:
            return after.opening_on
        return min(due_on or self.period.last_on, self.period.last_on, self.today)

    def _dated(self, asking: Asking, due_on: date | None, cut_off_on: date) -> Report:
        """Set the days, on the draft there is or on a new one."""
        self._refuse_days(cut_off_on)
        self._refuse_reported(asking, cut_off_on)
        if (after := sent_after(self.of_kind, self.period)) is not None and after.opening_on < cut_off_on:
            raise RuleBroken(goes_on_from(after))
        before = self._before(cut_off_on)
        draft = self.draft or Report(
            scope=self.scope,
            rule=self.rule,
            period=str(self.period),
            opening_on=self.period.eve_on,
            cut_off_on=cut_off_on,
            regulation_id=self.regulation.id,
            made_on=self.today,
        )
        return replace(
            draft,
            opening_on=before.cut_off_on if before else self.period.eve_on,
            cut_off_on=cut_off_on,
            due_on=due_on,
            asked_by=asking.by,
            asked_on=asking.on,
            regulation_id=self.regulation.id,
            made_on=self.today,
        )

    def _refuse_days(self, cut_off_on: date) -> None:
        if self.period.first_on > self.today:
            raise RuleBroken(f"Kỳ báo cáo {self.period.words} chưa bắt đầu. Hãy chọn kỳ đang tới hoặc đã qua.")
        if cut_off_on > self.today:
            raise RuleBroken(
                f"Ngày chốt số liệu {cut_off_on:%d/%m/%Y} chưa tới. Hãy chốt chậm nhất vào hôm nay, {self.today:%d/%m/%Y}."
            )
        if cut_off_on < self.period.first_on:
            raise RuleBroken(
                f"Ngày chốt số liệu {cut_off_on:%d/%m/%Y} đứng trước kỳ báo cáo. "
                f"Hãy chọn từ ngày {self.period.first_on:%d/%m/%Y} trở đi."
            )

    def _refuse_reported(self, asking: Asking, cut_off_on: date) -> None:
        """A period is reported once, but for a letter that asks anew for later days."""
        for sent in self.of_kind:
            if sent.state != "sent" or sent.period != str(self.period):
                continue
            if not asking.by or asking.by == sent.asked_by or cut_off_on <= sent.cut_off_on:
                raise RuleBroken(
                    f"Báo cáo {self.period.words} đã gửi ngày {sent.sent_on:%d/%m/%Y}, số {sent.number}. "
                    "Số liệu có thay đổi thì hãy lập báo cáo bổ sung."
                )

    def _before(self, cut_off_on: date) -> Report | None:
        """Give the report of the kind and length that was cut off last before a day."""
        return last_before((one for one in self.of_kind if one != self.draft), cut_off_on)

    def _late(self, before: Report | None) -> Lateness:
        if before is None or before.state != "sent":
            return NOTHING_LATE
        return lateness(self.connection, as_last_sent(self.asked, before), figures_of(self.connection, before))


def _supplement(desk: Desk, first: Report, draft: Report | None, now: Figures) -> Report:
    """Make the supplement, or bring the draft of it up to date."""
    said = {"figures": now.to_plain(), "figures_sha256": now.sha256, "made_on": desk.today()}
    if draft is not None:
        return replace(draft, **said)  # type: ignore[arg-type]
    return Report(
        scope=first.scope,
        rule=first.rule,
        period=first.period,
        opening_on=first.opening_on,
        cut_off_on=first.cut_off_on,
        regulation_id=first.regulation_id,
        supplements_id=first.id,
        **said,  # type: ignore[arg-type]
    )


def _rule_of(desk: Desk, report: Report) -> Provision[ReportDuty] | None:
    if not report.rule:
        return None
    regulation = desk.regulation(report.made_on)
    return rule_of_period(regulation, KEYS[report.rule], read_period(report.period), report.made_on)
