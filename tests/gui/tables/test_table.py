"""The table: by keyboard, kept on what was chosen, columns remembered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QSettings, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication, QHeaderView

from govmail_desk.gui.look.theme import Look, dress, theme_in_use
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.table import Table
from tests.gui.named_controls import unnamed_controls
from tests.gui.sample_unit import COLUMNS, Register, mailbox

Key = Qt.Key


@pytest.fixture
def table(qtbot):
    made = Table(RowsModel(COLUMNS, Register(1000).source()), name="Hộp thư")
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    yield made
    made.close()


def test_the_table_has_a_name_and_so_have_its_cells(table: Table) -> None:
    assert unnamed_controls(table) == []
    assert table.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Địa chỉ: ")


def test_enter_and_a_double_click_open_a_row(table: Table, qtbot) -> None:
    table.choose(5)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Key.Key_Return)
    assert opened.args == [5]
    with qtbot.waitSignal(table.opened):
        table.activated.emit(table.rows.index(4, 0))


def test_f2_asks_to_edit_the_row(table: Table, qtbot) -> None:
    table.choose(5)
    with qtbot.waitSignal(table.edit_asked) as asked:
        qtbot.keyClick(table, Key.Key_F2)
    assert asked.args == [5]


def test_the_chosen_rows_are_told_by_their_ids(table: Table, qtbot) -> None:
    table.choose(2)
    with qtbot.waitSignal(table.chosen) as chosen:
        qtbot.keyClick(table, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert chosen.args == [[2, 3]]
    assert table.chosen_ids == [2, 3]
    assert table.current_id == 3


def test_everything_can_be_chosen_at_once(table: Table) -> None:
    table.selectAll()
    assert table.chosen_ids == list(range(1, 1001))


def test_what_was_chosen_stays_chosen_when_the_order_changes(table: Table) -> None:
    table.choose(5)
    flags = QItemSelectionModel.SelectionFlag
    table.selectionModel().select(table.rows.index(7, 0), flags.Select | flags.Rows)
    table._sort(1)
    assert set(table.chosen_ids) == {5, 8}
    assert table.current_id == 5


def test_a_row_that_is_gone_is_no_longer_chosen(table: Table) -> None:
    table.choose(5)
    table.rows.take([1, 2, 3])
    assert table.chosen_ids == []


def test_a_row_that_is_not_shown_cannot_be_chosen(table: Table) -> None:
    assert not table.choose(5000)
    assert table.choose(900)
    assert table.visualRect(table.rows.index(899, 0)).intersects(table.viewport().rect())


def test_a_title_sorts_and_sorts_back(table: Table) -> None:
    table._sort(1)
    assert table.rows.order.by == "holder"
    assert not table.rows.order.is_descending
    table._sort(1)
    assert table.rows.order.is_descending
    table._sort(3)
    assert table.rows.order.by == "holder"


def test_rows_are_copied_as_a_spreadsheet_takes_them(table: Table, qtbot) -> None:
    table.choose(1)
    qtbot.keyClick(table, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    row = mailbox(1)
    assert QGuiApplication.clipboard().text() == f"{row.address}\t{row.holder}\t{row.unit}\tĐã đề nghị\t03/02/2026"


def test_a_row_chosen_by_the_program_is_the_only_one_though_a_key_is_held(table: Table, qtbot) -> None:
    table.selectRow(0)
    qtbot.keyPress(table, Key.Key_F3, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.ControlModifier
    table.selectRow(1)
    assert len(table.chosen_ids) == 1
    table.choose(1)
    assert table.chosen_ids == [1]


def test_tab_leaves_the_table(table: Table) -> None:
    assert not table.tabKeyNavigation()


def test_heights_are_fixed_and_grow_with_the_letters(table: Table, qapp: QApplication) -> None:
    assert table.verticalHeader().sectionResizeMode(0) == QHeaderView.ResizeMode.Fixed
    low, narrow = table.rowHeight(0), table.columnWidth(0)
    try:
        dress(qapp, Look("light", 150))
        assert table.rowHeight(0) > low
        assert table.columnWidth(0) > narrow
        assert table.rowHeight(0) > QFontMetrics(theme_in_use().font()).height()
    finally:
        dress(qapp, Look("light"))


def test_the_growing_column_takes_the_room_left_over(table: Table) -> None:
    table.resize(1400, 400)
    header = table.horizontalHeader()
    assert header.length() == table.viewport().width()
    wide = table.columnWidth(1)
    table.resize(900, 400)
    assert table.columnWidth(1) < wide
    table.resize(300, 400)
    assert header.length() > table.viewport().width()


def test_columns_can_be_hidden_but_not_the_first(table: Table) -> None:
    menu = table.columns_menu()
    offered = {action.text(): action for action in menu.actions()}
    assert not offered["Địa chỉ"].isEnabled()
    assert not offered["Số"].isChecked()
    offered["Số"].setChecked(True)
    offered["Đơn vị"].setChecked(False)
    assert not table.isColumnHidden(5)
    assert table.isColumnHidden(2)
    menu.close()


def test_columns_are_remembered(qtbot, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "cua-so.ini"), QSettings.Format.IniFormat)
    for moved in (True, False):
        table = Table(RowsModel(COLUMNS), name="Hộp thư", settings=settings)
        qtbot.addWidget(table)
        table.remember_as("mailboxes")
        if moved:
            table.setColumnWidth(0, 321)
            table.horizontalHeader().moveSection(2, 0)
            table.show_column(5, True)
        else:
            assert table.columnWidth(0) == 321
            assert table.horizontalHeader().visualIndex(2) == 0
            assert not table.isColumnHidden(5)
        table.close()


def test_a_table_of_a_hundred_thousand_rows_is_drawn_from_one_page(qtbot) -> None:
    register = Register(100_000)
    table = Table(RowsModel(COLUMNS, register.source()), name="Hộp thư")
    qtbot.addWidget(table)
    table.resize(1000, 700)
    table.show()
    table.grab()
    assert register.rows_asked == [200]
    table.scrollToBottom()
    table.grab()
    assert len(register.rows_asked) <= 3
    table.close()


def test_a_filter_that_finds_nothing_leaves_an_empty_table(table: Table) -> None:
    register = Register(10)
    table.rows.show(RowSource(lambda order: register.ids(order, search="zzz"), register.rows))
    assert table.rows.rowCount() == 0
    assert table.current_id is None


def test_two_growing_columns_share_the_room_left_over(qtbot) -> None:
    columns = (replace(COLUMNS[0], grows=True), *COLUMNS[1:])
    table = Table(RowsModel(columns, Register(3).source()), name="Hộp thư")
    qtbot.addWidget(table)
    table.resize(300, 300)
    table.show()
    natural = [table.columnWidth(index) for index in (0, 1)]
    table.resize(1400, 300)
    grown = [table.columnWidth(index) - before for index, before in zip((0, 1), natural, strict=True)]
    assert min(grown) > 50
    assert abs(grown[0] - grown[1]) <= 1
    table.resize(300, 300)
    assert [table.columnWidth(index) for index in (0, 1)] == natural


def test_a_letter_typed_on_the_rows_reads_none_of_them(qtbot) -> None:
    register = Register(100_000)
    table = Table(RowsModel(COLUMNS, register.source()), name="Hộp thư")
    qtbot.addWidget(table)
    table.show()
    table.selectRow(0)
    asked = len(register.rows_asked)
    qtbot.keyClicks(table, "zz")
    assert len(register.rows_asked) == asked
