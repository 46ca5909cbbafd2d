"""The tray's icon and menu; offscreen there is no tray, so what it shows is not seen here."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QSystemTrayIcon

from govmail_desk.domain.digest import Notice
from govmail_desk.gui.frame.notifier import Notifier, TrayNotifier, desktop_notifier


@pytest.fixture
def tray(qapp):
    return TrayNotifier()


def test_the_menu_offers_each_act_in_words(tray, qtbot):
    actions = {action.text(): action for action in tray._menu.actions() if action.text()}
    for words, signal in (
        ("Mở GovMail Desk", tray.open_asked),
        ("Ghi đã kiểm tra hộp thư…", tray.check_asked),
        ("Không nhắc nữa trong hôm nay", tray.quiet_asked),
        ("Thoát chương trình", tray.end_asked),
    ):
        with qtbot.waitSignal(signal):
            actions[words].trigger()


def test_pressing_the_icon_opens_the_window_and_pressing_a_notice_leads_to_it(tray, qtbot):
    with qtbot.waitSignal(tray.open_asked):
        tray._icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.waitSignal(tray.open_asked):
        tray._icon.messageClicked.emit()
    notice = Notice("Đổi mật khẩu", "3 hộp thư")
    tray.show_notice(notice)
    with qtbot.waitSignal(tray.clicked) as asked:
        tray._icon.messageClicked.emit()
    assert asked.args == [notice]


def test_the_icon_says_how_much_is_due(tray):
    assert "không còn việc" in tray._icon.toolTip()
    tray.show_count(3)
    assert "3 việc" in tray._icon.toolTip()


def test_a_desktop_without_a_tray_is_given_nobody_who_could_show(qapp):
    assert not desktop_notifier().is_there


def test_a_desktop_without_a_tray_shows_nothing_and_keeps_no_window(qapp):
    nobody = Notifier()
    nobody.begin()
    nobody.show_notice(Notice("a", "b"))
    nobody.show_count(2)
    assert not nobody.is_there
