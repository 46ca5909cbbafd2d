"""The window hides in the tray and comes back: from the icon, from a notice; where there is no tray it closes."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication

from govmail_desk.desk import Changes
from govmail_desk.domain.digest import Notice
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.dialogs.log_check import LogCheckDialog
from govmail_desk.gui.frame.glance import Glance
from govmail_desk.gui.frame.main_window import MainWindow
from govmail_desk.gui.frame.reminding import ReminderHabits
from govmail_desk.gui.frame.wiring import Wiring
from govmail_desk.gui.pages import PAGES
from govmail_desk.gui.run import run_long
from tests.desks import founded
from tests.gui.standing_notifier import StandingNotifier
from tests.mailboxes import issued


@pytest.fixture
def shown(qtbot, tmp_path):
    opened = []

    def show(*, is_there=True):
        desk = founded(tmp_path)
        desk.box = issued(desk, "Nguyễn Văn Thành")
        notifier = StandingNotifier(is_there=is_there)
        settings = QSettings(str(tmp_path / "cua-so.ini"), QSettings.Format.IniFormat)
        wiring = Wiring(open_desk=lambda: desk, notifier=lambda: notifier)
        window = MainWindow(
            Glance("Sở", "Ninh Bình 2020", desk.person, tmp_path), wiring, specs=PAGES, settings=settings
        )
        window.notifier, window.desk = notifier, desk
        window.show()
        qtbot.addWidget(window)
        qtbot.waitSignal(window.desk_opened, timeout=10_000).wait()
        opened.append(window)
        return window

    yield show
    for window in opened:
        window.works.tray._is_leaving = True
        window.close()
        window.desk.close()


def test_closed_it_hides_and_says_once_where_it_has_gone(shown):
    window = shown()
    window.close()
    assert not window.isVisible()
    said = [notice.title for notice in window.notifier.shown if "vẫn nhắc việc" in notice.title]
    window.notifier.open_asked.emit()
    window.close()
    assert said == [notice.title for notice in window.notifier.shown if "vẫn nhắc việc" in notice.title]
    assert len(said) == 1


def test_the_icon_brings_it_back(shown):
    window = shown()
    window.close()
    window.notifier.open_asked.emit()
    assert window.isVisible()


def test_a_notice_leads_to_its_act(shown):
    window = shown()
    window.close()
    window.notifier.clicked.emit(Notice("Đổi mật khẩu", "Nguyễn Văn Thành", "mailboxes", window.desk.box))
    assert window.isVisible()
    assert window.works.stack.key == "mailboxes"


def test_the_tray_logs_a_check(shown):
    window = shown()
    window.close()
    window.notifier.check_asked.emit()
    assert window.works.stack.key == "checks"
    assert isinstance(Dialog.open_on(window), LogCheckDialog)
    Dialog.open_on(window).reject()


def test_where_there_is_no_tray_closing_ends_the_window(shown):
    window = shown(is_there=False)
    assert window.close()
    assert window.notifier.shown == [] or "vẫn nhắc việc" not in window.notifier.shown[-1].title


def test_who_wants_no_tray_closes_for_good(shown):
    window = shown()
    ReminderHabits(stays=False).write(window.settings)
    assert window.close()


def test_signing_off_is_not_held_up(shown):
    window = shown()
    app = QGuiApplication.instance()
    app.commitDataRequest.emit(None)
    assert window.close()


def test_once_the_clerk_stops_long_work_to_end_the_window_does_not_hide(shown, qtbot):
    window = shown()
    may_go_on = Event()

    def steps(_tick):
        assert may_go_on.wait(5)
        return Changes(0, "import", "")

    run_long(window.works.stack.page, steps, "Đang nhập danh sách")
    window.notifier.end_asked.emit()
    assert window.isVisible()
    may_go_on.set()
    window.works.notices.offers[0].click()
    assert not window.isVisible()
    assert not [notice for notice in window.notifier.shown if "vẫn nhắc việc" in notice.title]


def test_the_program_ends_from_the_tray(shown, monkeypatch):
    window = shown()
    ended = []
    monkeypatch.setattr(QGuiApplication, "quit", lambda *_: ended.append(True))
    window.close()
    window.notifier.end_asked.emit()
    assert ended == [True]
