"""The figures of a report as they stand in a pane: the table, and a chart beside it where there is room."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from govmail_desk.domain.report_figures import ChangeLine, Figures
from govmail_desk.gui.look.bar_chart import BarChart
from govmail_desk.gui.look.side_by_side import SideBySide
from govmail_desk.gui.parts.report_figures import FiguresTable, figures_charts, figures_drawn


def quarter(**flows: int) -> Figures:
    lines = tuple(
        ChangeLine(unit_id=number, unit=f"Phòng {number}", kind="personal", opening=4, closing=4, **flows)
        for number in (1, 2)
    )
    return Figures(opening_on=date(2026, 9, 30), cut_off_on=date(2026, 12, 5), lines=lines)


def test_the_lowest_chart_stands_beside_the_table_where_there_is_room_and_under_it_where_there_is_not(qtbot) -> None:
    figures = quarter(changed=3, reset=1)
    pane = QWidget()
    qtbot.addWidget(pane)
    table = FiguresTable(figures)
    both, below = figures_drawn(table, figures_charts(figures, pane), pane)
    assert isinstance(both, SideBySide)
    pane.resize(1200, 600)
    pane.show()
    letter = both.fontMetrics().averageCharWidth()
    both.resize(letter * 80, 300)
    beside = both.findChild(BarChart)
    assert beside is not None
    assert beside.accessibleName() == "Biểu đồ biến động trong kỳ"
    assert beside.mapTo(both, beside.rect().topLeft()).x() >= table.width()
    both.resize(letter * 50, 300)
    qtbot.waitUntil(lambda: both.is_stacked and beside.mapTo(both, beside.rect().topLeft()).y() >= table.height())
    assert below.accessibleName() == "Biểu đồ đầu kỳ và cuối kỳ theo đơn vị"


def test_where_nothing_is_drawn_the_table_stands_alone(qtbot) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    table = FiguresTable(quarter(), pane)
    assert figures_drawn(table, (), pane) == (table,)
