"""Reminding while nobody looks: once a minute at most, each thing once, all of it at once after a gap, silence when asked for."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from PySide6.QtCore import QSettings

from govmail_desk.domain.digest import QuietHours
from govmail_desk.gui.background import Background
from govmail_desk.gui.frame.reminding import EVERY_MS, ReminderHabits, Reminding
from tests.desks import NOW, founded
from tests.gui.standing_notifier import StandingNotifier
from tests.listings.test_due_groups import fall_due
from tests.mailboxes import issued

TODAY = NOW.date()


class Reminded:
    """Reminding over a register on which two passwords fall due, today and in a week."""

    def __init__(self, qtbot, folder):
        self._qtbot = qtbot
        self.desk = founded(folder)
        self.boxes = [issued(self.desk, name) for name in ("Nguyễn Văn Thành", "Trần Thị Lan")]
        fall_due(self.desk, ids=self.boxes[:1])
        fall_due(self.desk, ids=self.boxes[1:], act_by=TODAY + timedelta(days=30))
        self.settings = QSettings(str(folder / "cua-so.ini"), QSettings.Format.IniFormat)
        self.background = Background()
        self.begin()

    def begin(self):
        self.notifier = StandingNotifier()
        self.reminding = Reminding(self.background, self.desk, self.notifier, self.settings)
        self._qtbot.waitSignal(self.reminding.looked, timeout=10_000).wait()

    def look_after(self, **gap):
        at = self.desk.clock() + timedelta(**gap)
        self.desk.clock = lambda: at
        with self._qtbot.waitSignal(self.reminding.looked, timeout=10_000):
            self.reminding.look()

    @property
    def passwords(self):
        """What was said of passwords."""
        return [notice for notice in self.notifier.shown if "mật khẩu" in f"{notice.title} {notice.text}"]

    def close(self):
        self.background.finish()
        self.desk.close()


@pytest.fixture
def reminded(qtbot, tmp_path):
    opened = Reminded(qtbot, tmp_path)
    yield opened
    opened.close()


def test_what_is_due_is_said_once_however_often_it_looks(reminded):
    assert len(reminded.notifier.shown) == 1
    for _ in range(3):
        reminded.look_after(minutes=1)
    assert len(reminded.notifier.shown) == 1


def test_after_the_next_start_it_is_not_said_again(reminded):
    reminded.begin()
    assert reminded.notifier.shown == []
    assert reminded.notifier.count >= 1


def test_after_weeks_asleep_all_that_came_up_is_one_notice(reminded):
    reminded.look_after(days=45)
    assert len(reminded.notifier.shown) == 2
    assert "quá hạn" in reminded.notifier.shown[1].title


def test_in_quiet_hours_nothing_is_said_and_in_the_morning_it_is(reminded):
    reminded.look_after(days=29, hours=12)
    assert len(reminded.notifier.shown) == 1
    reminded.look_after(hours=13)
    assert len(reminded.notifier.shown) == 2


def test_quiet_for_the_rest_of_the_day_ends_with_the_day(reminded):
    reminded.notifier.quiet_asked.emit()
    fall_due(reminded.desk, ids=reminded.boxes[1:], rule="password.first_login")
    reminded.look_after(minutes=1)
    assert len(reminded.notifier.shown) == 1
    reminded.look_after(days=1)
    assert len(reminded.notifier.shown) == 2


def test_where_reminding_is_off_nothing_is_said_but_counted(qtbot, reminded):
    ReminderHabits(is_on=False).write(reminded.settings)
    reminded.look_after(days=45)
    assert len(reminded.notifier.shown) == 1
    assert reminded.notifier.count >= 2


def test_a_file_of_settings_that_someone_spoilt_makes_it_say_things_again_not_fail(reminded):
    reminded.settings.beginGroup("reminding/told")
    for key in reminded.settings.childKeys():
        reminded.settings.setValue(key, "hỏng")
    reminded.settings.endGroup()
    reminded.look_after(minutes=1)
    assert len(reminded.notifier.shown) == 2


def test_no_timer_wakes_more_than_once_a_minute(reminded):
    assert reminded.reminding.timer.interval() == EVERY_MS >= 60_000


def test_habits_are_kept_for_the_machine_and_what_cannot_be_read_is_as_usual(tmp_path):
    settings = QSettings(str(tmp_path / "x.ini"), QSettings.Format.IniFormat)
    assert ReminderHabits.read(settings) == ReminderHabits()
    chosen = ReminderHabits(is_on=False, quiet=QuietHours(time(12), time(13, 30)), stays=False)
    chosen.write(settings)
    assert ReminderHabits.read(settings) == chosen
    settings.setValue("reminding/quiet_from", "lúc nào đó")
    assert ReminderHabits.read(settings).quiet.begin == ReminderHabits().quiet.begin
