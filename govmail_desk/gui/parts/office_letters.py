"""What can be done with the letters to late units: made, looked at and printed, checked, edited, numbered, copied out with their mails.

Here: `OfficeLetters`. The acts on the unit itself are `gui.parts.office_acts`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from govmail_desk import paths
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.notices import Offer, notices_near
from govmail_desk.gui.parts.copies import open_copy
from govmail_desk.gui.run import run, runner_of
from govmail_desk.listings.office_letters import letters_of, waiting_letters
from govmail_desk.listings.requests import FileRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.exchange import OfficeChase

_CHASE: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.chase_offices:ChaseOfficesDialog")
_PREVIEW: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.preview:PreviewDialog")
_CHECK: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.check_office_letter:CheckOfficeLetterDialog")
_NUMBER: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.number_office_letters:NumberOfficeLettersDialog")
_LETTERS: Final[Late[Any]] = Late("govmail_desk.operations.office_letters")
_MOST_MADE_READY: Final = 12
"""So many letters are made ready to be looked at together; of more, each is looked at from its unit."""


def paper_of(chase: OfficeChase) -> FileRow:
    """Show a letter as the preview takes it."""
    return FileRow(chase.id, "chase", chase.name, chase.byte_count, 1, chase.sha256)


class OfficeLetters(QObject):
    """The acts on letters to late units."""

    asked = Signal()
    """An act is asked for: the shelf shows what stands now, where it had not yet."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._desk: Desk
        self._period = ""
        self.number_all = act(
            page, "number-letters", self.tr("Ghi số văn bản nhắc…"), self.number_period, icon_name="check"
        )
        self.number_all.setVisible(False)

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        self._desk = desk

    def show_period(self, period: str, *, unnumbered_count: int) -> None:
        """Say which period is shown, and how many of its letters wait for their number."""
        self._period = period
        self.number_all.setVisible(bool(unnumbered_count))

    def edited_of(self, chases: Sequence[OfficeChase]) -> frozenset[int]:
        """Say which of these letters have a copy on this computer that was edited."""
        edited = _LETTERS.load().edited_chase if any(not one.number for one in chases) else None
        return frozenset(one.id for one in chases if edited is not None and edited(one, _folder_of(one)))

    # making

    def chase_all(self, office_ids: Sequence[int], period: str) -> None:
        """Write to several units: first who would be written to, for the N-th time."""
        dialog = _CHASE.load()(self._page, self._desk, list(office_ids), period)
        dialog.made.connect(self._offer_letters)
        dialog.open()

    def _offer_letters(self, changes: Changes) -> None:
        """Offer, beside the message that they were made, to look at the letters and to write them out."""
        self.asked.emit()
        bar, made = notices_near(self._page), sorted(changes.ids.get("office_chase", ()))
        if bar is None or not made:
            return
        if len(made) <= _MOST_MADE_READY:
            bar.offer_too(Offer(self.tr("Xem trước, in…"), partial(self._preview_made, made)))
        bar.offer_too(Offer(self.tr("Lưu công văn và thư nháp…"), partial(self.save_letters, made)))

    def _preview_made(self, chase_ids: Sequence[int]) -> None:
        letters = letters_of(self._desk, chase_ids)
        if letters:
            self.preview(letters[0], letters)

    # one letter

    def do(self, deed: str, chase: OfficeChase) -> None:
        """Do what a link of the pane asks for with a letter."""
        deeds = {
            "preview": partial(self.preview, chase, [chase]),
            "open": partial(self.open, self._page, paper_of(chase)),
            "check": partial(self.check, chase),
            "take": partial(self.take_in, chase),
            "number": partial(self._number, chase_ids=[chase.id]),
            "save": partial(self.save_letters, [chase.id]),
        }
        deeds[deed]()

    def preview(self, chase: OfficeChase, beside: Sequence[OfficeChase]) -> None:
        """Show the pages of a letter, and of those beside it; they are printed from there."""
        papers = [paper_of(one) for one in beside]
        _PREVIEW.load()(self._page, self._desk, papers, paper_of(chase), copies=self).open()

    def open(self, asked_by: QWidget, paper: FileRow) -> None:
        """Open the copy of a letter in Word; one the clerk edited is opened as it is."""
        try:
            (chase,) = letters_of(self._desk, [paper.id])
            open_copy(_LETTERS.load().chase_to_open(self._desk, chase_id=chase.id, folder=_folder_of(chase)))
        except (RuleBroken, StoreUnavailable) as failure:
            runner_of(asked_by).tell_failure(failure, asked_by, partial(self.open, asked_by, paper))

    def check(self, chase: OfficeChase) -> None:
        """Hold a letter to the decree before it is signed."""
        _CHECK.load()(self._page, self._desk, chase, _folder_of(chase)).open()

    def take_in(self, chase: OfficeChase) -> None:
        """Take the clerk's edit in."""
        path = _folder_of(chase) / chase.name
        run(self._page, partial(_LETTERS.load().take_in_chase, self._desk, chase_id=chase.id, path=path))

    def save_letters(self, chase_ids: Sequence[int]) -> None:
        """Write letters and drafts of their mails into a folder the clerk chooses."""
        folder = desktop().choose_folder(self._page)
        if folder is not None:
            self._save(chase_ids, folder)

    # numbers

    def number_period(self) -> None:
        """Record numbers of the period's letters that have none."""
        self.asked.emit()
        self._number(period=self._period)

    def _number(self, *, period: str = "", chase_ids: Sequence[int] = ()) -> None:
        waiting = waiting_letters(self._desk, period=period, chase_ids=chase_ids)
        if waiting:
            dialog = _NUMBER.load()(self._page, self._desk, waiting)
            dialog.check_asked.connect(partial(self._check_waiting, waiting[0].id))
            dialog.open()

    def _check_waiting(self, chase_id: int) -> None:
        for chase in letters_of(self._desk, [chase_id]):
            self.check(chase)

    def _save(self, chase_ids: Sequence[int], folder: Path) -> None:
        try:
            saved = _LETTERS.load().save_chases(self._desk, chase_ids=chase_ids, folder=folder)
        except (RuleBroken, StoreUnavailable) as failure:
            runner_of(self._page).tell_failure(failure, self._page, partial(self._save, chase_ids, folder))
            return
        bar = notices_near(self._page)
        if bar is not None:
            words = self.tr("Đã lưu {} công văn, mỗi công văn kèm thư nháp, vào thư mục {}.").format(len(saved), folder)
            bar.say(words, tone="good", offers=(Offer(self.tr("Mở thư mục"), partial(desktop().open, folder)),))


def _folder_of(chase: OfficeChase) -> Path:
    return paths.home() / "giay-to" / f"don-vi-{chase.office_id}"
