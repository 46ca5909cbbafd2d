"""Office hours as a clerk types them, and what is no time or stands the wrong way round."""

from __future__ import annotations

import pytest

from govmail_desk.domain.settings import OfficeHours
from govmail_desk.gui.dialogs.office_hours import OfficeHoursDialog, TimeField
from tests.desks import founded
from tests.gui.dialog_holder import DialogHolder

USUAL = {"morning_from": "7h", "morning_to": "11h30", "afternoon_from": "13.30", "afternoon_to": "17:00"}


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def dialog(qtbot, desk):
    holder = DialogHolder()
    qtbot.addWidget(holder)
    holder.show()
    dialog = OfficeHoursDialog(holder, desk)
    dialog.open()
    yield dialog
    holder.close()


def fill(dialog, **times):
    for key, time in (USUAL | times).items():
        dialog.times[key].setText(time)


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("7h30", "07:30"),
        ("730", "07:30"),
        ("07.30", "07:30"),
        ("7 giờ 30", "7 giờ 30"),
        ("13h", "13:00"),
        ("1330", "13:30"),
    ],
)
def test_a_time_is_read_as_clerks_write_it(qapp, typed, taken):
    assert TimeField(typed).typed() == taken


def test_hours_hold_from_their_day(dialog, desk):
    fill(dialog)
    dialog.document_field.setText("Thông báo 12/TB-STTTT")
    dialog.main_button.click()
    hours = desk.valid(OfficeHours, desk.today())
    assert (hours.morning_from, hours.morning_to, hours.afternoon_from, hours.afternoon_to) == (
        "07:00",
        "11:30",
        "13:30",
        "17:00",
    )
    assert hours.document == "Thông báo 12/TB-STTTT"


def test_an_hour_that_is_none_is_refused_with_what_to_do(dialog):
    fill(dialog, morning_to="25h")
    dialog.main_button.click()
    assert "giờ:phút" in dialog.notices.sentence


def test_hours_the_wrong_way_round_are_refused(dialog):
    fill(dialog, afternoon_from="11h00")
    dialog.main_button.click()
    assert "Giờ bắt đầu phải trước giờ kết thúc" in dialog.notices.sentence


def test_an_hour_left_empty_is_said_under_its_field(dialog):
    fill(dialog, afternoon_to="")
    dialog.main_button.click()
    assert dialog.form.rows["afternoon_to"].error
