"""The table the wizard chooses from: a box before each name, the proposed address and its article beside those chosen.

Here: `TickModel`, `SeekerTicks` (those who need a mailbox), `TickTable`. Space ticks the chosen rows, a click on the box one. Which rows
there are: `gui.dialogs.request_seekers`; mailboxes of the register: `gui.dialogs.request_about`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from govmail_desk.gui.look.marks import Mark
from govmail_desk.gui.look.theme import theme_in_use
from govmail_desk.gui.steps import settings_near
from govmail_desk.gui.tables.columns import Column
from govmail_desk.gui.tables.rows_model import RowsModel
from govmail_desk.gui.tables.table import Table
from govmail_desk.listings.seekers import SeekerRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QObject, QRect
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from govmail_desk.operations.sought import Sought

Index = QModelIndex | QPersistentModelIndex

REFUSED: Final = Mark("triangle", "bad")
LOOK: Final = Mark("triangle", "waiting")
_RULED: Final = Mark("disc", "good")
_OURS: Final = Mark("ring", "note")
_NAME: Final = 0
_TICK: Final = ((0.24, 0.54), (0.42, 0.72), (0.77, 0.3))
"""The corners of a tick, in parts of the box's side."""
_OF_THE_BOX: Final = (Qt.ItemDataRole.CheckStateRole, Qt.ItemDataRole.AccessibleTextRole)


class TickModel(RowsModel[SeekerRow]):
    """Rows with a box each; what is ticked is kept by number, in the order of ticking, whatever is searched for."""

    ticked_changed = Signal()

    def __init__(self, sought: Callable[[int], Any], parent: QObject | None = None) -> None:
        self._sought = sought
        self.ticked: dict[int, None] = {}
        super().__init__(self.made_columns(), parent=parent)

    def made_columns(self) -> list[Column[SeekerRow]]:
        """Make the columns; the first one has the box."""
        raise NotImplementedError

    def planned(self, row: SeekerRow) -> Any:
        """Return what is planned for a row; None where it is not ticked, or the plan is on its way."""
        return self._sought(row.id) if row.id in self.ticked else None

    def tick(self, ids: Iterable[int], *, is_ticked: bool) -> None:
        """Tick these, or take their ticks away."""
        before = set(self.ticked)
        for one in ids:
            if is_ticked:
                self.ticked.setdefault(one)
            else:
                self.ticked.pop(one, None)
        if set(self.ticked) != before:
            self.redraw()
            self.ticked_changed.emit()

    def redraw(self) -> None:
        """Draw every row anew: other addresses are proposed."""
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(self.columns) - 1))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Answer with the box too; a screen reader hears whether it is ticked."""
        if index.column() != _NAME or role not in _OF_THE_BOX or not index.isValid():
            return super().data(index, role)
        is_ticked = self.id_at(index.row()) in self.ticked
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        said = self.tr("đã đánh dấu") if is_ticked else self.tr("chưa đánh dấu")
        return f"{super().data(index, role)}, {said}"

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick by a click on the box."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick([self.id_at(index.row())], is_ticked=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A box stands before the name."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == _NAME else flags


class SeekerTicks(TickModel):
    """Those who need a mailbox, with the address that will be asked for."""

    def made_columns(self) -> list[Column[SeekerRow]]:
        """Show the address asked for and what it rests on."""
        return [
            Column(key="name", title=self.tr("Họ và tên, đơn vị"), width=22, text=lambda row: row.name),
            Column(key="address", title=self.tr("Địa chỉ đề nghị"), width=29, text=self._address),
            Column(key="why", title=self.tr("Căn cứ"), width=16, text=self._why, mark=self._mark, tip=self._whole_why),
            Column(key="unit", title=self.tr("Chức vụ, nơi làm việc"), width=20, text=_place, grows=True),
        ]

    def _address(self, row: SeekerRow) -> str:
        found: Sought | None = self.planned(row)
        return found.address if found else row.address

    def _why(self, row: SeekerRow) -> str:
        found: Sought | None = self.planned(row)
        if found is None:
            return ""
        if found.refusal:
            return self.tr("chưa được")
        cite = cite_of(found)
        return self.tr("cần xem · {}").format(cite) if found.remarks else cite

    def _whole_why(self, row: SeekerRow) -> str:
        found: Sought | None = self.planned(row)
        return "\n".join([found.refusal or cite_of(found), *found.remarks]) if found else ""

    def _mark(self, row: SeekerRow) -> Mark | None:
        found: Sought | None = self.planned(row)
        if found is None:
            return None
        if found.refusal:
            return REFUSED
        if found.remarks:
            return LOOK
        return _RULED if any(one.cite and one.address == found.address for one in found.candidates) else _OURS


class TickBox(QStyledItemDelegate):
    """Draws the box before a name in the colours of the look, which the style itself does not know in the dark."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell, and the box over the style's own."""
        super().paint(painter, option, index)
        seen = QStyleOptionViewItem(option)
        self.initStyleOption(seen, index)
        style = self._table.style()
        box = style.subElementRect(style.SubElement.SE_ItemViewItemCheckIndicator, seen, self._table)
        _draw_box(painter, box, is_ticked=index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked)


class TickTable(Table):
    """The table over it."""

    rows: TickModel

    def __init__(self, model: TickModel, *, name: str, parent: QWidget) -> None:
        super().__init__(model, name=name, settings=settings_near(parent), parent=parent)
        self.remember_as("request-whom")
        self.setItemDelegateForColumn(_NAME, TickBox(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks all chosen rows, or takes their ticks away where all have one."""
        if event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)
            return
        chosen = self.chosen_ids
        self.rows.tick(chosen, is_ticked=not all(one in self.rows.ticked for one in chosen))


def _draw_box(painter: QPainter, box: QRect, *, is_ticked: bool) -> None:
    theme = theme_in_use()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.colour("accent" if is_ticked else "edge"))
    painter.setBrush(theme.colour("accent" if is_ticked else "ground"))
    inside = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(inside, 3, 3)
    if is_ticked:
        painter.setPen(QPen(theme.colour("accent_ink"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        left, top, side = inside.left(), inside.top(), inside.width()
        painter.drawPolyline([QPointF(left + side * x, top + side * y) for x, y in _TICK])
    painter.restore()


def cite_of(row: Sought) -> str:
    """Say what the address of a row rests on, in as few words as fit a column."""
    candidate = next((one for one in row.candidates if one.address == row.address), None)
    if candidate is None:
        return "tự đặt"
    return candidate.cite or "gợi ý"


def _place(row: SeekerRow) -> str:
    return " · ".join(filter(None, (row.post, row.unit)))
