"""Hôm nay in the real window with due lines on it, for tests of what is done with them."""

from __future__ import annotations

from datetime import timedelta

from govmail_desk.domain.mailbox import MailboxAct
from govmail_desk.domain.reminder import Due
from govmail_desk.store.transaction import Transaction
from tests.desks import NOW, founded
from tests.gui.windows import OpenWindow
from tests.mailboxes import issued

TODAY = NOW.date()
NAMES = ("Nguyễn Văn Thành", "Trần Thị Lan", "Đỗ Văn Lý")


class DueLines:
    """The window on a register where passwords of some people fall due today."""

    def __init__(self, qtbot, folder, *, count=1, rule="password.rotation.user", regulation_id="ninhbinh-2020"):
        self.desk = founded(folder, regulation_id)
        self._rule = rule
        self.boxes = [issued(self.desk, name) for name in NAMES[:count]]
        with self.desk.transaction("start_due", "Bắt đầu các hạn") as act:
            act.transaction.put_all([
                Due(
                    rule=rule,
                    subject_kind="mailbox",
                    subject_id=box,
                    started_on=TODAY - timedelta(days=180),
                    due_on=TODAY,
                    act_by=TODAY,
                    begun_by="imported",
                )
                for box in self.boxes
            ])
        self.window = OpenWindow(qtbot, self.desk, folder, "today")
        self.page = self.window.page

    def close(self):
        self.window.close()

    @property
    def line(self):
        """The one due line of the page."""
        (found,) = self.lines()
        return found

    def lines(self):
        return [line for line in self.page.lines.lines if line.row.rule == self._rule]

    def menu(self):
        """Open the menu of the due line, and return its actions by their words."""
        menu = self.page.due_acts.offer(self.line.row, self.line.mapToGlobal(self.line.rect().center()))
        return {action.text(): action for action in menu.actions()}

    @property
    def dialog(self):
        return self.window.dialog

    def acts(self):
        """Return what was recorded: kind, mailbox, day, person."""
        with self.desk.reading() as connection:
            found = Transaction(connection).find(MailboxAct)
        return [(act.kind, act.mailbox_id, act.on_date, act.by) for act in found]
