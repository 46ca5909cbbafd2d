"""The figures of a report in its pane: the change table with its balance shown as checked, and the charts beside it.

Here: `FiguresTable`, `figures_charts`, `figures_drawn` (table and charts as they stand in a pane). The figures are
`domain.report_figures`, the bars `gui.look.bar_chart`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from govmail_desk.domain.report_figures import FLOWS
from govmail_desk.domain.report_tables import FLOW_WORDS, KIND_NAMES, counted, largest_units
from govmail_desk.gui.look.bar_chart import BarChart, Bars
from govmail_desk.gui.look.marks import BALANCE_MARKS, StateLabel
from govmail_desk.gui.look.side_by_side import SideBySide
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.domain.report_figures import ChangeLine, Figures, LineKind

_KINDS: Final[tuple[LineKind, ...]] = ("unit", "personal", "all")
MOST_UNITS: Final = 8
"""More groups of bars than this are not read in a pane; the workbook shows twenty."""
_LETTERS_FOR_BOTH: Final = 64
"""So wide, a chart stands beside the table."""


class FiguresTable(QWidget):
    """Opening, in, out and closing by kind, the sum under it with its mark, and what else happened."""

    def __init__(self, figures: Figures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.balance = StateLabel(self)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.USUAL)
        self._grid.setVerticalSpacing(Space.TIGHT)
        self._grid.setColumnStretch(0, 1)
        heads = (self.tr("Đầu kỳ"), self.tr("Tăng"), self.tr("Giảm"), self.tr("Cuối kỳ"))
        for column, words in enumerate(heads, start=1):
            self._put(words, 0, column, "small")
        for row, kind in enumerate(_KINDS, start=1):
            self._tell_kind(figures.total(kind), row)
        self._tell_balance(figures)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.TIGHT)
        rows.addLayout(self._grid)
        rows.addWidget(self.balance)
        rows.addWidget(WrappedLabel(deeds_words(figures), "small", self))

    def _tell_kind(self, line: ChangeLine, row: int) -> None:
        tone = "label" if line.kind == "all" else ""
        self._put(KIND_NAMES[line.kind], row, 0, tone)
        for column, figure in enumerate((line.opening, line.came_in, line.went_out, line.closing), start=1):
            self._put(counted(figure), row, column, tone)

    def _put(self, words: str, row: int, column: int, tone: str) -> None:
        label = QLabel(words, self)
        label.setProperty("tone", tone)
        side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(label, row, column, side)

    def _tell_balance(self, figures: Figures) -> None:
        whole = figures.total()
        agrees = all(line.is_balanced for line in figures.lines)
        said = f"{counted(whole.opening)} + {counted(whole.came_in)} − {counted(whole.went_out)} = {counted(whole.closing)}"
        words = self.tr("{}: khớp ở mọi dòng") if agrees else self.tr("{}: không khớp, hãy lập lại báo cáo")
        self.balance.show_state(words.format(said), BALANCE_MARKS[agrees], is_bad=not agrees)


def deeds_words(figures: Figures) -> str:
    """Say how often each thing happened: `Cấp mới 5 · Thu hồi 1 · Thay đổi 2`."""
    whole = figures.total()
    told = [f"{FLOW_WORDS[flow]} {counted(getattr(whole, flow))}" for flow in FLOWS if getattr(whole, flow)]
    return " · ".join(told) or _translated("Trong kỳ không có biến động nào.")


def figures_charts(figures: Figures, parent: QWidget) -> tuple[BarChart, ...]:
    """Draw opening beside closing of the largest units, and what happened in the period; none where there is nothing to compare."""
    units, whole = _by_unit(figures), figures.total()
    flows = [Bars(FLOW_WORDS[flow], (getattr(whole, flow),)) for flow in FLOWS if getattr(whole, flow)]
    made = []
    if len(units) > 1:
        made.append(BarChart(parent))
        name = _translated("Biểu đồ đầu kỳ và cuối kỳ theo đơn vị")
        made[-1].show_bars(name, (_translated("Đầu kỳ"), _translated("Cuối kỳ")), units)
    if len(flows) > 1:
        made.append(BarChart(parent))
        made[-1].show_bars(_translated("Biểu đồ biến động trong kỳ"), (_translated("Số lượt"),), flows)
    return tuple(made)


def figures_drawn(table: FiguresTable, charts: Sequence[BarChart], parent: QWidget) -> tuple[QWidget, ...]:
    """Put the lowest chart beside the table, so that both are seen at once; what is left goes under them."""
    if not charts:
        return (table,)
    beside = min(charts, key=lambda chart: chart.sizeHint().height())
    at_top = QWidget(parent)
    column = QVBoxLayout(at_top)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(beside)
    column.addStretch(1)
    both = SideBySide(table, at_top, shares=(1, 1), letters=_LETTERS_FOR_BOTH, lines=0, parent=parent)
    return (both, *(chart for chart in charts if chart is not beside))


def _by_unit(figures: Figures) -> list[Bars]:
    return [Bars(name, (opening, closing)) for name, opening, closing in largest_units(figures, most=MOST_UNITS)]


def _translated(words: str) -> str:
    return QCoreApplication.translate("ReportFigures", words)
