"""What is done with a due line from wherever it is shown: recorded at once or for another day, put off, brought back.

Here: `DueActs`. The lines are `gui.parts.today_line`; what is written is `operations.mailbox_acts`, `operations.snoozes`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from govmail_desk.domain.regulation import INACTIVITY_LOCK, INACTIVITY_LOCK_UNLESS
from govmail_desk.gui.late import Late
from govmail_desk.gui.run import run
from govmail_desk.listings.due_groups import EVERYONE, due_ids_of, members
from govmail_desk.listings.report_dues import draft_due
from govmail_desk.listings.today import with_unknown_password
from govmail_desk.operations.mailbox_acts import record_act
from govmail_desk.operations.snoozes import wake
from govmail_desk.regulations.reminders import tells_staff

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.domain.mailbox import ActKind
    from govmail_desk.listings.due_groups import Scope
    from govmail_desk.listings.today_row import Act, TodayRow

RECORDED: Final[dict[Act, ActKind]] = {
    "record_password_change": "password-changed",
    "record_use": "used",
    "record_cleaning": "cleaned",
}
"""The acts that are done elsewhere and recorded with one press."""
_RECORD: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.record_act")
DUTIES: Final[dict[Act, Late[Any]]] = {
    "record_report": Late("govmail_desk.gui.dialogs.record_report:RecordReportDialog"),
    "record_review": Late("govmail_desk.gui.dialogs.record_review:RecordReviewDialog"),
}
"""The acts of the unit itself, for which the clerk says the day and what came of it."""
_NOTICE: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.staff_notice:StaffNoticeDialog")
_SNOOZE: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.snooze:SnoozeDialog")


class DueActs(QObject):
    """The acts on the due lines of one page."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._desk: Desk
        self.scope: Scope = EVERYONE
        self.open_mailbox: Callable[[int | None], object] = lambda _mailbox_id: None
        self.open_report: Callable[[int | None], object] = lambda _report_id: None

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        self._desk = desk

    def record(self, row: TodayRow) -> None:
        """Record that it was done today, by whoever works here; of several mailboxes, and of what the unit owes, the clerk says more.

        A report drafted for the day is gone on with where it stands.
        """
        if row.act == "record_report":
            self._go_on_with_report(row)
            return
        if row.act in DUTIES:
            DUTIES[row.act].load()(self._page, self._desk, row).open()
            return
        if row.count > 1 or row.subject_id is None:
            self.record_otherwise(row)
            return
        act = partial(record_act, self._desk, kind=RECORDED[row.act], mailbox_ids=[row.subject_id])
        run(self._page, partial(act, on=self._desk.today()))

    def _go_on_with_report(self, row: TodayRow) -> None:
        drafted = draft_due(self._desk, rule=row.rule, due_on=row.due_on)
        if drafted is not None:
            self.open_report(drafted)
            return
        dialog = DUTIES["record_report"].load()(self._page, self._desk, row)
        dialog.draft_asked.connect(partial(self.open_report, None))
        dialog.open()

    def record_otherwise(self, row: TodayRow, kind: ActKind | None = None) -> None:
        """Ask for which of its mailboxes, on which day, and who did it."""
        module = _RECORD.load()
        found = [module.Recorded(one.subject_id, one.subject) for one in members(self._desk, row, self.scope)]
        kind = kind or RECORDED[row.act]
        module.RecordActDialog(self._page, self._desk, kind=kind, mailboxes=found, title=row.title).open()

    def tell_passwords(self) -> None:
        """Ask when the passwords were last changed of which the register does not know."""
        module = _RECORD.load()
        found = [module.Recorded(*one) for one in with_unknown_password(self._desk)]
        if found:
            module.RecordActDialog(self._page, self._desk, kind="password-changed", mailboxes=found).open()

    def tell_staff(self, row: TodayRow) -> None:
        """Look through what the holders would be told, and make the notices."""
        due_ids = due_ids_of(self._desk, row, self.scope)
        _NOTICE.load()(self._page, self._desk, due_ids, title=f"{row.title}: {row.detail}").open()

    def put_off(self, row: TodayRow) -> None:
        """Ask until when, and why."""
        _SNOOZE.load()(self._page, self._desk, row, due_ids_of(self._desk, row, self.scope)).open()

    def bring_back(self, row: TodayRow) -> None:
        """Show what was put off again, at once."""
        run(self._page, partial(wake, self._desk, due_ids=due_ids_of(self._desk, row, self.scope)))

    def offer(self, row: TodayRow, place: QPoint) -> QMenu:
        """Open the menu of a line's lesser acts."""
        menu = QMenu(self._page)
        menu.addActions(list(self._acts(row, menu)))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
        return menu

    def _acts(self, row: TodayRow, menu: QMenu) -> Iterator[QAction]:
        if row.act in RECORDED:
            yield _action(self.tr("Ghi với ngày, người khác…"), partial(self.record_otherwise, row), menu)
        if row.act == "record_use" and row.rule in self._reason_keeps():
            yield _action(
                self.tr("Đã báo lý do không sử dụng…"), partial(self.record_otherwise, row, "reason-told"), menu
            )
        if row.due_id is not None and tells_staff(row.rule):
            yield _action(self.tr("Nhắc người dùng…"), partial(self.tell_staff, row), menu)
        if row.until_on:
            yield _action(self.tr("Nhắc lại ngay"), partial(self.bring_back, row), menu)
        else:
            yield _action(self.tr("Hoãn nhắc…"), partial(self.put_off, row), menu)
        if row.act in RECORDED and row.count == 1:
            yield _action(self.tr("Mở hộp thư"), partial(self.open_mailbox, row.subject_id), menu)

    def _reason_keeps(self) -> frozenset[str]:
        """Name the rules whose lock a told reason keeps away, under the regulation in use."""
        is_known = self._desk.regulation().find(INACTIVITY_LOCK_UNLESS) is not None
        return frozenset({INACTIVITY_LOCK.name}) if is_known else frozenset()


def _action(words: str, does: Callable[[], object], menu: QMenu) -> QAction:
    action = QAction(words, menu)
    action.triggered.connect(does)
    return action
