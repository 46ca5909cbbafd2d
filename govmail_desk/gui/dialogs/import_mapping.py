"""What each column of a sheet holds: its letter and heading, the meaning to choose, a few of its cells.

Here: `Mapping`. A column of passwords cannot be given a meaning: it is never read. Not here: which row holds the headings
(`gui.dialogs.import_columns`), how a meaning is told (`domain.heading`, `domain.table_columns`).
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from govmail_desk.domain.heading import NEVER_READ, Meaning
from govmail_desk.domain.privacy import masked
from govmail_desk.domain.sheet import CellKind, column_letters
from govmail_desk.gui.fields.fields import ChoiceField
from govmail_desk.gui.look.days import short_day
from govmail_desk.gui.look.elided import ElidedLabel
from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from govmail_desk.domain.sheet import Cell, Sheet

_SAMPLE_COUNT: Final = 3
_LETTERS_OF_A_MEANING: Final = 20
LIST_MEANINGS: Final = [(meaning, meaning.label) for meaning in Meaning if meaning not in NEVER_READ]
_UNREAD_WORDS: Final = {
    Meaning.PASSWORD: "Mật khẩu: không bao giờ đọc",
    Meaning.SENSITIVE: "Dữ liệu nhạy cảm: không bao giờ đọc",
}


class ReadColumns(Protocol):
    """How the columns of a sheet are read, of a list as of the operator's figures; both write meanings alike."""

    @property
    def header_row(self) -> int | None:
        """The row of the headings."""

    @property
    def headings(self) -> Mapping[int, str]:
        """What stands over each column."""

    @property
    def meanings(self) -> Mapping[int, Any]:
        """What each column holds."""


class MeaningField(ChoiceField):
    """What one column holds, to choose."""

    said = Signal(int, object)
    """The column, and what it holds."""

    def __init__(self, column: int, offered: Sequence[tuple[object, str]], parent: QWidget | None = None) -> None:
        super().__init__(offered, parent)
        self._column = column
        self.setMinimumContentsLength(_LETTERS_OF_A_MEANING)
        self.picked.connect(self._say)

    def _say(self, meaning: object) -> None:
        self.said.emit(self._column, meaning)


class MappingGrid(QWidget):
    """The columns of one sheet under each other."""

    meaning_picked = Signal(int, object)
    """A column holds something else: which, and what."""

    def __init__(
        self, parent: QWidget | None = None, *, offered: Sequence[tuple[object, str]] = tuple(LIST_MEANINGS)
    ) -> None:
        super().__init__(parent)
        self._offered = offered
        self.choices: dict[int, ChoiceField] = {}
        self._told: tuple[object, ...] = ()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.USUAL)
        self._grid.setVerticalSpacing(Space.TIGHT)
        self._grid.setColumnStretch(2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._grid)

    def show_sheet(self, sheet: Sheet, columns: ReadColumns, sampled: Sequence[int]) -> None:
        """Show the columns of a sheet, with cells of the rows to sample from.

        The same columns only change their choices, so that the keyboard stays where it is.
        """
        told = (sheet.name, columns.header_row, tuple(columns.headings.items()), tuple(sorted(columns.meanings)))
        if told != self._told:
            self._told = told
            self._build(sheet, columns, sampled)
        for column, choice in self.choices.items():
            choice.choose(columns.meanings.get(column, Meaning.IGNORED))

    def _build(self, sheet: Sheet, columns: ReadColumns, sampled: Sequence[int]) -> None:
        self._clear()
        for place, words in enumerate((self.tr("Cột trong tệp"), self.tr("Là"), self.tr("Vài ô đầu"))):
            self._put(_label(words, "small", self), 0, place)
        for row, column in enumerate(sorted(columns.meanings), start=1):
            heading = columns.headings.get(column, "")
            letters = column_letters(column)
            named = ElidedLabel(
                f"{letters}  {heading}" if heading else self.tr("{}  (không có tiêu đề)").format(letters), self
            )
            self._put(named, row, 0)
            self._put(self._choice_or_word(column, heading, columns), row, 1)
            if columns.meanings[column] not in NEVER_READ:
                is_covered = columns.meanings[column] == Meaning.ID_NUMBER
                self._put(ElidedLabel(_samples(sheet, sampled, column, is_covered=is_covered), self), row, 2)

    def _choice_or_word(self, column: int, heading: str, columns: ReadColumns) -> QWidget:
        if columns.meanings[column] in NEVER_READ:
            return _label(_UNREAD_WORDS[columns.meanings[column]], "bad", self)
        choice = MeaningField(column, self._offered, self)
        choice.setAccessibleName(self.tr("Cột {} {} là").format(column_letters(column), heading))
        choice.said.connect(self.meaning_picked)
        self.choices[column] = choice
        return choice

    def _put(self, part: QWidget, row: int, column: int) -> None:
        self._grid.addWidget(part, row, column)

    def _clear(self) -> None:
        self.choices = {}
        while self._grid.count():
            item = self._grid.takeAt(0)
            part = item.widget() if item is not None else None
            if part is not None:
                part.hide()
                part.deleteLater()


def _samples(sheet: Sheet, sampled: Sequence[int], column: int, *, is_covered: bool) -> str:
    """Return the first few filled cells of a column, a date as it is read on screen, an identity number covered."""
    found: Iterator[str] = filter(None, dict.fromkeys(_shown(sheet.rows[row - 1].cell(column)) for row in sampled))
    if is_covered:
        found = map(masked, found)
    return " · ".join(islice(found, _SAMPLE_COUNT))


def _shown(cell: Cell) -> str:
    return short_day(cell.text[: len("2026-11-22")]) if cell.kind is CellKind.DATE else cell.text


def _label(words: str, tone: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("tone", tone)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return label
