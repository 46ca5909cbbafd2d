"""A row of chips: kinds or states to choose from, each with its count; none chosen means all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from govmail_desk.gui.look.flow import FlowLayout
from govmail_desk.gui.look.marks import Mark, draw_mark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class ChipSpec:
    """One choice of the row."""

    key: str
    words: str
    mark: Mark | None = None


class Chip(QPushButton):
    """One choice, on or off."""

    def __init__(self, spec: ChipSpec, parent: QWidget) -> None:
        super().__init__(parent)
        self.spec = spec
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.show_count(None)
        if spec.mark is not None:
            draw_mark(self, spec.mark)

    def show_count(self, count: int | None) -> None:
        """Show how many there are; None shows none."""
        words = self.spec.words if count is None else f"{self.spec.words}  {count}"
        self.setAccessibleName(words)
        self.setText(f" {words}" if self.spec.mark is not None else words)


class ChipRow(QWidget):
    """Chips side by side."""

    chosen = Signal(object)
    """Other chips are on now: the tuple of their keys."""

    def __init__(self, specs: Sequence[ChipSpec], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.chips = {spec.key: Chip(spec, self) for spec in specs}
        layout = FlowLayout(self)
        for chip in self.chips.values():
            layout.addWidget(chip)
            chip.toggled.connect(self._tell)

    @property
    def chosen_keys(self) -> tuple[str, ...]:
        """The keys of the chips that are on, in the order of the row."""
        return tuple(key for key, chip in self.chips.items() if chip.isChecked())

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many there are of each."""
        for key, chip in self.chips.items():
            chip.show_count(counts.get(key, 0))

    def _tell(self) -> None:
        self.chosen.emit(self.chosen_keys)
