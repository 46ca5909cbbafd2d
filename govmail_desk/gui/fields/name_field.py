"""A full name as it is typed, with what the program reads as họ, đệm and tên, and a way to mark the word that is the tên.

Here: `NameField`. The reading itself is `domain.person_name`; a mark is kept with the person, since addresses and lists follow it.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QWidget

from govmail_desk.domain.person_name import PersonName, read_name
from govmail_desk.gui.fields.compound_field import CompoundField
from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.look.chips import Chip, ChipSpec
from govmail_desk.gui.look.flow import FlowLayout

_UNTOLD: Final = frozenset({"case", "empty", "order"})


class NameField(CompoundField):
    """One line for a name, its words as marks under it, its reading under those."""

    read = Signal()
    """The name is read in another way now."""

    def __init__(self, text: str = "", given_word: int | None = None) -> None:
        super().__init__(TextField(text))
        self._marked = given_word
        self._words: list[str] = []
        self._place = QWidget(self)
        self._flow = FlowLayout(self._place)
        self._group = QButtonGroup(self)
        self._reading = QLabel(self)
        self._reading.setProperty("tone", "small")
        self._reading.setWordWrap(True)
        self._reading.setTextFormat(Qt.TextFormat.PlainText)
        self.rows.addWidget(self._place)
        self.rows.addWidget(self._reading)
        self.line.textChanged.connect(self._follow)
        self._group.idClicked.connect(self.mark)
        self._follow()

    def typed(self) -> str:
        """Return the name as it was typed, cleaned."""
        line = self.line
        assert isinstance(line, TextField)
        return line.typed()

    @property
    def given_word(self) -> int | None:
        """The word (1 for the first) marked as the tên; None where the usual reading holds."""
        return self._marked

    @property
    def chips(self) -> list[Chip]:
        """The words, to be marked."""
        return [chip for chip in self._place.findChildren(Chip) if not chip.isHidden()]

    @property
    def reading(self) -> str:
        """What is said under the words."""
        return self._reading.text()

    def name(self) -> PersonName:
        """Return the name as it is read now."""
        return read_name(self.typed(), given_word=self._marked)

    def mark(self, word: int) -> None:
        """Mark a word as the tên; marking the one read as such anyway takes the mark away."""
        self._marked = None if word == _usual_place(self._words, read_name(self.typed())) else word
        self._tell()

    def _follow(self) -> None:
        words = read_name(self.typed()).full.split()
        if self._marked is not None and not self._still_marks(self._marked, words):
            self._marked = None
        if words != self._words:
            self._words = words
            self._offer()
        self._tell()

    def _still_marks(self, mark: int, words: list[str]) -> bool:
        """Say whether the marked word stands where it stood; a mark that came with the name only has to fit in it."""
        return mark <= len(words) and (not self._words or self._words[mark - 1 : mark] == words[mark - 1 : mark])

    def _offer(self) -> None:
        for chip in self._place.findChildren(Chip):
            self._group.removeButton(chip)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for number, word in enumerate(self._words, start=1):
            chip = Chip(ChipSpec(str(number), word), self._place)
            chip.setAccessibleName(self.tr("Đánh dấu {} là tên").format(word))
            chip.setToolTip(chip.accessibleName())
            self._group.addButton(chip, number)
            self._flow.addWidget(chip)
            chip.show()
        self._place.setVisible(len(self._words) > 1)
        self._place.updateGeometry()

    def _tell(self) -> None:
        name = self.name()
        place = self._marked or _usual_place(self._words, name)
        chosen = self._group.button(place)
        if chosen is not None:
            chosen.setChecked(True)
        self._reading.setText(_in_words(name) if self._words else self.tr("Gõ đủ họ, đệm và tên, có dấu."))
        self.read.emit()


def _usual_place(words: list[str], name: PersonName) -> int:
    """Say which word is read as the tên: the last that is written so."""
    places = [place for place, word in enumerate(words, start=1) if word == name.given]
    return places[-1] if places else 0


def _in_words(name: PersonName) -> str:
    parts = (("Họ", name.surname), ("đệm", name.middle), ("tên", name.given))
    read = ", ".join(f"{words}: {part}" for words, part in parts if part)
    remarks = [remark.sentence for remark in name.remarks if remark.kind not in _UNTOLD]
    return "\n".join([f"{read}. Nếu chưa đúng, hãy bấm vào từ là tên.", *remarks])
