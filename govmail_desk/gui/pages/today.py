"""Hôm nay: what is overdue, due today, coming and waiting, and what the desk still lacks; each line opens the act that deals with it.

Here: the page, its counters and what each button opens. Not here: the lines (`gui.parts.today_lines`), which there are (`listings.today`).
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from govmail_desk import wording
from govmail_desk.domain.regulation import REQUEST_LIMIT_UNIT
from govmail_desk.gui.desktop import LIST_ENDINGS
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.chips import ChipRow, ChipSpec
from govmail_desk.gui.look.empty_state import EmptyState
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.why_card import Why
from govmail_desk.gui.page import Page
from govmail_desk.gui.parts.desk_exports import export_calendar, show_password_card
from govmail_desk.gui.parts.due_acts import DUTIES, RECORDED, DueActs
from govmail_desk.gui.parts.first_steps import FirstSteps
from govmail_desk.gui.parts.newer_calendar import NewerCalendar
from govmail_desk.gui.parts.personnel_acts import PersonnelActs
from govmail_desk.gui.parts.request_acts import RequestActs
from govmail_desk.gui.parts.today_checks import TodayChecks
from govmail_desk.gui.parts.today_line import MARKS
from govmail_desk.gui.parts.today_lines import HEADINGS, TodayLines
from govmail_desk.listings import entitled, request_life, requests
from govmail_desk.listings import today as today_listing
from govmail_desk.listings.due_groups import EVERYONE

if TYPE_CHECKING:
    from govmail_desk.desk import Changes, Desk
    from govmail_desk.gui.dialog import Dialog
    from govmail_desk.gui.dialogs.import_wizard import ImportWizard
    from govmail_desk.gui.dialogs.request_wizard import RequestWizard
    from govmail_desk.gui.dialogs.whose_work import WhoseWorkDialog
    from govmail_desk.listings.due_groups import Scope
    from govmail_desk.listings.today_row import Act, Today, TodayRow

COUNTERS: Final = ("overdue", "today", "upcoming", "waiting", "snoozed")
MOST_CHOSEN: Final = 200
"""More people than this are chosen on their own page, not taken into a request at once."""

_IMPORT: Final[Late[type[ImportWizard]]] = Late("govmail_desk.gui.dialogs.import_wizard:ImportWizard")
_REQUEST: Final[Late[type[RequestWizard]]] = Late("govmail_desk.gui.dialogs.request_wizard:RequestWizard")
_WHOSE: Final[Late[type[WhoseWorkDialog]]] = Late("govmail_desk.gui.dialogs.whose_work:WhoseWorkDialog")
_SETTING: Final[dict[Act, Late[Any]]] = {
    "add_signer": Late("govmail_desk.gui.dialogs.signer:SignerDialog"),
    "set_operator": Late("govmail_desk.gui.dialogs.operator:OperatorDialog"),
    "set_contact": Late("govmail_desk.gui.dialogs.contact:ContactDialog"),
}
_HAND_OVER: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.open_handover:OpenHandoverDialog")
_UNIT_MUST_ASK: Final = {key.name: kind for kind, key in REQUEST_LIMIT_UNIT.items()}
_PAGE: Final[dict[Act, str]] = {
    "open_mailbox": "mailboxes",
    "open_request": "requests",
    "open_person": "people",
    "open_handover": "handovers",
    "open_incident": "incidents",
    "open_review": "reports/reviews",
    "open_report": "reports/reports",
}


class TodayPage(Page):
    """The page the window begins with."""

    reads = frozenset({
        "due", "follow_up", "request", "mailbox", "person", "signer", "operator", "letterhead", "regulation_text", "choice", "calendar_day",
        "snooze", "lead_time", "custody", "check", "office_hours", "personnel_change", "staff_notice",
    })  # fmt: skip
    help_topic = "today"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._today: Today | None = None
        self._whose = ""
        specs = [ChipSpec(key, HEADINGS[key], MARKS[key]) for key in COUNTERS]
        self.chips = ChipRow(specs, name=self.tr("Lọc việc theo hạn"), parent=self)
        self.personnel_acts = PersonnelActs(self)
        self.request_acts = RequestActs(self)
        self.checks = TodayChecks(self)
        self.due_acts = DueActs(self)
        self.due_acts.open_mailbox = partial(self.go_to.emit, "mailboxes")
        self.due_acts.open_report = partial(self.go_to.emit, "reports/reports")
        self.empty = EmptyState("done", self)
        self._requested = self.add_act(
            "request", self.tr("Lập đề nghị"), self.make_request, icon_name="request", shortcut="Ctrl+D"
        )
        taken = self.add_act(
            "import", self.tr("Nhập danh sách"), self.import_list, icon_name="import", shortcut="Ctrl+I", is_main=True
        )
        self.add_act("calendar", self.tr("Xuất lịch .ics…"), self.export_calendar, icon_name="calendar")
        self.add_act("card", self.tr("Thẻ mật khẩu"), self.show_card, icon_name="key")
        self.add_act("whose", self.tr("Theo đơn vị, theo người…"), self.choose_whose, icon_name="people")
        self.first_steps = FirstSteps(taken, self)
        self.lines = TodayLines(self._why, self.first_steps, self)
        self.newer_calendar = NewerCalendar(self)
        self._lay_out()
        self.setAcceptDrops(True)
        self.chips.chosen.connect(self._show)
        self.lines.asked.connect(self._do)
        self.checks.changed.connect(self._show)
        self.lines.more_asked.connect(self.due_acts.offer)

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        self._desk = desk
        self.personnel_acts.open_desk(desk)
        self.request_acts.open_desk(desk)
        self.due_acts.open_desk(desk)

    def reload(self, changes: Changes | None) -> None:
        """Show this day as it stands now."""
        self._today = today_listing.today(self.desk, self.due_acts.scope)
        self.checks.look(self.desk)
        day = wording.day_words(self._today.day)
        self.set_subtitle(self.tr("{} · việc của {}").format(day, self._whose) if self._whose else day)
        self._show()
        self.newer_calendar.look(self.desk, changes)

    @property
    def desk(self) -> Desk:
        """The register, once it is open."""
        assert self._desk is not None
        return self._desk

    # acts

    def import_list(self) -> None:
        """Take the unit's own list in."""
        self._open(_IMPORT.load()(self, self.desk))

    def choose_whose(self) -> None:
        """Look over what falls due for each unit and each person, and choose whose to see."""
        dialog = _WHOSE.load()(self, self.desk)
        dialog.wanted.connect(self.show_work_of)
        self._open(dialog)

    def show_work_of(self, scope: Scope, name: str) -> None:
        """Show the work of one unit or person, or everyone's again."""
        self.due_acts.scope, self._whose = scope, name
        self.reload(None)

    def export_calendar(self) -> None:
        """Write what falls due into a calendar file."""
        export_calendar(self, self.desk)

    def show_card(self) -> None:
        """Show the regulation's rules for passwords."""
        show_password_card(self, self.desk)

    def make_request(self) -> None:
        """Ask for mailboxes for those who have none; many are chosen on their own page."""
        ids = entitled.ids_without_mailbox(self.desk)
        if len(ids) > MOST_CHOSEN:
            self.go_to.emit("people", None)
        else:
            self._open(_REQUEST.load()(self, self.desk, people_ids=ids))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a list that is dragged onto the page."""
        if _dropped_list(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Begin to take in the list that was dropped."""
        path = _dropped_list(event)
        if path is not None:
            event.acceptProposedAction()
            self._open(_IMPORT.load()(self, self.desk, path))

    def _do(self, row: TodayRow) -> None:
        if row.act == "record_check":
            self.checks.log(self.desk, row)
        elif row.act == "know_passwords":
            self.due_acts.tell_passwords()
        elif row.act in RECORDED or row.act in DUTIES:
            self.due_acts.record(row)
        elif row.act in _PAGE:
            self.go_to.emit(_PAGE[row.act], row.subject_id)
        elif row.act in _SETTING:
            self._open(_SETTING[row.act].load()(self, self.desk))
        elif row.act == "import_list":
            self.import_list()
        elif row.act == "request_after_change" and row.subject_id is not None:
            self._request_after_change(row.subject_id, row.rule)
        elif row.act in {"chase_request", "apply_answer"} and row.subject_id is not None:
            self._go_on_with(row.subject_id, row.act)
        else:
            self._ask_about(row)

    def _ask_about(self, row: TodayRow) -> None:
        """Open the dialog that goes on from a line."""
        if row.act == "hand_over":
            self._open(_HAND_OVER.load()(self, self.desk, unit_id=row.subject_id))
        elif row.act == "request_mailboxes":
            self._open(_REQUEST.load()(self, self.desk, mailbox_ids=[row.subject_id] if row.subject_id else []))
        else:
            self.make_request()

    def _go_on_with(self, request_id: int, act: Act) -> None:
        """Do a request's next step here; one that went on meanwhile is shown on its page."""
        facts = requests.pane(self.desk, request_id)
        if facts is None:
            return
        acts = self.request_acts
        acts.show_request(facts.row, request_life.life(self.desk, request_id))
        if act == "chase_request" and acts.chase_act.isVisible():
            acts.chase()
        elif act == "apply_answer" and facts.row.state == "answered":
            acts.apply()
        else:
            self.go_to.emit("requests", request_id)
        acts.show_request(None, None)

    def _request_after_change(self, person_id: int, rule: str) -> None:
        """Begin the request that a change in someone's post wants, or show the one that is made already."""
        under_way = self.personnel_acts.request_after_change(person_id, _UNIT_MUST_ASK[rule])
        if under_way is not None:
            self.go_to.emit("requests", under_way)

    def _open(self, dialog: Dialog) -> None:
        dialog.open()

    # what is shown

    def _show(self) -> None:
        if self._today is None:
            return
        chosen = self.chips.chosen_keys
        today = self.checks.with_lines(self._today) if self.due_acts.scope == EVERYONE else self._today
        self.chips.show_counts(today.counts)
        is_new = any(row.act == "import_list" for row in today.rows)
        self.first_steps.setVisible(is_new and not chosen)
        self.lines.show_today(_without_first_step(today) if is_new else today, chosen)
        self._say_empty(is_filtered=bool(chosen))
        has_something = self.lines.lines or not self.first_steps.isHidden()
        self._stack.setCurrentWidget(self.lines if has_something else self.empty)
        self.setFocusProxy(self._first_button())

    def _first_button(self) -> QWidget:
        if self.first_steps.isVisibleTo(self):
            return self.first_steps.button
        return self.lines.lines[0].button if self.lines.lines else self.chips.chips[COUNTERS[0]]

    def _say_empty(self, *, is_filtered: bool) -> None:
        if is_filtered:
            self.empty.say(
                self.tr("Không có việc nào ở mục đã chọn"), self.tr("Bấm lại nút đang chọn ở trên để xem mọi việc.")
            )
        else:
            words = self.tr(
                "Việc đến hạn, đang chờ hay còn thiếu sẽ hiện ở đây, mỗi việc kèm điều khoản và nút để làm."
            )
            self.empty.say(self.tr("Hôm nay không còn việc nào"), words, (self._requested,))

    def _why(self, row: TodayRow) -> Why:
        regulation = self.desk.regulation(row.started_on)
        provision = regulation.due_rule(row.rule, row.started_on) if row.rule else None
        if provision is None:
            return Why(row.why, row.cite)
        if row.due_id is not None and row.cite != provision.cite:  # a letter set the day
            is_asked_for = str(provision.cite) in str(row.cite)
            return Why(row.why, row.cite, regulation.short_name if is_asked_for else "")
        return Why.of(provision, regulation=regulation.short_name, counting=today_listing.counting(self.desk, row))

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.lines)
        above = QVBoxLayout()
        above.setContentsMargins(Space.APART, 0, Space.APART, 0)
        above.setSpacing(Space.USUAL)
        above.addWidget(self.chips)
        above.addWidget(self.newer_calendar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.NEAR)
        layout.addLayout(above)
        layout.addWidget(self._stack, 1)


def _without_first_step(today: Today) -> Today:
    """Leave out the line that says what the three steps say."""
    rows = tuple(row for row in today.rows if row.act != "import_list")
    return replace(today, rows=rows, counts=today.counts | {"setup": today.counts["setup"] - 1})


def _dropped_list(event: QDropEvent) -> Path | None:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return next((path for path in paths if path.suffix.lower() in LIST_ENDINGS), None)
