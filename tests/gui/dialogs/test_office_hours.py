"""Office hours as a clerk types them, and what is no time or stands the wrong way round."""

from __future__ import annotations

from dataclasses import replace

import pytest

from govmail_desk.domain.settings import OfficeHours
from govmail_desk.gui.dialogs.office_hours import DayOfYearField, OfficeHoursDialog, TimeField
from govmail_desk.listings import settings
from govmail_desk.operations.settings import set_office_hours
from tests.desks import founded
from tests.gui.dialog_holder import DialogHolder

USUAL = {"morning_from": "7h", "morning_to": "11h30", "afternoon_from": "13.30", "afternoon_to": "17:00"}


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def holder(qtbot):
    holder = DialogHolder()
    qtbot.addWidget(holder)
    holder.show()
    yield holder
    holder.close()


@pytest.fixture
def dialog(holder, desk):
    dialog = OfficeHoursDialog(holder, desk)
    dialog.open()
    return dialog


def summer(desk):
    hours = OfficeHours(
        from_on=desk.today(),
        morning_from="07:00",
        morning_to="11:30",
        afternoon_from="13:30",
        afternoon_to="17:00",
        season_from="04-16",
        season_to="10-15",
    )
    set_office_hours(desk, hours=hours)
    (kept,) = settings.history(desk, OfficeHours)
    return kept


def pick(dialog, season):
    dialog.season_field.choose(season)
    dialog.season_field.picked.emit(season)


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
    (hours,) = settings.history(desk, OfficeHours)
    assert (hours.morning_from, hours.morning_to, hours.afternoon_from, hours.afternoon_to) == (
        "07:00",
        "11:30",
        "13:30",
        "17:00",
    )
    assert hours.document == "Thông báo 12/TB-STTTT"


def test_an_hour_that_is_none_is_told_under_its_field_until_it_is_mended(dialog):
    fill(dialog, morning_to="25h")
    dialog.main_button.click()
    assert dialog.form.rows["morning_to"].error == "Hãy gõ giờ:phút, ví dụ 11:30."
    dialog.times["morning_to"].setText("11h30")
    assert dialog.form.rows["morning_to"].error == ""
    assert dialog.notices.sentence == ""


def test_every_wrong_hour_is_marked_at_once(dialog):
    fill(dialog, morning_from="abc", morning_to="", afternoon_to="")
    dialog.main_button.click()
    assert [key for key, row in dialog.form.rows.items() if row.error] == ["morning_from", "morning_to", "afternoon_to"]


def test_an_hour_before_the_one_it_follows_is_told_under_its_field(dialog, desk):
    fill(dialog, morning_from="abc", afternoon_from="11h00")
    dialog.main_button.click()
    assert dialog.form.rows["afternoon_from"].error == "Giờ này phải sau 11:30. Hãy xem lại."
    assert settings.history(desk, OfficeHours) == []


def test_each_empty_hour_shows_how_its_own_is_written(dialog):
    hints = [field.placeholderText() for field in dialog.times.values()]
    assert hints == ["07:30", "11:30", "13:30", "17:00"]


@pytest.mark.parametrize(
    ("typed", "taken"),
    [("15/10", "10-15"), ("5-1", "01-05"), ("16 tháng 4", "04-16"), ("30/2", "02-30"), ("giữa thu", "giữa thu")],
)
def test_a_day_of_the_year_is_read_as_clerks_write_it(qapp, typed, taken):
    field = DayOfYearField()
    field.setText(typed)
    assert field.typed() == taken


def test_hours_of_a_season_are_kept_with_its_days(dialog, desk):
    fill(dialog)
    pick(dialog, "summer")
    dialog.season_days["season_from"].setText("16/4")
    dialog.season_days["season_to"].setText("15/10")
    dialog.main_button.click()
    (hours,) = settings.history(desk, OfficeHours)
    assert (hours.season_from, hours.season_to) == ("04-16", "10-15")


def test_the_days_of_a_season_are_asked_for_only_where_there_is_one(dialog):
    assert not dialog.form.rows["season_from"].isVisible()
    pick(dialog, "winter")
    assert dialog.form.rows["season_from"].isVisible()
    fill(dialog)
    dialog.season_days["season_to"].setText("30/2")
    dialog.main_button.click()
    assert all("ngày/tháng" in dialog.form.rows[key].error for key in ("season_from", "season_to"))


def test_the_other_season_is_proposed_from_the_one_that_is_set(holder, desk):
    summer(desk)
    dialog = holder.opened(OfficeHoursDialog(holder, desk))
    pick(dialog, "winter")
    assert [field.text() for field in dialog.season_days.values()] == ["16/10", "15/04"]


def test_days_of_the_other_season_are_told_under_their_field(dialog, desk):
    fill(dialog)
    pick(dialog, "summer")
    dialog.season_days["season_from"].setText("16/10")
    dialog.season_days["season_to"].setText("15/4")
    dialog.main_button.click()
    assert "mùa đông" in dialog.form.rows["season_from"].error
    assert settings.history(desk, OfficeHours) == []


def test_hours_set_before_are_corrected_in_place(holder, desk):
    dialog = holder.opened(OfficeHoursDialog(holder, desk, summer(desk)))
    assert dialog.season_field.choice() == "summer"
    dialog.season_days["season_to"].setText("30/9")
    dialog.main_button.click()
    (hours,) = settings.history(desk, OfficeHours)
    assert (hours.season_from, hours.season_to) == ("04-16", "09-30")


@pytest.mark.parametrize(
    ("set_before", "proposed"),
    [(("03-01", "10-31"), ["01/11", "28/02"]), (("02-29", "09-30"), ["01/10", "28/02"])],
)
def test_the_end_of_february_is_proposed_as_a_day_every_year_has(holder, desk, set_before, proposed):
    kept = summer(desk)
    set_office_hours(desk, hours=replace(kept, season_from=set_before[0], season_to=set_before[1]))
    dialog = holder.opened(OfficeHoursDialog(holder, desk))
    pick(dialog, "winter")
    assert [field.text() for field in dialog.season_days.values()] == proposed
