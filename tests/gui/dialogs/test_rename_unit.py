"""Giving a unit its new name from a day on."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.gui.dialogs.rename_unit import RenameUnitDialog
from govmail_desk.listings import units
from tests.desks import founded, own_unit_id
from tests.gui.vietnamese_typing import type_decomposed
from tests.gui.windows import OpenWindow


@pytest.fixture
def window(qtbot, tmp_path):
    window = OpenWindow(qtbot, founded(tmp_path), tmp_path, "people")
    RenameUnitDialog(window.page, window.desk, units.own(window.desk)).open()
    yield window
    window.close()


def test_the_new_name_begins_on_its_day_and_the_old_one_ends_the_day_before(window) -> None:
    dialog = window.dialog
    type_decomposed(dialog.name, "Sở Khoa học và Công nghệ")
    dialog.on.show_day(date(2026, 3, 1))
    dialog.document.setText("NQ 12/NQ-HĐND")
    dialog.main_button.click()
    own = own_unit_id(window.desk)
    assert units.name_on(window.desk, own, date(2026, 2, 28)) == "Sở Thông tin và Truyền thông"
    assert units.name_on(window.desk, own, date(2026, 3, 1)) == "Sở Khoa học và Công nghệ"
    assert units.names(window.desk, own)[0].document == "NQ 12/NQ-HĐND"


def test_a_name_before_the_present_one_began_is_refused_in_place(window) -> None:
    for name, day in (("Sở Khoa học và Công nghệ", date(2026, 3, 1)), ("Sở Số", date(2026, 2, 1))):
        if window.dialog is None:
            RenameUnitDialog(window.page, window.desk, units.own(window.desk)).open()
        dialog = window.dialog
        dialog.name.setText(name)
        dialog.on.show_day(day)
        dialog.main_button.click()
    assert dialog.notices.sentence.startswith("Ngày đổi tên phải sau ngày tên hiện nay có hiệu lực.")
    assert dialog.name.text() == "Sở Số"


def test_name_and_day_are_asked_for(window) -> None:
    dialog = window.dialog
    dialog.on.line.clear()
    dialog.main_button.click()
    assert {key for key, row in dialog.form.rows.items() if row.error} == {"name", "on"}
