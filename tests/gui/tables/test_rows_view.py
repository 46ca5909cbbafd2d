"""A table, or what belongs there."""

from __future__ import annotations

from govmail_desk.gui.tables.rows_model import RowsModel
from govmail_desk.gui.tables.rows_view import RowsView
from govmail_desk.gui.tables.table import Table
from tests.gui.sample_unit import COLUMNS, Register


def test_an_empty_table_says_what_belongs_there(qtbot) -> None:
    table = Table(RowsModel(COLUMNS), name="Hộp thư")
    view = RowsView(table, icon_name="mailbox")
    qtbot.addWidget(view)
    view.empty.say("Chưa có hộp thư nào", "Nhập danh sách của đơn vị.")
    assert view.currentWidget() is view.empty
    table.rows.show(Register(3).source())
    assert view.currentWidget() is table
    table.rows.take([])
    assert view.currentWidget() is view.empty
    assert view.empty.accessibleName() == "Chưa có hộp thư nào Nhập danh sách của đơn vị."
