"""Units in the order of the tree, and what stands under each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from govmail_desk.gui.tables.unit_tree import UnitTree, below, in_tree_order, unit_choices
from govmail_desk.listings.units import UnitRow


def row(number, parent=None, *, name="", is_ended=False, people=0):
    ended_on = "2026-07-01" if is_ended else None
    return UnitRow(number, parent, name or f"Đơn vị {number}", "", "", number == 1, is_ended, people, ended_on)


ROWS = (row(1), row(2, 1), row(5, 2), row(3, 1, is_ended=True), row(4, 3), row(9, 77))


@pytest.fixture
def tree(qtbot):
    tree = UnitTree()
    qtbot.addWidget(tree)
    tree.show_units(ROWS)
    tree.show()
    return tree


def test_every_unit_comes_once_after_the_one_above_it() -> None:
    assert [(unit.id, depth) for unit, depth in in_tree_order(ROWS)] == [(1, 0), (2, 1), (5, 2), (3, 1), (4, 2), (9, 0)]


def test_a_unit_and_all_under_it() -> None:
    assert set(below(ROWS, 1)) == {1, 2, 3, 4, 5}
    assert set(below(ROWS, 3)) == {3, 4}
    assert below(ROWS, 9) == (9,)


def test_choices_leave_out_what_ended_save_the_one_that_stands() -> None:
    assert [value for value, _ in unit_choices(ROWS)] == [1, 2, 5, 4, 9]
    assert 3 in [value for value, _ in unit_choices(ROWS, keeping=3)]


def test_another_unit_is_told_and_enter_goes_into_it(tree) -> None:
    chosen, opened = [], []
    tree.chosen.connect(chosen.append)
    tree.opened.connect(opened.append)
    tree.setCurrentItem(tree.topLevelItem(0))
    QTest.keyClick(tree, Qt.Key.Key_Down)
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert chosen[-1] == 1
    assert opened == [1]


def test_what_is_chosen_and_folded_stays_with_other_rows(tree) -> None:
    tree.choose(2)
    tree._items[3].setExpanded(False)
    tree.show_units((*ROWS, row(12, 1)))
    assert tree.chosen_id == 2
    assert not tree._items[3].isExpanded()
    assert tree._items[1].isExpanded()


def test_a_unit_that_is_gone_leaves_all_units_chosen(tree) -> None:
    tree.choose(9)
    tree.show_units(ROWS[:-1])
    assert tree.chosen_id is None


def test_an_ended_unit_says_since_when(tree) -> None:
    assert tree._items[3].toolTip(0) == "Đơn vị 3, chấm dứt hoạt động từ 01/07/2026"
    assert not tree._items[3].icon(0).isNull()
    assert tree._items[2].icon(0).isNull()
