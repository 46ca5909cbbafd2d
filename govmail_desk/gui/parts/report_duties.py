"""What the regulation in use asks to be reported, and by when: a line for each, or that it is silent and the unit may choose.

Here: `ReportDuties`, above the table of reports. What is asked comes from `listings.reports`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from govmail_desk.gui.look.elided import ElidedLabel
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.why_card import Why, WhyButton
from govmail_desk.wording import SOURCES, days_left

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from govmail_desk.domain.report_period import ReportPeriod
    from govmail_desk.listings.reports import AskedReport, AskedReports, ReportRow


class ReportDuties(QFrame):
    """The reports asked for."""

    draft_asked = Signal(object)
    """A report is to be drafted: the `AskedReport`."""
    open_asked = Signal(object)
    """A draft that stands is to be shown: its number."""
    choice_asked = Signal(str)
    """The unit wants to set by itself when it reports: the key of the rule."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quietCard")
        self.setAccessibleName(self.tr("Báo cáo mà quy chế yêu cầu"))
        self.links: list[LinkButton] = []
        self._lines: list[QWidget] = []
        self._is_low = False
        self._drafts: dict[tuple[str, ReportPeriod], int] = {}
        self._content = QWidget(self)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(Space.USUAL, Space.TIGHT, Space.USUAL, Space.TIGHT)
        self._rows.addWidget(self._content)

    def show_asked(self, found: AskedReports, reports: Iterable[ReportRow], *, today: date, unit_rule: str) -> None:
        """Show what is asked now, beside the reports there are; `unit_rule` is the key a unit's own choice is kept under."""
        self._drafts = {
            (row.rule, row.period): row.id for row in reports if row.state == "draft" and not row.is_supplement
        }
        self._begin()
        for asked in found.asked:
            self._tell(asked, today)
        if found.silence:
            choose = (self.tr("Đặt kỳ báo cáo…"), partial(self.choice_asked.emit, unit_rule))
            self._line(found.silence, None, choose)
        self.fit(is_low=self._is_low)

    def fit(self, *, is_low: bool) -> None:
        """Show the first line alone where the window is low: it is the one due next."""
        self._is_low = is_low
        for place, line in enumerate(self._lines):
            line.setVisible(place == 0 or not is_low)

    def _tell(self, asked: AskedReport, today: date) -> None:
        whose = asked.cite or SOURCES[asked.source].lower()
        to = self.tr(", gửi {}").format(asked.to) if asked.to else ""
        label = f"{asked.label[:1].lower()}{asked.label[1:]}"
        words = f"{self._day_words(asked, today)}: {label}, {asked.every}{to} ({whose})"
        sentence = " ".join(filter(None, (asked.why, asked.note)))
        offered: list[tuple[str, Callable[[], object]]] = []
        if asked.period is not None:
            offered.append(self._next(asked, asked.period))
        if not asked.has_day and asked.scope == "unit":
            offered.append((self.tr("Đặt kỳ báo cáo…"), partial(self.choice_asked.emit, asked.rule)))
        self._line(words, Why(sentence, asked.cite), *offered)

    def _next(self, asked: AskedReport, period: ReportPeriod) -> tuple[str, Callable[[], object]]:
        """Offer the report to be drafted, or its draft where one stands."""
        draft_id = self._drafts.get((asked.rule, period))
        if draft_id is None:
            return self.tr("Lập báo cáo {}…").format(period.words), partial(self.draft_asked.emit, asked)
        return self.tr("Mở dự thảo {}").format(period.words), partial(self.open_asked.emit, draft_id)

    def _day_words(self, asked: AskedReport, today: date) -> str:
        if asked.due_on is not None:
            return self.tr("Hạn {:%d/%m/%Y}, {}").format(asked.due_on, days_left(asked.due_on, today))
        demand = self.tr(" hoặc khi có yêu cầu") if asked.is_on_demand else ""
        return self.tr("Không nêu ngày phải gửi{}").format(demand)

    def _line(self, words: str, why: Why | None, *offered: tuple[str, Callable[[], object]]) -> None:
        whole = QWidget(self._content)
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.USUAL)
        said = ElidedLabel(words, whole)
        line.addWidget(said, 1)
        if why is not None:
            line.addWidget(WhyButton(why, whole))
        for link_words, does in offered:
            link = LinkButton(link_words, does, whole)
            self.links.append(link)
            line.addWidget(link)
        self._lines.append(whole)
        layout = self._content.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(whole)

    def _begin(self) -> None:
        self._rows.removeWidget(self._content)
        self._content.hide()
        self._content.deleteLater()
        self.links, self._lines = [], []
        self._content = QWidget(self)
        content = QVBoxLayout(self._content)
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(Space.TIGHT)
        self._rows.addWidget(self._content)
