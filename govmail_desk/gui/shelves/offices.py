"""The shelf Các đơn vị: the units whose packages this desk gathers, who is late, and beside it all of the one chosen.

Here: `OfficesShelf`. Rows come from `listings.offices`; the acts on the one chosen are `gui.parts.office_acts`. A unit that gathers
nobody's packages finds here how to send its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.lookup_page import LookupPage
from govmail_desk.gui.panes.office import OfficePane
from govmail_desk.gui.parts.act_menu import offer_at_button
from govmail_desk.gui.parts.office_acts import OfficeActs
from govmail_desk.gui.parts.office_periods import OfficePeriods
from govmail_desk.gui.tables.office_columns import STATE_CHIPS, office_columns
from govmail_desk.gui.tables.rows_model import PAGE
from govmail_desk.listings import office_pane, offices
from govmail_desk.listings.offices import OfficeRow, Opening
from govmail_desk.wording import OFFICE_STATES

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.gui.tables.columns import Order

_TAKE: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.take_packages:TakePackagesDialog")
_DROPPED: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.take_packages:dropped_paths")
_EXPORT: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.export_package:ExportPackageDialog")
_OFFICE: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.office:OfficeDialog")
_LIST: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.office_list:OfficeListDialog")

_CHIPS_SHARE: Final = 2
"""How much more of the line than the search the chips take: the periods stand in it too."""


class OfficesShelf(LookupPage[OfficeRow]):
    """The units, the late ones first."""

    reads = frozenset({
        "office", "package", "foreign_mailbox", "office_chase", "mailbox", "regulation_text", "choice", "calendar_day",
    })  # fmt: skip
    help_topic = "offices"

    def __init__(self, parent: QWidget | None = None) -> None:
        pane = OfficePane()
        super().__init__(
            columns=office_columns(),
            name="Các đơn vị",
            search_words="Tìm theo tên đơn vị, hộp thư",
            chips=STATE_CHIPS,
            icon_name="unit",
            kept_as="offices",
            pane=pane,
            parent=parent,
        )
        self.shown = pane
        self.answer: Opening | None = None
        self.office_acts = OfficeActs(self)
        self.periods = OfficePeriods(self)
        self._make_acts()
        self.add_beside_search(self.periods)
        self._first.setStretchFactor(self.periods, 0)
        self._first.setStretchFactor(self.chips, _CHIPS_SHARE)
        self.periods.picked.connect(self._ask_now)
        self.row_acts = self.office_acts.all
        self.office_acts.asked.connect(self.settle)
        self.shown.mailboxes_asked.connect(self.office_acts.show_mailboxes)
        self.shown.chase_asked.connect(self.office_acts.letters.do)
        self.setAcceptDrops(True)

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        super().open_desk(desk)
        self.office_acts.open_desk(desk)

    # what is listed

    def question(self) -> Callable[[Order], Opening]:
        """Ask for the units searched for."""
        return partial(_asked, self.desk, self.search.text(), self.chips.chosen_keys, self.periods.period)

    def lines(self, ids: Sequence[int]) -> Sequence[OfficeRow]:
        """Return the rows of these units."""
        return offices.page(self.desk, ids, period=self.periods.period)

    def take_answer(self, answer: Opening) -> None:
        """Say how many are late with what, and what belongs here where there are none."""
        self.answer = answer
        self.chips.show_counts(dict(answer.counts))
        self._chase.setVisible(bool(answer.counts["late"]))
        self._number.setVisible(bool(answer.unnumbered_count) and not answer.counts["late"])
        self.office_acts.letters.show_period(str(answer.asked.period), unnumbered_count=answer.unnumbered_count)
        has_any = any(answer.counts.values())
        self.periods.show_periods(answer.periods, answer.today)
        self.periods.setVisible(has_any)
        self.set_subtitle(self._said(answer) if has_any else self.tr("Chưa nhận gói của đơn vị nào"))
        if has_any:
            words = self.tr("Thử gõ ít chữ hơn, hoặc bỏ bớt ô lọc đang chọn.")
            self.view.empty.say(self.tr("Không có đơn vị nào khớp"), words, (self._clear,), icon_name="search")
            return
        words = self.tr(
            "Đơn vị: gửi số liệu bằng “Gửi gói của đơn vị”. Nơi tổng hợp: thả các gói nhận được vào đây, "
            "hoặc nhập danh sách đơn vị để biết ai chậm."
        )
        acts = (self._send, self._take, self._list)
        self.view.empty.say(self.tr("Gói dữ liệu giữa các đơn vị"), words, acts, icon_name="unit")

    # the one chosen

    def show_chosen(self, ids: Sequence[int]) -> None:
        """Show the unit chosen."""
        facts = office_pane.pane(self.desk, ids[0], period=self.periods.period) if len(ids) == 1 else None
        period = str(self.answer.asked.period) if self.answer is not None else ""
        self.office_acts.show_office(facts, period)
        if facts is None or self.answer is None:
            self.shown.show_nothing()
            return
        edited = self.office_acts.letters.edited_of(facts.chases)
        self.shown.show_office(facts, self.answer.asked, self.regulation, edited=edited)
        acts = self.office_acts
        self.shown.offer([one for one in (acts.chase, acts.mailboxes, acts.more) if one.isVisible()], acts.main)

    # acts

    def take_packages(self, paths: Sequence[Path] = ()) -> None:
        """Take packages in: first what they would bring."""
        dialog = _TAKE.load()(self, self.desk, paths)
        dialog.taken.connect(self._show_taken)
        dialog.open()

    def send_package(self) -> None:
        """Write the own unit's package."""
        _EXPORT.load()(self, self.desk).open()

    def add_office(self) -> None:
        """Await a unit by hand."""
        dialog = _OFFICE.load()(self, self.desk)
        dialog.made.connect(self._show_made)
        dialog.open()

    def offer_awaiting(self) -> None:
        """Offer the two ways to await units: one by hand, or a list."""
        offer_at_button(self, self._awaited, (self._add, self._list))

    def start(self, act_key: str) -> None:
        """Begin an act of the shelf, also one that stands in the menu of another."""
        lesser = next(
            (
                one
                for one in (self._add, self._list, self.office_acts.letters.number_all)
                if one.objectName() == act_key
            ),
            None,
        )
        if lesser is not None:
            lesser.trigger()
        else:
            super().start(act_key)

    def import_list(self) -> None:
        """Await the units of a list."""
        path = desktop().choose_list(self)
        if path is not None:
            _LIST.load()(self, self.desk, path).open()

    def offer_chasing(self) -> None:
        """Write to all that are late; where letters wait for their numbers, offer that beside."""
        letters = self.office_acts.letters
        if letters.number_all.isVisible():
            offer_at_button(self, self._chase, (self._write, letters.number_all))
        else:
            self.chase_late()

    def chase_late(self) -> None:
        """Write to all that are late."""
        told, rows = offices.late(self.desk, period=self.periods.period)
        self.office_acts.letters.chase_all([row.id for row in rows], str(told.period))

    def edit(self) -> None:
        """Correct the unit chosen: F2."""
        self.office_acts.edit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders from the file manager."""
        if _DROPPED.load()(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Show what the packages dropped would bring."""
        paths = _DROPPED.load()(event)
        if paths:
            event.acceptProposedAction()
            self.take_packages(paths)

    def _make_acts(self) -> None:
        self._take = self.add_act(
            "take", self.tr("Nhận gói"), self._begin_taking, icon_name="import", shortcut="Ctrl+N", is_main=True
        )
        self._send = self.add_act("send", self.tr("Gửi gói của đơn vị"), self.send_package, icon_name="export")
        self._chase = self.add_act("chase", self.tr("Nhắc các đơn vị chậm"), self.offer_chasing, icon_name="request")
        self._number = self.add_act(
            "number", self.tr("Ghi số văn bản nhắc…"), self.office_acts.letters.number_period, icon_name="check"
        )
        self._awaited = self.add_act("awaited", self.tr("Thêm đơn vị…"), self.offer_awaiting, icon_name="add")
        self._write = act(self, "write", self.tr("Lập văn bản nhắc…"), self.chase_late, icon_name="request")
        self._add = act(self, "add", self.tr("Thêm một đơn vị…"), self.add_office, icon_name="add")
        self._list = act(self, "list", self.tr("Nhập danh sách đơn vị…"), self.import_list, icon_name="import")
        self._clear = act(self, "clear", self.tr("Bỏ tìm và lọc"), self.clear_search, icon_name="undo")

    def _begin_taking(self) -> None:
        self.take_packages()

    def _said(self, answer: Opening) -> str:
        told = [f"{answer.counts[key]} {words.lower()}" for key, words in OFFICE_STATES.items() if answer.counts[key]]
        period = answer.asked.period.words
        due = self.tr(", hạn {:%d/%m/%Y}").format(answer.asked.due_on) if answer.asked.due_on else ""
        boxes = self.tr("{} hộp thư").format(answer.mailbox_count)
        return " · ".join([*told, f"{period[:1].upper()}{period[1:]}{due}", boxes])

    def _show_taken(self, changes: Changes) -> None:
        made = sorted(changes.ids.get("office", ()))
        if len(made) == 1:
            self.show_item(made[0])

    def _show_made(self, changes: Changes) -> None:
        (made,) = changes.ids["office"]
        self.show_item(made)


def _asked(desk: Desk, search: str, states: Any, period: str, _order: Order) -> Opening:
    return offices.opening(desk, search=search, states=states, period=period, first_count=PAGE)
