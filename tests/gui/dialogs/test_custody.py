"""Putting someone in charge of a unit or of its mailbox."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from govmail_desk.gui.dialogs.custody import CustodyDialog
from govmail_desk.gui.rules.rule_line import RuleLine
from govmail_desk.listings import units
from tests.desks import added, founded, own_unit_id
from tests.gui.vietnamese_typing import type_like_unikey
from tests.gui.windows import OpenWindow


@pytest.fixture
def window(qtbot, tmp_path):
    window = OpenWindow(qtbot, founded(tmp_path), tmp_path, "people")
    for name in ("Bùi Thị Yến", "Bùi Thị Ước"):
        added(window.desk, name)
    CustodyDialog(window.page, window.desk, units.own(window.desk)).open()
    yield window
    window.close()


def pick(dialog, role):
    dialog.role.choose(role)
    dialog.role.picked.emit(role)


def choose_person(qtbot, dialog, text):
    type_like_unikey(dialog.person.line, text)
    qtbot.waitUntil(lambda: not dialog.person.list.isHidden())
    QTest.keyClick(dialog.person.line, Qt.Key.Key_Return)


def test_a_custodian_is_recorded_with_day_and_document(qtbot, window) -> None:
    dialog = window.dialog
    choose_person(qtbot, dialog, "bùi yến")
    dialog.on.show_day(date(2026, 3, 2))
    dialog.document.setText("GUQ 3/STTTT")
    dialog.main_button.click()
    charge = next(row for row in units.custodies(window.desk, own_unit_id(window.desk)) if row.role == "custodian")
    assert (charge.full_name, charge.from_on, charge.document) == ("Bùi Thị Yến", "2026-03-02", "GUQ 3/STTTT")


def test_a_new_head_ends_the_one_before_the_day_before(qtbot, window) -> None:
    dialog = window.dialog
    pick(dialog, "head")
    assert dialog.form.rows["role"]._under.text() == "Thủ trưởng trước đó thôi phụ trách từ hôm trước ngày này."
    choose_person(qtbot, dialog, "ước")
    dialog.on.show_day(date(2026, 11, 1))
    dialog.main_button.click()
    heads = {row.full_name: (row.from_on, row.to_on) for row in units.custodies(window.desk, own_unit_id(window.desk))}
    assert heads == {"Bùi Thị Ước": ("2026-11-01", None), "Lê Thị Mỹ Hạnh": (None, "2026-10-31")}


def test_the_rules_on_who_is_in_charge_stand_with_their_article(window) -> None:
    lines = window.dialog.findChildren(RuleLine)
    assert [line.why_button.why.cite for line in lines] == ["Đ8.1", "Đ8.1"]


def test_nobody_chosen_is_told_and_what_was_typed_stays(window) -> None:
    dialog = window.dialog
    dialog.person.line.setText("ai đó")
    dialog.document.setText("GUQ 3")
    dialog.main_button.click()
    assert dialog.form.rows["person"].error.startswith("Chưa chọn người.")
    assert (dialog.person.line.text(), dialog.document.text()) == ("ai đó", "GUQ 3")
