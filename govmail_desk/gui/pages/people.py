"""The page Người và đơn vị: the tree of units at the left, their people with mailbox and state, one of them all at the right.

Here: `PeoplePage`. Rows come from `listings.people` and `listings.units`, acts are dialogs of `gui.dialogs`.
Not here: the acts on a unit (`gui.parts.unit_acts`), mailboxes (`gui.pages.mailboxes`), the request for those who have none (a wizard).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QToolButton, QWidget

from govmail_desk.domain.personal_post import PersonalPosts
from govmail_desk.domain.regulation import ADDRESS_PERSONAL_ONLY_FOR
from govmail_desk.gui.fields.fields import ChoiceField
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.look.icons import draw_icon
from govmail_desk.gui.lookup_page import LookupPage
from govmail_desk.gui.panes.person import PeoplePane
from govmail_desk.gui.parts.about_acts import AboutActs
from govmail_desk.gui.parts.batch_act import BatchAct
from govmail_desk.gui.parts.personnel_acts import PersonnelActs
from govmail_desk.gui.parts.unit_acts import UnitActs
from govmail_desk.gui.rules.mailbox_rules import rules_of_kind
from govmail_desk.gui.tables.people_columns import LEFT, PEOPLE_CHIPS, WITHOUT, people_columns
from govmail_desk.gui.tables.rows_model import PAGE
from govmail_desk.gui.tables.unit_tree import UnitTree, below, unit_choices
from govmail_desk.listings import mailboxes, people, units
from govmail_desk.listings.people import Around, Opening, PersonFilter, PersonRow

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QResizeEvent

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.provision import Provision
    from govmail_desk.gui.tables.columns import Order
    from govmail_desk.listings.people import PersonPane
    from govmail_desk.listings.units import UnitPane, UnitRow

_REQUEST: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.request_wizard:RequestWizard")
_PERSON: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.person:PersonDialog")
_UNIT: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.unit:UnitDialog")

_LETTERS_OF_TREE: Final = 34
_LETTERS_FOR_TREE: Final = 100
"""Below so many letters of width the tree gives way to a line to choose the unit in."""


class PeoplePage(LookupPage[PersonRow]):
    """Units and their people."""

    reads = frozenset({
        "person",
        "personnel_change",
        "unit",
        "unit_name",
        "mailbox",
        "custody",
        "regulation_text",
        "choice",
    })
    help_topic = "people"

    def __init__(self, parent: QWidget | None = None) -> None:
        pane = PeoplePane()
        self.tree = UnitTree()
        self.unit_line = ChoiceField()
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
        self._unit_place = self._made_unit_place()
        self.add_beside_search(self._unit_place)
        self.unit_line.picked.connect(self.tree.choose)
        self.tree.chosen.connect(self._follow_tree)
        self.tree.opened.connect(self._see)
        self.tree.itemClicked.connect(self._back_to_unit)
        self.shown.asked_for.connect(self.go_to)
        self.shown.custody_ended.connect(self.unit_acts.end_custody)

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        super().open_desk(desk)
        self.unit_acts.open_desk(desk)
        self.about_acts.open_desk(desk)
        self.personnel_acts.open_desk(desk)
        self.batch_act.open_desk(desk)

    # what is listed

    def listed(self) -> QWidget:
        """The tree and the table side by side."""
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.setChildrenCollapsible(False)
        both.addWidget(self.tree)
        both.addWidget(self.view)
        both.setStretchFactor(1, 1)
        both.setFocusProxy(self.view)
        self.tree.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_OF_TREE // 2)
        both.setSizes([self.fontMetrics().averageCharWidth() * _LETTERS_OF_TREE, self.width()])
        return both

    def reload(self, changes: Changes | None) -> None:
        """Show units and people as they stand now; a search in between counts nothing anew."""
        self._around = None
        self.about_acts.take_changes(changes)
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
            self._choose_unit(item_id)
        elif not self.table.choose(item_id):
            self.clear_search()
            self.tree.choose(None)
            if not self.table.choose(item_id):
                self.chips.chips[LEFT].setChecked(True)
                self.table.choose(item_id)
        self.settle()

    def _choose_unit(self, unit_id: int) -> None:
        self.table.clearSelection()
        self.tree.choose(unit_id)

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
        self.tree.show_units(rows)
        self.unit_line.offer([(None, self.tr("Tất cả đơn vị")), *unit_choices(rows, keeping=self.tree.chosen_id)])
        self.unit_line.choose(self.tree.chosen_id)

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
        self._allow(ids)
        if self._person is not None:
            self.shown.show_person(self._person, self.regulation, self._barred_by())
        elif ids:
            self.shown.show_many(len(ids), len(self._without_mailbox(ids)), self.regulation, self._posts().rule)
        elif self._unit is not None:
            rules = rules_of_kind(self.regulation, "unit", self.desk.today())
            self.shown.show_unit(self._unit, self.regulation, rules)
        else:
            self.shown.show_nothing()
        self.shown.offer([offered for offered in self._pane_acts if offered.isVisible()], self._main_of_pane())

    def _without_mailbox(self, ids: Sequence[int]) -> list[PersonRow]:
        """Find those of the first chosen who may have a mailbox and have none."""
        shown = (self.table.rows.place_of(person_id) for person_id in ids[:PAGE])
        rows = [self.table.rows.row_at(place) for place in shown if place is not None]
        posts = self._posts()
        return [
            row
            for row in rows
            if row is not None and not row.address and not row.has_left and posts.admits(row.post, row.unit)
        ]

    def _allow_asking(self, ids: Sequence[int]) -> None:
        """Let those without a mailbox be asked for, also unit by unit; of a great choice the plan says who has one."""
        wanting = self._without_mailbox(ids) if 1 < len(ids) <= PAGE else []
        if len(ids) > PAGE:
            self.batch_act.show_subjects(ids, unit_count=len(self._units))
        else:
            self.batch_act.show_subjects([row.id for row in wanting], unit_count=len({row.unit_id for row in wanting}))
        may_be_asked_for = self._lacks_mailbox and self._barred_by() is None
        self._ask.setVisible(len(ids) > PAGE or bool(wanting) or may_be_asked_for)

    def _posts(self) -> PersonalPosts:
        return PersonalPosts(self.regulation.find(ADDRESS_PERSONAL_ONLY_FOR, self.desk.today()))

    @property
    def _lacks_mailbox(self) -> bool:
        """True where one person who works here is shown, with no mailbox."""
        shown = self._person
        return shown is not None and shown.person.left_on is None and not shown.holds_mailbox

    def _barred_by(self) -> Provision[tuple[str, ...]] | None:
        """Return the rule by which the person shown gets no mailbox of their own."""
        if self._person is None or not self._lacks_mailbox:
            return None
        posts = self._posts()
        return None if posts.admits(self._person.person.post, self._person.unit) else posts.rule

    def _allow(self, ids: Sequence[int]) -> None:
        person, unit = self._person, self._unit
        self._edit.setVisible(person is not None or unit is not None)
        self.personnel_acts.show_people(ids)
        self._allow_asking(ids)
        held = mailboxes.held_by(self.desk, ids) if 0 < len(ids) <= PAGE else {}
        self.about_acts.show_mailboxes(list(held), frozenset(held.values()))
        self.unit_acts.show_unit(unit)

    def _main_of_pane(self) -> QAction | None:
        return next((offered for offered in (self._ask, self.unit_acts.ask) if offered.isVisible()), None)

    def _follow_tree(self, unit_id: int | None) -> None:
        self.unit_line.choose(unit_id)
        self.table.clearSelection()
        self._around = None
        self.lookup.ask_now()

    # acts on people

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
            self.unit_acts.edit()

    # acts on units

    def add_unit(self) -> None:
        """Add a unit, first under the one chosen."""
        self._open_adding(_UNIT.load()(self, self.desk, parent_id=self.tree.chosen_id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the tree give way to a line in a narrow window."""
        super().resizeEvent(event)
        is_narrow = self.width() < self.fontMetrics().averageCharWidth() * _LETTERS_FOR_TREE
        self.tree.setVisible(not is_narrow)
        self._unit_place.setVisible(is_narrow)

    def _made_unit_place(self) -> QWidget:
        """Make what stands for the tree where it has no room."""
        place = QWidget(self)
        self.unit_line.setAccessibleName(self.tr("Đơn vị"))
        line = QHBoxLayout(place)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.unit_line, 1)
        line.addWidget(self._made_see_button(place))
        return place

    def _made_see_button(self, place: QWidget) -> QToolButton:
        button = QToolButton(place)
        draw_icon(button, "info")
        button.setToolTip(self.tr("Xem đơn vị đang chọn"))
        button.setAccessibleName(button.toolTip())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._see)
        return button

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
        self.personnel_acts.offer_mailbox(changes)

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
        self._ask = act(self, "ask", self.tr("Đề nghị cấp hộp thư"), self.request_mailboxes, icon_name="request")
        self._edit = act(self, "edit", self.tr("Sửa"), self.edit, icon_name="edit", shortcut="F2")
        self.personnel_acts = PersonnelActs(self, settle=self.settle)
        self.batch_act = BatchAct(self, kinds=("create",), settle=self.settle)
        self._clear = act(self, "clear", self.tr("Bỏ tìm và lọc"), self._clear_all, icon_name="undo")
        self.about_acts = AboutActs(self, words=self.tr("Đề nghị…"))
        self.row_acts = (
            self._ask,
            self.batch_act.offered,
            *self.about_acts.kinds.values(),
            self.personnel_acts.change,
            self._edit,
        )
        self.unit_acts = UnitActs(self)
        self._pane_acts = (
            self._ask,
            self.batch_act.offered,
            self.personnel_acts.change,
            self.about_acts.more,
            self._edit,
            *self.unit_acts.acts,
        )
        self._allow(())


def _asked(desk: Desk, wanted: PersonFilter, with_around: bool, order: Order) -> Opening:
    sort: Any = order.by or "name"
    down = order.is_descending
    return people.opening(desk, wanted, sort=sort, descending=down, first_count=PAGE, with_around=with_around)
