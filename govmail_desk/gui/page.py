"""What a page of the window is: the class every page extends.

Not here: the frame around the pages (`gui.frame.main_window`), running operations (`gui.run`), the list of pages (`gui.pages`), what is
known of a page before it is imported (`gui.page_spec`).
A page never calls another: it emits `go_to`. Signals carry ids and `Changes`, never stored objects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from govmail_desk.gui.look import act_button

if TYPE_CHECKING:
    from collections.abc import Callable

    from govmail_desk.desk import Changes, Desk


class Page(QWidget):
    """One page: it shows rows of listings, and asks operations through `run`.

    The window makes it once its desk is open, calls `open_desk` and then `reload`; afterwards it calls `reload` with the
    `Changes` of every act that touched one of the tables in `reads`, at once when the page is shown, else when it next is.
    """

    reads: ClassVar[frozenset[str]] = frozenset()
    """The tables of the register whose changes make the page reload."""
    help_topic: ClassVar[str] = ""
    """The page of `resources/help` that F1 opens, without `.md`."""

    go_to = Signal(str, object)
    """Asks the window for another page: its key (`requests`, or `reports/reviews` for one of its shelves), and the id of what to show
    there (or None)."""
    failed = Signal(object)
    """Rows that the page shows by a stack of its own could not be read: what was raised."""
    header_changed = Signal()
    """The subtitle or the acts of the page are others now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.main_act: QAction | None = None
        self.acts: list[QAction] = []
        self._subtitle = ""

    @property
    def subtitle(self) -> str:
        """What is due here, or how much there is, in one short line under the title."""
        return self._subtitle

    @property
    def shown_topic(self) -> str:
        """The help of what is shown now."""
        return self.help_topic

    def set_subtitle(self, text: str) -> None:
        """Say another line under the title."""
        if text != self._subtitle:
            self._subtitle = text
            self.header_changed.emit()

    def add_act(
        self,
        key: str,
        text: str,
        does: Callable[[], object],
        *,
        icon_name: str = "",
        shortcut: str = "",
        tip: str = "",
        is_main: bool = False,
    ) -> QAction:
        """Offer an act in the header, at its right end; `is_main` makes it the page's one main act."""
        made = act_button.act(self, key, text, does, icon_name=icon_name, shortcut=shortcut, tip=tip)
        if is_main:
            self.main_act = made
        else:
            self.acts.append(made)
        self.header_changed.emit()
        return made

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register; called once, before the first `reload`."""
        raise NotImplementedError

    def reload(self, changes: Changes | None) -> None:
        """Show the rows as they stand now; `changes` tells what was written, None means everything."""
        raise NotImplementedError

    def show_part(self, key: str) -> None:
        """Show a part of the page by its key; a page that is one whole has nothing to do."""

    def show_item(self, item_id: int) -> None:
        """Bring one thing of this page into view and choose it; a page without single things has nothing to do."""

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Let Tab leave the page: Qt would take the page itself for the next stop and go to its first field again."""
        first = self.focusProxy()
        self.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes none back so
        try:
            return super().focusNextPrevChild(is_next)
        finally:
            self.setFocusProxy(first)  # type: ignore[arg-type]

    def start(self, act_key: str) -> None:
        """Begin one of the page's acts, asked for from the search box."""
        for offered in (self.main_act, *self.acts):
            if offered is not None and offered.objectName() == act_key and offered.isEnabled():
                offered.trigger()
