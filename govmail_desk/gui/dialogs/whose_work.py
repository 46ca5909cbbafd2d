"""Whose work Hôm nay shows: a line a unit and a person with what falls due for them, for the head who looks over all of it.

Here: `WhoseWorkDialog`; it writes nothing. The counts are `listings.whose_work`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal

from govmail_desk import wording
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.tables.columns import Column
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.short_table import ShortTable
from govmail_desk.listings.due_groups import EVERYONE, Scope
from govmail_desk.listings.whose_work import WhoseWork, by_person, by_unit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk

SIZE: Final = QSize(680, 0)


class WhoseWorkDialog(Dialog):
    """Choose whose."""

    wanted = Signal(object, str)
    """The `Scope` to look at, and its name."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(
            parent, title=self.tr("Việc theo đơn vị, theo người"), main_words=self.tr("Xem việc"), size=SIZE
        )
        self.units = self._table(by_unit(desk), self.tr("Theo đơn vị"))
        self.people = self._table(by_person(desk), self.tr("Theo người"))
        self.more_height = max(self.units.more_height, self.people.more_height)
        for heading, table in ((self.tr("Theo đơn vị"), self.units), (self.tr("Theo người"), self.people)):
            is_empty = table.rows.rowCount() == 0
            table.setVisible(not is_empty)
            said = self.tr("{}: không có việc nào đến hạn").format(heading) if is_empty else heading
            self.body.addWidget(WrappedLabel(said, "label", self.fields))
            self.body.addWidget(table, 1)
        self.body.addStretch(0)
        self.all_button = self.add_side_button(self.tr("Xem tất cả"), self._want_all)
        self.units.chosen.connect(self._take_unit)
        self.people.chosen.connect(self._take_person)
        for table in (self.units, self.people):
            table.opened.connect(partial(self._show_line, table))
        self._work: WhoseWork | None = None
        self.main_button.setEnabled(False)
        self._begin()

    def do(self) -> None:
        """Show the work of the one chosen."""
        if self._work is not None:
            scope = Scope(unit_id=self._work.id) if self._work.whose == "unit" else Scope(person_id=self._work.id)
            self.wanted.emit(scope, self._work.name)
            self.accept()

    def _begin(self) -> None:
        """Stand on the first line there is, so that the arrow keys choose and Enter shows."""
        table = next((table for table in (self.units, self.people) if table.rows.rowCount()), None)
        if table is not None:
            table.choose(table.rows.id_at(0))
            table.setFocus()

    def _show_line(self, table: ShortTable, work_id: int) -> None:
        """Show the work of the line that Enter or a double click opens, chosen before or not."""
        if table.choose(work_id):
            self.do()

    def _want_all(self) -> None:
        self.wanted.emit(EVERYONE, "")
        self.accept()

    def _take_unit(self) -> None:
        self._take(self.units, self.people)

    def _take_person(self) -> None:
        self._take(self.people, self.units)

    def _take(self, table: ShortTable, other: ShortTable) -> None:
        """Keep the line chosen; in the other table none is then."""
        if not table.chosen_ids:
            return
        other.clearSelection()
        held = table.rows.place_of(table.chosen_ids[0])
        self._work = None if held is None else table.rows.row_at(held)
        self.main_button.setEnabled(self._work is not None)

    def _table(self, works: list[WhoseWork], name: str) -> ShortTable:
        columns = [Column[WhoseWork](key="name", title=self.tr("Đơn vị, người"), width=30, text=_name, grows=True)]
        columns += [
            Column(
                key=state,
                title=wording.DUE_STATES[state],
                width=9,
                text=partial(_counted, state),
                is_right=True,
            )
            for state in ("overdue", "today", "upcoming")
        ]
        return ShortTable(RowsModel(columns, RowSource.of(works)), name=name, parent=self.fields)


def _name(work: WhoseWork) -> str:
    return work.name


def _counted(state: str, work: WhoseWork) -> str:
    return str(getattr(work, state))
