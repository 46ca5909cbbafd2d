"""The pages, made when first shown, told of every act that touched what they show.

Here: making, showing and reloading pages; what stands in their place before the register is open or when it cannot be.
Not here: the frame around them (`gui.frame.main_window`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.gui.look.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.gui.page import Page
    from govmail_desk.gui.page_spec import PageSpec


class PageStack(QStackedWidget):
    """One page is seen; the others keep still until they are."""

    go_to = Signal(str, object)
    header_changed = Signal()
    failed = Signal(object)
    """A page could not read its rows: what was raised."""

    def __init__(self, specs: Mapping[str, PageSpec], key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.specs = specs
        self.key = key
        self._pages: dict[str, Page] = {}
        self._stale: dict[str, Changes | None] = {}
        self._read_on: dict[str, date] = {}
        self._desk: Desk | None = None
        self._placeholder = EmptyState("clock", self)
        self._placeholder.say(self.tr("Đang mở sổ…"))
        self.addWidget(self._placeholder)

    @property
    def page(self) -> Page | None:
        """The page that is seen, once it is made."""
        return self._pages.get(self.key)

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register and make the page that is waited for."""
        self._desk = desk
        self.show_page(self.key)

    def say_instead(self, title: str, words: str, again: QAction) -> None:
        """Show why there is no page, and how to try again."""
        self._placeholder.say(title, words, (again,), icon_name="warning")
        self.setCurrentWidget(self._placeholder)

    def show_page(self, key: str) -> None:
        """Show a page, made now where it was not yet, with its rows as they stand."""
        self.key = key
        if self._desk is None:
            return
        page = self._pages.get(key) or self._make(key, self._desk)
        self.setCurrentWidget(page)
        if key in self._stale:
            self._reload(key, self._stale.pop(key))
        self.look_at_day()

    def look_at_day(self) -> bool:
        """Read the page that is seen anew where another day has begun since it was read; True where one has."""
        is_another_day = (
            self._desk is not None and self._read_on.get(self.key, self._desk.today()) != self._desk.today()
        )
        if is_another_day:
            self._reload(self.key, None)
        return is_another_day

    def take(self, changes: Changes | None) -> None:
        """Tell the pages what was written, None for everything: the one seen reloads now, the others when they are next seen."""
        for key, page in self._pages.items():
            if changes is not None and not changes.touches(*page.reads):
                continue
            if key == self.key:
                self._reload(key, changes)
            else:
                self._stale[key] = None if key in self._stale else changes

    def reload_page(self) -> None:
        """Read the rows of the page that is seen anew."""
        if self.page is not None:
            self._reload(self.key, None)

    def _make(self, key: str, desk: Desk) -> Page:
        page = self.specs[key].page.load()(self)
        page.go_to.connect(self.go_to)
        page.header_changed.connect(self.header_changed)
        page.failed.connect(self.failed)
        page.open_desk(desk)
        self._pages[key] = page
        self._stale[key] = None
        self.addWidget(page)
        return page

    def _reload(self, key: str, changes: Changes | None) -> None:
        assert self._desk is not None
        self._read_on[key] = self._desk.today()
        try:
            self._pages[key].reload(changes)
        except (RuleBroken, StoreUnavailable) as failure:
            self.failed.emit(failure)
