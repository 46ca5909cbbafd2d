"""The page Sự cố: every incident with who was told, whom to call always in sight, and beside it the steps, notices, papers and lessons.

Here: `IncidentsPage`. Rows come from `listings.incidents`; the acts on the one chosen are `gui.parts.incident_acts`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.regulation import INCIDENT_CONTACT
from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.lookup_page import LookupPage
from govmail_desk.gui.notices import notices_near
from govmail_desk.gui.panes.incident import IncidentPane
from govmail_desk.gui.parts.act_menu import offer_at_button
from govmail_desk.gui.parts.incident_acts import IncidentActs
from govmail_desk.gui.parts.incident_place import IncidentPlace
from govmail_desk.gui.run import runner_of
from govmail_desk.gui.tables.incident_columns import KIND_CHIPS, STATE_CHIPS, incident_columns
from govmail_desk.gui.tables.rows_model import PAGE
from govmail_desk.listings import incidents
from govmail_desk.listings.incidents import IncidentRow, Opening
from govmail_desk.wording import INCIDENT_STATES

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.gui.tables.columns import Order

_LINES_FOR_PLACE: Final = 20
"""Below so many lines of text the place to turn to takes one of them only, and so it does where the pane stands alone."""
_RECORD: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.record_incident:RecordIncidentDialog")
_OWN_CHOICE: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.own_choice:OwnChoiceDialog")
_YEARS: Final[Late[Any]] = Late("govmail_desk.listings.incident_years")
_WRITING: Final[Late[Any]] = Late("govmail_desk.operations.incident_lists")


class IncidentsPage(LookupPage[IncidentRow]):
    """Incidents of the unit's mailboxes."""

    reads = frozenset({
        "incident", "incident_notice", "incident_paper", "mailbox", "operator", "regulation_text", "choice",
    })  # fmt: skip
    help_topic = "incidents"

    def __init__(self, parent: QWidget | None = None) -> None:
        pane = IncidentPane()
        super().__init__(
            columns=incident_columns(),
            name="Sự cố",
            search_words="Tìm theo loại, địa chỉ, người phát hiện, sự việc",
            chips=STATE_CHIPS,
            more_chips=KIND_CHIPS,
            icon_name="incident",
            kept_as="incidents",
            pane=pane,
            parent=parent,
        )
        self.shown = pane
        self.place = IncidentPlace(self)
        self.layout().insertWidget(0, self.place)  # type: ignore[union-attr]
        self.incident_acts = IncidentActs(self)
        self._record = self.add_act(
            "record", self.tr("Ghi sự cố"), self.record, icon_name="add", shortcut="Ctrl+N", is_main=True
        )
        self._list = self.add_act("list", self.tr("Sổ sự cố năm…"), self.export, icon_name="export", shortcut="Ctrl+E")
        self._clear = act(self, "clear", self.tr("Bỏ tìm và lọc"), self.clear_search, icon_name="undo")
        self.row_acts = self.incident_acts.all
        self._connect_parts()

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        super().open_desk(desk)
        self.incident_acts.open_desk(desk)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the place to turn to stand in one line where the window is low."""
        super().resizeEvent(event)
        self._fit_place()

    # what is listed

    def question(self) -> Callable[[Order], Opening]:
        """Ask for the incidents searched for."""
        chosen = self.chips.chosen_keys, self.more_chips.chosen_keys
        return partial(_asked, self.desk, self.search.text(), *chosen)

    def lines(self, ids: Sequence[int]) -> Sequence[IncidentRow]:
        """Return the rows of these incidents."""
        return incidents.page(self.desk, ids)

    def take_answer(self, answer: Opening) -> None:
        """Say whom to call, how many there are in each state, and what belongs here where there are none."""
        self.place.show_contact(answer.contact)
        self.chips.show_counts(dict(answer.counts))
        self.more_chips.show_counts(dict(answer.counts))
        told = [
            f"{answer.counts[key]} {words.lower()}" for key, words in INCIDENT_STATES.items() if answer.counts.get(key)
        ]
        self.set_subtitle(" · ".join(told) or self.tr("Chưa có sự cố nào"))
        if answer.counts:
            words = self.tr("Thử gõ ít chữ hơn, hoặc bỏ bớt ô lọc đang chọn.")
            self.view.empty.say(self.tr("Không có sự cố nào khớp"), words, (self._clear,), icon_name="search")
            return
        words = self.tr(
            "Hộp thư lỗi, bất thường, thư lạ, quên mật khẩu, phát hiện bí mật nhà nước: ghi ở đây để biết phải báo ai."
        )
        self.view.empty.say(self.tr("Chưa có sự cố nào"), words, (self._record,), icon_name="incident")

    # the one chosen

    def show_chosen(self, ids: Sequence[int]) -> None:
        """Show the incident chosen."""
        facts = incidents.pane(self.desk, ids[0]) if len(ids) == 1 else None
        self.incident_acts.show_incident(facts)
        self.place.allow_writing(is_allowed=self.incident_acts.mail.isVisible())
        if facts is None:
            self.shown.show_nothing()
            return
        self.shown.show_incident(facts)
        self.shown.offer(self.incident_acts.offered, self.incident_acts.main)

    # acts

    def record(self) -> None:
        """Record an incident."""
        dialog = _RECORD.load()(self, self.desk)
        dialog.made.connect(self._show_made)
        dialog.open()

    def export(self) -> None:
        """Write the list of a year where the clerk says; where several years have incidents, ask which, the newest first."""
        years = incidents.years(self.desk) or [self.desk.today().year]
        if len(years) == 1:
            self.export_year(years[0])
            return
        choices = [
            act(self, str(year), self.tr("Sổ sự cố năm {}…").format(year), partial(self.export_year, year))
            for year in years
        ]
        menu = offer_at_button(self, self._list, choices)
        for choice in choices:
            self.removeAction(choice)
            choice.setParent(menu)
        menu.setActiveAction(choices[0])

    def export_year(self, year: int) -> None:
        """Write the list of one year where the clerk says."""
        proposed = Path(_WRITING.load().list_name(year, ".docx"))
        kinds = self.tr("Word (*.docx);;Excel (*.xlsx)")
        title = self.tr("Sổ sự cố năm {}").format(year)
        file = desktop().choose_new_file(self, title=title, path=proposed, kind=kinds)
        if file is not None:
            self._export_to(year, file if file.suffix else file.with_suffix(".docx"))

    def edit(self) -> None:
        """Write the incident chosen otherwise: F2."""
        self.incident_acts.correct()

    def set_place(self) -> None:
        """Let the unit say whom to call."""
        _OWN_CHOICE.load()(self, self.desk, INCIDENT_CONTACT).open()

    def _export_to(self, year: int, file: Path) -> None:
        try:
            made = _YEARS.load().year_list(self.desk, year=year)
            changes = _WRITING.load().export_incident_list(self.desk, made, file=file)
        except (RuleBroken, StoreUnavailable) as failure:
            runner_of(self).tell_failure(failure, self, partial(self._export_to, year, file))
            return
        runner_of(self).changed.emit(changes, False)
        bar = notices_near(self)
        if bar is not None:
            bar.say(self.tr("Đã lập sổ sự cố năm {} ở tệp “{}”.").format(year, file.name), tone="good")

    def _fit_place(self) -> None:
        is_low = self.height() < self.fontMetrics().height() * _LINES_FOR_PLACE
        self.place.be_low(is_low=is_low or (self.beside.is_narrow and self.beside.is_open))

    def _show_made(self, changes: Changes) -> None:
        (made,) = changes.ids["incident"]
        self.show_item(made)

    def _connect_parts(self) -> None:
        acts = self.incident_acts
        acts.asked.connect(self.settle)
        self.beside.pane_alone.connect(self._fit_place)
        self.shown.asked_for.connect(self.go_to)
        self.shown.tell_asked.connect(acts.tell_step)
        self.shown.pass_asked.connect(acts.pass_step)
        self.shown.open_asked.connect(acts.open_paper)
        self.shown.preview_asked.connect(acts.preview_paper)
        self.place.write_asked.connect(acts.make_mail)
        self.place.set_asked.connect(self.set_place)


def _asked(desk: Desk, search: str, states: Any, kinds: Any, _order: Order) -> Opening:
    return incidents.opening(desk, search=search, states=states, kinds=kinds, first_count=PAGE)
