"""Chips to choose by."""

from __future__ import annotations

import pytest

from govmail_desk.gui.look.chips import ChipRow, ChipSpec
from govmail_desk.gui.look.marks import MAILBOX_MARKS


@pytest.fixture
def row(qtbot) -> ChipRow:
    made = ChipRow([ChipSpec("active", "Đang dùng", MAILBOX_MARKS["active"]), ChipSpec("unit", "Đơn vị")], name="Lọc")
    qtbot.addWidget(made)
    return made


def test_chips_that_are_on_are_told(row: ChipRow, qtbot) -> None:
    with qtbot.waitSignal(row.chosen) as chosen:
        row.chips["unit"].click()
    assert chosen.args == [("unit",)]
    row.chips["active"].click()
    assert row.chosen_keys == ("active", "unit")
    row.chips["unit"].click()
    assert row.chosen_keys == ("active",)


def test_counts_are_shown_and_heard(row: ChipRow) -> None:
    row.show_counts({"active": 9})
    assert row.chips["active"].accessibleName() == "Đang dùng  9"
    assert row.chips["unit"].accessibleName() == "Đơn vị  0"
    row.chips["unit"].show_count(None)
    assert row.chips["unit"].text() == "Đơn vị"
