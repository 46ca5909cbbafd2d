"""What can be done with the unit shown on the shelf Các đơn vị: written to, its mailboxes looked at, corrected, ended, awaited again.

Here: `OfficeActs`, the acts and the dialogs behind them. Taking packages in, sending the own one and adding units are the shelf's own.
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
from govmail_desk.gui.parts.act_menu import offer_at_button
from govmail_desk.gui.parts.copies import open_copy
from govmail_desk.gui.run import run, runner_of
from govmail_desk.listings.office_pane import office_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.exchange import OfficeChase
    from govmail_desk.listings.office_pane import OfficePane

_OFFICE: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.office:OfficeDialog")
_CHASE: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.chase_offices:ChaseOfficesDialog")
_MAILBOXES: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.office_mailboxes:OfficeMailboxesDialog")
_OFFICES: Final[Late[Any]] = Late("govmail_desk.operations.offices")
_CHASES: Final[Late[Any]] = Late("govmail_desk.operations.office_chases")


class OfficeActs(QObject):
    """The acts on one unit, and the letters to several."""

    asked = Signal()
    """An act is asked for: the shelf shows what stands now, where it had not yet."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._desk: Desk
        self._facts: OfficePane | None = None
        self._period = ""
        self.chase = act(page, "chase-one", self.tr("Đôn đốc…"), self.chase_one, icon_name="request")
        self.mailboxes = act(page, "boxes", self.tr("Xem hộp thư…"), self.show_mailboxes, icon_name="mailbox")
        self._edit = act(page, "edit", self.tr("Sửa đơn vị…"), self.edit, icon_name="edit", shortcut="F2")
        self._end = act(page, "end", self.tr("Thôi nhận gói từ hôm nay"), self.end, icon_name="close")
        self._again = act(page, "again", self.tr("Nhận gói lại"), self.await_again, icon_name="undo")
        self.more = act(page, "more", self.tr("Việc khác…"), self.offer_more, icon_name="more")
        self.lesser = (self._edit, self._end, self._again)
        self.all = (self.chase, self.mailboxes, *self.lesser)
        self.show_office(None, "")

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        self._desk = desk

    def show_office(self, facts: OfficePane | None, period: str) -> None:
        """Say which unit is meant, for which period, and so which acts can be done."""
        self._facts, self._period = facts, period
        is_there = facts is not None
        has_ended = facts is not None and facts.row.ended_on is not None
        self.chase.setVisible(facts is not None and facts.row.state in {"late", "waiting"})
        self.mailboxes.setVisible(facts is not None and bool(facts.packages))
        self._edit.setVisible(is_there)
        self._end.setVisible(is_there and not has_ended)
        self._again.setVisible(has_ended)
        self.more.setVisible(is_there)

    @property
    def main(self) -> QAction | None:
        """The act that comes next: a letter to a unit that is late."""
        return self.chase if self._facts is not None and self._facts.row.state == "late" else None

    # letters

    def chase_one(self) -> None:
        """Write to the unit chosen."""
        self.asked.emit()
        if self._facts is not None:
            self.chase_all([self._facts.row.id], self._period)

    def chase_all(self, office_ids: Sequence[int], period: str) -> None:
        """Write to several units: first who would be written to, for the N-th time."""
        dialog = _CHASE.load()(self._page, self._desk, list(office_ids), period)
        dialog.made.connect(self._offer_letters)
        dialog.open()

    def take_letter(self, chase: OfficeChase, is_to_be_saved: bool) -> None:
        """Open a letter, or write it with the draft of its mail into a folder the clerk chooses."""
        if is_to_be_saved:
            self.save_letters([chase.id])
            return
        folder = paths.home() / "giay-to" / f"don-vi-{chase.office_id}"
        self._saved([chase.id], folder, is_to_be_opened=True)

    def save_letters(self, chase_ids: Sequence[int]) -> None:
        """Write letters and drafts into a folder the clerk chooses."""
        folder = desktop().choose_folder(self._page)
        if folder is not None:
            self._saved(chase_ids, folder)

    def _saved(self, chase_ids: Sequence[int], folder: Path, *, is_to_be_opened: bool = False) -> None:
        try:
            saved = _CHASES.load().save_chases(self._desk, chase_ids=chase_ids, folder=folder)
            if is_to_be_opened:
                open_copy(saved[0].letter)
        except (RuleBroken, StoreUnavailable) as failure:
            runner_of(self._page).tell_failure(failure, self._page, partial(self._saved, chase_ids, folder))
            return
        bar = notices_near(self._page)
        if bar is not None and not is_to_be_opened:
            words = self.tr("Đã lưu {} công văn, mỗi công văn kèm thư nháp, vào thư mục {}.").format(len(saved), folder)
            bar.say(words, tone="good", offers=(Offer(self.tr("Mở thư mục"), partial(desktop().open, folder)),))

    def _offer_letters(self, changes: Changes) -> None:
        """Offer, beside the message that they were made, to write the letters out."""
        self.asked.emit()
        bar, made = notices_near(self._page), sorted(changes.ids.get("office_chase", ()))
        if bar is not None and made:
            bar.offer_too(Offer(self.tr("Lưu công văn và thư nháp…"), partial(self.save_letters, made)))

    # the unit itself

    def show_mailboxes(self) -> None:
        """Show the mailboxes of the unit chosen."""
        self.asked.emit()
        if self._facts is not None:
            _MAILBOXES.load()(self._page, self._desk, self._facts.row).open()

    def edit(self) -> None:
        """Correct the unit chosen."""
        self.asked.emit()
        if self._facts is not None:
            _OFFICE.load()(self._page, self._desk, office_of(self._desk, self._facts.row.id)).open()

    def end(self) -> None:
        """Wait for no more packages of the unit chosen."""
        if self._facts is not None:
            end = _OFFICES.load().end_office
            run(self._page, partial(end, self._desk, office_id=self._facts.row.id, on=self._desk.today()))

    def await_again(self) -> None:
        """Wait for its packages again."""
        if self._facts is not None:
            run(self._page, partial(_OFFICES.load().await_again, self._desk, office_id=self._facts.row.id))

    def offer_more(self) -> None:
        """Offer the lesser acts in a menu at the button."""
        offer_at_button(self._page, self.more, [offered for offered in self.lesser if offered.isVisible()])
