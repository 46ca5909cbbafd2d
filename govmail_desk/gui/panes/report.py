"""The pane of one report: the article that asks for it, its figures checked and drawn, names, use, remarks, papers.

Here: `ReportPane`. The figures are `gui.parts.report_figures`, the papers `gui.panes.report_papers`; what is offered at its foot are the
acts of the page.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal

from govmail_desk import wording
from govmail_desk.domain.report_tables import FLOW_WORDS, counted
from govmail_desk.domain.report_text import ADDRESSEE, REMARKS
from govmail_desk.domain.report_usage import COUNT_LABELS, NOTE_LABELS, RATES, UNKNOWN, USAGE_LABELS
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.why_card import Why
from govmail_desk.gui.panes.kept_place import KeptPlace
from govmail_desk.gui.panes.pane import Pane
from govmail_desk.gui.panes.report_papers import ReportPapers
from govmail_desk.gui.parts.report_figures import FiguresTable, figures_charts, figures_drawn
from govmail_desk.gui.rules.rule_line import RuleLine
from govmail_desk.gui.tables.report_columns import due_words, state_mark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from govmail_desk.listings.reports import ReportPane as Facts
    from govmail_desk.listings.reports import ReportRow
    from govmail_desk.operations.report_copies import EditedReportPaper

_LETTERS_WIDE: Final = 54
_LETTERS_WANTED: Final = 82
MOST_NAMES: Final = 8
"""More names than this stand in the workbook."""


class ReportPane(Pane):
    """Everything about one report."""

    other_asked = Signal(int)
    """Another report is wanted: the one it supplements, or one that supplements it."""
    usage_asked = Signal()
    """Figures of use are to be written."""
    remarks_asked = Signal()
    """The clerk's words are to be written."""
    later_asked = Signal()
    """What was recorded since it was sent is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Báo cáo đang chọn"), parent)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)
        self._shown_id: int | None = None
        self._kept_place = KeptPlace(self._scroll.verticalScrollBar())
        self.papers: ReportPapers | None = None
        self.table: FiguresTable | None = None
        self.show_nothing()

    def sizeHint(self) -> QSize:
        """Wide enough for the figures and their bars."""
        return QSize(self.fontMetrics().averageCharWidth() * _LETTERS_WANTED, super().sizeHint().height())

    def show_nothing(self) -> None:
        """Say what would stand here."""
        self._shown_id, self.papers, self.table = None, None, None
        self.begin(self.tr("Chưa chọn báo cáo nào"))
        self.say(self.tr("Chọn một dòng để xem số liệu, biểu đồ, danh sách biến động và giấy tờ của báo cáo ấy."))
        self.offer(())

    def show_report(
        self, facts: Facts, *, today: date, regulation: str, edited: Sequence[EditedReportPaper] = ()
    ) -> None:
        """Show one report; one that is shown already stays where it was scrolled to.

        `regulation` is its short name, `edited` the copies on this computer that say otherwise than what is kept.
        """
        is_same, place = self._shown_id == facts.row.id, self._scroll.verticalScrollBar().value()
        self._shown_id = facts.row.id
        self._kept_place.forget()
        row = facts.row
        days = self.tr("Số liệu sau {:%d/%m/%Y} đến hết {:%d/%m/%Y}").format(row.opening_on, row.cut_off_on)
        self.begin(row.title, days)
        self.show_state(self._state_words(row), state_mark(row, today))
        self._tell_rule(facts, regulation)
        self._tell_life(facts, today)
        self._tell_figures(facts)
        self._tell_names(facts)
        self._tell_usage(facts)
        self._tell_remarks(facts)
        self._tell_papers(facts, edited)
        if is_same:
            self._kept_place.keep(place)

    def _state_words(self, row: ReportRow) -> str:
        state = wording.REPORT_STATES[row.state]
        if row.sent_on is not None:
            return self.tr("{} {:%d/%m/%Y}").format(state, row.sent_on)
        if row.state == "draft" and not row.has_papers:
            return self.tr("{}, chưa lập giấy tờ").format(state)
        return state

    def _tell_rule(self, facts: Facts, regulation: str) -> None:
        if facts.why:
            asks = self.tr("Gửi {}").format(facts.to) if facts.to else self.tr("Quy chế không nêu gửi đến đâu")
            whose = facts.cite or wording.SOURCES[facts.source].lower()
            words = self.tr("{} ({})").format(asks, whose)
            self.add(RuleLine(words, Why(facts.why, facts.cite, regulation if facts.cite else "")))
        else:
            self.say(self.tr("Quy chế không nêu báo cáo này; lập theo văn bản yêu cầu hoặc lựa chọn của đơn vị."))

    def _tell_life(self, facts: Facts, today: date) -> None:
        row, report = facts.row, facts.report
        asked_on = self.tr(", ngày {:%d/%m/%Y}").format(report.asked_on) if report.asked_on else ""
        told = {
            self.tr("Hạn gửi"): due_words(row, today),
            self.tr("Văn bản yêu cầu"): f"{row.asked_by}{asked_on}" if row.asked_by else "",
            self.tr("Kính gửi"): report.remarks.get(ADDRESSEE, ""),
            self.tr("Số báo cáo"): row.number,
            self.tr("Đã gửi"): report.sent_to,
            self.tr("Lý do hủy"): report.reason,
        }
        for words, value in told.items():
            self.fact(words, value)
        if facts.supplemented is not None:
            self._link_to(self.tr("Bổ sung cho"), facts.supplemented)
        for other in facts.supplements:
            self._link_to(self.tr("Bản bổ sung"), other)

    def _link_to(self, words: str, row: ReportRow) -> None:
        said = f"{row.title}, {wording.REPORT_STATES[row.state].lower()}"
        self.beside(words, LinkButton(said, partial(self.other_asked.emit, row.id)))

    def _tell_figures(self, facts: Facts) -> None:
        self.head(self.tr("Biến động trong kỳ"))
        self.table = FiguresTable(facts.figures)
        for part in figures_drawn(self.table, figures_charts(facts.figures, self), self):
            self.add(part)
        for office in facts.figures.silent:
            self.say(self.tr("{} chưa gửi số liệu nên chưa tính.").format(office.name), "bad")
        if facts.row.state == "sent":
            self.add(LinkButton(self.tr("So với sổ bây giờ…"), self.later_asked.emit))

    def _tell_names(self, facts: Facts) -> None:
        names = facts.figures.names
        self.head(self.tr("Hộp thư có biến động ({})").format(counted(len(names))))
        for name in names[:MOST_NAMES]:
            whose = ", ".join(filter(None, (name.holder, name.unit)))
            self.say(f"{name.on_date:%d/%m} · {FLOW_WORDS[name.what]} · {name.address} · {whose}", "small")
        if len(names) > MOST_NAMES:
            said = self.tr("… và {} dòng nữa, xem đủ ở Bảng số liệu.").format(counted(len(names) - MOST_NAMES))
            self.say(said)
        if not names:
            self.say(self.tr("Trong kỳ không có hộp thư nào biến động."))

    def _tell_usage(self, facts: Facts) -> None:
        usage = facts.report.usage
        self.head(self.tr("Số liệu sử dụng"))
        known = {label: counted(usage[key]) for key, label in COUNT_LABELS.items() if usage.get(key) is not None}
        known |= {rate.label: rate.words(usage) for rate in RATES.values() if rate.of(usage) is not None}
        known |= {label: str(usage[key]) for key, label in NOTE_LABELS.items() if usage.get(key)}
        for words, value in known.items():
            self.say(f"{words}: {value}", "")
        unknown = [label for key, label in USAGE_LABELS.items() if not usage.get(key) and usage.get(key) != 0]
        if unknown:
            self.say(f"{UNKNOWN.capitalize()}: {'; '.join(label.lower() for label in unknown)}.")
        if facts.row.state == "draft":
            self.add(LinkButton(self.tr("Nhập số liệu sử dụng…"), self.usage_asked.emit))

    def _tell_remarks(self, facts: Facts) -> None:
        self.head(self.tr("Đánh giá, kiến nghị"))
        written = {name: facts.report.remarks.get(key, "") for key, name in REMARKS.items()}
        for words, value in written.items():
            self.fact(words, value)
        if not any(written.values()):
            self.say(self.tr("Chưa viết; báo cáo sẽ ghi một câu là không có đánh giá, kiến nghị thêm."))
        if facts.row.state == "draft":
            self.add(LinkButton(self.tr("Viết nhận xét…"), self.remarks_asked.emit))

    def _tell_papers(self, facts: Facts, edited: Sequence[EditedReportPaper]) -> None:
        self.head(self.tr("Giấy tờ"))
        self.papers = ReportPapers(facts, edited)
        self.add(self.papers)
