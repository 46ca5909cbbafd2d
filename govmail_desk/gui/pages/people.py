"""The page Người và đơn vị: the tree of units at the left, their people with mailbox and state, one of them all at the right.

Here: `PeoplePage`. Rows come from `listings.people` and `listings.units`, acts are dialogs of `gui.dialogs`.
Not here: the tree and the line in its place (`gui.parts.unit_place`), the acts on whom or what is chosen (`gui.parts.people_acts`),
mailboxes (`gui.pages.mailboxes`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from govmail_desk.gui.late import Late
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.lookup_page import LookupPage
from govmail_desk.gui.panes.person import PeoplePane
from govmail_desk.gui.parts.people_acts import PeopleActs
from govmail_desk.gui.parts.unit_place import UnitPlace
from govmail_desk.gui.rules.mailbox_rules import rules_of_kind
from govmail_desk.gui.tables.people_columns import LEFT, PEOPLE_CHIPS, WITHOUT, people_columns
from govmail_desk.gui.tables.rows_model import PAGE
from govmail_desk.gui.tables.unit_tree import below
from govmail_desk.listings import custody_facts, people, units
from govmail_desk.listings.people import Around, Opening, PersonFilter, PersonRow

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.gui.tables.columns import Order
    from govmail_desk.listings.people import PersonPane
    from govmail_desk.listings.units import UnitPane, UnitRow

_REQUEST: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.request_wizard:RequestWizard")
_PERSON: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.person:PersonDialog")
_UNIT: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.unit:UnitDialog")


class PeoplePage(LookupPage[PersonRow]):
    """Units and their people."""

    reads = frozenset({
        "person", "personnel_change", "unit", "unit_name", "mailbox", "custody", "custody_paper",
        "handover", "handover_item", "signed_copy", "regulation_text", "choice",
    })  # fmt: skip
    help_topic = "people"

    def __init__(self, parent: QWidget | None = None) -> None:
        pane = PeoplePane()
        self.unit_place = UnitPlace()
        self.tree = self.unit_place.tree
        super().__init__(
            columns=people_columns(),
            name="Người",
            search_words="Tìm tên, chức vụ, đơn vị",
            chips=PEOPLE_CHIPS,
            icon_name="people",
            kept_as="people",
            pane=pane,
            parent=parent,
        )
        self.shown = pane
        self._units: tuple[UnitRow, ...] = ()
        self._around: Around | None = None
        self._person: PersonPane | None = None
        self._unit: UnitPane | None = None
        self._make_acts()
        self.add_beside_search(self.unit_place)
        self.tree.chosen.connect(self._follow_tree)
        self.unit_place.see_asked.connect(self._see)
        self.tree.itemClicked.connect(self._back_to_unit)
        self.shown.asked_for.connect(self.go_to)
        self.shown.charge_asked.connect(self.people_acts.unit.custody.do)
        self.people_acts.unit.custody.asked_for.connect(self.go_to)

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        super().open_desk(desk)
        self.people_acts.open_desk(desk)

    # what is listed

    def listed(self) -> QWidget:
        """The tree and the table side by side."""
        return self.unit_place.beside(self.view, self)

    def reload(self, changes: Changes | None) -> None:
        """Show units and people as they stand now; a search in between counts nothing anew."""
        self._around = None
        self.people_acts.about.take_changes(changes)
        super().reload(changes)

    def question(self) -> Callable[[Order], Opening]:
        """Ask for the people searched for in the unit chosen and all under it."""
        return partial(_asked, self.desk, self._wanted(), self._around is None)

    def lines(self, ids: Sequence[int]) -> Sequence[PersonRow]:
        """Return the rows of these people."""
        return people.page(self.desk, ids)

    def take_answer(self, answer: Opening) -> None:
        """Show the units, say how many people there are, and what to do where there are none."""
        if answer.around is not None:
            self._around = answer.around
            self._show_units(answer.around.units)
            self.chips.chips[WITHOUT].show_count(answer.around.without_mailbox_count)
        working = sum(row.people_count for row in self._units)
        if self.is_searching or self.tree.chosen_id is not None:
            self.set_subtitle(self.tr("Đang xem {} trong {} người").format(len(answer.ids), working))
        else:
            self.set_subtitle(self.tr("{} người trong {} đơn vị").format(working, len(self._units)))
        self._say_empty(has_any=bool(working))

    def show_item(self, item_id: int) -> None:
        """Choose one unit or one person, also where the search or another unit hid them."""
        if any(row.id == item_id for row in self._units):
            self.table.clearSelection()
            self.tree.choose(item_id)
        elif not self.table.choose(item_id):
            self.clear_search()
            self.tree.choose(None)
            if not self.table.choose(item_id):
                self.chips.chips[LEFT].setChecked(True)
                self.table.choose(item_id)
        self.settle()

    def _wanted(self) -> PersonFilter:
        chosen, unit_id = self.filters, self.tree.chosen_id
        return PersonFilter(
            search=self.search.text(),
            unit_ids=below(self._units, unit_id) if unit_id is not None else (),
            without_mailbox=WITHOUT in chosen,
            shows_left=LEFT in chosen,
        )

    def _show_units(self, rows: tuple[UnitRow, ...]) -> None:
        self._units = rows
        self.unit_place.show_units(rows)

    def _say_empty(self, *, has_any: bool) -> None:
        if has_any and self.filters == (WITHOUT,) and not self.search.text():
            self.view.empty.say(self.tr("Ai cũng đã có hộp thư"), "", (self._clear,), icon_name="done")
        elif has_any and (self.is_searching or self.tree.chosen_id is not None):
            words = self.tr("Thử gõ ít chữ hơn, chọn đơn vị khác, hoặc bỏ bớt ô lọc.")
            self.view.empty.say(self.tr("Không có ai khớp"), words, (self._clear, self._add_person), icon_name="search")
        else:
            words = self.tr("Nhập danh sách Excel ở trang Hộp thư, hoặc thêm từng người ở đây.")
            self.view.empty.say(self.tr("Chưa có ai trong sổ"), words, (self._add_person,), icon_name="people")

    # the one chosen

    @property
    def has_something_to_show(self) -> bool:
        """A unit chosen in the tree is shown as well as people are."""
        return bool(self.table.chosen_ids) or self.tree.chosen_id is not None

    def show_chosen(self, ids: Sequence[int]) -> None:
        """Show the person chosen, or how many are, or else the unit."""
        unit_id = self.tree.chosen_id
        self._person = people.pane(self.desk, ids[0]) if len(ids) == 1 else None
        self._unit = units.pane(self.desk, unit_id) if unit_id is not None and not ids else None
        self._tell_acts(ids)
        asking = self.people_acts.first_mailbox
        if self._person is not None:
            self.shown.show_person(self._person, self.regulation, asking.barred_by)
        elif ids:
            self.shown.show_many(len(ids), asking.wanting_count, self.regulation, asking.rule)
        elif self._unit is not None:
            rules = rules_of_kind(self.regulation, "unit", self.desk.today())
            custody = custody_facts.of_unit(self.desk, self._unit.row.id)
            self.shown.show_unit(self._unit, self.regulation, rules, custody)
        else:
            self.shown.show_nothing()
        self.shown.offer(self.people_acts.at_foot, self.people_acts.main)

    def _tell_acts(self, ids: Sequence[int]) -> None:
        if not ids:
            self.people_acts.show_unit(self._unit)
            return
        places = (self.table.rows.place_of(person_id) for person_id in ids[:PAGE])
        rows = (self.table.rows.row_at(place) for place in places if place is not None)
        self.people_acts.show_people(
            ids,
            [row for row in rows if row is not None],
            one=self._person,
            unit_count=len(self._units),
            regulation=self.regulation,
        )

    def _follow_tree(self) -> None:
        self.table.clearSelection()
        self._around = None
        self.lookup.ask_now()

    # acts

    def request_mailboxes(self) -> None:
        """Begin a request for the people chosen; whom it is for is asked there where nobody is."""
        _REQUEST.load()(self, self.desk, people_ids=self.table.chosen_ids).open()

    def add_person(self) -> None:
        """Add someone, first to the unit chosen."""
        self._open_adding(_PERSON.load()(self, self.desk, unit_id=self.tree.chosen_id))

    def edit(self) -> None:
        """Correct the person shown, or the unit shown."""
        self.settle()
        if self._person is not None:
            _PERSON.load()(self, self.desk, person=self._person.person).open()
        else:
            self.people_acts.unit.edit()

    def add_unit(self) -> None:
        """Add a unit, first under the one chosen."""
        self._open_adding(_UNIT.load()(self, self.desk, parent_id=self.tree.chosen_id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the tree give way to a line in a narrow window."""
        super().resizeEvent(event)
        self.unit_place.fit(self)

    def _see(self) -> None:
        self.table.clearSelection()
        self._open_row()

    def _back_to_unit(self) -> None:
        self.table.clearSelection()

    def _open_adding(self, dialog: Any) -> None:
        dialog.made.connect(self._show_made)
        dialog.open()

    def _show_made(self, changes: Changes) -> None:
        made = changes.ids.get("person") or changes.ids["unit"]
        self.show_item(next(iter(made)))
        self.people_acts.personnel.offer_mailbox(changes)

    def _clear_all(self) -> None:
        self.tree.choose(None)
        self.clear_search()

    def _make_acts(self) -> None:
        self._add_unit = self.add_act("add_unit", self.tr("Thêm đơn vị"), self.add_unit, icon_name="unit")
        self._add_person = self.add_act(
            "add_person", self.tr("Thêm người"), self.add_person, icon_name="person", shortcut="Ctrl+N"
        )
        self.add_act(
            "request",
            self.tr("Đề nghị cấp hộp thư"),
            self.request_mailboxes,
            icon_name="request",
            shortcut="Ctrl+L",
            is_main=True,
        )
        self._clear = act(self, "clear", self.tr("Bỏ tìm và lọc"), self._clear_all, icon_name="undo")
        self.people_acts = PeopleActs(self, request=self.request_mailboxes, edit=self.edit, settle=self.settle)
        self.row_acts = self.people_acts.of_row


def _asked(desk: Desk, wanted: PersonFilter, with_around: bool, order: Order) -> Opening:
    sort: Any = order.by or "name"
    down = order.is_descending
    return people.opening(desk, wanted, sort=sort, descending=down, first_count=PAGE, with_around=with_around)
