"""Kiểm tra: who looked into which mailbox in which half of which day, as a month's grid; logging it, reporting it, the sheet.

Here: the page. The grid is `gui.tables.check_grid`, what is missing `listings.checks`.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from govmail_desk.domain.check_times import HalfDay
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.regulation import CHECK_PERSONAL, CHECK_REPORT, CHECK_UNIT
from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.fields.fields import ChoiceField
from govmail_desk.gui.fields.typed import not_an_input
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.elided import ElidedLabel
from govmail_desk.gui.look.empty_state import EmptyState
from govmail_desk.gui.look.icons import draw_icon
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.notices import notices_near
from govmail_desk.gui.page import Page
from govmail_desk.gui.parts.check_legend import CheckLegend
from govmail_desk.gui.rules.rule_line import RuleLine, RuleLines
from govmail_desk.gui.run import runner_of
from govmail_desk.gui.tables.check_grid import CheckGrid, CheckGridModel
from govmail_desk.gui.tables.check_words import cell_words
from govmail_desk.listings import checks, units

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QResizeEvent

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.mailbox import MailboxKind
    from govmail_desk.domain.provision import Key, Provision
    from govmail_desk.listings.checks import CheckLog

_LOG: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.log_check:LogCheckDialog")
_LATE_ENTRY: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.log_check:LateCheckDialog")
_REPORT: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.report_checks:ReportChecksDialog")
_SHEETS: Final[Late[Any]] = Late("govmail_desk.listings.check_sheets")
_WRITING: Final[Late[Any]] = Late("govmail_desk.operations.check_sheets")
_LOW_LINES: Final = 22
_RULES: Final = {"unit": CHECK_UNIT, "personal": CHECK_PERSONAL}


class ChecksPage(Page):
    """The grid of a month with its acts."""

    reads = frozenset({
        "check",
        "mailbox",
        "mailbox_event",
        "office_hours",
        "calendar_day",
        "choice",
        "regulation_text",
    })
    help_topic = "checks"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.month: date | None = None
        self._day: date | None = None
        self.log: CheckLog | None = None
        self.grid = CheckGrid(CheckGridModel(), name=self.tr("Kiểm tra hộp thư trong tháng"))
        self.told = ElidedLabel("", self)
        self.rules = RuleLines(self)
        self.empty = EmptyState("look", self)
        self.stack = QStackedWidget(self)
        self.month_label = QLabel(self)
        self.kind_field = ChoiceField([("unit", self.tr("Hộp thư đơn vị")), ("personal", self.tr("Hộp thư cá nhân"))])
        self.unit_field = ChoiceField()
        self.legend = CheckLegend(self)
        self._make_acts()
        self._lay_out()
        self.grid.stood_on.connect(self._tell_cell)
        self.grid.asked.connect(self._open_cell)
        self.kind_field.picked.connect(self._show_kind)
        self.unit_field.picked.connect(self._show)
        self.setFocusProxy(self.grid)

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        self.desk = desk

    def reload(self, changes: Changes | None) -> None:
        """Show the log as it stands now; at first, and when another day has begun, that of this month."""
        today = self.desk.today()
        if self._day != today:
            self._day, self.month = today, today.replace(day=1)
        self._offer_units()
        self._show()
        if changes is None and self.month == today.replace(day=1):
            self.grid.show_day(today)

    def show_item(self, item_id: int) -> None:
        """Stand on the line of a mailbox."""
        self.grid.show_mailbox(item_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the grid comes before the meaning of its marks, which the line under it says in words."""
        super().resizeEvent(event)
        self.legend.setVisible(self.height() > _LOW_LINES * self.fontMetrics().lineSpacing())

    # acts

    def log_check(self) -> None:
        """Log a look in the half day it is."""
        _LOG.load()(self, self.desk, kind=self.kind).open()

    def enter_late(self) -> None:
        """Enter a look of a half day that is missing, first that of the cell one stands on, else the last one."""
        index = self.grid.currentIndex()
        if index.isValid():
            self._enter_late(self.grid.grid.missing_near(index))
        else:
            _LATE_ENTRY.load()(self, self.desk, kind=self.kind).open()

    def _enter_late(self, index: QModelIndex) -> None:
        of, day, slot, _ = self.grid.grid.cell(index)
        on = min(day.on, self.desk.today())
        _LATE_ENTRY.load()(self, self.desk, on=on, slot=slot, mailbox_id=of.id, kind=self.kind).open()

    def report(self) -> None:
        """Note which looks were reported to the head."""
        assert self.log is not None
        if any(not look.is_reported for of in self.log.mailboxes for look in self.log.all_looks(of)):
            _REPORT.load()(self, self.desk, self.log).open()
        else:
            self._say(self.tr("Không còn lần kiểm tra nào trong tháng chưa ghi báo cáo."))

    def export(self) -> None:
        """Write the month's sheet where the clerk says."""
        assert self.month is not None
        proposed = Path(_WRITING.load().sheet_name(self.month, ".docx"))
        kinds = self.tr("Word (*.docx);;Excel (*.xlsx)")
        file = desktop().choose_new_file(self, title=self.tr("Bảng tháng"), path=proposed, kind=kinds)
        if file is not None:
            self._export_to(file if file.suffix else file.with_suffix(".docx"))

    def previous_month(self) -> None:
        """Show the month before."""
        self._show_month(-1)

    def next_month(self) -> None:
        """Show the month after."""
        self._show_month(1)

    # what is shown

    @property
    def kind(self) -> MailboxKind:
        """Whose mailboxes are shown."""
        return cast("MailboxKind", self.kind_field.choice())

    def _show_kind(self) -> None:
        self._offer_units()
        self._show()

    def _offer_units(self) -> None:
        """A personal mailbox is its holder's own duty and there may be very many: those are shown unit by unit."""
        every = [(None, self.tr("Mọi đơn vị"))] if self.kind == "unit" else []
        named = [(row.id, row.short_name or row.name) for row in units.tree(self.desk) if not row.is_ended]
        self.unit_field.offer([*every, *named])

    def _show(self) -> None:
        assert self.month is not None
        unit_id = cast("int | None", self.unit_field.choice())
        log = self.log = checks.month(self.desk, month=self.month, unit_id=unit_id, kind=self.kind)
        self.grid.grid.show_log(log)
        self.month_label.setText(self.tr("Tháng {}").format(f"{self.month:%m/%Y}"))
        self.stack.setCurrentWidget(self.grid if log.mailboxes else self.empty)
        self._show_rules(log)
        self._count(log)
        self._tell_cell(self.grid.currentIndex())

    def _show_month(self, step: int) -> None:
        assert self.month is not None
        middle = self.month.replace(day=15) + timedelta(days=30 * step)
        self.month = middle.replace(day=1)
        self._show()

    def _show_rules(self, log: CheckLog) -> None:
        """Say what is asked, by the rule of today in this month and of the month's last day in another."""
        today = self.desk.today()
        day = next((day for day in log.days if day.on == today), log.days[-1])
        regulation = self.desk.regulation(day.on)
        found: list[tuple[Key[Any], Provision[Any]]] = [(_RULES[log.kind], day.rule)] if day.rule else []
        found += [(CHECK_REPORT, provision) for provision in regulation.all(CHECK_REPORT, day.on)]
        self.rules.show_lines([RuleLine.of(key, provision, regulation) for key, provision in found])

    def _count(self, log: CheckLog) -> None:
        missing = sum(log.missing_count(of) for of in log.mailboxes)
        has_number = any(day.rule and day.rule.value.times_a_day for day in log.days)
        names_halves = any(day.rule and day.rule.value.slots for day in log.days)
        told = self.tr("{} hộp thư").format(len(log.mailboxes))
        if not has_number:
            self.set_subtitle(self.tr("{} · quy chế không nêu số lần nên không tính thiếu").format(told))
            return
        measure = self.tr("buổi") if names_halves else self.tr("ngày")
        self.set_subtitle(self.tr("{} · chưa kiểm tra {} {} trong tháng").format(told, missing, measure))

    def _tell_cell(self, index: QModelIndex) -> None:
        self.told.show_text(cell_words(*self.grid.grid.cell(index)) if index.isValid() else "")

    def _open_cell(self, index: QModelIndex) -> None:
        """Log the half day one stands on: now where it is not over, else afterwards; nothing for one to come."""
        of, day, slot, _ = self.grid.grid.cell(index)
        half, now = HalfDay(day.on, slot, day.hours), self.desk.clock()
        if not half.has_begun(now):
            return
        if half.has_ended(now):
            self._enter_late(index)
        else:
            _LOG.load()(self, self.desk, mailbox_id=of.id, kind=self.kind).open()

    def _export_to(self, file: Path) -> None:
        unit_id = cast("int | None", self.unit_field.choice())
        try:
            sheet = _SHEETS.load().month_sheet(self.desk, month=self.month, unit_id=unit_id, kind=self.kind)
            changes = _WRITING.load().export_check_sheet(self.desk, sheet, file=file)
        except (RuleBroken, StoreUnavailable) as failure:
            runner_of(self).tell_failure(failure, self, partial(self._export_to, file))
        else:
            runner_of(self).changed.emit(changes, False)
            self._say(self.tr("Đã lập bảng tháng ở tệp “{}”.").format(file.name))

    def _say(self, sentence: str) -> None:
        bar = notices_near(self)
        if bar is not None:
            bar.say(sentence, tone="good")

    # the parts

    def _make_acts(self) -> None:
        words = self.tr("Ghi đã kiểm tra hộp thư trong buổi này: ai, bao nhiêu thư, đã báo cáo chưa")
        self.add_act(
            "log", self.tr("Đã kiểm tra…"), self.log_check, icon_name="look", shortcut="Ctrl+N", tip=words, is_main=True
        )
        self.add_act("late", self.tr("Ghi bổ sung…"), self.enter_late, icon_name="clock")
        self.add_act("report", self.tr("Báo cáo thủ trưởng…"), self.report, icon_name="send")
        self.add_act("sheet", self.tr("Bảng tháng…"), self.export, icon_name="export", shortcut="Ctrl+E")

    def _lay_out(self) -> None:
        self.empty.say(
            self.tr("Chưa có hộp thư nào để kiểm tra"),
            self.tr("Hộp thư đang dùng của đơn vị sẽ hiện ở đây theo từng ngày, mỗi ngày hai buổi."),
        )
        self.stack.addWidget(self.grid)
        self.stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.APART, 0, Space.APART, Space.NEAR)
        layout.setSpacing(Space.NEAR)
        layout.addWidget(self.rules)
        layout.addLayout(self._chooser())
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.told)
        layout.addWidget(self.legend)

    def _chooser(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.NEAR)
        row.addWidget(self._step("left", self.tr("Tháng trước"), self.previous_month))
        row.addWidget(self.month_label)
        row.addWidget(self._step("right", self.tr("Tháng sau"), self.next_month))
        row.addStretch(1)
        for field, words in ((self.kind_field, self.tr("Loại hộp thư")), (self.unit_field, self.tr("Đơn vị"))):
            field.setAccessibleName(words)
            not_an_input(field)
            row.addWidget(field)
        self.month_label.setProperty("tone", "heading")
        return row

    def _step(self, icon_name: str, words: str, does: Any) -> QToolButton:
        button = QToolButton(self)
        draw_icon(button, icon_name)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.clicked.connect(does)
        return button
