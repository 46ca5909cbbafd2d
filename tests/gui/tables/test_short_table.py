"""A table that is as high as its rows."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from govmail_desk.gui.tables.columns import Column
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.short_table import ShortTable


@dataclass(frozen=True)
class Line:
    id: int


def high(qtbot, count):
    columns = [Column(key="id", title="Số", width=4, text=lambda row: str(row.id))]
    table = ShortTable(RowsModel(columns, RowSource.of(Line(number) for number in range(count))), name="Các dòng")
    qtbot.addWidget(table)
    lines = table.verticalHeader().defaultSectionSize()
    assert table.minimumSizeHint().height() > 3 * lines
    return 3 + table.more_height / lines


@pytest.mark.parametrize(("count", "lines"), [(1, 3), (5, 5), (10, 10), (200, 10)])
def test_it_has_room_for_its_rows_up_to_ten(qtbot, count, lines):
    assert high(qtbot, count) == lines


def test_the_rows_stand_in_the_order_given(qtbot):
    source = RowSource.of([Line(3), Line(1)])
    assert source.rows(source.ids(None)) == [Line(3), Line(1)]
