"""Recording what happened to a mailbox, with the rules that then matter."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.mailbox import MailboxEvent
from govmail_desk.domain.reminder import Due
from govmail_desk.gui.dialogs.mailbox_state import MailboxStateDialog
from govmail_desk.listings import mailbox_pane, mailboxes
from govmail_desk.listings.mailboxes import MailboxFilter
from govmail_desk.store.transaction import Transaction
from tests.desks import founded
from tests.gui.windows import OpenWindow


@pytest.fixture
def shown(qtbot, tmp_path):
    """Open the dialog over the unit's own mailbox, in use since 23/11/2026."""
    opened = []

    def show(regulation_id="ninhbinh-2020", state=None):
        window = OpenWindow(qtbot, founded(tmp_path, regulation_id), tmp_path, "mailboxes")
        opened.append(window)
        (row,) = mailboxes.every(window.desk, MailboxFilter(kind="unit"))
        MailboxStateDialog(window.page, window.desk, row, state=state).open()
        return window

    yield show
    for window in opened:
        window.close()


def pick(dialog, state):
    dialog.state.choose(state)
    dialog.state.picked.emit(state)


def test_the_present_state_is_told_and_not_offered(shown) -> None:
    dialog = shown().dialog
    assert dialog.form.rows["state"]._under.text() == "Hiện nay: đang dùng từ 23/11/2026."
    assert dialog.state.findData("active") == -1


def test_a_dated_event_with_its_reason_is_kept(shown) -> None:
    window = shown()
    dialog = window.dialog
    pick(dialog, "locked")
    dialog.note.setPlainText("Quá hạn đổi mật khẩu, theo CV 12/TTCNS")
    dialog.main_button.click()
    pane = mailbox_pane.pane(window.desk, dialog.row.id)
    assert (pane.row.state, pane.row.since) == ("locked", "2026-11-23")
    assert pane.events[0].note == "Quá hạn đổi mật khẩu, theo CV 12/TTCNS"
    assert pane.events[0].by == window.desk.person


def test_a_day_yet_to_come_is_refused_and_what_was_typed_stays(shown) -> None:
    dialog = shown().dialog
    dialog.on.show_day(date(2026, 11, 24))
    dialog.note.setPlainText("Theo CV 12")
    dialog.main_button.click()
    assert dialog.notices.sentence == "Ngày 24/11/2026 chưa tới. Hãy ghi ngày việc đã xảy ra."
    assert dialog.note.typed() == "Theo CV 12"


def test_the_rules_follow_the_state_chosen(shown) -> None:
    dialog = shown().dialog
    pick(dialog, "suspended")
    words = [line.words for line in dialog.rules.lines]
    assert words == [
        "Không dùng quá thời gian này thì bị khóa, tạm dừng: 06 tháng (Đ7.1)",
        "Từ thông báo tạm dừng đến khi bị gỡ bỏ: 15 ngày làm việc (Đ7.1); tính từ 23/11/2026 thì hết Thứ Ba, 15/12/2026",
    ]
    pick(dialog, "active")
    assert [line.words for line in dialog.rules.lines] != words


def test_the_counting_behind_a_limit_is_shown_day_by_day(shown) -> None:
    dialog = shown("quan4-03-2013").dialog
    pick(dialog, "locked")
    reopening = next(line for line in dialog.rules.lines if "mở lại sau" in line.words)
    assert reopening.why_button.why.cite == "Đ8.3b"
    assert len(reopening.why_button.why.steps) > 5


def test_without_a_day_nothing_is_kept(shown) -> None:
    window = shown()
    window.dialog.on.line.clear()
    window.dialog.main_button.click()
    assert window.dialog.form.rows["on"].error == "Chưa có ngày. Hãy gõ ngày việc xảy ra."


def test_only_a_lock_asks_for_its_cause(shown) -> None:
    dialog = shown().dialog
    cause = dialog.form.rows["cause"]
    assert cause.isVisible()
    pick(dialog, "closed")
    assert not cause.isVisible()


def test_the_cause_is_kept_and_what_it_begins_falls_due(shown) -> None:
    window = shown("quan4-03-2013")
    dialog = window.dialog
    pick(dialog, "locked")
    dialog.cause.choose("first-login")
    dialog.main_button.click()
    with window.desk.reading() as connection:
        register = Transaction(connection)
        assert register.find(MailboxEvent, mailbox_id=dialog.row.id)[-1].cause == "first-login"
        (due,) = register.find(Due, subject_kind="mailbox", subject_id=dialog.row.id)
    assert (due.rule, due.started_on) == ("password.reopen_after", date(2026, 11, 23))
