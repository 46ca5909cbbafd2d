"""Days on which nobody is at the desk: the window in the tray, the computer asleep or off, what is told afterwards."""

from __future__ import annotations

from datetime import time

from pytest_bdd import given, parsers, then, when

from govmail_desk.operations.mailbox_acts import record_act
from tests.features.hands import SOON
from tests.features.office import Office
from tests.features.steps.register import day
from tests.gui.standing_notifier import StandingNotifier


@given("máy có khay thông báo")
def with_tray(office: Office) -> None:
    office.notifier = StandingNotifier()


@given(parsers.parse("{whom} đổi mật khẩu lần cuối ngày {on}"))
def changed_before(office: Office, whom: str, on: str) -> None:
    box = office.mailbox_of(whom).id
    record_act(office.desk, mailbox_ids=[box], kind="password-changed", on=day(on), by=whom)


@when("văn thư ghi đã kiểm tra hộp thư đơn vị buổi này")
def log_check(office: Office) -> None:
    office.hands.press("Kiểm tra")
    office.hands.press("Đã kiểm tra…")
    office.hands.press("Ghi đã kiểm tra")
    office.hands.reads("Ghi đã kiểm tra phuong9.q4@tphcm.gov.vn")


@when("văn thư đóng cửa sổ về khay")
def close_to_tray(office: Office) -> None:
    assert office.opened is not None
    office.opened.window.close()
    assert not office.opened.window.isVisible()
    assert "vẫn nhắc việc" in office.notifier.shown[-1].title
    office.notifier.shown.clear()


@when("văn thư thoát hẳn")
def end_program(office: Office) -> None:
    office.close()
    office.notifier.shown.clear()


@when(parsers.parse("máy ngủ đến {later}"))
def sleep_until(office: Office, later: str) -> None:
    office.day = day(later)
    look(office)


@when("một giờ nữa trôi qua")
def an_hour_passes(office: Office) -> None:
    for minute in range(60):
        office.hour = time(office.hour.hour, minute)
        look(office)


@when("văn thư mở máy")
def begin_day(office: Office) -> None:
    look(office)


@when(parsers.parse("văn thư mở ghi bổ sung cho buổi sáng {on}"))
def enter_late(office: Office, on: str) -> None:
    office.hands.press("Kiểm tra")
    office.hands.press("Ghi bổ sung…")
    office.hands.type("Ngày kiểm tra", on)
    office.hands.pick("Buổi", "Sáng")


@when("văn thư bấm vào thông báo ấy")
def follow_notice(office: Office) -> None:
    office.notifier.clicked.emit(office.notifier.shown[-1])
    assert office.hands.window.isVisible()


@then(parsers.parse("khay báo đúng một lần, có “{one}” và “{other}”"))
def is_told_once(office: Office, one: str, other: str) -> None:
    office.qtbot.waitUntil(lambda: bool(office.notifier.shown), timeout=SOON)
    (notice,) = office.notifier.shown
    assert one in notice.title
    assert other in notice.text


@then("khay không báo thêm")
def is_told_no_more(office: Office) -> None:
    assert len(office.notifier.shown) == 1


@then("khay không nhắc lại việc đã báo hôm trước")
def is_not_told_again(office: Office) -> None:
    assert not [notice for notice in office.notifier.shown if "mật khẩu" in notice.text]


@then(parsers.parse("trên trang Kiểm tra tháng này ghi “{now}”, tháng trước ghi “{before}”"))
def is_blank(office: Office, now: str, before: str) -> None:
    office.hands.press("Kiểm tra")
    office.hands.reads(now)
    office.hands.press("Tháng trước")
    office.hands.reads(before)
    office.hands.press("Tháng sau")
    office.hands.reads(now)


def look(office: Office) -> None:
    """Let the minute's timer ring, as it does once the machine is awake."""
    reminding = office.hands.window.works.tray.reminding
    with office.qtbot.waitSignal(reminding.looked, timeout=SOON):
        reminding.timer.timeout.emit()
