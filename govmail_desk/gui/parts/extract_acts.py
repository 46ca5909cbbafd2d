"""What is done with the data of one person: an extract of all the register holds of them, to hand over.

Here: `ExtractActs`. What stands in an extract is `operations.extracts`; emptying private fields is Thiết lập › Dữ liệu cá nhân.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.notices import Offer, notices_near
from govmail_desk.gui.run import runner_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.listings.people import PersonPane

_EXTRACTS: Final[Late[Any]] = Late("govmail_desk.operations.extracts")


class ExtractActs(QObject):
    """The acts on the data of the person shown."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._desk: Desk
        self._person: PersonPane | None = None
        tip = self.tr("Ghi ra tệp mọi điều sổ đang giữ về người này, để giao cho chính người ấy")
        self.extract = act(page, "extract", self.tr("Trích dữ liệu của người này…"), self._choose, icon_name="export")
        self.extract.setToolTip(tip)
        self.show_person(None)

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        self._desk = desk

    def show_person(self, person: PersonPane | None) -> None:
        """Offer the act for the person shown."""
        self._person = person
        self.extract.setVisible(person is not None)

    def _choose(self) -> None:
        """Ask where to, then write."""
        folder = desktop().choose_folder(self._page) if self._person is not None else None
        if folder is not None:
            self._write(folder)

    def _write(self, folder: Path) -> None:
        if self._person is None:
            return
        try:
            made = _EXTRACTS.load().extract_person(self._desk, person_id=self._person.person.id, folder=folder)
        except (RuleBroken, StoreUnavailable) as failure:
            runner_of(self._page).tell_failure(failure, self._page, partial(self._write, folder))
            return
        runner_of(self._page).changed.emit(made.changes, False)
        bar = notices_near(self._page)
        if bar is not None:
            document, table = made.paths
            words = self.tr("Đã ghi “{}” và “{}”. Chỉ giao cho chính người ấy.").format(document.name, table.name)
            offers = (
                Offer(self.tr("Mở tệp"), partial(desktop().open, document)),
                Offer(self.tr("Mở thư mục"), partial(desktop().open, folder)),
            )
            bar.say(words, tone="good", offers=offers)
