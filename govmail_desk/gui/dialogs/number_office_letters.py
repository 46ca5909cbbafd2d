"""Recording that letters to late units were signed: one, or all made on a day, with numbers in a row or one number for all.

Here: `NumberOfficeLettersDialog`. Which number each would have is seen before it is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.gui.dialogs.signed_letter import SignedLetterDialog
from govmail_desk.gui.fields.fields import ChoiceField
from govmail_desk.gui.tables.office_columns import NumberedLine, numbered_columns
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.short_table import ShortTable
from govmail_desk.operations.office_chases import number_chases, numbers_from

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.listings.office_letters import WaitingLetter


class NumberOfficeLettersDialog(SignedLetterDialog):
    """Number, day, and how the number goes on."""

    def __init__(self, parent: QWidget, desk: Desk, letters: Sequence[WaitingLetter]) -> None:
        super().__init__(
            parent,
            desk,
            title=self.tr("Ghi số văn bản nhắc"),
            main_words=self.tr("Ghi số văn bản"),
            letter=self.tr("công văn đôn đốc"),
        )
        self.letters = tuple(letters)
        self.made_on = ChoiceField(_days(self, self.letters))
        self.is_same = ChoiceField([
            (False, self.tr("Mỗi công văn một số, đếm tiếp")),
            (True, self.tr("Một số chung cho tất cả")),
        ])
        self.table = ShortTable(RowsModel(numbered_columns()), name=self.tr("Công văn được ghi số"), parent=self)
        self.check_button.setVisible(len(self.letters) == 1)
        self._ask_for_many()
        self.body.addWidget(self.table, 1)
        self.number.textChanged.connect(self._show)
        self._show()

    @property
    def meant(self) -> tuple[WaitingLetter, ...]:
        """The letters of the day chosen."""
        on = self.made_on.choice()
        return tuple(one for one in self.letters if one.on == on)

    def record(self, number: str, on: date) -> Changes:
        """Write number and day down."""
        chase_ids = [one.id for one in self.meant]
        return number_chases(self.desk, chase_ids=chase_ids, number=number, on=on, is_same=self._is_same)

    @property
    def _is_same(self) -> bool:
        return self.is_same.choice() is True

    def _ask_for_many(self) -> None:
        """Ask which letters where they were made on several days, and how to count where there are several."""
        if self.made_on.count() > 1:
            self.form.add("made_on", self.tr("Công văn"), self.made_on)
            self.made_on.currentIndexChanged.connect(self._show)
        if len(self.letters) > 1:
            self.form.add("is_same", self.tr("Cách ghi số"), self.is_same)
            self.is_same.currentIndexChanged.connect(self._show)

    def _show(self, *_changed: object) -> None:
        """Show each letter with the number it would have; a number that cannot be is told when it is recorded."""
        meant = self.meant
        try:
            numbers = numbers_from(self.number.typed(), len(meant), is_same=self._is_same)
        except RuleBroken:
            numbers = [""] * len(meant)
        lines = (NumberedLine(letter.id, letter, number) for letter, number in zip(meant, numbers, strict=True))
        self.table.rows.show(RowSource.of(lines))
        self.more_height = self.table.more_height


def _days(dialog: QWidget, letters: Sequence[WaitingLetter]) -> list[tuple[object, str]]:
    """Offer the days letters were made on, the latest first."""
    days = sorted({one.on for one in letters}, reverse=True)
    words = dialog.tr("{} công văn lập ngày {:%d/%m/%Y}")
    return [(on, words.format(sum(one.on == on for one in letters), on)) for on in days]
