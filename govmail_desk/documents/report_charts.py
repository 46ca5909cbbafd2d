"""The charts of a report's workbook, as Excel's own: opening beside closing, and what happened in the period.

Every bar bears its value and each series its own shade, so that a sheet printed in black and white is read too. The sheet they stand on is
`documents.report_workbook`; the same on the screen is `gui.look.bar_chart`.
"""

from __future__ import annotations

from typing import Any, Final

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties

_SHADES: Final = ("BFC9D4", "14599A")
_EDGE: Final = "33404D"
_WIDTH_CM: Final = 15.5
_LEAST_CM: Final = 6.5
_CM_A_BAR: Final = 0.62
_AROUND_CM: Final = 2.6


def bar_chart(
    page: Any,
    *,
    title: str,
    head_row: int,
    row_count: int,
    series_count: int,
    anchor: str,
    first: int = 1,
) -> None:
    """Put a chart of lying bars beside a small table: its names in column `first`, a series in each column after it."""
    chart: Any = BarChart()
    chart.type, chart.style, chart.title = "bar", 10, title
    last = head_row + row_count
    values = Reference(page, min_col=first + 1, max_col=first + series_count, min_row=head_row, max_row=last)
    chart.add_data(values, titles_from_data=True)
    chart.set_categories(Reference(page, min_col=first, min_row=head_row + 1, max_row=last))
    _shade(chart)
    _set_axes(chart)
    chart.width = _WIDTH_CM
    chart.height = max(_LEAST_CM, _AROUND_CM + row_count * series_count * _CM_A_BAR)
    chart.legend.position = "b"
    if series_count == 1:
        chart.legend = None
    page.add_chart(chart, anchor)


def _shade(chart: BarChart) -> None:
    shades = _SHADES if len(chart.series) > 1 else _SHADES[1:]
    for series, shade in zip(chart.series, shades, strict=True):
        series.graphicalProperties = GraphicalProperties(solidFill=shade, ln=LineProperties(solidFill=_EDGE))
        series.dLbls = DataLabelList()
        series.dLbls.showVal = True
        series.dLbls.showSerName = series.dLbls.showCatName = series.dLbls.showLegendKey = False


def _set_axes(chart: BarChart) -> None:
    """The first line of the table stands on top; the axis of figures begins at 0 and only counts whole mailboxes."""
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.scaling.min = 0
    chart.y_axis.crosses = "max"
    chart.y_axis.number_format = "#,##0"
    chart.y_axis.majorGridlines = None
    chart.gapWidth = 60
