"""How this machine reminds: notices, quiet hours, the tray, starting with the computer."""

from __future__ import annotations

from datetime import time

import pytest

from govmail_desk.domain.digest import QuietHours
from govmail_desk.gui.autostart import AutostartFile
from govmail_desk.gui.frame.reminding import ReminderHabits
from tests.desks import founded
from tests.gui.named_controls import unnamed_controls
from tests.gui.windows import OpenWindow


@pytest.fixture
def shown(qtbot, tmp_path):
    window = OpenWindow(qtbot, founded(tmp_path), tmp_path, "settings")
    window.page.start("tray")
    window.section = window.page.section
    window.section.autostart = AutostartFile(tmp_path / "autostart")
    yield window
    window.close()


def habits(shown):
    return ReminderHabits.read(shown.window.settings)


def test_it_shows_what_holds_and_names_every_control(shown):
    assert (shown.section.reminds.isChecked(), shown.section.stays.isChecked()) == (True, True)
    assert (shown.section.quiet_from.text(), shown.section.quiet_to.text()) == ("18:00", "07:00")
    assert unnamed_controls(shown.section) == []


def test_what_is_chosen_is_kept_for_this_machine(shown):
    shown.section.stays.setChecked(False)
    shown.section.starts.setChecked(True)
    shown.section.quiet_from.setText("17:30")
    shown.section.quiet_to.setText("7:15")
    shown.section.keep()
    assert habits(shown) == ReminderHabits(is_on=True, quiet=QuietHours(time(17, 30), time(7, 15)), stays=False)
    assert shown.section.autostart.is_on
    assert "Đã lưu" in shown.said


def test_an_hour_that_is_none_is_told_at_its_field_and_nothing_is_kept(shown):
    shown.section.reminds.setChecked(False)
    shown.section.quiet_from.setText("25 giờ")
    shown.section.keep()
    assert "18:00" in shown.section.form.rows["from"].error
    assert habits(shown) == ReminderHabits()


def test_where_the_machine_lets_nothing_start_by_itself_it_is_said(shown, tmp_path):
    (tmp_path / "autostart").write_text("một tệp", encoding="utf-8")
    shown.section.starts.setChecked(True)
    shown.section.keep()
    assert "không cho đặt" in shown.said
