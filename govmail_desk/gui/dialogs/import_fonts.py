"""Columns that seem typed in a TCVN3 or VNI font: each cell before and after side by side, and whether the column is converted.

Here: `FontCards`, `FontCard`. Nothing is converted that was not seen and ticked here. How such columns are known is
`domain.legacy_fonts`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from govmail_desk.gui.fields.typed import not_an_input
from govmail_desk.gui.look.marks import OUTCOME_MARKS
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.warning_lines import Rebuilt
from govmail_desk.gui.tables.columns import Column, Order
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.domain.legacy_fonts import CellProposal
    from govmail_desk.gui.look.marks import Mark
    from govmail_desk.operations.intake_plan import ColumnPlace, Conversion

_MOST_LINES: Final = 5


@dataclass(frozen=True, slots=True)
class FontLine:
    """One cell before and after."""

    id: int
    """The row of the sheet."""
    cell: CellProposal


class FontCards(Rebuilt):
    """All columns of a sheet that seem typed so."""

    ticked = Signal(object, bool)
    """Columns are to be converted, or not: the places of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[FontCard] = []
        self.all_button: QPushButton | None = None
        self._places: set[ColumnPlace] = set()
        self._shown: list[object] = []

    def show_conversions(self, conversions: Sequence[Conversion]) -> None:
        """Show these; the same ones only change their ticks."""
        shown: list[object] = [(conversion.place, conversion.proposal) for conversion in conversions]
        if shown != self._shown:
            self._shown = shown
            self._build(conversions)
        for card, conversion in zip(self.cards, conversions, strict=True):
            card.show_accepted(is_accepted=conversion.is_accepted)
        if self.all_button is not None:
            left = sum(not one.is_accepted and not one.proposal.refusal for one in conversions)
            self.all_button.setVisible(left > 1)
        self.setVisible(bool(conversions))

    def _build(self, conversions: Sequence[Conversion]) -> None:
        content, rows = self.fresh()
        rows.setSpacing(Space.NEAR)
        title = QLabel(self.tr("Cột gõ bằng phông chữ cũ"), content)
        title.setProperty("tone", "heading")
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        self._places = {conversion.place for conversion in conversions if not conversion.proposal.refusal}
        self.all_button = self._all_button(content)
        head.addWidget(self.all_button)
        rows.addLayout(head)
        self.cards = [FontCard(conversion, content) for conversion in conversions]
        for card in self.cards:
            card.ticked.connect(self._tell)
            rows.addWidget(card)

    def _all_button(self, content: QWidget) -> QPushButton:
        button = QPushButton(self.tr("Đã xem, chuyển mã cả {} cột").format(len(self._places)), content)
        button.setAutoDefault(False)
        button.setAccessibleName(button.text())
        button.clicked.connect(self._tick_all)
        return button

    def _tick_all(self) -> None:
        self.ticked.emit(self._places, True)

    def _tell(self, place: object, is_ticked: bool) -> None:
        self.ticked.emit({place}, is_ticked)


class FontCard(QFrame):
    """One column."""

    ticked = Signal(object, bool)

    def __init__(self, conversion: Conversion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quietCard")
        self._place = conversion.place
        proposal = conversion.proposal
        where = conversion.heading or self.tr("Tên các nhóm")
        said = self.tr("{}: như gõ bằng phông {}. {}").format(where, proposal.encoding, proposal.why)
        doubts = sum(bool(cell.doubt) for cell in proposal.cells)
        self.box = QCheckBox(self.tr("Chuyển mã cột này sang Unicode"), self)
        self.box.setEnabled(not proposal.refusal)
        not_an_input(self.box)
        self.box.clicked.connect(self._tell)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.USUAL, Space.NEAR, Space.USUAL, Space.USUAL)
        rows.setSpacing(Space.TIGHT)
        rows.addWidget(_words(said, "label", self))
        if proposal.refusal or doubts:
            rows.addWidget(_words(proposal.refusal or self.tr("{} ô cần xem kỹ.").format(doubts), "small", self))
        self.table = self._made_table(conversion)
        rows.addWidget(self.table)
        rows.addWidget(self.box)

    def show_accepted(self, *, is_accepted: bool) -> None:
        """Show whether the column is converted."""
        self.box.setChecked(is_accepted)
        self.table.setVisible(not is_accepted)

    def _made_table(self, conversion: Conversion) -> Table:
        lines = {row: FontLine(row, cell) for row, cell in zip(conversion.rows, conversion.proposal.cells, strict=True)}
        columns = [
            Column[FontLine](key="row", title=self.tr("Dòng"), width=6, text=_row, is_right=True),
            Column[FontLine](key="before", title=self.tr("Trong tệp"), width=24, text=_before),
            Column[FontLine](key="after", title=self.tr("Sau khi chuyển mã"), width=24, text=_after),
            Column[FontLine](key="doubt", title=self.tr("Cần xem"), width=20, text=_doubt, mark=_mark, grows=True),
        ]

        def ids(_order: Order) -> list[int]:
            return sorted(lines, key=lambda row: (not lines[row].cell.doubt, row))

        source = RowSource(ids, lambda wanted: [lines[row] for row in wanted])
        table = Table(RowsModel(columns, source), name=self.tr("Trước và sau khi chuyển mã"), parent=self)
        shown = min(len(lines), _MOST_LINES) + 1.5
        table.setFixedHeight(int(table.verticalHeader().defaultSectionSize() * shown))
        return table

    def _tell(self) -> None:
        self.ticked.emit(self._place, self.box.isChecked())


def _row(line: FontLine) -> str:
    return str(line.id)


def _before(line: FontLine) -> str:
    return line.cell.before


def _after(line: FontLine) -> str:
    return line.cell.after


def _doubt(line: FontLine) -> str:
    return line.cell.doubt


def _mark(line: FontLine) -> Mark | None:
    return OUTCOME_MARKS["doubtful"] if line.cell.doubt else None


def _words(words: str, tone: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("tone", tone)
    label.setWordWrap(True)
    return label
