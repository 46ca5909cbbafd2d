"""Recording the last day of a charge."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.gui.dialogs.end_custody import EndCustodyDialog
from govmail_desk.listings import units
from govmail_desk.operations.custodies import appoint
from tests.desks import added, founded, own_unit_id
from tests.gui.windows import OpenWindow


@pytest.fixture
def window(qtbot, tmp_path):
    window = OpenWindow(qtbot, founded(tmp_path), tmp_path, "people")
    desk, own = window.desk, own_unit_id(window.desk)
    appoint(desk, unit_id=own, person_id=added(desk, "Bùi Thị Yến"), role="custodian", from_on=date(2026, 3, 2))
    charge = next(row for row in units.custodies(desk, own) if row.role == "custodian")
    EndCustodyDialog(window.page, desk, units.custody_of(desk, charge.id), charge.full_name).open()
    yield window
    window.close()


def custodian(window):
    charges = units.custodies(window.desk, own_unit_id(window.desk))
    return next(row for row in charges if row.role == "custodian")


def test_since_when_is_told_and_the_last_day_kept(window) -> None:
    assert window.dialog.form.rows["on"]._under.text() == "Người theo dõi từ 02/03/2026."
    window.dialog.on.show_day(date(2026, 6, 30))
    window.dialog.main_button.click()
    assert custodian(window).to_on == "2026-06-30"


def test_a_last_day_before_the_first_is_refused_in_place(window) -> None:
    window.dialog.on.show_day(date(2026, 3, 1))
    window.dialog.main_button.click()
    assert window.dialog.notices.sentence == "Ngày cuối phải từ 02/03/2026 trở đi. Hãy xem lại ngày."
    assert custodian(window).to_on is None


def test_a_day_is_asked_for(window) -> None:
    window.dialog.on.line.clear()
    window.dialog.main_button.click()
    assert window.dialog.form.rows["on"].error == "Chưa có ngày. Hãy gõ ngày cuối phụ trách."
