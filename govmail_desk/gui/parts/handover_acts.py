"""What can be done with the handover shown on the page Bàn giao: its lines, minutes, signed copies, closing, giving it up.

Here: `HandoverActs`, the acts and the dialogs behind them. Opening a new one is the page's own act.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.handover import Minutes, SignedCopy
from govmail_desk.domain.signed_copy import signing
from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.notices import Offer, notices_near
from govmail_desk.gui.parts.act_menu import offer_at_button
from govmail_desk.gui.parts.kept_papers import KeptPapers, paper_of
from govmail_desk.gui.rules.checklist_words import asks_more
from govmail_desk.gui.run import run, runner_of
from govmail_desk.operations.handover_items import settle_item
from govmail_desk.operations.handovers import close_handover

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.listings.handovers import HandoverPane, ItemLine

_ITEM: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.settle_item:SettleItemDialog")
_MINUTES: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.make_minutes:MakeMinutesDialog")
_ATTACH: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.attach_copy:AttachCopyDialog")
_MARK: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.attach_copy:TellMarkDialog")
_AMEND: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.open_handover:AmendHandoverDialog")
_CANCEL: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.cancel_handover:CancelHandoverDialog")
_PREVIEW: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.preview:PreviewDialog")
_HANDOVER_MINUTES: Final[Late[Any]] = Late("govmail_desk.operations.handover_minutes")
_SIGNED_COPIES: Final[Late[Any]] = Late("govmail_desk.operations.signed_copies")


class HandoverActs(QObject):
    """The acts on one handover of a page."""

    asked = Signal()
    """An act is asked for: the page shows what stands now, where it had not yet."""

    first_open_asked = Signal()
    """The first required line that is still open is wanted in sight."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._desk: Desk
        self._facts: HandoverPane | None = None
        self.make = act(
            page, "minutes", self.tr("Lập biên bản…"), self.make_minutes, icon_name="request", shortcut="Ctrl+L"
        )
        self.attach = act(
            page, "attach", self.tr("Đưa bản ký vào…"), self.attach_copy, icon_name="import", shortcut="Ctrl+I"
        )
        self.close = act(page, "close", self.tr("Kết thúc bàn giao"), self.end, icon_name="done", shortcut="F6")
        self._amend = act(page, "amend", self.tr("Sửa thông tin…"), self.amend, icon_name="edit", shortcut="F2")
        self._cancel = act(page, "cancel", self.tr("Hủy bàn giao…"), self.cancel, icon_name="close")
        self.more = act(page, "more", self.tr("Việc khác…"), self.offer_more, icon_name="more")
        self.lesser = (self._amend, self._cancel)
        self.all = (self.make, self.attach, self.close, *self.lesser)
        self.show_handover(None)

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        self._desk = desk

    def show_handover(self, facts: HandoverPane | None) -> None:
        """Say which handover is meant, and so which acts can be done."""
        self._facts = facts
        state = facts.row.state if facts is not None else ""
        for offered in (self.make, self.attach):
            offered.setVisible(state in {"open", "closed"})
        for offered in (self.close, *self.lesser, self.more):
            offered.setVisible(state == "open")

    @property
    def main(self) -> QAction | None:
        """The act that comes next; None while lines of the checklist have to be settled first."""
        if self._facts is None or self._facts.row.state == "cancelled" or self._facts.open_required:
            return None
        if not self._facts.minutes:
            return self.make
        is_signed = signing(self._facts.copies, tuple(reversed(self._facts.minutes))) == "signed"
        return (self.close if self.close.isVisible() else None) if is_signed else self.attach

    # the lines

    def finish_item(self, line: ItemLine) -> None:
        """Record that it was done today, by whoever works here; where more is asked, the clerk tells it."""
        if asks_more(line):
            self.tell_item(line)
        else:
            self._settle(line, "done")

    def tell_item(self, line: ItemLine) -> None:
        """Record what was chosen and told of a line."""
        state = "not-applicable" if line.item.state == "not-applicable" else "done"
        self._open(_ITEM, line, state)

    def pass_item(self, line: ItemLine) -> None:
        """Record that it does not apply, with the reason."""
        self._open(_ITEM, line, "not-applicable")

    def reopen_item(self, line: ItemLine) -> None:
        """Record that it was not done after all."""
        self._settle(line, "open")

    def _settle(self, line: ItemLine, state: Any) -> None:
        handover_id = line.item.handover_id
        run(self._page, partial(settle_item, self._desk, handover_id=handover_id, item=line.key, state=state))

    # minutes and signed copies

    def make_minutes(self) -> None:
        """Show what the minutes would say, then make them."""
        self.asked.emit()
        if self._facts is None:
            return
        try:
            plan = _HANDOVER_MINUTES.load().plan_minutes(self._desk, handover_id=self._facts.row.id)
        except (RuleBroken, StoreUnavailable) as failure:
            runner_of(self._page).tell_failure(failure, self._page, self.make_minutes)
        else:
            dialog = _MINUTES.load()(self._page, self._desk, self._facts, plan)
            dialog.made.connect(self.offer_minutes)
            dialog.open()

    def offer_minutes(self, changes: Changes) -> None:
        """Offer, beside the message that they were made, to look at the minutes, print them or open them."""
        self.asked.emit()
        bar, (made_id,) = notices_near(self._page), changes.ids["minutes"]
        kept = next((one for one in self._facts.minutes if one.id == made_id), None) if self._facts else None
        if bar is not None and kept is not None:
            bar.offer_too(Offer(self.tr("Xem trước, in…"), partial(self.preview_minutes, kept)))
            bar.offer_too(Offer(self.tr("Mở"), partial(self.open_minutes, kept)))

    def preview_minutes(self, kept: Minutes) -> None:
        """Show the pages of one edition, and of the others beside it; they are printed from there."""
        if self._facts is not None:
            papers = [paper_of(one) for one in self._facts.minutes]
            copies = KeptPapers.of_handover(self._desk, Minutes, self._facts.row.id)
            _PREVIEW.load()(self._page, self._desk, papers, paper_of(kept), copies=copies).open()

    def open_minutes(self, kept: Minutes) -> None:
        """Open a copy of one edition."""
        KeptPapers.of_handover(self._desk, Minutes, kept.handover_id).open(self._page, paper_of(kept))

    def attach_copy(self) -> None:
        """Let the clerk choose a signed copy, show what it is, then keep it."""
        self.asked.emit()
        title, kind = self.tr("Chọn bản đã ký"), self.tr("Bản đã ký (*.pdf *.png *.jpg *.jpeg)")
        path = desktop().choose_file(self._page, title=title, kind=kind)
        if path is not None:
            self._plan_copy(path)

    def open_copy(self, kept: SignedCopy) -> None:
        """Open a copy of one signed copy."""
        KeptPapers.of_handover(self._desk, SignedCopy, kept.handover_id).open(self._page, paper_of(kept))

    def tell_mark(self, kept: SignedCopy) -> None:
        """Ask for the mark in the footer."""
        self._open(_MARK, kept)

    def _plan_copy(self, path: Path) -> None:
        if self._facts is None:
            return
        try:
            plan = _SIGNED_COPIES.load().plan_copy(self._desk, handover_id=self._facts.row.id, path=path)
        except (RuleBroken, StoreUnavailable) as failure:
            runner_of(self._page).tell_failure(failure, self._page, partial(self._plan_copy, path))
        else:
            self._open(_ATTACH, plan, path)

    # the whole

    def end(self) -> None:
        """Close it; where required lines are still open, say how many, with a way to the first."""
        self.asked.emit()
        if self._facts is None:
            return
        if self._facts.open_required:
            self._tell_open(self._facts.open_required)
        else:
            run(self._page, partial(close_handover, self._desk, handover_id=self._facts.row.id))

    def _tell_open(self, lines: Sequence[ItemLine]) -> None:
        bar = notices_near(self._page)
        if bar is not None:
            said = self.tr("Chưa xong {} mục bắt buộc, đầu tiên là “{}”.").format(len(lines), lines[0].rule.title)
            offers = (Offer(self.tr("Tới mục đó"), self.first_open_asked.emit),)
            bar.say(said, tone="bad", offers=offers, cite=lines[0].cite)

    def amend(self) -> None:
        """Write what stands around it otherwise."""
        self.asked.emit()
        self._open(_AMEND)

    def cancel(self) -> None:
        """Give it up, with the reason."""
        self.asked.emit()
        self._open(_CANCEL)

    def offer_more(self) -> None:
        """Offer the lesser acts in a menu at the button."""
        offer_at_button(self._page, self.more, self.lesser)

    def _open(self, dialog: Late[Any], *about: object) -> None:
        if self._facts is not None:
            dialog.load()(self._page, self._desk, self._facts, *about).open()
