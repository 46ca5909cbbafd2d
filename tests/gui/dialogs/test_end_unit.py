"""Marking that a unit ended."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.gui.dialogs.end_unit import EndUnitDialog
from govmail_desk.listings import units
from govmail_desk.operations.units import add_unit
from tests.desks import founded, own_unit_id
from tests.gui.windows import OpenWindow


@pytest.fixture
def window(qtbot, tmp_path):
    window = OpenWindow(qtbot, founded(tmp_path), tmp_path, "people")
    desk = window.desk
    (unit_id,) = add_unit(desk, name="Đội Xe", slug="", parent_id=own_unit_id(desk)).ids["unit"]
    row = next(row for row in units.tree(desk) if row.id == unit_id)
    EndUnitDialog(window.page, desk, units.unit_of(desk, unit_id), row).open()
    yield window
    window.close()


def test_the_day_is_kept_and_the_unit_stays_in_the_tree(window) -> None:
    window.dialog.on.show_day(date(2026, 7, 1))
    window.dialog.main_button.click()
    row = next(row for row in units.tree(window.desk) if row.name == "Đội Xe")
    assert (row.is_ended, row.ended_on) == (True, "2026-07-01")


def test_a_day_is_asked_for(window) -> None:
    window.dialog.on.line.setText("32/01/2026")
    window.dialog.main_button.click()
    assert window.dialog.form.rows["on"].error.startswith("Chưa đọc được ngày này.")
