"""The shelf Báo cáo: what the regulation asks to be reported, every report with its day, and beside it the one chosen.

Here: `ReportsShelf`. Rows come from `listings.reports`; the acts on the one chosen are `gui.parts.report_acts`, drafting one is
`gui.dialogs.draft_report`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QVBoxLayout

from govmail_desk.domain.regulation import KEYS, REPORT_UNIT
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.lookup_page import LookupPage
from govmail_desk.gui.panes.report import ReportPane
from govmail_desk.gui.parts.report_acts import ReportActs
from govmail_desk.gui.parts.report_duties import ReportDuties
from govmail_desk.gui.tables.report_columns import STATE_CHIPS, report_columns
from govmail_desk.gui.tables.rows_model import PAGE
from govmail_desk.listings import report_table, reports
from govmail_desk.listings.report_table import Opening
from govmail_desk.listings.reports import AskedReport, ReportRow
from govmail_desk.wording import REPORT_STATES

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.gui.tables.columns import Order

_DRAFT: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.draft_report:DraftReportDialog")
_CHOICE: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.own_choice:OwnChoiceDialog")


_LINES_FOR_ALL: Final = 22
"""In a window lower than so many lines of text only what is due next stands above the table."""


class ReportsShelf(LookupPage[ReportRow]):
    """Reports on the unit's mailboxes."""

    reads = frozenset({
        "report",
        "report_paper",
        "due",
        "office",
        "package",
        "regulation_text",
        "choice",
        "usage_import",
    })
    help_topic = "reports"

    def __init__(self, parent: QWidget | None = None) -> None:
        pane = ReportPane()
        self.duties = ReportDuties()
        self._rows: Mapping[int, ReportRow] = {}
        super().__init__(
            columns=report_columns(self._today),
            name="Báo cáo",
            search_words="Tìm theo kỳ, số, văn bản yêu cầu",
            chips=STATE_CHIPS,
            icon_name="report",
            kept_as="reports",
            pane=pane,
            parent=parent,
        )
        self.shown = pane
        self.report_acts = ReportActs(self)
        self._make = self.add_act(
            "draft", self.tr("Lập báo cáo"), self.draft, icon_name="add", shortcut="Ctrl+N", is_main=True
        )
        self._clear = act(self, "clear", self.tr("Bỏ tìm và lọc"), self.clear_search, icon_name="undo")
        self.row_acts = self.report_acts.all
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, self.duties)
        self._connect_parts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the rows where the window is low."""
        super().resizeEvent(event)
        self.duties.fit(is_low=self._is_low)

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        super().open_desk(desk)
        self.report_acts.open_desk(desk)

    # what is listed

    def question(self) -> Callable[[Order], Opening]:
        """Ask for the reports searched for."""
        return partial(_asked, self.desk, self.search.text(), self.chips.chosen_keys)

    def lines(self, ids: Sequence[int]) -> Sequence[ReportRow]:
        """Return the rows of these reports."""
        return [self._rows[one] for one in ids]

    def take_answer(self, answer: Opening) -> None:
        """Say what is asked for, how many there are in each state, and what belongs here where there are none."""
        self._rows = answer.rows
        every = answer.rows.values()
        self.duties.show_asked(answer.asked, every, today=self.desk.today(), unit_rule=REPORT_UNIT.name)
        self.chips.show_counts(dict(answer.counts))
        told = [
            f"{answer.counts[key]} {words.lower()}" for key, words in REPORT_STATES.items() if answer.counts.get(key)
        ]
        self.set_subtitle(" · ".join(told) or self.tr("Chưa có báo cáo nào"))
        if answer.counts:
            words = self.tr("Thử gõ ít chữ hơn, hoặc bỏ bớt ô lọc đang chọn.")
            self.view.empty.say(self.tr("Không có báo cáo nào khớp"), words, (self._clear,), icon_name="search")
            return
        words = self.tr(
            "Số liệu đếm từ những việc có ngày trong sổ; báo cáo sau tính tiếp từ ngày chốt của báo cáo trước."
        )
        self.view.empty.say(self.tr("Chưa có báo cáo nào"), words, (self._make,), icon_name="report")

    # the one chosen

    def show_chosen(self, ids: Sequence[int]) -> None:
        """Show the report chosen."""
        facts = reports.pane(self.desk, ids[0]) if len(ids) == 1 else None
        self.report_acts.show_report(facts)
        if facts is None:
            self.shown.show_nothing()
            return
        self.shown.show_report(
            facts,
            today=self.desk.today(),
            regulation=self.regulation.short_name,
            edited=self.report_acts.edited,
        )
        papers = self.shown.papers
        assert papers is not None
        papers.preview_asked.connect(self.report_acts.preview)
        papers.open_asked.connect(self.report_acts.open_paper)
        papers.take_asked.connect(self.report_acts.take_in)
        papers.check_asked.connect(self.report_acts.check_letter)
        self.shown.offer(self.report_acts.foot(is_low=self._is_low), self.report_acts.main)

    # acts

    def draft(self) -> None:
        """Draft a report: of the period due next, unless the clerk says another."""
        found = sorted(reports.asked(self.desk).asked, key=lambda one: one.period is None)
        self._draft_asked(found[0] if found else None)

    def start(self, act_key: str) -> None:
        """Begin an act asked for from the search box; one on a report is done on the one chosen, else on the newest."""
        super().start(act_key)
        offered = next((one for one in self.report_acts.all if one.objectName() == act_key), None)
        if offered is None:
            return
        if not self.table.chosen_ids and self.table.rows.rowCount():
            self.table.selectRow(0)
        self.settle()
        if offered.isVisible():
            offered.trigger()

    def edit(self) -> None:
        """Write the clerk's words of the report chosen: F2."""
        self.report_acts.write_remarks()

    def _draft_asked(self, asked: AskedReport | None) -> None:
        dialog = _DRAFT.load()(self, self.desk, asked)
        dialog.made.connect(self._show_made)
        dialog.open()

    def _choose_period(self, rule: str) -> None:
        _CHOICE.load()(self, self.desk, KEYS[rule]).open()

    def _show_made(self, changes: Changes) -> None:
        for made in changes.ids.get("report", ()):  # none where a draft was brought up to date and nothing had changed
            self.show_item(made)

    @property
    def _is_low(self) -> bool:
        return self.height() < self.fontMetrics().height() * _LINES_FOR_ALL

    def _today(self) -> date:
        return self.desk.today()

    def _connect_parts(self) -> None:
        acts = self.report_acts
        acts.asked.connect(self.settle)
        acts.made.connect(self._show_made)
        self.duties.draft_asked.connect(self._draft_asked)
        self.duties.open_asked.connect(self.show_item)
        self.duties.choice_asked.connect(self._choose_period)
        self.beside.pane_alone.connect(self.duties.setHidden)
        self.shown.other_asked.connect(self.show_item)
        self.shown.usage_asked.connect(acts.write_usage)
        self.shown.remarks_asked.connect(acts.write_remarks)
        self.shown.later_asked.connect(acts.supplement)


def _asked(desk: Desk, search: str, states: Any, _order: Order) -> Opening:
    return report_table.opening(desk, search=search, states=states, first_count=PAGE)
