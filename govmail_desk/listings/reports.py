"""Reports as the clerk sees them: each with its period, its days and how far it is, one with its figures and papers.

What the unit's regulation asks for, and when, stands here too, where it is silent as well. Drafting and sending are
`operations.reports`, counting the figures `operations.report_figures`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, func, select

from govmail_desk.domain.calendar_duties import report_rules, rule_of_day, rule_of_period
from govmail_desk.domain.provision_words import EVERY
from govmail_desk.domain.regulation import KEYS, REPORT_CHANGES, REPORT_OPERATOR, REPORT_UNIT
from govmail_desk.domain.report import Report, ReportPaper
from govmail_desk.domain.report_figures import Figures
from govmail_desk.domain.report_period import ReportPeriod, period_due, read_period
from govmail_desk.store.printed_reports import is_as_printed, printed_row
from govmail_desk.store.tables import due, office, report, report_paper
from govmail_desk.store.transaction import Transaction
from govmail_desk.wording import REPORT_SCOPES

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from govmail_desk.desk import Desk
    from govmail_desk.domain.provision import Provision, ReportDuty, Source
    from govmail_desk.domain.report import ReportScope, ReportState


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """One line of the table: what is reported, until which day, by when, and how far it is."""

    id: int
    scope: ReportScope
    rule: str
    """The key of the provision that asks for it; empty where only a letter asked."""
    period: ReportPeriod
    opening_on: date
    cut_off_on: date
    due_on: date | None
    asked_by: str
    state: ReportState
    number: str
    sent_on: date | None
    made_on: date
    supplements_id: int | None
    edition: int
    """Of the newest letter; 0 where no papers were made yet."""

    @property
    def is_supplement(self) -> bool:
        """True for one that corrects a report sent before it."""
        return self.supplements_id is not None

    @property
    def has_papers(self) -> bool:
        return self.edition > 0

    @property
    def title(self) -> str:
        """What it is called: `Quý IV năm 2026`, with what it is besides."""
        words = self.period.words
        besides = ["bổ sung"] * self.is_supplement + [REPORT_SCOPES[self.scope].lower()] * (self.scope == "merged")
        return f"{words[:1].upper()}{words[1:]}" + (f" ({', '.join(besides)})" if besides else "")

    def is_overdue_on(self, today: date) -> bool:
        """Say whether it should have been sent by now."""
        return self.state == "draft" and self.due_on is not None and self.due_on < today


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPane:
    """Everything of one report."""

    row: ReportRow
    report: Report
    """As it stands, to edit."""
    figures: Figures
    cite: str | None
    """The article that asks for it; None where the regulation does not."""
    why: str
    source: Source
    to: str
    """Who it goes to, as the provision says; empty where it names nobody."""
    papers: tuple[ReportPaper, ...]
    """The newest first."""
    supplements: tuple[ReportRow, ...]
    """The reports that correct it."""
    supplemented: ReportRow | None
    """The one it corrects."""
    has_stale_papers: bool
    """True for a draft that was changed after its papers were made."""

    @property
    def newest_papers(self) -> tuple[ReportPaper, ...]:
        """The newest letter and the newest workbook, as far as they are made."""
        newest = {paper.role: paper for paper in reversed(self.papers)}
        return tuple(newest[role] for role in ("letter", "workbook") if role in newest)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedReport:
    """A report the regulation in use asks for: of whom, how often, by when; and the next one due as the register keeps it."""

    rule: str
    label: str
    scope: ReportScope
    every: str
    """In words: `hằng quý`."""
    by: str
    to: str
    through: str
    content: str
    is_on_demand: bool
    has_day: bool
    """True where the article names the day."""
    cite: str | None
    why: str
    note: str
    source: Source
    due_on: date | None = None
    act_by: date | None = None
    period: ReportPeriod | None = None
    """The period the next one due is about."""


@dataclass(frozen=True, slots=True)
class AskedReports:
    """What the regulation in use asks of this desk; where it is silent on the unit's own report, `silence` says so."""

    asked: tuple[AskedReport, ...]
    silence: str


def every(desk: Desk, *, states: Sequence[ReportState] = ()) -> list[ReportRow]:
    """Return the reports, the latest cut-off first; those of one day, the latest made first."""
    query = _rows()
    if states:
        query = query.where(report.c.state.in_(states))
    with desk.reading() as connection:
        return _read(connection, query)


def pane(desk: Desk, report_id: int) -> ReportPane | None:
    """Return all of one report, or None where it is gone."""
    with desk.reading() as connection:
        asked = Transaction(connection)
        found = asked.find(Report, id=report_id)
        if not found:
            return None
        one = found[0]
        around = (report.c.supplements_id == one.id) | report.c.id.in_((one.id, one.supplements_id or 0))
        query = _rows().where(around).add_columns(printed_row().label("printed"))
        told = [dict(row) for row in connection.execute(query).mappings()]
        printed = {row["id"]: row.pop("printed") for row in told}
        related = [_row(row) for row in told]
        by_id = {row.id: row for row in related}
        papers = asked.find(ReportPaper, report_id=one.id)
        rule = _provision_of(desk, one)
    return ReportPane(
        row=by_id[one.id],
        report=one,
        figures=Figures.from_plain(one.figures),
        cite=rule.cite if rule else None,
        why=rule.why if rule else "",
        source=rule.source if rule else "unit",
        to=(rule.value.to or "") if rule else "",
        papers=tuple(reversed(papers)),
        supplements=tuple(row for row in related if row.supplements_id == one.id),
        supplemented=by_id.get(one.supplements_id or 0),
        has_stale_papers=one.state == "draft" and bool(papers) and not is_as_printed(printed[one.id], one),
    )


def asked(desk: Desk) -> AskedReports:
    """Say which reports the regulation in use asks for, each with its article and the next one due.

    The operator's own is told only to a desk that gathers the packages of other units.
    """
    today = desk.today()
    with desk.reading() as connection:
        book = desk.rulebook()
        gathers = connection.execute(select(func.count()).where(office.c.ended_on.is_(None))).scalar_one() > 0
        running = _running(connection)
    regulation = book.regulations.on(today)
    keys = (REPORT_UNIT, REPORT_CHANGES, REPORT_OPERATOR) if gathers else (REPORT_UNIT, REPORT_CHANGES)
    found: list[AskedReport] = []
    for key in keys:
        rules = report_rules(regulation, key, today)
        next_due = {
            _key(rule_of_day(rules, due_on, book.calendar)): (due_on, act_by)
            for due_on, act_by in running.get(key.name, ())
        }
        found += [_asked(rule, next_due.get(_key(rule), (None, None))) for rule in rules]
    silence = "" if regulation.find(REPORT_UNIT, today) else _SILENCE.format(regulation.short_name)
    return AskedReports(tuple(found), silence)


_SILENCE = "{} không nêu báo cáo định kỳ của đơn vị. Khi có văn bản yêu cầu thì lập báo cáo theo văn bản đó."


def _key(rule: Provision[ReportDuty] | None) -> tuple[str, str] | None:
    return (rule.key, rule.value.every) if rule else None


def _asked(rule: Provision[ReportDuty], next_due: tuple[date | None, date | None]) -> AskedReport:
    duty, (due_on, act_by) = rule.value, next_due
    return AskedReport(
        rule=rule.key,
        label=KEYS[rule.key].label,
        scope="merged" if rule.key == REPORT_OPERATOR.name else "unit",
        every=EVERY[duty.every],
        by=duty.by,
        to=duty.to or "",
        through=duty.through or "",
        content=duty.content,
        is_on_demand=duty.on_demand,
        has_day=duty.due is not None,
        cite=rule.cite,
        why=rule.why,
        note=rule.note or "",
        source=rule.source,
        due_on=due_on,
        act_by=act_by,
        period=period_due(duty, due_on) if due_on else None,
    )


def _running(connection: Connection) -> dict[str, list[tuple[date, date]]]:
    keys = (REPORT_UNIT.name, REPORT_CHANGES.name, REPORT_OPERATOR.name)
    query = (
        select(due.c.rule, due.c.due_on, due.c.act_by)
        .where(due.c.rule.in_(keys), due.c.settled_on.is_(None))
        .order_by(due.c.due_on.desc(), due.c.id)
    )
    found: dict[str, list[tuple[date, date]]] = {}  # the nearest day last, so that it stays
    for rule, due_on, act_by in connection.execute(query):
        found.setdefault(rule, []).append((date.fromisoformat(due_on), date.fromisoformat(act_by)))
    return found


def _provision_of(desk: Desk, one: Report) -> Provision[ReportDuty] | None:
    """Find the rule that asks for a report, of several the one of its period's length."""
    if not one.rule:
        return None
    return rule_of_period(desk.regulation(one.made_on), KEYS[one.rule], read_period(one.period), one.made_on)


def _rows() -> Select[Any]:
    """Ask for the lines, without the figures themselves."""
    edition = (
        select(func.coalesce(func.max(report_paper.c.edition), 0))
        .where(report_paper.c.report_id == report.c.id, report_paper.c.role == "letter")
        .correlate(report)
        .scalar_subquery()
    )
    columns = (report.c[name] for name in ReportRow.__dataclass_fields__ if name in report.c)
    return select(*columns, edition.label("edition")).order_by(report.c.cut_off_on.desc(), report.c.id.desc())


def _read(connection: Connection, query: Select[Any]) -> list[ReportRow]:
    return [_row(dict(row)) for row in connection.execute(query).mappings()]


def _row(told: dict[str, Any]) -> ReportRow:
    days = {name: _day(told[name]) for name in ("opening_on", "cut_off_on", "due_on", "sent_on", "made_on")}
    return ReportRow(**told | days | {"period": read_period(told["period"])})


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None
