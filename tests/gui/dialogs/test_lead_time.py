"""How many days ahead a rule's work is shown, as the unit sets it."""

from __future__ import annotations

import pytest

from govmail_desk.domain.reminder import LeadTime
from govmail_desk.gui.dialogs.lead_time import LeadTimeDialog
from govmail_desk.listings import settings
from tests.desks import founded
from tests.gui.dialog_holder import DialogHolder

RULE = "password.rotation.user"


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def opened(qtbot, desk):
    holder = DialogHolder()
    qtbot.addWidget(holder)
    holder.show()
    return lambda: holder.opened(LeadTimeDialog(holder, desk, RULE))


def test_the_days_typed_hold_from_their_day_and_stand_there_next_time(desk, opened):
    dialog = opened()
    assert (dialog.count_field.text(), "gợi ý 7 ngày" in dialog.form.rows["count"].field.accessibleDescription()) == (
        "7",
        True,
    )
    dialog.count_field.setText("21")
    dialog.main_button.click()
    (kept,) = settings.history(desk, LeadTime)
    assert (kept.rule, kept.day_count, kept.from_on) == (RULE, 21, desk.today())
    assert opened().count_field.text() == "21"


@pytest.mark.parametrize("typed", ["", "bảy", "-1", "7,5"])
def test_what_is_no_number_of_days_is_told_under_its_field(desk, opened, typed):
    dialog = opened()
    dialog.count_field.setText(typed)
    dialog.main_button.click()
    assert "bằng chữ số" in dialog.form.rows["count"].error
    assert settings.history(desk, LeadTime) == []


def test_further_ahead_than_a_year_is_refused(opened):
    dialog = opened()
    dialog.count_field.setText("9999")
    dialog.main_button.click()
    assert "từ 0 đến" in dialog.notices.sentence
